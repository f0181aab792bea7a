"""Snapshots into files: one writer for a site, one gzip member for a record, a new file for each day."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from newsarchive.snapshots.exchange import Exchange, Place
from newsarchive.snapshots.folders import DAMAGED, SUFFIX, safe, sync, taken
from newsarchive.snapshots.records import exchange_records, warcinfo


def utcnow() -> datetime:
    """Give the present moment."""
    return datetime.now(UTC)


class Writer:
    """Writes the snapshots of one site below ``data/warc``; to be used by one thread at a time, under the site's lock.

    It goes on in the last file of the (UTC) day as long as that is below ``largest`` bytes. ``on_new_file`` is called
    with the name (relative to ``data``) of each file the writer begins to write to, before the first byte is written,
    also where the file was there before: from then on it is not sealed.
    """

    def __init__(
        self,
        data: Path,
        site: str,
        *,
        largest: int = 1 << 30,
        now: Callable[[], datetime] = utcnow,
        on_new_file: Callable[[str], None] | None = None,
    ) -> None:
        self.folder = data / "warc" / safe(site)
        self.on_new_file = on_new_file
        self._name = safe(site)
        self._largest = largest
        self._now = now
        self._day = ""
        self._size = 0
        self._number: int | None = None
        self._path: Path | None = None

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def file(self) -> str | None:
        """The file that is open, relative to the data folder."""
        return None if self._path is None else f"warc/{self._name}/{self._path.name}"

    def write(self, exchange: Exchange, *, original: tuple[str, str] | None = None, redacted: bool = False) -> Place:
        """Append a response and its request, and give where the response lies.

        With the ``original`` (address and ``fetched_at``) whose body this one repeats, the body is not stored again.
        ``redacted``: something was cut out of it.

        Raises:
            OSError: it could not be written; the file ends with the record before.
        """
        response, request = exchange_records(exchange, original, self._now() if redacted else None)
        self._open()
        offset = self._size
        self._append(response + request)
        assert self.file
        return Place(self.file, offset, len(response))

    def close(self) -> None:
        """Make sure that everything is on the disk, and let go of the file."""
        number, self._number, self._path = self._number, None, None
        if number is not None:
            try:
                os.fsync(number)
            finally:
                os.close(number)

    def _open(self) -> None:
        """Have today's file open, with room in it."""
        day = self._now().astimezone(UTC).strftime("%Y%m%d")
        if self._number is not None and day == self._day and self._size < self._largest:
            return
        self.close()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._day = day
        self._begin(self._next(day))

    def _next(self, day: str) -> Path:
        """Give the file to write to: the day's last, or one behind it."""
        files = taken(self.folder, day)
        last = max(files, default=0)
        if last and files[last].name.endswith(SUFFIX) and self._has_room(files[last]):
            return files[last]
        return self.folder / f"{self._name}-{day}-{last + 1:03}{SUFFIX}"

    def _has_room(self, path: Path) -> bool:
        return path.stat().st_size < self._largest and not path.with_name(path.name + DAMAGED).exists()

    def _begin(self, path: Path) -> None:
        if self.on_new_file:
            self.on_new_file(f"warc/{self._name}/{path.name}")
        self._number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o644)
        self._path = path
        self._size = os.fstat(self._number).st_size
        if not self._size:
            sync(self.folder)
            self._append(warcinfo(path.name, self._now()))

    def _append(self, data: bytes) -> None:
        assert self._number is not None
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._number, rest) :]
        except BaseException as error:
            os.ftruncate(self._number, self._size)
            if isinstance(error, OSError):
                error.filename = self.file
            raise
        self._size += len(data)
