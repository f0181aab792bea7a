"""The chain of manifests: each file by its digest; all that a run captured there still, or taken down on purpose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from newsarchive.archive import Archive
from newsarchive.custody import manifests
from newsarchive.custody.hashing import sha256
from newsarchive.custody.verifying.findings import Checked, Task

BACKUP = "bring it back from a backup"
GAP = f"manifests/{{number:06}}.json is missing from the chain: {BACKUP}."
BROKEN = f"{{text}}: {BACKUP}."
CHAIN = f"manifests/{{name}} does not follow the one before it: one of the two was changed; {BACKUP}."
DIGEST = f"manifests/{{name}} is not what run {{run}} wrote: {BACKUP}."
NO_RUN = "manifests/{name} is of run {run}, which the archive does not know: bring back a backup of the database."
NO_FILE = f"The manifest of run {{run}} is missing: {BACKUP}."
UNLISTED = "Run {run} has no manifest: “newsarchive verify --repair” writes it."
LOST = (
    "{what} {key} was captured by run {run} and is no more what it was, and no takedown accounts for it: "
    "bring back a backup."
)
NO_MANIFEST = (
    "SELECT id, site FROM runs r WHERE finished IS NOT NULL AND manifest IS NULL "
    "AND EXISTS (SELECT 1 FROM snapshots WHERE run = r.id)"
)
STILL_THERE = {
    "snapshots": ("Snapshot", "SELECT 1 FROM snapshots WHERE id = ? AND digest IS ?"),
    "images": ("Picture", "SELECT 1 FROM images WHERE sha256 = ?"),
    "records": ("Record", "SELECT 1 FROM versions WHERE record = ? AND digest = ?"),
}
"""For each part of a manifest what its entries are called, and how they are found."""


class Accounts:
    """What takedowns removed or changed, as ``forgets.removed`` tells."""

    def __init__(self, archive: Archive) -> None:
        self._rows = [json.loads(row[0]) for row in archive.connection.rows("SELECT removed FROM forgets")]

    def explain(self, part: str, entry: list[Any]) -> bool:
        """Tell whether a takedown says why an entry of a manifest is no more what it was."""
        return tuple(entry) in self._snapshots if part == "snapshots" else entry[0] in self._others[part]

    @cached_property
    def _snapshots(self) -> set[tuple[int, str | None]]:
        """Number and digest of each snapshot that went, or was another before something was cut out."""
        gone = [(int(number), told) for row in self._rows for number, told in row.get("snapshots", {}).items()]
        cut = [(int(number), told[0]) for row in self._rows for number, told in row.get("redacted", {}).items()]
        return {*gone, *cut}

    @cached_property
    def _others(self) -> dict[str, set[Any]]:
        records = {number for row in self._rows for number in (row.get("record"), *row.get("records", []))}
        return {"images": {one for row in self._rows for one in row.get("images", [])}, "records": records}


def tasks(data: Path, archive: Archive, *, quick: bool, busy: bool) -> Iterator[Task]:
    """Give a task for each manifest, and one for the chain as the runs know it."""
    files = manifests.chain(data)
    for place, path in enumerate(files):
        before = files[place - 1].name if place else None
        yield Task("manifests", check_link, (path.name, before, quick), path.stat().st_size)
    yield Task("manifests", check_runs, (busy,))


def check_link(data: Path, name: str, before: str | None, quick: bool) -> Checked:
    """Check one manifest: its digest, the one before it, and unless ``quick`` all that it lists."""
    checked = Checked("manifests")
    folder = data / manifests.FOLDER
    checked.counts["manifests"] += 1
    try:
        head = manifests.head(folder / name)
        _check_chain(checked, folder, head, name, before)
        with Archive(data / "archive.db", readonly=True) as archive:
            if _check_run(checked, archive, head, folder / name) and not quick:
                _check_entries(checked, archive, head, folder / name)
    except manifests.BadManifestError as error:
        checked.find(BROKEN.format(text=error))
    return checked


def check_runs(data: Path, busy: bool) -> Checked:
    """Look for runs without a manifest, and for manifests that are missing; ``busy``: a run may be writing its own."""
    checked = Checked("manifests")
    with Archive(data / "archive.db", readonly=True) as archive:
        told = list(archive.connection.rows("SELECT id, manifest FROM runs WHERE manifest IS NOT NULL"))
        unlisted = [] if busy else list(archive.connection.rows(NO_MANIFEST))
    known = {sha256(path) for path in manifests.chain(data)}
    for run, digest in told:
        if digest not in known:
            checked.find(NO_FILE.format(run=run))
    for run, _ in unlisted:
        checked.find(UNLISTED.format(run=run), "manifest", run)
    return checked


def _check_chain(checked: Checked, folder: Path, head: manifests.Head, name: str, before: str | None) -> None:
    place = manifests.number(folder / name)
    first = manifests.number(folder / before) + 1 if before else 1
    for number in range(first, place):
        checked.find(GAP.format(number=number))
    if first == place and (head.manifest, head.previous) != (place, sha256(folder / before) if before else None):
        checked.find(CHAIN.format(name=name))


def _check_run(checked: Checked, archive: Archive, head: manifests.Head, path: Path) -> bool:
    """Compare a manifest with its run; tell whether it is what the run wrote, so that it is to be believed."""
    row = archive.connection.row("SELECT manifest FROM runs WHERE id = ?", (head.run,))
    if row is None:
        checked.find(NO_RUN.format(name=path.name, run=head.run))
    elif row["manifest"] is None:
        return True  # its writer was killed before it could say so; check_runs tells
    elif row["manifest"] != sha256(path):
        checked.find(DIGEST.format(name=path.name, run=head.run))
    return row is not None and row["manifest"] == sha256(path)


def _check_entries(checked: Checked, archive: Archive, head: manifests.Head, path: Path) -> None:
    accounts = Accounts(archive)
    for part, entry in manifests.entries(path):
        what, sql = STILL_THERE[part]
        checked.counts["digests"] += 1
        if archive.connection.value(sql, entry) is None and not accounts.explain(part, entry):
            checked.find(LOST.format(what=what, key=entry[0], run=head.run))
