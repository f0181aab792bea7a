"""Times that come again and again until a day: "vsak torek do konca maja med 8. in 10. uro"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices import words

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAYS = re.compile(rf"(?:od\s+)?(?:{words.WEEKDAYS})\s+do\s+(?:{words.WEEKDAYS})\b(?!,?\s*\d{{1,2}}\.\s*\d)", re.I)
"""Days of a week that are told without their dates."""
_WEEKDAY_FIRST = re.compile(rf"(?:ob\s+)?(?:{words.WEEKDAYS}),\s+(?!\d{{1,2}}\.\s?(?:\d|[^\W\d]{{3}}))\S", re.I)
"""A weekday without its date, and behind a comma the hours of all other days."""


def weekdays(rule: str | None) -> list[str]:
    """Give the days of the week that a rule names.

    >>> weekdays("FREQ=WEEKLY;BYDAY=TU,TH"), weekdays("FREQ=DAILY")
    (['TU', 'TH'], [])
    """
    return rule.partition("BYDAY=")[2].split(",") if rule and "BYDAY=" in rule else []


def bounded(spans: list[TimeSpan]) -> list[TimeSpan]:
    """Give the run of days through which weekdays come again, and their hours as those of its days.

    >>> from newsarchive.dates import find_dates
    >>> told = "ob sredah od 8. do 10. ure do 20. maja"
    >>> found = find_dates(told, published=date(2026, 5, 4), timezone="Europe/Ljubljana")
    >>> [(str(span.start)[:10], str(span.end)[:10], span.rule) for span in bounded(found)]
    [('2026-05-06', '2026-05-20', None), ('2026-05-06', '2026-05-06', 'FREQ=WEEKLY;BYDAY=WE')]
    """
    weekly = next((span for span in spans if span.start and rule_of(span)), None)
    last = next((span for span in spans if _is_last(span)), None)
    if weekly is None or last is None:
        return spans
    clocked = isinstance(weekly.start, datetime)
    hours = weekly if clocked else next((span for span in spans if isinstance(span.start, datetime)), None)
    start, end = max(filter(None, (_day(weekly.start), _day(last.start)))), _day(last.end)
    if hours is None or end is None or start >= end or any(span not in (weekly, last, hours) for span in spans):
        return spans
    run = replace(weekly, start=start, end=end, grain="day", rule=None, flags=(), edtf=f"{start}/{end}")
    return [run, replace(hours, rule=rule_of(weekly), flags=("day from the text",))]


def rule_of(span: TimeSpan) -> str | None:
    """Give the weekdays on which a span comes again."""
    if weekdays(span.rule):
        return span.rule
    start, end = _day(span.start), _day(span.end)
    if "each day" not in span.flags or start is None or end is None or not _WEEKDAYS.match(span.text):
        return None
    return f"FREQ=WEEKLY;BYDAY={','.join(DAYS[start.weekday() : end.weekday() + 1])}"


def _is_last(span: TimeSpan) -> bool:
    """Tell whether a span is the day until which something goes on, or the month through which it does."""
    until = span.start is None and _day(span.end) is not None
    return not span.rule and not isinstance(span.end, datetime) and (until or span.grain == "month")


def _day(side: date | datetime | None) -> date | None:
    return side.date() if isinstance(side, datetime) else side


def without_weekdays(spans: list[TimeSpan], exceptions: list[TimeSpan]) -> tuple[list[TimeSpan], list[TimeSpan]]:
    """Part a weekday that is excepted from the hours behind it: "z izjemo nedelje, med 7. in 17. uro"."""
    if len(exceptions) != 1 or any(isinstance(span.start or span.end, datetime) for span in spans):
        return spans, exceptions
    told = exceptions[0]
    if not isinstance(told.start, datetime) or not told.end or not _WEEKDAY_FIRST.match(told.text):
        return spans, exceptions
    free = weekdays(told.rule) or [DAYS[told.start.weekday()]]
    rule = f"FREQ=WEEKLY;BYDAY={','.join(day for day in DAYS if day not in free)}"
    return [*spans, replace(told, rule=rule, flags=("day from the text",))], []
