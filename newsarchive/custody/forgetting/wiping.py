"""The database file without a trace of what was deleted: no free page, no old segment of the index, no log."""

from __future__ import annotations

from newsarchive.archive import Archive, LockedError, words


def overwrite_deleted(archive: Archive) -> None:
    """Let SQLite put zeros where something is deleted, from now on and on this connection.

    And have each commit on the disk before the file that its rows point into takes the place of the old one.
    """
    archive.connection.execute("PRAGMA secure_delete = ON")
    archive.connection.execute("PRAGMA synchronous = FULL")


def wipe(archive: Archive) -> None:
    """Build the search index and the file anew from what is left, and fold the write-ahead log in.

    Raises:
        LockedError: somebody reads an old state, which must stay until then.
    """
    connection = archive.connection
    connection.execute("INSERT INTO records_fts (records_fts) VALUES ('rebuild')")
    words.forget_unused(connection)
    connection.execute("VACUUM")
    fold(archive)


def fold(archive: Archive) -> None:
    """Fold the write-ahead log into the file and empty it.

    Raises:
        LockedError: somebody reads an old state.
    """
    if not fold_if_possible(archive):
        raise LockedError(
            f"{archive.path} is being read by another program, so that the deleted pages are still in its log: "
            'end that ("newsarchive serve"?), then run "newsarchive forget" again.'
        )


def fold_if_possible(archive: Archive) -> bool:
    """Fold the write-ahead log into the file and empty it; False while somebody reads an old state."""
    return not archive.connection.value("PRAGMA wal_checkpoint(TRUNCATE)")
