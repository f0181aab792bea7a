"""Walking through the words of an expression: the days and the hours that they name."""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.dates import lexicon
from newsarchive.dates.grammar import Atom, Parsed, Phrase
from newsarchive.dates.said import Clock, Day, Window
from newsarchive.dates.tokens import CLASSES
from newsarchive.dates.words import fold

_LINKS = {
    sign: name for name in ("from", "till", "between", "and", "or", "comma", "dash", "at") for sign in CLASSES[name]
}
Span = tuple[int, int]
"""First token, and the one after the last."""


def _links(parsed: Parsed, span: Span) -> Iterator[tuple[Atom | None, str]]:
    """Walk through the atoms of some tokens and the words that link them."""
    for index in range(*span):
        atom = parsed.atoms.get(index)
        if atom:
            yield atom, ""
        elif parsed.signs[index] in _LINKS:
            yield None, _LINKS[parsed.signs[index]]


# Days


def days(parsed: Parsed, span: Span) -> list[Day]:
    """Give the days that some tokens name: parts of one day joined, shared months and years given to the earlier."""
    named: list[Day] = []
    apart = True
    for atom, link in _links(parsed, span):
        if atom is None:
            apart = apart or link in ("and", "or")
        elif isinstance(atom.said, Day):
            if apart or not _belong(named[-1], atom.said):
                named.append(atom.said)
            else:
                named[-1] = named[-1].joined(atom.said)
            apart = False
    return shared(named)


def _belong(first: Day, second: Day) -> bool:
    """Say whether two parts name one day: "v soboto, 3. maja", but not "3., 4. maja"."""
    return first.day is None and not any(a is not None and b is not None for a, b in zip(first, second, strict=True))


def shared(named: list[Day]) -> list[Day]:
    """Give each day the month and the year that only a later one prints: "30. in 31. januarja 2026"."""
    for index in range(len(named) - 2, -1, -1):
        named[index] = _with_rest(named[index], named[index + 1])
    return named


def _with_rest(day: Day, later: Day) -> Day:
    if day.day is None or later.day is None:
        return day
    if day.month is None and day.months is None:
        return day._replace(month=later.month, months=later.months, year=later.year, years=later.years)
    if day.year is not None or later.year is None or day.years is not None or later.month is None:
        return day
    turned = (day.month or 0, day.day) > (later.month, later.day)
    return day._replace(year=later.year - turned)


# Clock times


def clock(atom: Atom) -> Clock | None:
    """Give an atom's time of day; a bare number is an hour."""
    said = atom.said
    if isinstance(said, Day) and said.day is not None and said.month is None and said.day <= 24:
        return Clock(said.day, spoken=atom.name == "ordword")
    return said if isinstance(said, Clock) and said.hour <= 24 else None


def spoken(parsed: Parsed, span: Span) -> Iterator[tuple[str, Clock | None]]:
    """Walk through links and clock times, each time with the part of the day that follows it."""
    for index in range(*span):
        atom, sign = parsed.atoms.get(index), parsed.signs[index]
        time = clock(atom) if atom else None
        if atom and time:
            part = part_of_day(parsed, (atom.last, min(atom.last + 6, span[1] + 4)))
            yield "", afternoon(_past_midnight(parsed, index, time), part)
        elif sign in _LINKS:
            yield _LINKS[sign], None
        elif sign in CLASSES["next"]:
            yield "next", None


def _past_midnight(parsed: Parsed, index: int, time: Clock) -> Clock:
    """Count "po polnoči" from the day's beginning, where plain midnight is its end."""
    after = time.hour == 24 and any(sign in CLASSES["after"] for sign in parsed.signs[max(0, index - 2) : index])
    return time._replace(hour=0) if after else time


def part_of_day(parsed: Parsed, span: Span) -> str:
    """Give the part of the day that stands in some tokens, before any other time: "ob osmih zvečer"."""
    for index in range(span[0], min(span[1], len(parsed.signs))):
        if index in parsed.atoms or parsed.signs[index] in _LINKS:
            return ""
        if parsed.signs[index] in CLASSES["part"]:
            return str(lexicon.PARTS_OF_DAY[fold(parsed.tokens.pieces[index])])
    return ""


def afternoon(time: Clock, part: str) -> Clock:
    """Count the hours of an afternoon, an evening or a late night from midnight.

    >>> afternoon(Clock(8), "evening").hour
    20
    """
    late = (part == "afternoon" and time.hour < 12) or (part == "evening" and 3 < time.hour < 12)
    if late or (part == "night" and 8 < time.hour < 13):
        return time._replace(hour=time.hour + 12)
    return time


def windows(parsed: Parsed, span: Span) -> list[Window]:
    """Give the hours that some tokens name: "od 8. do 12. in od 13. do 17. ure" are two windows."""
    found: list[Window] = []
    link, between = "", False
    for word, time in spoken(parsed, span):
        if time is None:
            if word == "next" and found:
                found[-1] = found[-1]._replace(next_day=True)
            link, between = word, between or word == "between"
        elif found and (link in ("till", "dash") or (between and link == "and")) and not found[-1].end:
            found[-1], between = Window(found[-1].start, time), False
        else:
            found.append(_window(time, link, between))
    return [_same_half(window) for window in found]


def _window(time: Clock, link: str, between: bool) -> Window:
    if link == "from" and time.hour == 24:
        time = time._replace(hour=0)
    return Window(None, time) if link == "till" else Window(time, single=link != "from" and not between)


def _same_half(window: Window) -> Window:
    """Read "od sedmih do devetih zvečer" as an evening, both ends."""
    start, end = window.start, window.end
    if start and end and start.spoken and end.hour >= 12 and start.hour + 12 < end.hour:
        return window._replace(start=start._replace(hour=start.hour + 12))
    return window


def hours_of(parsed: Parsed, phrase: Phrase) -> list[Window]:
    """Give the hours of a phrase, if it has any."""
    return windows(parsed, phrase.parts["hours"]) if "hours" in phrase.parts else []
