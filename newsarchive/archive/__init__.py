"""The archive: records in one SQLite file, with every version, every address and full-text search."""

from newsarchive.archive.archive import Archive
from newsarchive.archive.errors import (
    ArchiveError,
    BadRecord,
    Damaged,
    DiskFull,
    Locked,
    NewerArchive,
    NoAccess,
    NoArchive,
    NotAnArchive,
    OlderArchive,
    OldSQLite,
)
from newsarchive.archive.models import Fetch, Hit, Run, Saved, Stored, StoredSite, Version

__all__ = [
    "Archive",
    "ArchiveError",
    "BadRecord",
    "Damaged",
    "DiskFull",
    "Fetch",
    "Hit",
    "Locked",
    "NewerArchive",
    "NoAccess",
    "NoArchive",
    "NotAnArchive",
    "OldSQLite",
    "OlderArchive",
    "Run",
    "Saved",
    "Stored",
    "StoredSite",
    "Version",
]
