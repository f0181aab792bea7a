"""The redirects of a site, as they were stored: by them a page that becomes a record gets its other addresses."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from newsarchive.archive import Archive, Snapshot
from newsarchive.crawl.chains import SENDING, Chains
from newsarchive.reread.pages import UnreadableError, load_page


class Redirects:
    """The redirects of one site; they are loaded when they are first asked for."""

    def __init__(self, data: Path, archive: Archive, site: str) -> None:
        self.data, self.archive, self.site = data, archive, site

    @cached_property
    def chains(self) -> Chains:
        """Give all of them."""
        found = Chains()
        for snapshot in self.archive.snapshots(self.site):
            if snapshot.status in SENDING:
                found.add(snapshot.url, self._location(snapshot))
        return found

    def to(self, url: str) -> list[str]:
        """Give the addresses that led to this one, the nearest first."""
        return self.chains.to(url)

    def _location(self, snapshot: Snapshot) -> str | None:
        try:
            return load_page(self.data, self.archive, snapshot).exchange.header("Location")
        except UnreadableError:
            return None
