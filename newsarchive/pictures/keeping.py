"""Pictures on disk: each once, named by its own digest, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from newsarchive.pictures.types import EXTENSIONS

if sys.platform != "win32":
    import fcntl

FOLDER = "images"
UNFINISHED = ".part"
TRIES = 5
KEPT = re.compile(r"images/([0-9a-f]{2})/(\1[0-9a-f]{62})\.([a-z]+)")


def path_of(sha256: str, extension: str) -> str:
    """Give where a picture is kept, relative to the data folder, with forward slashes.

    >>> path_of("ab" * 32, "jpg")
    'images/ab/abababababababababababababababababababababababababababababababab.jpg'

    Raises:
        ValueError: these cannot be the digest and the extension of a kept picture.
    """
    return _checked(f"{FOLDER}/{sha256[:2]}/{sha256}.{extension}")


def store(data: Path, body: bytes, extension: str) -> tuple[str, str]:
    """Keep a picture, byte for byte, and give its digest (hex) and its path relative to the data folder.

    A file that is there already and whole is left as it is; a broken one is replaced. The bytes are on the disk before
    the name is: whatever ends the program, no name leads to half a picture.

    Raises:
        OSError: it cannot be written (a full disk, no access); nothing is left of it.
        ValueError: the extension is of no type that is kept.
    """
    sha256 = hashlib.sha256(body).hexdigest()
    path = path_of(sha256, extension)
    if not _holds(data / path, body):
        _write(data / path, body)
    return sha256, path


def remove(data: Path, path: str) -> bool:
    """Delete a kept picture; tell whether there was one.

    Raises:
        ValueError: the path leads to no kept picture.
        OSError: it cannot be deleted.
    """
    file = data / _checked(path)
    there = file.exists()
    file.unlink(missing_ok=True)
    return there


def checksum(data: Path, path: str) -> str:
    """Give the SHA-256 (hex) of a kept picture as it is on the disk now; it should be the one in its name.

    Raises:
        FileNotFoundError: it is missing.
        ValueError: the path leads to no kept picture.
        OSError: it cannot be read.
    """
    with (data / _checked(path)).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files(data: Path) -> Iterator[str]:
    """Give the paths of all pictures on the disk, in order; other files in the folder are passed over."""
    for file in sorted((data / FOLDER).glob("*/*")):
        path = file.relative_to(data).as_posix()
        if KEPT.fullmatch(path):
            yield path


def sweep(data: Path) -> int:
    """Delete what killed programs left half written, and give how many files that were.

    A file that a running program is writing stays.
    """
    return sum(_deleted(file) for file in (data / FOLDER).glob(f"*/*{UNFINISHED}"))


def _checked(path: str) -> str:
    found = KEPT.fullmatch(path)
    if not found or found[3] not in EXTENSIONS:
        raise ValueError(f"{path!r} is not the path of a kept picture.")
    return path


def _holds(file: Path, body: bytes) -> bool:
    try:
        return file.stat().st_size == len(body) and file.read_bytes() == body
    except FileNotFoundError:
        return False


def _write(file: Path, body: bytes) -> None:
    """Write beside, then rename; again when a sweep took the file in a moment in which nobody had it locked."""
    for _ in range(TRIES - 1):
        with suppress(FileNotFoundError):
            return _write_once(file, body)
    return _write_once(file, body)


def _write_once(file: Path, body: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(secrets.token_hex(16) + UNFINISHED)
    try:
        _fill(unfinished, body)
        unfinished.replace(file)
        _sync(file.parent)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _fill(path: Path, body: bytes) -> None:
    with path.open("xb") as file:
        _lock(file, wait=True)
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make a new name last through a loss of power, where the system can; takes about half a millisecond."""
    if sys.platform != "win32":
        number = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(number)
        finally:
            os.close(number)


def _deleted(file: Path) -> bool:
    """Delete a half-written file unless its writer still holds it (``OSError``); tell whether it is gone."""
    try:
        with file.open("rb") as unfinished:
            _lock(unfinished, wait=False)
            file.unlink()
    except OSError:
        return False
    return True


def _lock(file: IO[bytes], *, wait: bool) -> None:
    """Lock a file or raise ``OSError``; on Windows nobody can delete a file that is open, so nothing is needed."""
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
