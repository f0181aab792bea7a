"""The parts of a record that have tables of their own: how each is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from operator import attrgetter

from newsarchive.archive.connection import Connection
from newsarchive.archive.pictures import LISTED
from newsarchive.items import Notice, Obituary, Record

NOTICE = ("issuer", "service", "action", "area", "reason", "status")
OBITUARY = (
    "name", "given_name", "family_name", "maiden_name", "born", "died", "age", "residence", "mourners",
)  # fmt: skip
HELD = """
SELECT x.url, x.image, x.status FROM json_each(?) AS asked CROSS JOIN record_images x ON x.url = asked.value
ORDER BY x.image IS NOT NULL, x.status <> 'listed'
"""
"""What is known of pictures, the best of each address last."""

Writer = Callable[[Connection, int, Record], None]


def write_authors(connection: Connection, number: int, record: Record) -> None:
    """Replace the authors of a record."""
    connection.execute("DELETE FROM record_authors WHERE record = ?", (number,))
    connection.many("INSERT INTO authors (name) VALUES (?) ON CONFLICT DO NOTHING", ((n,) for n in record.authors))
    connection.many(
        "INSERT INTO record_authors (record, author, position) SELECT ?, id, ? FROM authors WHERE name = ?",
        ((number, position, name) for position, name in enumerate(record.authors)),
    )


def write_tags(connection: Connection, number: int, record: Record) -> None:
    """Replace the tags of a record."""
    connection.execute("DELETE FROM record_tags WHERE record = ?", (number,))
    connection.many("INSERT INTO tags (name) VALUES (?) ON CONFLICT DO NOTHING", ((name,) for name in record.tags))
    connection.many(
        "INSERT INTO record_tags (record, tag, position) SELECT ?, id, ? FROM tags WHERE name = ?",
        ((number, position, name) for position, name in enumerate(record.tags)),
    )


def write_images(connection: Connection, number: int, record: Record) -> None:
    """Replace the pictures of a record; one that was asked for before, for whatever record, keeps what became of it."""
    asked = json.dumps([one.url for one in record.images])
    held = {row["url"]: (row["image"], row["status"]) for row in connection.rows(HELD, (asked,))}
    connection.execute("DELETE FROM record_images WHERE record = ?", (number,))
    connection.many(
        "INSERT INTO record_images (record, position, url, caption, credit, alt, image, status) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, position, one.url, one.caption, one.credit, one.alt, *held.get(one.url, (None, LISTED)))
            for position, one in enumerate(record.images)
        ),
    )


def write_notices(connection: Connection, number: int, record: Record) -> None:
    """Replace the notices of a record and their windows."""
    connection.execute("DELETE FROM notices WHERE record = ?", (number,))
    for position, notice in enumerate(record.notices):
        _write_notice(connection, number, position, notice)


def _write_notice(connection: Connection, number: int, position: int, notice: Notice) -> None:
    cursor = connection.execute(
        "INSERT INTO notices (record, position, places, issuer, service, action, area, reason, status) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, position, json.dumps(notice.places, ensure_ascii=False), *attrgetter(*NOTICE)(notice)),
    )
    connection.many(
        "INSERT INTO notice_windows (notice, starts, ends, edtf) VALUES (?, ?, ?, ?)",
        ((cursor.lastrowid, one.starts, one.ends, one.edtf) for one in notice.windows),
    )


def write_obituaries(connection: Connection, number: int, record: Record) -> None:
    """Replace the obituaries of a record and their ceremonies."""
    connection.execute("DELETE FROM obituaries WHERE record = ?", (number,))
    for position, obituary in enumerate(record.obituaries):
        _write_obituary(connection, number, position, obituary)


def _write_obituary(connection: Connection, number: int, position: int, obituary: Obituary) -> None:
    cursor = connection.execute(
        "INSERT INTO obituaries (record, position, name, given_name, family_name, maiden_name, born, died, age, "
        "residence, mourners) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, position, *attrgetter(*OBITUARY)(obituary)),
    )
    connection.many(
        "INSERT INTO ceremonies (obituary, kind, at, place) VALUES (?, ?, ?, ?)",
        ((cursor.lastrowid, one.kind, one.at, one.place) for one in obituary.ceremonies),
    )


WRITERS: dict[str, Writer] = {
    "authors": write_authors,
    "tags": write_tags,
    "images": write_images,
    "notices": write_notices,
    "obituaries": write_obituaries,
}
"""For each field of a record with tables of its own, what replaces its rows."""
