"""The archive as pages read it: opened for reading only, once in each thread, for a few seconds a page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from newsarchive.archive import Archive

SECONDS = 5.0
"""How long one page may ask the archive."""
T = TypeVar("T")


class Library:
    """Gives each thread an archive of its own; ``path`` is the file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()

    @property
    def data(self) -> Path:
        """The data folder, with the pictures."""
        return self.path.parent

    @contextmanager
    def open(self, seconds: float = SECONDS) -> Iterator[Archive]:
        """Give the thread's archive; what it is asked for longer than ``seconds`` is interrupted.

        Raises:
            ArchiveError: it cannot be opened, or took too long.
        """
        archive = self._archive()
        with archive.connection.within(seconds):
            yield archive

    def ask(self, question: Callable[[Archive], T]) -> T:
        """Ask the thread's archive something."""
        with self.open() as archive:
            return question(archive)

    def _archive(self) -> Archive:
        """Open the archive, again where the file is another one since: a backup may have been restored."""
        now = self.path.stat().st_ino if self.path.exists() else None
        if getattr(self._own, "file", None) != now:
            held = getattr(self._own, "archive", None)
            if held:
                held.close()
            self._own.archive, self._own.file = Archive(self.path, readonly=True), now
        archive: Archive = self._own.archive
        return archive
