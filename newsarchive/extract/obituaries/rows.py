"""Tables inside a text, whose cells a bar parts: each row as lines with labels, as other pages print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from newsarchive.extract.obituaries.names import is_person, name_at

BAR = " | "
"""What parts the cells of a row."""
_HEADING = re.compile(
    r"(?:ime|priimek|pokojn|umrl|rojen|roj\.|rojstv|smrt|starost|let|kraj|naslov|(?:pre)?bivališč|pogreb|pokop|slovo|dan|datum"
    r"|ura|čas|lokacij|maš|žar|krst|vežic|cerkev|letnik|od\s+kod|oseba|ležanje)",
    re.I,
)
"""How the headings of columns begin."""
_WHO = re.compile(
    r"(?:ime(?:\s+in\s+priimek)?|priimek(?:\s+in\s+ime)?|pokojn\w+|umrli|oseba)(?:\s*/\s*pokojn\w+)?", re.I
)
"""The heading of the column that names the dead."""
_DIGIT = re.compile(r"\d")


def rows_as_lines(text: str) -> str:
    r"""Write what tables tell as lines: "Rojen | 1940" as "Rojen: 1940", a row under headings as a block of its own.

    >>> print(rows_as_lines("Ime | Starost | Kraj\nAna Zgled | 90 let | Lipa\nPeter Primer | 80 let | Gaj"))
    Ana Zgled
    Starost: 90 let
    Kraj: Lipa
    <BLANKLINE>
    Peter Primer
    Starost: 80 let
    Kraj: Gaj
    <BLANKLINE>
    """
    if BAR not in text:
        return text
    found: list[str] = []
    for tabular, group in groupby(text.split("\n"), key=lambda line: BAR in line):
        lines = list(group)
        found += _table([_cells(line) for line in lines]) if tabular else lines
    return "\n".join(found)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _table(rows: list[list[str]]) -> Iterator[str]:
    """Write one table: under headings, or with a label before each value."""
    if _is_head(rows):
        for row in rows[1:]:
            yield from _block(rows[0], row)
        return
    for row in rows:
        named = name_at(row[0])
        pair = len(row) == 2 and not (named and named.known and is_person(named))
        yield f"{row[0].rstrip(':')}: {row[1]}" if pair else ", ".join(filter(None, row))


def _is_head(rows: list[list[str]]) -> bool:
    """Tell whether the first row holds the headings of the columns."""
    head = rows[0]
    words = [cell for cell in head if cell]
    headings = [cell for cell in words if _HEADING.match(cell) and not _DIGIT.search(cell)]
    return len(rows) > 1 and len(headings) > 1 and len(headings) == len(words) and len(words[1].split()) < 4


def _block(head: list[str], row: list[str]) -> Iterator[str]:
    """Write a row: the name first, then the other cells with the headings of their columns."""
    cells = [(label, cell) for label, cell in zip(head, row, strict=False) if cell and cell not in ("-", "–", "/")]
    names = [(label, cell) for label, cell in cells if _WHO.fullmatch(label)]
    if len(names) > 1:
        yield from (f"{label}: {cell}" for label, cell in names)
    else:
        yield from (cell for _, cell in names)
    yield from (f"{label}: {cell}" for label, cell in cells if (label, cell) not in names)
    yield ""
