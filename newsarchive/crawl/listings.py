"""What a page that lists items says: which links are cards of items, and what each card tells of its item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from lxml import etree

from newsarchive.crawl.addresses import is_page, key, shape, target
from newsarchive.crawl.links import Link
from newsarchive.crawl.patterns import NUMBER, PRINTED_DATE

LONG_TITLE = 25
"""Characters from which the words of a link read like a title."""
SISTERS = 4
"""How many links of one shape make it likely that they are what the page lists."""
CLIMB = 4
"""How far above its link a card may reach."""
NAVIGATION = frozenset(("nav", "header", "footer"))


def cards(found: Iterable[Link]) -> dict[str, str]:
    """Give for each address the fullest words that the page's links have for it, with the date printed beside them.

    >>> tree = etree.fromstring('<li><a href="/a"><h3>Nov most</h3></a><a href="/a">Preberi več</a><i>23. 11. 2026</i></li>')
    >>> from newsarchive.crawl.links import links
    >>> cards(links(tree, "https://portal.si/"))
    {'https://portal.si/a': 'Nov most | 23. 11. 2026'}
    """
    best: dict[str, Link] = {}
    for link in found:
        known = best.get(link.url)
        if known is None or _weight(link) > _weight(known):
            best[link.url] = link
    return {url: f"{_title(link)[:200]} | {_date(link)}" for url, link in best.items()}


def _weight(link: Link) -> tuple[bool, int]:
    return link.heads, len(_title(link))


def _title(link: Link) -> str:
    """A card that is one big link holds its title in a heading."""
    for child in link.element.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        words = " ".join("".join(child.itertext()).split())
        if words:
            return words
    return link.text


def _date(link: Link) -> str:
    """The first date in the largest box around the link that holds no other item's link."""
    box = link.element
    for _ in range(CLIMB):
        above = box.getparent()
        if above is None or _others(above, link):
            break
        box = above
    for time in box.iter("time"):
        if time.get("datetime"):
            return str(time.get("datetime"))
    printed = PRINTED_DATE.search(" ".join(box.itertext()))
    return " ".join(printed[0].split()) if printed else ""


def _others(box: etree._Element, link: Link) -> bool:
    """Whether the box reaches into another card: it holds a second heading or a link with other words and a title's length."""
    own = link.element.get("href")
    return any(a.get("href") != own and len("".join(a.itertext()).strip()) >= LONG_TITLE for a in box.iter("a")) or (
        sum(1 for child in box.iter("h2", "h3", "h4") if child is not box) > 1
    )


def likely_items(found: Iterable[Link], learned: Callable[[str], bool]) -> set[str]:
    """Give the links that look like items: by an address like those of items met before, a title's length, or many sisters.

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


def on_site(found: Iterable[Link], hosts: frozenset[str]) -> list[Link]:
    """Keep the links that lead to pages of the site itself (``hosts``: without ``www.``), each address once per element."""
    return [link for link in found if key(link.url).partition("/")[0].partition("?")[0] in hosts and is_page(link.url)]


def declared(found: Iterable[Link], is_item: Callable[[str], bool]) -> list[Link]:
    """Keep the links whose path and query a site's patterns of items match."""
    return [link for link in found if is_item(target(link.url))]
