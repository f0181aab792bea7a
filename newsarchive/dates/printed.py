"""One publication date, as a page, a feed or a header prints it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from newsarchive.dates import forms, words, zones

LONGEST = 100
"""Characters; no publication date is longer."""

_MONTHS = words.MONTHS | words.MONTH_ABBREVIATIONS | words.MONTHS_NEXT_DOOR | words.ROMAN
_DAYS = words.WEEKDAYS | words.WEEKDAY_ABBREVIATIONS
_SPACES = re.compile(r"[\s\u200b\ufeff]+")
_PLACE = re.compile(r"\s*(?:V )?[A-ZČŠŽ][^\W\d_]+(?:[ /-][^\W\d_]+){0,3}, *(?:dne )?(?=\d)")
"""The place before a date: "Celje, 31. 1. 2026"."""
_EPOCH = re.compile(r"1?\d{9}(?:\d{3})?(?:\.\d+)?")
Parts = Mapping[str, str | None]


def parse_date(
    text: str,
    *,
    timezone: str = "Europe/Ljubljana",
    languages: Sequence[str] = ("sl",),
    base: datetime | None = None,
) -> date | datetime | None:
    """Read one publication date; None unless the whole text is one.

    Gives a ``date`` when no clock time is printed, else an aware ``datetime`` in `timezone`. Labels, a weekday and
    separators around the date are read over. `languages` are ISO 639-1 codes in the order to try; `base` is the
    moment from which "danes" or "pred 2 urama" count (without it they are None).

    Raises TypeError for what is no text, ValueError for an unknown timezone or a naive `base`.

    >>> parse_date("27. januar 2026 ob 9:12").isoformat()
    '2026-01-27T09:12:00+01:00'
    >>> parse_date("Objavljeno: 3.9.2025")
    datetime.date(2025, 9, 3)
    >>> parse_date("V petek, 3. 9. 2025, je na stadionu odmevala glasba") is None
    True
    """
    if not isinstance(text, str):
        raise TypeError(f"parse_date reads a text, not {type(text).__name__}.")
    tz = zones.zone(timezone)
    if len(text) > LONGEST:
        return None
    folded = clean(text)
    placed = _PLACE.match(text)
    return (
        _machine(folded, tz)
        or (_machine(clean(text[placed.end() :]), tz) if placed else None)
        or _relative(folded, base, tz)
        or _foreign(folded, tuple(languages), tz)
    )


def clean(text: str) -> str:
    """Give the text folded, with single spaces, without its labels and closing marks."""
    folded = words.fold(unicodedata.normalize("NFC", _SPACES.sub(" ", text)))
    return forms.pattern(forms.LABEL).sub("", folded.strip(" |,;:–—-()[]") + " ", count=1).strip(" |,;:()[]")


def machine_date(text: str, tz: ZoneInfo) -> date | datetime | None:
    """Read a machine's date as it stands in a text."""
    return _machine(clean(text), tz)


def _machine(folded: str, tz: ZoneInfo) -> date | datetime | None:
    for form in forms.FORMS:
        found = forms.pattern(form).fullmatch(folded)
        value = found and _value(found.groupdict(), tz)
        if value:
            return value
    slashed = forms.pattern(forms.SLASHED).fullmatch(folded)
    if slashed:
        return _slashed(slashed.groupdict(), tz)
    return _epoch(folded, tz)


def _relative(folded: str, base: datetime | None, tz: ZoneInfo) -> date | datetime | None:
    """Read "pred 2 urama", "danes ob 9.12" or "27. januar", counted from `base`."""
    if base is None:
        return None
    from newsarchive.dates import finding  # reads publication dates itself, by way of this module

    spans = finding.find(folded, finding.context(base, tz.key))
    if len(spans) != 1 or spans[0].text != folded or spans[0].grain not in ("day", "hour", "minute"):
        return None
    return spans[0].start if spans[0].end in (None, spans[0].start) and not spans[0].edtf.endswith("/..") else None


def _value(parts: Parts, tz: ZoneInfo) -> date | datetime | None:
    """Build the day or the moment; None where the calendar has no such day."""
    word = parts.get("word")
    month = _MONTHS[word] if word else int(parts["month"] or 0)
    try:
        day = date(_year(parts["year"] or ""), month, int(parts["day"] or 0))
        return _moment(day, parts, tz) if parts.get("hour") else day
    except (ValueError, OverflowError):
        return None


def _year(digits: str) -> int:
    short = digits.lstrip("’'")
    if len(short) == 4:
        return int(short)
    return int(short) + (2000 if int(short) < 70 else 1900)


def _moment(day: date, parts: Parts, tz: ZoneInfo) -> date | datetime | None:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    if parts.get("half"):
        hour = hour % 12 + (12 if parts["half"] == "p" else 0)
    named = parts.get("zone") or parts.get("zone2")
    if not named:
        return zones.at(day, hour, minute, tz, second)
    fixed = zones.offset(named)
    if fixed is None:
        return day if named in zones.SHARED else None
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=fixed).astimezone(tz)


def _slashed(parts: dict[str, str | None], tz: ZoneInfo) -> date | datetime | None:
    """Read 5/11/2021 as 5 November, unless a weekday says that the month stands first."""
    first, second = parts["first"], parts["second_"]
    day_first = _value(parts | {"day": first, "month": second}, tz)
    month_first = _value(parts | {"day": second, "month": first}, tz)
    weekday = _DAYS.get((parts["weekday"] or "").strip(" ,."))
    if month_first and (day_first is None or (weekday is not None and month_first.weekday() == weekday)):
        return month_first
    return day_first


def _epoch(folded: str, tz: ZoneInfo) -> datetime | None:
    """Read seconds or milliseconds since 1970, from 2001 on."""
    if not _EPOCH.fullmatch(folded):
        return None
    number = float(folded)
    seconds = number / 1000 if number > 99_999_999_999 else number
    return datetime.fromtimestamp(seconds, UTC).astimezone(tz).replace(microsecond=0)


_NEIGHBOURS = {"bs": ("bs", "hr", "sr-Latn"), "sr": ("sr-Latn", "sr"), "hr": ("hr", "sr-Latn")}
"""Languages that dateparser knows better under a neighbour's name."""
_OURS = frozenset(("sl", "en", "de"))
"""Languages whose months and days stand in our own tables."""


@lru_cache(maxsize=256)
def _foreign(folded: str, languages: tuple[str, ...], tz: ZoneInfo) -> date | datetime | None:
    """Read another language's date: the day by dateparser, the clock time by our own pattern."""
    if _OURS.issuperset(languages) or not re.search(r"\d{4}", folded):
        return None
    clock = forms.pattern(forms.FOREIGN_CLOCK).search(folded)
    if clock is None:
        return _day(folded, languages)
    day = _day(folded[: clock.start()], languages)
    return _moment(day, clock.groupdict(), tz) if day else None


def _day(text: str, languages: tuple[str, ...]) -> date | None:
    from dateparser.date import DateDataParser  # a quarter of a second: only when a foreign form asks for it

    known = list(dict.fromkeys(name for code in languages for name in _NEIGHBOURS.get(code, (code,))))
    settings = {"DATE_ORDER": "DMY", "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    found = DateDataParser(languages=known, settings=settings).get_date_data(text.strip(" ,"))
    return found.date_obj.date() if found and found.date_obj and found.period == "day" else None
