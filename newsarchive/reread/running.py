"""Reading a site's stored pages again: the cores read and compare, this process writes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from newsarchive.archive import Archive, BadRecordError
from newsarchive.crawl.addresses import key
from newsarchive.reread.asking import Redirects
from newsarchive.reread.planning import Choice, count_stale, others, portions, stale
from newsarchive.reread.pool import spread
from newsarchive.reread.reading import Found, Portal, Task, taught
from newsarchive.reread.report import Report

TOGETHER = 20
"""Pages of a task: enough to hide the way to another process, few enough to be written in one short transaction."""
READ_BY = "UPDATE records SET extractor = ? WHERE id = ? AND snapshot IS ?"
UNSAVED = "what was read cannot be stored"
READ_FROM = "SELECT 1 FROM records WHERE id = ? AND snapshot IS ?"

Tick = Callable[[Report, int], None]
"""Told now and then how far it is: the report so far, and how many records there are to read in all."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to read again."""

    since: str | None = None
    """Only pages fetched at this moment (UTC, as the archive writes it) or later."""
    every: bool = False
    """Also records that today's reader has read already."""
    dry: bool = False
    """Write nothing."""
    cores: int = 0
    """How many processes read; 0: one for each core of the machine."""
    others_since: str | None = None
    """Of pages that became no records only those fetched at this moment or later, where they are fewer by that."""
    readers: tuple[str, ...] | None = None
    """Only what one of these readers has read; None: whoever has."""
    run: int | None = None
    """The crawl that is still going on: a text that it, or a later one, has stored is replaced without a version."""

    @property
    def choice(self) -> Choice:
        """Which records are to be read."""
        return Choice(self.since, self.every, self.readers)


class Rereading:
    """Reads the stored pages of one site again."""

    def __init__(self, data: Path, portal: Portal, options: Options, tick: Tick | None = None) -> None:
        self.data, self.portal, self.options = data, taught(portal, data), options
        self.tick = tick or (lambda report, total: None)
        self.site = portal.site.name
        self.report = Report(self.site, self.portal.version)

    def run(self) -> Report:
        """Read what is to be read, write what is new, and give the report; Ctrl-C ends it between two portions.

        The pages of records come last: their numbers tell whether a run was brought to its end.

        Raises:
            WorkerDiedError: a process was killed.
            ArchiveError: the archive cannot be written.
        """
        with Archive(self.data / "archive.db", readonly=self.options.dry) as archive:
            total = self._total(archive)
            if not total and archive.counts().get(self.site):
                return self.report
            try:
                self._work(archive, total)
            except KeyboardInterrupt:
                self.report.stopped = True
        return self.report

    def _total(self, archive: Archive) -> int:
        return count_stale(archive, self.site, self.report.version, self.options.choice)

    def _work(self, archive: Archive, total: int) -> None:
        writer = Writer(self.data, archive, self.report, self.options)
        found = spread(self._tasks(archive), self.data, self.portal, self.options.cores or os.cpu_count() or 1)
        with closing(found) as results:  # type: ignore[type-var]  # a generator, which Iterator does not say
            for portion in results:
                writer.take(portion)
                self.tick(self.report, total)

    def _tasks(self, archive: Archive) -> Iterator[Task]:
        """Give what is to be done, as it is needed."""
        options, reader = self.options, self.portal.reader()
        since = max(filter(None, (options.since, options.others_since)), default=None)
        may_be = (number for number, url in others(archive, self.site, since=since) if reader.may_be_item(url))
        old = stale(archive, self.site, self.report.version, options.choice)
        return chain(
            (Task("others", numbers) for numbers in portions(may_be, TOGETHER)),
            (Task("records", numbers) for numbers in portions(old, TOGETHER)),
        )


class Writer:
    """Writes what was found, one transaction for each task, and counts it."""

    def __init__(self, data: Path, archive: Archive, report: Report, options: Options) -> None:
        self.archive, self.report, self.options = archive, report, options
        self.redirects = Redirects(data, archive, report.site)

    def take(self, portion: list[Found]) -> None:
        """Write the findings of one task."""
        portion = [found for found in portion if not self._is_forgotten(found)]
        if not self.options.dry:
            with self.archive.transaction():
                portion = list(map(self._written, portion))
        for found in portion:
            self.report.count(found)

    def _is_forgotten(self, found: Found) -> bool:
        """Tell whether a page that was none has an address which was taken down."""
        if found.result != "item":
            return False
        named = (url for record, _ in found.records for url in (record.url, *record.aliases))
        return bool(self.archive.buried([found.url, *named, *self.redirects.to(found.url)]))

    def _written(self, found: Found) -> Found:
        """Write what was found at a page, and give it as it turned out."""
        try:
            self._write(found)
        except BadRecordError:  # a declaration is somebody's code; one record must not stop all others
            return replace(found, result="unreadable", reason=UNSAVED)
        return found

    def _write(self, found: Found) -> None:
        version = self.report.version
        if found.result == "same":
            self.archive.connection.execute(READ_BY, (version, found.number, found.snapshot))
        elif found.result == "other" and self._is_still(found):
            self.archive.reread(found.number, found.records[0][0], extractor=version, run=self.options.run)
        elif found.result == "item":
            self._save(found)

    def _is_still(self, found: Found) -> bool:
        """Tell whether the record was not crawled while its page was being read."""
        return bool(self.archive.connection.value(READ_FROM, (found.number, found.snapshot)))

    def _save(self, found: Found) -> None:
        """Make a record of a page that was none, with all that was seen at its address."""
        with self.archive.transaction():
            for record, fetched_at in found.records:
                asked = (url for url in self.redirects.to(found.url) if key(url) != key(record.url))
                record.aliases = list(dict.fromkeys((*record.aliases, *asked)))
                self.archive.save(record, seen_at=datetime.fromisoformat(fetched_at), extractor=self.report.version)
