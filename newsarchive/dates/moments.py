"""From days and hours to moments, and their EDTF."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from newsarchive.dates import zones
from newsarchive.dates.said import Clock, Window

Point = date | datetime | None


@dataclass
class Stretch:
    """A stretch of time that is known: what becomes a `TimeSpan` when its words are put beside it."""

    start: Point
    end: Point
    grain: str
    edtf: str
    flags: list[str] = field(default_factory=list)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """The flags, each once."""
        return tuple(dict.fromkeys(self.flags))


def minutes(clock: Clock) -> int:
    """Give the minutes since midnight.

    >>> minutes(Clock(8, back=30))
    450
    """
    return clock.hour * 60 + (clock.minute or 0) - clock.back


def moment(day: date, clock: Clock, tz: ZoneInfo) -> tuple[datetime, list[str]]:
    """Give the moment when the clocks show this time on that day, with a flag where they show it twice or never."""
    since = minutes(clock)
    day, since = day + timedelta(days=since // 1440), since % 1440
    odd = zones.unusual(day, since // 60, since % 60, tz)
    return zones.at(day, since // 60, since % 60, tz), [odd] if odd else []


def grain(clocks: Iterable[Clock | None]) -> str:
    """Give the finest grain of some clock times."""
    return "minute" if any(clock and clock.grain == "minute" for clock in clocks) else "hour"


def edtf(start: Point, end: Point, *, about: bool = False, open_side: str = "") -> str:
    """Write a stretch in EDTF: one day or moment alone, an open side as ``..``, "about" as ``~``.

    >>> edtf(None, date(2026, 3, 31), open_side="start")
    '../2026-03-31'
    """
    mark = "~" if about else ""
    first, last = (point.isoformat() + mark if point else ".." for point in (start, end))
    if open_side:
        return f"{first}/.." if open_side == "end" else f"../{last}"
    if start is None or end is None or start == end:
        return first if start else last
    return f"{first}/{last}"


def on_day(day: date, window: Window, tz: ZoneInfo, flags: list[str]) -> Stretch:
    """Put the hours of a window on a day."""
    start, odd = moment(day, window.start, tz) if window.start else (None, [])
    end, odd_end = moment(day + timedelta(days=window.next_day), window.end, tz) if window.end else (None, [])
    flags = [*flags, *odd, *odd_end]
    if start and end and end <= start:
        end, flags = _after_midnight(day, window, start, end, tz, flags)
    side = "" if window.single or (start and end) else "end" if start else "start"
    return Stretch(start, end, grain(window[:2]), edtf(start, end, about="about" in flags, open_side=side), flags)


def _after_midnight(
    day: date, window: Window, start: datetime, end: datetime, tz: ZoneInfo, flags: list[str]
) -> tuple[datetime, list[str]]:
    """Take an earlier hour as the next day's, from an evening or into a morning; else keep it, flagged."""
    assert window.end
    if start.hour >= 16 or end.hour <= 8 or start == end:
        return moment(day + timedelta(days=1), window.end, tz)[0], flags
    return end, [*flags, "reversed"]


def whole_days(first: date, last: date, flags: list[str]) -> Stretch:
    """Give whole days, from the first to the last."""
    flags = [*flags, "reversed"] if last < first else flags
    return Stretch(first, last, "day", edtf(first, last, about="about" in flags), flags)


def runs(days: list[date]) -> list[tuple[date, date]]:
    """Join days that follow one another: a Saturday and its Sunday are one run."""
    joined: list[tuple[date, date]] = []
    for day in days:
        if joined and day - joined[-1][1] == timedelta(days=1):
            joined[-1] = (joined[-1][0], day)
        else:
            joined.append((day, day))
    return joined
