"""What a text says of a time, before it is known which time that is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Day(NamedTuple):
    """A day as far as the words say it; what they leave open is None."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    years: int | None = None
    """Years from the publication's: "lani" is -1."""
    shift: int | None = None
    """Days from the publication: "jutri" is 1."""
    turn: int | None = None
    """Of a weekday: "prejšnji" is -1, "ta" 0, "prihodnji" 1."""
    name: str | None = None
    """Head form of a named day."""
    weeks: int | None = None
    """Weeks from the publication's ("v torek prejšnji teden" is -1), or on from a shift ("danes teden")."""
    nth: int | None = None
    """Of a weekday in a month: 1 is the first, -1 the last."""
    stamp: str | None = None
    """As a machine printed it."""
    months: int | None = None
    """Months from the publication's: "ta mesec" is 0."""

    def joined(self, other: Day) -> Day:
        """Give what both say together; `other` has the last word."""
        said = {name: value for name, value in other._asdict().items() if value is not None}
        return self._replace(**said)


class Clock(NamedTuple):
    """A time of day."""

    hour: int
    minute: int | None = None
    back: int = 0
    """Minutes to take off: "pol osmih" is 8 less 30."""
    spoken: bool = False
    """In words, so that the hour may be one of the afternoon."""

    @property
    def grain(self) -> str:
        """Say how fine it is."""
        return "hour" if self.minute is None and not self.back else "minute"


class Period(NamedTuple):
    """A month, a year, a season … or a part of one."""

    unit: str
    number: int | None = None
    """Which month, season (EDTF 21–24), quarter, half, decade or century."""
    year: int | None = None
    years: int | None = None
    turn: int | None = None
    """Units from the one of the publication: "prejšnji" is -1."""
    stage: str | None = None
    """start, middle or end of it."""
    nth: int | None = None
    """Which half or third of it (`share` says which), or which week of a month."""
    share: int | None = None
    amount: float | None = None
    """How many units, with a turn: "v zadnjih treh dneh" is 3 days, turn -1."""


class Distance(NamedTuple):
    """So and so long before (negative) or after the publication."""

    unit: str
    amount: float


Said = Day | Clock | Period | Distance


class Window(NamedTuple):
    """A stretch of the day, or one time of it (`single`); an open side is None."""

    start: Clock | None
    end: Clock | None = None
    single: bool = False
    next_day: bool = False
    """The end is on the day after, in so many words."""


@dataclass(slots=True)
class Reading:
    """What one expression says, put together from its atoms."""

    kind: str
    """days, stretch, periods, distance, night, hours or repeat."""
    days: list[Day] = field(default_factory=list)
    """Single days, or the first and the last of a stretch."""
    windows: list[Window] = field(default_factory=list)
    """The hours of each of the days."""
    opening: Clock | None = None
    """When the first day of a stretch begins."""
    closing: Clock | None = None
    """When its last day ends."""
    periods: list[Period] = field(default_factory=list)
    distance: Distance | None = None
    open: str = ""
    """start or end, where that side has no bound."""
    flags: list[str] = field(default_factory=list)
    rule: str | None = None
    """The repetition, as RRULE text."""
