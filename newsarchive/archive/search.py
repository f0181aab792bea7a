"""Full-text search: ranked, with snippets, safe on any text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from sqlite3 import Row

from newsarchive.archive.connection import Connection
from newsarchive.archive.filters import Filters
from newsarchive.archive.models import Hit, Stored
from newsarchive.archive.query import expression
from newsarchive.archive.reading import stored
from newsarchive.archive.snippet import CLOSE, OPEN, snippet

FOUND = """
SELECT r.id, r.url, r.site, r.kind, r.title, r.published, -records_fts.rank AS score,
    highlight(records_fts, 0, :open, :close) AS in_title,
    highlight(records_fts, 1, :open, :close) AS in_lead,
    highlight(records_fts, 2, :open, :close) AS in_body
FROM records_fts CROSS JOIN records r ON r.id = records_fts.rowid
WHERE records_fts MATCH :match AND {where}
ORDER BY records_fts.rank LIMIT :limit OFFSET :offset
"""
"""The index goes first and gives the best first: it is asked once, and only the texts of these are looked into."""
UNDATED = "SELECT count(*) FROM records r WHERE r.published IS NULL AND {where}"


def search(connection: Connection, query: str, filters: Filters, limit: int, offset: int = 0) -> list[Hit]:
    """Give the records in which all terms are found, the best first; a query without a word finds nothing."""
    match = expression(query)
    if match is None:
        return []
    values = {**filters.values(), "match": match, "limit": limit, "offset": offset, "open": OPEN, "close": CLOSE}
    rows = connection.rows(FOUND.format(where=filters.where()), values)
    return [_hit(row) for row in rows]


def _hit(row: Row) -> Hit:
    facts = {name: row[name] for name in ("id", "url", "site", "kind", "title", "published", "score")}
    return Hit(**facts, snippet=snippet(row["in_lead"], row["in_body"], row["in_title"]))


def records(connection: Connection, query: str | None, filters: Filters, limit: int | None) -> Iterator[Stored]:
    """Give the records that fit, whole, by number; memory does not grow with their count."""
    wanted = _with_query(filters, query)
    if wanted:
        condition = f"WHERE {wanted.where()} ORDER BY r.id LIMIT :limit"
        yield from stored(connection, condition, {**wanted.values(), "limit": -1 if limit is None else limit})


def undated(connection: Connection, query: str | None, filters: Filters) -> int:
    """Count the records that fit but have no date, and so are in no span of time."""
    wanted = _with_query(filters, query)
    number: int = connection.value(UNDATED.format(where=wanted.where()), wanted.values()) if wanted else 0
    return number


def _with_query(filters: Filters, query: str | None) -> Filters | None:
    """Add a query to filters; None where it holds no word and so finds nothing."""
    if query is None:
        return filters
    match = expression(query)
    return dataclasses.replace(filters, match=match) if match else None
