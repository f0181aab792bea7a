"""The archive: records in one SQLite file, with every version, every address and full-text search."""

from newsarchive.archive.archive import Archive
from newsarchive.archive.errors import (
    ArchiveError,
    BadRecordError,
    DamagedError,
    DiskFullError,
    LockedError,
    NewerArchiveError,
    NoAccessError,
    NoArchiveError,
    NotAnArchiveError,
    OlderArchiveError,
    OldSQLiteError,
)
from newsarchive.archive.models import Fetch, Hit, Run, Saved, Stored, StoredSite, Version

__all__ = [
    "Archive",
    "ArchiveError",
    "BadRecordError",
    "DamagedError",
    "DiskFullError",
    "Fetch",
    "Hit",
    "LockedError",
    "NewerArchiveError",
    "NoAccessError",
    "NoArchiveError",
    "NotAnArchiveError",
    "OldSQLiteError",
    "OlderArchiveError",
    "Run",
    "Saved",
    "Stored",
    "StoredSite",
    "Version",
]
