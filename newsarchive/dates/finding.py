"""Finding the time expressions of a text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from newsarchive.dates import grammar, guards, printed, readings, resolution, tense, tokens, zones
from newsarchive.dates.calendar import Context
from newsarchive.dates.moments import Stretch
from newsarchive.dates.span import TimeSpan

_LEFT_OUT = "".join(tokens.CLASSES[kind] for kind in ("on", "in", "onto", "for", "comma", "space"))


def find(text: str, context: Context) -> list[TimeSpan]:
    """Find every span of time that a text speaks of, in order."""
    whole = _only_a_number(text, context)
    if whole:
        return [whole]
    parsed = grammar.parse(tokens.tokenize(text))
    return [span for phrase in grammar.find(parsed) for span in _spans(parsed, phrase, context)]


def _spans(parsed: grammar.Parsed, phrase: grammar.Phrase, context: Context) -> Iterator[TimeSpan]:
    _trim(parsed, phrase)
    if guards.refused(parsed, phrase):
        return
    reading = readings.read(parsed, phrase)
    if reading is None:
        return
    context.tense = lambda: tense.direction(parsed.tokens, phrase.first, phrase.last)
    text, position = parsed.tokens.text(phrase.first, phrase.last), parsed.tokens.starts[phrase.first]
    for stretch in resolution.stretches(reading, context):
        yield _span(text, position, stretch, reading.rule)


def _trim(parsed: grammar.Parsed, phrase: grammar.Phrase) -> None:
    """Leave out "v", "na", "dne" before an expression, and a comma after it."""
    while phrase.first < phrase.last - 1 and parsed.signs[phrase.first] in _LEFT_OUT:
        phrase.first += 1
    while phrase.last > phrase.first + 1 and parsed.signs[phrase.last - 1] in _LEFT_OUT:
        phrase.last -= 1


def _span(text: str, position: int, stretch: Stretch, rule: str | None) -> TimeSpan:
    flags = tuple(dict.fromkeys(stretch.flags))
    return TimeSpan(text, position, stretch.start, stretch.end, stretch.grain, stretch.edtf, flags, rule)


def _only_a_number(text: str, context: Context) -> TimeSpan | None:
    """Read a text that is nothing but seconds since 1970."""
    digits = text.strip()
    if len(digits) not in (10, 13) or not digits.isdecimal():
        return None
    value = printed.machine_date(digits, context.tz)
    if not isinstance(value, datetime):
        return None
    return TimeSpan(digits, text.index(digits), value, None, "minute", value.isoformat())


def context(published: datetime | date | None, timezone: str) -> Context:
    """Check and put together from where a text is seen."""
    if published is not None and not isinstance(published, date):
        raise TypeError(f"published is a date, an aware datetime or None, not {type(published).__name__}.")
    if isinstance(published, datetime) and published.tzinfo is None:
        raise ValueError("published has no timezone: give it one, such as published.replace(tzinfo=ZoneInfo(...)).")
    return Context(published, zones.zone(timezone))
