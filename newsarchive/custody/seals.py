"""The seal of the database: its digest, taken while nobody writes, so that any byte changed later shows.

Whoever begins to write breaks the seal; the last one to end makes a new one (:mod:`newsarchive.custody.locks`).
"""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from newsarchive.archive.times import stamp
from newsarchive.custody.hashing import sha256_apart
from newsarchive.custody.whole import write_whole

NAME = "seal.json"
DOUBTED = "seal.doubted.json"
"""Where a seal is kept that the database no longer fitted, until somebody has looked into that."""
PATIENCE = 2.0
"""Seconds to wait for a reader that keeps the write-ahead log from being folded in."""

logger = logging.getLogger(__name__)


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
    """Take the seal away: from here on the database changes.

    One that the database does not fit is kept aside, for the next one made would hide for ever what has changed.
    Two may do so at once: who comes second and finds the database changed finds no seal either.
    """
    try:
        sealed = read_seal(data)
        sound = sealed is None or fits(data, sealed)
    except BrokenSealError:
        sound = False
    if not sound:
        with suppress(FileNotFoundError):
            (data / NAME).replace(data / DOUBTED)
            logger.warning("archive.db is not what it was when it was sealed: see what “newsarchive verify” says.")
    (data / NAME).unlink(missing_ok=True)


def trust(data: Path) -> None:
    """Let go of a seal that was kept aside: somebody has looked into what changed the database."""
    (data / DOUBTED).unlink(missing_ok=True)


def fits(data: Path, sealed: Seal) -> bool:
    """Tell whether the database is byte for byte what was sealed."""
    path = data / "archive.db"
    log = Path(f"{path}-wal")
    if not path.exists() or path.stat().st_size != sealed.bytes or (log.exists() and log.stat().st_size):
        return False
    return sha256_apart(path) == sealed.sha256


def read_seal(data: Path, name: str = NAME) -> Seal | None:
    """Give the seal; None where there is none: somebody is writing, or was killed while doing so.

    Raises:
        BrokenSealError: the file is not what :func:`seal` wrote.
    """
    try:
        found = json.loads((data / name).read_text("utf-8"))
        return Seal(str(found["sha256"]), int(found["bytes"]), str(found["sealed_at"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise BrokenSealError(f"{name} cannot be read ({error})") from error


def _folded(path: Path) -> bool:
    """Fold the log in; False while a reader needs it."""
    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    log = Path(f"{path}-wal")
    return not busy and not (log.exists() and log.stat().st_size)
