"""``newsarchive verify``: checks that everything is still what it was."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from newsarchive.archive import ArchiveError
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import folded, say, say_json, upgraded
from newsarchive.cli.progress import Steps
from newsarchive.custody import manifests
from newsarchive.custody.hashing import sha256
from newsarchive.custody.locks import BusyError
from newsarchive.custody.repairing import repair as put_right
from newsarchive.custody.verifying import Report
from newsarchive.custody.verifying import verify as check

MEGABYTE = 1_000_000
WRONG = (
    '{count} not as it should be: the sentences above name the next steps, "newsarchive restore" brings back a backup.'
)


@click.command()
@click.option(
    "--quick", is_flag=True, help="Look at structure, sizes and what points where; read no file but the database."
)
@click.option("--repair", is_flag=True, help="Put right what can be without inventing anything.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_obj
def verify(context: Context, quick: bool, repair: bool, as_json: bool) -> None:
    """Check everything: the database, every stored response and picture, the chain of manifests.

    Nothing is changed without --repair. Exit code 1 where anything is not as it should be. Crawls may go on meanwhile.
    """
    with told():
        with suppress(ArchiveError):  # a damaged one is what is looked for, a missing one is told by who needs it
            upgraded(context).close()
        report = checked(context.data, quick=quick)
        repaired = put_right(context.data, report.findings) if repair and not report.sound else []
        left = checked(context.data, quick=quick) if repaired else report
    if as_json:
        say_json({**_as_data(left, context.data), "repaired": repaired})
    else:
        _print(left, repaired, context.data)
    if not left.sound:
        many = len(left.findings)
        raise Failure(WRONG.format(count="One thing is" if many == 1 else f"{many} things are"))


@contextmanager
def told() -> Iterator[None]:
    """Turn what goes wrong into a sentence for people."""
    try:
        yield
    except (ArchiveError, BusyError) as error:
        raise Failure(str(error)) from error


def checked(data: Path, *, quick: bool = False) -> Report:
    """Verify, showing how far it is."""
    with Steps() as steps:
        return check(
            data,
            quick=quick,
            workers=0,
            tick=lambda done, total: steps.show("MB", done // MEGABYTE, total // MEGABYTE + 1),
        )


def summary(counts: Mapping[str, int]) -> str:
    """Say what was looked at.

    >>> summary({"pictures": 2, "bytes": 1_500_000, "further findings": 0})
    '2 pictures, 1.5 MB'
    """
    return ", ".join(_count(name, number) for name, number in counts.items() if number) or "nothing"


def _count(name: str, number: int) -> str:
    if name.endswith("bytes"):
        return f"{name.removesuffix('bytes')}{number / MEGABYTE:,.1f} MB"
    return name if name == "search index" else f"{number:,} {name}"


def _print(report: Report, repaired: list[str], data: Path) -> None:
    for sentence in repaired:
        say(("repaired  ", "bold"), folded(sentence))
    for part, counts in report.counts.items():
        say((f"{part:<10}", "bold"), " ", summary(counts))
    if head := _head(data):
        say("The chain of manifests ends with ", head, ": kept elsewhere, this proves all that came before it.")
    for text in report.notes:
        say(folded(text))
    for finding in report.findings:
        say((f"{finding.part}: ", "bold red"), folded(finding.text))
    if report.sound:
        say(("Everything is as it should be.", "green"))


def _head(data: Path) -> str | None:
    files = manifests.chain(data)
    return sha256(files[-1]) if files else None


def _as_data(report: Report, data: Path) -> dict[str, Any]:
    findings = [{**dataclasses.asdict(finding), "subject": list(finding.subject)} for finding in report.findings]
    counts = {part: dict(Counter(counts)) for part, counts in report.counts.items()}
    return {"sound": report.sound, "counts": counts, "findings": findings, "notes": report.notes, "chain": _head(data)}
