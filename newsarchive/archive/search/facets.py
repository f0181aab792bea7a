"""How many of the records that were found are of each site, kind, section, author, year and month."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

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
    for values, number in _counted(facts.records, ids):
        for name, value in zip(PARTS, values, strict=True):
            counts[name][value or ""] += number
    for month, number in counts["month"].items():
        counts["year"][month[:4]] += number
    counts["author"] = _names(connection, _counted(facts.authors, ids))
    return {name: _months(counts[name]) if name == "month" else _most(counts[name]) for name in FACETS}


def _counted(column: Column, ids: list[int]) -> list[tuple[list[Any], int]]:
    """Give the values that the records have, and how many have each."""
    counts = Counter(column.of(ids))
    values = column.values()
    return [(values[place], number) for place, number in counts.items() if place]


def _names(connection: Connection, counted: list[tuple[list[int], int]]) -> Counter[str]:
    counts: Counter[int] = Counter()
    for authors, number in counted:
        for author in set(authors):
            counts[author] += number
    most = dict(counts.most_common(2 * MOST))
    rows = connection.rows(NAMES, (json.dumps([*most]),))
    return Counter({row["name"]: most[row["id"]] for row in rows})


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    told = [(value, number) for value, number in counts.items() if value]
    return sorted(told, key=lambda one: (-one[1], one[0]))[:MOST]


def _months(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted((month, number) for month, number in counts.items() if len(month) == len("2026-01"))
