"""Who may work in the data folder at the same time: many writers, or one who rewrites.

``locks/writers.lock`` is held shared by everybody who adds (crawls, imports, rereads) and who needs files to stay where
they are (backup, verify), and alone by those who rewrite (forget, restore, repair). The system takes it back however
a process ends.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from newsarchive.custody.seals import break_seal, seal

if sys.platform != "win32":
    import fcntl

STEP = 0.05
"""Seconds between two tries to take a lock."""
ALONE = 5.0
"""Seconds that one who rewrites waits for the others."""
SHARED = 120.0
"""Seconds that a writer waits for one who rewrites or seals."""
NAME = "writers.lock"
WANTED = "seal.wanted"
JOURNAL = ".restore.json"
"""What says, in the data folder, that an archive is just being replaced by a backup."""
READY = ".restored"
"""Where a restore gets the backup ready; without the journal it was interrupted before it replaced anything."""
HALF = "A restore was interrupted here: run “newsarchive restore” again, which finishes it."
BUSY = "{who}: wait until that has ended, then run the command again."


class BusyError(RuntimeError):
    """Others work in the data folder; the text says which process does what."""


@contextmanager
def writing(data: Path, doing: str = "crawling", *, wait: float = SHARED) -> Iterator[None]:
    """Add to the archive: others may do so too, nobody rewrites meanwhile; the last one to end seals the database.

    ``doing`` is what others are told ("process 4711 is crawling demo"). To be held from before the first write until
    after the last, with all connections of this process closed again where that can be.

    Raises:
        BusyError: somebody rewrites for longer than ``wait`` seconds.
    """
    with held(data, NAME, doing, alone=False, wait=wait) as file:
        _refuse_half(data)
        break_seal(data)
        (data / "locks" / WANTED).touch()
        try:
            yield
        finally:
            _seal_if_last(data, file)


@contextmanager
def reading(data: Path, doing: str, *, wait: float = SHARED) -> Iterator[None]:
    """Read all files: writers may add, nobody rewrites. Seals for a writer that could not, because of this reader.

    A folder in which no lock can be made (a CD, a backup on a write-protected share) is read without one.

    Raises:
        BusyError: somebody rewrites for longer than ``wait`` seconds.
    """
    if not os.access(data, os.W_OK):
        yield
        return
    with held(data, NAME, doing, alone=False, wait=wait) as file:
        _refuse_half(data)
        orphaned = (data / "locks" / WANTED).exists() and not writers(data)
        try:
            yield
        finally:
            if not orphaned:  # what a killed writer left unsealed stays so: nobody has looked at it yet
                _seal_if_last(data, file)


@contextmanager
def alone(data: Path, doing: str, *, wait: float = ALONE) -> Iterator[None]:
    """Rewrite: nobody else works in the data folder; the database is sealed again at the end.

    Raises:
        BusyError: others work for longer than ``wait`` seconds.
    """
    with held(data, NAME, doing, alone=True, wait=wait):
        _refuse_half(data)
        break_seal(data)
        try:
            yield
        finally:
            _seal(data)


def writers(data: Path) -> list[str]:
    """Say who works in the data folder now, besides this process: "process 4711 is crawling demo"."""
    return _holders(data / "locks" / NAME)


def _refuse_half(data: Path) -> None:
    """Let nobody work in a folder of which one half is an old archive and the other a new one."""
    if (data / JOURNAL).exists():
        raise BusyError(HALF)


def _holders(path: Path) -> list[str]:
    told = (line.partition(" ") for line in _read(path))
    return [f"process {pid} is {doing}" for pid, _, doing in told if pid != str(os.getpid()) and _lives(pid)]


@contextmanager
def held(data: Path, name: str, doing: str, *, alone: bool, wait: float) -> Iterator[IO[str]]:
    """Hold the lock of that name, shared or alone.

    Raises:
        BusyError: others hold it for longer than ``wait`` seconds.
    """
    path = data / "locks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        _forget_ended(file)
        if not _taken(file, alone=alone, wait=wait):
            raise BusyError(BUSY.format(who=" and ".join(_holders(path)) or "another part of this program is at work"))
        if alone:
            file.truncate(0)
        file.write(f"{os.getpid()} {doing}\n")
        file.flush()
        try:
            yield file
        finally:
            _give_back(file)


def _forget_ended(file: IO[str]) -> None:
    """Empty the list if nobody holds the lock: the numbers of processes that have ended may be others' by now."""
    if sys.platform != "win32" and _try(file, alone=True):
        file.truncate(0)
        _give_back(file)


def _taken(file: IO[str], *, alone: bool, wait: float) -> bool:
    until = time.monotonic() + wait
    while not _try(file, alone=alone):
        if time.monotonic() >= until:
            return False
        time.sleep(STEP)
    return True


def _try(file: IO[str], *, alone: bool) -> bool:
    """Take the lock if it is free; on Windows nothing is locked."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _give_back(file: IO[str]) -> None:
    """Unlock: closing alone would leave the lock with workers that were forked meanwhile."""
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_UN)


def _seal_if_last(data: Path, file: IO[str]) -> None:
    """Seal, if a writer wants it and nobody else works; of several that end at once, one always gets the lock."""
    if (data / "locks" / WANTED).exists() and _try(file, alone=True):
        file.truncate(0)
        _seal(data)


def _seal(data: Path) -> None:
    if seal(data):
        (data / "locks" / WANTED).unlink(missing_ok=True)


def _read(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except OSError:
        return []


def _lives(pid: str) -> bool:
    if not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True
