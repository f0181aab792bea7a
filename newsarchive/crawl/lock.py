"""One crawl of a site at a time: a lock that the system takes back however a crawl ends."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl


class SiteIsBusyError(RuntimeError):
    """Another process is crawling the site; the text says which."""


class SiteLock:
    """Holds ``locks/<site>.lock`` in the data folder while a site is crawled."""

    def __init__(self, data: Path, site: str) -> None:
        self.site = site
        self.path = data / "locks" / (re.sub(r"[^\w.-]", "_", site) + ".lock")
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Take the lock.

        Raises:
            SiteIsBusyError: another process has it.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self.path.open("a+", encoding="utf-8")
        try:
            _lock(self._file)
        except OSError as error:
            holder = self._holder()
            self._file.close()
            raise SiteIsBusyError(
                f"{self.site} is being crawled by process {holder}: wait until it has ended."
            ) from error
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()

    def _holder(self) -> str:
        assert self._file is not None
        self._file.seek(0)
        return self._file.read().strip() or "unknown"

    def release(self) -> None:
        """Give the lock back."""
        if self._file:
            self._file.close()
            self._file = None


def _lock(file: IO[str]) -> None:
    """Lock a file or raise ``OSError``; on Windows nothing is locked: two crawls of one site are then only wasteful."""
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
