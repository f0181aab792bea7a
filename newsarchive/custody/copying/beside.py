"""What people keep beside the archive: the saved searches of the browser pages."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

SEARCHES = "web.db"
"""The file of the saved searches; an archive may have none."""


def copy_searches(data: Path, new: Path) -> str | None:
    """Copy the saved searches as they are at one moment into the folder ``new``; say what is wrong with them.

    They can be typed again, the archive cannot: so a damaged file of them never stands in the way of a backup. A page
    that writes there holds the file for less than a moment, which is waited for.
    """
    source, ready = data / SEARCHES, new / SEARCHES
    ready.unlink(missing_ok=True)
    if not source.is_file():
        return None
    address = f"{source.absolute().as_uri()}?mode=ro"
    try:
        with (
            closing(sqlite3.connect(address, uri=True)) as searches,
            closing(sqlite3.connect(ready)) as copy,
        ):
            searches.backup(copy)
            told = str(copy.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite3.Error as error:
        told = str(error)
    if told == "ok":
        return None
    ready.unlink(missing_ok=True)
    return told


def gone(data: Path) -> list[str]:
    """Give the file's name where it is no more: then the copy shall not have it either."""
    return [] if (data / SEARCHES).exists() else [SEARCHES]
