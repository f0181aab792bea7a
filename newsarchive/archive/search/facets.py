"""How many of the records that were found are of each site, kind, section, author, year and month."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Set
from typing import Any

from newsarchive.archive.connection import Connection
from newsarchive.archive.models import FACETS
from newsarchive.archive.search.facts import Authors, Column, Facts

MOST = 100
"""Values of one sort that are told; months all are."""
NAMES = "SELECT id, name FROM authors WHERE id IN (SELECT value FROM json_each(?))"
SORTS = ("site", "kind", "section")
"""What :mod:`facts` holds together of a record, in its order."""
TIMES = ("year", "month")

Counts = dict[str, list[tuple[str, int]]]


def facets(connection: Connection, facts: Facts, ids: list[int], wanted: Set[str]) -> Counts:
    """Count the records of these numbers, for each of ``wanted``."""
    counts: Counts = {}
    if not wanted.isdisjoint(SORTS):
        counts |= _sorts(facts.sorts, ids)
    if not wanted.isdisjoint(TIMES):
        counts |= _times(facts.months, ids)
    if "author" in wanted:
        counts["author"] = _most(_names(connection, _authors(facts.authors, ids)))
    return {name: counts[name] for name in FACETS if name in wanted}


def _counted(column: Column, ids: list[int]) -> Iterator[tuple[tuple[Any, ...], int]]:
    """Give each value that some of the records have, and how many do."""
    places = Counter(column.of(ids))
    values = column.values()
    return ((values[place], number) for place, number in places.items())


def _sorts(column: Column, ids: list[int]) -> Counts:
    counts: tuple[Counter[str], ...] = tuple(Counter() for _ in SORTS)
    for values, number in _counted(column, ids):
        for counter, value in zip(counts, values, strict=False):  # what is not known any more has none
            counter[value or ""] += number
    return dict(zip(SORTS, map(_most, counts), strict=True))


def _times(column: Column, ids: list[int]) -> Counts:
    months, years = Counter[str](), Counter[str]()
    for values, number in _counted(column, ids):
        month = values[0] or "" if values else ""
        months[month] += number
        years[month[:4]] += number
    told = sorted((month, number) for month, number in months.items() if len(month) == len("2026-01"))
    return {"year": _most(years), "month": told}


def _authors(column: Authors, ids: list[int]) -> Counter[int]:
    """Give how many records each author has; there may be as many authors as records."""
    counts, lists = Counter(column.of(ids)), column.values()
    counts.pop(0, None)
    for place in [place for place in counts if place < 0]:
        number = counts.pop(place)
        for author in lists[-place]:
            counts[author] += number
    return counts


def _names(connection: Connection, counts: Counter[int]) -> Counter[str]:
    most = sorted(counts, key=counts.__getitem__, reverse=True)[: 2 * MOST]
    rows = connection.rows(NAMES, (json.dumps(most),))
    return Counter({row["name"]: counts[row["id"]] for row in rows})


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    told = [(value, number) for value, number in counts.items() if value]
    return sorted(told, key=lambda one: (-one[1], one[0]))[:MOST]
