"""What killed programs left lying about: half-written pictures, pictures without a row, the copy of a restore."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from newsarchive import pictures
from newsarchive.archive import Archive
from newsarchive.custody.locks import READY, writers

STARTED = time.time()
"""When this process began, near enough: what is younger may be something that is just being stored."""


def sweep(data: Path, archive: Archive) -> None:
    """Remove half-written pictures, and whole ones that were never noted; nobody loses what he is just storing.

    Others that were there before this process are told by their locks; those that came later, and other crawls of this
    process, store files that are younger.
    """
    pictures.sweep(data)
    if not writers(data):
        for path in unknown_pictures(data, archive):
            if _is_old(data / path):
                pictures.remove(data, path)


def unknown_pictures(data: Path, archive: Archive) -> Iterator[str]:
    """Give the files below ``images/`` that no row tells of."""
    for path in pictures.files(data):
        if archive.connection.value("SELECT 1 FROM images WHERE path = ?", (path,)) is None:
            yield path


def drop_copy(data: Path) -> None:
    """Remove what a restore had copied that was interrupted before it replaced anything; for one who is alone."""
    shutil.rmtree(data / READY, ignore_errors=True)


def _is_old(path: Path) -> bool:
    try:
        return path.stat().st_mtime < STARTED
    except OSError:
        return False
