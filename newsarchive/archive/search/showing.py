"""What is shown of a hit: read for the hits of one page only, for it lies in the long rows."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from newsarchive.archive.connection import Connection
from newsarchive.archive.models import Also, Hit
from newsarchive.archive.search.twins import Head
from newsarchive.archive.snippet import CLOSE, OPEN, snippet

HITS = """
SELECT r.id, r.url, r.site, r.kind, r.title, r.published, r.section, r.first_seen, r.lead, r.body
FROM records r WHERE r.id IN (SELECT value FROM json_each(?))
"""
TEXTS = "CREATE VIRTUAL TABLE texts USING fts5 (title, lead, body, tokenize='unicode61 remove_diacritics 2')"
"""An index as ``records_fts`` is, of the hits alone: the large one would look up each word once for every hit."""
FILL = "INSERT INTO texts (rowid, title, lead, body) VALUES (?, ?, ?, ?)"
MARKED = """
SELECT rowid, highlight(texts, 1, :open, :close), highlight(texts, 2, :open, :close), highlight(texts, 0, :open, :close)
FROM texts WHERE texts MATCH :match
"""
ADDRESSES = "SELECT id, site, url FROM records WHERE id IN (SELECT value FROM json_each(?))"
SHOWN = ("id", "url", "site", "kind", "title", "published", "section", "first_seen")

Texts = tuple[str | None, ...]


def show(connection: Connection, match: str | None, heads: list[Head]) -> list[Hit]:
    """Give the hits of a page, in their order."""
    rows = {row["id"]: row for row in connection.rows(HITS, (json.dumps([head.id for head in heads]),))}
    others = _others(connection, heads)
    marked = _marked(match, list(rows.values())) if match else {}
    return [_hit(rows[head.id], head, marked.get(head.id), others) for head in heads]


def _others(connection: Connection, heads: list[Head]) -> dict[int, Also]:
    asked = json.dumps([other for head in heads for other in head.others])
    return {row["id"]: Also(*row) for row in connection.rows(ADDRESSES, (asked,))}


def _hit(row: sqlite3.Row, head: Head, marked: Texts | None, others: dict[int, Also]) -> Hit:
    texts = marked or (row["body"] if row["lead"] is None else row["lead"],)
    also = tuple(others[one] for one in head.others)
    return Hit(**{name: row[name] for name in SHOWN}, snippet=snippet(*texts), score=head.score, also=also)


def _marked(match: str, rows: list[sqlite3.Row]) -> dict[int, Texts]:
    """Give lead, body and title with the words marked; of the first of equally good ones, a piece is shown."""
    with closing(sqlite3.connect(":memory:")) as small:
        small.execute(TEXTS)
        small.executemany(FILL, ((row["id"], row["title"], row["lead"], row["body"]) for row in rows))
        found = small.execute(MARKED, {"match": match, "open": OPEN, "close": CLOSE}).fetchall()
    return {number: tuple(texts) for number, *texts in found}
