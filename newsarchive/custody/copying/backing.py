"""A consistent copy of everything, made while crawls go on; again and again into the same folder."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

from newsarchive import __version__
from newsarchive.archive import Archive, DiskFullError
from newsarchive.archive.connection import Connection
from newsarchive.archive.times import stamp
from newsarchive.custody.copying.beside import SEARCHES, copy_searches, gone
from newsarchive.custody.copying.errors import BackupError
from newsarchive.custody.copying.inventory import Wanted, links, size, superfluous, wanted
from newsarchive.custody.copying.staging import COMMIT, NEW, Staging, complete
from newsarchive.custody.locks import ALONE, NAME, held, reading
from newsarchive.custody.seals import seal
from newsarchive.custody.verifying.database import check_seal
from newsarchive.custody.whole import write_whole
from newsarchive.snapshots.folders import is_inside

MARK = "backup.json"
OURS = {NEW, COMMIT, "locks"}
"""What a first backup that was interrupted leaves."""
PAGES = 1024
"""Pages of the database that are copied before others get a turn."""
RUNS = "SELECT id, site, started, {manifest} FROM runs ORDER BY id"

INSIDE = "{target} and the data folder {data} lie one in the other: name a folder elsewhere, best on another disk."
FOREIGN = "{target} holds other things than a backup: name an empty folder, or the one of an earlier backup."
ANOTHER = "{target} is the backup of another archive (run {run} differs): name another folder."
BROKEN = "The backup in {target} cannot be read ({told}): keep it, and name another folder."
FAILED = (
    "The copy could not be made ({told}): make room or look at the disk and run the command again, which goes on from "
    "there; the backup before is unharmed."
)
NO_ROOM = (
    "There is no room in {target} for the copy: make some there and run the command again, which goes on from there; "
    "the backup before is unharmed."
)
UNSOUND = "The database is damaged ({told}): the backup before is kept; see what “newsarchive verify” says."
HARMED = "{path} could not be copied ({told}): see what “newsarchive verify” says of it."
UNREADABLE = "The saved searches in {path} cannot be read ({told}) and were not copied: the archive is unharmed."

Tick = Callable[[int, int], None]


@dataclass(slots=True)
class Copied:
    """What a backup did."""

    files: int = 0
    """Files that the copy holds."""
    bytes: int = 0
    new: int = 0
    """Files that were copied because the copy did not have them."""
    replaced: int = 0
    """Files that were copied because they had grown or a takedown had rewritten them."""
    removed: int = 0
    """Files that the archive no longer has."""
    problems: list[str] = field(default_factory=list)
    """Files that are missing or damaged in the archive, a sentence for each."""
    notes: list[str] = field(default_factory=list)
    """What was left out of a copy that is sound without it."""
    made_at: str = field(default_factory=stamp)
    software: str = f"newsarchive/{__version__}"


def backup(data: Path, target: Path, *, quick: bool = False, tick: Tick | None = None) -> Copied:
    """Copy the archive in ``data`` into ``target``, or bring the copy there up to date.

    Crawls may go on: the copy is the archive as it was when the work began. Each file of the copy is read and compared
    with its digest; ``quick`` believes the size of those that were copied before. The copy that was there before stays
    usable until the new one is complete.

    Raises:
        BackupError: the folder is none for this archive, there is no room, or the database is not what it was.
        ArchiveError: there is no archive.
        BusyError: somebody rewrites the archive, or makes another backup there.
    """
    _check_place(data, target)
    _check_seal(data)
    with reading(data, "backing up"), closing(Connection(data / "archive.db", readonly=True)) as archive:
        _check_folder(target)
        try:
            target.mkdir(parents=True, exist_ok=True)
            with held(target, NAME, "backing up", alone=True, wait=ALONE):
                complete(target)
                _check_same(data, target)
                return _copy(data, archive, target, quick, tick or _silent)
        except DiskFullError as error:  # it names the archive, from which pages were being read
            raise BackupError(NO_ROOM.format(target=target)) from error
        except OSError as error:
            raise BackupError(FAILED.format(told=error.strerror or error)) from error


def is_backup(target: Path) -> bool:
    """Tell whether a folder is a backup (that is complete, or can be completed)."""
    return (target / MARK).is_file() or (target / COMMIT).is_file()


def foreign(target: Path) -> set[str]:
    """Give the names in a folder that no first backup, interrupted before it was complete, leaves there."""
    return {path.name for path in target.iterdir()} - OURS if target.is_dir() else set()


def _copy(data: Path, archive: Connection, target: Path, quick: bool, tick: Tick) -> Copied:
    copied = Copied()
    _copy_database(archive, target / NEW)
    told = copy_searches(data, target / NEW)
    copied.notes += [UNREADABLE.format(path=SEARCHES, told=told)] if told else []
    with Archive(target / NEW / "archive.db") as copy:
        staging = Staging(target, _adding(tick, size(copy)))
        for one in wanted(data, copy):
            _copy_file(data, staging, one, copied, quick)
        copied.replaced = sum((target / path).exists() for path in staging.changed)
        copied.new = len(staging.changed) - copied.replaced
        _close_files(staging, copy)
        remove = [*superfluous(target, copy), *_old_links(target, links(data, copy.connection))]
    copied.removed = len(remove)
    _finish(target, copied)
    staging.commit(remove + gone(data))
    return copied


def _copy_database(archive: Connection, new: Path) -> None:
    """Copy the database as it is at one moment, and make sure that it is sound."""
    new.mkdir(parents=True, exist_ok=True)
    for old in new.glob("archive.db*"):
        old.unlink()
    source = archive.db.conn
    with archive.errors(), closing(sqlite3.connect(new / "archive.db", isolation_level=None)) as copy:
        source.execute("BEGIN")  # one state for all pages, however much is written meanwhile
        try:
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            source.backup(copy, pages=PAGES)
        finally:
            source.execute("COMMIT")
        told = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if told != "ok":
            raise BackupError(UNSOUND.format(told=told))


def _copy_file(data: Path, staging: Staging, one: Wanted, copied: Copied, quick: bool) -> None:
    """Have a file in the copy; one that is not what it should be is told, and a sound copy of it kept."""
    copied.files += 1
    copied.bytes += one.bytes or 0
    if not is_inside(one.path):
        copied.problems.append(HARMED.format(path=one.path, told="that is no name of a file in the data folder"))
        return
    if staging.has(one.path, one.bytes, one.sha256, trusting=quick):
        return
    source = data / one.path
    if not source.is_file():
        copied.problems.append(HARMED.format(path=one.path, told="it is missing"))
        return
    found = staging.copy(source, one.path, one.bytes)
    if one.sha256 not in (None, found):
        staging.drop(one.path)
        copied.problems.append(HARMED.format(path=one.path, told="it is not what it was"))


def _close_files(staging: Staging, copy: Archive) -> None:
    """Seal, in the copy, the files that were being written."""
    for warc in copy.warcs():
        if warc.sha256 is None:
            path = staging.new / warc.file
            if path.exists():
                copy.seal_warc(warc.file, path.stat().st_size, staging.digest(path))
            else:
                copy.connection.execute("DELETE FROM warcs WHERE file = ?", (warc.file,))


def _finish(target: Path, copied: Copied) -> None:
    """Seal the copy's database, and say what the copy is."""
    seal(target / NEW)
    told = {name: value for name, value in asdict(copied).items() if name not in ("problems", "notes")}
    write_whole(target / NEW / MARK, [json.dumps(told, indent=1), "\n"])


def _old_links(target: Path, now: Iterable[Wanted]) -> list[str]:
    names = {f"manifests/{path.name}" for path in (target / "manifests").glob("*")}
    return sorted(names - {one.path for one in now})


def _check_place(data: Path, target: Path) -> None:
    here, there = data.resolve(), target.resolve()
    if here == there or here in there.parents or there in here.parents:
        raise BackupError(INSIDE.format(target=target, data=data))


def _check_seal(data: Path) -> None:
    """Refuse to put a database in the place of an older copy that has changed since it was sealed."""
    for finding in check_seal(data, busy=False).findings:
        raise BackupError(finding.text)


def _check_folder(target: Path) -> None:
    """Refuse a folder in which other things lie."""
    if target.exists() and (not target.is_dir() or (foreign(target) and not is_backup(target))):
        raise BackupError(FOREIGN.format(target=target))


def _check_same(data: Path, target: Path) -> None:
    """Refuse the backup of an archive with another past: a run of it is unknown here, or captured something else."""
    path = target / "archive.db"
    if not path.exists():
        return
    known = {row[0]: row for row in _runs(data / "archive.db")}
    try:
        for row in _runs(path):
            mine = known.get(row[0])
            if mine is None or mine[:3] != row[:3] or row[3] not in (None, mine[3]):
                raise BackupError(ANOTHER.format(target=target, run=row[0]))
    except sqlite3.Error as error:
        raise BackupError(BROKEN.format(target=target, told=error)) from error


def _runs(path: Path) -> list[tuple[int, str, str, str | None]]:
    """Give the runs that a backup tells of; one that an older newsarchive made may know no manifests."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(runs)")}
        return connection.execute(RUNS.format(manifest="manifest" if "manifest" in columns else "NULL")).fetchall()


def _adding(tick: Tick, total: int) -> Callable[[int], None]:
    done = 0

    def add(size: int) -> None:
        nonlocal done
        done += size
        tick(min(done, total), total)

    return add


def _silent(done: int, total: int) -> None:
    """Tell nobody."""
