"""How a portal moves in time: what is new, edited and removed on each day after the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from random import Random

from newsarchive.demo.dice import dice
from newsarchive.items import Kind


@dataclass(frozen=True)
class Day:
    """The moves of one day: numbers of stories."""

    edited: frozenset[int]
    vanished: frozenset[int]


class Moves:
    """The calendar of a portal of ``records`` stories on day one.

    >>> moves = Moves("1/demo", 200, everywhere=True)
    >>> moves.new, moves.published(2), len(moves.on(2).edited), len(moves.on(2).vanished)
    (10, 210, 5, 2)
    """

    def __init__(self, name: str, records: int, *, everywhere: bool) -> None:
        self.name = name
        self.records = records
        self.everywhere = everywhere
        self.on = lru_cache(maxsize=None)(self._on)

    @cached_property
    def new(self) -> int:
        """How many stories each day after the first brings."""
        return max(1, min(10, self.records // 20))

    def published(self, day: int) -> int:
        """Give how many stories were published until a day."""
        return self.records + (day - 1) * self.new

    def new_on(self, number: int) -> tuple[int, int]:
        """Give the day on which a later story appears, and its place in that day.

        >>> Moves("1/demo", 200, everywhere=True).new_on(213)
        (3, 3)
        """
        day, place = divmod(number - self.records, self.new)
        return day + 2, place

    def _on(self, day: int) -> Day:
        if day < 2:
            return Day(frozenset(), frozenset())
        rng = dice(self.name, "day", day)
        still = [number for number in range(self.published(day - 1)) if number not in self.touched(day - 1)]
        edited = self._edited(rng, still if self.everywhere else still[-10:])
        rest = [number for number in still if number not in edited]
        return Day(edited, frozenset(rng.sample(rest, min(len(rest), max(1, min(2, self.records // 100))))))

    def _edited(self, rng: Random, among: list[int]) -> frozenset[int]:
        count = min(len(among), max(1, min(5, self.records // 40)))
        first = rng.choice([number for number in among if kind_of(number) == "notice"] or among)
        others = [number for number in among if number != first]
        return frozenset([first, *rng.sample(others, count - 1)])

    def touched(self, day: int) -> Mapping[int, int]:
        """Give the stories edited or removed until a day, with that day."""
        return {number: past for past in range(2, day + 1) for number in self.on(past).edited | self.on(past).vanished}

    def edits(self, number: int, day: int) -> list[int]:
        """Give the days, until ``day``, on which a story was edited."""
        return [past for past in range(2, day + 1) if number in self.on(past).edited]

    def vanished(self, day: int) -> dict[int, int]:
        """Give the stories that have vanished until a day, with that day."""
        return {number: past for past in range(2, day + 1) for number in self.on(past).vanished}


def kind_of(number: int) -> Kind:
    """Spread the kinds evenly: of fifty stories 35 are articles, 9 notices, 6 obituaries."""
    place = number * 7 % 50
    return "article" if place < 35 else "notice" if place < 44 else "obituary"
