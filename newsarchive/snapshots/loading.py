"""A snapshot by its place: the response, its request, and where it repeats another the body of that."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from newsarchive.snapshots.errors import Corrupt, SnapshotError
from newsarchive.snapshots.exchange import Exchange, Place, payload_digest
from newsarchive.snapshots.folders import found
from newsarchive.snapshots.http import split_head
from newsarchive.snapshots.members import Member, record
from newsarchive.snapshots.tape import BadError, EndedError, Tape, Unpacked

REQUEST = 1 << 13
"""Bytes read behind a response: almost every request lies within them."""


def load(data: Path, place: Place, original: Place | None = None) -> Exchange:
    """Read the snapshot at a place; a revisit takes its body from its ``original``.

    Raises:
        MissingFile: the file is not there.
        Corrupt: what lies at the place is no sound snapshot.
        SnapshotError: it is a revisit, and its original was not given.
    """
    packed = _read(data, place)
    response = _member(packed, place, 0)
    exchange = response.exchange()
    if exchange is None:
        raise _corrupt(place, "no response lies there")
    if response.type == "revisit":
        exchange = replace(exchange, body=_body(data, place, response, original))
    request = _request(packed, place, response)
    return _with_request(exchange, request) if request else exchange


def raw(data: Path, place: Place) -> bytes:
    """Give the record at a place and its request as they lie in the file, still packed; both were seen to be sound.

    Raises:
        MissingFile: the file is not there.
        Corrupt: what lies at the place is no sound record.
    """
    packed = _read(data, place)
    request = _request(packed, place, _member(packed, place, 0))
    return packed[: place.length + (request.length if request else 0)]


def _read(data: Path, place: Place) -> bytes:
    try:
        with found(data, place.file).open("rb") as file:
            file.seek(place.offset)
            packed = file.read(place.length + REQUEST)
    except (OSError, ValueError, OverflowError) as error:
        raise SnapshotError(f"{place.file} cannot be read ({error}): check the disk or bring back a backup.") from error
    if len(packed) < place.length:
        raise _corrupt(place, "the file ends before")
    return packed


def _member(packed: bytes, place: Place, start: int) -> Member:
    file = io.BytesIO(packed)
    file.seek(start)
    member = Unpacked(file)
    tape = Tape(member.pull)
    try:
        read = record(tape, place.offset + start)
        more = tape.skip_newlines()
    except (EndedError, BadError) as error:
        raise _corrupt(place, str(error) or "it is cut off") from error
    if more or (not start and member.end != place.length):
        raise _corrupt(place, "it does not end where it should")
    return replace(read, length=member.end - start)


def _body(data: Path, place: Place, revisit: Member, original: Place | None) -> bytes:
    """Give the body that a revisit repeats, and make sure that it is that one."""
    if original is None:
        if revisit.status == 304:
            return b""
        raise SnapshotError(
            f"The snapshot at byte {place.offset} of {place.file} repeats another, which is not known: "
            "run “newsarchive verify --repair”."
        )
    first = _member(_read(data, original), original, 0)
    if first.type == "revisit":
        raise _corrupt(original, "it repeats another itself")
    if revisit.digest and not first.redacted and payload_digest(first.body) != revisit.digest:
        raise _corrupt(original, "it is not what is repeated")
    return first.body


def _request(packed: bytes, place: Place, response: Member) -> Member | None:
    """Give the request that follows a response; ``None`` where none does, or not a sound one."""
    try:
        request = _member(packed, place, place.length)
    except Corrupt:
        return None
    return request if request.type == "request" and request.concurrent_to == response.id else None


def _with_request(exchange: Exchange, request: Member) -> Exchange:
    first, headers, body = split_head(request.block)
    method = first.partition(" ")[0]
    return replace(exchange, method=method, request_headers=headers, request_body=body)


def _corrupt(place: Place, why: str) -> Corrupt:
    return Corrupt(
        f"The snapshot at byte {place.offset} of {place.file} cannot be read ({why}): bring the file back from a "
        "backup.",
        place.offset,
    )
