"""New files are put beside the old ones, and take their places all at once: a copy is the old one or the new one.

``.new/`` holds what is ready; ``.commit.json`` says that it is complete, and which files go. A process that is killed
before that leaves the old copy as it was; one that is killed after it is taken up by :func:`complete`.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from newsarchive.custody.copying.beside import SEARCHES
from newsarchive.custody.hashing import sha256
from newsarchive.custody.whole import write_whole
from newsarchive.snapshots.folders import is_inside

NEW = ".new"
COMMIT = ".commit.json"
ABOUT = {"archive.db", "seal.json", "backup.json", SEARCHES}
"""What every copy has anew, where there is any."""
PIECE = 1 << 20
BESIDE = ("archive.db-wal", "archive.db-shm")
"""What SQLite leaves beside a database that somebody read; it must never meet another database."""


@dataclass(slots=True)
class Staging:
    """A copy that is being made."""

    target: Path
    tick: Callable[[int], None] = lambda size: None
    """Is told how many bytes were read."""
    changed: set[str] = field(default_factory=set)
    """Files that are new or other than before."""

    @property
    def new(self) -> Path:
        """Where files wait."""
        return self.target / NEW

    def has(self, path: str, size: int | None, digest: str | None, *, trusting: bool = False) -> bool:
        """Tell whether the copy, or what is ready for it, holds this very file; ``trusting`` believes its size."""
        if digest is None:
            return False
        ready, old = self.new / path, self.target / path
        if _may_be(ready, size) and self.digest(ready) == digest:
            self.changed.add(path)
            return True
        self.drop(path)
        return _may_be(old, size) and (trusting or self.digest(old) == digest)

    def copy(self, source: Path, path: str, size: int | None) -> str:
        """Get a file ready, or its first ``size`` bytes; give the digest of what was read back.

        Raises:
            OSError: it cannot be read or written.
        """
        place = self.new / path
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f".{place.name}.part")
        try:
            with source.open("rb") as old, part.open("wb") as new:
                for piece in _pieces(old, size):
                    new.write(piece)
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
        self.changed.add(path)
        return self.digest(place)

    def drop(self, path: str) -> None:
        """Leave a file as it was."""
        (self.new / path).unlink(missing_ok=True)
        self.changed.discard(path)

    def commit(self, remove: list[str]) -> None:
        """Put everything in its place, and remove the files of these names."""
        for path in _files(self.new):
            if path.relative_to(self.new).as_posix() not in self.changed | ABOUT:
                path.unlink()  # got ready by an earlier attempt, and by now forgotten
        if hasattr(os, "sync"):
            os.sync()
        write_whole(self.target / COMMIT, [json.dumps({"remove": remove})])
        complete(self.target)

    def digest(self, place: Path) -> str:
        """Give the digest of a file, and tell that it was read."""
        digest = sha256(place)
        self.tick(place.stat().st_size)
        return digest


def complete(target: Path) -> None:
    """Finish a copy that was ready when its process was killed; nothing is done where there is none."""
    try:
        remove = json.loads((target / COMMIT).read_text("utf-8"))["remove"]
    except FileNotFoundError:
        return
    beside = BESIDE if (target / NEW / "archive.db").exists() else ()
    for path in (*beside, *filter(is_inside, remove)):  # somebody else may have written what it says
        (target / path).unlink(missing_ok=True)
    for ready in _files(target / NEW):
        place = target / ready.relative_to(target / NEW)
        place.parent.mkdir(parents=True, exist_ok=True)
        ready.replace(place)
    shutil.rmtree(target / NEW, ignore_errors=True)
    (target / COMMIT).unlink()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _may_be(place: Path, size: int | None) -> bool:
    return place.is_file() and size in (None, place.stat().st_size)


def _pieces(file: IO[bytes], size: int | None) -> Iterator[bytes]:
    """Read a file, or its first bytes, piece by piece."""
    rest = size
    while piece := file.read(PIECE if rest is None else min(PIECE, rest)):
        yield piece
        rest = None if rest is None else rest - len(piece)
