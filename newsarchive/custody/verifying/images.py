"""The pictures: each file by the digest that is its name, and no file without a row."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Row

from newsarchive import pictures
from newsarchive.archive import Archive
from newsarchive.custody.sweeping import unknown_pictures
from newsarchive.custody.verifying.findings import Checked, Task

STEP = 200
"""Pictures that one task reads."""
FRESH = 600
"""Seconds for which a file without a row may be one that somebody is just storing."""
AGAIN = "“newsarchive verify --repair” takes it from its snapshot, or has the next crawl fetch it again"
GONE = f"The picture {{path}} is missing: bring it back from a backup; {AGAIN}."
BROKEN = f"The picture {{path}} is not what it was: bring it back from a backup; {AGAIN}."
WRONG = "Picture {id} is said to lie at {path!r}, where none may: bring back a backup."
LEFTOVER = "The picture {path} belongs to nothing: “newsarchive verify --repair” removes it."
ROWS = "SELECT id, sha256, path, bytes FROM images WHERE id BETWEEN ? AND ?"
EACH = 100_000
"""About the bytes of one picture, to tell how far the work is."""


def tasks(data: Path, archive: Archive, *, quick: bool, busy: bool) -> Iterator[Task]:
    """Give tasks for some pictures each, and one for the files that nobody knows."""
    last = int(archive.connection.value("SELECT max(id) FROM images") or 0)
    for first in range(1, last + 1, STEP):
        yield Task("images", check_files, (first, quick), 1 if quick else min(STEP, last) * EACH)
    yield Task("images", check_unknown, (busy,))


def check_files(data: Path, first: int, quick: bool) -> Checked:
    """Compare pictures with their rows: by size, and unless ``quick`` by digest."""
    checked = Checked("images")
    with Archive(data / "archive.db", readonly=True) as archive:
        for row in archive.connection.rows(ROWS, (first, first + STEP - 1)):
            checked.counts.update({"pictures": 1, "bytes": row["bytes"] or 0})
            told = _wrong(data, row, quick)
            if told:
                checked.find(told.format(**row), None if told == WRONG else "image", row["id"])
    return checked


def check_unknown(data: Path, busy: bool) -> Checked:
    """Look for files without a row."""
    checked = Checked("images")
    with Archive(data / "archive.db", readonly=True) as archive:
        for path in unknown_pictures(data, archive):
            if not (busy and _is_fresh(data / path)):
                checked.find(LEFTOVER.format(path=path), "leftover", path)
    return checked


def _wrong(data: Path, row: Row, quick: bool) -> str | None:
    """Give what is to be said of a picture, if anything is."""
    try:
        if pictures.path_of(row["sha256"], Path(row["path"]).suffix[1:]) != row["path"]:
            return WRONG
        if row["bytes"] not in (None, (data / row["path"]).stat().st_size):
            return BROKEN
        return None if quick or pictures.checksum(data, row["path"]) == row["sha256"] else BROKEN
    except ValueError:
        return WRONG
    except FileNotFoundError:
        return GONE
    except OSError:
        return BROKEN


def _is_fresh(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime < FRESH
    except OSError:
        return True
