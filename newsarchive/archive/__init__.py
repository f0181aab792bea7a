"""The archive: records in one SQLite file, with every version, every address and full-text search."""

from newsarchive.archive.archive import Archive
from newsarchive.archive.duplicates import Twin
from newsarchive.archive.errors import (
    ArchiveError,
    BadRecordError,
    DamagedError,
    DiskFullError,
    ForgottenError,
    LockedError,
    NewerArchiveError,
    NoAccessError,
    NoArchiveError,
    NotAnArchiveError,
    OlderArchiveError,
    OldSQLiteError,
)
from newsarchive.archive.models import (
    Fetch,
    Hit,
    Reread,
    Run,
    Saved,
    Snapshot,
    Stored,
    StoredSite,
    StoredTemplate,
    Version,
    Warc,
)

__all__ = [
    "Archive",
    "ArchiveError",
    "BadRecordError",
    "DamagedError",
    "DiskFullError",
    "Fetch",
    "ForgottenError",
    "Hit",
    "LockedError",
    "NewerArchiveError",
    "NoAccessError",
    "NoArchiveError",
    "NotAnArchiveError",
    "OldSQLiteError",
    "OlderArchiveError",
    "Reread",
    "Run",
    "Saved",
    "Snapshot",
    "Stored",
    "StoredSite",
    "StoredTemplate",
    "Twin",
    "Version",
    "Warc",
]
