"""Tasks over the cores: few wait at a time, results come in order, nothing outlives the walk."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

from newsarchive.reread.reading import Desk, Found, Portal, Task, sit_down, work

AHEAD = 3
"""Tasks for each core that are under way or waiting to be written: more would only take memory."""
DIED = "A reading process was killed (was there too little memory?): run the command again, it goes on where it ended."


class WorkerDiedError(RuntimeError):
    """A process of the pool ended in the middle of its work; the text says what to do."""


def spread(tasks: Iterable[Task], data: Path, portal: Portal, cores: int) -> Iterator[list[Found]]:
    """Do tasks on so many cores, and give what was found task by task, in their order.

    With one core, or for a declaration that cannot be sent to another process, all is done in this one.

    Raises:
        WorkerDiedError: a process was killed.
    """
    return (
        _alone(tasks, data, portal) if cores < 2 or not _can_travel(portal) else _together(tasks, data, portal, cores)
    )


def _can_travel(portal: Portal) -> bool:
    """Tell whether other processes can be told of a site: a last hand must be found by its name there."""
    try:
        pickle.dumps(portal)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True


def _alone(tasks: Iterable[Task], data: Path, portal: Portal) -> Iterator[list[Found]]:
    with closing(Desk(data, portal)) as desk:
        for task in tasks:
            yield desk.do(task)


def _together(tasks: Iterable[Task], data: Path, portal: Portal, cores: int) -> Iterator[list[Found]]:
    """Spawned processes, for a forked one would share the archive's connection and Twisted's threads."""
    pool = ProcessPoolExecutor(cores, get_context("spawn"), sit_down, (data, portal))
    try:
        yield from _in_order(pool, tasks, cores * AHEAD)
    except BrokenProcessPool as error:
        raise WorkerDiedError(DIED) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, tasks: Iterable[Task], ahead: int) -> Iterator[list[Found]]:
    waiting: deque[Future[list[Found]]] = deque()
    for task in tasks:
        waiting.append(pool.submit(work, task))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
