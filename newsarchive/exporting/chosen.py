"""Which snapshots belong to records: the pages they were read from, their pictures, and what those repeat."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsarchive.archive import Archive, Snapshot, Stored
from newsarchive.snapshots import Place

SCHEMA = """
CREATE TABLE chosen (
    id INTEGER PRIMARY KEY, file TEXT, offset INTEGER, length INTEGER, url TEXT, fetched_at TEXT, title TEXT
)
"""
ADD = """
INSERT INTO chosen VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET title = coalesce(title, excluded.title)
"""
PLACES = "SELECT id, file, offset, coalesce(length, 0) FROM chosen ORDER BY file, offset"
PAGES = "SELECT id, url, fetched_at AS ts, title FROM chosen WHERE title IS NOT NULL ORDER BY id"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a record, for a list to choose from."""

    id: int
    url: str
    ts: str
    """When it was fetched."""
    title: str


class Chosen:
    """Snapshots, each once, kept in a file of SQLite's own that nobody sees: memory does not grow with their number."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect("")
        self._rows.execute(SCHEMA)
        self.records = 0
        """How many records were looked at."""
        self.unkept = 0
        """How many of them have no page."""

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()

    def add(self, snapshot: Snapshot, title: str | None = None) -> None:
        """Choose a snapshot; with a title it is the page of a record."""
        row = (snapshot.id, snapshot.file, snapshot.offset, snapshot.length, snapshot.url, snapshot.fetched_at, title)
        self._rows.execute(ADD, row)

    def leave_out(self, numbers: Iterable[int]) -> None:
        """Take snapshots back."""
        self._rows.executemany("DELETE FROM chosen WHERE id = ?", ((number,) for number in numbers))

    def places(self) -> Iterator[tuple[int, Place]]:
        """Give their numbers and where they lie, in the order in which they lie there."""
        for number, *place in self._rows.execute(PLACES):
            yield number, Place(*place)

    def pages(self) -> Iterator[Page]:
        """Give the pages of records in the order of their fetching."""
        for row in self._rows.execute(PAGES):
            yield Page(*row)


def choose(archive: Archive, records: Iterable[Stored]) -> Chosen:
    """Choose the snapshots of records: of every version, of the present one, of their pictures."""
    chosen = Chosen()
    for stored in records:
        chosen.records += 1
        pages = list(_pages(archive, stored))
        chosen.unkept += not pages
        for snapshot, title in pages:
            chosen.add(snapshot, title or snapshot.url)
        for snapshot in [*(page for page, _ in pages), *_pictures(archive, stored)]:
            _add_with_original(archive, chosen, snapshot)
    return chosen


def _pages(archive: Archive, stored: Stored) -> Iterator[tuple[Snapshot, str | None]]:
    """Give the pages that a record's texts were read from, the oldest first, with the title that each had."""
    titles = {version.snapshot: version.title for version in archive.versions(stored.id)}
    titles.setdefault(stored.snapshot, stored.record.title)
    for number, title in titles.items():
        snapshot = None if number is None else archive.snapshot(number)
        if snapshot:
            yield snapshot, title


def _pictures(archive: Archive, stored: Stored) -> Iterator[Snapshot]:
    for image in stored.record.images:
        yield from archive.snapshots(url=image.url)


def _add_with_original(archive: Archive, chosen: Chosen, snapshot: Snapshot) -> None:
    chosen.add(snapshot)
    original = None if snapshot.original is None else archive.snapshot(snapshot.original)
    if original:
        chosen.add(original)
