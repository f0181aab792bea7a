"""Where the responses of one crawl are kept: WARC files below the data folder, and a row in ``snapshots`` for each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

from newsarchive.archive import Archive, Snapshot
from newsarchive.custody.mending import seal_files
from newsarchive.snapshots import Exchange, Place, Writer, payload_digest

Redact = Callable[[Exchange], Exchange | None]
"""Gives an exchange without what was taken down, or None where nothing of that is in it; called by the thread."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written of a response."""

    exchange: Exchange
    place: Place
    digest: str | None
    original: Snapshot | None
    """The snapshot whose payload it repeats."""
    redacted: bool


class Shelf:
    """Keeps the responses of one crawl.

    One thread beside the event loop does what takes time: digest, compression, writing. It has a connection of its own,
    by which it looks up payloads and notes each file before it begins to write to it; it never waits for the loop. The
    responses are noted by the loop's thread.
    """

    def __init__(
        self,
        data: Path,
        archive: Archive,
        site: str,
        run: Callable[[], int | None],
        redact: Redact | None = None,
    ) -> None:
        self.data = data
        self.archive = archive
        self.site = site
        self.run = run
        self.redact = redact
        self._writer = Writer(data, site, on_new_file=self._announce)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=f"warc {site}")
        self._index: Archive | None = None

    async def keep(self, exchange: Exchange) -> int:
        """Keep a response and give its number; one that repeats a payload of the site refers to that.

        Raises:
            OSError: it could not be written.
            ArchiveError: it could not be noted.
        """
        return self._note(await asyncio.get_running_loop().run_in_executor(self._thread, self._write, exchange))

    def _write(self, exchange: Exchange) -> Kept:
        """Write a response, in the thread."""
        self._index = self._index or Archive(self.archive.path)
        clean = self.redact(exchange) if self.redact else None
        exchange = clean or exchange
        digest = payload_digest(exchange.body)
        original = _original(self._index, self.site, exchange, digest)
        said = (original.url, original.fetched_at) if original else None
        place = self._writer.write(exchange, original=said, redacted=clean is not None)
        return Kept(exchange, place, original.digest if original else digest, original, clean is not None)

    def _announce(self, file: str) -> None:
        """Note, in the thread, that a file is going to be written to."""
        assert self._index is not None
        self._index.note_warc(file, self.site)

    def _note(self, kept: Kept) -> int:
        exchange, place = kept.exchange, kept.place
        return self.archive.note_snapshot(
            url=exchange.url,
            fetched_at=exchange.fetched_at,
            status=exchange.status,
            mime=_mime(exchange),
            digest=kept.digest,
            file=place.file,
            offset=place.offset,
            length=place.length,
            site=self.site,
            run=self.run(),
            original=kept.original.id if kept.original else None,
            redacted=datetime.now(UTC) if kept.redacted else None,
        )

    def close(self) -> None:
        """Close the files, and note what each is like now.

        Raises:
            OSError: the last of it could not be written out.
        """
        self._thread.submit(self._let_go).result()
        self._thread.shutdown()
        seal_files(self.data, self.archive, self.site)

    def _let_go(self) -> None:
        if self._index:
            self._index.close()
        self._writer.close()


def _original(archive: Archive, site: str, exchange: Exchange, digest: str) -> Snapshot | None:
    """Give the snapshot that holds the payload, if there is one."""
    if exchange.status == HTTPStatus.NOT_MODIFIED:
        return _last(archive, site, exchange.url)
    return archive.find_payload(digest, site) if exchange.body else None


def _last(archive: Archive, site: str, url: str) -> Snapshot | None:
    """Give the snapshot that holds what was last had of an address."""
    last = None
    for one in archive.snapshots(site=site, url=url):
        last = one if one.status == HTTPStatus.OK else last
    return last if last is None or last.original is None else archive.snapshot(last.original)


def _mime(exchange: Exchange) -> str | None:
    """Give the content type that the server named.

    >>> from datetime import UTC, datetime
    >>> headers = [("Content-Type", "Text/HTML; charset=utf-8")]
    >>> _mime(Exchange("http://localhost/", datetime(2026, 11, 23, tzinfo=UTC), 200, headers, b""))
    'text/html'
    """
    return (exchange.header("Content-Type") or "").partition(";")[0].strip().lower() or None
