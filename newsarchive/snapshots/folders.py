"""The names of files and where they are."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from newsarchive.snapshots.errors import MissingFile, SnapshotError

SUFFIX = ".warc.gz"
DAMAGED = ".damaged"
"""What is put behind the name of a file that must not be written to any more."""
NAME = re.compile(r".+-(\d{8})-(\d{3,})\.warc\.gz")
PART = re.compile(r"(?!\.{1,2}\Z)[A-Za-z0-9._-]+")
"""A part of a file's name that leads neither up nor elsewhere."""
OUTSIDE = "{file!r} is no name of a file in the data folder: bring back a backup."


def safe(site: str) -> str:
    """Give a name for the files of a site: letters, digits, dots, hyphens; two sites never share one.

    >>> safe("velenjcan"), safe("../etc")
    ('velenjcan', '_._etc-f7f9121f')
    """
    name = re.sub(r"^\.|[^A-Za-z0-9._-]", "_", site) or "_"
    return name if name == site else f"{name}-{hashlib.sha256(site.encode()).hexdigest()[:8]}"


def is_inside(file: str) -> bool:
    """Tell whether a name leads to a file in the data folder, as all names do that we give.

    >>> is_inside("warc/demo/demo-20261123-001.warc.gz"), is_inside("warc/../../x.warc.gz"), is_inside("/etc/passwd")
    (True, False, False)
    """
    return all(PART.fullmatch(part) for part in file.split("/"))


def found(data: Path, file: str) -> Path:
    """Give the path of a file named relative to the data folder.

    Raises:
        SnapshotError: the name leads out of the folder.
        MissingFile: there is no such file.
    """
    if not is_inside(file):
        raise SnapshotError(OUTSIDE.format(file=file))
    path = data / file
    if not path.is_file():
        raise MissingFile(f"{file} is missing from {data}: bring it back from a backup.")
    return path


def taken(folder: Path, day: str) -> dict[int, Path]:
    """Give the files of a day by serial number, damaged ones included."""
    numbered = [(NAME.match(path.name), path) for path in sorted(folder.glob("*.warc.gz*"))]
    return {int(name[2]): path for name, path in numbered if name and name[1] == day}


def sync(folder: Path) -> None:
    """Make the names in a folder last through a loss of power, where the system can (many a network's cannot)."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(number)
        finally:
            os.close(number)
