"""How a span of time is said, on the clock of its page and no more exactly than it is known."""

from __future__ import annotations

from datetime import date, datetime

from newsarchive.exporting.calendars import Moment, first, last
from newsarchive.web.languages import Language

OPEN = "/.."
"""How EDTF ends where a page says that there is no end yet, other than where it says nothing."""
DAY = len("2026-01-27")


def told(language: Language, starts: str | None, ends: str | None, edtf: str | None = None) -> str:
    """Say a window of time.

    >>> from newsarchive.web.languages import language
    >>> told(language("sl"), "2026-01-29T07:00:00+01:00", "2026-01-29T17:00:00+01:00")
    'četrtek, 29. 1. 2026, 7.00–17.00'
    >>> told(language("sl"), "2026-02-02", None, "2026-02-02/..")
    'od 2. 2. 2026 do preklica'
    >>> told(language("en"), None, "2026-02-06T09:30:00+01:00")
    'until 6 February 2026, 09:30, beginning not given'
    """
    left, right = first(starts), last(ends)
    if left is None or right is None:
        return _half(language, starts if left else None, ends if right else None, edtf or "")
    assert starts is not None
    assert ends is not None
    if is_odd(left, right):
        return language("when.odd", from_=_side(language, starts), to=language.day(ends))
    if _date(left) == _date(right) and len(starts) >= DAY:
        return _within(language, starts, left, right)
    return language("when.between", from_=language.day(starts), to=language.day(ends))


def is_odd(left: Moment, right: Moment) -> bool:
    """Tell whether an end lies before its beginning."""
    if isinstance(left, datetime) and isinstance(right, datetime):
        return right < left
    return _date(right) < _date(left)


def _half(language: Language, starts: str | None, ends: str | None, edtf: str) -> str:
    if starts:
        return language("when.revoked" if edtf.endswith(OPEN) else "when.since", from_=language.day(starts))
    return language("when.until", to=language.day(ends)) if ends else language("when.unsaid")


def _within(language: Language, starts: str, left: Moment, right: Moment) -> str:
    if not isinstance(left, datetime) or not isinstance(right, datetime) or left == right:
        return _side(language, starts)
    day, weekday = language.day(starts[:DAY]), language.weekday(starts)
    return language("when.hours", weekday=weekday, day=day, from_=clock(language, left), to=clock(language, right))


def _side(language: Language, text: str) -> str:
    """Say one moment or day, with its weekday where it has one."""
    day = language.day(text)
    return language("when.on", weekday=language.weekday(text), day=day) if len(text) >= DAY else day


def clock(language: Language, at: datetime) -> str:
    """Say an hour.

    >>> from newsarchive.web.languages import language
    >>> clock(language("sl"), datetime.fromisoformat("2026-01-29T07:05:00+01:00"))
    '7.05'
    """
    return f"{at.hour}.{at:%M}" if language.code == "sl" else f"{at:%H:%M}"


def on_day(language: Language, at: str | None) -> str:
    """Say a moment or day with its weekday; nothing for what is none."""
    return _side(language, at) if at and first(at) else ""


def at_hour(language: Language, at: str | None) -> str:
    """Say the hour of a moment; nothing where none is told."""
    moment = first(at)
    return clock(language, moment) if isinstance(moment, datetime) else ""


def _date(at: Moment) -> date:
    return at.date() if isinstance(at, datetime) else at
