"""What the reading commands share: opening the archive, filters, and printing for people and for programs."""

from __future__ import annotations

import codecs
import functools
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.text import Text

from newsarchive.archive import Archive, ArchiveError, NoArchiveError, OlderArchiveError
from newsarchive.cli.context import Context, Failure
from newsarchive.items import KINDS

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters by which a text could steer a terminal; a web page must never."""
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[str]):
    """A day, month or year of an option."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the value as it was written, or fail with what may be written."""
        found = DAY.fullmatch(value)
        try:
            year, month, day = (int(part or 1) for part in found.groups()) if found else (0, 0, 0)
            date(year, month, day)
        except ValueError:
            self.fail(f"{value!r} is no day; write 2026-01-27, 2026-01 or 2026.", param, ctx)
        return str(value)


OPTIONS = (
    click.option("--site", help="Only this portal."),
    click.option("--kind", type=click.Choice(KINDS), help="Only this kind of record."),
    click.option("--section", help="Only this rubric, as the portal prints it."),
    click.option("--since", type=Day(), metavar="DAY", help="Published on this day, in this month or year, or later."),
    click.option("--until", type=Day(), metavar="DAY", help="Published on this day, in this month or year, or before."),
)


def filters(command: Command) -> Command:
    """Give a command the options that choose records; their names are those of ``Archive.records``."""
    return functools.reduce(lambda inner, option: option(inner), reversed(OPTIONS), command)


@contextmanager
def open_archive(context: Context) -> Iterator[Archive]:
    """Open the archive for reading; an older one is upgraded first. What goes wrong inside ends the command."""
    try:
        with upgraded(context) as archive:
            yield archive
    except ArchiveError as error:
        raise Failure(str(error)) from error


def upgraded(context: Context) -> Archive:
    """Open the archive for reading; an older one is brought up to date first.

    Raises:
        ArchiveError: it cannot be.
    """
    try:
        return Archive(context.path, readonly=True)
    except OlderArchiveError:
        _upgrade(context)
        return Archive(context.path, readonly=True)


def _upgrade(context: Context) -> None:
    """Bring the archive up to date under the lock of one who writes, who breaks the seal and makes a new one."""
    from newsarchive.custody.locks import BusyError, writing  # needs much that small commands start faster without

    try:
        with writing(context.data, "upgrading"):
            Archive(context.path).close()
    except BusyError as error:
        raise Failure(str(error)) from error


def prepare(context: Context) -> None:
    """Have an archive that can be written: a new one where there is none, today's where there is an older one."""
    try:
        with suppress(NoArchiveError):
            upgraded(context).close()
        Archive(context.path).close()
    except ArchiveError as error:
        raise Failure(str(error)) from error


def check_site(archive: Archive, site: str | None, hint: str = "--site") -> None:
    """End the command with the sites there are, if the one asked for (by the option ``hint``) is none of them."""
    known = [one.id for one in archive.sites()]
    if site is not None and site not in known:
        raise click.BadParameter(
            f"The archive holds nothing of {site!r}; it knows {', '.join(known) or 'no site yet'}.", param_hint=hint
        )


def printable(text: str | None) -> str:
    r"""Take out what could steer a terminal.

    >>> printable("Zapora\x1b[2J ceste")
    'Zapora[2J ceste'
    """
    return CONTROL.sub("", text or "")


def folded(text: str | None) -> str:
    """Give a text as one printable line."""
    return " ".join(printable(text).split())


def say(*parts: str | tuple[str, str] | Text) -> None:
    """Print a line to stdout: strings, or pairs of string and rich style; plain where stdout is no terminal."""
    Console(highlight=False).print(Text.assemble(*parts), soft_wrap=True)


def note(sentence: str) -> None:
    """Tell something beside the result, on stderr."""
    click.echo(sentence, err=True)


def say_json(data: object) -> None:
    """Print JSON for programs (and people who read it), in escapes where stdout is not UTF-8."""
    click.echo(json.dumps(data, ensure_ascii=not _is_utf8(sys.stdout.encoding), indent=2))


def _is_utf8(encoding: str | None) -> bool:
    return codecs.lookup(encoding or "utf-8").name == "utf-8"


def say_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows in columns: numbers to the right, the head in bold; nothing is cut off.

    >>> say_table(["site", "new"], [["demo", 12], ["velenjcan", 3]])
    site       new
    demo        12
    velenjcan    3
    """
    cells = [["" if cell is None else cell for cell in row] for row in rows]
    widths = [max(len(folded(str(cell))) for cell in column) for column in zip(head, *cells, strict=True)]
    say(("  ".join(map(_aligned, _like(head, cells), widths, head)).rstrip(), "bold"))
    for row in cells:
        say("  ".join(map(_aligned, row, widths, row)).rstrip())


def _like(head: Sequence[str], cells: list[list[object]]) -> Sequence[object]:
    """Give what the head's words are aligned like: the first row, if there is one."""
    return cells[0] if cells else head


def _aligned(like: object, width: int, cell: object) -> str:
    text = folded(str(cell))
    return text.rjust(width) if isinstance(like, int) else text.ljust(width)
