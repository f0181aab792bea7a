"""Which of the times that a page prints are those of one of its notices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import takewhile

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices import words
from newsarchive.extract.notices.clock import Clock
from newsarchive.extract.notices.lengths import lasting
from newsarchive.extract.notices.parts import Part
from newsarchive.extract.notices.said import Said
from newsarchive.extract.notices.windows import COARSE, is_days, leans, windows
from newsarchive.items import Window

SATURDAY = 5
_WORKING = re.compile(words.WORKING_DAYS, re.I)
_NEW_TERM = re.compile(words.NEW_TERM, re.I)
_SINCE = re.compile(r"\bvelja(?:l[aoi]?|jo|ta)?\s+(?:že\s+)?od\b", re.I)
"""What tells of something that is over since when it was in force."""
_FUTURE = re.compile(r"\b(?:bo|bodo|bosta|bomo)\b", re.I)
_HAPPENED = re.compile(r"\b(?:je|so|sta)\s[^.;]{0,60}?\b\w{3,}(?:[aei]l|dl|rl|kl)[aoie]\b", re.I)
_ENDING = re.compile(words.CLOSES, re.I)
_BEGINS = re.compile(words.BEGINS, re.I)
_OVER = re.compile(words.OVER, re.I)
_FURTHER = re.compile(words.FURTHER, re.I)


def windows_of(part: Part, sentences: Iterable[Said], clock: Clock, *, ended: bool) -> list[Window]:
    """Give when a notice is in force; ``sentences`` are those that speak of it, ``ended`` whether it is over."""
    spans = _times(part, sentences, clock)
    if not spans:
        return []
    own = [part.statement, *part.rest]
    told = [one for one in own if not one.aside]
    spans = lasting(spans, " ".join(one.text for one in told))
    closes = "end" in part.fields or any(one.closes for one in told)
    found = windows(
        spans,
        [span for one in own for span in one.exceptions],
        closes=closes,
        ended=ended and not any(_SINCE.search(one.text) for one in told),
        open_end=any(one.open_end for one in told) and not closes,
    )
    return [one for one in found if not _is_weekend(one)] if _WORKING.search(part.statement.text) else found


def _is_weekend(window: Window) -> bool:
    """Tell whether a window with hours is on a Saturday or Sunday."""
    begins = window.starts or ""
    return "T" in begins and datetime.fromisoformat(begins).weekday() >= SATURDAY


def _times(part: Part, sentences: Iterable[Said], clock: Clock) -> list[TimeSpan]:
    """Give the times of the notice: those of its statement, or else of the first sentence that has some."""
    if "when" in part.fields:
        return clock.spans(", ".join(part.fields[name] for name in ("when", "end") if name in part.fields))
    further = [one for one in part.rest if one.times and not one.aside]
    begun = next((one.times for one in further if _BEGINS.search(one.text) and all(map(is_days, one.times))), None)
    if begun and part.statement.open_end and all(map(leans, part.statement.times)):
        return begun
    renewed = (one.times for one in further if _NEW_TERM.search(one.text))
    moved = _moved(further) if part.statement.outdated else None
    own = _completed(next(renewed, moved or part.statement.times), further)
    if own and all(span.grain in COARSE for span in own):
        own = next((one.times for one in further if one.action), own)
    if own and _NEW_TERM.search(part.statement.text):
        return own
    if own:
        return own + [span for one in further if one.action and _FURTHER.search(one.text) for span in one.times]
    listed = _listed(part)
    if listed:
        return listed
    told = next((one for one in sentences if one.times and (one.opens or not one.aside) and not _is_story(one)), None)
    return _completed(told.times, [one for one in further if one is not told]) if told else []


def _is_story(one: Said) -> bool:
    """Tell whether a sentence only says what happened before, at a moment: "Po neurju je drevo podrlo ograjo"."""
    told = one.action or _FUTURE.search(one.text) or any(span.edtf.endswith("/..") for span in one.times)
    return not told and bool(_HAPPENED.search(one.text))


def _moved(further: list[Said]) -> list[TimeSpan] | None:
    """Give the times of the sentence that says to when something was moved."""
    return next((one.times for one in further if one.action), further[0].times if further else None)


def _listed(part: Part) -> list[TimeSpan]:
    """Give the times of a list below a statement: "bo zaprta:", and each time in a line of its own."""
    if not part.statement.lists:
        return []
    entries = takewhile(lambda one: one.times and not one.area and not one.aside, part.rest)
    return [span for one in entries for span in one.times]


def _completed(own: list[TimeSpan], further: list[Said]) -> list[TimeSpan]:
    """Give the times of a statement with what only the sentences around it tell: the end, the day, the hours."""
    if len(own) == 1 and own[0].start and (own[0].end is None or own[0].end == own[0].start):
        own = _with_end(own[0], next((_end_of(one) for one in further if _ends(one)), None))
    opened = next((one.times for one in further if one.closes and _begins_with(one.times, own)), None)
    if opened:
        return opened
    if own and all("day from the text" in span.flags for span in own):
        own = next((one.times for one in further if all(map(is_days, one.times))), []) + own
    if not own or not all(map(is_days, own)):
        return own
    exact = [span for one in further for span in one.times if _is_exact(span, own)]
    same = (one for one in further if not _names_other(one, own))
    return exact or own + next((hours for one in same if (hours := _hours(one))), [])


def _names_other(one: Said, own: list[TimeSpan]) -> bool:
    """Tell whether a sentence names one day, and none of those that were told."""
    days = [span.start for span in one.times if span.start and span.start == span.end and is_days(span)]
    return len(days) == 1 and not any(str(span.start) <= str(days[0]) <= str(span.end or days[0]) for span in own)


def _with_end(first: TimeSpan, last: TimeSpan | None) -> list[TimeSpan]:
    """Add the end that a later sentence tells; only that, where the beginning is no more than the same day."""
    if last is None or (first.end is not None and not isinstance(last.end, datetime)):
        return [first]
    if isinstance(first.start, datetime):
        return [replace(first, end=None), _not_before(first.start, last)]
    same = first.end is not None and isinstance(last.end, datetime) and first.start == last.end.date()
    if same or first.end:
        return [last] if same else [first]
    return [replace(first, end=last.end, edtf=f"{first.start}/{last.end and last.end.isoformat()}")]


def _end_of(one: Said) -> TimeSpan:
    """Give the moment at which something is over."""
    span = _moment(one)
    assert span is not None
    return replace(span, start=None, end=span.end or span.start)


def _moment(one: Said) -> TimeSpan | None:
    """Give the only time of a sentence: a day and its hour are one."""
    if len(one.times) == len(("day", "hour")) and is_days(one.times[0]) and leans(one.times[1]):
        return one.times[1]
    return one.times[0] if len(one.times) == 1 else None


def _not_before(start: datetime, last: TimeSpan) -> TimeSpan:
    """Put an end that names only an hour on the day of the beginning."""
    end = last.end
    if not isinstance(end, datetime) or end > start:
        return last
    return replace(last, end=datetime.combine(start.date(), end.timetz()))


def _begins_with(times: list[TimeSpan], own: list[TimeSpan]) -> bool:
    """Tell whether moments of a beginning and an end begin on the only day that a statement names."""
    start = times[0].start
    return isinstance(start, datetime) and len(own) == 1 and is_opening(own[0]) and own[0].start == start.date()


def is_opening(span: TimeSpan) -> bool:
    """Tell whether a span is a day from which on something is."""
    return span.end is None and not isinstance(span.start, datetime)


def _is_exact(span: TimeSpan, days: list[TimeSpan]) -> bool:
    """Tell whether a later sentence gives a day's own hours, with its date."""
    if leans(span) or not isinstance(span.start, datetime) or not isinstance(span.end, datetime):
        return False
    return any(day.start == span.start.date() for day in days)


def _ends(one: Said) -> bool:
    """Tell whether a sentence only says when all will be over."""
    span = _moment(one)
    if span is None or not _ENDING.search(one.text):
        return False
    moment = span.end is None or span.end == span.start
    return span.start is None or (moment and bool(_OVER.search(one.text)))


def _hours(one: Said) -> list[TimeSpan]:
    """Give the times of a sentence that only names hours: those of the days that were named before."""
    whole = [span for span in one.times if span.start and span.end and not is_days(span)]
    if len(one.times) == 2 and not one.times[0].end and not one.times[1].start and all(map(leans, one.times)):
        return one.times
    hours = one.times if one.closes else whole
    return hours if hours and (one.closes or whole) and all(map(leans, hours)) else []
