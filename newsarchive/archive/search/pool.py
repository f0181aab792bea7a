"""What fits a query: the numbers of all records that do, and the best of them.

Only so many are compared with each other: of a word that is everywhere, the records that were stored last, and those
that have it in their title. Where a date is the order, nothing is left out.
"""

from __future__ import annotations

import json
from typing import Any

from newsarchive.archive.connection import Connection
from newsarchive.archive.models import Order

MOST = 200_000
"""Records that are counted; of more, at least so many are told."""
COMPARED = 4_000
"""Records that are compared by how well their words fit."""
TITLED = 2_000
"""Records with the words in their title that are compared besides, where there are more than :data:`COMPARED`."""

WORDS = """
SELECT rowid AS id {score} FROM records_fts
WHERE records_fts MATCH :match {between} ORDER BY rowid DESC LIMIT :most
"""
FILTERED = """
SELECT r.id {score} FROM records_fts CROSS JOIN records r INDEXED BY records_facts ON r.id = records_fts.rowid
WHERE records_fts MATCH :match {between} AND {where} ORDER BY records_fts.rowid DESC LIMIT :most
"""
"""The index goes first and is asked once; the texts, which lie in the long rows, are not read for it."""
SCORE = ", -records_fts.rank"
OLDER = "AND records_fts.rowid < :oldest"
KNOWN = """
SELECT rowid, -rank FROM records_fts
WHERE records_fts MATCH :match AND rowid <= :newest AND rowid >= :oldest {among} ORDER BY rowid DESC
"""
AMONG = "AND +rowid IN (SELECT value FROM json_each(:ids))"
"""With the sign, the index is gone through once; without, it would be asked for each of them."""
LATER = "AND records_fts.rowid > :beyond"
"""The index need not go through what came in before."""
LIST = "SELECT json_group_array(id) FROM ({0})"
"""As one text; many rows would take three times as long."""
ALL = "SELECT r.id FROM records r INDEXED BY records_published WHERE {where} LIMIT :most"
DATED = """
SELECT r.id, 0.0 FROM records r INDEXED BY records_published
WHERE r.published IS NOT NULL AND {where} ORDER BY r.published {direction}, r.id {direction} LIMIT :most
"""
UNDATED = """
SELECT r.id, 0.0 FROM records r INDEXED BY records_published
WHERE r.published IS NULL AND {where} ORDER BY r.id DESC LIMIT :most
"""
FOUND = "r.id IN (SELECT rowid FROM records_fts WHERE records_fts MATCH :match {between})"

Scored = tuple[int, float]
"""The number of a record, and how well its words fit: the more the better."""


class Pool:
    """What fits one query in one archive: ``match`` in the index, ``where`` on ``records r``."""

    def __init__(self, connection: Connection, match: str | None, where: str, values: dict[str, Any]) -> None:
        self.connection = connection
        self.match = match
        self.where = where
        self.values = values
        self.later = LATER if "beyond" in values else ""

    def ids(self) -> list[int]:
        """Give the numbers of all that fit, but for those above :data:`MOST`."""
        sql = self._by_words() if self.match else ALL.format(where=self.where)
        ((listed,),) = self._ask(LIST.format(sql), most=MOST + 1)
        ids: list[int] = json.loads(listed)
        return ids

    def compared(self, ids: list[int]) -> list[Scored]:
        """Give what is compared, with its scores; ``ids`` are all that fit."""
        if not ids:
            return []
        newest = ids[:COMPARED]
        among = "" if self.where == "true" else AMONG
        ends = {"newest": newest[0], "oldest": newest[-1], "ids": json.dumps(newest)}
        found = self._ask(KNOWN.format(among=among), **ends)
        if len(ids) > COMPARED:
            title = {"match": f"{{title}} : ({self.match})", "oldest": newest[-1]}
            older = self._ask(self._by_words(SCORE, OLDER), most=TITLED, **title)
            fit = {number for number, _ in older}.intersection(ids)
            found += (one for one in older if one[0] in fit)
        return found

    def by_date(self, order: Order, most: int) -> list[Scored]:
        """Give the newest or oldest, and last of all what has no date; without scores."""
        where = f"{FOUND.format(between=self.later)} AND {self.where}" if self.match else self.where
        direction = "ASC" if order == "oldest" else "DESC"
        dated = self._ask(DATED.format(where=where, direction=direction), most=most)
        return dated + self._ask(UNDATED.format(where=where), most=most - len(dated))

    def _by_words(self, score: str = "", between: str = "") -> str:
        sql = WORDS if self.where == "true" else FILTERED
        return sql.format(score=score, between=f"{between} {self.later}", where=self.where)

    def _ask(self, sql: str, **values: Any) -> list[Any]:
        with self.connection.errors():
            return self.connection.execute(sql, {**self.values, **values}).fetchall()
