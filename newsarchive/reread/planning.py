"""Which stored pages are to be read again; asked for in portions, so that memory does not grow with the archive."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from newsarchive.archive import Archive
from newsarchive.crawl.visits import NO_PAGE

PORTION = 1000
"""Rows that are read at once, in the order of their numbers; an index (hence the plus) would sort all every time."""
CONDITION = """
FROM records r LEFT JOIN snapshots s ON s.id = r.snapshot
WHERE +r.site = :site AND (:every OR r.extractor <> :version) AND (:since IS NULL OR s.fetched_at >= :since)
AND (:readers IS NULL OR r.extractor IN (SELECT value FROM json_each(:readers)))
"""
STALE = f"SELECT r.id {CONDITION} AND r.id > :last ORDER BY r.id LIMIT :limit"
STALE_COUNT = f"SELECT count(*) {CONDITION}"
OTHERS = """
SELECT s.id, s.url, s.mime FROM snapshots s
WHERE +s.site = :site AND s.id > :last AND s.status BETWEEN 200 AND 299 AND s.length IS NOT NULL
AND (:since IS NULL OR s.fetched_at >= :since)
AND NOT EXISTS (SELECT 1 FROM records r WHERE r.address = s.address)
AND NOT EXISTS (SELECT 1 FROM aliases a WHERE a.address = s.address)
AND NOT EXISTS (
    SELECT 1 FROM snapshots l WHERE l.address = s.address AND l.status BETWEEN 200 AND 299
    AND (l.fetched_at, l.id) > (s.fetched_at, s.id)
)
ORDER BY s.id LIMIT :limit
"""
"""The last good answer of each address that is no record's."""
CAPTURES = """
SELECT id FROM snapshots
WHERE address = (SELECT address FROM snapshots WHERE id = ?) AND status BETWEEN 200 AND 299 AND length IS NOT NULL
ORDER BY fetched_at, id
"""
HOSTS = "SELECT DISTINCT substr(address, 1, instr(address || '/', '/') - 1) AS host FROM records WHERE site = ?"

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records are to be read."""

    since: str | None = None
    """Only those whose page was fetched at this moment (UTC, as the archive writes it) or later."""
    every: bool = False
    """Also those that today's reader has read already."""
    readers: Collection[str] | None = None
    """Only those that one of these readers has read; None: whoever has."""

    def values(self, site: str, version: str) -> dict[str, Any]:
        """Give the values of the conditions, for a site and its reader of today."""
        readers = None if self.readers is None else json.dumps(sorted(self.readers))
        return {"site": site, "version": version, "since": self.since, "every": self.every, "readers": readers}


def stale(archive: Archive, site: str, version: str, choice: Choice) -> Iterator[int]:
    """Give the numbers of a site's records that another reader has read, in their order.

    Those that are read meanwhile, and thereby no longer stale, do not disturb the walk.
    """
    values = {**choice.values(site, version), "limit": PORTION}
    last = 0
    while found := [row["id"] for row in archive.connection.rows(STALE, {**values, "last": last})]:
        yield from found
        last = found[-1]


def count_stale(archive: Archive, site: str, version: str, choice: Choice) -> int:
    """Count them."""
    return int(archive.connection.value(STALE_COUNT, choice.values(site, version)))


def others(archive: Archive, site: str, *, since: str | None) -> Iterator[tuple[int, str]]:
    """Give number and address of the last good answer of each address that became no record."""
    last = 0
    while found := list(
        archive.connection.rows(OTHERS, {"site": site, "since": since, "last": last, "limit": PORTION})
    ):
        yield from ((row["id"], row["url"]) for row in found if _may_be_page(row["mime"]))
        last = found[-1]["id"]


def _may_be_page(mime: str | None) -> bool:
    return not (mime or "").lower().encode().startswith(NO_PAGE)


def captures(archive: Archive, number: int) -> list[int]:
    """Give the numbers of all good answers of a snapshot's address, the oldest first."""
    return [row["id"] for row in archive.connection.rows(CAPTURES, (number,))]


def hosts(archive: Archive, site: str) -> set[str]:
    """Give the hosts at which a site's records are: that of its home, and those to which it moved."""
    return {row["host"] for row in archive.connection.rows(HOSTS, (site,)) if row["host"]}


def portions(found: Iterable[One], size: int) -> Iterator[tuple[One, ...]]:
    """Cut what comes into tuples of ``size``; the last may be shorter.

    >>> list(portions("abcde", 2))
    [('a', 'b'), ('c', 'd'), ('e',)]
    """
    rest = iter(found)
    while portion := tuple(islice(rest, size)):
        yield portion
