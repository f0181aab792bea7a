"""A stored page, as it lies in the archive's WARC files, made ready to be read as on the day it was fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsarchive.archive import Archive, Snapshot
from newsarchive.extract import Page
from newsarchive.snapshots import Exchange, Place, SnapshotError, charset, decoded, load

NOT_STORED = "no stored page"
"""Said of a record that was never kept together with its page, or whose page was taken out."""


class UnreadableError(Exception):
    """A stored page cannot be had; the text says why in a few words."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """One response as it was kept, its body unpacked."""

    snapshot: Snapshot
    exchange: Exchange
    body: bytes

    @property
    def fetched(self) -> datetime:
        """When it was fetched, with its zone (UTC)."""
        return datetime.fromisoformat(self.snapshot.fetched_at)

    def page(self) -> Page:
        """Give the page parsed, with the character set that its header declared, as the crawl does."""
        return Page(self.body, self.snapshot.url, encoding=charset(self.exchange))


def stored_page(data: Path, archive: Archive, number: int | None) -> StoredPage:
    """Load the snapshot with this number; the body of a ``revisit`` comes from the response that it repeats.

    Raises:
        UnreadableError: there is none, or its file is missing or damaged.
    """
    snapshot = None if number is None else archive.snapshot(number)
    if snapshot is None:
        raise UnreadableError(NOT_STORED)
    return load_page(data, archive, snapshot)


def load_page(data: Path, archive: Archive, snapshot: Snapshot) -> StoredPage:
    """Load a snapshot that has been looked up already; see :func:`stored_page`."""
    original = None if snapshot.original is None else archive.snapshot(snapshot.original)
    if snapshot.length is None:
        raise UnreadableError(NOT_STORED)
    try:
        exchange = load(data, place(snapshot), place(original) if original else None)
        return StoredPage(snapshot, exchange, decoded(exchange))
    except SnapshotError as error:
        raise UnreadableError(str(error)) from error


def place(snapshot: Snapshot) -> Place:
    """Give where a snapshot lies; one without a length is no stored page."""
    return Place(snapshot.file, snapshot.offset, snapshot.length or 0)
