"""Where everybody begins who adds to the archive: crawls, imports, rereads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsarchive.archive import Archive, ArchiveError
from newsarchive.custody.forgetting import Removed, finish, unfinished
from newsarchive.custody.locks import BusyError, alone, writing

UNFINISHED = (
    "A takedown was interrupted and cannot be finished while others work here: wait until they have ended, then run "
    "“newsarchive forget”, which finishes it."
)


@contextmanager
def adding(data: Path, doing: str = "crawling") -> Iterator[None]:
    """Hold the lock of one who adds (:func:`~newsarchive.custody.locks.writing`); interrupted takedowns come first.

    Until they are finished, a file may not fit its rows: whatever was added to it would be lost.

    Raises:
        BusyError: others rewrite for too long, or keep a takedown from being finished.
        ForgetError, ArchiveError, SnapshotError, OSError: a takedown cannot be finished; the text says what to do.
    """
    if _unfinished(data):
        with suppress(BusyError), alone(data, "finishing a takedown"), Archive(data / "archive.db") as archive:
            finish(data, archive)
    with writing(data, doing):
        # what a crawl takes down at its end concerns its own site only: its next start looks at that (mending.mend)
        if any(not removed.pages for removed in _unfinished(data)):
            raise BusyError(UNFINISHED)
        yield


def _unfinished(data: Path) -> list[Removed]:
    """Give the takedowns that are to be finished, or that a crawl which ends is just doing."""
    try:
        with Archive(data / "archive.db", readonly=True) as archive:
            return [journal.removed for journal in unfinished(archive)]
    except ArchiveError:  # none yet, an older one, a damaged one: whoever opens it to write says so
        return []
