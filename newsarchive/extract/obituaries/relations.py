"""Ceremonies that are told by another: "po maši", "uro pred pogrebom", "na dan pogreba"."""

from __future__ import annotations

from dataclasses import dataclass

from newsarchive.extract.obituaries.rites import DAYS, HOURS, OFFSET, REFERS, TARGETS


@dataclass(frozen=True, slots=True)
class Relation:
    """How a ceremony lies to another."""

    kind: str | None
    """Kind of the other; None for the one that is told nearest."""
    hours: float | None = None
    """Hours after it; None where they are not told."""
    days: int = 0
    """Days after it."""


def relation_in(text: str) -> Relation | None:
    """Read how a clause puts its ceremony by another.

    >>> relation_in("Maša bo pol ure pred pogrebom.")
    Relation(kind='funeral', hours=-0.5, days=0)
    """
    refers = REFERS.search(text)
    offset, day = OFFSET.search(text), DAYS.search(text)
    if not (refers or offset or day):
        return None
    told = refers[0] if refers else text[offset.end() :] if offset else ""
    kind = next((name for name, form in TARGETS.items() if form.search(told)), None)
    hours = days = None
    if offset:
        hours = HOURS.get((offset["count"] or "eno").casefold(), 1.0) * _sign(offset["way"])
    if day:
        days = -1 if day["eve"] else 1 if day["next"] else _sign(day["way"])
    return Relation(kind, hours, days or 0)


def _sign(way: str) -> int:
    return -1 if way.casefold().startswith("pre") else 1
