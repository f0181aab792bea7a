"""A month as a calendar's sheet: weeks from Monday to Sunday."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from newsarchive.exporting.calendars import YEARS

MONTH = len("2026-01")


def day_of(text: str | None) -> date | None:
    """Read a day; what is none is None.

    >>> day_of("2026-01-27"), day_of("2026-02-30"), day_of("20260127")
    (datetime.date(2026, 1, 27), None, None)
    """
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if day.year in YEARS and day.isoformat() == text else None


def month_of(text: str | None) -> date | None:
    """Read a month, and give its first day; what is none is None.

    >>> month_of("2026-02"), month_of("2026-2")
    (datetime.date(2026, 2, 1), None)
    """
    return day_of(f"{text}-01") if text and len(text) == MONTH else None


def last_day(month: date) -> date:
    """Give the last day of a month.

    >>> last_day(date(2028, 2, 5))
    datetime.date(2028, 2, 29)
    """
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def beside(month: date, step: int) -> str | None:
    """Name the month before (-1) or after (1); None where the years of the archive end.

    >>> beside(date(2026, 1, 1), -1), beside(date(2026, 12, 31), 1)
    ('2025-12', '2027-01')
    """
    other = month.replace(day=1) - timedelta(days=1) if step < 0 else last_day(month) + timedelta(days=1)
    return other.isoformat()[:MONTH] if other.year in YEARS else None


def weeks(month: date) -> list[list[date | None]]:
    """Give the weeks of a month; None stands for a day of another month.

    >>> [day and day.day for day in weeks(date(2026, 2, 1))[0]]
    [None, None, None, None, None, None, 1]
    """
    sheet = calendar.Calendar().monthdatescalendar(month.year, month.month)
    return [[day if day.month == month.month else None for day in week] for week in sheet]
