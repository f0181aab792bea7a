"""Lists page by page: what each has shown so far, so that an endless one is noticed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsarchive.crawl.addresses import key

MOST_BARREN = 3
"""Pages of a list in a row that may show nothing new before it is left."""
MOST_OLD = 5
"""Items in a row from before ``--since`` after which a list is left."""
MOST_VAIN = 5
"""Known items that a list may bring back in vain before its changed words are believed no more in this crawl."""


class Trails:
    """The lists of one crawl; a trail is what the pages of one list have in common in their addresses."""

    def __init__(self) -> None:
        self._shown: defaultdict[str, set[int]] = defaultdict(set)
        self._anywhere: set[int] = set()
        self._old: defaultdict[str, int] = defaultdict(int)
        self._vain: defaultdict[str, int] = defaultdict(int)

    def show(self, trail: str, urls: Iterable[str]) -> int:
        """Take in what a page of a list shows; give how many of it the list had not shown before.

        >>> trails = Trails()
        >>> trails.show("portal.si/novice", ["https://portal.si/a", "https://portal.si/b"])
        2
        >>> trails.show("portal.si/novice", ["https://portal.si/b/"])
        0
        """
        marks = {hash(key(url)) for url in urls}
        new = marks - self._shown[trail]
        self._shown[trail] |= new
        return len(new)

    def first(self, urls: Iterable[str], *, home: bool = False) -> bool:
        """Tell whether any of the items has been shown by no list in this crawl; the front page counts as no list."""
        marks = {hash(key(url)) for url in urls}
        new = not marks <= self._anywhere
        if not home:
            self._anywhere |= marks
        return new

    def aged(self, trail: str, old: bool) -> None:
        """Take in whether an item of the list is older than asked for."""
        self._old[trail] = self._old[trail] + 1 if old else 0

    def brought_back(self, source: str, same: bool) -> None:
        """Take in whether a known item, fetched again for what a list says of it now, was the same as before."""
        self._vain[source] += 1 if same else -1

    def is_vain(self, source: str) -> bool:
        """Tell whether a list's changed words have proved to say nothing of its items.

        >>> trails = Trails()
        >>> for _ in range(MOST_VAIN):
        ...     trails.brought_back("https://portal.si/sitemap.xml", same=True)
        >>> trails.is_vain("https://portal.si/sitemap.xml")
        True
        """
        return self._vain[source] >= MOST_VAIN

    def is_old(self, trail: str) -> bool:
        """Tell whether the list has come to items older than asked for."""
        return self._old[trail] >= MOST_OLD
