"""Inert markup that makes a page as heavy as real ones are: menus, inline style, inline script."""

from __future__ import annotations

from functools import lru_cache

RULE = ".x{n}-{n}c{{display:flex;margin:0 {n}px;padding:{n}px;color:#{n:06x};background:#fff;border-radius:4px}}\n"
ENTRY = (
    '<li class="menu-item menu-item-{n}"><a href="#m{n}" aria-hidden="true"><span class="ico i{n}"></span></a></li>\n'
)
CALL = '_q.push(["set","k{n}",{{"id":{n},"on":true,"path":"/a/{n}","w":[{n},1,2,3]}}]);\n'


STEP = 2048
"""Fillers differ in size by this much, so that few need to be made."""


@lru_cache(maxsize=64)
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
    wanted = (size - len(page)) // STEP * STEP
    if wanted <= 0:
        return page
    style, menu, script = filler(wanted)
    small = page.lower()
    head, end = small.find(b"</head>"), small.rfind(b"</body>")
    body = small.find(b">", small.find(b"<body")) + 1
    if not 0 <= head < body <= end:
        return page + style + menu + script
    return b"".join((page[:head], style, page[head:body], menu, page[body:end], script, page[end:]))
