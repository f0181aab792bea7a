"""Records as CSV for spreadsheets and statistics (RFC 4180): a record a row, of which no cell is ever run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from newsarchive.archive import Stored
from newsarchive.exporting.about import About

COLUMNS = (
    "id", "site", "kind", "url", "title", "lead", "body", "authors", "source", "section", "tags", "language",
    "published", "published_raw", "modified", "word_count", "first_seen", "last_seen", "gone_at",
    "images", "notices", "obituary", "obituaries", "aliases",
)  # fmt: skip
"""The columns of a CSV file. ``authors``, ``tags`` and ``aliases`` are joined with " | "; pictures, notices and
obituaries are JSON (``obituary`` is the first of them); the evidence is in JSON Lines only."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet would take for a formula, or could come to."""
MARK = "\ufeff"


def write(records: Iterable[Stored], about: About) -> Iterator[bytes]:
    """Give the names of the columns, and below them a row for each record."""
    held = io.StringIO(MARK if about.mark else "", newline="")
    held.seek(0, io.SEEK_END)
    writer = csv.writer(held)
    writer.writerow(COLUMNS)
    for stored in records:
        yield _taken(held)
        writer.writerow(row(stored))
    yield _taken(held)


def _taken(held: io.StringIO) -> bytes:
    """Take out what was written."""
    text = held.getvalue()
    held.seek(0)
    held.truncate()
    return text.encode()


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
    text = text.replace("\0", "")
    return f"'{text}" if text.startswith(FORMULA) else text
