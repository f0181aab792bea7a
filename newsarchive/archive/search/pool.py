"""What fits a query, with the little that counting and ordering need of each record.

Of a word that is everywhere, the newest :data:`MOST` records count: those stored last where the best are wanted, those
published first or last where these are. Texts are not read for it: an index beside them has the narrow columns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from newsarchive.archive.connection import Connection
from newsarchive.archive.models import Order

MOST = 20_000
"""Records that are counted and compared; of more, at least so many are told."""
BY_WORDS = """
SELECT r.id, r.site, r.kind, r.section, r.published, -records_fts.rank
FROM records_fts CROSS JOIN records r INDEXED BY records_facts ON r.id = records_fts.rowid
WHERE records_fts MATCH :match AND {where} ORDER BY records_fts.rowid DESC LIMIT :most
"""
"""The index goes first and is asked once."""
BY_DATE = """
SELECT r.id, r.site, r.kind, r.section, r.published, 0.0 FROM records r INDEXED BY records_published
WHERE r.published IS NOT NULL AND {where} ORDER BY r.published {direction} LIMIT :most
"""
WITHOUT_DATE = """
SELECT r.id, r.site, r.kind, r.section, r.published, 0.0 FROM records r INDEXED BY records_published
WHERE r.published IS NULL AND {where} ORDER BY r.id DESC LIMIT :most
"""
MATCH = "r.id IN (SELECT rowid FROM records_fts WHERE records_fts MATCH :match) AND "


class Fits(NamedTuple):
    """A record that fits."""

    id: int
    site: str
    kind: str
    section: str | None
    published: str | None
    score: float
    """How well its words fit, the more the better."""


Asks = Callable[[str, int], list[Fits]]


def pool(
    connection: Connection, match: str | None, where: str, values: dict[str, Any], order: Order
) -> tuple[list[Fits], bool]:
    """Give what fits, and whether that is all of it."""

    def ask(sql: str, most: int) -> list[Fits]:
        with connection.errors():
            rows = connection.execute(sql, {**values, "most": most}).fetchall()
        return [Fits(*row) for row in rows]

    if match:
        found = ask(BY_WORDS.format(where=where), MOST + 1)
        if len(found) > MOST and order != "relevance":
            found = _by_date(ask, MATCH + where, order)
    else:
        found = _by_date(ask, where, order)
    return found[:MOST], len(found) <= MOST


def _by_date(ask: Asks, where: str, order: Order) -> list[Fits]:
    """Give what fits, the newest or oldest first, what has no date last."""
    dated = ask(BY_DATE.format(where=where, direction="ASC" if order == "oldest" else "DESC"), MOST + 1)
    return dated + ask(WITHOUT_DATE.format(where=where), MOST + 1 - len(dated))
