"""What can go wrong with an archive: one class for each next step, one sentence for the person."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class ArchiveError(Exception):
    """The archive cannot do what was asked; the text is one sentence that names the next step."""


class NoArchiveError(ArchiveError):
    """Nothing has been archived there yet."""


class NotAnArchiveError(ArchiveError):
    """The file is no SQLite database, or the database of another program."""


class NewerArchiveError(ArchiveError):
    """The schema is of a later newsarchive."""


class OlderArchiveError(ArchiveError):
    """The schema must be upgraded, and the archive was opened for reading only."""


class LockedError(ArchiveError):
    """Another program holds the archive for longer than the time given to wait."""


class NoAccessError(ArchiveError):
    """The file or its folder may not be opened or written."""


class DiskFullError(ArchiveError):
    """There is no room to write; what was stored before is unharmed."""


class DamagedError(ArchiveError):
    """The file is broken."""


class BadRecordError(ArchiveError):
    """A record holds what the schema refuses, such as an unknown kind."""


class ForgottenError(ArchiveError):
    """The record was taken down on purpose, and its addresses are never archived again."""


class SlowError(ArchiveError):
    """What was asked took longer than it may, and was broken off."""


class QueryError(ArchiveError):
    """A query that cannot be understood; the sentence says how to write it.

    ``name`` says what is wrong with it, ``values`` what stands in the braces of ``sentence``: so that others can say it
    in other languages.
    """

    def __init__(self, sentence: str, name: str, **values: str) -> None:
        super().__init__(sentence.format(**values))
        self.name, self.values = name, values


class OldSQLiteError(ArchiveError):
    """The SQLite of this Python is too old."""


SENTENCES: dict[type[ArchiveError], str] = {
    NoArchiveError: "There is no archive at {path} yet: "
    '"newsarchive demo" shows one, "newsarchive crawl SITE" fills one.',
    NotAnArchiveError: "{path} is no archive of newsarchive: move that file away, or name another folder with --data.",
    NewerArchiveError: '{path} was written by a newer newsarchive: upgrade with "pip install --upgrade newsarchive".',
    OlderArchiveError: '{path} was written by an older newsarchive: "newsarchive crawl" upgrades it.',
    LockedError: "{path} is locked by another program: wait until that has ended, then run the command again.",
    NoAccessError: "{path} cannot be opened or written: "
    "check the permissions of the file and its folder, or name another with --data.",
    DiskFullError: "There is no room to write {path}: "
    "free some space and run the command again; nothing stored is harmed.",
    DamagedError: '{path} is damaged ({detail}): bring back a backup, or save the rest with "sqlite3 FILE .recover".',
    BadRecordError: "The record cannot be stored in {path} ({detail}): report it together with the page's address.",
    ForgottenError: "The page was forgotten on purpose and is not archived again: "
    'the table "forgets" of {path} says why.',
    SlowError: "That took too long: ask for less, such as one site, one year or more words.",
    OldSQLiteError: "The archive needs SQLite 3.37 or newer and this Python has {detail}: use a newer Python.",
}
"""The sentence of each error; ``{path}`` is the archive's file, ``{detail}`` what SQLite said."""

NO_ROOM = (
    "{file} cannot be written ({error}): free some space or check the folder's permissions, "
    "then run the command again; nothing stored is harmed."
)

CAUSES: dict[int, type[ArchiveError]] = {
    sqlite3.SQLITE_NOTADB: NotAnArchiveError,
    sqlite3.SQLITE_CORRUPT: DamagedError,
    sqlite3.SQLITE_BUSY: LockedError,
    sqlite3.SQLITE_LOCKED: LockedError,
    sqlite3.SQLITE_READONLY: NoAccessError,
    sqlite3.SQLITE_CANTOPEN: NoAccessError,
    sqlite3.SQLITE_PERM: NoAccessError,
    sqlite3.SQLITE_AUTH: NoAccessError,
    sqlite3.SQLITE_INTERRUPT: SlowError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_IOERR: DiskFullError,
    sqlite3.SQLITE_IOERR_READ: DamagedError,
    sqlite3.SQLITE_CONSTRAINT: BadRecordError,
    sqlite3.SQLITE_MISMATCH: BadRecordError,
    sqlite3.SQLITE_TOOBIG: BadRecordError,
}
"""SQLite's result codes, where need be the extended ones, and the error each becomes."""


def say(error: type[ArchiveError], path: Path, detail: object = "") -> ArchiveError:
    """Build an error with its sentence.

    >>> str(say(NoArchiveError, Path("data/archive.db")))
    'There is no archive at data/archive.db yet: "newsarchive demo" shows one, "newsarchive crawl SITE" fills one.'
    """
    return error(SENTENCES[error].format(path=path, detail=detail))


def told(error: Exception) -> str:
    """Give one sentence for what kept something from being stored: an archive's or a lock's own, or one about a file.

    >>> print(told(OSError(28, "No space left on device", "data/images/ab/abcd.part")))
    data/images/ab/abcd.part cannot be written (No space left on device): free some space or check the folder's ...
    """
    if not isinstance(error, OSError):
        return str(error)
    return NO_ROOM.format(file=error.filename or "A file of the archive", error=error.strerror or error)


def translate(error: Exception, path: Path) -> ArchiveError:
    """Turn what sqlite3 raised into the archive's own error.

    A value that cannot be bound (a number of more than 64 bits, half a surrogate pair) is the record's fault, whatever
    sqlite3 calls it.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return say(BadRecordError, path, error)
    cause = CAUSES.get(code) or CAUSES.get(code & 0xFF, DamagedError)
    return say(cause, path, error)
