"""Inert markup that makes a page as heavy as real ones are: menus, inline style, inline script."""

from __future__ import annotations

from functools import lru_cache

RULE = ".x{n}-{n}c{{display:flex;margin:0 {n}px;padding:{n}px;color:#{n:06x};background:#fff;border-radius:4px}}\n"
ENTRY = (
    '<li class="menu-item menu-item-{n}"><a href="#m{n}" aria-hidden="true"><span class="ico i{n}"></span></a></li>\n'
)
CALL = '_q.push(["set","k{n}",{{"id":{n},"on":true,"path":"/a/{n}","w":[{n},1,2,3]}}]);\n'


@lru_cache(maxsize=8)
def filler(size: int) -> tuple[bytes, bytes, bytes]:
    """Give about ``size`` bytes of style for the head, of menu for the start and of script for the end of a page."""
    style = f"<style>{_repeat(RULE, size * 35 // 100)}</style>"
    menu = f'<nav hidden><ul class="mega-menu">{_repeat(ENTRY, size * 25 // 100)}</ul></nav>'
    script = f"<script>var _q=[];{_repeat(CALL, size * 40 // 100)}</script>"
    return style.encode(), menu.encode(), script.encode()


def _repeat(pattern: str, size: int) -> str:
    length = len(pattern.format(n=1000))
    return "".join(pattern.format(n=number) for number in range(1000, 1000 + size // length))


def pad(page: bytes, size: int) -> bytes:
    """Pad a page to about ``size`` bytes; one that is larger stays as it is."""
    wanted = (size - len(page)) // 1024 * 1024
    if wanted <= 0:
        return page
    style, menu, script = filler(wanted)
    for mark, extra in ((b"</head>", style), (b"</body>", script)):
        place = page.lower().rfind(mark)
        page = page[:place] + extra + page[place:] if place >= 0 else page + extra
    place = page.find(b">", page.lower().find(b"<body")) + 1
    return page[:place] + menu + page[place:]
