"""``newsarchive export``: records for other programs, and the raw pages for web archives, however many there are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from newsarchive.archive import Archive, Stored
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.files import binary, complete
from newsarchive.cli.output import check_site, filters, note, open_archive
from newsarchive.custody.hashing import sha256
from newsarchive.custody.locks import BusyError, reading
from newsarchive.exporting import FORMATS, About, ExportError
from newsarchive.exporting.chosen import Chosen, choose
from newsarchive.exporting.datasheet import Measured, datasheet, updated
from newsarchive.exporting.ics import library as calendar_library
from newsarchive.exporting.wacz import library, write_wacz
from newsarchive.exporting.warc import write_warc

LINES = {name: form.write for name, form in FORMATS.items()}
PAGES = ("warc", "wacz")
UNREADABLE = ("parquet", "warc")
"""What no terminal can show."""
MANY = 3
"""Broken snapshots that are named one by one."""
UNDATED_TOO = ("query", "site", "kind", "section", "author", "wider")
"""What chooses records without asking for their date."""


@click.command()
@click.argument("words", nargs=-1, metavar="[QUERY]")
@click.option("--format", "form", type=click.Choice((*LINES, *PAGES)), default="jsonl", show_default=True)
@click.option("--query", help="The same as QUERY.")
@filters
@click.option("--author", help="Only this author, by the whole name as printed.")
@click.option("--year", type=click.IntRange(1000, 9999), help="Published in this year.")
@click.option("--wider", is_flag=True, help="Find words too that are derived from those of the query.")
@click.option("--limit", type=click.IntRange(min=1), help="At most this many records.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="The file. Default: stdout.")
@click.option(
    "--datasheet",
    "sheet",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file for what was exported (JSON): query, counts, period, versions, digests; to cite it and make it again.",
)
@click.pass_obj
def export(
    context: Context, /, words: tuple[str, ...], form: str, output: Path | None, sheet: Path | None, **wanted: Any
) -> None:
    """Write whole records, in the order of their numbers, or the pages they were read from.

    QUERY and filters are those of "search"; without any, everything is written. The same on the same archive gives the
    same bytes (of warc and wacz, the same pages).

    \b
    jsonl    JSON Lines: everything, a record a line
    csv      for LibreOffice and Excel; cells that begin like a formula get an apostrophe
    parquet  typed columns, for DuckDB, pandas and R (needs newsarchive[parquet])
    ics      a calendar: when notices are in force, when ceremonies are (needs newsarchive[ics])
    atom     a feed
    warc     the raw pages of each version, and their pictures, as they came over the wire
    wacz     the same with an index, to be opened on replayweb.page (needs newsarchive[wacz] and --output)

    A CSV file begins with the mark by which Excel knows UTF-8; stdout does not. A word after a minus may look like an
    option: write -- before the query.
    """  # noqa: D301 (click wants the character, not its name)
    wanted["query"] = " ".join(filter(None, (*words, wanted["query"]))) or None
    with open_archive(context) as archive, archive.standing(), _told():
        check_site(archive, wanted["site"])
        if form in PAGES:
            file = _write_pages(context.data, archive, archive.records(**wanted), form, output)
        else:
            file = _write_records(archive, wanted, form, output)
        if sheet:
            _write_sheet(sheet, datasheet(archive, wanted, form=form, file=file))
        _tell_undated(archive, wanted)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except ExportError as error:
        raise Failure(str(error)) from error


class Passing:
    """Records on their way, counted."""

    def __init__(self, records: Iterable[Stored]) -> None:
        self._records = records
        self.number = 0

    def __iter__(self) -> Iterator[Stored]:
        """Give the records as they are."""
        for stored in self._records:
            self.number += 1
            yield stored


def _write_records(archive: Archive, wanted: Mapping[str, Any], form: str, output: Path | None) -> dict[str, Any]:
    """Write records, and give what is known of the file."""
    about = About(
        title=wanted["query"] or "newsarchive",
        updated=updated(archive, wanted) if form == "atom" else None,
        entries=_entries() if form == "ics" else None,
        mark=output is not None,
    )
    records = Passing(archive.records(**wanted))
    pieces = Measured(LINES[form](records, about))
    with binary(output, shown=form not in UNREADABLE) as file:
        for piece in pieces:
            file.write(piece)
    if output:
        note(f"{counted(records.number, 'record')} written to {output}.")
    return {"name": output.name if output else None, **pieces.told}


def _entries() -> Callable[[Stored], Iterable[Any]]:
    """Give what makes the entries of a calendar out of a record: the same, under the same names, as in the browser."""
    calendar_library()
    from newsarchive.web.entries import entries_of  # what it needs comes with an extra
    from newsarchive.web.languages import DEFAULT, language

    return lambda stored: entries_of(stored.record, language(DEFAULT), seen=stored.first_seen)


def _write_sheet(path: Path, sheet: Mapping[str, Any]) -> None:
    with complete(path) as part:
        part.write_text(json.dumps(sheet, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _write_pages(
    data: Path, archive: Archive, records: Iterable[Stored], form: str, output: Path | None
) -> dict[str, Any]:
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
    return _measured(output)


def _measured(output: Path | None) -> dict[str, Any]:
    if output is None or not output.is_file():
        return {"name": None}
    return {"name": output.name, "bytes": output.stat().st_size, "sha256": sha256(output)}


def _pack(data: Path, chosen: Chosen, form: str, output: Path | None) -> tuple[int, list[str]]:
    if form == "wacz":
        assert output
        with complete(output) as part:
            return write_wacz(data, chosen, part, output.stem)
    with binary(output, shown=False) as file:
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
    if not (wanted["since"] or wanted["until"] or wanted["year"]):
        return
    number = archive.undated(**{name: wanted[name] for name in UNDATED_TOO})
    if number:
        note(f"{number} more without a date of publication left out: no --since or --until can find them.")


def counted(number: int, thing: str) -> str:
    """Give a number of things in words.

    >>> counted(1, "record"), counted(2, "record")
    ('1 record', '2 records')
    """
    return f"{number} {thing}{'s' * (number != 1)}"
