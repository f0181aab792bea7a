"""What an obituary announces: funeral, farewell, mass, lying in state, with time and place."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from newsarchive.dates import TimeSpan
from newsarchive.extract.obituaries.clauses import clauses, masked
from newsarchive.extract.obituaries.places import Place, places_in
from newsarchive.extract.obituaries.relations import Relation, relation_in
from newsarchive.extract.obituaries.rites import (
    CEREMONIES,
    CIRCLE,
    COMING,
    DAY,
    FUNERAL_MASS,
    GATHERING,
    HELD,
    LABELLED,
    LAST_SMALL_HOUR,
    LIES,
    MORNING,
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
from newsarchive.items import Ceremony

Moment = datetime | date


@dataclass(slots=True)
class Told:
    """A ceremony as a clause tells it."""

    kind: str
    when: Moment | None
    """The day with the hour, or either of them."""
    dated: bool
    """Whether the clause itself names the day."""
    relation: Relation | None
    """Which other ceremony it is told by."""
    place: str | None


def read_ceremonies(parts: list[Sentence], *, without: Container[int] = ()) -> list[Ceremony]:
    """Give the ceremonies that sentences announce, in the order of the page; ``without`` some, by their place."""
    told: list[Told] = []
    left_out: list[bool] = []
    for number, sentence in enumerate(parts):
        found = list(_announced(sentence, _gathering(parts[number - 1]) if number else None))
        if len(found) == 1 and found[0].place is None and number + 1 < len(parts):
            found[0].place = _line(parts[number + 1].text)
        told += found
        left_out += [sentence.start in without] * len(found)
    times = _times(told)
    held = [
        Ceremony(one.kind, at.isoformat() if at else None, one.place)
        for one, at, out in zip(told, times, left_out, strict=True)
        if not out
    ]
    return _once(held)


def _line(text: str) -> str | None:
    """Give the place that a line holds and nothing else."""
    label = PLACE_LABEL.match(text)
    told = text[label.end() if label else 0 :].strip(" .")
    places = list(places_in(f", {told}", labelled=True))
    groups = _listed(f", {told}", places)
    hall = (
        bool(groups)
        and any(place.hall or (label and label["hall"]) for place in groups[0])
        and any(place.named for place in groups[0])
    )
    return told if hall and groups[0][-1].stop == len(told) + 2 and groups[0][0].start == 2 else None


def _gathering(sentence: Sentence) -> Moment | None:
    """Give the day on which people gather for what the next sentence tells."""
    if not GATHERING.search(sentence.text):
        return None
    return next((span.start for span in sentence.spans if span.start and DAY.search(span.text)), None)


def _announced(sentence: Sentence, day: Moment | None) -> Iterator[Told]:
    """Read one sentence, which can be of the day of the one before; what has been is no announcement."""
    if not COMING.search(sentence.text) and PAST.search(sentence.text) and not _has_been(sentence):
        return
    labelled = _is_labelled(sentence.text) or not VERB.search(sentence.text)
    follows = False
    for clause in clauses(sentence):
        told = _told(clause, labelled or _is_labelled(clause.text), follows=follows)
        if told:
            _inherit(told, day)
            follows = True
            yield told
        day = next((span.start for span in clause.spans if span.start and DAY.search(span.text)), day)


def _has_been(sentence: Sentence) -> bool:
    """Tell whether a sentence tells of a ceremony that was lately held, and does more than thank for it."""
    if THANKS.search(sentence.text) or SINCE.search(sentence.text):
        return False
    days = any(span.start and DAY.search(span.text) for span in sentence.spans)
    return bool(HELD.search(sentence.text) or (days and PARTED.search(sentence.text)))


def _is_labelled(text: str) -> bool:
    """Tell whether a line begins with a ceremony and a colon."""
    label = LABELLED.match(text)
    return label is not None and any(form.search(label[0]) for form in CEREMONIES.values())


def _inherit(told: Told, day: Moment | None) -> None:
    """Give an hour alone the day that stands before it in the sentence."""
    if day and isinstance(told.when, datetime) and not told.dated and not (told.relation and told.relation.days):
        told.when, told.dated = on_day(told.when, day), True


def _told(clause: Sentence, labelled: bool, *, follows: bool) -> Told | None:
    """Read one clause; one that ``follows`` another is of the same day, unless it is kept to a circle."""
    words = masked(clause.text)
    kind = next((name for name, pattern in CEREMONIES.items() if pattern.search(words)), None)
    lies = clause.spans and LIES.search(words) and not PRAYER.search(words)
    kind = kind or ("lying in state" if lies else None)
    if kind is None:
        return None
    when, dated = _when(clause)
    circle = CIRCLE.search(clause.text)
    relation = relation_in(clause.text) or (Relation(None) if follows and not when and not circle else None)
    told = Told(
        kind,
        when,
        dated,
        relation,
        _place(clause.text, labelled, _first(words) if labelled else 0),
    )
    return told if when or relation or (follows and circle) or _is_coming(told, clause, labelled) else None


def _is_coming(told: Told, clause: Sentence, labelled: bool) -> bool:
    """Tell whether a ceremony without a time is announced: "Pogreb bo v krogu domačih"."""
    if UNKNOWN.search(clause.text):
        return False
    if told.kind not in ("funeral", "farewell") and not FUNERAL_MASS.search(clause.text):
        return False
    return bool(COMING.search(clause.text) or HELD.search(clause.text)) or (
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


def on_day(clock: datetime, day: Moment) -> datetime:
    """Put an hour on a day."""
    return clock.replace(year=day.year, month=day.month, day=day.day)


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


def _times(told: list[Told]) -> list[Moment | None]:
    """Give the time of each; an hour alone, or a relation, is on the day of another."""
    known = [one.when if one.dated else None for one in told]
    for _ in range(2):
        for number, one in enumerate(told):
            if known[number] is None and (one.when or one.relation):
                known[number] = _by_other(told, known, number)
    return known


def _by_other(told: list[Told], known: list[Moment | None], number: int) -> Moment | None:
    one = told[number]
    relation = one.relation or Relation(None)
    order = [*range(number - 1, -1, -1), *range(number + 1, len(told))]
    meant = [other for other in order if told[other].kind == relation.kind]
    base = next((time for other in (*meant, *order) if (time := known[other])), None)
    if base is None:
        return None
    if isinstance(one.when, datetime):
        return on_day(one.when, base + timedelta(days=relation.days))
    if relation.hours is not None and isinstance(base, datetime):
        return base + timedelta(hours=relation.hours)
    return date(base.year, base.month, base.day) + timedelta(days=relation.days)


def _once(held: list[Ceremony]) -> list[Ceremony]:
    """Leave away what is told twice; one without time and place says nothing of a kind that has them."""
    timed = {one.kind for one in held if one.at}
    placed = {(one.kind, one.at) for one in held if one.place}
    hours = {(one.kind, one.at[:10]) for one in held if one.at and "T" in one.at}
    kept = [one for one in held if one.at or one.kind not in timed]
    kept = [one for one in kept if one.place or not one.at or "T" in one.at or (one.kind, one.at) not in hours]
    kept = [one for one in kept if one.place or (one.kind, one.at) not in placed]
    return [one for number, one in enumerate(kept) if one not in kept[:number]]
