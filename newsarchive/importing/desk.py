"""Where one site's part of an import is stored: its own WARC files, its records, its run."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from newsarchive.archive import Archive, Saved, Snapshot, Stored
from newsarchive.archive.address import address
from newsarchive.archive.models import RunOutcome
from newsarchive.archive.times import stamp
from newsarchive.crawl.learned import learned
from newsarchive.crawl.lock import SiteLock
from newsarchive.crawl.redacting import Graveyard
from newsarchive.custody import manifests
from newsarchive.custody.mending import mend, seal_files
from newsarchive.extract import reader_version
from newsarchive.items import Record, Site
from newsarchive.snapshots import Exchange, Place, Writer, payload_digest

SAME = "SELECT id FROM snapshots WHERE address = ? AND fetched_at = ? AND site = ? AND digest = ? LIMIT 1"

Reader = Callable[[Stored], Record | None]
MakeReader = Callable[[Archive, Site], Reader]
"""Gives, for a site, what reads the stored page of a record again."""


class Desk:
    """Stores what was imported of one site; the site's lock is held until it is closed.

    Raises:
        SiteIsBusyError: the site is being crawled.
    """

    def __init__(self, data: Path, archive: Archive, site: Site, files: str, reader: Reader | None) -> None:
        self.data, self.archive, self.site, self.files = data, archive, site, files
        self.reader = reader
        self.version = reader_version(site, learned(archive, site.name))
        self.graveyard = Graveyard(archive)
        self.run: int | None = None
        self.snapshots = 0
        """Responses that were copied."""
        self.counts = {"new": 0, "changed": 0, "unchanged": 0}
        self._held = ExitStack()
        lock = SiteLock(data, site.name)
        lock.take()
        self._held.callback(lock.release)
        archive.note_site(site)
        mend(data, archive, site.name)
        self._writer = Writer(data, site.name, on_new_file=lambda file: archive.note_warc(file, site.name))
        self._held.callback(self._writer.close)

    def redacted(self, exchange: Exchange) -> Exchange | None:
        """Give a response without what was taken down; None where it shows nothing of that."""
        return self.graveyard.redacted(exchange) if self.graveyard else None

    def store(self, exchange: Exchange, record: Record | None = None) -> Saved | None:
        """Copy a response into our own files, unless that was done before, and save its record."""
        clean = self.redacted(exchange)
        kept = clean or exchange
        digest = payload_digest(kept.body)
        values = (address(kept.url), stamp(kept.fetched_at), self.site.name, digest)
        known: int | None = self.archive.connection.value(SAME, values)
        if known is None:
            known = self._copy(kept, digest, redacted=clean is not None)
        return self._save(record, known, kept)

    def _copy(self, exchange: Exchange, digest: str, *, redacted: bool) -> int:
        original = self.archive.find_payload(digest, self.site.name) if exchange.body else None
        said = (original.url, original.fetched_at) if original else None
        place = self._writer.write(exchange, original=said, redacted=redacted)
        self.snapshots += 1
        return self._note(exchange, place, original, redacted=redacted)

    def _note(self, exchange: Exchange, place: Place, original: Snapshot | None, *, redacted: bool) -> int:
        return self.archive.note_snapshot(
            exchange.url,
            site=self.site.name,
            fetched_at=exchange.fetched_at,
            status=exchange.status,
            mime=(exchange.header("Content-Type") or "").partition(";")[0].strip().lower() or None,
            digest=payload_digest(exchange.body),
            file=place.file,
            offset=place.offset,
            length=place.length,
            run=self._begun(),
            original=original.id if original else None,
            redacted=datetime.now(UTC) if redacted else None,
        )

    def _begun(self) -> int:
        """Give the run's number; what adds nothing is no run."""
        if self.run is None:
            self.run = self.archive.start_run(self.site.name)
        return self.run

    def _save(self, record: Record | None, snapshot: int, exchange: Exchange) -> Saved | None:
        if record is None:
            return None
        record.snapshot = snapshot
        saved = self.archive.save(record, seen_at=exchange.fetched_at, reread=self.reader, extractor=self.version)
        self.counts[saved.outcome] += 1
        return saved

    def close(self, outcome: RunOutcome) -> None:
        """Close the files and the run, and give the lock back.

        An import is a part of a portal: it is no sign that the portal was crawled to its end.
        """
        try:
            self._writer.close()
            seal_files(self.data, self.archive, self.site.name)
            if self.run is not None:
                self.archive.finish_run(self.run, outcome, self.counts, {"import": self.files})
                manifests.write(self.data, self.archive, self.run)
        finally:
            self._held.close()
