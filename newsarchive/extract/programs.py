"""What a page holds for machines and not for readers: taken out of its bytes, before anything else looks at them.

More than half of what portals send is programs, styles and drawings. Every pass over a page is shorter without them.
"""

from __future__ import annotations

import re

LONGEST_TAG = 300
"""Bytes of an opening tag, and of what follows, that are looked at."""
_OPENS = re.compile(rb"<(?:!--|(script|style|noscript|svg)[\s>/])", re.I)
_DATA = re.compile(rb"\bld\b.*json", re.I | re.S)
"""How the type of a script reads that holds data, even with its plus sign written as a reference."""
MOST = 20_000
"""So many are taken out; no page of news has a tenth of them."""
MOST_SIGNS = 3_000_000
"""What has more less-than signs is no page, and would take too long to go through."""
COMMENT, COMMENT_END = b"<!--", b"-->"


def without_programs(html: bytes) -> bytes:
    """Take programs, styles, drawings and comments out of a page in any character set that contains ASCII.

    Data about the page (JSON-LD) stays; so does what does not end, or what only a parser can tell the end of.

    >>> without_programs(b"a<script>b()</script>c<script type='application/ld+json'>{}</script>")
    b"ac<script type='application/ld+json'>{}</script>"
    """
    if len(html) > MOST_SIGNS and html.count(b"<") > MOST_SIGNS:
        return html
    parts: list[bytes] = []
    end = at = 0
    for _ in range(MOST):
        found = _OPENS.search(html, at)
        if found is None:
            break
        start, tag = found.start(), found[1]
        close = html.find(COMMENT_END, start + 2) if tag is None else html.find(b"</" + tag, found.end())
        if close < 0:
            break
        at = html.find(b">", close) + 1 or len(html)
        if tag is None or _goes(tag.lower(), html, start, close):
            parts.append(html[end:start])
            end = at
    return b"".join((*parts, html[end:])) if parts else html


def _goes(tag: bytes, html: bytes, start: int, close: int) -> bool:
    """Tell whether an element goes: it is no data, and surely ends at the first end tag of its name."""
    opening, _, inside = html[start : min(close, start + LONGEST_TAG)].partition(b">")
    if tag == b"svg":
        return not opening.endswith(b"/") and html.find(b"<svg", start + 4, close) < 0
    return COMMENT not in inside and not (tag == b"script" and _DATA.search(opening))
