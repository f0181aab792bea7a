"""The seal of the database: its digest, taken while nobody writes, so that any byte changed later shows.

Whoever begins to write breaks the seal; the last one to end makes a new one (:mod:`newsarchive.custody.locks`).
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from newsarchive.archive.times import stamp
from newsarchive.custody.hashing import sha256_apart
from newsarchive.custody.whole import write_whole

NAME = "seal.json"
PATIENCE = 2.0
"""Seconds to wait for a reader that keeps the write-ahead log from being folded in."""


class BrokenSealError(ValueError):
    """The seal's own file cannot be read."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What ``archive.db`` was when nobody was writing."""

    sha256: str
    bytes: int
    sealed_at: str
    """UTC with ``Z``."""


def seal(data: Path) -> Seal | None:
    """Fold the write-ahead log into ``archive.db`` and note the file's digest in ``seal.json``.

    Call it only while nobody else writes. None where it could not be done: no archive yet, a reader that holds an old
    state, no room: the archive is then whole, only unsealed.
    """
    path = data / "archive.db"
    try:
        if not path.exists() or not _folded(path):
            return None
        made = Seal(sha256_apart(path), path.stat().st_size, stamp())
        write_whole(data / NAME, [json.dumps(asdict(made), indent=1), "\n"])
    except (OSError, sqlite3.Error):
        return None
    return made


def break_seal(data: Path) -> None:
    """Take the seal away: from here on the database changes."""
    (data / NAME).unlink(missing_ok=True)


def read_seal(data: Path) -> Seal | None:
    """Give the seal; None where there is none: somebody is writing, or was killed while doing so.

    Raises:
        BrokenSealError: ``seal.json`` is not what :func:`seal` wrote.
    """
    try:
        found = json.loads((data / NAME).read_text("utf-8"))
        return Seal(str(found["sha256"]), int(found["bytes"]), str(found["sealed_at"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise BrokenSealError(f"{NAME} cannot be read ({error})") from error


def _folded(path: Path) -> bool:
    """Fold the log in; False while a reader needs it."""
    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    log = Path(f"{path}-wal")
    return not busy and not (log.exists() and log.stat().st_size)
