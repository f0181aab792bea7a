"""What becomes of each snapshot: it goes, it is redacted, or it takes over a body that it only borrowed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from newsarchive.archive import Archive
from newsarchive.custody.forgetting.models import Fate, Fates
from newsarchive.custody.forgetting.scanning import Hit
from newsarchive.custody.redaction import Phrase

BY_PLACE = "SELECT id FROM snapshots WHERE file = ? AND offset = ?"
AT = "SELECT s.id FROM json_each(?) a CROSS JOIN snapshots s ON s.address = a.value"
READ_FROM = """
SELECT snapshot FROM versions WHERE record = ?1 AND snapshot IS NOT NULL
UNION SELECT snapshot FROM records WHERE id = ?1 AND snapshot IS NOT NULL
"""
SAME_PAYLOAD = """
SELECT o.id FROM json_each(?) a CROSS JOIN snapshots s ON s.id = a.value
JOIN snapshots o ON o.digest = s.digest OR o.id = s.original OR o.original = s.id
WHERE s.digest IS NOT NULL OR o.id <> s.id
"""
FAMILY = """
SELECT s.id, coalesce(s.original, s.id) AS root FROM snapshots s
JOIN (SELECT DISTINCT coalesce(x.original, x.id) AS root FROM json_each(?) a CROSS JOIN snapshots x ON x.id = a.value) f
    ON s.id = f.root OR s.original = f.root
ORDER BY s.id
"""
NEEDED = """
SELECT s.id, r.id AS record FROM json_each(?2) a CROSS JOIN snapshots s ON s.id = a.value
JOIN records r ON r.snapshot = s.id OR r.address = s.address WHERE r.id <> ?1
UNION SELECT s.id, v.record FROM json_each(?2) a CROSS JOIN snapshots s ON s.id = a.value
JOIN versions v ON v.snapshot = s.id WHERE v.record <> ?1
UNION SELECT s.id, l.record FROM json_each(?2) a CROSS JOIN snapshots s ON s.id = a.value
JOIN aliases l ON l.address = s.address WHERE l.record <> ?1
"""
"""Which of the snapshots are a page of another record, and of which."""


def decide(
    archive: Archive,
    number: int,
    addresses: Iterable[str],
    hits: Iterable[Hit],
    spared: Mapping[int, frozenset[Phrase]],
    also: Iterable[int] = (),
) -> Fates:
    """Decide for each snapshot that has to do with record ``number``.

    All at its ``addresses`` goes, the snapshots ``also``, and every copy of a payload it was read from. What else
    holds the words goes too (lists, feeds, errors), unless it is a page of another record: that is redacted, of what
    is not ``spared``.
    """
    ask = _Ask(archive)
    by_id, nameless = ask.numbered(hits)
    direct = ask.ids(AT, sorted(addresses))
    pages = {row[0] for row in archive.connection.rows(READ_FROM, (number,))}
    direct |= set(also) | pages | ask.ids(SAME_PAYLOAD, sorted(pages))
    families = ask.families(direct | set(by_id))
    needed = ask.needed(number, {one for family in families.values() for one in family})
    fates: dict[int, Fate] = {}
    heirs: dict[int, int] = {}
    for root, family in families.items():
        fates.update(_family(root, family, direct, by_id, needed, spared))
        left = [one for one in family if fates.get(one) != "drop"]
        if fates.get(root) == "drop":
            fates.update({one: fates.get(one, "move") for one in left})
            heirs.update(_heirs(left, ask.unsent(left)))
    return Fates(fates, nameless, heirs)


def _family(
    root: int,
    family: list[int],
    direct: set[int],
    hits: Mapping[int, Hit],
    needed: Mapping[int, set[int]],
    spared: Mapping[int, frozenset[Phrase]],
) -> dict[int, Fate]:
    """Decide for a payload and all who repeat it."""
    kept = frozenset[Phrase]().union(*(spared.get(record, ()) for one in family for record in needed.get(one, ())))
    body = root in hits and (hits[root].links or bool(hits[root].payload - kept))
    fates: dict[int, Fate] = {}
    for one in family:
        told = one in hits and hits[one].head
        if one in direct or ((body or told) and one not in needed):
            fates[one] = "drop"
        elif told or (body and one == root):
            fates[one] = "redact"
    return fates


def _heirs(left: list[int], unsent: set[int]) -> dict[int, int]:
    """Say who holds the payload that the others go on repeating; a 304 has none to give, and stands alone then."""
    heir = next((one for one in left if one not in unsent), None)
    return {one: heir or one for one in left}


class _Ask:
    """Questions to the table ``snapshots``, about many at once."""

    def __init__(self, archive: Archive) -> None:
        self.connection = archive.connection

    def ids(self, sql: str, values: Iterable[Any]) -> set[int]:
        """Give the numbers that a statement finds for a list of values."""
        return {row[0] for row in self.connection.rows(sql, (json.dumps(list(values)),))}

    def numbered(self, hits: Iterable[Hit]) -> tuple[dict[int, Hit], frozenset[tuple[str, int]]]:
        """Give hits by the number of their snapshot, and the places of those that have none."""
        found, nameless = {}, set()
        for hit in hits:
            number = self.connection.value(BY_PLACE, (hit.file, hit.offset))
            if number is None:
                nameless.add((hit.file, hit.offset))
            else:
                found[number] = hit
        return found, frozenset(nameless)

    def unsent(self, ids: Iterable[int]) -> set[int]:
        """Give those that are a "304 Not Modified"."""
        return self.ids("SELECT s.id FROM json_each(?) a JOIN snapshots s ON s.id = a.value WHERE s.status = 304", ids)

    def families(self, ids: Iterable[int]) -> dict[int, list[int]]:
        """Give the snapshots with those who share their payload, by the one that holds it."""
        found: dict[int, list[int]] = {}
        for number, root in self.connection.rows(FAMILY, (json.dumps(sorted(ids)),)):
            found.setdefault(root, []).append(number)
        return found

    def needed(self, number: int, ids: Iterable[int]) -> dict[int, set[int]]:
        """Give which snapshots are pages of which other records."""
        found: dict[int, set[int]] = {}
        for one, record in self.connection.rows(NEEDED, (number, json.dumps(sorted(ids)))):
            found.setdefault(one, set()).add(record)
        return found
