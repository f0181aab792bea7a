"""The sites that a page lets one choose from; their records are not counted for it."""

from __future__ import annotations

from newsarchive.archive import Archive

SITES = "SELECT id, name FROM sites ORDER BY id LIMIT 500"


def sites(archive: Archive) -> list[tuple[str, str]]:
    """Give the sites with their names."""
    return [(row["id"], row["name"] or row["id"]) for row in archive.connection.rows(SITES)]
