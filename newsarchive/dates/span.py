"""What a time expression means: a span, with the words that said it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(slots=True)
class TimeSpan:
    """One stretch of time that a text speaks of.

    Whole days are ``date`` and both inclusive; clock times are aware ``datetime`` in the text's timezone.
    """

    text: str
    """The expression as printed."""
    position: int
    """Index of its first character in the text."""
    start: date | datetime | None
    """First day or moment; None where the text leaves that side open."""
    end: date | datetime | None
    """Last day (inclusive) or closing moment; None where open, and after a single clock time."""
    grain: str
    """How fine the expression is: minute, hour, day, week, month, season, year, decade or century."""
    edtf: str
    """The same span in EDTF (ISO 8601-2), which can also say "about", "open" and "every year"."""
    flags: tuple[str, ...] = ()
    """What a reader should know; each word is explained in docs/dates.md."""
    rule: str | None = None
    """The repetition as RFC 5545 RRULE text (``FREQ=WEEKLY;BYDAY=FR``); None for what happens once."""

    def to_dict(self) -> dict[str, Any]:
        """Give the span as JSON-ready values, dates in ISO 8601."""
        return {
            "text": self.text,
            "position": self.position,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "grain": self.grain,
            "edtf": self.edtf,
            "flags": list(self.flags),
            "rule": self.rule,
        }
