"""What is counted of every record, kept in memory with its connection: looking it up would take longer than searching.

Each record is three small numbers: one stands for a site, kind and section, one for a month, one for its authors. There
are few of each, so that counting a hundred thousand records is little more than going through their numbers. The first
search looks up what it found; with the second, all is loaded, which takes about two seconds for a million records.
What others have added since is added; all is read anew where that is quick, and otherwise only so often that it takes
no more than a hundredth of the time: meanwhile the counts are as old as that, what is found and shown never is.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from weakref import WeakKeyDictionary

from newsarchive.archive.connection import Connection

QUICK = 20_000
"""Records that are read anew whenever something has changed."""
RARELY = 100
"""How many times as long as it takes nothing is read anew."""
RECORDS = """
SELECT id, json_array(site, kind, section, substr(published, 1, 7)) FROM records INDEXED BY records_facts
WHERE {which} ORDER BY id
"""
AUTHORS = "SELECT record, author FROM record_authors WHERE {which} ORDER BY record, position"
LATER = "{0} > ?"
ASKED = "{0} IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)
class Column:
    """One of a few values, each a tuple, for each record."""

    places: dict[tuple[Any, ...], int] = field(default_factory=lambda: {(): 0})
    """The values there are, by their order; the first stands for none."""
    numbers: list[int] = field(default_factory=list)
    """For each record, by its number, the place of its value."""
    told: list[tuple[Any, ...]] = field(default_factory=list)

    def place(self, value: tuple[Any, ...]) -> int:
        """Give the place of a value, a new one where it has none."""
        return self.places.setdefault(value, len(self.places))

    def add(self, number: int, place: int) -> None:
        """Add a record; its number is higher than those before."""
        numbers = self.numbers
        if number > len(numbers):
            numbers.extend([0] * (number - len(numbers)))
        numbers.append(place)

    def of(self, ids: list[int]) -> Iterator[int]:
        """Give the places of the values of records."""
        self.numbers.extend([0] * (max(ids, default=0) + 1 - len(self.numbers)))
        return map(self.numbers.__getitem__, ids)

    def values(self) -> list[tuple[Any, ...]]:
        """Give the values, by their places."""
        if len(self.told) < len(self.places):
            self.told += islice(self.places, len(self.told), None)
        return self.told


@dataclass(slots=True)
class Authors(Column):
    """The number of each record's only author; several have a place in the list of values, told as less than zero."""

    def add_author(self, number: int, author: int) -> None:
        """Add an author of a record; its number is that of the last one or higher."""
        if number != len(self.numbers) - 1:
            self.add(number, author)
            return
        before = self.numbers[-1]
        several = (*(self.values()[-before] if before < 0 else (before,)), author)
        if author not in several[:-1]:
            self.numbers[-1] = -self.place(several)


@dataclass(slots=True)
class Facts:
    """What is counted of every record."""

    sorts: Column = field(default_factory=Column)
    """Site, kind, section."""
    months: Column = field(default_factory=Column)
    """Month of publication (or year)."""
    authors: Authors = field(default_factory=Authors)
    """Numbers in the table ``authors``."""
    state: tuple[int, ...] = ()
    loaded: float = 0.0
    took: float = 0.0

    def read(self, connection: Connection, which: str, value: Any) -> None:
        """Read some records, all after those that are known."""
        places: dict[str, tuple[int, int]] = {}
        with connection.errors():
            for number, told in connection.execute(RECORDS.format(which=which.format("id")), (value,)):
                if told not in places:
                    *sort, month = json.loads(told)
                    places[told] = self.sorts.place(tuple(sort)), self.months.place((month,))
                sort_place, month_place = places[told]
                self.sorts.add(number, sort_place)
                self.months.add(number, month_place)
            for number, author in connection.execute(AUTHORS.format(which=which.format("record")), (value,)):
                self.authors.add_author(number, author)


HELD: WeakKeyDictionary[Connection, Facts] = WeakKeyDictionary()
"""What is held for each connection; nothing yet where it has searched only once."""


def facts(connection: Connection, ids: list[int]) -> Facts:
    """Give what is counted of these records, or of all."""
    held = HELD.get(connection)
    state = (connection.value("PRAGMA data_version"), connection.value("SELECT total_changes()"))
    if held is None:
        HELD[connection] = Facts()
        return _only(connection, ids)
    if held.state != state:
        held = HELD[connection] = _renewed(connection, held)
        held.state = state
    return held


def _only(connection: Connection, ids: list[int]) -> Facts:
    some = Facts()
    some.read(connection, ASKED, json.dumps(ids))
    return some


def _renewed(connection: Connection, held: Facts) -> Facts:
    """Add what is new, or read all anew."""
    now = time.monotonic()
    if len(held.sorts.numbers) < QUICK or now - held.loaded > RARELY * held.took:
        held = Facts(loaded=now)
    held.read(connection, LATER, len(held.sorts.numbers) - 1)
    held.took = max(held.took, time.monotonic() - now)
    return held
