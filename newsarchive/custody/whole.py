"""Writing a file so that nobody ever meets half of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from newsarchive.snapshots.folders import sync


def write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write a text file so that it is there whole or not at all, whatever ends the program.

    Raises:
        OSError: it cannot be written; what was there before still is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync(path.parent)
    finally:
        beside.unlink(missing_ok=True)
