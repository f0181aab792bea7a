"""Finding one's way on a portal that nobody declared: which kinds of addresses pay, and which are traps.

Sister addresses (:func:`~newsarchive.crawl.addresses.shape`) behave alike. A shape whose pages turned out to be items
is one of items; a shape whose pages brought nothing many times in a row is a calendar, a cloud of key words, a print
version: it is closed for the rest of the crawl.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlsplit

from w3lib.url import url_query_cleaner

from newsarchive.crawl.addresses import shape
from newsarchive.crawl.paging import chain

PATIENCE = 10
"""Pages of one shape in a row that may bring nothing."""
SURE = 2
"""Items of one shape after which the shape is taken for that of items."""
BUDGET = 300
"""Pages in all that may bring nothing, before a crawl keeps to items; each item found adds one."""
NOISE = 4
"""How often a parameter must have made no difference before it is left out."""
MARKED = 5
"""How many links of a page must carry a parameter before it is compared with the next page's."""
LOOKS_AROUND = 5
"""On how many items' own pages all links are looked at; later only those that look like items."""


class Explorer:
    """What one crawl has learned of a portal's addresses."""

    def __init__(self) -> None:
        self.items: Counter[str] = Counter()
        self.others: Counter[str] = Counter()
        self.in_vain: Counter[str] = Counter()
        self.wasted = 0
        self.noise: Counter[str] = Counter()
        self.last: dict[str, str] = {}

    def met_item(self, url: str, *, new: bool = True) -> None:
        """Learn that a page is an item; one that is known under another address is of no use."""
        if new:
            self.items[shape(url)] += 1
        self._credit(url, new)

    def met_list(self, url: str, *, useful: bool) -> None:
        """Learn that a page is no item; it is useful if it showed items that were not known."""
        self.others[shape(url)] += 1
        self._credit(url, useful)

    def _credit(self, url: str, useful: bool) -> None:
        name = shape(chain(url))
        self.in_vain[name] = 0 if useful else self.in_vain[name] + 1
        self.wasted += not useful

    def met_twin(self, one: str, other: str) -> None:
        """Learn from two addresses of one page: parameters in which they differ do not matter."""
        if one.partition("?")[0] == other.partition("?")[0]:
            self.noise.update(name for name, _ in _pairs(one) ^ _pairs(other))

    def met_links(self, urls: Iterable[str]) -> None:
        """Learn from a page's links: a parameter that has one value on each page, but another on the next, is noise."""
        values: defaultdict[str, set[str]] = defaultdict(set)
        paths: defaultdict[str, set[str]] = defaultdict(set)
        for url in urls:
            for name, value in _pairs(url) if "?" in url else ():
                values[name].add(value)
                paths[name].add(urlsplit(url).path)
        for name in values:
            if len(values[name]) == 1 and len(paths[name]) >= MARKED:
                (value,) = values[name]
                self.noise[name] += self.last.get(name, value) != value
                self.last[name] = value

    def tidy(self, url: str) -> str:
        """Take from an address the parameters that have been found not to matter, such as the number of the visit.

        >>> explorer = Explorer()
        >>> for visit in range(NOISE):
        ...     explorer.met_twin("https://portal.si/most?obisk=x", f"https://portal.si/most?obisk={visit}")
        >>> explorer.tidy("https://portal.si/cesta?id=3&obisk=77")
        'https://portal.si/cesta?id=3'
        """
        noise = [name for name, times in self.noise.items() if times >= NOISE]
        return url_query_cleaner(url, noise, remove=True, unique=False) if noise and "?" in url else url

    def is_open(self, url: str) -> bool:
        """Tell whether it is still worth asking for addresses like this one."""
        if self.wasted > BUDGET + sum(self.items.values()):
            return self.looks_like_item(url)
        return self.in_vain[shape(chain(url))] < PATIENCE

    def looks_like_item(self, url: str) -> bool:
        """Tell whether most addresses of this shape were items.

        >>> explorer = Explorer()
        >>> for name in ("nov-most", "stara-cesta"):
        ...     explorer.met_item(f"https://portal.si/novice/{name}")
        >>> explorer.looks_like_item("https://portal.si/novice/mlin"), explorer.looks_like_item("https://portal.si/sport/mlin")
        (True, False)
        """
        name = shape(url)
        return self.items[name] >= SURE and self.items[name] > self.others[name]

    def may_be_item(self, url: str) -> bool:
        """Tell whether an address looks like an item, or no item has been met yet to compare it with."""
        return not self.items or self.looks_like_item(url)

    def looks_around(self) -> bool:
        """Tell whether so few items were met that their pages' links are all worth a look."""
        return sum(self.items.values()) <= LOOKS_AROUND


def _pairs(url: str) -> set[tuple[str, str]]:
    return set(parse_qsl(urlsplit(url).query, True))
