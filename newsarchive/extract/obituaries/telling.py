"""Ceremonies as clauses tell them, and what those of one page tell of each other: day, kind, repetition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from newsarchive.extract.obituaries.relations import Relation
from newsarchive.items import Ceremony

Moment = datetime | date
_REACH = 20
"""So many ceremonies before and behind one are asked for its day."""


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
    mass: bool = False
    """Whether the clause speaks of a mass, too."""


def begun(found: list[Told]) -> None:
    """Call a funeral a mass where it begins with one, and the funeral itself is told behind it."""
    funerals = [one for one in found if one.kind == "funeral"]
    if len(funerals) > 1 and funerals[0].mass and funerals[1].relation:
        funerals[0].kind = "mass"


def on_day(clock: datetime, day: Moment) -> datetime:
    """Put an hour on a day."""
    return clock.replace(year=day.year, month=day.month, day=day.day)


def times_of(told: list[Told]) -> list[Moment | None]:
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
    before, behind = range(number - 1, max(number - _REACH, 0) - 1, -1), range(number + 1, len(told))[:_REACH]
    order = [*before, *behind]
    meant = [other for other in order if told[other].kind == relation.kind]
    base = next((time for other in (*meant, *order) if (time := known[other])), None)
    if base is None:
        return None
    if isinstance(one.when, datetime):
        return on_day(one.when, base + timedelta(days=relation.days))
    if relation.hours is not None and isinstance(base, datetime):
        return base + timedelta(hours=relation.hours)
    return date(base.year, base.month, base.day) + timedelta(days=relation.days)


def once(held: list[Ceremony]) -> list[Ceremony]:
    """Leave away what is told twice; one without time and place says nothing of a kind that has them."""
    timed = {one.kind for one in held if one.at}
    placed = {(one.kind, one.at) for one in held if one.place}
    hours = {(one.kind, one.at[:10]) for one in held if one.at and "T" in one.at}
    kept = [one for one in held if one.at or one.kind not in timed]
    kept = [one for one in kept if one.place or not one.at or "T" in one.at or (one.kind, one.at) not in hours]
    kept = [one for one in kept if one.place or (one.kind, one.at) not in placed]
    buried = {one.at for one in held if one.kind == "funeral" and one.at and "T" in one.at}
    kept = [one for one in kept if one.kind != "farewell" or one.place or one.at not in buried]
    return list({(one.kind, one.at, one.place): one for one in kept}.values())
