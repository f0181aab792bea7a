"""Finding the time expressions of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


@dataclass(slots=True)
class _Search:
    """The finding in one text."""

    parsed: Parsed
    context: Context
    tense: tense.Tenses
    means: dict[tuple[str, str, date | None, int], tuple[list[Stretch], date | None]] = field(default_factory=dict)
    """What expressions meant that were met before: by rule, words, the day mentioned before, and the tense."""
    at: int = 0
    """The token after the last expression."""
    tenseless: set[tuple[str, str]] = field(default_factory=set)
    """Expressions whose meaning does not ask for the tense."""


def find(text: str, context: Context) -> list[TimeSpan]:
    """Find every span of time that a text speaks of, in order."""
    whole = _only_a_number(text, context)
    if whole:
        return [whole]
    parsed = grammar.parse(tokens.tokenize(text))
    if not parsed.atoms and not grammar.open_ended(parsed):
        return []
    search = _Search(parsed, context, tense.Tenses(parsed.tokens))
    return [
        span for rule, first, last, parts in grammar.find(parsed) for span in _spans(search, rule, first, last, parts)
    ]


def _spans(
    search: _Search, rule: str, first: int, last: int, parts: Callable[[], dict[str, tuple[int, int]]]
) -> Iterator[TimeSpan]:
    parsed = search.parsed
    text = "".join(parsed.tokens.pieces[first:last])
    key = rule, text
    if key not in _memory:
        _remember(key, parsed, Phrase(rule, first, last, parts()))
    known = _memory[key]
    if known is None or any(guard(parsed, first, last) for guard in known.guards):
        return
    for stretch in _meaning(search, key, known, first, last):
        yield TimeSpan(
            text, parsed.tokens.starts[first], stretch.start, stretch.end, stretch.grain, stretch.edtf, stretch.marks,
            known.reading.rule,
        )  # fmt: skip


def _remember(key: tuple[str, str], parsed: Parsed, phrase: Phrase) -> None:
    """Read an expression that was not met before."""
    if len(_memory) > _FORGET:
        _memory.clear()
    needed = guards.guards(parsed, phrase)
    reading = readings.read(parsed, phrase) if needed is not None else None
    _memory[key] = _Known(reading, needed) if reading and needed is not None else None


def _meaning(search: _Search, key: tuple[str, str], known: _Known, first: int, last: int) -> list[Stretch]:
    """Resolve an expression, or recall what it meant before in this text."""
    context = search.context
    _forget_paragraph(search, first)
    before = context.mentioned if known.reading.kind in ("hours", "duration") else None
    direction = 0 if key in search.tenseless else search.tense.around(first, last)
    recall = *key, before, direction
    if recall not in search.means:
        context.asked, context.direction, earlier = False, direction, context.mentioned
        stretches = resolution.stretches(known.reading, context)
        search.means[recall] = stretches, None if context.mentioned is earlier else context.mentioned
        if not context.asked:
            search.tenseless.add(key)
            search.means[*key, before, 0] = search.means[recall]
    stretches, mentioned = search.means[recall]
    context.mentioned = mentioned or context.mentioned
    search.at = last
    return stretches


def _forget_paragraph(search: _Search, first: int) -> None:
    """Forget the day that an earlier paragraph spoke of."""
    if search.context.mentioned and tokens.BREAK in search.parsed.signs[search.at : first]:
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
