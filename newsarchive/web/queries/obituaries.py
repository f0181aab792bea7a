"""What the pages of obituaries ask the archive: those of a month, of a letter, and ceremonies of some days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row
from typing import Any

from newsarchive.archive import Archive
from newsarchive.items import Ceremony, Obituary, Record
from newsarchive.web.alphabet import LETTERS, OTHERS, initial, order

MOST_NAMES = 50_000
"""Names of one letter that are put in order."""
WIDEST = 300
PERSON = """
SELECT o.id, o.record, o.position, substr(o.name, 1, :wide) AS name, substr(o.maiden_name, 1, :wide) AS maiden_name,
    substr(o.born, 1, 40) AS born, substr(o.died, 1, 40) AS died, o.age, substr(o.residence, 1, :wide) AS residence,
    substr(r.title, 1, :wide) AS title, r.site, r.url, r.published,
    coalesce((SELECT max(seen_at) FROM versions WHERE record = r.id), r.first_seen) AS seen
"""
OF_MONTH = f"""
{PERSON} FROM records r JOIN obituaries o ON o.record = r.id
WHERE r.kind = 'obituary' AND r.published >= :since AND r.published < :until || 'U'
ORDER BY r.published DESC, r.id, o.position LIMIT :limit OFFSET :offset
"""
COUNT_OF_MONTH = """
SELECT count(*) FROM records r JOIN obituaries o ON o.record = r.id
WHERE r.kind = 'obituary' AND r.published >= ? AND r.published < ? || 'U'
"""
LAST_PUBLISHED = """
SELECT max(published) FROM records WHERE kind = 'obituary' AND published < ? || 'U'
"""
NAMES = """
SELECT id, family_name, given_name FROM obituaries WHERE family_name >= ? AND family_name < ? LIMIT ?
"""
OTHER_NAMES = """
SELECT id, family_name, given_name FROM obituaries
WHERE family_name IS NULL OR family_name < 'A' OR family_name > '[' LIMIT ?
"""
"""Those without one, and those that no capital letter of ASCII begins; which of them ours begin is seen then."""
THERE = "SELECT 1 FROM obituaries WHERE family_name >= ? AND family_name < ? LIMIT 1"
ASKED = f"""
{PERSON} FROM json_each(:asked) AS a CROSS JOIN obituaries o ON o.id = a.value JOIN records r ON r.id = o.record
ORDER BY a.key
"""
CEREMONIES = """
SELECT c.obituary, substr(c.kind, 1, 40) AS kind, substr(c.at, 1, 40) AS at, substr(c.place, 1, 300) AS place
FROM json_each(?) AS a CROSS JOIN ceremonies c ON c.obituary = a.value ORDER BY c.id
"""
HELD = """
SELECT c.obituary, min(c.at) AS at FROM ceremonies c
WHERE c.at >= ? AND c.at < ? || 'U' GROUP BY c.obituary ORDER BY min(c.at), c.obituary LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is mourned, with what the record tells of the page."""

    number: int
    """Of the record."""
    position: int
    """Of the person in the record."""
    obituary: Obituary
    record: Record
    """Site, title, address and day only."""
    seen: str
    """When the archive last saw it change."""


def of_month(archive: Archive, since: date, until: date, *, limit: int, offset: int = 0) -> list[Person]:
    """Give those whose obituary was published in some days, the last ones first."""
    values = {"since": since.isoformat(), "until": until.isoformat(), "limit": limit, "offset": offset}
    return _people(archive, archive.connection.rows(OF_MONTH, values | {"wide": WIDEST}))


def count_of_month(archive: Archive, since: date, until: date) -> int:
    """Count them."""
    return int(archive.connection.value(COUNT_OF_MONTH, (since.isoformat(), until.isoformat())))


def last_published(archive: Archive, until: date) -> str | None:
    """Give when the last obituary until a day was published."""
    found: str | None = archive.connection.value(LAST_PUBLISHED, (until.isoformat(),))
    return found


def letters(archive: Archive) -> dict[str, bool]:
    """Tell of every letter whether somebody's family name begins with it."""
    return {
        letter: any(archive.connection.value(THERE, bounds) for bounds in _bounds(letter)) for letter in LETTERS
    } | {OTHERS: True}


def of_letter(archive: Archive, letter: str, *, limit: int, offset: int = 0) -> tuple[list[Person], int]:
    """Give those whose family name begins with a letter, in the order of the alphabet, and how many there are."""
    found = sorted((_key(family), _key(given), number) for number, family, given in _names(archive, letter))
    numbers = [number for _, _, number in found[offset : offset + limit]]
    return by_numbers(archive, numbers), len(found)


def ceremonies(archive: Archive, since: date, until: date, *, limit: int) -> list[Person]:
    """Give those for whom a ceremony is held in some days, in the order of these ceremonies."""
    rows = archive.connection.rows(HELD, (since.isoformat(), until.isoformat(), limit))
    return by_numbers(archive, [row["obituary"] for row in rows])


def by_numbers(archive: Archive, numbers: list[int]) -> list[Person]:
    """Give people by the numbers of their obituaries, in that order."""
    return _people(archive, archive.connection.rows(ASKED, {"asked": json.dumps(numbers), "wide": WIDEST}))


def _names(archive: Archive, letter: str) -> Iterator[tuple[int, str | None, str | None]]:
    questions: Iterable[tuple[str, tuple[Any, ...]]] = (
        [(OTHER_NAMES, (MOST_NAMES,))]
        if letter == OTHERS
        else [(NAMES, (*bounds, MOST_NAMES)) for bounds in _bounds(letter)]
    )
    for sql, values in questions:
        for number, family, given in archive.connection.rows(sql, values):
            if letter != OTHERS or initial(family) == OTHERS:
                yield number, family, given


def _bounds(letter: str) -> list[tuple[str, str]]:
    """Give the names between which those of a letter stand, large and small; the next sign comes after all of them."""
    return [(sign, chr(ord(sign) + 1)) for sign in (letter, letter.lower())]


def _key(name: str | None) -> tuple[tuple[int, str], ...]:
    return order(name or "")


def _people(archive: Archive, rows: Iterable[Row]) -> list[Person]:
    kept = list(rows)
    held: dict[int, list[Ceremony]] = {row["id"]: [] for row in kept}
    for number, kind, at, place in archive.connection.rows(CEREMONIES, (json.dumps(list(held)),)):
        held[number].append(Ceremony(kind, at, place))
    return [_person(row, held[row["id"]]) for row in kept]


def _person(row: Row, held: list[Ceremony]) -> Person:
    names = ("name", "maiden_name", "born", "died", "age", "residence")
    obituary = Obituary(**{name: row[name] for name in names}, ceremonies=held)
    record = Record("obituary", row["site"], row["url"], title=row["title"], published=row["published"])
    return Person(row["record"], row["position"], obituary, record, row["seen"])
