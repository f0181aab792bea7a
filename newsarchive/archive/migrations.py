"""How an archive is created, and how an older one becomes today's.

Each migration is a function with a file of SQL beside it; once released, neither is ever changed again.
"""

from __future__ import annotations

import json
from importlib.resources import files

from sqlite_utils import Database, Migrations

from newsarchive.archive import duplicates, words
from newsarchive.archive.connection import Connection
from newsarchive.archive.differing import alters
from newsarchive.archive.errors import NewerArchiveError, NoArchiveError, NotAnArchiveError, OlderArchiveError, say

migrations = Migrations("newsarchive")

UNJUDGED = """
SELECT v.id, p.title, p.lead, p.body, v.title, v.lead, v.body
FROM versions v JOIN versions p ON p.id = (SELECT max(id) FROM versions WHERE record = v.record AND id < v.id)
WHERE v.cause <> 'published'
"""


def _script(name: str) -> str:
    return files("newsarchive.archive").joinpath("sql", f"{name}.sql").read_text("utf-8")


@migrations()
def first(db: Database) -> None:
    """Create all tables, the full-text index and the views."""
    db.executescript(_script("first"))


@migrations()
def second(db: Database) -> None:
    """Keep every page: where responses lie, what is gone, what resembles what, what was taken down."""
    if "versions_later" not in {index.name for index in db.table("versions").indexes}:
        db.executescript(_script("early"))  # the first schema was changed twice before it was released
    db.executescript(_script("second"))
    _judge(db)


@migrations()
def third(db: Database) -> None:
    """Keep what the pages of each site have taught of its template."""
    db.executescript(_script("third"))


@migrations()
def fourth(db: Database) -> None:
    """Forget what resembles what: :func:`upgrade` looks for it among all records, also those from before it did."""
    db.execute("DELETE FROM sketches")
    db.execute("DELETE FROM duplicates")


@migrations()
def fifth(db: Database) -> None:
    """Make room for the words of the archive, which :func:`upgrade` fills with those of all texts."""
    db.executescript(_script("fifth"))


@migrations()
def sixth(db: Database) -> None:
    """Find what was changed or taken down of late without looking through everything."""
    db.executescript(_script("sixth"))


@migrations()
def seventh(db: Database) -> None:
    """Find what holds on a day without looking at each notice of years."""
    db.executescript(_script("seventh"))


def _judge(db: Database) -> None:
    """Tell of every change that was stored before they were judged what it alters."""
    for number, *texts in db.execute(UNJUDGED).fetchall():
        judged = json.dumps(alters(tuple(texts[:3]), tuple(texts[3:])))
        db.execute("UPDATE versions SET alters = ? WHERE id = ?", (judged, number))


KNOWN = frozenset(migration.name for migration in migrations.pending(Database(memory=True)))
"""The names of all migrations; an archive that has others was written by a later newsarchive."""


def upgrade(connection: Connection) -> None:
    """Create or upgrade the schema, or raise the :class:`ArchiveError` that says why this file is left alone."""
    with connection.errors():
        _upgrade(connection, _applied(connection))


def _upgrade(connection: Connection, applied: set[str]) -> None:
    if applied - KNOWN:
        raise say(NewerArchiveError, connection.path)
    if not connection.readonly:
        connection.use_wal()
    if applied != KNOWN:
        _apply(connection, applied)


def _apply(connection: Connection, applied: set[str]) -> None:
    if connection.readonly:
        raise say(OlderArchiveError if applied else NoArchiveError, connection.path)
    with connection.transaction():
        migrations.apply(connection.db)
        if applied and fourth.__name__ not in applied:
            duplicates.link_all(connection)
        if applied and fifth.__name__ not in applied:
            words.fill(connection)


def _applied(connection: Connection) -> set[str]:
    applied = {migration.name for migration in migrations.applied(connection.db)}
    tables = {row[0] for row in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not applied and tables - {migrations.migrations_table}:
        raise say(NotAnArchiveError, connection.path)
    return applied
