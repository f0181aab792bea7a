"""Paging: which page of a list an address is, and which link leads to the next one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsarchive.crawl.addresses import host, key, target
from newsarchive.crawl.links import Link
from newsarchive.crawl.patterns import NEXT_WORDS, NUMBER, PAGE_NUMBER

DIGITS = re.compile(r"\d+")
ENDING = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)
LAST_NUMBER = re.compile(r"(?:[?&]\w+=|[/_-])?\d+(?=\D*$)")
"""The last number in an address, with what sets it apart."""


def chain(url: str) -> str:
    """Give what all pages of one list share: the address without its page number.

    >>> chain("https://portal.si/novice/page/3/") == chain("https://portal.si/novice") == chain("https://portal.si/novice?stran=2")
    True
    >>> chain("https://portal.si/arhiv_12.html")
    'https://portal.si/arhiv'
    """
    without = PAGE_NUMBER.sub("", url).rstrip("?&")
    head, mark, query = without.partition("?")
    return ENDING.sub("", head).rstrip("/") + mark + query


def number(url: str) -> int | None:
    """Give the page number (or offset) that an address holds, or None.

    >>> number("https://portal.si/novice/page/3/"), number("https://portal.si/lokalno?page=0,0,7"), number("https://portal.si/novice")
    (3, 7, None)
    """
    found = PAGE_NUMBER.search(url)
    if found is None:
        return None
    digits = (found["a"] or found["b"] or found["c"]).split(",")[-1]
    return int(digits) if digits else None


def next_pages(url: str, links: Iterable[Link], named: str | None = None) -> list[str]:
    """Give the addresses that may be the page that follows, the likeliest first; none at the end of a list.

    ``named`` is what the page's head calls the next one. Then comes the link that says so, then the numbers above the
    page's own, in their order.

    >>> from lxml import etree
    >>> a = etree.Element("a")
    >>> pages = [Link(f"https://portal.si/novice?od={n}", str(n // 10 + 1), "", a) for n in (0, 10, 20)]
    >>> next_pages("https://portal.si/novice?od=10", pages)
    ['https://portal.si/novice?od=20']
    """
    candidates = list(links)
    worded = [link.url for link in candidates if _says_next(link) and _follows(url, link.url)]
    numbered = {other: link.url for link in candidates if (other := _number_of(url, link)) is not None}
    later = [numbered[other] for other in sorted(numbered) if other > (number(url) or 0)]
    found = ([named] if named else []) + worded + later
    return [page for page in dict.fromkeys(found) if page != url]


def is_paging(url: str, link: Link) -> bool:
    """Tell whether a link of the page at ``url`` only leads to another page of the same list.

    >>> from lxml import etree
    >>> is_paging("https://portal.si/novice", Link("https://portal.si/novice/page/9", "Zadnja", "", etree.Element("a")))
    True
    """
    if link.rel in ("next", "prev"):
        return True
    return (number(link.url) is not None or number(url) is not None) and chain(link.url) == chain(url)


def _says_next(link: Link) -> bool:
    return "next" in link.rel.split() or bool(NEXT_WORDS.search(link.text))


def _follows(url: str, other: str) -> bool:
    """Tell whether a "next" link leads on in the list: not back, and not to something else ("Naprej na članek")."""
    here, there = number(url), number(other)
    if there is not None and chain(url) == chain(other):
        return here is None or there > here
    return key(other) != key(url) and _differ_in_a_number(chain(url), chain(other))


def _differ_in_a_number(one: str, other: str) -> bool:
    if host(one) != host(other):
        return False
    here, there = target(one), target(other)
    return DIGITS.sub("0", here) == DIGITS.sub("0", there) or LAST_NUMBER.sub("", there) == here


def _number_of(url: str, link: Link) -> int | None:
    """Give a link's page number, if its address has one of this list, or differs from the page's in one number only."""
    if chain(link.url) == chain(url) and (found := number(link.url)) is not None:
        return found
    said = NUMBER.match(link.text)
    if said and _follows(url, link.url):
        return int(said[1])
    return None
