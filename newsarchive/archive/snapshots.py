"""Where every response lies: the index of the WARC files, which ``newsarchive.snapshots`` writes and reads."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from newsarchive.archive.address import address
from newsarchive.archive.connection import Connection
from newsarchive.archive.models import Snapshot, Warc
from newsarchive.archive.state import need_site

COLUMNS = tuple(one.name for one in dataclasses.fields(Snapshot))
NOTE = f"INSERT INTO snapshots ({', '.join(COLUMNS[1:])}) VALUES ({', '.join(f':{name}' for name in COLUMNS[1:])})"  # noqa: S608 -- our own names
SELECT = f"SELECT {', '.join(COLUMNS)} FROM snapshots"  # noqa: S608 -- our own names
BY_ID = f"{SELECT} WHERE id = ?"
PAYLOAD = (
    f"{SELECT} WHERE digest = ? AND site = ? AND original IS NULL AND redacted IS NULL AND length IS NOT NULL "
    "ORDER BY id LIMIT 1"
)
CONDITIONS = {
    "site": "+site = :site",
    "file": "file = :file",
    "run": "run = :run",
    "address": "address = :address",
    "since": "+fetched_at >= :since",
}
"""For each filter its condition; after a plus no index is used, which would sort all of a site for every portion."""
MANY = 1000
"""Snapshots that are read at once: nobody who works through millions holds the table while doing so."""

NOTE_WARC = """
INSERT INTO warcs (file, site) VALUES (?, ?)
ON CONFLICT (file) DO UPDATE SET bytes = NULL, sha256 = NULL, sealed_at = NULL
"""
SEAL_WARC = "UPDATE warcs SET bytes = ?, sha256 = ?, sealed_at = ? WHERE file = ?"


def note_snapshot(connection: Connection, values: Mapping[str, Any]) -> int:
    """Note a response and give its number."""
    with connection.transaction():
        if values["site"] is not None:
            need_site(connection, values["site"])
        number = connection.execute(NOTE, {**values, "address": address(values["url"])}).lastrowid
    assert number is not None
    return number


def snapshot(connection: Connection, number: int) -> Snapshot | None:
    """Give the snapshot of that number."""
    row = connection.row(BY_ID, (number,))
    return Snapshot(**row) if row else None


def snapshots(connection: Connection, wanted: Mapping[str, Any]) -> Iterator[Snapshot]:
    """Give the snapshots that fit (None: any), by number; what is noted meanwhile may come last."""
    used = {name: value for name, value in wanted.items() if value is not None}
    where = " AND ".join([CONDITIONS[name] for name in used] + ["id > :last"])
    sql, last = f"{SELECT} WHERE {where} ORDER BY id LIMIT {MANY}", 0
    while found := [Snapshot(**row) for row in connection.rows(sql, {**used, "last": last})]:
        yield from found
        last = found[-1].id


def find_payload(connection: Connection, digest: str, site: str) -> Snapshot | None:
    """Give the first snapshot of the site that holds this very payload itself, whole."""
    row = connection.row(PAYLOAD, (digest, site))
    return Snapshot(**row) if row else None


def note_warc(connection: Connection, file: str, site: str) -> None:
    """Note that a file is being written, a new one or one that was closed before."""
    with connection.transaction():
        need_site(connection, site)
        connection.execute(NOTE_WARC, (file, site))


def seal_warc(connection: Connection, file: str, size: int, sha256: str, now: str) -> None:
    """Note what a file is like that was closed."""
    connection.execute(SEAL_WARC, (size, sha256, now, file))


def warcs(connection: Connection, site: str | None) -> list[Warc]:
    """Give the files, of one site or of all, by name."""
    sql = "SELECT file, site, bytes, sha256, sealed_at FROM warcs WHERE ?1 IS NULL OR site = ?1 ORDER BY file"
    return [Warc(**row) for row in connection.rows(sql, (site,))]
