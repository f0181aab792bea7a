"""From when to when a period reaches: a month, a season, the second half of a year, the end of a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from newsarchive.dates.calendar import Context, moved, nth_of
from newsarchive.dates.said import Day, Period

Days = tuple[date, date]
GRAINS = {"school": "year", "quarter": "season", "halfyear": "season", "weekend": "day"}
"""Units whose grain has another name."""

_EDTF_PART = {"quarter": 32, "halfyear": 39}
_STEP = {"month": 1, "season": 12, "quarter": 3, "halfyear": 6, "year": 12, "decade": 120, "century": 1200}


def extent(period: Period, context: Context) -> tuple[date, date, str] | None:
    """Give the first and the last day of a period and its EDTF; None where nothing fixes it."""
    try:
        whole = _counted(period, context) if period.amount else _UNITS[period.unit](period, context)
    except (KeyError, ValueError, OverflowError):
        return None
    if whole is None:
        return None
    if period.stage or period.share:
        first, last = part(period, whole)
        return first, last, f"{first}~/{last}~" if period.stage else f"{first}/{last}"
    return *whole, _edtf(period, whole)


def grain(period: Period) -> str:
    """Name the grain of a period."""
    if period.unit == "year" and period.share:
        return "season"
    return GRAINS.get(period.unit, period.unit)


def _edtf(period: Period, days: Days) -> str:
    first, last = days
    if period.amount:
        return f"{first}/{last}"
    texts = {
        "year": f"{first.year:04}", "month": f"{first.year:04}-{first.month:02}",
        "decade": f"{first.year // 10:03}X", "century": f"{first.year // 100:02}XX",
    }  # fmt: skip
    if period.unit == "season":
        return f"{first.year:04}-{period.number}"
    if period.unit in _EDTF_PART:
        return f"{first.year:04}-{_EDTF_PART[period.unit] + (period.number or 0)}"
    return texts.get(period.unit, f"{first}/{last}")


# Parts

_STAGES_OF_YEAR = {"start": (0, 3), "middle": (4, 8), "end": (9, 12)}
"""Months: the start of a year is its first quarter, the end its last."""


def part(period: Period, whole: Days) -> Days:
    """Give the part of a period: its start, middle or end (a third), or the half or third that is named."""
    first, last = whole
    if period.unit == "week" and period.stage:
        low, high = {"start": (0, 1), "middle": (2, 3), "end": (5, 6)}[period.stage]
        return first + timedelta(days=low), first + timedelta(days=high)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    share = period.share or 3
    which = {"start": 1, "middle": 2, "end": 3}.get(period.stage or "", period.nth or 1)
    which = share if which < 0 else min(which, share)
    if period.stage and months == 12:
        low, high = _STAGES_OF_YEAR[period.stage]
        return moved(first, low), moved(first, high) - timedelta(days=1)
    if months >= share:
        return moved(first, months * (which - 1) // share), moved(first, months * which // share) - timedelta(days=1)
    return _of_month(whole, which, share, decades=bool(period.stage))


def _of_month(whole: Days, which: int, share: int, decades: bool) -> Days:
    """Cut a month: "v začetku" to the 10th, "sredi" 10th to 20th, "konec" from the 20th; halves at the 15th."""
    first, last = whole
    if decades and first.month == last.month:
        return first.replace(day=max(1, 10 * which - 10)), last if which == 3 else first.replace(day=10 * which)
    size = (last - first).days + 1
    return first + timedelta(days=size * (which - 1) // share), first + timedelta(days=size * which // share - 1)


# Units


def _year(period: Period, today: date | None) -> int | None:
    if period.year is not None:
        return period.year
    return today.year + period.years if today and period.years is not None else None


def _choose(period: Period, context: Context, whole: Callable[[int], Days]) -> Days | None:
    """Give the instance of a yearly period that the words or, failing these, the tense and nearness point to."""
    year = _year(period, context.today)
    if year is not None:
        return whole(year)
    today = context.today
    if today is None:
        return None
    all_ = [whole(today.year + step) for step in (-2, -1, 0, 1, 2)]
    if period.turn is not None:
        return _turned(all_, period.turn, today)
    tense = context.tense()
    there = [days for days in all_ if tense == 0 or (days[0] <= today if tense < 0 else days[1] >= today)]
    return min(there, key=lambda days: _gap(days, today))


def _gap(days: Days, today: date) -> int:
    return max((days[0] - today).days, (today - days[1]).days, 0)


def _turned(all_: list[Days], turn: int, today: date) -> Days:
    if turn < 0:
        return [days for days in all_ if days[1] < today][-1]
    if turn > 0:
        return next(days for days in all_ if days[0] > today)
    return min(all_, key=lambda days: _gap(days, today))


def _months(year: int, month: int, count: int) -> Days:
    first = date(year, 1, 1) if month == 1 else moved(date(year, 1, 1), month - 1)
    return first, moved(first, count) - timedelta(days=1)


def _month(period: Period, context: Context) -> Days | None:
    today = context.today
    if period.number is None:
        return _running(period, context, lambda day: _months(day.year, day.month, 1), 1)
    number = period.number
    if today and today.month == number and period.year is None and period.years is None and not period.turn:
        return _months(today.year, number, 1)
    return _choose(period, context, lambda year: _months(year, number, 1))


def _season(period: Period, context: Context) -> Days | None:
    start = {21: 3, 22: 6, 23: 9, 24: 12}[period.number or 0]
    if start == 12 and period.years is not None and context.today and context.today.month < 3:
        period = period._replace(years=period.years - 1)
    return _choose(period, context, lambda year: _months(year, start, 3))


def _slice(size: int) -> Callable[[Period, Context], Days | None]:
    def find(period: Period, context: Context) -> Days | None:
        number = period.number or 1
        start = 13 - size if number < 0 else size * (number - 1) + 1
        return _choose(period, context, lambda year: _months(year, start, size)) if start <= 12 else None

    return find


def _running(period: Period, context: Context, whole: Callable[[date], Days], months: int) -> Days | None:
    """Give the month, year … in which the publication falls, or so many before or after it."""
    today = context.today
    if today is None:
        return None
    days = whole(moved(today, months * (period.turn or 0)))
    passed = period.stage and period.turn is None and context.tense() < 0 and part(period, days)[0] > today
    return whole(moved(today, -months)) if passed else days


def _school_year(period: Period, context: Context) -> Days | None:
    """Give the twelve months that begin with the numbered one: September of schools, October of universities."""
    return _months(period.year, period.number, 12) if period.year and period.number else None


def _whole_year(period: Period, context: Context) -> Days | None:
    year = _year(period, context.today)
    if year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    return _running(period, context, lambda day: (date(day.year, 1, 1), date(day.year, 12, 31)), 12)


def _week_of_month(period: Period, weekday: int, before: int, after: int) -> Callable[[int], Days]:
    """Find a week or a weekend of a month by the weekday that must lie in it."""

    def find(year: int) -> Days:
        day = nth_of(year, period.number or 1, Day(weekday=weekday, nth=period.nth or 1))
        if day is None:
            raise ValueError("no such week in this month")
        return day - timedelta(days=before), day + timedelta(days=after)

    return find


def _week(period: Period, context: Context) -> Days | None:
    if period.number:
        return _choose(period, context, _week_of_month(period, weekday=3, before=3, after=3))
    if context.today is None:
        return None
    monday = context.today - timedelta(days=context.today.weekday() - 7 * (period.turn or 0))
    return monday, monday + timedelta(days=6)


def _weekend(period: Period, context: Context) -> Days | None:
    if period.number:
        return _choose(period, context, _week_of_month(period, weekday=5, before=0, after=1))
    week = _week(period, context)
    return (week[1] - timedelta(days=1), week[1]) if week else None


def _decade(period: Period, context: Context) -> Days | None:
    if period.number is None:
        today = context.today
        first = today.year // 10 * 10 + 10 * (period.turn or 0) if today else None
    else:
        first = ((period.nth or 20) - 1) * 100 + period.number // 10 * 10
    return (date(first, 1, 1), date(first + 9, 12, 31)) if first else None


def _century(period: Period, context: Context) -> Days | None:
    number = period.number
    if number is None and context.today:
        number = (context.today.year - 1) // 100 + 1 + (period.turn or 0)
    if not number or not 0 < number < 100:
        return None
    return date(100 * number - 99, 1, 1), date(100 * number, 12, 31)


def _counted(period: Period, context: Context) -> Days | None:
    """Give "v zadnjih treh tednih", "prihodnjih 14 dni": from or up to the day of publication."""
    today = context.today
    if today is None or not period.turn or period.amount is None:
        return None
    steps = {"day": 1.0, "week": 7.0, "weekend": 7.0}
    if period.unit in steps:
        other = today + timedelta(days=round(period.turn * period.amount * steps[period.unit]))
    elif period.unit in _STEP:
        other = moved(today, round(period.turn * period.amount * _STEP[period.unit]))
    else:
        return None
    return min(today, other), max(today, other)


_UNITS: dict[str, Callable[[Period, Context], Days | None]] = {
    "month": _month, "season": _season, "quarter": _slice(3), "halfyear": _slice(6), "year": _whole_year,
    "school": _school_year,
    "week": _week, "weekend": _weekend, "decade": _decade, "century": _century,
}  # fmt: skip
