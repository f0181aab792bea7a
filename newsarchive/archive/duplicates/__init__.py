"""Records that resemble each other: one press release on several portals, a notice that moved by a day.

They are linked and never dropped. Table ``sketches`` has up to 12 marks of each record, numbers made of four words in a
row; dates and figures are left out, so that notices which differ in them still meet. Records that share enough
marks are compared by their texts; those that are twins get a row in ``duplicates``: ``score`` is the share of all pairs
of neighbouring words, 0 to 1, that both texts have, and ``differs`` a JSON list, first the kinds of difference as
:func:`~newsarchive.archive.differing.alters` gives them, then up to three of the differing words as ``older -> newer``:
``["numbers", "29 -> 30"]``. Records of the same words, whatever their typography, have score 1.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

from newsarchive.archive.connection import Connection
from newsarchive.archive.differing import Text, compare, told
from newsarchive.archive.duplicates.resemblance import Wording, alike
from newsarchive.archive.duplicates.sketch import marks

__all__ = ["Twin", "link", "twins"]

CROWD = 40
"""Records with one mark that are looked at, the newest; a mark with so many may be what ends every page."""
MOST = 10
"""Records that one is compared with when it is saved; with those that come later it has about twice as many links."""
SHARE = 4
"""A candidate has at least every fourth mark that tells records apart."""
SHOWN = 3
"""Differing words that a link tells."""

MEET = """
SELECT m.value AS mark, s.record FROM json_each(?1) m JOIN sketches s ON s.mark = m.value AND s.record >= coalesce(
    (SELECT record FROM sketches WHERE mark = m.value ORDER BY record DESC LIMIT 1 OFFSET ?2), 0)
"""
NOTE = "INSERT INTO sketches (record, mark) SELECT ?, value FROM json_each(?) ORDER BY value"
TEXTS = "SELECT id, title, lead, body FROM records WHERE id IN (SELECT value FROM json_each(?))"
WHOLE = "SELECT title, lead, body, site FROM records WHERE id = ?"
ELSEWHERE = "SELECT id FROM records WHERE id IN (SELECT value FROM json_each(?)) AND site <> ?"
REMOVE = (
    "DELETE FROM sketches WHERE record = ?",
    "DELETE FROM duplicates WHERE record = ?",
    "DELETE FROM duplicates WHERE other = ?",
)
TWINS = """
SELECT r.id AS record, r.url, r.site, r.title, d.score, d.differs FROM (
    SELECT other AS id, score, differs FROM duplicates WHERE record = ?1 UNION ALL
    SELECT record, score, differs FROM duplicates WHERE other = ?1) d
JOIN records r ON r.id = d.id ORDER BY d.score DESC, r.id
"""


@dataclass(frozen=True, slots=True)
class Twin:
    """A record that resembles another."""

    record: int
    """Its number."""
    url: str
    site: str
    title: str | None
    score: float
    """How much of their wording they share, 0 to 1."""
    differs: list[str]
    """Kinds of difference, then differing words, ``older -> newer``: the record with the lower number is the older."""


def link(connection: Connection, number: int, title: str | None, lead: str | None, body: str | None, site: str) -> None:
    """Link a stored record to those that resemble it, in the place of its former links.

    The transaction is the caller's. The records may come in any order: the links are the same, as long as none meets
    more than :data:`CROWD` others. A record with a title only has none.
    """
    unlink(connection, number)
    if lead or body:
        _link(connection, number, (title, lead, body), site)


def link_all(connection: Connection) -> None:
    """Link all records anew; 100,000 of them take about a minute. The transaction is the caller's."""
    for (number,) in connection.execute("SELECT id FROM records ORDER BY id").fetchall():
        title, lead, body, site = connection.execute(WHOLE, (number,)).fetchone()
        link(connection, number, title, lead, body, site)


def unlink(connection: Connection, number: int) -> None:
    """Take away the sketch and all links of a record."""
    for statement in REMOVE:
        connection.execute(statement, (number,))


def twins(connection: Connection, number: int) -> list[Twin]:
    """Give the records that are linked to one, before and after it, the most alike first."""
    rows = (dict(row) for row in connection.rows(TWINS, (number,)))
    return [Twin(**{**row, "differs": json.loads(row["differs"])}) for row in rows]


def _link(connection: Connection, number: int, text: Text, site: str) -> None:
    wording = Wording(text)
    found = marks(wording.whole)
    rows = _rows(connection, number, wording, _candidates(connection, found, site))
    connection.many("INSERT INTO duplicates (record, other, score, differs) VALUES (?, ?, ?, ?)", [*rows])
    connection.execute(NOTE, (number, json.dumps(found)))


def _candidates(connection: Connection, found: list[int], site: str) -> list[int]:
    """Give the numbers of the records that share enough marks; of too many the nearest, other sites' first.

    Crowded marks do not count, unless most are: then the record is itself one of a long row.
    """
    meetings = _meetings(connection, found)
    crowded = {mark for mark, records in meetings.items() if len(records) >= CROWD}
    rare = Counter(record for mark, records in meetings.items() if mark not in crowded for record in records)
    near = _enough(rare, len(found) - len(crowded))
    shared = Counter(record for records in meetings.values() for record in records)
    if 2 * len(crowded) > len(found):
        near |= _enough(shared, len(found))
    if len(near) <= MOST:
        return list(near)
    elsewhere = {row[0] for row in connection.execute(ELSEWHERE, (json.dumps(list(near)), site))}
    return nlargest(MOST, near, lambda record: (rare[record], shared[record], record in elsewhere, record))


def _meetings(connection: Connection, found: list[int]) -> dict[int, list[int]]:
    """Give for each mark the newest records that have it."""
    meetings: dict[int, list[int]] = defaultdict(list)
    for mark, record in connection.execute(MEET, (json.dumps(found), CROWD - 1)).fetchall():
        meetings[mark].append(record)
    return meetings


def _enough(shared: Counter[int], of: int) -> set[int]:
    return {record for record, count in shared.items() if count * SHARE >= of}


def _rows(
    connection: Connection, number: int, wording: Wording, candidates: list[int]
) -> Iterator[tuple[int, int, float, str]]:
    """Give the rows of ``duplicates`` for the candidates whose texts are twins."""
    for record, *text in connection.execute(TEXTS, (json.dumps(candidates),)).fetchall() if candidates else ():
        other = Wording((text[0], text[1], text[2]))
        score = alike(wording, other)
        if score is not None:
            before, after = (other, wording) if record < number else (wording, other)
            yield max(record, number), min(record, number), score, _differs(before.text, after.text)


def _differs(old: Text, new: Text) -> str:
    kinds, changes = compare(old, new)
    return json.dumps([*kinds, *told(changes, SHOWN)], ensure_ascii=False)
