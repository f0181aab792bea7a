"""What is shown of a hit: read for the hits of one page only, for it lies in the long rows."""

from __future__ import annotations

import json

from newsarchive.archive.connection import Connection
from newsarchive.archive.models import Also, Hit
from newsarchive.archive.search.twins import Head
from newsarchive.archive.snippet import CLOSE, OPEN, snippet

HIT = """
SELECT r.id, r.url, r.site, r.kind, r.title, r.published, r.section, r.first_seen,
    coalesce(r.lead, r.body) AS opening FROM records r WHERE r.id = ?
"""
MARKED = """
SELECT highlight(records_fts, 0, :open, :close), highlight(records_fts, 1, :open, :close),
    highlight(records_fts, 2, :open, :close)
FROM records_fts WHERE records_fts MATCH :match AND rowid = :id
"""
ADDRESSES = "SELECT id, site, url FROM records WHERE id IN (SELECT value FROM json_each(?))"
SHOWN = ("id", "url", "site", "kind", "title", "published", "section", "first_seen")


def show(connection: Connection, match: str | None, heads: list[Head]) -> list[Hit]:
    """Give the hits of a page, in their order."""
    asked = json.dumps([other for head in heads for other in head.others])
    others = {row["id"]: Also(*row) for row in connection.rows(ADDRESSES, (asked,))}
    return [_hit(connection, match, head, tuple(others[one] for one in head.others)) for head in heads]


def _hit(connection: Connection, match: str | None, head: Head, also: tuple[Also, ...]) -> Hit:
    row = connection.row(HIT, (head.id,))
    assert row
    marked = _marked(connection, match, head.id) or (row["opening"],)
    return Hit(**{name: row[name] for name in SHOWN}, snippet=snippet(*marked), score=head.score, also=also)


def _marked(connection: Connection, match: str | None, number: int) -> tuple[str | None, ...] | None:
    """Give lead, body and title with the words marked; of the first of equally good ones, a piece is shown."""
    if match is None:
        return None
    values = {"match": match, "id": number, "open": OPEN, "close": CLOSE}
    found = connection.row(MARKED, values)
    return (found[1], found[2], found[0]) if found else None
