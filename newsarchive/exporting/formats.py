"""The formats of records, by the name that commands and addresses have for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsarchive.archive import Stored
from newsarchive.exporting import atom, ics, jsonl, parquet, spreadsheets
from newsarchive.exporting.about import About

Writer = Callable[[Iterable[Stored], About], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """How records are written."""

    write: Writer
    """Gives the bytes, piece by piece."""
    mime: str


FORMATS = {
    "jsonl": Format(jsonl.write, "application/jsonl; charset=utf-8"),
    "csv": Format(spreadsheets.write, "text/csv; charset=utf-8; header=present"),
    "parquet": Format(parquet.write, "application/vnd.apache.parquet"),
    "ics": Format(ics.write, "text/calendar; charset=utf-8"),
    "atom": Format(atom.write, "application/atom+xml; charset=utf-8"),
}
