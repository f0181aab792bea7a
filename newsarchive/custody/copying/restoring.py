"""A backup becomes the archive again; what was there before is only let go when the copy is known to be sound."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from newsarchive.archive import Archive, ArchiveError
from newsarchive.custody.copying.backing import Copied, backup, foreign, is_backup
from newsarchive.custody.copying.beside import SEARCHES
from newsarchive.custody.copying.carrying import carry
from newsarchive.custody.copying.errors import BackupError
from newsarchive.custody.copying.staging import complete
from newsarchive.custody.locks import ALONE, JOURNAL, NAME, READY, held
from newsarchive.custody.seals import DOUBTED, break_seal, seal
from newsarchive.custody.verifying import verify
from newsarchive.custody.verifying.database import check_seal
from newsarchive.custody.whole import write_whole

REPLACED = ".replaced"
PARTS = ("archive.db-wal", "archive.db-shm", "seal.json", DOUBTED, "archive.db", "warc", "images", "manifests")
"""What is exchanged, in this order: no log ever meets another database."""
KEPT = (SEARCHES,)
"""What is exchanged only if the backup has it, and else stays."""

NONE = "There is no backup in {source}: name the folder that “newsarchive backup” was given."
FULL = "There is an archive in {data} already: name an empty folder with --data, or replace it with --force."
HARMED = "The backup in {source} is not sound ({told}): nothing was replaced; try another backup."
LOST_TAKEDOWNS = (
    "The takedowns of the archive that was replaced could not be read ({told}): "
    "do those again that are younger than the backup, with “newsarchive forget”."
)

Tick = Callable[[int, int], None]


@dataclass(slots=True)
class Restored:
    """What a restore did."""

    copied: Copied
    forgotten: int = 0
    """Records that were taken down after the backup was made, and have been taken down again."""
    notes: list[str] = field(default_factory=list)


def restore(source: Path, data: Path, *, force: bool = False, tick: Tick | None = None) -> Restored:
    """Bring the backup in ``source`` back into ``data``.

    The copy is made and verified beside what is there (``force``), then takes its place; takedowns that the backup
    does not know are done again first. A restore that was interrupted is finished by the next.

    Raises:
        BackupError: there is no backup, it is not sound, there is no room, or an archive is in the way.
        BusyError: others work in one of the two folders.
        ArchiveError: the backup is of a newer newsarchive.
    """
    if not is_backup(source):
        raise BackupError(NONE.format(source=source))
    data.mkdir(parents=True, exist_ok=True)
    with held(data, NAME, "restoring", alone=True, wait=ALONE):
        _exchange(data)
        if not force and any((data / name).exists() for name in PARTS):
            raise BackupError(FULL.format(data=data))
        copied = _made_ready(source, data / READY, tick)
        restored = Restored(copied, notes=list(copied.notes))
        _take_down_again(data, restored)
        write_whole(data / JOURNAL, [json.dumps([name for name in (*PARTS, *KEPT) if (data / READY / name).exists()])])
        _exchange(data)
    return restored


def _made_ready(source: Path, ready: Path, tick: Tick | None) -> Copied:
    """Copy the backup to where it waits, and make sure that it is sound."""
    complete(source)
    if is_backup(ready) or foreign(ready):  # of an earlier attempt, perhaps of another backup, or half removed
        shutil.rmtree(ready)
    _refuse(source, ready, [finding.text for finding in check_seal(source, busy=False).findings])
    copied = backup(source, ready, tick=tick)
    _refuse(source, ready, copied.problems)
    _refuse(source, ready, [finding.text for finding in verify(ready).findings])
    return copied


def _refuse(source: Path, ready: Path, problems: list[str]) -> None:
    """Refuse a copy that is not sound, before anything is replaced."""
    if problems:
        shutil.rmtree(ready, ignore_errors=True)
        raise BackupError(HARMED.format(source=source, told=problems[0].rstrip(".")))


def _take_down_again(data: Path, restored: Restored) -> None:
    """Carry over what must outlive the archive that is replaced."""
    if not (data / "archive.db").exists():
        return
    try:
        with Archive(data / "archive.db", readonly=True) as old, Archive(data / READY / "archive.db") as new:
            break_seal(data / READY)
            restored.forgotten = carry(data / READY, old, new)
    except ArchiveError as error:
        restored.notes.append(LOST_TAKEDOWNS.format(told=str(error).rstrip(".")))
    seal(data / READY)


def _exchange(data: Path) -> None:
    """Put what is ready in its place; begun once, it is finished whatever happens meanwhile."""
    try:
        ready = json.loads((data / JOURNAL).read_text("utf-8"))
    except FileNotFoundError:
        return
    for folder in (READY, REPLACED):
        (data / folder).mkdir(exist_ok=True)
    for name in (*PARTS, *(name for name in KEPT if name in ready)):
        _exchange_part(data, name, comes=name in ready)
    for folder in (READY, REPLACED):  # before the journal goes: what is left over would be in the way of the next
        shutil.rmtree(data / folder)
    (data / JOURNAL).unlink()


def _exchange_part(data: Path, name: str, *, comes: bool) -> None:
    """Let the old go and the new come, unless that was done before; ``comes``: there is a new one, or was."""
    waits = (data / READY / name).exists()
    if (data / name).exists() and (waits or not comes):
        (data / name).replace(data / REPLACED / name)
    if waits:
        (data / READY / name).replace(data / name)
