"""A file written anew: records taken out or replaced, all others byte for byte."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from newsarchive.snapshots.exchange import Exchange, Place
from newsarchive.snapshots.folders import found, sync
from newsarchive.snapshots.members import Member
from newsarchive.snapshots.records import exchange_records
from newsarchive.snapshots.walking import walk

PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Keep:
    """The record stays as it is."""


@dataclass(frozen=True, slots=True)
class Drop:
    """The record goes, and its request with it."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Another exchange takes the record's place, and its request's."""

    exchange: Exchange
    original: tuple[str, str] | None = None
    """For a revisit: address and date of the response that holds the body."""
    redacted: bool = False
    """Whether something was cut out of it."""


Change = Keep | Drop | Exchange | Replace


def rewrite(data: Path, file: str, change: Callable[[Member], Change]) -> dict[int, Place | None]:
    """Write a file anew, atomically, and give for each old offset where the record lies now; ``None``: it is gone.

    ``change`` is asked about every record but warcinfo and the requests of responses it was asked about, which share
    their fate. An ``Exchange`` means ``Replace(exchange, redacted=True)``. To go on from a response that goes, one of
    its revisits is replaced by the full exchange, and the others by revisits of that.

    Raises:
        MissingFile: the file is not there.
        Corrupt: it cannot be read to its end; it is left as it was.
        OSError: the new file cannot be written; the old one is left as it was.
    """
    path = found(data, file)
    part = path.with_name(path.name + ".part")
    try:
        with path.open("rb") as source, part.open("wb") as target:
            copying = _Copying(file, source, target, change)
            for member in walk(path):
                copying.take(member)
            target.flush()
            os.fsync(target.fileno())
        part.replace(path)
        sync(path.parent)
    finally:
        part.unlink(missing_ok=True)
    return copying.places


class _Copying:
    """One file on its way into another."""

    def __init__(self, file: str, source: BinaryIO, target: BinaryIO, change: Callable[[Member], Change]) -> None:
        self.places: dict[int, Place | None] = {}
        self._file = file
        self._source = source
        self._target = target
        self._change = change
        self._kept: dict[str | None, bool] = {None: True}
        """Whether a record stayed, by its name."""

    def take(self, member: Member) -> None:
        """Bring a record over, or what comes in its place."""
        if member.type == "warcinfo":
            self._copy(member)
        elif member.concurrent_to in self._kept and member.type == "request" and member.concurrent_to:
            self._follow(member)
        else:
            self._decide(member, self._change(member))

    def _follow(self, request: Member) -> None:
        if self._kept[request.concurrent_to]:
            self.places[request.offset] = self._copy(request)
        else:
            self.places[request.offset] = None

    def _decide(self, member: Member, change: Change) -> None:
        if isinstance(change, Exchange):
            change = Replace(change, redacted=True)
        self._kept[member.id] = isinstance(change, Keep)
        if isinstance(change, Keep):
            self.places[member.offset] = self._copy(member)
        elif isinstance(change, Drop):
            self.places[member.offset] = None
        else:
            self.places[member.offset] = self._write(change)

    def _copy(self, member: Member) -> Place:
        place = Place(self._file, self._target.tell(), member.length)
        self._source.seek(member.offset)
        left = member.length
        while left:
            piece = self._source.read(min(left, PIECE))
            self._target.write(piece)
            left -= len(piece)
        return place

    def _write(self, change: Replace) -> Place:
        redacted = datetime.now(UTC) if change.redacted else None
        response, request = exchange_records(change.exchange, change.original, redacted)
        place = Place(self._file, self._target.tell(), len(response))
        self._target.write(response + request)
        return place
