"""A notice's text taken apart: its lines, list entries, table rows, labelled lines and headings, with their times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices import words
from newsarchive.extract.notices.clock import masked

Kind = Literal["line", "item", "row", "label", "heading"]

HEADING_WORDS = 12
"""A line with more words is none."""
LABELLED_CELLS = 2
"""Cells of a row that is a label and what it says."""
MOST_UNLABELLED = 2
"""A line with fewer labels, and what stands before them, is one."""
MOST_UNITS = 1_000
"""What stands further down a page is not read."""

_MARK = re.compile(words.LIST_MARK)
_LABEL = {name: re.compile(rf"\W*(?:{pattern})$", re.I) for name, pattern in words.LABELS.items()}
_SENTENCES = re.compile(
    r"(?<=[)»][.!?])\s+(?=[^\W\da-zčšž_])|(?<=[^\W\d]{3}[.!?])\s+(?=[^\W\da-zčšž_])|(?<=\d{4}\.)\s+(?=[^\W\da-zčšž_])"
    r"|(?:(?<=\sbo\.)|(?<=\sso\.)|(?<=\sje\.)|(?<=\sni\.)|(?<=\d\.\d\d\.))\s+(?=[^\W\da-zčšž_])"
    r"|(?:(?<=številke\s\d\.)|(?<=številke\s\d\d\.)|(?<=številke\s\d\d\d\.))\s+(?=[^\W\da-zčšž_])"
    rf"|(?<=[^\W\d]{{4}}[.!?])\s+(?=\d{{1,2}}\.\s?(?:{words.MONTHS}|\d{{1,2}}\.))"
)
_STATEMENTS = re.compile(
    rf"(?<=[.!?])\s+(?=[^\W\da-zčšž_][^.!?:;\n]{{2,60}}\s(?:vas\s|je\s|so\s)?{words.VERBS}\b)", re.I
)
_FIRM = re.compile(r"\bd\.\s?[do]\.(?:\s?o\.)?$")
"""How a firm's name ends, which is no sentence's end."""
_OWN_LINE = re.compile(rf"{words.LIST_MARK}|(?:med|od|do|ob|dne)\s+\d")
"""How a line begins that goes on with no other, though in lower case."""
_SAYS = re.compile(r"\b(?:bo|bodo|bosta)\b")
"""What stands in a sentence, and not behind a label that says where or when."""
_CELLS = re.compile(r"\s*\|\s*")
_LABELLED = re.compile(
    rf"(?<=[.;,\d])\s+(?=(?-i:[A-ZČŠŽ]))(?=(?:{'|'.join(f'(?:{one})' for one in words.LABELS.values())}"
    rf"|kontakt\w*(?:\s\w+)?):\s)",
    re.I,
)
"""Before what a labelled line is parted that names several things: "Datum: 5. maj. Trajanje: od 8. do 12. ure."."""
_ENDS = (".", "!", "?", ",", ";")


@dataclass(slots=True)
class Unit:
    """A line of the text, and what it is."""

    text: str
    kind: Kind = "line"
    fields: dict[str, str] = field(default_factory=dict)
    """What a labelled line or a table's row says, by the names of :data:`words.LABELS`."""
    spans: list[TimeSpan] = field(default_factory=list)

    @property
    def masked(self) -> str:
        """The text with its times hidden: as long as the text, so that positions hold in both."""
        return masked(self.text, self.spans)

    @property
    def lists(self) -> bool:
        """Whether it ends with a colon, before a list."""
        return ends_with_colon(self.text)


def ends_with_colon(text: str) -> bool:
    """Tell whether a text leads to a list.

    >>> ends_with_colon("Brez vode bodo: "), ends_with_colon("Kje: Log")
    (True, False)
    """
    return text.rstrip().endswith(":")


def units(text: str) -> list[Unit]:
    r"""Take a text apart.

    >>> [(unit.kind, unit.text) for unit in units("Elektro Dol\n\nKje: Log\n\n- danes\n- jutri")]
    [('heading', 'Elektro Dol'), ('label', 'Kje: Log'), ('item', 'danes'), ('item', 'jutri')]
    """
    found: list[Unit] = []
    columns: list[str] = []
    for line in _lines(text):
        if " | " in line:
            cells = _CELLS.split(line)
            heads = [_label(cell) for cell in cells]
            if len(cells) == LABELLED_CELLS and heads[0] and not (heads[1] or columns):
                found.append(Unit(line, "label", {heads[0]: _value(cells[1])}))
                continue
            columns = heads if all(heads) else columns
            found += [] if all(heads) else [_row(line, cells, columns)]
        else:
            columns = []
            found.append(_unit(line))
        if len(found) >= MOST_UNITS:
            break
    return found


def _lines(text: str) -> Iterator[str]:
    """Give the lines: one that goes on in lower case belongs to the one before; two statements in a line are parted."""
    for paragraph in text.split("\n\n"):
        lines: list[str] = []
        for line in (part.strip() for part in paragraph.split("\n")):
            if lines and _goes_on(lines[-1], line):
                lines[-1] += f" {line}"
            elif line:
                lines.append(line)
        for line in lines:
            for statement in _STATEMENTS.split(line):
                yield from _labelled(statement)


def _goes_on(last: str, line: str) -> bool:
    """Tell whether a line goes on with the one before: no table's row does, nor what a full stop has ended."""
    own = _OWN_LINE.match(line) or " | " in line
    return line[:1].islower() and not last.endswith((*_ENDS, ":")) and not own


def _labelled(line: str) -> list[str]:
    """Part a line that holds several labels; what a label says ends with its sentence."""
    parts = _LABELLED.split(line)
    if len(parts) <= MOST_UNLABELLED:
        return [line]
    return [sentence for part in parts for sentence in _first_and_rest(part)]


def _first_and_rest(text: str) -> list[str]:
    stop = sentences(text)[0][1]
    return [part for part in (text[:stop], text[stop:].strip()) if part]


def _value(text: str) -> str:
    """Give what a label says, without the full stop behind it."""
    text = text.strip()
    return text if _FIRM.search(text) else text.rstrip(" .;,")


def _unit(line: str) -> Unit:
    mark = _MARK.match(line)
    text = line[mark.end() :] if mark else line
    before, colon, value = text.partition(":")
    name = _label(before) if colon and value.strip() else ""
    if name in ("area", "when", "what") and _SAYS.search(value):
        name = ""
    if name:
        return Unit(text, "label", {name: _value(value)})
    if mark:
        return Unit(text, "item")
    return Unit(text, "heading" if _is_heading(text) else "line")


def _is_heading(text: str) -> bool:
    ended = text.endswith(_ENDS) and not _FIRM.search(text)
    return not ended and text.count(" ") < HEADING_WORDS and not re.search(words.VERBS, text)


def _label(text: str) -> str:
    """Give the field that a label or a column's head names, or nothing."""
    if len(text) > 40:
        return ""
    return next((name for name, pattern in _LABEL.items() if pattern.match(text.strip(" :.*"))), "")


def _row(line: str, cells: list[str], columns: list[str]) -> Unit:
    """Read a table's row by the heads of its columns; without them, the line tells."""
    fields: dict[str, str] = {}
    for name, cell in zip(columns, cells, strict=False):
        if cell:
            fields[name] = f"{fields[name]}, {cell}" if name in fields else cell
    return Unit(line, "row", fields)


def sentences(text: str) -> list[tuple[int, int]]:
    """Give where the sentences of a line begin and end.

    >>> sentences("Cesta bo zaprta. Obvoz je urejen.")
    [(0, 16), (17, 33)]
    """
    breaks = [match.span() for match in _SENTENCES.finditer(text)]
    starts = [0, *(stop for _, stop in breaks)]
    return list(zip(starts, [*(start for start, _ in breaks), len(text)], strict=True))
