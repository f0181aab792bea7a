"""What a verification found, put right where nothing need be invented."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsarchive import pictures
from newsarchive.archive import Archive
from newsarchive.archive.times import stamp
from newsarchive.custody import manifests
from newsarchive.custody.locks import READY, alone
from newsarchive.custody.mending import mend
from newsarchive.custody.recovering import adopt
from newsarchive.custody.seals import trust
from newsarchive.custody.sweeping import drop_copy
from newsarchive.custody.verifying.findings import Finding
from newsarchive.snapshots import Place, SnapshotError, load

ORDER = ("file", "response", "image", "leftover", "copy", "manifest", "index", "seal")
"""Files before what lies in them, the seal when nothing more will change."""
SENT = "SELECT * FROM snapshots WHERE digest = ? AND original IS NULL AND redacted IS NULL AND length IS NOT NULL"
LOSS = "INSERT INTO forgets (at, reason, removed) VALUES (?, ?, ?)"
LOST = "A picture was lost and could not be restored (newsarchive verify --repair)."


def repair(data: Path, findings: Iterable[Finding]) -> list[str]:
    """Put right what can be, and give a sentence for each thing that was tried.

    The database is sealed at the end, as it is then.

    Raises:
        BusyError: others work in the archive.
        ArchiveError: the database cannot be written.
    """
    todo = {(finding.repair, finding.subject): None for finding in findings if finding.repair}
    with alone(data, "repairing"), Archive(data / "archive.db") as archive:
        return [
            sentence
            for kind in ORDER
            for repair, subject in todo
            if repair == kind
            for sentence in _tried(kind, data, archive, *subject)
        ]


def _tried(kind: str, data: Path, archive: Archive, *subject: object) -> Iterator[str]:
    try:
        yield REPAIRS[kind](data, archive, *subject)
    except (SnapshotError, OSError) as error:
        yield f"Could not be repaired: {error}"


def _file(data: Path, archive: Archive, file: str, site: str) -> str:
    mend(data, archive, site)
    return f"{file} holds its whole responses only, and is closed."


def _response(data: Path, archive: Archive, file: str, site: str, offset: int) -> str:
    adopt(data, archive, file, site, [offset])
    return f"The response at byte {offset} of {file} is in the archive again."


def _image(data: Path, archive: Archive, number: int) -> str:
    row = archive.connection.row("SELECT sha256, path FROM images WHERE id = ?", (number,))
    if row is None:
        return f"Picture {number} is no longer in the archive."
    if _from_snapshot(data, archive, row["sha256"], row["path"]):
        return f"{row['path']} was taken from its snapshot."
    pictures.remove(data, row["path"])
    _note_loss(archive, number, row["sha256"])
    return f"{row['path']} is lost: the next crawl asks for the picture again."


def _from_snapshot(data: Path, archive: Archive, sha256: str, path: str) -> bool:
    """Store a picture as it was sent, if that was kept too."""
    for row in archive.connection.rows(SENT, (f"sha256:{sha256}",)):
        try:
            body = load(data, Place(row["file"], row["offset"], row["length"])).body
        except SnapshotError:
            continue
        if pictures.store(data, body, Path(path).suffix[1:]) == (sha256, path):
            return True
    return False


def _note_loss(archive: Archive, number: int, sha256: str) -> None:
    """Have the picture fetched again, and account for it: the manifest goes on listing it."""
    removed = json.dumps({"state": "done", "images": [sha256]})
    with archive.transaction():
        archive.connection.execute(
            "UPDATE record_images SET image = NULL, status = 'listed' WHERE image = ?", (number,)
        )
        archive.connection.execute("DELETE FROM images WHERE id = ?", (number,))
        archive.connection.execute(LOSS, (stamp(), LOST, removed))


def _leftover(data: Path, archive: Archive, path: str) -> str:
    pictures.remove(data, path)
    return f"{path} was removed: it belonged to nothing."


def _copy(data: Path, archive: Archive) -> str:
    drop_copy(data)
    return f"{READY} was removed: it held the copy of a restore that was interrupted."


def _manifest(data: Path, archive: Archive, run: int) -> str:
    manifests.write(data, archive, run)
    return f"Run {run} has its manifest."


def _index(data: Path, archive: Archive) -> str:
    archive.connection.execute("INSERT INTO records_fts(records_fts) VALUES ('rebuild')")
    return "The search index was built anew."


def _seal(data: Path, archive: Archive) -> str:
    trust(data)
    return "archive.db is sealed as it is now."


REPAIRS: dict[str, Callable[..., str]] = {
    "file": _file,
    "response": _response,
    "image": _image,
    "leftover": _leftover,
    "copy": _copy,
    "manifest": _manifest,
    "index": _index,
    "seal": _seal,
}
"""For each kind of repair what does it; called with data folder, archive and what the finding names."""
