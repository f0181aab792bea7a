"""``newsarchive export``: records for researchers, and the raw pages for web archives, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from newsarchive.archive import Archive, Stored
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.exporting.chosen import Chosen, choose
from newsarchive.cli.exporting.files import binary, complete, text
from newsarchive.cli.exporting.lines import write_csv, write_jsonl
from newsarchive.cli.exporting.wacz import library, write_wacz
from newsarchive.cli.exporting.warc import write_warc
from newsarchive.cli.output import check_site, filters, note, open_archive
from newsarchive.custody.locks import BusyError, reading

LINES = {"jsonl": write_jsonl, "csv": write_csv}
FORMATS = (*LINES, "warc", "wacz")
MANY = 3
"""Broken snapshots that are named one by one."""


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option("--query", help="Only records that hold all these words.")
@filters
@click.option("--limit", type=click.IntRange(min=1), help="At most this many records.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="The file. Default: stdout.")
@click.pass_obj
def export(context: Context, /, form: str, output: Path | None, **wanted: Any) -> None:
    """Write whole records, in the order of their numbers, or the pages they were read from.

    JSON Lines holds everything. CSV is for LibreOffice and Excel: a file begins with the mark by which Excel knows
    UTF-8 (stdout does not), and cells that begin like a formula get an apostrophe.

    WARC holds the raw pages of the records found, of each of their versions, and their pictures, as they came over the
    wire; WACZ the same with an index and a list of pages, to be opened on replayweb.page (needs --output).
    """
    with open_archive(context) as archive:
        check_site(archive, wanted["site"])
        records = archive.records(**wanted)
        if form in LINES:
            _write_lines(records, form, output)
        else:
            _write_pages(context.data, archive, records, form, output)
        _tell_undated(archive, wanted)


def _write_lines(records: Iterable[Stored], form: str, output: Path | None) -> None:
    with text(output, mark=form == "csv") as file:
        number = LINES[form](records, file)
    if output:
        note(f"{counted(number, 'record')} written to {output}.")


def _write_pages(data: Path, archive: Archive, records: Iterable[Stored], form: str, output: Path | None) -> None:
    if form == "wacz":
        library()
        if output is None:
            raise click.UsageError("A WACZ file needs a name: add --output FILE.wacz.")
    with _held(data), _chosen(archive, records) as chosen:
        number, broken = _pack(data, chosen, form, output)
        if output:
            note(f"{counted(number, 'snapshot')} of {counted(chosen.records, 'record')} written to {output}.")
        if chosen.unkept:
            note(f"Of {counted(chosen.unkept, 'record')} no page is kept: --format jsonl has them all.")
    _tell_broken(broken)


def _pack(data: Path, chosen: Chosen, form: str, output: Path | None) -> tuple[int, list[str]]:
    if form == "wacz":
        assert output
        with complete(output) as part:
            return write_wacz(data, chosen, part, output.stem)
    with binary(output) as file:
        return write_warc(data, chosen, file, output.name if output else None)


@contextmanager
def _held(data: Path) -> Iterator[None]:
    """Let nobody move the snapshots meanwhile."""
    try:
        with reading(data, "exporting"):
            yield
    except BusyError as error:
        raise Failure(str(error)) from error


@contextmanager
def _chosen(archive: Archive, records: Iterable[Stored]) -> Iterator[Chosen]:
    chosen = choose(archive, records)
    try:
        yield chosen
    finally:
        chosen.close()


def _tell_broken(broken: list[str]) -> None:
    for sentence in broken[:MANY]:
        note(sentence)
    if broken:
        raise Failure(f'{counted(len(broken), "snapshot")} left out: run "newsarchive verify".')


def _tell_undated(archive: Archive, wanted: dict[str, Any]) -> None:
    if not (wanted["since"] or wanted["until"]):
        return
    number = archive.undated(**{name: wanted[name] for name in ("query", "site", "kind", "section")})
    if number:
        note(f"{number} more without a date of publication left out: no --since or --until can find them.")


def counted(number: int, thing: str) -> str:
    """Give a number of things in words.

    >>> counted(1, "record"), counted(2, "record")
    ('1 record', '2 records')
    """
    return f"{number} {thing}{'s' * (number != 1)}"
