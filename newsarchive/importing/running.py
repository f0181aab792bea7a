"""Foreign WARC files, response by response in order of date, into the archive."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from newsarchive.archive import Archive, BadRecordError, NoArchiveError
from newsarchive.archive.models import RunOutcome
from newsarchive.crawl.addresses import host
from newsarchive.crawl.learned import learned
from newsarchive.crawl.offline import Answer, OfflineReader
from newsarchive.crawl.outcomes import Dropped
from newsarchive.importing import pictures
from newsarchive.importing.desk import Desk, MakeReader
from newsarchive.importing.report import Report
from newsarchive.importing.sites import Sites
from newsarchive.importing.sources import Source
from newsarchive.importing.survey import Entry, Survey, survey
from newsarchive.items import Record, Site
from newsarchive.snapshots import Exchange, SnapshotError, decoded

FORGOTTEN = "forgotten on purpose"
UNSAVED = "cannot be stored"
ELSEWHERE = "not asked for"

Tick = Callable[[str, int, int], None]
"""Told what is being done, how much of it, and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to import."""

    dry: bool = False
    """Write nothing."""
    reader: MakeReader | None = None
    """What tells a portal's edit from a change of our own reading, where the archive knows a page already."""


class Import:
    """Imports some files into the archive of a data folder."""

    def __init__(
        self, data: Path, files: Sequence[Path], sites: Sites, options: Options, tick: Tick | None = None
    ) -> None:
        self.data, self.files, self.sites, self.options = data, files, sites, options
        self.tick = tick or (lambda what, done, total: None)
        self.report = Report([file.name for file in files])

    def run(self) -> Report:
        """Import what can be, and give the report; Ctrl-C ends it between two responses.

        Raises:
            ArchiveError: the archive cannot be written.
            SiteIsBusyError: a site is being crawled.
            OSError: there is no room.
        """
        with tempfile.TemporaryDirectory(prefix="newsarchive-") as folder:
            found = survey(Source(file, Path(folder)) for file in self.files)
            self.report.broken, self.report.passed = found.broken, found.passed
            path = self.data / "archive.db"
            if self.options.dry:
                path = _without_archive(path, Path(folder))
            with Archive(path, readonly=self.options.dry) as archive:
                self._work(Work(self, archive, found))
        return self.report

    def _work(self, work: Work) -> None:
        try:
            with work:
                work.do()
        except KeyboardInterrupt:
            self.report.stopped = True


def _without_archive(path: Path, folder: Path) -> Path:
    """Give the archive to look into for what is known: an empty one where there is none."""
    try:
        Archive(path, readonly=True).close()
    except NoArchiveError:
        empty = folder / "archive.db"
        Archive(empty).close()
        return empty
    return path


class Work:
    """One import under way; use it as a context: how that ends is how the runs end."""

    def __init__(self, whole: Import, archive: Archive, found: Survey) -> None:
        self.data, self.sites, self.options, self.report = whole.data, whole.sites, whole.options, whole.report
        self.tick, self.archive, self.found = whole.tick, archive, found
        self.desks: dict[str, Desk] = {}
        self.readers: dict[str, OfflineReader] = {}
        self.shown: set[str] = set()
        """Addresses of pictures that the items of a dry run show."""
        self.met: set[str] = set()
        """Addresses of the items of a dry run."""

    def __enter__(self) -> Work:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        outcome: RunOutcome = "partial"
        if kind is not None:
            outcome = "interrupted" if issubclass(kind, KeyboardInterrupt) else "failed"
        with ExitStack() as closing:
            for desk in self.desks.values():
                self.report.snapshots += desk.snapshots
                closing.callback(desk.close, outcome)

    def do(self) -> None:
        """Import the pages in order of date, then the pictures that their records show."""
        total = len(self.found.entries)
        entries = sorted(self.found.entries, key=lambda one: one.what == "picture")
        for done, entry in enumerate(entries, 1):
            self._take(entry)
            self.tick("import", done, total)

    def _take(self, entry: Entry) -> None:
        try:
            TAKERS[entry.what](self, entry)
        except Dropped as error:
            self.report.passed[error.reason] += 1
        except BadRecordError:
            self.report.passed[UNSAVED] += 1
        except (SnapshotError, StopIteration) as error:
            self.report.passed[str(error) or "cannot be read"] += 1

    def page(self, entry: Entry) -> None:
        """Import a page: its record, if it is an item; of declared sites also what is none."""
        site = self._site(entry)
        self.report.pages += 1
        exchange = self.found.exchange(entry)
        try:
            record = self._read(site, exchange)
        except Dropped:
            if self.sites.is_declared(site):
                self._store(site, exchange)
            raise
        self._save(site, exchange, record)

    def redirect(self, entry: Entry) -> None:
        """Keep a redirect of a declared site; what it says of a record's addresses is known from the first walk."""
        site = self._site(entry)
        if self.sites.is_declared(site):
            self._store(site, self.found.exchange(entry))

    def picture(self, entry: Entry) -> None:
        """Keep a picture that a record shows and of which there is no file."""
        name = pictures.wanted(self.archive, entry.url)
        if self.options.dry or name is None:
            self.report.pictures += entry.url in self.shown or name is not None
            return
        exchange = self.found.exchange(entry)
        status = pictures.keep(self.data, self.archive, entry.url, decoded(exchange))
        if status != pictures.KEPT:
            raise Dropped(status)
        self.report.pictures += 1
        if name in self.desks:
            self._store(self.desks[name].site, exchange)

    def _site(self, entry: Entry) -> Site:
        site = self.sites.of(entry.url)
        if site is None:
            raise Dropped(ELSEWHERE)
        if self.archive.buried([entry.url]):
            raise Dropped(FORGOTTEN)
        return site

    def _read(self, site: Site, exchange: Exchange) -> Record:
        asked = self.found.chains.to(exchange.url)[::-1]
        answer = Answer(exchange.url, exchange.fetched_at, decoded(exchange), exchange.status, exchange.headers, asked)
        reader = self._reader(site)
        reader.hosts.add(host(exchange.url))
        try:
            return reader.read(answer)
        except Dropped:
            raise
        except Exception as error:  # a declaration is somebody's code: anything can go wrong in it
            raise Dropped(f"reading failed ({type(error).__name__})") from error

    def _reader(self, site: Site) -> OfflineReader:
        if site.name not in self.readers:
            self.readers[site.name] = OfflineReader(site, template=learned(self.archive, site.name))
        return self.readers[site.name]

    def _save(self, site: Site, exchange: Exchange, record: Record) -> None:
        if self.archive.buried([record.url, *record.aliases]):
            raise Dropped(FORGOTTEN)
        if self.options.dry:
            self.shown.update(image.url for image in record.images)
            self._foresee(site, record)
            return
        saved = self._store(site, exchange, record)
        assert saved is not None
        self.report.count(site.name, saved)

    def _foresee(self, site: Site, record: Record) -> None:
        """Count what saving would do, as far as it can be told without doing it."""
        known = record.url in self.met or self.archive.get(record.url) is not None
        self.report.count(site.name, "known" if known else "new")
        self.met.add(record.url)

    def _store(self, site: Site, exchange: Exchange, record: Record | None = None) -> str | None:
        if self.options.dry:
            return None
        desk = self.desks.get(site.name) or self._open(site)
        saved = desk.store(exchange, record)
        return saved.outcome if saved else None

    def _open(self, site: Site) -> Desk:
        reader = self.options.reader(self.archive, site) if self.options.reader else None
        desk = self.desks[site.name] = Desk(self.data, self.archive, site, ", ".join(self.report.files), reader)
        return desk


TAKERS: dict[str, Callable[[Work, Entry], None]] = {
    "page": Work.page,
    "redirect": Work.redirect,
    "picture": Work.picture,
}
"""What is done with each kind of response."""
