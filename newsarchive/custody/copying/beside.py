"""What people keep beside the archive: the saved searches of the browser pages."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

SEARCHES = "web.db"
"""The file of the saved searches; an archive may have none."""
WAIT = 5.0
"""Seconds to wait for a page that writes."""


def copy_searches(data: Path, new: Path) -> str | None:
    """Copy the saved searches as they are at one moment into the folder ``new``; say what is wrong with them.

    They can be typed again, the archive cannot: so a damaged file of them never stands in the way of a backup.
    """
    source, ready = data / SEARCHES, new / SEARCHES
    ready.unlink(missing_ok=True)
    if not source.is_file():
        return None
    address = f"{source.absolute().as_uri()}?mode=ro"
    try:
        with (
            closing(sqlite3.connect(address, uri=True, timeout=WAIT)) as searches,
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
