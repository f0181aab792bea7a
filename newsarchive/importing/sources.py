"""A WARC file, whoever wrote it, of which any record can be had again by its place."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from newsarchive.snapshots import Member, walk
from newsarchive.snapshots.members import record
from newsarchive.snapshots.tape import BadError, EndedError, Tape, Unpacked

GZIP = b"\x1f\x8b"
PIECE = 1 << 20


class Source:
    """One file; one that is a single gzip member as a whole is unpacked into ``folder`` first, if it is read again."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self.folder = folder
        self.readable = path

    def members(self) -> Iterator[Member]:
        """Give all records in their order.

        Raises:
            MissingFile: there is no such file.
            Corrupt: the file breaks, or is no WARC file; what came before is whole.
            OSError: it cannot be opened, or there is no room to unpack it.
        """
        if _is_whole(self.path):
            self.readable = self._unpacked()
        yield from walk(self.readable)

    def member(self, offset: int) -> Member:
        """Give the record that begins at this byte."""
        return next(walk(self.readable, offset))

    def _unpacked(self) -> Path:
        """Unpack as far as the file goes; where it breaks, its last record is found to be cut off."""
        folder = self.folder / str(abs(hash(self.path.absolute())))
        folder.mkdir(parents=True, exist_ok=True)
        unpacked = folder / self.path.name
        with gzip.open(self.path) as packed, unpacked.open("wb") as file:
            try:
                while piece := packed.read1(PIECE):
                    file.write(piece)
            except (EOFError, zlib.error, gzip.BadGzipFile):
                pass
        return unpacked


def _is_whole(path: Path) -> bool:
    """Tell whether a file's first gzip member goes on behind its first record: places then lead nowhere in the file."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        if file.read(len(GZIP)) != GZIP:
            return False
        file.seek(0)
        tape = Tape(Unpacked(file).pull)
        try:
            record(tape, 0)
            return tape.skip_newlines()
        except (EndedError, BadError):
            return False
