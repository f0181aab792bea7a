"""The database: its seal, its structure, its texts, its search index, what points where."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.archive.digest import digest
from newsarchive.custody.locks import READY
from newsarchive.custody.seals import DOUBTED, BrokenSealError, fits, read_seal
from newsarchive.custody.verifying.findings import Checked, Part, Task

STEP = 2000
"""Texts that one task reads."""
BACKUP = "bring back a backup with “newsarchive restore PATH”"
CHANGED = (
    "archive.db is not what it was when it was sealed at {at}: if no other program changed it on purpose, "
    f"{BACKUP}; if one did, “newsarchive verify --repair” seals it as it is."
)
WAS_CHANGED = (
    "When somebody last began to write, archive.db was not what it had been when it was sealed at {at}: if no other "
    f"program changed it on purpose, {BACKUP} of before; if one did, “newsarchive verify --repair” leaves it at that."
)
DAMAGED = f"archive.db is damaged ({{told}}): {BACKUP}."
NO_SEAL = "archive.db has no seal ({why}): it was checked by what it holds."
UNREADABLE = "seal.json cannot be read: “newsarchive verify --repair” seals the database as it is."
INDEX = "The search index is not that of the texts ({told}): “newsarchive verify --repair” builds it anew."
COPY = (
    f"A restore was interrupted before it replaced anything, and its copy lies in {READY}: run it again, or "
    "“newsarchive verify --repair” removes the copy."
)
TEXT = "The text of {what} {number} is not what its digest says: " + BACKUP + "."
TEXTS = {
    "records": "SELECT id, title, lead, body, digest FROM records WHERE id BETWEEN ? AND ?",
    "versions": "SELECT id, title, lead, body, digest FROM versions WHERE id BETWEEN ? AND ?",
}
"""Where texts are that have a digest."""
POINTERS: tuple[tuple[Part, str, str], ...] = (
    (
        "database",
        "SELECT id FROM records r WHERE NOT EXISTS (SELECT 1 FROM versions WHERE record = r.id)",
        f"Record {{0}} has no version: {BACKUP}.",
    ),
    (
        "database",
        "SELECT id FROM records r WHERE digest <> "
        "(SELECT digest FROM versions WHERE record = r.id ORDER BY seen_at DESC, id DESC LIMIT 1)",
        f"Record {{0}} is not what its last version says: {BACKUP}.",
    ),
    (
        "database",
        "SELECT 'a term' FROM term_lemma WHERE term = '' OR lemma = '' LIMIT 1",
        "{0} of term_lemma is empty: search finds less, nothing else is harmed; report it.",
    ),
    (
        "snapshots",
        "SELECT DISTINCT file FROM snapshots s WHERE NOT EXISTS (SELECT 1 FROM warcs WHERE file = s.file)",
        f"{{0}} holds snapshots and is not in the table of files: {BACKUP}.",
    ),
    (
        "snapshots",
        "SELECT s.id FROM snapshots s LEFT JOIN snapshots o ON o.id = s.original WHERE s.original IS NOT NULL "
        "AND (o.id IS NULL OR o.original IS NOT NULL OR (o.digest IS NOT s.digest AND o.redacted IS NULL))",
        f"Snapshot {{0}} repeats one that does not hold its payload: {BACKUP}.",
    ),
    (
        "images",
        "SELECT url FROM record_images WHERE status = 'kept' AND image IS NULL",
        f"The picture {{0}} is said to be kept and has no file: {BACKUP}.",
    ),
)
"""What must not be found, and what is said of it."""
TAKEDOWNS = "SELECT at, removed -> 'pages' FROM forgets WHERE removed ->> 'state' IN ('begun', 'wiped')"
TAKEDOWN = "The takedown of {at} was interrupted: “newsarchive forget” or the next crawl finishes it."
COUNTED = {
    "records": "SELECT count(*) FROM records",
    "without a snapshot": "SELECT count(*) FROM records WHERE snapshot IS NULL",
}


def tasks(data: Path, archive: Archive, *, quick: bool, busy: bool) -> Iterator[Task]:
    """Give what is to be done about the database; ``quick`` leaves out what reads every text."""
    size = (data / "archive.db").stat().st_size
    yield Task("database", check_seal, (busy,), size)
    yield Task("database", check_copy)
    yield Task("database", check_takedowns, (busy,))
    yield Task("database", check_structure, (quick,), 2 * size)
    for number in range(len(POINTERS)):
        yield Task("database", check_pointers, (number,), size // 20)
    if quick:
        return
    yield Task("database", check_index, (busy,), size)
    for table in TEXTS:
        last = int(archive.connection.value(f"SELECT max(id) FROM {table}") or 0)  # noqa: S608 - our own names
        for first in range(1, last + 1, STEP):
            yield Task("database", check_texts, (table, first), size * STEP // max(last, STEP) // 2)


def check_seal(data: Path, busy: bool) -> Checked:
    """Compare the file with its seal, byte for byte."""
    checked = Checked("database")
    try:
        if doubted := read_seal(data, DOUBTED):
            checked.find(WAS_CHANGED.format(at=doubted.sealed_at), "seal")
        sealed = read_seal(data)
        if sealed is None:
            why = "somebody is writing" if busy else "a process that wrote was killed"
            checked.notes.append(NO_SEAL.format(why=why))
        elif fits(data, sealed):
            checked.counts["sealed bytes"] += sealed.bytes
        elif read_seal(data) == sealed:  # else somebody began to write meanwhile
            checked.find(CHANGED.format(at=sealed.sealed_at), "seal")
    except BrokenSealError:
        checked.find(UNREADABLE, "seal")
    return checked


def check_copy(data: Path) -> Checked:
    """Look for what an interrupted restore left: it holds an older state, with what was taken down since."""
    checked = Checked("database")
    if (data / READY).exists():
        checked.find(COPY, "copy")
    return checked


def check_takedowns(data: Path, busy: bool) -> Checked:
    """Look for takedowns that were not finished; what is ``busy`` may be a crawl that takes down pages at its end."""
    checked = Checked("database")
    with Archive(data / "archive.db", readonly=True) as archive:
        for at, pages in archive.connection.rows(TAKEDOWNS):
            if not (busy and json.loads(pages or "[]")):
                checked.find(TAKEDOWN.format(at=at))
    return checked


def check_structure(data: Path, quick: bool) -> Checked:
    """Ask SQLite whether the file is sound, and whether every key leads to a row."""
    checked = Checked("database")
    with Archive(data / "archive.db", readonly=True) as archive:
        for row in archive.connection.rows(f"PRAGMA {'quick' if quick else 'integrity'}_check(20)"):
            if row[0] != "ok":
                checked.find(DAMAGED.format(told=row[0]))
        for table, number, parent, _ in archive.connection.rows("PRAGMA foreign_key_check"):
            checked.find(DAMAGED.format(told=f"row {number} of {table} leads to nothing in {parent}"))
        for name, sql in COUNTED.items():
            checked.counts[name] += archive.connection.value(sql)
    return checked


def check_pointers(data: Path, number: int) -> Checked:
    """Look for one thing that must not be."""
    part, sql, text = POINTERS[number]
    checked = Checked(part)
    with Archive(data / "archive.db", readonly=True) as archive:
        for row in archive.connection.rows(sql):
            checked.find(text.format(row[0]))
    return checked


def check_texts(data: Path, table: str, first: int) -> Checked:
    """Compare texts with their digests."""
    checked = Checked("database")
    with Archive(data / "archive.db", readonly=True) as archive:
        for number, title, lead, body, told in archive.connection.rows(TEXTS[table], (first, first + STEP - 1)):
            checked.counts[f"texts of {table}"] += 1
            if digest(title, lead, body) != told:
                checked.find(TEXT.format(what=table.removesuffix("s"), number=number))
    return checked


def check_index(data: Path, busy: bool) -> Checked:
    """Compare the search index with the texts; only while nobody writes, for SQLite keeps writers out meanwhile."""
    checked = Checked("database")
    if busy:
        checked.notes.append("The search index was not compared with the texts: somebody is writing.")
        return checked
    try:
        with closing(sqlite3.connect(data / "archive.db", isolation_level=None)) as connection:
            connection.execute("INSERT INTO records_fts(records_fts, rank) VALUES ('integrity-check', 1)")
        checked.counts["search index"] += 1
    except sqlite3.OperationalError as error:
        checked.notes.append(f"The search index was not compared with the texts ({error}).")
    except sqlite3.DatabaseError as error:
        checked.find(INDEX.format(told=error), "index")
    return checked
