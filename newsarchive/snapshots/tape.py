"""Reading on and on: bytes from wherever they come, up to a mark or so many at once."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

PIECE = 1 << 16
"""Bytes read, or at most unpacked, at a time."""
MOST_HEAD = 1 << 20
"""Bytes that the head of a record may have."""
BLANK = re.compile(rb"\r?\n\r?\n")
NEWLINES = b"\r\n"


class EndedError(Exception):
    """There is no more, where there should be."""


class BadError(Exception):
    """What is there cannot be read; the text says why."""


class Tape:
    """Bytes one behind the other; ``pull`` gives the next piece, ``b""`` at the end."""

    def __init__(self, pull: Callable[[], bytes]) -> None:
        self._pull = pull
        self._ahead = b""
        self.position = 0
        """Bytes that were given out or passed."""

    def head(self) -> bytes:
        """Give what stands before the next blank line, and pass that line."""
        while not (found := BLANK.search(self._ahead)):
            if len(self._ahead) > MOST_HEAD:
                raise BadError("a head that does not end")
            self._more()
        head, self._ahead = self._ahead[: found.start()], self._ahead[found.end() :]
        self.position += found.end()
        return head

    def take(self, size: int) -> bytes:
        """Give so many bytes."""
        return b"".join(self._parts(size))

    def take_or_pass(self, size: int, most: int) -> bytes:
        """Give so many bytes; where they are more than ``most``, pass them and give none. Below 0 counts as 0."""
        if size <= most:
            return self.take(size)
        for _ in self._parts(size):
            pass
        return b""

    def _parts(self, size: int) -> Iterator[bytes]:
        while size > 0:
            if not self._ahead:
                self._more()
            part, self._ahead = self._ahead[:size], self._ahead[size:]
            self.position += len(part)
            size -= len(part)
            yield part

    def skip_newlines(self) -> bool:
        """Pass line breaks, and tell whether anything comes behind them."""
        while True:
            kept = self._ahead.lstrip(NEWLINES)
            self.position += len(self._ahead) - len(kept)
            self._ahead = kept
            if kept:
                return True
            self._ahead = self._pull()
            if not self._ahead:
                return False

    def starts(self, size: int) -> bytes:
        """Look at the next bytes without passing them; fewer at the end."""
        while len(self._ahead) < size and (piece := self._pull()):
            self._ahead += piece
        return self._ahead[:size]

    def _more(self) -> None:
        piece = self._pull()
        if not piece:
            raise EndedError
        self._ahead += piece


class Unpacked:
    """One gzip member of a file, unpacked piece by piece from where the file stands."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = b""
        self._pieces = self._unpack()
        self.start = file.tell()
        self.end = self.start
        """Where the member ends; right once everything is unpacked."""

    def pull(self) -> bytes:
        """Give the next piece, ``b""`` behind the last."""
        return next(self._pieces, b"")

    def _unpack(self) -> Iterator[bytes]:
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        while not unpacker.eof:
            packed = unpacker.unconsumed_tail or self._file.read(PIECE)
            try:
                piece = unpacker.decompress(packed, PIECE)
            except zlib.error as error:
                raise BadError(f"no sound gzip: {error}") from error
            if piece:
                yield piece
            elif not packed:
                raise EndedError
        self.end = self._file.tell() - len(unpacker.unused_data)
        self._file.seek(self.end)
