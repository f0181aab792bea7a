"""Full-text search: ranked, with snippets, safe on any text."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Row
from typing import Any

from newsarchive.archive.connection import Connection
from newsarchive.archive.filters import Filters
from newsarchive.archive.models import FACETS, Counted, Hit, Order, Results, Stored
from newsarchive.archive.query import expression
from newsarchive.archive.reading import stored
from newsarchive.archive.snippet import CLOSE, OPEN, snippet

FOUND = """
SELECT r.id, r.url, r.site, r.kind, r.title, r.published, r.section, r.first_seen, -records_fts.rank AS score,
    highlight(records_fts, 0, :open, :close) AS in_title,
    highlight(records_fts, 1, :open, :close) AS in_lead,
    highlight(records_fts, 2, :open, :close) AS in_body
FROM records_fts CROSS JOIN records r ON r.id = records_fts.rowid
WHERE records_fts MATCH :match AND {where}
ORDER BY records_fts.rank LIMIT :limit OFFSET :offset
"""
"""The index goes first and gives the best first: it is asked once, and only the texts of these are looked into."""
SHOWN = ("id", "url", "site", "kind", "title", "published", "section", "first_seen", "score")
UNDATED = "SELECT count(*) FROM records r WHERE r.published IS NULL AND {where}"
TALLY = """
SELECT kind, site, substr(at, 1, 4), extractor, count(*), min(at), max(at), max(first_seen) FROM (
    SELECT r.kind, r.site, r.extractor, r.first_seen,
        CASE WHEN r.published GLOB '[0-9][0-9][0-9][0-9]*' THEN r.published END AS at
    FROM records r WHERE {where} ORDER BY r.id LIMIT :limit)
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""
"""A span whose beginning is open has no year."""
COUNTED = """
SELECT r.site, r.kind, r.section, substr(r.published, 1, 4), substr(r.published, 1, 7), r.id FROM records r WHERE {where}
"""
AUTHORS = """
SELECT a.name, count(*) FROM json_each(?) asked JOIN record_authors x ON x.record = asked.value
JOIN authors a ON a.id = x.author GROUP BY a.name
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for, and what is shown of it."""

    query: str
    filters: Filters
    wider: bool = False
    order: Order = "relevance"
    limit: int = 20
    offset: int = 0


def find(connection: Connection, wanted: Wanted) -> Results:
    """Give the records in which all terms are found, the best first; a query without a word finds nothing."""
    match = expression(wanted.query)
    if match is None:
        return Results([], 0, exact=True, facets={name: [] for name in FACETS}, query="")
    filters = dataclasses.replace(wanted.filters, match=match)
    values = {**wanted.filters.values(), "match": match, "limit": wanted.limit, "offset": wanted.offset}
    rows = connection.rows(FOUND.format(where=wanted.filters.where()), {**values, "open": OPEN, "close": CLOSE})
    counted = [tuple(row) for row in connection.rows(COUNTED.format(where=filters.where()), filters.values())]
    return Results([_hit(row) for row in rows], len(counted), True, _facets(connection, counted), wanted.query)


def _facets(connection: Connection, rows: list[tuple[Any, ...]]) -> dict[str, list[tuple[str, int]]]:
    columns = dict(zip(("site", "kind", "section", "year", "month"), zip(*(row[:5] for row in rows)), strict=False))
    counts = {name: Counter(one for one in column if one) for name, column in columns.items()}
    authors = connection.rows(AUTHORS, (json.dumps([row[5] for row in rows]),))
    counts["author"] = Counter({row[0]: row[1] for row in authors})
    found = {name: counts.get(name, Counter()).most_common() for name in FACETS}
    return {**found, "month": sorted(found["month"])}


def _hit(row: Row) -> Hit:
    facts = {name: row[name] for name in SHOWN}
    return Hit(**facts, snippet=snippet(row["in_lead"], row["in_body"], row["in_title"]))


def records(
    connection: Connection, query: str | None, filters: Filters, limit: int | None, *, wider: bool = False
) -> Iterator[Stored]:
    """Give the records that fit, whole, by number; memory does not grow with their count."""
    wanted = _with_query(filters, query, wider)
    if wanted:
        condition = f"WHERE {wanted.where()} ORDER BY r.id LIMIT :limit"
        yield from stored(connection, condition, {**wanted.values(), "limit": -1 if limit is None else limit})


def tally(
    connection: Connection, query: str | None, filters: Filters, limit: int | None, *, wider: bool = False
) -> Iterator[Counted]:
    """Count the records that :func:`records` gives."""
    wanted = _with_query(filters, query, wider)
    if wanted:
        values = {**wanted.values(), "limit": -1 if limit is None else limit}
        for row in connection.rows(TALLY.format(where=wanted.where()), values):
            yield Counted(*row)


def undated(connection: Connection, query: str | None, filters: Filters, *, wider: bool = False) -> int:
    """Count the records that fit but have no date, and so are in no span of time."""
    wanted = _with_query(filters, query, wider)
    number: int = connection.value(UNDATED.format(where=wanted.where()), wanted.values()) if wanted else 0
    return number


def _with_query(filters: Filters, query: str | None, wider: bool) -> Filters | None:
    """Add a query to filters; None where it holds no word and so finds nothing."""
    if not (query or "").strip():
        return filters
    match = expression(query or "")
    return dataclasses.replace(filters, match=match) if match else None
