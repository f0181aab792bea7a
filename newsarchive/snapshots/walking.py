"""Every record of a WARC file, whoever wrote it, up to where it breaks."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from newsarchive.snapshots.errors import Corrupt, MissingFile
from newsarchive.snapshots.members import Member, record
from newsarchive.snapshots.tape import PIECE, BadError, EndedError, Tape, Unpacked

GZIP = b"\x1f\x8b"
OTHERS = {
    b"filedesc://": "an ARC file: turn it into a WARC file with “warcio recompress”",
    b"\x28\xb5\x2f\xfd": "compressed with zstd: unpack it with “zstd -d” first",
    b"\x5d\x2a\x4d\x18": "compressed with zstd and a dictionary: turn it into .warc.gz first",
    b"PK\x03\x04": "a ZIP or WACZ file: unpack it and take the WARC files from its folder “archive”",
}
"""What files that are no WARC files begin with, and what to do about them."""


def walk(path: Path, start: int = 0) -> Iterator[Member]:
    """Give the records of a file from the byte ``start`` on, which must be where one begins; memory stays flat.

    Compressed record by record, as a whole, or not at all: all are read.

    Raises:
        MissingFile: there is no such file.
        Corrupt: the file breaks, is empty, or no WARC file; what came before is whole.
    """
    try:
        with path.open("rb") as file:
            yield from _records(file, path.name, start)
    except FileNotFoundError as error:
        raise MissingFile(f"{path} is missing: name another file, or bring it back from a backup.") from error


def _records(file: BinaryIO, name: str, start: int) -> Iterator[Member]:
    beginning = file.read(16)
    if not beginning:
        raise Corrupt(f"{name} is empty from byte 0 on: there is nothing to read.", 0, cut=True)
    file.seek(start)
    if not beginning.startswith(GZIP):
        _refuse_others(beginning, name)
        yield from _plain(Tape(lambda: file.read(PIECE)), name, start)
    elif _is_whole(file, start):
        with gzip.open(file) as whole:
            yield from _plain(Tape(lambda: whole.read(PIECE)), name, 0)
    else:
        yield from _packed(file, name, start)


def _packed(file: BinaryIO, name: str, offset: int) -> Iterator[Member]:
    """Give the records of a file whose gzip members are one record each."""
    while file.read(1):
        file.seek(offset)
        member = Unpacked(file)
        tape = Tape(member.pull)
        try:
            found = record(tape, offset)
            more = tape.skip_newlines()
        except (EndedError, BadError) as error:
            raise _broken(name, offset, error) from error
        if more:
            raise Corrupt(
                f"{name} has more than one record in the gzip member at byte {offset}: "
                "write it anew with “warcio recompress”.",
                offset,
            )
        yield replace(found, length=member.end - offset)
        offset = member.end


def _plain(tape: Tape, name: str, start: int) -> Iterator[Member]:
    """Give the records that stand one behind the other."""
    offset = start
    try:
        while tape.skip_newlines():
            offset = start + tape.position
            yield record(tape, offset)
    except (EndedError, BadError, EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise _broken(name, offset, error) from error


def _is_whole(file: BinaryIO, start: int) -> bool:
    """Tell whether the gzip member that begins there goes on behind its first record."""
    tape = Tape(Unpacked(file).pull)
    try:
        record(tape, start)
        return tape.skip_newlines()
    except (EndedError, BadError):
        return False
    finally:
        file.seek(start)


def _refuse_others(beginning: bytes, name: str) -> None:
    for mark, what in OTHERS.items():
        if beginning.startswith(mark):
            raise Corrupt(f"{name} is {what} (seen at byte 0).", 0)


def _broken(name: str, offset: int, error: Exception) -> Corrupt:
    if isinstance(error, EndedError | EOFError):
        return Corrupt(
            f"{name} is cut off within the record that begins at byte {offset}: "
            "the records before it are whole, get the rest from where the file came from.",
            offset,
            cut=True,
        )
    return Corrupt(
        f"{name} cannot be read from byte {offset} on ({error}): bring it back from a backup or get it again.", offset
    )
