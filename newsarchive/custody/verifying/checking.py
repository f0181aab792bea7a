"""All the tasks of a verification, done on all cores where there is much to read."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from newsarchive.archive import Archive, ArchiveError, DamagedError, NotAnArchiveError
from newsarchive.custody.locks import reading, writers
from newsarchive.custody.verifying import database, images, links, warcs
from newsarchive.custody.verifying.findings import PARTS, Checked, Report, Task
from newsarchive.snapshots import SnapshotError

MUCH = 64 << 20
"""Bytes to read from which on a second process is worth its start."""
TASKS = dict(zip(PARTS, (database.tasks, warcs.tasks, images.tasks, links.tasks), strict=True))
TRIED = (ArchiveError, SnapshotError, OSError, ValueError)
"""What a broken archive may raise anywhere."""

Tick = Callable[[int, int], None]
"""Is told the bytes read so far, and all there are."""


def verify(data: Path, *, quick: bool = False, tick: Tick | None = None, workers: int = 1) -> Report:
    """Check the whole archive and tell everything that is not as it should be.

    ``quick`` looks at the structure, the sizes and what points where, and reads no file whole but the database.
    Crawls may go on meanwhile: what they are just writing is left out. Memory does not grow with the archive.
    ``workers`` are processes; 0: as many as are worth it. A script that asks for more than one needs the usual
    ``if __name__ == "__main__"``, for they begin by importing it.

    Raises:
        NoArchiveError, NewerArchiveError, OlderArchiveError: there is nothing of ours to check.
        BusyError: somebody is rewriting the archive.
    """
    with reading(data, "verifying"):
        report = Report()
        for checked in _done(data, _tasks(data, report, quick), tick or _silent, workers):
            report.add(checked)
    report.sort()
    return report


def _tasks(data: Path, report: Report, quick: bool) -> list[Task]:
    busy = bool(writers(data))
    try:
        with Archive(data / "archive.db", readonly=True) as archive:
            return [task for part in PARTS for task in TASKS[part](data, archive, quick=quick, busy=busy)]
    except (DamagedError, NotAnArchiveError) as error:
        report.add(_broken("database", error))
        return []


def _done(data: Path, tasks: list[Task], tick: Tick, workers: int) -> Iterator[Checked]:
    total = sum(task.weight for task in tasks)
    done = 0
    for task, checked in _worked(data, tasks, workers or (os.cpu_count() if total > MUCH else 1) or 1):
        done += task.weight
        tick(done, total)
        yield checked


def _worked(data: Path, tasks: list[Task], workers: int) -> Iterator[tuple[Task, Checked]]:
    if workers == 1:
        yield from ((task, run(data, task)) for task in tasks)
        return
    apart = multiprocessing.get_context("spawn")
    heaviest_first = sorted(tasks, key=lambda task: -task.weight)
    with ProcessPoolExecutor(workers, mp_context=apart) as pool:
        waiting = {pool.submit(run, data, task): task for task in heaviest_first}
        for future in as_completed(waiting):
            yield waiting.pop(future), future.result()


def run(data: Path, task: Task) -> Checked:
    """Do one task; what it stumbles over is a finding."""
    try:
        return task.work(data, *task.arguments)
    except TRIED as error:
        return _broken(task.part, error)


def _broken(part: object, error: Exception) -> Checked:
    checked = Checked(next(one for one in PARTS if one == part))
    text = str(error).rstrip(".")
    checked.find(f"{text}." if ":" in text else f"{text}: bring back a backup.")
    return checked


def _silent(done: int, total: int) -> None:
    """Tell nobody."""
