"""When: the times of a statement as windows, without those that speak of something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices.regular import DAYS, bounded, rule_of, weekdays, without_weekdays
from newsarchive.extract.notices.stretches import Side, Stretch, without
from newsarchive.items import Window

MOST_DAYS = 62
"""A longer run of days stays one window."""
NIGHT_GAP = 14
"""Characters that may stand between the two halves of "s torka od 23. ure na sredo do 5. ure"."""
NOON = 12
LONG_RUN = 28
"""Days; through so many hours of weekdays come again."""
COARSE = ("week", "month", "season", "year", "decade", "century")


def windows(
    spans: Iterable[TimeSpan],
    exceptions: Iterable[TimeSpan] = (),
    *,
    closes: bool = False,
    open_end: bool = False,
    ended: bool = False,
) -> list[Window]:
    """Turn the times of a statement into windows; in the times of ``exceptions`` it is not in force.

    ``closes`` says that the second of two moments ends what begins at the first, ``open_end`` that a day begins
    something whose end is not known, ``ended`` that the only moment told is the end.
    """
    spans, exceptions = without_weekdays(_finest(bounded(list(spans))), list(exceptions))
    stretches = _said_once(_expanded(_halves_joined(spans)))
    if ended and len(stretches) == 1 and _is_one(*stretches[0]):
        stretches = [(None, stretches[0][0])]
    if len(stretches) == 2 and (closes or _is_open(*stretches) or _goes_on(*stretches)):
        stretches = _closed(*stretches)
    if open_end and len(stretches) == 1 and _is_one(*stretches[0]):
        stretches = [(stretches[0][0], None)]
    for exception in exceptions:
        if exception.start and exception.end and not exception.rule:
            stretches = [left for stretch in stretches for left in without(stretch, exception.start, exception.end)]
    found = {(_text(start), _text(end)): None for start, end in stretches if start or end}
    edtf = {(_text(span.start), _text(span.end)): span.edtf for span in spans}
    return [Window(start, end, edtf.get((start, end)) or _edtf(start, end)) for start, end in found]


def _finest(spans: list[TimeSpan]) -> list[TimeSpan]:
    """Drop weeks, months and years where days or hours are told too, and weekdays without end: no day is theirs.

    Hours that come again through a long run of days are those of an office, not of what is announced.
    """
    run = next((span for span in spans if is_days(span) and _days_in(span) >= LONG_RUN), None)
    if run and any(map(rule_of, spans)):
        return [run]
    told = [span for span in spans if not _is_weekday(span)]
    return [span for span in told if span.grain not in COARSE] or told


def _days_in(span: TimeSpan) -> int:
    return (span.end - span.start).days if span.start and span.end else 0


def _is_weekday(span: TimeSpan) -> bool:
    """Tell whether a span is a day that comes again and again, and no hours."""
    return bool(span.rule) and not isinstance(span.start or span.end, datetime)


def _said_once(stretches: list[Stretch]) -> list[Stretch]:
    """Drop days all of which have hours too."""
    begun = {start.date() for start, end in stretches if isinstance(start, datetime) and end}
    stretches = [(start, end) for start, end in stretches if end or isinstance(start, datetime) or start not in begun]
    clocks = [
        (_day(start), _day(end))
        for start, end in stretches
        if isinstance(start, datetime) and isinstance(end, datetime)
    ]
    return [
        (start, end)
        for start, end in stretches
        if isinstance(start, datetime) or isinstance(end, datetime) or not start or not end
        or not any((first <= start and end <= last) or _is_night(start, end, first) for first, last in clocks)
    ]  # fmt: skip


def _is_night(start: date, end: date, begins: date) -> bool:
    """Tell whether two days are a night that has its hours too."""
    return (end - start).days == 1 and start <= begins <= end


def _day(side: datetime) -> date:
    return side.date()


def _is_one(start: Side, end: Side) -> bool:
    """Tell whether a stretch is one day or one moment."""
    return start is not None and end in (None, start)


def _is_open(first: Stretch, second: Stretch) -> bool:
    """Tell whether one stretch has only a beginning, and the other only an end."""
    return isinstance(first[0], datetime) and first[1] is None and second[0] is None


def _goes_on(first: Stretch, second: Stretch) -> bool:
    """Tell whether one stretch is a day, and the other the day until which it goes on."""
    days = not isinstance(first[0], datetime) and not isinstance(second[1], datetime)
    return bool(
        days and first[0] and second[1] and second[0] is None and _is_one(*first) and str(second[1]) > str(first[0])
    )


def _closed(first: Stretch, second: Stretch) -> list[Stretch]:
    """Join the moment of a beginning and that of an end."""
    ends = second[1] or second[0]
    if first[0] and ends and _is_one(*first) and (second[0] is None or _is_one(*second)) and str(first[0]) < str(ends):
        return [(first[0], ends)]
    return [first, second]


def _text(side: Side) -> str | None:
    return side.isoformat() if side else None


def _edtf(start: str | None, end: str | None) -> str:
    return start if start and start == end else f"{start or '..'}/{end or '..'}"


def _halves_joined(spans: list[TimeSpan]) -> list[TimeSpan]:
    """Join an open start and an open end that stand side by side."""
    joined: list[TimeSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and _are_halves(last, span):
            joined[-1] = _with_end(last, span)
        else:
            joined.append(span)
    return joined


def _are_halves(one: TimeSpan, other: TimeSpan) -> bool:
    gap = other.position - one.position - len(one.text)
    if one.end or other.start or not isinstance(one.start, datetime) or not isinstance(other.end, datetime):
        return False
    return 0 <= gap <= NIGHT_GAP and (one.start < other.end or "day from the text" in other.flags)


def _with_end(one: TimeSpan, other: TimeSpan) -> TimeSpan:
    length = other.position + len(other.text) - one.position
    if isinstance(one.start, datetime) and isinstance(other.end, datetime) and other.end <= one.start:
        other = replace(other, end=other.end + timedelta(1))
    return TimeSpan(
        one.text.ljust(length, "§"),
        one.position,
        one.start,
        other.end,
        one.grain,
        f"{_text(one.start)}/{_text(other.end)}",
    )


def _expanded(spans: list[TimeSpan]) -> list[Stretch]:
    """Give each day of a run its hours, wherever the text prints them: "od 4. do 8. maja, vsak dan do 14. ure"."""
    any_days = any(map(is_days, spans))
    days: list[Stretch] = []
    found: list[Stretch] = []
    waiting: TimeSpan | None = None
    timed: list[Stretch] = []
    for number, span in enumerate(spans):
        if is_days(span):
            days = days if found and found[-1] in days else []
            stretch = _days_of(span, spans[number + 1 :])
            days.append(stretch)
            found += _on_days([stretch], waiting) if waiting else [stretch]
            waiting = None
        elif days and leans(span):
            found = [one for one in found if one not in days] + _on_days(days, span)
            days, timed = [], days
        elif timed and leans(span) and leans(spans[number - 1]) and span.start and span.end:
            found += _on_days(timed, span)
        elif _waits(span, spans[number + 1 :], any_days):
            waiting = span
        else:
            found += _each_day(span)
    return found


def _waits(span: TimeSpan, following: list[TimeSpan], any_days: bool) -> bool:
    """Tell whether hours belong to the days that follow: "od 8. do 12. ure bo v sredo, 6. maja"."""
    if span.rule and isinstance(span.start, datetime) and any_days:
        return True
    if "day of publication" not in span.flags or not following or not is_days(following[0]):
        return False
    return not any(leans(later) for later in following)


def _days_of(span: TimeSpan, following: list[TimeSpan]) -> Stretch:
    """Give the days of a span; a night has the one on which its hours begin."""
    hours = following[0].start if following and leans(following[0]) else None
    if "night" not in span.flags or not isinstance(hours, datetime):
        return span.start, span.end
    day = span.start if hours.hour >= NOON else span.end
    return day, day


def is_days(span: TimeSpan) -> bool:
    """Tell whether a span is whole days."""
    whole = not isinstance(span.start, datetime) and not isinstance(span.end, datetime)
    return whole and span.start is not None and span.end is not None and span.rule is None


def leans(span: TimeSpan) -> bool:
    """Tell whether a span is only hours, of the days before it."""
    only_hours = "day from the text" in span.flags or "day of publication" in span.flags or bool(span.rule)
    return only_hours and isinstance(span.start or span.end, datetime)


def _each_day(span: TimeSpan) -> list[Stretch]:
    """Part a run of days with hours of each day into its days."""
    start, end = span.start, span.end
    if "each day" not in span.flags or not isinstance(start, datetime) or not isinstance(end, datetime):
        return [(start, end)]
    return _on_days([(start.date(), end.date())], span)


def _on_days(days: list[Stretch], hours: TimeSpan) -> list[Stretch]:
    """Put hours on each of some days."""
    found: list[Stretch] = []
    for first, last in days:
        assert isinstance(first, date)
        assert isinstance(last, date)
        length = (last - first).days
        if not 0 <= length <= MOST_DAYS:
            found.append((first, last))
            continue
        run = (first + timedelta(number) for number in range(length + 1))
        found += [_on_day(day, hours) for day in run if _is_meant(day, hours.rule)]
    return found


def _is_meant(day: date, rule: str | None) -> bool:
    named = weekdays(rule)
    return not named or DAYS[day.weekday()] in named


def _on_day(day: date, hours: TimeSpan) -> Stretch:
    start, end = (_at(day, side) if isinstance(side, datetime) else None for side in (hours.start, hours.end))
    if start and end and end < start:
        end = _at(day + timedelta(1), end)
    return start, end


def _at(day: date, clock: datetime) -> datetime:
    return datetime.combine(day, clock.timetz())
