"""The times that notices print: the words and the windows they mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from newsarchive.demo.texts import MONTHS, WEEKDAYS
from newsarchive.items import Window

ZONE = ZoneInfo("Europe/Ljubljana")
FROM_WEEKDAY = ("ponedeljka", "torka", "srede", "četrtka", "petka", "sobote", "nedelje")
Said = tuple[str, list[Window]]
"""The printed words and what they mean."""


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Give a wall time of the region."""
    return datetime.combine(day, time(hour, minute), ZONE)


def long_date(day: date) -> str:
    """Print a day in words.

    >>> long_date(date(2026, 1, 27))
    '27. januarja 2026'
    """
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def window(start: date | None, end: date | None) -> Window:
    """Make a window from days or moments; None is an open side.

    >>> window(date(2026, 1, 27), None).edtf
    '2026-01-27/..'
    """
    starts, ends = (None if side is None else side.isoformat() for side in (start, end))
    edtf = starts if starts == ends and starts else f"{starts or '..'}/{ends or '..'}"
    return Window(starts, ends, edtf)


def _hours(rng: Random, day: date) -> Said:
    first, last = rng.randint(6, 10), rng.randint(12, 20)
    words = f"v {WEEKDAYS[day.weekday()]}, {long_date(day)}, od {first}.00 do {last}.00"
    return words, [window(at(day, first), at(day, last))]


def _between(rng: Random, day: date) -> Said:
    first, last = rng.randint(6, 10), rng.randint(12, 20)
    words = f"v {WEEKDAYS[day.weekday()]}, {day.day}. {day.month}. {day.year}, med {first}. in {last}. uro"
    return words, [window(at(day, first), at(day, last))]


def _days(rng: Random, day: date) -> Said:
    last = day + timedelta(rng.randint(2, 9))
    first = f"{day.day}." if (day.year, day.month) == (last.year, last.month) else long_date(day)
    return f"od {first} do {long_date(last)}", [window(day, last)]


def _open(_: Random, day: date) -> Said:
    return f"od {long_date(day)} do preklica", [window(day, None)]


def _until(rng: Random, day: date) -> Said:
    hour = rng.randint(8, 15)
    return f"{long_date(day)} do {hour}.30 ure", [window(None, at(day, hour, 30))]


def _two_days(rng: Random, day: date) -> Said:
    second, first, last = day + timedelta(1), rng.randint(6, 9), rng.randint(14, 20)
    days = f"{day.day}. {day.month}. {day.year} in {second.day}. {second.month}. {second.year}"
    return f"{days}, med {first}. in {last}. uro", [window(at(one, first), at(one, last)) for one in (day, second)]


def _weekend(rng: Random, day: date) -> Said:
    last, hour, until = day + timedelta(rng.randint(1, 3)), rng.randint(14, 20), rng.randint(5, 9)
    start = f"od {FROM_WEEKDAY[day.weekday()]}, {long_date(day)}, od {hour}. ure"
    end = f"do {FROM_WEEKDAY[last.weekday()]}, {long_date(last)}, do {until}. ure"
    return f"{start} {end}", [window(at(day, hour), at(last, until))]


FORMS: tuple[Callable[[Random, date], Said], ...] = (
    _hours, _hours, _hours, _between, _between, _days, _open, _until, _two_days, _weekend,
)  # fmt: skip
"""The ways to print a time; those that are printed more often stand more often."""


def when(rng: Random, published: datetime) -> Said:
    """Draw the time that a notice announces: within ten days of its publication."""
    day = published.date() + timedelta(rng.randint(1, 10))
    return rng.choice(FORMS)(rng, day)
