"""What must outlive an archive that a backup replaces: its takedowns, and the numbers that it has given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.archive.buried import inscription
from newsarchive.custody.forgetting import bury, finish, forget, plan

LATER = "SELECT address, forgotten FROM tombstones"
FORGETS = "SELECT id, at, reason, removed FROM forgets"
LOG = "INSERT INTO forgets (at, reason, removed) VALUES (?, ?, ?)"
STONE = "INSERT INTO tombstones (address, forgotten) VALUES (?, ?) ON CONFLICT DO NOTHING"
ADDRESSES = "SELECT id, url FROM records UNION ALL SELECT record, url FROM aliases ORDER BY 1"
PAGES = "SELECT DISTINCT id, address FROM snapshots WHERE address IS NOT NULL"
NUMBERS = "SELECT name, seq FROM sqlite_sequence"
KEEP = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"


def carry(data: Path, old: Archive, new: Archive) -> int:
    """Take down in ``new`` (whose files lie in ``data``) what was taken down in ``old``; give how many records.

    No number of a record that ``old`` has given is given again.
    """
    new.connection.many(KEEP, [(row["seq"], row["name"]) for row in old.connection.rows(NUMBERS)])
    finish(data, new)
    reasons = _later(old, new)
    found = dict(_buried(new, reasons))
    for number, reason in found.items():
        forget(data, new, plan(data, new, number), reason)
    _copy_stones(old, new)
    stones = {row["address"] for row in new.connection.rows(LATER)}
    pages = [row["id"] for row in new.connection.rows(PAGES) if inscription(row["address"]) in stones]
    bury(data, new, pages)
    return len(found)


def _later(old: Archive, new: Archive) -> dict[str, str]:
    """Give the tombstones that the backup does not know, with the reason of each."""
    known = {row["address"] for row in new.connection.rows(LATER)}
    reasons = {row["id"]: row["reason"] for row in old.connection.rows(FORGETS)}
    stones = [tuple(row) for row in old.connection.rows(LATER)]
    return {stone: reasons[number] for stone, number in stones if stone not in known}


def _buried(new: Archive, reasons: dict[str, str]) -> Iterator[tuple[int, str]]:
    """Give the records that have an address of which a tombstone tells, with its reason."""
    for number, url in new.connection.rows(ADDRESSES):
        reason = reasons.get(inscription(url))
        if reason is not None:
            yield number, reason


def _copy_stones(old: Archive, new: Archive) -> None:
    """Write the log and the tombstones of ``old`` into ``new``, as far as they are not there."""
    known = {(row["at"], row["reason"]) for row in new.connection.rows(FORGETS)}
    stones = [tuple(row) for row in old.connection.rows(LATER)]
    with new.transaction():
        for number, at, reason, removed in list(old.connection.rows(FORGETS)):
            if (at, reason) not in known:
                row = new.connection.execute(LOG, (at, reason, removed)).lastrowid
                new.connection.many(STONE, [(stone, row) for stone, forgotten in stones if forgotten == number])
