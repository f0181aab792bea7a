"""Records as lines of text: JSON Lines and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import IO, Any

from newsarchive.archive import Stored

COLUMNS = (
    "id", "site", "kind", "url", "title", "lead", "body", "authors", "source", "section", "tags", "language",
    "published", "published_raw", "modified", "word_count", "first_seen", "last_seen", "gone_at",
    "images", "notices", "obituary", "obituaries", "aliases",
)  # fmt: skip
"""The columns of a CSV file. ``authors``, ``tags`` and ``aliases`` are joined with " | "; pictures, notices and
obituaries are JSON (``obituary`` is the first of them); the evidence is in JSON Lines only."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would take for a formula, or could come to."""


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
