"""From what an expression says to the stretches of time that it means, seen from the publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from newsarchive.dates import calendar, longer, moments, periods, printed
from newsarchive.dates.calendar import Context
from newsarchive.dates.moments import Stretch
from newsarchive.dates.said import Clock, Day, Reading, Window


def stretches(reading: Reading, context: Context) -> list[Stretch]:
    """Give every stretch that a reading means, in the order of its words; none where nothing fixes it."""
    try:
        return _KINDS[reading.kind](reading, context)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return []


Known = tuple[date, list[str], Clock | None]


def _resolved(day: Day, context: Context) -> Known | None:
    """Find a day; a machine's moment gives a clock time with it."""
    if day.stamp:
        value = printed.machine_date(day.stamp, context.tz)
        if isinstance(value, datetime):
            return value.date(), [], Clock(value.hour, value.minute)
        return (value, [], None) if value else None
    found = calendar.resolve(day, context)
    return (*found, None) if found else None


def _days(reading: Reading, context: Context) -> list[Stretch]:
    named = _once(reading.days, context)
    found = [_resolved(day, context) for day in named]
    known = _in_a_row(named, [one for one in found if one], context)
    known = [one for one, before in zip(known, [None, *known], strict=False) if not before or one[0] != before[0]]
    if not known:
        return _yearless(reading)
    context.mentioned = known[-1][0]
    flags = [flag for one in known for flag in one[1]] + reading.flags
    hours = reading.windows or [Window(one[2], single=True) for one in known if one[2]]
    if hours:
        return [moments.on_day(one[0], window, context.tz, flags) for one in known for window in hours]
    return [moments.whole_days(*run, flags) for run in moments.runs([one[0] for one in known])]


def _once(named: list[Day], context: Context) -> list[Day]:
    """Leave out the weekday that only repeats the date before it: "31. decembra, v sredo"."""
    kept = named[:1]
    for day in named[1:]:
        before = _resolved(kept[-1], context) if _bare(day) and kept[-1].day else None
        if not before or before[0].weekday() != day.weekday:
            kept.append(day)
    return kept


def _in_a_row(named: list[Day], known: list[Known], context: Context) -> list[Known]:
    """Let bare weekdays follow one another: on a Tuesday, "v ponedeljek in sredo" is the next week's Wednesday too."""
    if len(known) < 2 or len(known) < len(named) or any(day.weekday is None or day.day is not None for day in named):
        return known
    row = [known[0]]
    for day, flags, clock in known[1:]:
        row.append((row[-1][0] + timedelta(days=(day - row[-1][0]).days % 7), flags, clock))
    past = context.tense() < 0 and context.today and row[-1][0] > context.today
    return [(day - timedelta(days=7), flags, clock) for day, flags, clock in row] if past else row


def _yearless(reading: Reading) -> list[Stretch]:
    """Say of a day whose year nothing fixes what is known: its month and day."""
    day = reading.days[0]
    if day.month is None or day.day is None or day.year is not None or not calendar.real(2000, day.month, day.day):
        return []
    return [Stretch(None, None, "day", f"XXXX-{day.month:02}-{day.day:02}", ["no year", *reading.flags])]


def _hours(reading: Reading, context: Context) -> list[Stretch]:
    day = context.mentioned or context.today
    if day is None:
        return []
    flags = [*reading.flags, "day from the text" if context.mentioned else "day of publication"]
    return [moments.on_day(day, window, context.tz, flags) for window in reading.windows]


# Stretches of days


def _stretch(reading: Reading, context: Context) -> list[Stretch]:
    if reading.open:
        return _half_open(reading, context)
    first, last = reading.days
    if _bare(first) and _bare(last):
        return _week_days(reading, context)
    end = _resolved(last, context)
    if end is None:
        return []
    start = _resolved(first, _before(context, first, end[0]))
    if start is None:
        return []
    context.mentioned = end[0]
    first_day, last_day = _in_order(reading, start[0], end[0])
    return [_joined(reading, first_day, last_day, [*start[1], *end[1], *reading.flags], context)]


def _bare(day: Day) -> bool:
    """Say whether a day is nothing but a weekday."""
    return day == Day(weekday=day.weekday) and day.weekday is not None


def _week_days(reading: Reading, context: Context) -> list[Stretch]:
    """Count the second of two bare weekdays from the first: "od petka do nedelje"; a night follows the one before."""
    found = _resolved(reading.days[0], context)
    if found is None:
        return []
    first = found[0]
    if "night" in reading.flags and context.mentioned:
        first = context.mentioned + timedelta(days=(first - context.mentioned).days % 7)
    ahead = ((reading.days[1].weekday or 0) - first.weekday()) % 7 or 7
    context.mentioned = first + timedelta(days=ahead)
    return [_joined(reading, first, context.mentioned, reading.flags, context)]


def _before(context: Context, first: Day, end: date) -> Context:
    """See the first day from the last, where the words leave its week or year open: "od petka do nedelje"."""
    open_year = first.day is not None and first.year is None and first.years is None
    if first.turn is not None or first.shift is not None or not (open_year or first.day is None):
        return context
    return Context(end, context.tz, -1)


def _in_order(reading: Reading, first: date, last: date) -> tuple[date, date]:
    """Move an end whose week or year is open behind the first day: "od jutri do srede", "od danes do 3. januarja"."""
    day = reading.days[1]
    if last < first and day.day is None and day.weekday is not None and day.turn is None:
        return first, last + timedelta(days=7)
    if last < first and day.day and day.month and day.year is None and day.years is None:
        later = calendar.real(last.year + 1, day.month, day.day)
        last = later if later and timedelta(0) <= later - first < calendar.HALF_YEAR else last
    return first, last


def _joined(reading: Reading, first: date, last: date, flags: list[str], context: Context) -> Stretch:
    """Give a stretch from the opening on its first day to the closing on its last."""
    hours = reading.windows[0] if reading.windows else None
    opening = hours.start if hours else reading.opening
    closing = (hours.end or hours.start) if hours else reading.closing
    if opening is None and closing is None:
        return moments.whole_days(first, last, flags)
    if hours:
        flags = [*flags, "each day"]
    start = moments.moment(first, opening, context.tz)[0] if opening else first
    end = moments.moment(last, closing, context.tz)[0] if closing else last
    grain = moments.grain((opening, closing))
    return Stretch(start, end, grain, moments.edtf(start, end, about="about" in flags), flags)


def _half_open(reading: Reading, context: Context) -> list[Stretch]:
    seen = context.looking(context.tense() or 1) if reading.open == "start" else context
    found = _resolved(reading.days[0], seen)
    if found is None:
        return _yearless(reading)
    context.mentioned = found[0]
    clock = reading.closing or reading.opening or found[2]
    flags = [*found[1], *reading.flags]
    if clock:
        window = Window(None, clock) if reading.open == "start" else Window(clock)
        return [moments.on_day(found[0], window, context.tz, flags)]
    start, end = (None, found[0]) if reading.open == "start" else (found[0], None)
    text = moments.edtf(start, end, about="about" in flags, open_side=reading.open)
    return [Stretch(start, end, "day", text, flags)]


def _night(reading: Reading, context: Context) -> list[Stretch]:
    """Give the two days of a night: "v noči na soboto" ends on that Saturday, "minula noč" on the day itself."""
    morning = _resolved(reading.days[0], context) if reading.days else None
    last = morning[0] if morning else context.today
    if last is None or (reading.days and not morning):
        return []
    ahead = "coming" in reading.flags
    first = last if ahead else last - timedelta(days=1)
    return [moments.whole_days(first, first + timedelta(days=1), reading.flags)]


# Durations, repetitions and what has no bounds


def _duration(reading: Reading, context: Context) -> list[Stretch]:
    """Count "trajala bo 14 dni" from the day that the text spoke of before."""
    first = _resolved(reading.days[0], context) if reading.days else None
    start, period = first[0] if first else context.mentioned, reading.periods[0]
    if start is None or period.unit not in ("day", "week", "month", "year"):
        return []
    length = periods.extent(period, Context(start, context.tz))
    if length is None:
        return []
    return [moments.whole_days(start, length[1] - timedelta(days=1), [*reading.flags, "duration"])]


def _repeat(reading: Reading, context: Context) -> list[Stretch]:
    """Give the first time of a repetition, from the day of publication on."""
    today = context.today
    if today is None or reading.rule is None:
        return []
    day = min((_next(one, today) for one in reading.days), default=None) or _first_by_rule(reading.rule, today)
    if not reading.windows:
        return [moments.whole_days(day, day, reading.flags)]
    return [moments.on_day(day, window, context.tz, reading.flags) for window in reading.windows]


def _next(day: Day, today: date) -> date:
    for step in range(400):
        one = today + timedelta(days=step)
        fits = one.weekday() == day.weekday if day.weekday is not None else one.day == day.day
        if fits and (day.nth is None or calendar.nth_weekday(one, day) == one):
            return one
    return today


def _first_by_rule(rule: str, today: date) -> date:
    days = {"BYDAY=MO,TU,WE,TH,FR": range(5), "BYDAY=SA,SU": (5, 6)}.get(rule.rpartition(";")[2], range(7))
    return next(day for day in (today + timedelta(days=n) for n in range(7)) if day.weekday() in days)


def _revoked(reading: Reading, context: Context) -> list[Stretch]:
    return [Stretch(None, None, "none", "../..", reading.flags)]


_KINDS: dict[str, Callable[[Reading, Context], list[Stretch]]] = {
    "days": _days, "hours": _hours, "stretch": _stretch, "night": _night, "periods": longer.periods_of,
    "period list": longer.period_list_of, "distance": longer.distance_of, "repeat": _repeat, "revoked": _revoked,
    "duration": _duration,
}  # fmt: skip
