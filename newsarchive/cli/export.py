"""``newsarchive export``: records for researchers, as JSON Lines or CSV, however many there are."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from newsarchive.archive import Archive, Stored
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import check_site, filters, note, open_archive

COLUMNS = (
    "id", "site", "kind", "url", "title", "lead", "body", "authors", "source", "section", "tags", "language",
    "published", "published_raw", "modified", "word_count", "first_seen", "last_seen", "gone_at",
    "images", "notices", "obituary", "aliases",
)  # fmt: skip
"""The columns of a CSV file. ``authors``, ``tags`` and ``aliases`` are joined with " | "; pictures, notices and the
obituary are JSON; the evidence is in JSON Lines only."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would take for a formula, or could come to."""

Lines = Callable[[Iterable[Stored], IO[str]], int]


def write_jsonl(records: Iterable[Stored], file: IO[str]) -> int:
    """Write a record a line, as ``show --json`` prints it; give their number."""
    number = 0
    for stored in records:
        file.write(json.dumps(stored.record.to_dict(), ensure_ascii=False) + "\n")
        number += 1
    return number


def write_csv(records: Iterable[Stored], file: IO[str]) -> int:
    """Write a record a row below the names of the columns; give their number."""
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    number = 0
    for stored in records:
        writer.writerow(row(stored))
        number += 1
    return number


def row(stored: Stored) -> list[str]:
    """Give the cells of a record."""
    values = stored.record.to_dict() | {name: getattr(stored, name) for name in COLUMNS if hasattr(stored, name)}
    return [cell(values[name]) for name in COLUMNS]


def cell(value: Any) -> str:
    """Give a value as text that no spreadsheet runs: what begins like a formula gets an apostrophe before it.

    >>> cell("=1+1"), cell(["Ana", "Bor"]), cell(None), cell([]), cell("Zapora")
    ("'=1+1", 'Ana | Bor', '', '', 'Zapora')
    """
    if not value:
        return "" if value != 0 else "0"
    if isinstance(value, list) and isinstance(value[0], str):
        value = " | ".join(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text.startswith(FORMULA) else text


FORMATS: dict[str, Lines] = {"jsonl": write_jsonl, "csv": write_csv}


@click.command()
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="jsonl", show_default=True)
@click.option("--query", help="Only records that hold all these words.")
@filters
@click.option("--limit", type=click.IntRange(min=1), help="At most this many records.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="The file. Default: stdout.")
@click.pass_obj
def export(context: Context, /, form: str, output: Path | None, **wanted: Any) -> None:
    """Write whole records, in the order of their numbers.

    JSON Lines holds everything. CSV is for LibreOffice and Excel: a file begins with the mark by which Excel knows
    UTF-8 (stdout does not), and cells that begin like a formula get an apostrophe.
    """
    with open_archive(context) as archive:
        check_site(archive, wanted["site"])
        with _target(output, form) as file:
            number = FORMATS[form](archive.records(**wanted), file)
        _tell_undated(archive, wanted)
    if output:
        note(f"{number} record{'s' * (number != 1)} written to {output}.")


def _tell_undated(archive: Archive, wanted: dict[str, Any]) -> None:
    if not (wanted["since"] or wanted["until"]):
        return
    number = archive.undated(**{name: wanted[name] for name in ("query", "site", "kind", "section")})
    if number:
        note(f"{number} more without a date of publication left out: no --since or --until can find them.")


@contextmanager
def _target(output: Path | None, form: str) -> Iterator[IO[str]]:
    """Give stdout or the output's file, in UTF-8 wherever it goes: a corpus does not depend on the terminal."""
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        yield sys.stdout
        return
    try:
        with _complete(output, "utf-8-sig" if form == "csv" else "utf-8") as file:
            yield file
    except OSError as error:
        raise Failure(f"{output} cannot be written ({error.strerror}): name another file with --output.") from error


@contextmanager
def _complete(output: Path, encoding: str) -> Iterator[IO[str]]:
    """Give a file that takes the output's name once it is complete; a device or pipe is written to, never replaced."""
    special = output.exists() and not output.is_file()
    part = output if special else output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding=encoding, newline="") as file:
            yield file
        if not special:
            part.replace(output)
    finally:
        if not special:
            part.unlink(missing_ok=True)
