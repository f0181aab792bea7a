"""Which day the words mean, seen from the day of publication."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from newsarchive.dates import holidays
from newsarchive.dates.said import Day

MISPRINT = timedelta(days=60)
"""A date so near to the publication with another weekday is a misprint, not the same date of another year."""
HALF_YEAR = timedelta(days=184)
NEAR = 14
"""Days: a date so near to the publication is meant even where the tense of the clause points the other way."""


@dataclass
class Context:
    """From where an expression is seen."""

    published: date | datetime | None
    tz: ZoneInfo
    direction: int = 0
    """Where the clause looks: -1 into the past, 1 into the future, 0 unknown."""
    mentioned: date | None = None
    """The day that the same paragraph spoke of before."""
    asked: bool = False
    """Whether the direction made a difference."""

    def tense(self) -> int:
        """Give the direction, and note that it was asked for: only where the words leave a choice."""
        self.asked = True
        return self.direction

    def looking(self, direction: int) -> Context:
        """Give the same view for an expression that looks where its own words say."""
        return Context(self.published, self.tz, direction, self.mentioned)

    @cached_property
    def today(self) -> date | None:
        """The day of publication, on the clocks of the timezone."""
        if isinstance(self.published, datetime):
            return self.published.astimezone(self.tz).date()
        return self.published

    @cached_property
    def now(self) -> datetime | None:
        """The moment of publication, where it is known."""
        return self.published.astimezone(self.tz) if isinstance(self.published, datetime) else None


def real(year: int, month: int, day: int) -> date | None:
    """Give the day, or None where the calendar has none such.

    >>> real(2026, 2, 31) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, months: int) -> date:
    """Give the day so many months on, the last of the month where that one is shorter.

    >>> moved(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def nearest(days: Iterable[date | None], today: date, direction: int) -> date | None:
    """Give the day nearest to `today` in a direction; against it only within `NEAR` days."""
    there = [day for day in days if day]
    ahead = [day for day in there if (day - today).days * direction >= 0]
    close = [day for day in there if abs((day - today).days) <= NEAR]
    return min(close or ahead or there, key=lambda day: abs((day - today).days), default=None)


def resolve(day: Day, context: Context) -> tuple[date, list[str]] | None:
    """Find the day that is meant, with flags; None where nothing fixes it."""
    if day.year is not None and day.month is not None and day.day is not None:
        return _checked(real(day.year, day.month, day.day), day)
    today = context.today
    if today is None:
        return _without_today(day)
    for says, find in _FINDERS:
        if all(getattr(day, name) is not None for name in says):
            return _checked(_safely(find, day, today, context), day)
    return None


def _without_today(day: Day) -> tuple[date, list[str]] | None:
    if day.name and day.year:
        return holidays.RULES[day.name](day.year), []
    return _checked(nth_of(day.year, day.month, day), day) if day.nth and day.month and day.year else None


def _safely(find: Finder, day: Day, today: date, context: Context) -> date | None:
    """Give None for days before the year 1 and after 9999."""
    try:
        return find(day, today, context)
    except (ValueError, OverflowError):
        return None


def _checked(found: date | None, day: Day) -> tuple[date, list[str]] | None:
    if found is None:
        return None
    wrong = day.weekday is not None and found.weekday() != day.weekday
    return found, ["weekday contradicts"] if wrong else []


def _years(day: Day, today: date) -> Iterable[int]:
    if day.year is not None:
        return [day.year]
    return [today.year + day.years] if day.years is not None else range(today.year - 1, today.year + 2)


def _in_month(day: Day, today: date, context: Context) -> date | None:
    """Choose the year of "27. januarja": the one in which a printed weekday fits, else the nearest."""
    assert day.month
    assert day.day
    years = list(_years(day, today))
    if day.month == 2 and day.day == 29 and len(years) > 1:
        years = list(range(today.year - 4, today.year + 5))
    days = [real(year, day.month, day.day) for year in years]
    fitting = [one for one in days if one and one.weekday() == day.weekday]
    best = nearest(days, today, context.tense() if len(days) > 1 else 0)
    if len(fitting) == 1 and best and (abs(fitting[0] - best) < HALF_YEAR or abs(best - today) > MISPRINT):
        return fitting[0]
    return best


def _of_named_month(day: Day, today: date, context: Context) -> date | None:
    assert day.months is not None
    assert day.day is not None
    month = moved(today.replace(day=1), day.months)
    return real(month.year, month.month, day.day)


def _named(day: Day, today: date, context: Context) -> date | None:
    rule = holidays.RULES[day.name or ""]
    years = list(_years(day, today))
    return nearest(map(rule, years), today, context.tense() if len(years) > 1 else 0)


def nth_of(year: int, month: int, day: Day) -> date | None:
    """Give the first, second … or last (-1) such weekday of a month."""
    assert day.weekday is not None
    assert day.nth is not None
    size = monthrange(year, month)[1]
    days = [one for one in (date(year, month, number) for number in range(1, size + 1)) if one.weekday() == day.weekday]
    return days[-1] if day.nth < 0 else days[day.nth - 1] if day.nth <= len(days) else None


def nth_weekday(month: date, day: Day) -> date | None:
    """Give the first, second … or last such weekday of the month in which a day lies."""
    return nth_of(month.year, month.month, day)


def _nth_of_month(day: Day, today: date, context: Context) -> date | None:
    assert day.month
    years = list(_years(day, today))
    return nearest((nth_of(year, day.month, day) for year in years), today, context.tense() if len(years) > 1 else 0)


def _nth_of_named(day: Day, today: date, context: Context) -> date | None:
    month = moved(today.replace(day=1), day.months or 0)
    return nth_of(month.year, month.month, day)


def _shifted(day: Day, today: date, context: Context) -> date:
    return today + timedelta(days=(day.shift or 0) + 7 * (day.weeks or 0))


def _numbered_weekday(day: Day, today: date, context: Context) -> date | None:
    """Find the month of "v soboto, 3.": the nearest in which the day and the weekday agree."""
    assert day.day
    months = (moved(today.replace(day=1), step) for step in range(-6, 7))
    days = [real(month.year, month.month, day.day) for month in months]
    return nearest([one for one in days if one and one.weekday() == day.weekday], today, context.tense() or 1)


def _weekday(day: Day, today: date, context: Context) -> date:
    assert day.weekday is not None
    ahead = (day.weekday - today.weekday()) % 7
    if day.turn is None:
        return today + timedelta(days=ahead - 7 if context.tense() < 0 and ahead else ahead)
    if day.turn < 0:
        return today + timedelta(days=ahead - 7)
    week = today - timedelta(days=today.weekday()) + timedelta(days=7 * day.turn + day.weekday)
    return week + timedelta(days=7) if day.turn == 0 and week < today and context.tense() > 0 else week


def _of_week(day: Day, today: date, context: Context) -> date:
    """Find "v torek prejšnji teden"."""
    return today + timedelta(days=7 * (day.weeks or 0) + (day.weekday or 0) - today.weekday())


Finder = Callable[[Day, date, Context], date | None]
_FINDERS: list[tuple[tuple[str, ...], Finder]] = [
    (("day", "month"), _in_month),
    (("day", "months"), _of_named_month),
    (("nth", "weekday", "month"), _nth_of_month),
    (("nth", "weekday"), _nth_of_named),
    (("name",), _named),
    (("shift",), _shifted),
    (("day", "weekday"), _numbered_weekday),
    (("weekday", "weeks"), _of_week),
    (("weekday",), _weekday),
]
"""What must be said, and how the day is then found; the first that fits."""
