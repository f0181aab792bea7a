"""The links of a page, each with what it says of its target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from newsarchive.crawl.addresses import clean
from newsarchive.crawl.patterns import COMMENT_FEED, FEED_TYPES, NOT_ITEM_WORDS
from newsarchive.extract.outline import HEADINGS

UNFOLLOWED = frozenset(("nofollow", "sponsored"))


@dataclass(frozen=True, slots=True)
class Link:
    """One ``<a href>``."""

    url: str
    """Where it leads, absolute and without fragment."""
    text: str
    """Its words; where it has none, its label, its title, or what its picture is called."""
    rel: str
    """The ``rel`` attribute in small letters."""
    element: etree._Element
    """The element in the tree."""

    @property
    def heads(self) -> bool:
        """Whether it is, holds or stands in a heading."""
        above = (parent.tag for parent in (self.element.getparent(),) if parent is not None)
        return any(tag in HEADINGS for tag in above) or any(child.tag in HEADINGS for child in self.element.iter())


def links(tree: etree._Element, base: str) -> Iterator[Link]:
    """Give the links of a page in its order, without those to itself and those that ask not to be followed.

    >>> tree = etree.fromstring('<p><a href="/a">Nov <b>most</b></a><a href="#top">Na vrh</a></p>')
    >>> [(link.url, link.text) for link in links(tree, "https://portal.si/")]
    [('https://portal.si/a', 'Nov most')]
    """
    for element in tree.iter("a"):
        address = element.get("href")
        if not address or address[0] == "#" or address[:11].lower() == "javascript:":
            continue
        rel = element.get("rel", "").lower()
        url = None if UNFOLLOWED & set(rel.split()) else clean(address, base)
        if url is not None:
            yield Link(url, _text(element), rel, element)


def words(element: etree._Element) -> str:
    """Give the text in an element, its white space made even.

    >>> words(etree.fromstring("<p> Nov   <b>most</b></p>"))
    'Nov most'
    """
    return " ".join("".join(map(str, element.itertext())).split())


def _text(element: etree._Element) -> str:
    text = words(element)
    if text and not NOT_ITEM_WORDS.match(text):
        return text
    said = (element.get("aria-label"), element.get("title"), *(image.get("alt") for image in element.iter("img")))
    return next((" ".join(one.split()) for one in said if one), text)


def feeds(tree: etree._Element, base: str) -> list[str]:
    """Give the feeds a page names in its head, without those of its comments.

    >>> tree = etree.fromstring('<head><link rel="alternate" type="application/rss+xml" href="/feed/"/></head>')
    >>> feeds(tree, "https://portal.si/")
    ['https://portal.si/feed/']
    """
    found = [
        clean(link.get("href", ""), base)
        for link in tree.iter("link")
        if link.get("type", "").lower() in FEED_TYPES and "alternate" in link.get("rel", "").lower()
    ]
    return list(dict.fromkeys(url for url in found if url and not COMMENT_FEED.search(url)))


def further(tree: etree._Element, base: str) -> str | None:
    """Give the next page of a list as its head names it (``<link rel="next">``), or None.

    >>> further(etree.fromstring('<head><link rel="next" href="/novice/page/2"/></head>'), "https://portal.si/novice")
    'https://portal.si/novice/page/2'
    """
    for link in tree.iter("link"):
        if link.get("rel", "").lower() == "next" and link.get("href"):
            return clean(link.get("href", ""), base)
    return None


def refresh(tree: etree._Element, base: str) -> str | None:
    """Give where a page sends its reader by ``<meta http-equiv="refresh">``, or None.

    >>> refresh(etree.fromstring('<meta http-equiv="Refresh" content="0; URL=index.php"/>'), "https://portal.si/")
    'https://portal.si/index.php'
    """
    for meta in tree.iter("meta"):
        if meta.get("http-equiv", "").lower() == "refresh":
            _, mark, address = meta.get("content", "").partition("=")
            return clean(address.strip("'\" "), base) if mark else None
    return None
