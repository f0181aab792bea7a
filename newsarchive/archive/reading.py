"""Records as they were stored: one statement gives a whole record, its parts as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from sqlite3 import Row
from typing import Any

from newsarchive.archive.address import address
from newsarchive.archive.connection import Connection, Values
from newsarchive.archive.models import Stored, Version
from newsarchive.items import Record

SELECT = files("newsarchive.archive").joinpath("sql", "record.sql").read_text("utf-8")
BY_ID = f"{SELECT} WHERE r.id = ?"
VERSIONS = """
SELECT row_number() OVER (ORDER BY seen_at, id) AS number, seen_at, cause, title, lead, body, digest, snapshot, alters
FROM versions WHERE record = ? ORDER BY seen_at, id
"""
BY_ADDRESS = "SELECT id FROM records WHERE address = ?1 UNION ALL SELECT record FROM aliases WHERE address = ?1 LIMIT 1"

COLUMNS = (
    "kind", "site", "url", "title", "lead", "body", "source", "section", "language",
    "published", "published_raw", "modified",
)  # fmt: skip
"""Fields of a record that are columns of ``records`` and need no decoding."""
PARTS = ("authors", "tags", "images", "notices", "obituaries", "aliases", "evidence")
"""Fields of a record that the statement gives as JSON."""


def stored(connection: Connection, where: str, values: Values) -> Iterator[Stored]:
    """Give the records a condition on ``records r`` selects, one by one."""
    for row in connection.rows(SELECT + where, values):
        yield _stored(row)


def by_id(connection: Connection, number: int) -> Stored | None:
    """Give the record of that number."""
    row = connection.row(BY_ID, (number,))
    return _stored(row) if row else None


def find(connection: Connection, url: str) -> int | None:
    """Give the number of the record that has this address, as its own or as an alias."""
    number: int | None = connection.value(BY_ADDRESS, (address(url),))
    return number


def get(connection: Connection, key: int | str) -> Stored | None:
    """Give a record by number (also as text) or by any of its addresses."""
    if isinstance(key, int) or (key.isascii() and key.isdigit()):
        number: int | None = int(key)
    else:
        number = find(connection, key)
    return None if number is None or number >= 1 << 63 else by_id(connection, number)


def versions(connection: Connection, number: int) -> list[Version]:
    """Give the texts a record has had, the oldest first."""
    return [_version(row) for row in connection.rows(VERSIONS, (number,))]


def _version(row: Row) -> Version:
    values: dict[str, Any] = dict(row)
    alters = values["alters"] and tuple(json.loads(values["alters"]))
    return Version(**{**values, "alters": alters})


def _stored(row: Row) -> Stored:
    return Stored(
        id=row["id"],
        record=_record(row),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        gone_at=row["gone_at"],
        word_count=row["word_count"],
        digest=row["digest"],
        extractor=row["extractor"],
        missing_since=row["missing_since"],
    )


def _record(row: Row) -> Record:
    values: dict[str, Any] = {name: row[name] for name in COLUMNS}
    values.update((name, json.loads(row[name] or "null")) for name in PARTS)
    record = Record.from_dict(values)
    record.snapshot = row["snapshot"]
    return record
