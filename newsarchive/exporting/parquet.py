"""Records as Parquet: typed columns, lists and structs, for DuckDB, pandas, R and their like.

The columns are those of the record, in its order, behind what the archive knows of it. Needs the extra ``parquet``.
"""

from __future__ import annotations

import dataclasses
import importlib
import types
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, get_args, get_origin, get_type_hints

from newsarchive.archive import Stored
from newsarchive.exporting.about import About
from newsarchive.exporting.errors import ExportError
from newsarchive.items import Record

ROWS, CHARACTERS = 2_000, 8_000_000
"""A group of rows is written when it has so many, or so much text: it is what is held in memory."""
MOMENTS = ("first_seen", "last_seen", "gone_at")
KNOWN = ("id", *MOMENTS, "word_count", "digest", "extractor")
"""What the archive knows of a record, before what the record says."""
LEFT_OUT = ("obituary", "snapshot")
"""The first of ``obituaries``, and a number that means nothing elsewhere."""
DAY_LENGTH = len("2026-01-27")


def library(name: str = "pyarrow") -> Any:
    """Give a module of pyarrow.

    Raises:
        ExportError: it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ExportError('Parquet needs pyarrow: install it with "pip install newsarchive[parquet]".') from error


def schema() -> Any:
    """Give the columns and their types, as the record's own annotations tell them."""
    arrow = library()
    moment = arrow.timestamp("ms", tz="UTC")
    types_of = {"id": arrow.int64(), "word_count": arrow.int32()} | dict.fromkeys(MOMENTS, moment)
    columns = [(name, types_of.get(name, arrow.string())) for name in KNOWN]
    hints = get_type_hints(Record)
    columns += [(one.name, _type(hints[one.name])) for one in dataclasses.fields(Record) if one.name not in LEFT_OUT]
    return arrow.schema([*columns, ("published_day", arrow.date32())])


def _type(hint: Any) -> Any:
    """Give the column's type for an annotation.

    >>> str(_type(list[str])), str(_type(int | None))  # doctest: +SKIP
    ('list<element: string>', 'int32')
    """
    arrow = library()
    origin, inner = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        return _type(inner[0])
    if origin is list:
        return arrow.list_(_type(inner[0]))
    if origin is dict:
        return arrow.map_(arrow.string(), arrow.string())
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return arrow.struct([(one.name, _type(hints[one.name])) for one in dataclasses.fields(hint)])
    return arrow.int32() if hint is int else arrow.string()


def write(records: Iterable[Stored], about: About) -> Iterator[bytes]:
    """Give a Parquet file, a group of rows at a time."""
    library()
    return _pieces(records)


def _pieces(records: Iterable[Stored]) -> Iterator[bytes]:
    arrow, columns, sink = library(), schema(), _Sink()
    writer = library("pyarrow.parquet").ParquetWriter(sink, columns, compression="zstd")
    for rows in _groups(records):
        writer.write_table(arrow.Table.from_pylist(rows, columns))
        yield sink.taken()
    writer.close()
    yield sink.taken()


def _groups(records: Iterable[Stored]) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    characters = 0
    for stored in records:
        rows.append(row(stored))
        characters += len(stored.record.body or "")
        if len(rows) >= ROWS or characters >= CHARACTERS:
            yield rows
            rows, characters = [], 0
    if rows:
        yield rows


def row(stored: Stored) -> dict[str, Any]:
    """Give the values of a record, by column."""
    known = {name: getattr(stored, name) for name in KNOWN}
    moments = {name: known[name] and datetime.fromisoformat(known[name]) for name in MOMENTS}
    values = stored.record.to_dict()
    told = {"evidence": list(values["evidence"].items()), "published_day": _day(stored.record.published)}
    return {**values, **known, **moments, **told}


def _day(published: str | None) -> date | None:
    """Give the day that a date names, on the clock of its page; None where it names none.

    >>> _day("2026-01-27T09:12:00+01:00"), _day("2026-01")
    (datetime.date(2026, 1, 27), None)
    """
    try:
        return date.fromisoformat((published or "")[:DAY_LENGTH])
    except ValueError:
        return None


class _Sink:
    """A file that is taken away piece by piece, as it grows."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        self._length += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        self.closed = True

    def taken(self) -> bytes:
        found = b"".join(self._pieces)
        self._pieces.clear()
        return found
