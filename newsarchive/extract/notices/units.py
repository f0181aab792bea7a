"""A notice's text taken apart: its lines, list entries, table rows, labelled lines and headings, with their times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from newsarchive.dates import TimeSpan, find_dates
from newsarchive.extract.notices import words
from newsarchive.extract.notices.nights import in_nights

Kind = Literal["line", "item", "row", "label", "heading"]

TIME = "§"
"""Stands for each character of a time in a masked text."""
HIDDEN = "¤"
"""Stands for each character of what was read already in a masked text."""
HEADING_WORDS = 12
"""A line with more words is none."""
MOST_UNITS = 1_000
"""What stands further down a page is not read."""

_MARK = re.compile(words.LIST_MARK)
_LABEL = {name: re.compile(rf"\W*(?:{pattern})$", re.I) for name, pattern in words.LABELS.items()}
_SENTENCES = re.compile(
    r"(?<=[)»][.!?])\s+(?=[^\W\da-zčšž_])|(?<=[^\W\d]{3}[.!?])\s+(?=[^\W\da-zčšž_])|(?<=\d{4}\.)\s+(?=[^\W\da-zčšž_])"
    r"|(?:(?<=\sbo\.)|(?<=\sso\.)|(?<=\sje\.)|(?<=\sni\.)|(?<=\d\.\d\d\.))\s+(?=[^\W\da-zčšž_])"
    rf"|(?<=[^\W\d]{{4}}[.!?])\s+(?=\d{{1,2}}\.\s?(?:{words.MONTHS}|\d{{1,2}}\.))"
)
_STATEMENTS = re.compile(
    rf"(?<=[.!?])\s+(?=[^\W\da-zčšž_][^.!?:;\n]{{2,60}}\s(?:vas\s|je\s|so\s)?{words.VERBS}\b)", re.I
)
_STREET_DATE = re.compile(
    rf"(?P<head>(?=[A-ZČŠŽ])(?:{words.STREET_HEADS})\s+)(?P<date>\d{{1,2}}\.\s(?:{words.MONTHS}))\b"
)
"""The day that a street is named after, which is no time."""
_PART_OF_DAY = re.compile(
    r"\b(?P<side>od|do)\s+(?:jutra|večera|dopoldneva|popoldneva|poldneva|opoldneva)\s+\((?P<clock>\d{1,2}[.:]\d{2})\)",
    re.I,
)
"""A part of the day with its hour: "od jutra (6.00)"."""
_ABOUT = re.compile(r"(?<=\bin\s)(?:predvidoma|približno|okvirno|okoli|najkasneje)(?=\s\d)", re.I)
"""What may stand before the second hour: "med 7. in predvidoma 14. uro"."""
_WHOM = re.compile(r"(?<=\d[.:]\d\d\s)(?:odjemal|prebival|uporabni|gospodinj|stanoval|vozil)\w*", re.I)
"""Whom hours concern, which makes them no amount: "od 7.30 do 9.30 odjemalci"."""
_NAMED_STREET = re.compile(
    rf"(?P<front>(?=[A-ZČŠŽ])\w+\s)(?P<head>trg\w{{0,2}}|ulic\w|cest\w)(?=\s\d{{1,2}}\.\s?(?:in|do|–|-|\d|{words.MONTHS}))"
)
"""A street that has its whole name before the day behind it: "na Glavnem trgu 17. in 18. maja"."""
_TWICE = re.compile(
    r"\bmed (?P<a>\d{1,2}\.?) in (?P<b>\d{1,2}\.?) (?P<and>ter|in) med (?P<c>\d{1,2}\.?) in (?P<d>\d{1,2}\.?) uro\b", re.I
)
"""Two stretches of hours of which only the second says that it is hours."""
_ORDINAL = re.compile(r"(?<![\d.])\b\d{1,2}\.(?=\s[^\W\d_a-zčšž]\w+(?:ega|emu)\s[a-zčšž])")
"""The number of an event: "12. Martinovega teka"."""
_FIRM = re.compile(r"\bd\.\s?[do]\.(?:\s?o\.)?$")
"""How a firm's name ends, which is no sentence's end."""
_WEEKDAY = re.compile(
    rf"(?:(?:od|do|med|v|na|iz|noči|in|ter|s|z|vsak\w*)\s+|,\s*|(?:{words.WEEKDAYS})\b\s*)+(?:(?:od|med|do|ob)\s+\d.*|\d[\d:.–-]*)?",
    re.I,
)
"""A time that names weekdays and no date."""
_HOUR = ":00"
_BARE_HOURS = re.compile(
    rf"(?:(?:{words.WEEKDAYS})|\d\.\s?(?:\d{{1,2}}\.|(?:{words.MONTHS})|(?:januar|februar|marec|april|maj|junij|julij|avgust|(?:sept|okt|nov|dec)emb?o?e?r))(?:\s?\d{{4}})?),?"
    r"\s(?P<from>[01]?\d|2[0-4])[–-](?P<to>[01]?\d|2[0-4])(?=[,;)\s]|\.?$)", re.I
)  # fmt: skip
"""Hours behind a day that only their place tells to be hours."""
_PAST = re.compile(r"\b(?:je|so|sta|sem|smo)\b", re.I)
_FUTURE = re.compile(r"\b(?:bo|bodo|bosta|bomo)\b", re.I)
_OWN_LINE = re.compile(rf"{words.LIST_MARK}|(?:med|od|do|ob|dne)\s+\d")
"""How a line begins that goes on with no other, though in lower case."""
_CELLS = re.compile(r"\s*\|\s*")
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


def masked(text: str, spans: list[TimeSpan]) -> str:
    """Hide times in a text, each character of theirs by :data:`TIME`."""
    for span in spans:
        text = hide(text, span.position, span.position + len(span.text), TIME)
    return text


def hide(text: str, start: int, stop: int, sign: str = HIDDEN) -> str:
    """Put a sign in the place of each character of a part."""
    start, stop = max(start, 0), min(stop, len(text))
    return text[:start] + sign * (stop - start) + text[stop:]


@dataclass(frozen=True, slots=True)
class Clock:
    """From where the times of a text are seen."""

    published: date | datetime | None
    timezone: str

    def spans(self, text: str, day: str = "") -> list[TimeSpan]:
        """Find the times of a text; ``day`` is the day that stands above it, for hours that name none."""
        text = _STREET_DATE.sub(lambda match: match["head"] + HIDDEN * len(match["date"]), text)
        text = _ORDINAL.sub(lambda match: HIDDEN * len(match[0]), text)
        text = _PART_OF_DAY.sub(_clock_time, text)
        text = _ABOUT.sub(lambda match: " " * len(match[0]), text)
        text = _WHOM.sub(lambda match: HIDDEN * len(match[0]), text)
        text = _NAMED_STREET.sub(lambda match: match["front"] + HIDDEN * len(match["head"]), text)
        text = _TWICE.sub(_from_to, text)
        whole, cuts = _with_hours(text)
        told = find_dates(whole, published=self.published, timezone=self.timezone)
        found = in_nights([self._to_come(_uncompleted(span, text, cuts), text) for span in told], text)
        if not day or not found or not all("day of publication" in span.flags for span in found):
            return found
        front = f"{day}, "
        again = find_dates(front + text, published=self.published, timezone=self.timezone)
        return [_moved(span, len(front)) for span in again if span.position + len(span.text) > len(front)]

    def _to_come(self, span: TimeSpan, text: str) -> TimeSpan:
        """Give the weekday that comes, where a text that announces names only that: "torek od 8. do 12. ure"."""
        if not self.published or not isinstance(span.start or span.end, date) or not _WEEKDAY.fullmatch(span.text):
            return span
        today = self.published.date() if isinstance(self.published, datetime) else self.published
        last = span.end or span.start
        day = last.date() if isinstance(last, datetime) else last
        past = bool(_PAST.search(text) and not _FUTURE.search(text))
        days = 0 if day is None else (today - day).days
        begun = past and span.end is None and days < 0
        if not begun and (past or not 0 < days <= 7):
            return span
        start, end = (side and side + timedelta(-7 if begun else 7) for side in (span.start, span.end))
        return replace(span, start=start, end=end, edtf=_edtf(start, end))


def _from_to(match: re.Match[str]) -> str:
    """Write two stretches of hours with "from" and "to", in a text as long as before."""
    both = match["and"] if match["and"] == "in" else "in "
    return f"od  {match['a']} do {match['b']} {both} od  {match['c']} do {match['d']} ure"


def _clock_time(match: re.Match[str]) -> str:
    """Leave only the hour of a part of the day, in a text as long as before."""
    return f"{match['side']} {match['clock']}".ljust(len(match[0]))


def _with_hours(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Write out hours that are told by their numbers only: "torek 8–12"; give where and how much was put in.

    >>> _with_hours("torek 8–12, Log")
    ('torek 8:00–12:00, Log', [(7, 3), (10, 3)])
    """
    cuts = [(end, len(_HOUR)) for match in _BARE_HOURS.finditer(text) for end in (match.end("from"), match.end("to"))]
    for end, _ in reversed(cuts):
        text = text[:end] + _HOUR + text[end:]
    return text, cuts


def _uncompleted(span: TimeSpan, text: str, cuts: list[tuple[int, int]]) -> TimeSpan:
    """Give a span as it stands in the text before anything was put in."""
    if not cuts:
        return span
    start, stop = (_back(place, cuts) for place in (span.position, span.position + len(span.text)))
    return replace(span, position=start, text=text[start:stop])


def _back(place: int, cuts: list[tuple[int, int]]) -> int:
    added = 0
    for end, length in cuts:
        if place >= end + added + length:
            added += length
    return place - added


def _edtf(start: date | None, end: date | None) -> str:
    first, last = (side.isoformat() if side else ".." for side in (start, end))
    return first if first == last else f"{first}/{last}"


def _moved(span: TimeSpan, by: int) -> TimeSpan:
    """Give a span as it stands in the text without its first characters."""
    cut = max(by - span.position, 0)
    return replace(span, text=span.text[cut:], position=max(span.position - by, 0))


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
            if lines and line[:1].islower() and not lines[-1].endswith((*_ENDS, ":")) and not _OWN_LINE.match(line):
                lines[-1] += f" {line}"
            elif line:
                lines.append(line)
        for line in lines:
            yield from _STATEMENTS.split(line)


def _unit(line: str) -> Unit:
    mark = _MARK.match(line)
    text = line[mark.end() :] if mark else line
    before, colon, value = text.partition(":")
    name = _label(before) if colon and value.strip() else ""
    if name:
        return Unit(text, "label", {name: value.strip()})
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
