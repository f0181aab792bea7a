"""How far long work is, on stderr: a bar on a terminal, elsewhere a plain line now and then."""

from __future__ import annotations

import time
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

LINE_EVERY = 10.0
"""Seconds between two plain lines."""


class Steps:
    """Shows how many of a known number of steps are done; use it as a context."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.bar = Progress(*columns, console=console, transient=True) if console.is_terminal else None
        self.rows: dict[str, tuple[int, int]] = {}
        self.last = time.monotonic()

    def __enter__(self) -> Steps:
        if self.bar:
            self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar:
            self.bar.stop()

    def show(self, what: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` steps of ``what`` are done."""
        self.rows[what] = (done, total)
        if self.bar:
            self._move(self.bar, what, done, total)
        elif time.monotonic() - self.last >= LINE_EVERY:
            self.last = time.monotonic()
            click.echo(f"{what}: {done} of {total}", err=True)

    def _move(self, bar: Progress, what: str, done: int, total: int) -> None:
        known = {task.description: task.id for task in bar.tasks}
        number = known[what] if what in known else bar.add_task(what)
        bar.update(number, completed=done, total=total)
