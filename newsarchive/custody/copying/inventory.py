"""Every file that belongs to an archive, as its database knows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsarchive import pictures
from newsarchive.archive import Archive
from newsarchive.archive.connection import Connection
from newsarchive.custody import manifests
from newsarchive.custody.hashing import sha256
from newsarchive.custody.recovering import KNOWN_END
from newsarchive.snapshots import SnapshotError, walk

IMAGES = "SELECT path, bytes, sha256 FROM images ORDER BY id"
PICTURE = "SELECT 1 FROM images WHERE sha256 = ? AND path = ?"
RUNS = "SELECT manifest FROM runs WHERE manifest IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be copied."""

    path: str
    """Below the data folder, with forward slashes."""
    bytes: int | None
    """How many of its first bytes belong to the archive; ``None``: all."""
    sha256: str | None
    """Their digest; ``None``: nobody has taken it yet."""


def wanted(data: Path, archive: Archive) -> Iterator[Wanted]:
    """Give the files that an archive needs; ``data`` is where they lie, which may by now hold more than it knows."""
    for warc in archive.warcs():
        size = warc.bytes if warc.sha256 else known_end(data, archive, warc.file)
        if size:
            yield Wanted(warc.file, size, warc.sha256)
    for row in archive.connection.rows(IMAGES):
        yield Wanted(row["path"], row["bytes"], row["sha256"])
    yield from links(data, archive.connection)


def size(archive: Archive) -> int:
    """Give about how many bytes the files of an archive have."""
    return sum(int(archive.connection.value(f"SELECT total(bytes) FROM {table}")) for table in ("warcs", "images"))  # noqa: S608 - our own names


def known_end(data: Path, archive: Archive, file: str) -> int:
    """Give where the last whole exchange ends that an archive knows in a file that is being written; 0: none is."""
    end = int(archive.connection.value(KNOWN_END, (file,)) or 0)
    try:
        request = next(walk(data / file, end), None) if end else None
    except SnapshotError:  # half a request: the response is whole without it
        request = None
    return end + request.length if request and request.type == "request" else end


def links(data: Path, connection: Connection) -> Iterator[Wanted]:
    """Give the manifests up to the last one that a run of the archive knows; one that none knows never matches."""
    known = {row[0] for row in connection.rows(RUNS)}
    files = [(path, sha256(path)) for path in manifests.chain(data)]
    last = max((place for place, (_, digest) in enumerate(files) if digest in known), default=-1)
    for path, digest in files[: last + 1]:
        yield Wanted(f"{manifests.FOLDER}/{path.name}", path.stat().st_size, digest if digest in known else "")


def superfluous(target: Path, archive: Archive) -> Iterator[str]:
    """Give the files of a copy that its archive does not know."""
    warcs = {warc.file for warc in archive.warcs()}
    for path in (target / "warc").glob("*/*"):
        if path.is_file() and path.relative_to(target).as_posix() not in warcs:
            yield path.relative_to(target).as_posix()
    for file in pictures.files(target):
        if archive.connection.value(PICTURE, (Path(file).stem, file)) is None:
            yield file
