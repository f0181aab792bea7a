"""Slovene time expressions, and the dates that pages, feeds and headers print, as spans of time."""

from __future__ import annotations

from datetime import date, datetime

from newsarchive.dates.printed import parse_date
from newsarchive.dates.span import TimeSpan

__all__ = ["TimeSpan", "find_dates", "parse_date"]


def find_dates(text: str, *, published: datetime | date | None, timezone: str = "Europe/Ljubljana") -> list[TimeSpan]:
    """Find every span of time that a text speaks of, in order, each with its position.

    `published` is the moment (aware) or the day from which "jutri" or a date without a year is seen; with None only
    what needs no such moment is resolved. Raises TypeError and ValueError for arguments that are none of these.

    >>> [span] = find_dates("v petek med 15. in 20. uro", published=date(2026, 1, 27))
    >>> span.edtf
    '2026-01-30T15:00:00+01:00/2026-01-30T20:00:00+01:00'
    """
    from newsarchive.dates import finding  # the grammar takes a moment to load: not for who only wants parse_date

    if not isinstance(text, str):
        raise TypeError(f"find_dates reads a text, not {type(text).__name__}.")
    return finding.find(text, finding.context(published, timezone))
