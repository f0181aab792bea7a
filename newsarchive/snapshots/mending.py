"""A file that a killed process left behind: the partial record at its end is cut off, whole ones are kept."""

from __future__ import annotations

import mmap
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from newsarchive.snapshots.errors import Corrupt
from newsarchive.snapshots.folders import found
from newsarchive.snapshots.members import Member
from newsarchive.snapshots.records import warcinfo
from newsarchive.snapshots.walking import walk

MEMBER = b"\x1f\x8b\x08"
"""What a gzip member begins with."""
BEGINNING = 1 << 13
"""Bytes that are kept of what a record holds: its HTTP headers."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was found behind the known part of a file."""

    members: list[Member]
    """The whole records there; of what they hold only the beginning."""
    cut: int
    """Bytes that were cut off."""


def mend(data: Path, file: str, known_end: int) -> Mended:
    """Look at what lies behind ``known_end``, where the last known record ends, and cut off what is no whole record.

    A file of which nothing is left begins anew with its warcinfo.

    Raises:
        MissingFile: the file is not there.
        Corrupt: it ends before ``known_end``, or whole records follow behind a broken one: nothing is cut then.
    """
    path = found(data, file)
    size = path.stat().st_size
    if size < known_end:
        raise Corrupt(f"{file} ends at byte {size}, before byte {known_end}: bring it back from a backup.", size)
    members, end = _whole(path, known_end, size)
    if end < size and _goes_on(path, end):
        raise Corrupt(f"{file} is broken at byte {end} and goes on behind it: bring it back from a backup.", end)
    if end < size or not end:
        _cut(path, end)
    return Mended(members, size - end)


def _whole(path: Path, start: int, size: int) -> tuple[list[Member], int]:
    """Give the whole records from ``start`` on, and where they end."""
    members: list[Member] = []
    end = start
    try:
        for member in walk(path, start) if size else ():
            members.append(replace(member, block=member.block[:BEGINNING]))
            end = member.offset + member.length
    except Corrupt:
        pass
    return members, end


def _goes_on(path: Path, broken: int) -> bool:
    """Tell whether a whole record lies somewhere behind the broken one."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        start = broken
        while (start := whole.find(MEMBER, start + 1)) >= 0:
            if _readable(path, start):
                return True
    return False


def _readable(path: Path, start: int) -> bool:
    try:
        return next(walk(path, start), None) is not None
    except Corrupt:
        return False


def _cut(path: Path, end: int) -> None:
    with path.open("r+b") as file:
        file.truncate(end)
        file.seek(end)
        if not end:
            file.write(warcinfo(path.name, datetime.now(UTC)))
        file.flush()
        os.fsync(file.fileno())
