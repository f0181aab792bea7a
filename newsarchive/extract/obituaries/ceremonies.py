"""What an obituary announces: funeral, farewell, mass, lying in state, with time and place."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from newsarchive.dates import TimeSpan
from newsarchive.extract.obituaries.clauses import clauses, masked
from newsarchive.extract.obituaries.places import Place, places_in
from newsarchive.extract.obituaries.relations import Relation, relation_in
from newsarchive.extract.obituaries.rites import (
    BOTH_HELD,
    CEREMONIES,
    CIRCLE,
    COMING,
    DAY,
    FUNERAL_MASS,
    GATHERING,
    HELD,
    IN_DAYS,
    LABELLED,
    LAST_SMALL_HOUR,
    LIES,
    MORNING,
    OF_OTHERS,
    PARTED,
    PAST,
    PLACE_LABEL,
    PRAYER,
    SINCE,
    THANKS,
    UNKNOWN,
    VERB,
)
from newsarchive.extract.obituaries.sentences import Sentence
from newsarchive.extract.obituaries.telling import Moment, Told, begun, on_day, once, times_of
from newsarchive.items import Ceremony

_COMMA = len(", ")
_PARTINGS = ("funeral", "farewell")
_SEVERAL = ("lying in state", "mass")
"""What can be on several days."""


def read_ceremonies(parts: list[Sentence], *, without: Container[int] = ()) -> list[Ceremony]:
    """Give the ceremonies that sentences announce, in the order of the page; ``without`` some, by their place."""
    thanked = any(THANKS.search(one.text) for one in parts)
    told: list[Told] = []
    left_out: list[bool] = []
    for number, sentence in enumerate(parts):
        found = list(_announced(sentence, _gathering(parts[number - 1]) if number else None, thanked))
        if len(found) == 1 and found[0].place is None and number + 1 < len(parts):
            found[0].place = _line(parts[number + 1].text)
        begun(found)
        told += found
        left_out += [sentence.start in without] * len(found)
    times = times_of(told)
    held = [
        Ceremony(one.kind, at.isoformat() if at else None, one.place)
        for one, at, out in zip(told, times, left_out, strict=True)
        if not out
    ]
    return once(held)


def _line(text: str) -> str | None:
    """Give the place that a line holds and nothing else; without a label it is one that people gather at."""
    told = PLACE_LABEL.sub("", text).strip(" .")
    places = list(places_in(f", {told}", labelled=True))
    groups = _listed(f", {told}", places)
    if not groups or groups[0][0].start != _COMMA or groups[0][-1].stop != len(told) + _COMMA:
        return None
    hall = told != text.strip(" .") or any(place.hall for place in groups[0])
    return told if hall and any(place.named for place in groups[0]) else None


def _gathering(sentence: Sentence) -> Moment | None:
    """Give the day on which people gather for what the next sentence tells, or that stands above it alone."""
    day = next((span for span in sentence.spans if span.start and DAY.search(span.text)), None)
    if day is None or not (GATHERING.search(sentence.text) or sentence.text.strip(" .,:") == day.text.strip(" .,:")):
        return None
    return day.start


def _announced(sentence: Sentence, day: Moment | None, thanked: bool) -> Iterator[Told]:
    """Read one sentence, which can be of the day of the one before; what has been is no announcement."""
    if not COMING.search(sentence.text) and PAST.search(sentence.text) and not _has_been(sentence, thanked):
        return
    labelled = _is_labelled(sentence.text) or not VERB.search(sentence.text)
    follows = False
    for clause in clauses(sentence):
        told = _told(clause, labelled or _is_labelled(clause.text), follows=follows)
        if told:
            _inherit(told, day)
            follows = True
            yield told
            yield from _also(told, clause)
        day = next((span.start for span in reversed(clause.spans) if span.start and DAY.search(span.text)), day)


def _has_been(sentence: Sentence, thanked: bool) -> bool:
    """Tell whether a sentence tells of a ceremony that has been; those who thank were there, and tell of no day."""
    if any(form.search(sentence.text) for form in (THANKS, SINCE, OF_OTHERS)):
        return False
    if HELD.search(sentence.text):
        return True
    known = any(DAY.search(span.text) for span in sentence.spans)
    return known and not thanked and bool(PARTED.search(sentence.text))


def _also(told: Told, clause: Sentence) -> Iterator[Told]:
    """Give what else is told by the words of a ceremony: another at the same time, the same on other days."""
    if BOTH_HELD.search(clause.text):
        words = masked(clause.text)
        others = [kind for kind, form in CEREMONIES.items() if kind != told.kind and form.search(words)]
        yield from (replace(told, kind=kind) for kind in others[:1])
    if told.kind in _SEVERAL:
        hours = [span for span in clause.spans if isinstance(span.start, datetime)]
        for before, span in pairwise(hours):
            between = clause.text[before.position - clause.start + len(before.text) : span.position - clause.start]
            dated, relation = bool(DAY.search(span.text)), relation_in(between)
            if dated or (relation and IN_DAYS.search(between)):
                yield replace(told, when=_by_day(span), dated=dated, relation=None if dated else relation)


def _is_labelled(text: str) -> bool:
    """Tell whether a line begins with a ceremony and a colon."""
    label = LABELLED.match(text)
    return label is not None and any(form.search(label[0]) for form in CEREMONIES.values())


def _inherit(told: Told, day: Moment | None) -> None:
    """Give an hour alone the day that stands before it in the sentence."""
    if day and isinstance(told.when, datetime) and not told.dated and not (told.relation and told.relation.days):
        told.when, told.dated = on_day(told.when, day), True


def _told(clause: Sentence, labelled: bool, *, follows: bool) -> Told | None:
    """Read one clause; a burial that ``follows`` another ceremony is of its day, unless it is kept to a circle."""
    words = masked(clause.text)
    kind = next((name for name, pattern in CEREMONIES.items() if pattern.search(words)), None)
    lies = clause.spans and LIES.search(words) and not PRAYER.search(words)
    kind = kind or ("lying in state" if lies else None)
    if kind is None:
        return None
    when, dated = _when(clause)
    follows = follows and kind in _PARTINGS
    circle = CIRCLE.search(clause.text)
    relation = relation_in(clause.text) or (Relation(None) if follows and not when and not circle else None)
    told = Told(
        kind,
        when,
        dated,
        relation,
        _place(clause.text, labelled, _first(words) if labelled else 0),
        bool(CEREMONIES["mass"].search(words)),
    )
    return told if when or relation or (follows and circle) or _is_coming(told, clause, labelled) else None


def _is_coming(told: Told, clause: Sentence, labelled: bool) -> bool:
    """Tell whether a ceremony without a time is announced: "Pogreb bo v krogu domačih"."""
    if UNKNOWN.search(clause.text):
        return False
    if told.kind not in _PARTINGS and not FUNERAL_MASS.search(clause.text):
        return False
    return any(form.search(clause.text) for form in (COMING, HELD, PARTED)) or (
        labelled and bool(told.place or clause.spans)
    )


def _when(clause: Sentence) -> tuple[Moment | None, bool]:
    """Give the first hour of a clause, or its day, and whether it names the day."""
    spans = [span for span in clause.spans if span.start]
    days = [span for span in spans if DAY.search(span.text)]
    first = next((span for span in spans if isinstance(span.start, datetime)), next(iter(spans), None))
    if first is None or first.start is None:
        return None, False
    start = _by_day(first)
    if isinstance(start, datetime) and first not in days and days:
        return on_day(start, days[0].start or start), True
    return start, bool(days)


def _by_day(span: TimeSpan) -> Moment:
    """Give when a time begins; nothing is held in the small hours, so "ob pol štirih" is in the afternoon."""
    start = span.start or date.min
    early = isinstance(start, datetime) and 0 < start.hour <= LAST_SMALL_HOUR
    return start + timedelta(hours=12) if early and not MORNING.search(span.text) else start


def _first(words: str) -> int:
    """Give the place of the first word that tells a ceremony: in a line of labels nothing of it stands before."""
    return min((match.start() for form in CEREMONIES.values() if (match := form.search(words))), default=0)


def _place(text: str, labelled: bool, start: int) -> str | None:
    """Give where it is held; a chapel without a name could be anywhere."""
    places = [place for place in places_in(text, labelled=labelled) if place.start >= start]
    groups = _listed(text, places) if labelled else [[place] for place in places]
    named = [one for one in groups if any(place.named for place in one)]
    halls = [one for one in groups if any(place.hall for place in one)]
    return next((text[one[0].start : one[-1].stop] for one in (*named, *halls)), None)


def _listed(text: str, places: list[Place]) -> list[list[Place]]:
    """Put places together that only a comma parts: "Podgaj, mestno pokopališče"."""
    groups: list[list[Place]] = []
    for place in places:
        if groups and text[groups[-1][-1].stop : place.start] == ", ":
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
