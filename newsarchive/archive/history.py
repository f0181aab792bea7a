"""The texts that a record has had: a new one at the end, one that is learned of late in its place in time.

A version holds from the moment it was first seen until the next one was. What a better reader made of the same page is
a version too (``reread``), at the moment at which that page was seen: it and the one before it are one page.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.archive.connection import Connection
from newsarchive.archive.differing import Text, alters
from newsarchive.archive.models import Cause, Stored
from newsarchive.items import Record

ADD = (
    "INSERT INTO versions (record, seen_at, title, lead, body, digest, snapshot, cause, alters) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
TOLD = "SELECT id, seen_at, cause, digest, title, lead, body FROM versions WHERE record = ? ORDER BY seen_at, id"
MOVE = "UPDATE versions SET seen_at = ?, snapshot = coalesce(snapshot, ?) WHERE id = ?"
FOLLOW = "UPDATE versions SET cause = 'edited', alters = ? WHERE id = ?"

OF_RUN = "SELECT 1 FROM versions v JOIN snapshots s ON s.id = v.snapshot WHERE v.id = ? AND s.run >= ?"
REPLACE = "UPDATE versions SET title = ?, lead = ?, body = ?, digest = ?, alters = ? WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Sight:
    """A record as it was met at one moment."""

    record: Record
    digest: str
    now: str
    snapshot: int | None
    cause: Cause
    extractor: str


@dataclass(frozen=True, slots=True)
class Told:
    """A version as it is stored."""

    id: int
    seen_at: str
    cause: Cause
    digest: str
    title: str | None
    lead: str | None
    body: str | None


def add(connection: Connection, number: int, sight: Sight, before: Record | Told | None) -> None:
    """Add a version to a record, and judge what it alters of the one before it."""
    text = _text(sight.record)
    judged = None if before is None else _judge(before, sight.record)
    values = (number, sight.now, *text, sight.digest, sight.snapshot, sight.cause, judged)
    connection.execute(ADD, values)


def replace(connection: Connection, number: int, sight: Sight, run: int | None) -> bool:
    """Put a text in the place of a record's last version if that came with this crawl or later; tell whether it did."""
    told = [Told(**row) for row in connection.rows(TOLD, (number,))][-2:]
    if not told or connection.value(OF_RUN, (told[-1].id, run)) is None:
        return False
    judged = _judge(told[0], sight.record) if len(told) > 1 else None
    connection.execute(REPLACE, (*_text(sight.record), sight.digest, judged, told[-1].id))
    return True


def place(connection: Connection, known: Stored, sight: Sight) -> bool:
    """Put an older sight of a known record where it belongs; tell whether that made a version.

    A text that held then, or the one that follows it, was only seen once more. Any other is an edit, and the text
    after it is one too; where none follows, that is the present one, which the portal then went back to.
    """
    told = _told(connection, known.id)
    if _held(told, sight):
        return False
    count = sum(one.seen_at <= sight.now for one in told)
    before, after = told[:count], told[count:]
    if after and after[0].cause != "reread" and sight.digest in _page(told, count):
        _move(connection, after[0], sight, before)
        return False
    _insert(connection, known, sight, before, after)
    return True


def is_past(connection: Connection, known: Stored, sight: Sight) -> bool:
    """Tell whether a sight is older than the last one, or one of several texts of that moment which is known."""
    if sight.now == known.last_seen and sight.digest != known.digest:
        return _held(_told(connection, known.id), sight)
    return sight.now < known.last_seen


def _told(connection: Connection, number: int) -> list[Told]:
    return [Told(**row) for row in connection.rows(TOLD, (number,))]


def _held(told: Sequence[Told], sight: Sight) -> bool:
    """Tell whether a text held at the moment of a sight; where others began just then, so did the one before them."""
    first = sum(one.seen_at < sight.now for one in told)
    end = sum(one.seen_at <= sight.now for one in told)
    return any(sight.digest in _page(told, index) for index in range(max(first - 1, 0), end))


def _move(connection: Connection, version: Told, sight: Sight, before: Sequence[Told]) -> None:
    """Let a version begin earlier, but not at the very moment of the one before it, which would come after it then."""
    if not before or before[-1].seen_at < sight.now:
        connection.execute(MOVE, (sight.now, sight.snapshot, version.id))


def _page(told: Sequence[Told], index: int) -> set[str]:
    """Give the fingerprints of all readings of the page that a version is a reading of."""
    start = max(number for number in range(index + 1) if number == 0 or told[number].cause != "reread")
    ends = (number for number in range(index + 1, len(told)) if told[number].cause != "reread")
    return {one.digest for one in told[start : next(ends, len(told))]}


def _insert(connection: Connection, known: Stored, sight: Sight, before: Sequence[Told], after: Sequence[Told]) -> None:
    cause: Cause = "edited" if before else "published"
    older = Sight(sight.record, sight.digest, sight.now, sight.snapshot, cause, sight.extractor)
    add(connection, known.id, older, before[-1] if before else None)
    if after:
        connection.execute(FOLLOW, (_judge(sight.record, after[0]), after[0].id))
    else:
        add(connection, known.id, present(known, "edited"), sight.record)


def present(known: Stored, cause: Cause) -> Sight:
    """Give a record's present text as it was last seen."""
    return Sight(known.record, known.digest, known.last_seen, known.snapshot, cause, known.extractor)


def _judge(before: Record | Told, after: Record | Told) -> str:
    """Tell what a text alters of the one before it, as JSON."""
    return json.dumps(alters(_text(before), _text(after)))


def _text(one: Record | Told) -> Text:
    return one.title, one.lead, one.body
