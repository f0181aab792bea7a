"""``newsarchive backup``: a second copy of everything."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import click

from newsarchive.archive import ArchiveError
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import folded, note, say, say_json
from newsarchive.cli.progress import Steps
from newsarchive.cli.verify import MEGABYTE, summary
from newsarchive.custody.copying import BackupError, Copied
from newsarchive.custody.copying import backup as copy
from newsarchive.custody.locks import BusyError
from newsarchive.custody.verifying import Report
from newsarchive.custody.verifying import verify as check

UNSOUND = 'The copy is not complete: see what "newsarchive verify" says of the archive, then run the backup again.'


@click.command()
@click.argument("path", type=click.Path(file_okay=False, path_type=Path))
@click.option("--quick", is_flag=True, help="Believe the size of files copied before, and do not read them again.")
@click.option("--json", "as_json", is_flag=True, help="Print what was copied as JSON.")
@click.pass_obj
def backup(context: Context, path: Path, quick: bool, as_json: bool) -> None:
    """Copy the whole archive into PATH, or bring the copy there up to date.

    Crawls may go on. Only what is new is copied; every file of the copy is read and compared with its digest. The copy
    that was there stays usable until the new one is complete.
    """
    try:
        with Steps() as steps:
            copied = copy(context.data, path, quick=quick, tick=ticking(steps))
        report = check(path, quick=True)
    except (ArchiveError, BackupError, BusyError) as error:
        raise Failure(str(error)) from error
    problems = [*copied.problems, *(finding.text for finding in report.findings)]
    if as_json:
        say_json({**dataclasses.asdict(copied), "problems": problems, "sound": not problems})
    else:
        _print(copied, report, problems, path)
    for text in copied.notes:
        note(text)
    if problems:
        raise Failure(UNSOUND)


def ticking(steps: Steps) -> Callable[[int, int], None]:
    """Show how many megabytes were read."""
    return lambda done, total: steps.show("MB", done // MEGABYTE, total // MEGABYTE + 1)


def _print(copied: Copied, report: Report, problems: list[str], path: Path) -> None:
    say(("copied    ", "bold"), f" {told(copied)}")
    for part, counts in report.counts.items():
        say((f"{part:<10}", "bold"), " ", summary(counts))
    for problem in problems:
        say(("problem: ", "bold red"), folded(problem))
    if not problems:
        say((f"The copy in {folded(str(path))} is sound.", "green"))


def told(copied: Copied) -> str:
    """Say what was copied.

    >>> told(Copied(files=12, bytes=3_400_000, new=2, removed=1))
    '12 files, 3.4 MB: 2 new, 0 replaced, 1 removed'
    """
    done = f"{copied.new} new, {copied.replaced} replaced, {copied.removed} removed"
    return f"{copied.files} files, {copied.bytes / MEGABYTE:,.1f} MB: {done}"
