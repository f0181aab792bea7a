"""What a core does: load stored pages, read them, compare; it writes nothing, and tells only what is new."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import dataclass, field, replace
from multiprocessing import parent_process
from pathlib import Path
from typing import Any, Literal

from newsarchive.archive import Archive, Stored
from newsarchive.archive.saving import differing, renewed
from newsarchive.crawl.learned import learned
from newsarchive.crawl.offline import Answer, OfflineReader
from newsarchive.crawl.outcomes import Dropped
from newsarchive.extract import Template, reader_version
from newsarchive.items import Record, Site
from newsarchive.reread.pages import StoredPage, UnreadableError, stored_page
from newsarchive.reread.planning import captures

Result = Literal["same", "other", "no item", "unreadable", "item"]
Changes = dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Portal:
    """A site as it is declared today, and where its pages are."""

    site: Site
    hosts: frozenset[str] = frozenset()
    template: Template | None = None
    """What its pages have taught; :func:`taught` adds it."""

    @property
    def version(self) -> str:
        """The version of today's reader for it."""
        return reader_version(self.site, self.template)

    def reader(self) -> OfflineReader:
        """Give what reads its stored pages."""
        return OfflineReader(self.site, set(self.hosts), self.template)


def taught(portal: Portal, data: Path) -> Portal:
    """Give a portal with what the archive of a data folder knows of its template."""
    with Archive(data / "archive.db", readonly=True) as archive:
        return replace(portal, template=learned(archive, portal.site.name))


@dataclass(frozen=True, slots=True)
class Task:
    """Pages to read: those of records (by the records' numbers), or other snapshots of a site."""

    what: Literal["records", "others"]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at one page."""

    number: int
    """The record's, or the snapshot's."""
    result: Result
    """same; other (fields differ); no item (any more); unreadable; item (that was none)."""
    url: str = ""
    snapshot: int | None = None
    """The page that was read; a record that has another by now has been crawled meanwhile."""
    reason: str = ""
    """Why it is no item or cannot be read."""
    changes: Changes = field(default_factory=dict)
    """Old and new value of each field that differs."""
    records: tuple[tuple[Record, str], ...] = ()
    """What today's reader reads, and when each page was fetched; several where one address was fetched repeatedly."""


class Desk:
    """Where pages of one site are read; opens the archive for reading only."""

    def __init__(self, data: Path, portal: Portal) -> None:
        self.data = data
        self.archive = Archive(data / "archive.db", readonly=True)
        self.reader = portal.reader()

    def close(self) -> None:
        """Let go of the archive."""
        self.archive.close()

    def do(self, task: Task) -> list[Found]:
        """Read the pages of a task."""
        one = self._record if task.what == "records" else self._other
        return [found for number in task.numbers if (found := one(number))]

    def _record(self, number: int) -> Found | None:
        """Read the page of a record again; None if the record has gone meanwhile."""
        stored = self.archive.get(number)
        if stored is None:
            return None
        try:
            record, _ = self._read(stored.snapshot)
        except UnreadableError as error:
            return Found(number, "unreadable", stored.record.url, reason=str(error))
        except Dropped as error:
            return Found(number, "no item", stored.record.url, reason=error.reason)
        changes = self._changes(stored, record)
        if not changes:
            return Found(number, "same", snapshot=stored.snapshot)
        seen = ((record, stored.last_seen),)
        return Found(number, "other", stored.record.url, stored.snapshot, changes=changes, records=seen)

    def _other(self, number: int) -> Found | None:
        """Read a page that is no record's; None if it is still none, else with all that was seen at its address."""
        if self._seen(number) is None:
            return None
        seen = tuple(filter(None, map(self._seen, captures(self.archive, number))))
        snapshot = self.archive.snapshot(number)
        return Found(number, "item", snapshot.url if snapshot else "", number, records=seen)

    def _seen(self, number: int) -> tuple[Record, str] | None:
        try:
            return self._read(number)
        except (UnreadableError, Dropped):
            return None

    def _read(self, number: int | None) -> tuple[Record, str]:
        """Give the record of a stored page, and when it was fetched.

        Raises:
            UnreadableError: it cannot be had, or the site's own last hand fails at it.
            Dropped: it is no item.
        """
        stored = stored_page(self.data, self.archive, number)
        try:
            record = self.reader.read(answer_of(stored))
        except Dropped:
            raise
        except Exception as error:  # a declaration is somebody's code: anything can go wrong in it
            raise UnreadableError(f"reading failed ({type(error).__name__}: {error})") from error
        record.snapshot = stored.snapshot.id
        return record, stored.snapshot.fetched_at

    def _changes(self, stored: Stored, record: Record) -> Changes:
        """Give what differs once the new reading is merged with what the archive must not forget."""
        old, new = stored.record, renewed(self.archive.connection, stored, record)
        return {name: (getattr(old, name), getattr(new, name)) for name in differing(old, new)}


def answer_of(stored: StoredPage) -> Answer:
    """Give a stored page as the answer that it was."""
    return Answer(
        stored.snapshot.url, stored.fetched, stored.body, stored.snapshot.status or 0, stored.exchange.headers
    )


_desk: Desk | None = None


def sit_down(data: Path, portal: Portal) -> None:
    """Make this process a worker: it has a desk of its own, leaves Ctrl-C to its parent, and ends with that."""
    global _desk
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _desk = Desk(data, portal)


def _end_with_parent() -> None:
    """End at once when the parent is gone, even if it was killed: a pool's processes would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def work(task: Task) -> list[Found]:
    """Do a task at this process's desk."""
    assert _desk is not None
    return _desk.do(task)
