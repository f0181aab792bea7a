"""The same text on several sites becomes one hit."""

from __future__ import annotations

import json
from dataclasses import dataclass

from newsarchive.archive.connection import Connection
from newsarchive.archive.search.pool import Scored

ALIKE = 0.9
"""Share of their wording from which two records are the same text."""
STEP = 64
"""Records whose twins are looked up at a time."""
TWINS = """
SELECT d.record, d.other FROM json_each(?1) a CROSS JOIN duplicates d ON d.record = a.value WHERE d.score >= ?2
UNION SELECT d.other, d.record FROM json_each(?1) a CROSS JOIN duplicates d ON d.other = a.value WHERE d.score >= ?2
"""
SITES = "SELECT id, site FROM records r INDEXED BY records_facts WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Head:
    """A record, and the numbers of those that have its text on other sites and come after it in the order."""

    id: int
    score: float
    others: tuple[int, ...]


def folded(connection: Connection, found: list[Scored], wanted: int) -> list[Head]:
    """Give the first records of an order, each text once; records of one site stay apart, for they may differ in a day.

    A hit tells all sites of its text that were found, however far down they are.
    """
    places = {number: place for place, (number, _) in enumerate(found)}
    heads: list[Head] = []
    taken: set[int] = set()
    for start in range(0, len(found), STEP):
        some = found[start : start + STEP]
        near = _elsewhere(connection, [number for number, _ in some])
        for number, score in some:
            if len(heads) == wanted:
                return heads
            if number not in taken:
                others = sorted((other for other in near.get(number, {}) if other in places), key=places.__getitem__)
                heads.append(Head(number, score, _one_of_each(others, near[number] if others else {}, taken)))
    return heads


def _one_of_each(others: list[int], sites: dict[int, str], taken: set[int]) -> tuple[int, ...]:
    """Take of each site the first record that no one before has taken."""
    mine: dict[str, int] = {}
    for other in others:
        if other not in taken:
            mine.setdefault(sites[other], other)
    taken |= set(mine.values())
    return tuple(mine.values())


def _elsewhere(connection: Connection, ids: list[int]) -> dict[int, dict[int, str]]:
    """Give for each record the sites of those that have its text elsewhere."""
    pairs = [tuple(row) for row in connection.rows(TWINS, (json.dumps(ids), ALIKE))]
    met = {number for pair in pairs for number in pair}
    sites = {row["id"]: row["site"] for row in connection.rows(SITES, (json.dumps([*met]),))} if met else {}
    near: dict[int, dict[int, str]] = {}
    for one, other in pairs:
        if sites[one] != sites[other]:
            near.setdefault(one, {})[other] = sites[other]
    return near
