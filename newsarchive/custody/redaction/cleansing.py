"""Cutting out of a payload what was taken down: cards and entries first, what is left of it is blacked out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from newsarchive.archive.address import address
from newsarchive.custody.redaction.cards import Range, cards, entries, is_list_file, resolved
from newsarchive.custody.redaction.charsets import Readable, readable
from newsarchive.custody.redaction.words import Words, place

Buried = Callable[[Iterable[str]], set[str]]
"""Gives those of the addresses that were taken down."""

NO_TEXT = re.compile(r"^(?:image|audio|video|font)/(?!svg)|^application/(?:pdf|zip|x-font)", re.IGNORECASE)
LINK = re.compile(
    r"""href\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))"""
    r"""|<(?:\w+:)?(?:link|guid|id|loc)(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[)?\s*([^\s<\]]+)"""
    r"""|(https?:\\?/\\?/[^\s"'<>()]+)""",
    re.IGNORECASE,
)
"""Whatever of a page, feed or script is an address."""
STOPS = ".,;:!?"
"""Signs that end a sentence rather than an address."""
BASE = re.compile(r"""<base\s[^<>]*?href\s*=\s*["']?([^"'\s<>]+)""", re.IGNORECASE)


def has_text(content_type: str | None) -> bool:
    """Tell whether a payload of this type can hold words that could be cut out.

    >>> has_text("image/jpeg"), has_text("text/html; charset=utf-8"), has_text(None)
    (False, True, True)
    """
    return not NO_TEXT.match(content_type or "")


def cleansed(
    body: bytes, content_type: str | None, url: str, buried: Buried, charset: str | None = None
) -> bytes | None:
    """Give a payload (its content-encoding undone) without the items that were taken down; None: it shows none.

    ``url`` is its address, ``buried`` tells which addresses were taken down, ``charset`` is what the transport said.

    >>> page = b'<ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul>'
    >>> cleansed(page, "text/html", "https://example.si/", lambda urls: {url for url in urls if url.endswith("/b")})
    b'<ul><li><a href="/a">A</a></li></ul>'
    """
    if not has_text(content_type):
        return None
    page = readable(body, charset)
    gone = buried(linked(page.text, url))
    if not gone:
        return None
    return cut(page, url, gone, places(map(address, gone))).payload()


def redacted(page: Readable, url: str, gone: Buried, words: Words) -> Readable:
    """Give a payload without the items at addresses that are ``gone``, and blocks where it holds any of the words."""
    return cut(page, url, gone(linked(page.text, url)), words)


def places(normals: Iterable[str]) -> Words:
    """Give the phrases of addresses in their normal form."""
    return Words(tuple(filter(None, map(place, normals))))


def linked(text: str, url: str) -> set[str]:
    """Give every address a payload names, absolute."""
    start = base(text, url)
    hrefs = {next(filter(None, groups), "") for groups in LINK.findall(text)}
    hrefs |= {href.rstrip(STOPS) for href in hrefs if href[:4].lower() == "http"}
    return set(filter(None, (resolved(href, start) for href in hrefs)))


def base(text: str, url: str) -> str:
    """Give what the links of a page are relative to."""
    named = BASE.search(text)
    return resolved(named[1], url) or url if named else url


def cut(page: Readable, url: str, gone: set[str], words: Words) -> Readable:
    """Cut out the cards and entries of the addresses ``gone``, and black out the words in what is left."""
    start = base(page.text, url)
    if not gone:
        ranges: list[Range] = []
    elif is_list_file(page.text):
        ranges = [where for where, named in entries(page.text, start) if named & gone]
    else:
        ranges = list(cards(page.text, start, gone))
    return words.blacked(page.with_text(without(page.text, ranges)))


def without(text: str, ranges: Iterable[Range]) -> str:
    """Give a text without some ranges of it, which may overlap.

    >>> without("abcdefg", [(1, 3), (2, 4), (5, 6)])
    'aeg'
    """
    parts, position = [], 0
    for start, end in sorted(ranges):
        parts.append(text[position : max(start, position)])
        position = max(position, end)
    return "".join([*parts, text[position:]])
