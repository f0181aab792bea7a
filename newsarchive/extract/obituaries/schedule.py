"""Lists of funerals: a line for each, with the hour, the place and the name, often under a line with the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo

from newsarchive.extract.obituaries.names import Name, is_person, names_in
from newsarchive.extract.obituaries.places import places_in
from newsarchive.extract.obituaries.rites import DAY, VERB
from newsarchive.extract.obituaries.sentences import Sentence
from newsarchive.extract.obituaries.tails import Facts, read_tail
from newsarchive.items import Ceremony

_CLOCK = re.compile(
    r"(?<![\d.])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![.\d])|(?<=ob )(?P<whole>\d{1,2})\.(?=\s+uri)"
)
_FUNERALS = re.compile(r"\bpogreb", re.I)
FEWEST = 2
"""So many lines make a list."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list of funerals."""

    name: Name
    facts: Facts
    ceremony: Ceremony


def schedule(title: str, text: str, parts: list[Sentence], zone: tzinfo) -> list[Row]:
    """Give the lines of a list of funerals; none where a text is no such list."""
    if not _FUNERALS.search(title):
        return []
    rows = list(_rows(text, parts, zone))
    return rows if len(rows) >= FEWEST else []


def _rows(text: str, parts: list[Sentence], zone: tzinfo) -> Iterator[Row]:
    day: date | None = None
    place: str | None = None
    for part in parts:
        own = next((span.start for span in part.spans if span.start and DAY.search(span.text)), None)
        day = own or day
        row = _row(part.text, day, zone)
        if row:
            yield replace(row, ceremony=replace(row.ceremony, place=row.ceremony.place or place))
        else:
            place = _place_of_all(part.text) or place


def _place_of_all(text: str) -> str | None:
    """Give the place that a line above tells for all funerals below it."""
    if not _FUNERALS.search(text):
        return None
    return next((place.text for place in places_in(text) if place.hall and place.named), None)


def _row(line: str, day: date | None, zone: tzinfo) -> Row | None:
    """Read one line, which holds an hour and a name, and no verb."""
    name = next((one for one in names_in(line) if one.known and is_person(one)), None)
    clock = _CLOCK.search(line)
    if name is None or clock is None or day is None or VERB.search(line):
        return None
    facts, stop = read_tail(line, name.stop)
    at = datetime.combine(day, time(int(clock["hour"] or clock["whole"]), int(clock["minute"] or 0)), zone)
    rest = line[: name.start], line[stop:]
    place = next((place.text for part in rest for place in places_in(f", {part}", labelled=True)), None)
    return Row(name, facts, Ceremony("funeral", at.isoformat(), place))
