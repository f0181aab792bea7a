"""Wall time: what a clock on the town hall shows, switch days included."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ABBREVIATIONS = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "mez": 60, "sec": 60,
    "cest": 120, "mesz": 120, "eet": 120, "eest": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
"""Minutes east of UTC for the zone abbreviations that feeds, headers and systems print."""
SHARED = frozenset(("ist", "ast", "gst", "sst"))
"""Abbreviations that distant zones share: the clock time with one of them is unknown, the day is not."""


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """Give the timezone of an IANA name.

    Raises ValueError for a name that the system does not know.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError) as error:
        raise ValueError(f"Unknown timezone {name!r}: give an IANA name such as 'Europe/Ljubljana'.") from error


def offset(text: str) -> timezone | None:
    """Read ``+01:00``, ``+0100``, ``+01``, ``Z``, ``CEST``; None for what is no offset.

    >>> offset("+0130")
    datetime.timezone(datetime.timedelta(seconds=5400))
    """
    known = ABBREVIATIONS.get(text.casefold())
    if known is not None:
        return timezone(timedelta(minutes=known))
    digits = text[1:].replace(":", "").ljust(4, "0")
    if text[:1] not in "+-−" or not digits.isdecimal() or int(digits) > 1500:
        return None
    minutes = int(digits[:2]) * 60 + int(digits[2:4])
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))


def at(day: date, hour: int, minute: int, tz: ZoneInfo, second: int = 0) -> datetime:
    """Give the moment when the clocks of `tz` show this time; hour 24 is midnight after the day.

    A time that a switch to summer skips is read as if the clock had not been moved yet (02:30 becomes 03:30);
    of a time that the switch to winter shows twice, it is the first.

    >>> at(date(2026, 3, 29), 2, 30, zone("Europe/Ljubljana")).isoformat()
    '2026-03-29T03:30:00+02:00'
    """
    if hour == 24:
        day, hour = day + timedelta(days=1), 0
    wall = datetime.combine(day, time(hour, minute, second), tz)
    return wall.astimezone(UTC).astimezone(tz)


def unusual(day: date, hour: int, minute: int, tz: ZoneInfo) -> str | None:
    """Say whether the clock shows this time twice ("ambiguous"), never ("skipped") or, as usual, once (None)."""
    wall = datetime.combine(day, time(hour % 24, minute), tz)
    before, after = wall.utcoffset(), wall.replace(fold=1).utcoffset()
    if before == after or before is None or after is None:
        return None
    return "ambiguous" if before > after else "skipped"
