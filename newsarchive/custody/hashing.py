"""Digests of whole files, whatever their size."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

APART = "import hashlib, sys; print(hashlib.file_digest(open(sys.argv[1], 'rb'), 'sha256').hexdigest())"


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file, 64 hexadecimal digits; memory does not grow with the file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_apart(path: Path) -> str:
    """Give the SHA-256 of a database file, read by a process of its own.

    A process that opens and closes a database file beside SQLite loses the locks that SQLite holds on it: POSIX gives
    back all locks of a process on a file as soon as any of its descriptors is closed.

    Raises:
        OSError: the file cannot be read.
    """
    command = [sys.executable, "-I", "-S", "-c", APART, str(path.absolute())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words, no shell
    if done.returncode:
        raise OSError(done.stderr.strip().splitlines()[-1] if done.stderr else f"cannot read {path}")
    return done.stdout.strip()
