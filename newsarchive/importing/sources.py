"""A WARC file, whoever wrote it, of which any record can be had again by its place."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from newsarchive.snapshots import Corrupt, Member, walk

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
    """Tell whether a file is one gzip member that holds several records: their places then lead nowhere in the file."""
    if not path.is_file() or _at(path, 0) != GZIP:
        return False
    try:
        places = [member.offset for member in islice(walk(path), 2)]
    except Corrupt:
        return False
    return len(places) > 1 and _at(path, places[1]) != GZIP


def _at(path: Path, offset: int) -> bytes:
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(len(GZIP))
