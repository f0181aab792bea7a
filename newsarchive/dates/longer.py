"""What periods and distances mean: months, years, "pred dvema urama", "v zadnjih 24 urah"."""

from __future__ import annotations

from datetime import UTC, date, timedelta

from newsarchive.dates import calendar, moments, periods
from newsarchive.dates.calendar import Context
from newsarchive.dates.moments import Stretch
from newsarchive.dates.said import Period, Reading

_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAYS = {"day": 1, "week": 7, "weekend": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def periods_of(reading: Reading, context: Context) -> list[Stretch]:
    """Give a period, or the stretch from a first to a last one."""
    named = reading.periods
    if named[0].amount and named[0].unit == "hour":
        return _counted_hours(named[0], context, reading.flags)
    known = [one for one in _extents(reading, _leaning(reading, context)) if one]
    if len(known) < len(named):
        return []
    grain = periods.grain(named[-1])
    if reading.open:
        return [_open_period(reading, known[0], grain)]
    start, end = known[0][0], known[-1][1]
    text = known[0][2] if len(known) == 1 else f"{known[0][2]}/{known[-1][2]}"
    flags = [*reading.flags, "reversed"] if end < start else reading.flags
    return [Stretch(start, end, grain, text, flags)]


def _open_period(reading: Reading, extent: tuple[date, date, str], grain: str) -> Stretch:
    """Give "do konca marca" its end, "od leta 2019" its start; "do začetka marca" ends where March begins."""
    stage = reading.periods[0].stage
    start = end = None
    if reading.open == "end":
        start = extent[0]
    else:
        end = extent[0] if stage == "start" else extent[1]
    return Stretch(
        start, end, "day" if stage else grain, moments.edtf(start, end, open_side=reading.open), reading.flags
    )


def _extents(reading: Reading, context: Context) -> list[tuple[date, date, str] | None]:
    """Resolve the periods, a later one without a year from the first: "od oktobra do marca"."""
    first = periods.extent(reading.periods[0], context)
    after = Context(first[0], context.tz, 1) if first and len(reading.periods) > 1 else context
    return [first, *(periods.extent(one, context if one.years is not None else after) for one in reading.periods[1:])]


def _counted_hours(period: Period, context: Context, flags: list[str]) -> list[Stretch]:
    """Give "v zadnjih 24 urah", "v naslednjih dveh urah"."""
    if context.now is None or not period.turn or not period.amount:
        return []
    then = (context.now.astimezone(UTC) + timedelta(hours=period.turn * period.amount)).astimezone(context.tz)
    start, end = sorted((context.now, then))
    return [Stretch(start, end, "hour", moments.edtf(start, end), flags)]


def _leaning(reading: Reading, context: Context) -> Context:
    """Look ahead from "do konca marca" unless the clause is in the past."""
    if reading.open != "start":
        return context
    return context.looking(context.tense() or 1)


def period_list_of(reading: Reading, context: Context) -> list[Stretch]:
    """Give the periods of a list: those that follow one another as one."""
    first = periods.extent(reading.periods[0], context)
    second = periods.extent(reading.periods[1], Context(first[1], context.tz, 1) if first else context)
    known = [one for one in (first, second) if one]
    if len(known) == 2 and (known[1][0] - known[0][1]).days == 1:
        return periods_of(reading, context)
    grain = periods.grain(reading.periods[-1])
    return [Stretch(first, last, grain, text, reading.flags) for first, last, text in known]


def distance_of(reading: Reading, context: Context) -> list[Stretch]:
    """Give the day or the moment so far from the publication."""
    distance = reading.distance
    assert distance
    if distance.unit in _SECONDS:
        return _by_the_clock(distance.amount * _SECONDS[distance.unit], context, reading.flags)
    today = context.today
    if today is None:
        return []
    try:
        day = _away(today, distance.unit, distance.amount)
    except ValueError:
        return []
    if _MONTHS.get(distance.unit, 0) * abs(distance.amount) >= 12:
        return [Stretch(day, None, "year", f"{day.year:04}~", [*reading.flags, "about"])]
    return [moments.whole_days(day, day, reading.flags)]


def _by_the_clock(seconds: float, context: Context, flags: list[str]) -> list[Stretch]:
    if context.now is None:
        return []
    then = (context.now.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(context.tz).replace(microsecond=0)
    return [Stretch(then, None, "minute", moments.edtf(then, None), flags)]


def _away(today: date, unit: str, count: float) -> date:
    if unit in _DAYS:
        return today + timedelta(days=round(count * _DAYS[unit]))
    months = count * _MONTHS[unit]
    whole = int(months)
    return calendar.moved(today, whole) + timedelta(days=round((months - whole) * 30))
