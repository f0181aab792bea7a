"""Stretches of time, and what is left of one without its exceptions."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

Moment = date | datetime
Side = Moment | None
Stretch = tuple[Side, Side]
"""Start and end; days are both inclusive."""


def without(stretch: Stretch, first: Moment, last: Moment) -> list[Stretch]:
    """Take a time out of a stretch; both parts that are left, where it lies inside."""
    start, end = stretch
    if start is None or end is None:
        return [stretch]
    if not isinstance(first, datetime) and not isinstance(last, datetime) and _lies_in(start, end, first, last):
        return []
    if not isinstance(start, datetime) and not isinstance(first, datetime):
        before, after = first - timedelta(1), last + timedelta(1)
        return (
            [part for part in ((start, before), (after, end)) if part[0] <= part[1]]
            if start <= first <= last <= end
            else [stretch]
        )
    zone = next((side.tzinfo for side in (start, end, first, last) if isinstance(side, datetime)), None)
    opening, closing, leaves, returns = (
        _moment(side, zone, number % 2) for number, side in enumerate((start, end, first, last))
    )
    if not opening <= leaves <= returns <= closing:
        return [stretch]
    return [part for part in ((opening, leaves), (returns, closing)) if part[0] < part[1]]


def _lies_in(start: Moment, end: Moment, first: date, last: date) -> bool:
    """Tell whether a stretch with hours lies in days that are left out."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return False
    return first <= start.date() and end.date() <= last


def _moment(side: Moment, zone: object, next_day: int) -> datetime:
    """Give a moment; a day is its beginning, as an end the beginning of the next."""
    if isinstance(side, datetime):
        return side
    return datetime.combine(side + timedelta(next_day), time(), zone)  # type: ignore[arg-type]  # a tzinfo or None
