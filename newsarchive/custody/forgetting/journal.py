"""The log of the takedowns: what was done for which reason, and what of it an interrupted one still has to do.

While a takedown is under way its row names the record and the persons; when it is done, neither.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from newsarchive.archive import Archive
from newsarchive.archive.times import stamp
from newsarchive.custody.forgetting.models import Removed

BEGIN = "INSERT INTO forgets (at, reason, removed) VALUES (?, ?, ?)"
SAVE = "UPDATE forgets SET removed = ? WHERE id = ?"
STONE = "INSERT INTO tombstones (address, forgotten) VALUES (?, ?) ON CONFLICT DO NOTHING"
OPEN = "SELECT id, removed FROM forgets WHERE removed ->> 'state' IN ('begun', 'wiped') ORDER BY id"


@dataclass(slots=True)
class Journal:
    """One takedown's row."""

    archive: Archive
    number: int
    removed: Removed

    @classmethod
    def begin(cls, archive: Archive, reason: str, removed: Removed, addresses: Iterable[str]) -> Journal:
        """Open a row, and bury the addresses (in their normal form) with it."""
        with archive.transaction():
            row = archive.connection.execute(BEGIN, (stamp(), reason, "{}"))
            assert row.lastrowid is not None
            journal = cls(archive, row.lastrowid, removed)
            journal.bury(addresses)
            journal.save()
        return journal

    def bury(self, addresses: Iterable[str]) -> None:
        """Put a tombstone on each address."""
        stones = [(sha256(one.encode("utf-8", "replace")).hexdigest(), self.number) for one in addresses]
        self.archive.connection.many(STONE, stones)
        count = self.archive.connection.value("SELECT count(*) FROM tombstones WHERE forgotten = ?", (self.number,))
        self.removed.addresses = int(count)

    def save(self) -> None:
        """Write down how far it is."""
        text = json.dumps(self.removed.to_dict(), ensure_ascii=False)
        self.archive.connection.execute(SAVE, (text, self.number))


def unfinished(archive: Archive) -> list[Journal]:
    """Give the takedowns that were interrupted, the oldest first."""
    rows = list(archive.connection.rows(OPEN))
    return [Journal(archive, row["id"], Removed.from_dict(json.loads(row["removed"]))) for row in rows]
