"""Nights that are told by the two days they lie between: "s srede na četrtek", "s 15. na 16. maj"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices import words
from newsarchive.extract.notices.windows import leans

NOON = 12
_FIRST = re.compile(rf"\b(?:s|z|iz)\s+\d{{1,2}}\.(?:\s?(?:{words.MONTHS}|\d{{1,2}}\.))?,?\s+na\s+$", re.I)
"""The day before the night, which the second day's month completes."""
_MOVED = re.compile(words.MOVED, re.I)
_FROM = re.compile(r"\b(?:s|z|iz)\s+$", re.I)
_ONTO = re.compile(r"\s+na\s+\w", re.I)
_DAY = timedelta(1)


def in_nights(spans: list[TimeSpan], text: str) -> list[TimeSpan]:
    """Give the spans of a text with its nights: hours behind them begin on the first of their days.

    >>> from newsarchive.dates import find_dates
    >>> told = "s 15. na 16. marec 2026, med 21. in 5. uro"
    >>> found = find_dates(told, published=date(2026, 3, 1), timezone="Europe/Ljubljana")
    >>> [str(span.start) for span in in_nights(found, told)]
    ['2026-03-15 21:00:00+01:00']
    """
    found: list[TimeSpan] = []
    for span in spans:
        if found and found[-1].position == span.position and _is_onto(span, text):
            continue
        found.append(_in_night(span, text))
        if _is_overnight(span) and ["night" in one.flags for one in found[:-1]] == [True]:
            found[-2:] = _with_hours(found[-2], span)
    return found


def _is_overnight(span: TimeSpan) -> bool:
    """Tell whether a span is hours of an evening and a morning, behind no day of their own."""
    start, end = span.start, span.end
    hours = isinstance(start, datetime) and isinstance(end, datetime) and end.hour < NOON <= start.hour
    return hours and leans(span) and not span.rule


def _with_hours(night: TimeSpan, hours: TimeSpan) -> list[TimeSpan]:
    """Give the only night and the hours behind it as one stretch, each in its place."""
    assert night.start is not None
    assert isinstance(hours.start, datetime)
    assert isinstance(hours.end, datetime)
    start = datetime.combine(night.start, hours.start.timetz())
    end = datetime.combine(start.date() + _DAY, hours.end.timetz())
    return [replace(_with(span, start, end), flags=()) for span in (night, hours)]


def _is_onto(span: TimeSpan, text: str) -> bool:
    """Tell whether a span is named as one day and the next."""
    return bool(_ONTO.search(span.text) and _FROM.search(text[max(span.position - 4, 0) : span.position]))


def _in_night(span: TimeSpan, text: str) -> TimeSpan:
    if _FIRST.search(text[max(span.position - 30, 0) : span.position]) and not _MOVED.search(text):
        return _from_evening(span)
    whole = type(span.start) is date and type(span.end) is date
    if whole and span.start and span.end and span.end - span.start == _DAY and _is_onto(span, text):
        return replace(span, flags=(*span.flags, "night"))
    return span


def _from_evening(span: TimeSpan) -> TimeSpan:
    """Give a span of the second day as one that begins on the first."""
    start, end = span.start, span.end
    if isinstance(start, datetime):
        both = start - _DAY, end and end - _DAY
        return _with(span, *both) if start.hour >= NOON else span
    return replace(_with(span, start - _DAY, end), flags=(*span.flags, "night")) if start and start == end else span


def _with(span: TimeSpan, start: date, end: date | None) -> TimeSpan:
    return replace(span, start=start, end=end, edtf=f"{start.isoformat()}/{end.isoformat() if end else '..'}")
