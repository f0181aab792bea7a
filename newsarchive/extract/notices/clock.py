"""When the times of a text are, seen from where it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from newsarchive.dates import TimeSpan, find_dates
from newsarchive.extract.notices import words
from newsarchive.extract.notices.nights import in_nights

TIME = "§"
"""Stands for each character of a time in a masked text."""
HIDDEN = "¤"
"""Stands for each character of what was read already in a masked text."""
_STREET_DATE = re.compile(
    rf"(?P<head>(?=[A-ZČŠŽ])(?:{words.STREET_HEADS})\s+)(?P<date>\d{{1,2}}\.\s(?:{words.MONTHS}))\b"
)
"""The day that a street is named after, which is no time."""
_DATED = re.compile(
    rf"(?P<head>\b(?:{words.DOCUMENTS})\w*(?:\s+(?:št\.|številk\w+|\S{{0,12}}\d\S{{0,30}})){{0,3}},?\s+z\s+dne\s+)"
    rf"(?P<date>\d{{1,2}}\.\s?(?:\d{{1,2}}\.|(?:{words.MONTHS}))(?:\s?\d{{4}})?)",
    re.I,
)
"""The day of a permit or a decision: "dovoljenje z dne 3. 2. 2025"."""
_PART_OF_DAY = re.compile(
    r"\b(?P<side>od|do)\s+(?:jutra|večera|dopoldneva|popoldneva|poldneva|opoldneva)\s+\((?P<clock>\d{1,2}[.:]\d{2})\)",
    re.I,
)
"""A part of the day with its hour: "od jutra (6.00)"."""
_ABOUT = re.compile(
    r"(?<=\bin\s)(?:predvidoma|približno|okvirno|okoli|najkasneje)(?=\s\d)|(?<=\d\.\s)pa(?=\sdo\s\d)", re.I
)
"""What may stand before the second hour: "med 7. in predvidoma 14. uro"."""
_NIGHTS = re.compile(
    rf"\b(?:s|z|iz)\s+(?:{words.WEEKDAYS})\s+na\s+(?:{words.WEEKDAYS})\s+\(?(?P<a>\d{{1,2}}\.)/(?P<b>\d{{1,2}}\.)\s?(?P<month>\w+|\d{{1,2}}\.)\)?",
    re.I,
)
"""A night with its weekdays and both dates: "s torka na sredo (18./19. avgust)"."""
_CLOCKS_DATED = re.compile(
    r"\bmed\s(?P<a>\d{1,2}[.:]\d{2})\s\((?P<on>\d{1,2}\.\s?\d{1,2}\.)\)\sin\s(?P<b>\d{1,2}[.:]\d{2})\s\((?P<to>\d{1,2}\.\s?\d{1,2}\.)\)"
)
"""Hours with their days in brackets: "med 22.00 (20. 3.) in 5.00 (21. 3.)"."""
_MOVED = re.compile(words.MOVED, re.I)
_NIGHT = re.compile(r"\bnoč", re.I)
_ONTO = re.compile(rf"(?<=[\d.a]),?\sna(?=\s(?:{words.WEEKDAYS}),?\s\d)", re.I)
"""What stands between the old day and the new one of something that is moved."""
_AFTER_HOUR = re.compile(r"(?<=\dh)\.(?=\s|$)|(?<=\bure)\s(?:dalje|naprej)(?=\s*,?\s(?:do|vse\s+do)\b)", re.I)
"""What may stand behind an hour: a full stop, or what says no more than "from"."""
_WHOM = re.compile(r"(?<=\d[.:]\d\d\s)(?:odjemal|prebival|uporabni|gospodinj|stanoval|vozil)\w*", re.I)
"""Whom hours concern, which makes them no amount: "od 7.30 do 9.30 odjemalci"."""
_NAMED_STREET = re.compile(
    rf"(?P<front>(?=[A-ZČŠŽ])\w+\s)(?P<head>trg\w{{0,2}}|ulic\w|cest\w)(?=\s\d{{1,2}}\.\s?(?:in|do|–|-|\d|{words.MONTHS}))"
)
"""A street that has its whole name before the day behind it: "na Glavnem trgu 17. in 18. maja"."""
_TWICE = re.compile(
    r"\bmed (?P<a>\d{1,2}\.?) in (?P<b>\d{1,2}\.?) (?P<and>ter|in) med (?P<c>\d{1,2}\.?) in (?P<d>\d{1,2}\.?) uro\b",
    re.I,
)
"""Two stretches of hours of which only the second says that it is hours."""
_ORDINAL = re.compile(r"(?<![\d.])\b\d{1,2}\.(?=\s[^\W\d_a-zčšž]\w+(?:ega|emu)\s[a-zčšž])")
"""The number of an event: "12. Martinovega teka"."""
_WEEKDAY = re.compile(
    rf"(?:(?:od|do|med|v|na|iz|noči|in|ter|s|z|vsak\w*)\s+|,\s*|(?:{words.WEEKDAYS})\b\s*|(?:zvečer|zjutraj|dopoldne|popoldne|ponoči)\b\s*)+(?:(?:od|med|do|ob)\s+\d.*|\d[\d:.–-]*)?",
    re.I,
)
"""A time that names weekdays and no date."""
_HOUR = ":00"
_BARE_HOURS = re.compile(
    rf"(?:(?:{words.WEEKDAYS})|\d\.\s?(?:\d{{1,2}}\.|(?:{words.MONTHS})|(?:januar|februar|marec|april|maj|junij|julij|avgust|(?:sept|okt|nov|dec)emb?o?e?r))(?:\s?\d{{4}})?),?"
    r"\s(?P<from>[01]?\d|2[0-4])[–-](?P<to>[01]?\d|2[0-4])(?=[,;)\s]|\.?$)", re.I
)  # fmt: skip
"""Hours behind a day that only their place tells to be hours."""
_PAST = re.compile(r"\b(?:je|so|sta|sem|smo)\b", re.I)
_FUTURE = re.compile(r"\b(?:bo|bodo|bosta|bomo)\b", re.I)


def masked(text: str, spans: list[TimeSpan]) -> str:
    """Hide times in a text, each character of theirs by :data:`TIME`."""
    for span in spans:
        text = hide(text, span.position, span.position + len(span.text), TIME)
    return text


def hide(text: str, start: int, stop: int, sign: str = HIDDEN) -> str:
    """Put a sign in the place of each character of a part."""
    start, stop = max(start, 0), min(stop, len(text))
    return text[:start] + sign * (stop - start) + text[stop:]


@dataclass(frozen=True, slots=True)
class Clock:
    """From where the times of a text are seen."""

    published: date | datetime | None
    timezone: str

    def spans(self, text: str, day: str = "") -> list[TimeSpan]:
        """Find the times of a text; ``day`` is the day that stands above it, for hours that name none."""
        text = _DATED.sub(_without_date, _STREET_DATE.sub(_without_date, text))
        text = _ORDINAL.sub(lambda match: HIDDEN * len(match[0]), text)
        text = _PART_OF_DAY.sub(_clock_time, text)
        text = _ABOUT.sub(lambda match: " " * len(match[0]), text)
        if _MOVED.search(text) and not _NIGHT.search(text):
            text = _ONTO.sub(lambda match: HIDDEN * len(match[0]), text)
        text = _CLOCKS_DATED.sub(_dated_clocks, text)
        text = _NIGHTS.sub(_night, text)
        text = _AFTER_HOUR.sub(lambda match: " " * len(match[0]), text)
        text = _WHOM.sub(lambda match: HIDDEN * len(match[0]), text)
        text = _NAMED_STREET.sub(lambda match: match["front"] + HIDDEN * len(match["head"]), text)
        text = _TWICE.sub(_from_to, text)
        whole, cuts = _with_hours(text)
        told = find_dates(whole, published=self.published, timezone=self.timezone)
        found = in_nights([self._to_come(_uncompleted(span, text, cuts), text) for span in told], text)
        if not day or not found or not all("day of publication" in span.flags for span in found):
            return found
        front = f"{day}, "
        again = find_dates(front + text, published=self.published, timezone=self.timezone)
        return [_moved(span, len(front)) for span in again if span.position + len(span.text) > len(front)]

    def _to_come(self, span: TimeSpan, text: str) -> TimeSpan:
        """Give the weekday that comes, where a text that announces names only that: "torek od 8. do 12. ure"."""
        if not self.published or not isinstance(span.start or span.end, date) or not _WEEKDAY.fullmatch(span.text):
            return span
        today = self.published.date() if isinstance(self.published, datetime) else self.published
        last = span.end or span.start
        day = last.date() if isinstance(last, datetime) else last
        past = _is_past(text)
        days = 0 if day is None else (today - day).days
        begun = past and span.end is None and days < 0
        if not begun and (past or not 0 < days <= 7):
            return span
        start, end = (side and side + timedelta(-7 if begun else 7) for side in (span.start, span.end))
        return replace(span, start=start, end=end, edtf=_edtf(start, end))


@lru_cache(maxsize=64)
def _is_past(text: str) -> bool:
    """Tell whether a text speaks only of what was."""
    return bool(_PAST.search(text) and not _FUTURE.search(text))


def _without_date(match: re.Match[str]) -> str:
    """Hide the date of a name or a document."""
    return match["head"] + HIDDEN * len(match["date"])


def _night(match: re.Match[str]) -> str:
    """Leave only the dates of a night, in a text as long as before."""
    return f"s {match['a']} na {match['b']} {match['month']}".ljust(len(match[0]))


def _dated_clocks(match: re.Match[str]) -> str:
    """Write each day before its hour, in a text as long as before."""
    return f"{match['on']} ob {match['a']} do {match['to']} ob {match['b']}".ljust(len(match[0]))


def _from_to(match: re.Match[str]) -> str:
    """Write two stretches of hours with "from" and "to", in a text as long as before."""
    both = match["and"] if match["and"] == "in" else "in "
    return f"od  {match['a']} do {match['b']} {both} od  {match['c']} do {match['d']} ure"


def _clock_time(match: re.Match[str]) -> str:
    """Leave only the hour of a part of the day, in a text as long as before."""
    return f"{match['side']} {match['clock']}".ljust(len(match[0]))


def _with_hours(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Write out hours that are told by their numbers only: "torek 8–12"; give where and how much was put in.

    >>> _with_hours("torek 8–12, Log")
    ('torek 8:00–12:00, Log', [(7, 3), (10, 3)])
    """
    cuts = [(end, len(_HOUR)) for match in _BARE_HOURS.finditer(text) for end in (match.end("from"), match.end("to"))]
    for end, _ in reversed(cuts):
        text = text[:end] + _HOUR + text[end:]
    return text, cuts


def _uncompleted(span: TimeSpan, text: str, cuts: list[tuple[int, int]]) -> TimeSpan:
    """Give a span as it stands in the text before anything was put in."""
    if not cuts:
        return span
    start, stop = (_back(place, cuts) for place in (span.position, span.position + len(span.text)))
    return replace(span, position=start, text=text[start:stop])


def _back(place: int, cuts: list[tuple[int, int]]) -> int:
    added = 0
    for end, length in cuts:
        if place >= end + added + length:
            added += length
    return place - added


def _edtf(start: date | None, end: date | None) -> str:
    first, last = (side.isoformat() if side else ".." for side in (start, end))
    return first if first == last else f"{first}/{last}"


def _moved(span: TimeSpan, by: int) -> TimeSpan:
    """Give a span as it stands in the text without its first characters."""
    cut = max(by - span.position, 0)
    return replace(span, text=span.text[cut:], position=max(span.position - by, 0))
