"""Searching: a page of hits, the best first, with snippets, and counts of all that was found; safe on any text.

``pool`` asks the index for what fits, ``facets`` counts it by what ``facts`` remembers, ``ranking`` puts it into order,
``twins`` folds the same text of several sites into one, ``showing`` reads what is shown of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

from newsarchive.archive.asking import Asked, ask
from newsarchive.archive.connection import Connection
from newsarchive.archive.filters import Filters
from newsarchive.archive.models import FACETS, Counted, Hit, Order, Results, Stored
from newsarchive.archive.reading import stored
from newsarchive.archive.search.facets import facets
from newsarchive.archive.search.facts import Facts, facts
from newsarchive.archive.search.pool import MOST, Pool, Scored
from newsarchive.archive.search.ranking import ranked
from newsarchive.archive.search.showing import show
from newsarchive.archive.search.twins import folded

SPARE = 4
"""How many times as many records as are shown are looked at, where a date is the order: some are folded into others."""
TALLY = """
SELECT kind, site, substr(at, 1, 4), extractor, count(*), min(at), max(at), max(first_seen) FROM (
    SELECT r.kind, r.site, r.extractor, r.first_seen,
        CASE WHEN r.published GLOB '[0-9][0-9][0-9][0-9]*' THEN r.published END AS at
    FROM records r WHERE {where} ORDER BY r.id LIMIT :limit)
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""
"""A span whose beginning is open has no year."""
UNDATED = "SELECT count(*) FROM records r WHERE r.published IS NULL AND {where}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for, and what is shown of it."""

    query: str
    filters: Filters
    wider: bool = False
    order: Order = "relevance"
    limit: int = 20
    """Hits; none at all are looked for where it is 0."""
    offset: int = 0
    counts: Set[str] = frozenset(FACETS)
    """Those of :data:`~newsarchive.archive.models.FACETS` that are counted."""


def find(connection: Connection, wanted: Wanted) -> Results:
    """Give what fits a query and filters; a query that says nothing finds nothing.

    Raises:
        QueryError: the query cannot be understood.
    """
    asked = ask(connection, wanted.query, wider=wanted.wider)
    if not _asks(wanted.query, asked, wanted.filters):
        return Results([], 0, exact=True, facets={name: [] for name in FACETS if name in wanted.counts}, query="")
    where, values = _both(wanted.filters, asked)
    pool = Pool(connection, asked.match, where, values)
    ids = pool.ids()
    known = facts(connection, ids) if wanted.limit or wanted.counts else Facts()
    hits = _hits(connection, pool, ids, known, wanted) if wanted.limit else []
    counts = facets(connection, known, ids[:MOST], wanted.counts)
    return Results(hits, min(len(ids), MOST), len(ids) <= MOST, counts, str(asked))


def _hits(connection: Connection, pool: Pool, ids: list[int], known: Facts, wanted: Wanted) -> list[Hit]:
    heads = folded(connection, _ordered(pool, ids, known, wanted), wanted.offset + wanted.limit)
    return show(connection, pool.match, heads[wanted.offset :])


def _ordered(pool: Pool, ids: list[int], known: Facts, wanted: Wanted) -> list[Scored]:
    """Give the records in the order that was asked for; without words, the newest first."""
    if pool.match and wanted.order == "relevance":
        return ranked(pool.compared(ids), known)
    return pool.by_date(wanted.order, SPARE * (wanted.offset + wanted.limit))


def records(
    connection: Connection, query: str | None, filters: Filters, limit: int | None, *, wider: bool = False
) -> Iterator[Stored]:
    """Give the records that fit, whole, by number; memory does not grow with their count."""
    condition, values = _condition(connection, query, filters, wider)
    if condition:
        last = f"WHERE {condition} ORDER BY r.id LIMIT :limit"
        yield from stored(connection, last, {**values, "limit": -1 if limit is None else limit})


def tally(
    connection: Connection, query: str | None, filters: Filters, limit: int | None, *, wider: bool = False
) -> Iterator[Counted]:
    """Count the records that :func:`records` gives."""
    condition, values = _condition(connection, query, filters, wider)
    if condition:
        sql = TALLY.format(where=condition)
        for row in connection.rows(sql, {**values, "limit": -1 if limit is None else limit}):
            yield Counted(*row)


def undated(connection: Connection, query: str | None, filters: Filters, *, wider: bool = False) -> int:
    """Count the records that fit but have no date, and so are in no span of time."""
    condition, values = _condition(connection, query, filters, wider)
    number: int = connection.value(UNDATED.format(where=condition), values) if condition else 0
    return number


def _asks(query: str, asked: Asked, filters: Filters) -> bool:
    """Tell whether anything is asked for: a query of signs only is not the same as none beside filters."""
    return bool(asked.nodes) or (not query.strip() and bool(filters.values()))


def _both(filters: Filters, asked: Asked) -> tuple[str, dict[str, Any]]:
    """Give the condition of filters and a query, but for what the index must find, and all values."""
    conditions = [one for one in (filters.where(), asked.where()) if one != "true"]
    return " AND ".join(conditions) or "true", {**filters.values(), **asked.values}


def _condition(
    connection: Connection, query: str | None, filters: Filters, wider: bool
) -> tuple[str | None, dict[str, Any]]:
    """Give the whole condition of filters and a query, None where that finds nothing, and its values."""
    if query is None:
        return filters.where(), filters.values()
    asked = ask(connection, query, wider=wider)
    if not _asks(query, asked, filters):
        return None, {}
    return f"{filters.where()} AND {asked.whole()}", {**filters.values(), **asked.values}
