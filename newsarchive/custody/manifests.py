"""What each run captured, as a chain of files: each names the digest of the one before, so that tampering shows.

``data/manifests/000007.json`` is the seventh link. It is JSON with one entry a line, so that a program reads it without
holding it: the run, and the digests of the responses it got, of the pictures among them, of the records it saw. There
are no addresses, titles or names in it: a takedown need not rewrite it.

What belongs to a run is known by ``snapshots.run``: a record belongs to the run that fetched the page it was last read
from, a picture to each run that was sent its very bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from newsarchive import __version__
from newsarchive.archive import Archive
from newsarchive.custody.hashing import sha256
from newsarchive.custody.locks import held
from newsarchive.custody.whole import write_whole

FOLDER = "manifests"
NAME = re.compile(r"\d{6,}\.json")
WAIT = 600.0
"""Seconds to wait for another run that is writing its manifest."""
CAPTURED = {
    "snapshots": "SELECT id, digest FROM snapshots WHERE run = ? ORDER BY id",
    "images": "SELECT DISTINCT i.sha256 FROM snapshots s JOIN images i ON i.sha256 = substr(s.digest, 8) "
    "WHERE s.run = ? ORDER BY 1",
    "records": "SELECT r.id, r.digest FROM snapshots s JOIN records r ON r.snapshot = s.id WHERE s.run = ? ORDER BY 1",
}
"""What a manifest lists, and where it is found."""
READERS = (
    "SELECT DISTINCT r.extractor FROM snapshots s JOIN records r ON r.snapshot = s.id "
    "WHERE s.run = ? AND r.extractor IS NOT NULL ORDER BY 1"
)


class BadManifestError(ValueError):
    """A file is no manifest."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a manifest says of its run."""

    manifest: int
    """Its place in the chain, from 1."""
    previous: str | None
    """The sha256 of the manifest before it."""
    run: int
    site: str
    started: str
    finished: str | None
    outcome: str | None
    software: str
    readers: list[str]
    """The versions of the reader that made the run's records."""


def write(data: Path, archive: Archive, run: int) -> str:
    """Write the manifest of a run that has ended, note its digest in ``runs.manifest`` and give it (hex).

    A run that has one keeps it. Runs of several sites that end at once wait for each other.

    Raises:
        OSError: it could not be written; the next start of a crawl of the site does (:func:`mending.mend`).
    """
    known = archive.connection.value("SELECT manifest FROM runs WHERE id = ?", (run,))
    if known:
        return str(known)
    with held(data, "manifests.lock", "writing a manifest", alone=True, wait=WAIT):
        archive.connection.execute("PRAGMA wal_checkpoint")  # no link may outlive, in a loss of power, its run's row
        digest = _left_behind(data, run) or _write_next(data, archive, run)
        archive.connection.execute("UPDATE runs SET manifest = ? WHERE id = ?", (digest, run))
    return digest


def chain(data: Path) -> list[Path]:
    """Give all manifests, the oldest first."""
    folder = data / FOLDER
    names = [path for path in folder.iterdir() if NAME.fullmatch(path.name)] if folder.is_dir() else []
    return sorted(names, key=number)


def number(path: Path) -> int:
    """Give the place in the chain that a manifest's name says."""
    return int(path.stem)


def head(path: Path) -> Head:
    """Read what a manifest says of its run.

    Raises:
        BadManifestError: this is no manifest.
    """
    try:
        with path.open(encoding="utf-8") as file:
            return Head(**json.loads("{" + file.readline().strip().lstrip("{").rstrip(",") + "}"))
    except (ValueError, TypeError) as error:
        raise BadManifestError(f"{FOLDER}/{path.name} is no manifest") from error


def entries(path: Path) -> Iterator[tuple[str, list[Any]]]:
    """Give the parts of a manifest and their entries, one by one: ``("snapshots", [12, "sha256:…"])``.

    Raises:
        BadManifestError: a line is none of a manifest's.
    """
    try:
        with path.open(encoding="utf-8") as file:
            yield from _entries(file)
    except ValueError as error:
        raise BadManifestError(f"{FOLDER}/{path.name} cannot be read to its end") from error


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, list[Any]]]:
    part = ""
    for line in lines:
        if line.startswith('"'):
            part = line.split('"')[1]
        elif line.startswith("["):
            yield part, json.loads(line.rstrip(",\n"))


def _left_behind(data: Path, run: int) -> str | None:
    """Give the digest of the last manifest if it is this run's: written by a process killed before it could say so."""
    for path in chain(data)[-1:]:
        if head(path).run == run:
            return sha256(path)
    return None


def _write_next(data: Path, archive: Archive, run: int) -> str:
    before = chain(data)[-1:]
    place = number(before[0]) + 1 if before else 1
    first = _head(archive, run, place, sha256(before[0]) if before else None)
    path = data / FOLDER / f"{place:06}.json"
    write_whole(path, _lines(archive, first))
    return sha256(path)


def _head(archive: Archive, run: int, place: int, previous: str | None) -> Head:
    row = archive.connection.row("SELECT site, started, finished, outcome FROM runs WHERE id = ?", (run,))
    if row is None:
        raise KeyError(f"There is no run {run}.")
    readers = [row["extractor"] for row in archive.connection.rows(READERS, (run,))]
    return Head(place, previous, run, **dict(row), software=f"newsarchive/{__version__}", readers=readers)


def _lines(archive: Archive, first: Head) -> Iterator[str]:
    yield json.dumps(asdict(first))[:-1] + ",\n"
    ends = dict.fromkeys(CAPTURED, "],\n") | {list(CAPTURED)[-1]: "]}\n"}
    for part, sql in CAPTURED.items():
        yield f'"{part}": [\n'
        rows = archive.connection.rows(sql, (first.run,))
        yield from _separated(json.dumps(list(row)) for row in rows)
        yield ends[part]


def _separated(items: Iterable[str]) -> Iterator[str]:
    """Put commas between, and each item on a line of its own."""
    before = ""
    for item in items:
        yield before + item
        before = ",\n"
    yield "\n" if before else ""
