"""What can go wrong with an archive: one class for each next step, one sentence for the person."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class ArchiveError(Exception):
    """The archive cannot do what was asked; the text is one sentence that names the next step."""


class NoArchive(ArchiveError):
    """Nothing has been archived there yet."""


class NotAnArchive(ArchiveError):
    """The file is no SQLite database, or the database of another program."""


class NewerArchive(ArchiveError):
    """The schema is of a later newsarchive."""


class OlderArchive(ArchiveError):
    """The schema must be upgraded, and the archive was opened for reading only."""


class Locked(ArchiveError):
    """Another program holds the archive for longer than the time given to wait."""


class NoAccess(ArchiveError):
    """The file or its folder may not be opened or written."""


class DiskFull(ArchiveError):
    """There is no room to write; what was stored before is unharmed."""


class Damaged(ArchiveError):
    """The file is broken."""


class BadRecord(ArchiveError):
    """A record holds what the schema refuses, such as an unknown kind."""


class OldSQLite(ArchiveError):
    """The SQLite of this Python is too old."""


SENTENCES: dict[type[ArchiveError], str] = {
    NoArchive: 'There is no archive at {path} yet: "newsarchive demo" shows one, "newsarchive crawl SITE" fills one.',
    NotAnArchive: "{path} is no archive of newsarchive: move that file away, or name another folder with --data.",
    NewerArchive: '{path} was written by a newer newsarchive: upgrade with "pip install --upgrade newsarchive".',
    OlderArchive: '{path} was written by an older newsarchive: "newsarchive crawl" upgrades it.',
    Locked: "{path} is locked by another program: wait until that has ended, then run the command again.",
    NoAccess: "{path} cannot be opened for writing: check the permissions of its folder, or name another with --data.",
    DiskFull: "There is no room to write {path}: free some space and run the command again; nothing stored is harmed.",
    Damaged: '{path} is damaged ({detail}): bring back a backup, or save the rest with "sqlite3 FILE .recover".',
    BadRecord: "The record cannot be stored in {path} ({detail}): report it together with the page's address.",
    OldSQLite: "The archive needs SQLite 3.37 or newer and this Python has {detail}: use a newer Python.",
}
"""The sentence of each error; ``{path}`` is the archive's file, ``{detail}`` what SQLite said."""

CAUSES: dict[int, type[ArchiveError]] = {
    sqlite3.SQLITE_NOTADB: NotAnArchive,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_BUSY: Locked,
    sqlite3.SQLITE_LOCKED: Locked,
    sqlite3.SQLITE_READONLY: NoAccess,
    sqlite3.SQLITE_CANTOPEN: NoAccess,
    sqlite3.SQLITE_PERM: NoAccess,
    sqlite3.SQLITE_AUTH: NoAccess,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_IOERR: DiskFull,
    sqlite3.SQLITE_CONSTRAINT: BadRecord,
    sqlite3.SQLITE_MISMATCH: BadRecord,
    sqlite3.SQLITE_TOOBIG: BadRecord,
}
"""SQLite's primary result codes and the error each becomes."""


def say(error: type[ArchiveError], path: Path, detail: object = "") -> ArchiveError:
    """Build an error with its sentence.

    >>> str(say(NoArchive, Path("data/archive.db")))
    'There is no archive at data/archive.db yet: "newsarchive demo" shows one, "newsarchive crawl SITE" fills one.'
    """
    return error(SENTENCES[error].format(path=path, detail=detail))


def translate(error: Exception, path: Path) -> ArchiveError:
    """Turn what sqlite3 raised into the archive's own error.

    A value that cannot be bound (a number of more than 64 bits) is the record's fault, whatever sqlite3 calls it.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return say(BadRecord, path, error)
    return say(CAUSES.get(code & 0xFF, Damaged), path, error)
