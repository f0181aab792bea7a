"""The same text on several sites becomes one hit."""

from __future__ import annotations

import json
from typing import NamedTuple

from newsarchive.archive.connection import Connection
from newsarchive.archive.search.pool import Fits

ALIKE = 0.9
"""Share of their wording from which two records are the same text."""
STEP = 64
"""Records whose twins are looked up at a time."""
TWINS = """
SELECT d.record, d.other FROM json_each(?1) a CROSS JOIN duplicates d ON d.record = a.value WHERE d.score >= ?2
UNION SELECT d.record, d.other FROM json_each(?1) a CROSS JOIN duplicates d ON d.other = a.value WHERE d.score >= ?2
"""


class Head(NamedTuple):
    """A record, and those that have its text on other sites and come after it in the order."""

    record: Fits
    others: tuple[Fits, ...]


def folded(connection: Connection, found: list[Fits], wanted: int) -> list[Head]:
    """Give the first records of an order, each text once; records of one site stay apart, for they may differ in a day.

    All of them are looked at, so that a page of hits tells all sites of a text wherever in the order they are.
    """
    places = {one.id: place for place, one in enumerate(found)}
    heads: list[Head] = []
    taken: set[int] = set()
    for start in range(0, len(found), STEP):
        near = _twins(connection, found[start : start + STEP])
        for one in found[start : start + STEP]:
            if len(heads) == wanted:
                return heads
            if one.id not in taken:
                others = [found[places[twin]] for twin in near.get(one.id, ()) if twin in places]
                heads.append(_head(one, sorted(others, key=lambda other: places[other.id]), taken))
    return heads


def _head(one: Fits, others: list[Fits], taken: set[int]) -> Head:
    """Take those of other sites, one of each, that no record before it has taken."""
    sites = {one.site}
    mine = []
    taken.add(one.id)
    for other in others:
        if other.id not in taken and other.site not in sites:
            sites.add(other.site)
            taken.add(other.id)
            mine.append(other)
    return Head(one, tuple(mine))


def _twins(connection: Connection, some: list[Fits]) -> dict[int, set[int]]:
    near: dict[int, set[int]] = {}
    for record, other in connection.rows(TWINS, (json.dumps([one.id for one in some]), ALIKE)):
        near.setdefault(record, set()).add(other)
        near.setdefault(other, set()).add(record)
    return near
