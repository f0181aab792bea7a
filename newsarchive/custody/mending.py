"""What a crawl does before its first request about a crawl that was killed, and at its end about its own files."""

from __future__ import annotations

from pathlib import Path

from newsarchive.archive import Archive, Warc
from newsarchive.custody import manifests
from newsarchive.custody.forgetting.rewriting import BESIDE
from newsarchive.custody.hashing import sha256
from newsarchive.custody.recovering import recover
from newsarchive.custody.sweeping import sweep
from newsarchive.snapshots import SnapshotError
from newsarchive.snapshots.folders import safe

MANY_RUNS = 50
"""How many of the last runs of a site are looked at; killed ones are closed by the very next."""
USED = "SELECT 1 FROM snapshots WHERE file = ? LIMIT 1"
UNLISTED = (
    "SELECT id FROM runs r WHERE site = ? AND finished IS NOT NULL AND manifest IS NULL "
    "AND EXISTS (SELECT 1 FROM snapshots WHERE run = r.id) ORDER BY id"
)
UNFINISHED = "{file} is left of a takedown that was interrupted: “newsarchive forget” finishes it."
NEW = "SELECT count(*) FROM records WHERE site = ? AND first_seen >= ?"


def mend(data: Path, archive: Archive, site: str) -> None:
    """Put right what a killed crawl of the site left: to be called under the site's lock, before the new run's row.

    Whole responses at the end of a file get their rows, half ones are cut off, the files are sealed; half-written
    pictures go; the killed run is closed as interrupted and gets its manifest. Where nothing is wrong this asks four
    short questions of the database and changes no file.

    Raises:
        ArchiveError, SnapshotError, OSError: it cannot be put right; the text says what to do.
    """
    refuse_unfinished(data, site)
    killed = [run for run in archive.runs(site, limit=MANY_RUNS) if run.outcome is None]
    mend_files(data, archive, site, killed[0].id if killed else None)
    for run in killed:
        new = int(archive.connection.value(NEW, (run.site, run.started)))
        archive.finish_run(run.id, "interrupted", {"new": new}, {"reason": "killed"})
    if killed:
        sweep(data, archive)
    for number in list_runs(archive, site):
        manifests.write(data, archive, number)


def refuse_unfinished(data: Path, site: str) -> None:
    """Refuse to work on the files of a site beside one of which a takedown has left another.

    Raises:
        SnapshotError: there is one; the text says what to do.
    """
    for path in (data / "warc" / safe(site)).glob(f"*{BESIDE}*"):
        raise SnapshotError(UNFINISHED.format(file=path.relative_to(data).as_posix()))


def mend_files(data: Path, archive: Archive, site: str, run: int | None = None) -> None:
    """Mend and seal the files of a site that a killed process left; ``run`` is what they belonged to."""
    for warc in archive.warcs(site):
        if is_open(data, warc):
            recover(data, archive, warc.file, site, run)
            archive.note_warc(warc.file, site)
        elif warc.sha256 is None and not archive.connection.value(USED, (warc.file,)):
            archive.connection.execute("DELETE FROM warcs WHERE file = ?", (warc.file,))
    seal_files(data, archive, site)


def is_open(data: Path, warc: Warc) -> bool:
    """Tell whether a file that is there was not closed, as far as the database knows.

    After a loss of power that can be older than the file, which is longer then than when it was closed.
    """
    path = data / warc.file
    return path.is_file() and (warc.sha256 is None or path.stat().st_size > (warc.bytes or 0))


def seal_files(data: Path, archive: Archive, site: str) -> None:
    """Note size and digest of each file of the site that is not sealed; nobody may be writing to it."""
    for warc in archive.warcs(site):
        path = data / warc.file
        if warc.sha256 is None and path.exists():
            archive.seal_warc(warc.file, path.stat().st_size, sha256(path))


def list_runs(archive: Archive, site: str) -> list[int]:
    """Give the runs of a site that captured something, have ended and have no manifest."""
    return [row["id"] for row in archive.connection.rows(UNLISTED, (site,))]
