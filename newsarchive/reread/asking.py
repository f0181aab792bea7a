"""Which addresses once redirected to a page: a crawl notes them as aliases, and so must who reads its pages later."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.crawl.addresses import clean, key
from newsarchive.reread.pages import UnreadableError, load_page

LONGEST = 10
"""Redirects that are followed one after the other."""


class Redirects:
    """The redirects of one site, as they were stored; they are loaded when they are first asked for."""

    def __init__(self, data: Path, archive: Archive, site: str) -> None:
        self.data, self.archive, self.site = data, archive, site

    @cached_property
    def sources(self) -> dict[str, dict[str, None]]:
        """For each address to which somebody was sent (as its key), the addresses that sent there."""
        found: dict[str, dict[str, None]] = {}
        for snapshot in self.archive.snapshots(self.site):
            if snapshot.status is not None and 300 < snapshot.status < 400 and snapshot.status != 304:
                try:
                    location = load_page(self.data, self.archive, snapshot).exchange.header("Location")
                except UnreadableError:
                    continue
                target = clean(location or "", snapshot.url)
                if location and target:
                    found.setdefault(key(target), {})[snapshot.url] = None
        return found

    def to(self, url: str) -> list[str]:
        """Give the addresses that led to this one, the nearest first."""
        met: dict[str, None] = {}
        nearest = [url]
        for _ in range(LONGEST):
            nearest = [one for target in nearest for one in self.sources.get(key(target), ()) if one not in met]
            if not nearest:
                break
            met.update(dict.fromkeys(nearest))
        return list(met)
