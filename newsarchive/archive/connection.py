"""One connection to the archive's file: how it is opened, and how SQLite's errors become ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import quote

from sqlite_utils import Database

from newsarchive.archive.errors import NoAccessError, NoArchiveError, OldSQLiteError, say, translate

OLDEST = (3, 37, 0)
"""The first SQLite with STRICT tables."""
STEPS = 20_000
"""Steps of SQLite's machine, about a millisecond, after which the clock is looked at."""
SETTINGS = ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -16000", "wal_autocheckpoint = 4000")
FAILURES = (sqlite3.Error, OverflowError, UnicodeEncodeError)

Values = Sequence[Any] | Mapping[str, Any]


class Connection:
    """An open archive file; every method raises :class:`ArchiveError` and nothing of sqlite3's."""

    def __init__(self, path: Path, *, readonly: bool = False, timeout: float = 10.0, shared: bool = False) -> None:
        self.path = path
        self.readonly = readonly
        self.noted: set[str] = set()
        """Words of which this connection knows that they are in the vocabulary (``words/vocabulary.py``)."""
        with self.errors():
            self.db = Database(_connect(path, readonly, timeout, shared), execute_plugins=False)
            self._sqlite = self.db.conn
            for setting in SETTINGS:
                self._sqlite.execute(f"PRAGMA {setting}")

    def use_wal(self) -> None:
        """Let readers read while others write; noted in the file, so only for files that are known to be ours."""
        if self.value("PRAGMA journal_mode") != "wal":
            self.execute("PRAGMA journal_mode = WAL")

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn what sqlite3 raises inside into an :class:`~newsarchive.archive.errors.ArchiveError`."""
        try:
            yield
        except FAILURES as error:
            raise translate(error, self.path) from error

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Break off what is asked inside for longer than ``seconds`` in all.

        Raises:
            SlowError: it took longer.
        """
        end = monotonic() + seconds
        self._sqlite.set_progress_handler(lambda: monotonic() > end, STEPS)
        try:
            yield
        finally:
            self._sqlite.set_progress_handler(None, 0)

    def execute(self, sql: str, values: Values = ()) -> sqlite3.Cursor:
        """Run one statement."""
        try:
            return self._sqlite.execute(sql, values)
        except FAILURES as error:
            raise translate(error, self.path) from error

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run one statement for each row of values."""
        try:
            self._sqlite.executemany(sql, rows)
        except FAILURES as error:
            raise translate(error, self.path) from error

    def rows(self, sql: str, values: Values = ()) -> Iterator[sqlite3.Row]:
        """Give the rows of a query one by one; a broken page of the file is met while they are read."""
        with self.errors():
            cursor = self._sqlite.cursor()
            cursor.row_factory = sqlite3.Row
            yield from iter(cursor.execute(sql, values).fetchone, None)  # the bare cursor fails when it outlives us

    def row(self, sql: str, values: Values = ()) -> sqlite3.Row | None:
        """Give the first row of a query, or None."""
        return next(self.rows(sql, values), None)

    def value(self, sql: str, values: Values = ()) -> Any:
        """Give the first column of the first row, or None."""
        found = self.row(sql, values)
        return found[0] if found else None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all of it or nothing; inside another transaction, a savepoint.

        The write lock is taken at once: a transaction that begins by reading could not wait for another writer.
        """
        if self._sqlite.in_transaction:
            with self._nested():
                yield
            return
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self.noted.clear()
            raise
        finally:
            self._rollback()

    @contextmanager
    def _nested(self) -> Iterator[None]:
        try:
            with self.errors(), self.db.atomic():
                yield
        except BaseException:
            self.noted.clear()
            raise

    def _rollback(self) -> None:
        if self._sqlite.in_transaction:  # SQLite has already rolled back after some errors, and COMMIT ended the rest
            self._sqlite.execute("ROLLBACK")

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Read one state of the archive, whatever others write meanwhile."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            self._rollback()

    def close(self) -> None:
        """Let go of the file; the last one to do so folds the write-ahead log into it."""
        self._sqlite.close()


def _connect(path: Path, readonly: bool, timeout: float, shared: bool) -> sqlite3.Connection:
    version: tuple[int, ...] = sqlite3.sqlite_version_info
    if version < OLDEST:
        raise say(OldSQLiteError, path, sqlite3.sqlite_version)
    _check_file(path, readonly)
    address = f"file:{quote(str(path.absolute()))}?mode={'ro' if readonly else 'rwc'}"
    if readonly and _unwatched(path):
        address += "&immutable=1"
    return sqlite3.connect(
        address, uri=True, timeout=timeout, isolation_level=None, cached_statements=256, check_same_thread=not shared
    )


def _check_file(path: Path, readonly: bool) -> None:
    try:
        if not readonly:
            path.parent.mkdir(parents=True, exist_ok=True)
        missing = not path.exists() or (path.is_file() and not path.stat().st_size)
    except OSError as error:
        raise say(NoAccessError, path) from error
    if path.is_dir():
        raise say(NoAccessError, path)
    if readonly and missing:
        raise say(NoArchiveError, path)


def _unwatched(path: Path) -> bool:
    """Tell whether nobody can be writing: a folder without a log, in which none can be made (a CD, a locked share)."""
    effective = os.access in os.supports_effective_ids
    return not Path(f"{path}-wal").exists() and not os.access(path.parent, os.W_OK, effective_ids=effective)
