"""The smallest card around a link: what to cut so that a list no longer shows one of its items."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

from newsarchive.custody.redaction.sources import Element, Words, elements

Range = tuple[int, int]

MOST_WORDS = 120
MOST_CHARACTERS = 20_000
"""The largest card, in printed words and in source."""
HIGHEST = 30
"""How many elements around a link are looked at."""
ITEMS = frozenset("li article tr dt figure option".split())
"""Elements that are an item of a list by their name."""
CELLS = frozenset(("td", "th"))
"""Elements that are a part of an item."""
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 dt".split())
WHOLES = frozenset("html body main form table tbody ul ol dl nav header footer".split())
"""Elements that hold a list, never an item."""
PROSE = frozenset("p blockquote".split())
LINK_SHARE = 0.5
"""Share of a paragraph's words in links, from which it is a line of a list and no prose."""

HREF = re.compile(r"""(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
CLASS = re.compile(r"""(?:^|\s)class\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)
ENTRY = re.compile(r"<((?:\w+:)?(?:item|entry|url|sitemap))(?=[\s>])", re.IGNORECASE)
NAMED = re.compile(
    r"<(?:\w+:)?(?:link|guid|id|loc|origlink)(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[)?([^<\]]+)"
    r"|<(?:\w+:)?link\s[^<>]*?href\s*=\s*[\"']([^\"']+)",
    re.IGNORECASE,
)
"""The address of a feed's or sitemap's entry."""
XML = re.compile(r"<(?:rss|feed|rdf:rdf|(?:\w+:)?urlset|(?:\w+:)?sitemapindex)[\s>]", re.IGNORECASE)


def is_list_file(text: str) -> bool:
    """Tell a feed or sitemap by its first lines.

    >>> is_list_file('<?xml version="1.0"?><rss version="2.0">'), is_list_file("<html><body>")
    (True, False)
    """
    head = text[:2000]
    return bool(XML.search(head)) and "<html" not in head.lower()


def targets(attributes: str, base: str) -> str | None:
    """Give where a link's attributes lead, absolute; None for none."""
    found = HREF.search(attributes)
    return resolved(next(filter(None, found.groups()), ""), base) if found else None


def resolved(href: str, base: str) -> str | None:
    """Make an address of a page absolute; None for what cannot be one."""
    try:
        return urljoin(base, unescape(href).strip().replace("\\/", "/"))
    except ValueError:
        return None


def entries(text: str, base: str) -> Iterator[tuple[Range, set[str]]]:
    """Give the entries of a feed or sitemap: where each stands, and the addresses it names as its own."""
    position = 0
    while found := ENTRY.search(text, position):
        close = f"</{found[1]}>"
        stop = text.find(close, found.end())
        if stop < 0:
            return
        position = stop + len(close)
        inner = text[found.start() : stop]
        named = (resolved(one or other, base) for one, other in NAMED.findall(inner))
        yield (found.start(), position), {url for url in named if url}


def cards(text: str, base: str, gone: set[str]) -> Iterator[Range]:
    """Give the cards around the links that lead to any of the absolute addresses ``gone``."""
    page = _Page(text, base, gone)
    for number, leads_there in page.links.items():
        place = page.card(number) if leads_there else None
        if place:
            yield place


class _Page:
    """The elements of a page, and what each looks like beside its neighbours."""

    def __init__(self, text: str, base: str, gone: set[str]) -> None:
        self.text = text
        self.found = elements(text)
        self.words = Words(text)
        self.links: dict[int, bool] = {}
        """For each link, whether it leads to what is gone."""
        self.rows: dict[tuple[int, str, str], list[int]] = {}
        """The children of an element that look alike."""
        for number, element in enumerate(self.found):
            self.rows.setdefault(self._shape(element), []).append(number)
            if element.tag in ("a", "area"):
                self.links[number] = targets(element.attributes, base) in gone
        self.numbers = list(self.links)
        self.starts = [self.found[number].start for number in self.numbers]

    def card(self, link: int) -> Range | None:
        """Choose the card around a link; None for a link in prose, which stays prose.

        It is an item of a list, else one of several that look alike, else all around it that holds no other link.
        """
        alone: Range | None = None
        for number in self._up(link):
            element = self.found[number]
            if element.tag in WHOLES or self._is_large(element):
                break
            if element.tag in PROSE and self._is_prose(number):
                return None
            if element.tag in ITEMS or self._recurs(number):
                return self._with_what_follows(number)
            if alone is None or all(self.links[one] for one in self._inside(number)):
                alone = (element.start, element.end)
        return alone

    def _up(self, number: int) -> Iterator[int]:
        for _ in range(HIGHEST):
            if number < 0:
                return
            yield number
            number = self.found[number].parent

    def _words(self, element: Element) -> int:
        return self.words.between(element.start, element.end)

    def _is_large(self, element: Element) -> bool:
        return element.end - element.start > MOST_CHARACTERS or self._words(element) > MOST_WORDS

    def _inside(self, number: int) -> list[int]:
        """Give the links in an element, itself among them."""
        return self.numbers[slice(*self._span(number))]

    def _span(self, number: int) -> Range:
        first = bisect_left(self.numbers, number)
        return first, bisect_left(self.starts, self.found[number].end, lo=first)

    def _is_prose(self, number: int) -> bool:
        linked = sum(self._words(self.found[one]) for one in self._inside(number))
        return linked < LINK_SHARE * self._words(self.found[number])

    def _shape(self, element: Element) -> tuple[int, str, str]:
        named = CLASS.search(element.attributes)
        return element.parent, element.tag, named[1].partition(" ")[0] if named else ""

    def _recurs(self, number: int) -> bool:
        """Tell whether an element stands beside another one like it that holds a link too."""
        if self.found[number].tag in CELLS or any(self.found[above].tag in PROSE for above in self._up(number)):
            return False
        alike = self.rows[self._shape(self.found[number])]
        return any(one != number and len(range(*self._span(one))) for one in alike)

    def _with_what_follows(self, number: int) -> Range:
        """Give an element's place; for a heading in a row of headings with all up to the next one."""
        element = self.found[number]
        stop = self._next_heading(number) if element.tag in HEADINGS else element.end
        fits = self.words.between(element.start, stop) <= MOST_WORDS
        return (element.start, stop) if fits else (element.start, element.end)

    def _next_heading(self, number: int) -> int:
        """Give where the next heading of a row begins, or else where the last child of its parent ends."""
        alike = self.rows[self._shape(self.found[number])]
        later = alike[bisect_right(alike, number) :]
        if later:
            return self.found[later[0]].start
        parent = self.found[number].parent
        beside = (element.end for element in self.found[number:] if element.parent == parent)
        return max(beside) if parent >= 0 else self.found[number].end
