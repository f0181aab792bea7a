"""Where the responses of one crawl are kept: WARC files below the data folder, and a row in ``snapshots`` for each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from newsarchive.archive import Archive, Snapshot
from newsarchive.custody.mending import seal_files
from newsarchive.snapshots import Exchange, Place, Writer, payload_digest

UNCHANGED = 304
SMALL = 1 << 20
"""Bytes of a payload whose digest is taken at once: waiting for the thread would cost more."""

Result = TypeVar("Result")
Redact = Callable[[Exchange], Exchange | None]
"""Gives an exchange without what was taken down, or None where nothing of that is in it; called by the thread."""


class Shelf:
    """Keeps the responses of one crawl.

    Compressing and writing are done by one thread beside the event loop; the archive is only touched by the loop's own.
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
        self._loop: asyncio.AbstractEventLoop | None = None

    async def keep(self, exchange: Exchange) -> int:
        """Keep a response and give its number; one that repeats a payload of the site refers to that.

        Raises:
            OSError: it could not be written.
            ArchiveError: it could not be noted.
        """
        clean = await self._beside(partial(self.redact, exchange)) if self.redact else None
        redacted = clean is not None
        exchange = clean or exchange
        digest = await self._digest(exchange)
        original = self._original(exchange, digest)
        said = (original.url, original.fetched_at) if original else None
        place = await self._beside(partial(self._writer.write, exchange, original=said, redacted=redacted))
        return self._note(exchange, place, original, original.digest if original else digest, redacted)

    async def _digest(self, exchange: Exchange) -> str:
        if len(exchange.body) < SMALL:
            return payload_digest(exchange.body)
        return await self._beside(partial(payload_digest, exchange.body))

    def _original(self, exchange: Exchange, digest: str) -> Snapshot | None:
        """Give the snapshot that holds the payload, if there is one."""
        if exchange.status == UNCHANGED:
            return self._last(exchange.url)
        return self.archive.find_payload(digest, self.site) if exchange.body else None

    def _last(self, url: str) -> Snapshot | None:
        """Give the snapshot that holds what was last had of an address."""
        found = self.archive.snapshots(site=self.site, url=url)
        whole = [one for one in found if one.status == 200]
        if not whole:
            return None
        last = whole[-1]
        return last if last.original is None else self.archive.snapshot(last.original)

    async def _beside(self, work: Callable[[], Result]) -> Result:
        self._loop = asyncio.get_running_loop()
        return await self._loop.run_in_executor(self._thread, work)

    def _announce(self, file: str) -> None:
        """Note, from the thread, that a file is going to be written to."""
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._note_file(file), self._loop).result()

    async def _note_file(self, file: str) -> None:
        self.archive.note_warc(file, self.site)

    def _note(
        self, exchange: Exchange, place: Place, original: Snapshot | None, digest: str | None, redacted: bool
    ) -> int:
        return self.archive.note_snapshot(
            url=exchange.url,
            fetched_at=exchange.fetched_at,
            status=exchange.status,
            mime=_mime(exchange),
            digest=digest,
            file=place.file,
            offset=place.offset,
            length=place.length,
            site=self.site,
            run=self.run(),
            original=original.id if original else None,
            redacted=datetime.now(UTC) if redacted else None,
        )

    def close(self) -> None:
        """Close the files, and note what each is like now.

        Raises:
            OSError: the last of it could not be written out.
        """
        self._thread.shutdown()
        self._writer.close()
        seal_files(self.data, self.archive, self.site)


def _mime(exchange: Exchange) -> str | None:
    """Give the content type that the server named.

    >>> from datetime import UTC, datetime
    >>> headers = [("Content-Type", "Text/HTML; charset=utf-8")]
    >>> _mime(Exchange("http://localhost/", datetime(2026, 11, 23, tzinfo=UTC), 200, headers, b""))
    'text/html'
    """
    return (exchange.header("Content-Type") or "").partition(";")[0].strip().lower() or None
