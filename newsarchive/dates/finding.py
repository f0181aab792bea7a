"""Finding the time expressions of a text."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, field
from datetime import date, datetime

from newsarchive.dates import grammar, guards, printed, readings, resolution, tense, tokens, zones
from newsarchive.dates.calendar import Context
from newsarchive.dates.grammar import Parsed, Phrase
from newsarchive.dates.guards import Guard
from newsarchive.dates.moments import Stretch
from newsarchive.dates.said import Reading
from newsarchive.dates.span import TimeSpan

_FORGET = 10_000


@dataclass(slots=True)
class _Known:
    """What the words of an expression say, whatever text they stand in."""

    reading: Reading
    guards: tuple[Guard, ...]


_memory: dict[tuple[str, str], _Known | None] = {}


Meaning = tuple[list[Stretch], date | None]
"""The stretches of an expression, and the day that it named for what follows."""


@dataclass(slots=True)
class _Search:
    """The finding in one text."""

    parsed: Parsed
    context: Context
    tenses: tense.Tenses
    fixed: dict[tuple[str, str], Meaning] = field(default_factory=dict)
    """What expressions mean wherever they stand in the text, by rule and words."""
    means: dict[tuple[tuple[str, str], date | None, int], Meaning] = field(default_factory=dict)
    """What the others meant, by the day mentioned before and the tense too."""
    breaks: list[int] = field(default_factory=list)
    """The tokens that end a paragraph."""
    paragraph: int = 0
    """The paragraph, counted from 0, in which the mentioned day stands."""


def find(text: str, context: Context) -> list[TimeSpan]:
    """Find every span of time that a text speaks of, in order."""
    whole = _only_a_number(text, context)
    if whole:
        return [whole]
    parsed = grammar.parse(tokens.tokenize(text))
    if not parsed.atoms and not grammar.open_ended(parsed):
        return []
    breaks = [match.start() for match in re.finditer(tokens.BREAK, parsed.tokens.signs)]
    search = _Search(parsed, context, tense.Tenses(parsed.tokens), breaks=breaks)
    spans: list[TimeSpan] = []
    for rule, first, last, parts in grammar.find(parsed):
        key = rule, "".join(parsed.tokens.pieces[first:last])
        if key not in _memory:
            _remember(key, parsed, Phrase(rule, first, last, parts()))
        known = _memory[key]
        if known and not any(guard(parsed, first, last) for guard in known.guards):
            spans += _spans(search, key, known, first, last)
    return spans


def _spans(search: _Search, key: tuple[str, str], known: _Known, first: int, last: int) -> list[TimeSpan]:
    """Give what an expression means as spans of the text."""
    stretches, mentioned = search.fixed.get(key) or _meaning(search, key, known, first, last)
    if mentioned:
        search.context.mentioned = mentioned
        search.paragraph = bisect(search.breaks, first)
    position, rule = search.parsed.tokens.starts[first], known.reading.rule
    return [
        TimeSpan(key[1], position, one.start, one.end, one.grain, one.edtf, one.marks, rule) for one in stretches
    ]  # fmt: skip


def _remember(key: tuple[str, str], parsed: Parsed, phrase: Phrase) -> None:
    """Read an expression that was not met before."""
    if len(_memory) > _FORGET:
        _memory.clear()
    needed = guards.guards(parsed, phrase)
    reading = readings.read(parsed, phrase) if needed is not None else None
    _memory[key] = _Known(reading, needed) if reading and needed is not None else None


def _meaning(search: _Search, key: tuple[str, str], known: _Known, first: int, last: int) -> Meaning:
    """Resolve an expression, or recall what it meant before in this text."""
    context = search.context
    _forget_paragraph(search, first)
    leans = known.reading.kind in ("hours", "duration")
    recall = key, context.mentioned if leans else None, search.tenses.around(first, last)
    if recall not in search.means:
        context.asked, context.direction, earlier = False, recall[2], context.mentioned
        stretches = resolution.stretches(known.reading, context)
        search.means[recall] = stretches, None if context.mentioned is earlier else context.mentioned
        if not context.asked and not leans:
            search.fixed[key] = search.means[recall]
    return search.means[recall]


def _forget_paragraph(search: _Search, first: int) -> None:
    """Forget the day that an earlier paragraph spoke of."""
    if search.context.mentioned and bisect(search.breaks, first) != search.paragraph:
        search.context.mentioned = None


def _only_a_number(text: str, context: Context) -> TimeSpan | None:
    """Read a text that is nothing but seconds since 1970."""
    digits = text.strip() if len(text) < 100 else ""
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
