"""What an obituary announces: funeral, farewell, mass, lying in state, with time and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from newsarchive.dates import TimeSpan
from newsarchive.extract.obituaries.sentences import Sentence
from newsarchive.extract.obituaries.words import (
    CAPITAL,
    CEMETERY,
    CEREMONIES,
    CLAUSE,
    COMING,
    DAY,
    NOT_ACTS,
    PAST,
    REFERS,
    WHERE,
)
from newsarchive.items import Ceremony

_NAMED = re.compile(rf"\b{CAPITAL}|\d")


@dataclass(frozen=True, slots=True)
class _Told:
    """A ceremony as a clause tells it."""

    kind: str
    when: datetime | date | None
    dated: bool
    """Whether the clause itself names the day."""
    place: str | None


def read_ceremonies(parts: list[Sentence]) -> list[Ceremony]:
    """Give the ceremonies that sentences announce, in the order of the page."""
    told = [one for sentence in parts for one in _announced(sentence)]
    held = [Ceremony(one.kind, _at(told, number), one.place) for number, one in enumerate(told)]
    return _once(_with_funeral(held))


def _announced(sentence: Sentence) -> Iterator[_Told]:
    """Read one sentence; what has been is no announcement."""
    if not COMING.search(sentence.text) and PAST.search(sentence.text):
        return
    for clause in _clauses(sentence):
        told = _told(clause)
        if told:
            yield told


def _clauses(sentence: Sentence) -> list[Sentence]:
    """Part a sentence where another ceremony with its own time begins."""
    words = _masked(sentence.text)
    acts = sorted({match.start() for pattern in CEREMONIES.values() for match in pattern.finditer(words)})
    cuts = [0]
    for before, after in pairwise(acts):
        joints = [joint.start() for joint in CLAUSE.finditer(sentence.text, before, after)]
        if joints and _times(sentence, cuts[-1], joints[-1]) and _own_time(sentence, joints[-1]):
            cuts.append(joints[-1])
    return [_cut(sentence, start, stop) for start, stop in zip(cuts, [*cuts[1:], len(sentence.text)], strict=True)]


def _masked(text: str) -> str:
    """Blank out what only refers to another ceremony ("po pogrebu") or to undertakers."""
    for pattern in (REFERS, NOT_ACTS):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def _times(sentence: Sentence, start: int, stop: int) -> list[TimeSpan]:
    return [span for span in sentence.spans if span.start and start <= span.position - sentence.start < stop]


def _own_time(sentence: Sentence, start: int) -> bool:
    return bool(_times(sentence, start, len(sentence.text)) or REFERS.search(sentence.text, start))


def _cut(sentence: Sentence, start: int, stop: int) -> Sentence:
    return Sentence(sentence.text[start:stop], sentence.start + start, _times(sentence, start, stop))


def _told(clause: Sentence) -> _Told | None:
    words = _masked(clause.text)
    kind = next((name for name, pattern in CEREMONIES.items() if pattern.search(words)), None)
    times = [span.start for span in clause.spans if span.start]
    refers = REFERS.search(clause.text)
    if kind is None or not (times or refers):
        return None
    clock = next((time for time in times if isinstance(time, datetime)), None)
    dated = any(DAY.search(span.text) for span in clause.spans)
    return _Told(kind, clock or next(iter(times), None), dated, _place(clause.text))


def _place(text: str) -> str | None:
    """Give where it is held; a chapel without a name could be anywhere."""
    for match in WHERE.finditer(text):
        place = match["place"] or match["town"]
        if _NAMED.search(place):
            return place
    return None


def _at(told: list[_Told], number: int) -> str | None:
    """Give the time of a ceremony; an hour alone is on the day of the one before it, or else of the next."""
    one = told[number]
    if one.dated:
        return one.when.isoformat() if one.when else None
    nearest = next(
        (other.when for other in (*reversed(told[:number]), *told[number:]) if other.dated and other.when), None
    )
    if nearest is None:
        return None
    if isinstance(one.when, datetime):
        return one.when.replace(year=nearest.year, month=nearest.month, day=nearest.day).isoformat()
    return nearest.isoformat()[:10]


def _with_funeral(held: list[Ceremony]) -> list[Ceremony]:
    """Take the farewell at a cemetery for the funeral, where no other is announced."""
    if not any(one.kind == "funeral" for one in held):
        for one in held:
            if one.kind == "farewell" and one.place and CEMETERY.search(one.place):
                one.kind = "funeral"
                break
    return held


def _once(held: list[Ceremony]) -> list[Ceremony]:
    return [one for number, one in enumerate(held) if one not in held[:number]]
