"""What a page that lists items says: which links are cards of items, and what each card tells of its item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from lxml import etree

from newsarchive.crawl.addresses import shape
from newsarchive.crawl.links import Link, words
from newsarchive.crawl.patterns import NUMBER, PASSING, PRINTED_DATE
from newsarchive.extract.outline import HEADINGS

LONG_TITLE = 25
"""Characters from which the words of a link read like a title."""
SISTERS = 4
"""How many links of one shape make it likely that they are what the page lists."""
CLIMB = 4
"""How far above its link a card may reach."""
NAVIGATION = frozenset(("nav", "header", "footer"))


def cards(found: Iterable[Link]) -> dict[str, str]:
    """Give for each address the fullest words that the page's links have for it, with the date printed beside them.

    >>> html = '<li><a href="/a"><h3>Nov most</h3></a><a href="/a">Preberi več</a><i>23. 11. 2026</i></li>'
    >>> tree = etree.fromstring(html)
    >>> from newsarchive.crawl.links import links
    >>> cards(links(tree, "https://portal.si/"))
    {'https://portal.si/a': 'Nov most | 23. 11. 2026'}
    """
    best: dict[str, Link] = {}
    addresses: set[str | None] = set()
    for link in found:
        addresses.add(link.element.get("href"))
        known = best.get(link.url)
        if known is None or _weight(link) > _weight(known):
            best[link.url] = link
    return {url: f"{_lasting(_title(link))[:200]} | {_date(link, addresses)}" for url, link in best.items()}


def _lasting(title: str) -> str:
    """Leave out what changes although the item does not.

    >>> _lasting("Nov most pred 3 urami (12)")
    'Nov most'
    """
    return " ".join(PASSING.sub(" ", title).split())


def _weight(link: Link) -> tuple[bool, int]:
    return link.heads, len(_title(link))


def _title(link: Link) -> str:
    """Give the heading in a card that is one big link, else the link's words."""
    headings = (words(child) for child in link.element.iter(*HEADINGS))
    return next(filter(None, headings), link.text)


def _date(link: Link, addresses: set[str | None]) -> str:
    """Give the first date in the largest box around the link that holds no other card's link."""
    box = _box(link.element, addresses - {link.element.get("href")})
    stamped = (time.get("datetime") for time in box.iter("time"))
    stamp = next(filter(None, stamped), None)
    if stamp:
        return stamp
    printed = PRINTED_DATE.search(" ".join(map(str, box.itertext())))
    return " ".join(printed[0].split()) if printed else ""


def _box(element: etree._Element, others: set[str | None]) -> etree._Element:
    for _ in range(CLIMB):
        above = element.getparent()
        if above is None or any(a.get("href") in others for a in above.iter("a")):
            break
        element = above
    return element


def likely_items(found: Iterable[Link], learned: Callable[[str], bool]) -> set[str]:
    """Give the links that look like items: by an address like those of items, a title's length, or many sisters.

    ``learned`` tells of an address whether its shape is known to be that of items.
    """
    page = [link for link in found if not _in_navigation(link.element)]
    sisters = Counter(shape(url) for url in {link.url for link in page if not NUMBER.match(link.text)})
    return {
        link.url
        for link in page
        if learned(link.url)
        or len(link.text) >= LONG_TITLE
        or link.heads
        or (link.text and sisters[shape(link.url)] >= SISTERS)
    }


def _in_navigation(element: etree._Element) -> bool:
    return any(above.tag in NAVIGATION for above in element.iterancestors())
