"""Entries of the archive as an iCalendar file (RFC 5545): notices and ceremonies in anybody's calendar.

Times stand on the clock of `ZONE`, with its rules in the file; whole days are days. What a portal wrote is text:
without control characters, cut where it is endless, escaped and folded by the library.
"""

from __future__ import annotations

import calendar as months
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from newsarchive import __version__
from newsarchive.archive.clean import clean_text

MIME = "text/calendar; charset=utf-8"
ZONE = ZoneInfo("Europe/Ljubljana")
RULES = (
    (TimezoneDaylight, "CEST", datetime(1996, 3, 31, 2), 1, 2, 3),  # noqa: DTZ001 (a VTIMEZONE tells wall times)
    (TimezoneStandard, "CET", datetime(1996, 10, 27, 3), 2, 1, 10),  # noqa: DTZ001
)
"""For each half of the year its name, when it first began, the hours from UTC before and after, and its month."""
RULED_SINCE = 1997
"""The first year that the rules are right for from its beginning; moments before it are written in UTC."""
YEARS = range(1900, 2200)
"""A day in another year is a slip of a pen; calendars fail on it."""
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""What no calendar can print, and what turns the direction of the text around it."""
BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
ADDRESS = re.compile(r"https?://[!-~]{1,2000}\Z")
SHORT, LONG = 250, 4000
"""Characters of a line and of a description that are told."""
Moment = date | datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a calendar shows."""

    uid: str
    """Its name for ever, so that a calendar knows what it has already."""
    summary: str
    starts: str | None
    """First moment or day, ISO 8601, as precise as the page was."""
    ends: str | None = None
    """Last moment or (inclusive) day."""
    description: str = ""
    location: str | None = None
    url: str | None = None
    modified: str | None = None
    """When the archive last saw it change, ISO 8601; without it, a calendar is told no moment of a change."""
    cancelled: bool = False
    odd: str = "The end that the page gives lies before the beginning."
    """What the description says where that is so."""


def calendar(entries: Iterable[Entry], name: str) -> bytes:
    """Write a calendar; entries without any day are left out.

    >>> calendar([Entry("a@b", "Brez vode", "2026-01-27")], "Voda").decode().splitlines()[-10:-5]
    ['BEGIN:VEVENT', 'SUMMARY:Brez vode', 'DTSTART;VALUE=DATE:20260127', 'DTEND;VALUE=DATE:20260128', ...]
    """
    return b"".join(calendar_lines(entries, name))


def calendar_lines(entries: Iterable[Entry], name: str) -> Iterator[bytes]:
    """Write a calendar piece by piece, an entry at a time, so that memory stays flat."""
    now = datetime.now(UTC)
    head, tail = _frame(name)
    yield head
    for entry in entries:
        event = _event(entry, now)
        if event is not None:
            yield event.to_ical()
    yield tail


def first(text: str | None) -> Moment | None:
    """Give the first moment or day of a time as precise as a page was; None for what is none.

    >>> first("2026-02"), first("2026-02-30")
    (datetime.date(2026, 2, 1), None)
    """
    return _read(text, lambda year, month: date(year, month or 1, 1))


def last(text: str | None) -> Moment | None:
    """Give the last moment or day of such a time.

    >>> last("2026-02"), last("2026")
    (datetime.date(2026, 2, 28), datetime.date(2026, 12, 31))
    """
    return _read(text, lambda year, month: date(year, month or 12, months.monthrange(year, month or 12)[1]))


def _read(text: str | None, of_month: Callable[[int, int | None], date]) -> Moment | None:
    try:
        found = _parse(text or "", of_month)
    except (ValueError, OverflowError):
        return None
    return found if found and found.year in YEARS else None


def _parse(text: str, of_month: Callable[[int, int | None], date]) -> Moment | None:
    if len(text) > len("2026-01-27"):
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)
    if len(text) == len("2026-01-27"):
        return date.fromisoformat(text)
    year, _, month = text.partition("-")
    return of_month(int(year), int(month) if month else None) if year.isdecimal() else None


@cache
def _zone() -> Timezone:
    """Describe the clock of `ZONE`: one rule for each half of the year, which every program understands."""
    zone = Timezone()
    zone.add("TZID", ZONE.key)
    for kind, name, since, before, after, month in RULES:
        half = kind()
        half.add("TZNAME", name)
        half.add("DTSTART", since)
        half.add("TZOFFSETFROM", timedelta(hours=before))
        half.add("TZOFFSETTO", timedelta(hours=after))
        half.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        zone.add_component(half)
    return zone


def _frame(name: str) -> tuple[bytes, bytes]:
    """Give what stands before and after the entries."""
    frame = Calendar()
    frame.add("PRODID", f"-//newsarchive//newsarchive {__version__}//SL")
    frame.add("VERSION", "2.0")
    frame.add("CALSCALE", "GREGORIAN")
    for key in ("NAME", "X-WR-CALNAME"):
        frame.add(key, line(name))
    frame.add("X-WR-TIMEZONE", ZONE.key)
    frame.add_component(_zone())
    tail = b"END:VCALENDAR\r\n"
    return frame.to_ical().removesuffix(tail), tail


def _event(entry: Entry, now: datetime) -> Event | None:
    starts, ends, odd = _span(first(entry.starts), last(entry.ends))
    if starts is None:
        return None
    event = Event()
    event.add("UID", line(entry.uid))
    event.add("SUMMARY", line(entry.summary))
    event.add("DTSTART", starts)
    if ends is not None:
        event.add("DTEND", ends)
    _add_words(event, entry, odd)
    _add_state(event, entry, now)
    return event


def _add_words(event: Event, entry: Entry, odd: bool) -> None:
    description = "\n".join(part for part in (entry.description, entry.odd if odd else "") if part)
    if description:
        event.add("DESCRIPTION", plain(description, LONG))
    if entry.location:
        event.add("LOCATION", line(entry.location))
    if entry.url and ADDRESS.match(entry.url):
        event.add("URL", entry.url)


def _add_state(event: Event, entry: Entry, now: datetime) -> None:
    event.add("STATUS", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")  # water that is cut off keeps nobody from an appointment
    changed = _utc(first(entry.modified))
    event.add("DTSTAMP", changed or now)
    if changed:
        event.add("LAST-MODIFIED", changed)


def _utc(moment: Moment | None) -> datetime | None:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else None


def _span(starts: Moment | None, ends: Moment | None) -> tuple[Moment | None, Moment | None, bool]:
    """Give the beginning and the exclusive end as a calendar wants them, and whether the end came too early.

    Both are days or both moments. Without an end it is one day or one moment; what has an end only stands there.
    """
    if starts is None or ends is None:
        return *_alone(starts if ends is None else ends), False
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        left, right = starts.astimezone(UTC), ends.astimezone(UTC)  # on one clock that moves, only UTC compares right
        return _wall(starts), _wall(ends) if left < right else None, right < left
    left_day, right_day = _day(starts), _day(ends)
    if right_day < left_day:
        return *_alone(starts), True
    return left_day, right_day + timedelta(days=1), False


def _alone(at: Moment | None) -> tuple[Moment | None, Moment | None]:
    if at is None or isinstance(at, datetime):
        return at and _wall(at), None
    return at, at + timedelta(days=1)


def _day(at: Moment) -> date:
    return at.astimezone(ZONE).date() if isinstance(at, datetime) else at


def _wall(at: datetime) -> datetime:
    """Put a moment on the clock of `ZONE`; in UTC what that clock shows for the second time, or had no rule for yet."""
    wall = at.astimezone(ZONE)
    return at.astimezone(UTC) if wall.fold or wall.year < RULED_SINCE else wall


def line(text: str) -> str:
    r"""Make one short line of a text.

    >>> line("Brez\r\nvode\x00 \u202e!")
    'Brez vode !'
    """
    return " ".join(plain(text[: SHORT * 4], SHORT).split())


def plain(text: str, most: int) -> str:
    """Give a text without what no calendar can print, and not longer than ``most``."""
    told = UNSEEN.sub("", BREAKS.sub("\n", clean_text(text[: most * 4]).replace("\t", " ")))
    return told if len(told) <= most else f"{told[: most - 1].rstrip()}…"
