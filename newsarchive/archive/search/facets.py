"""How many of the records that were found are of each site, kind, section, author, year and month."""

from __future__ import annotations

import json
from collections import Counter
from heapq import nlargest

from newsarchive.archive.connection import Connection
from newsarchive.archive.models import FACETS
from newsarchive.archive.search.facts import Column, Facts

MOST = 100
"""Values of one sort that are told; months all are."""
NAMES = "SELECT id, name FROM authors WHERE id IN (SELECT value FROM json_each(?))"
PARTS = ("site", "kind", "section", "month")
"""What :mod:`facts` holds of a record, in its order."""


def facets(connection: Connection, facts: Facts, ids: list[int]) -> dict[str, list[tuple[str, int]]]:
    """Count the records of these numbers, for each of :data:`FACETS`."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    values = facts.records.values()
    for place, number in Counter(facts.records.of(ids)).items():
        for name, value in zip(PARTS, values[place], strict=False):  # what is not known any more has none
            counts[name][value or ""] += number
    for month, number in counts["month"].items():
        counts["year"][month[:4]] += number
    counts["author"] = _names(connection, _authors(facts.authors, ids))
    return {name: _months(counts[name]) if name == "month" else _most(counts[name]) for name in FACETS}


def _authors(column: Column, ids: list[int]) -> dict[int, int]:
    """Give how many records each author has; there may be as many authors as records."""
    values, counts = column.values(), dict[int, int]()
    for place, number in Counter(column.of(ids)).items():
        for author in values[place]:
            counts[author] = counts.get(author, 0) + number
    return counts


def _names(connection: Connection, counts: dict[int, int]) -> Counter[str]:
    most = nlargest(2 * MOST, counts, key=counts.__getitem__)
    rows = connection.rows(NAMES, (json.dumps(most),))
    return Counter({row["name"]: counts[row["id"]] for row in rows})


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    told = [(value, number) for value, number in counts.items() if value]
    return sorted(told, key=lambda one: (-one[1], one[0]))[:MOST]


def _months(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted((month, number) for month, number in counts.items() if len(month) == len("2026-01"))
