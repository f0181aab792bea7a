"""Saved searches: a small file of its own beside the archive, which itself is only read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsarchive.archive.connection import Connection
from newsarchive.archive.times import stamp

NAME = "web.db"
"""The file, in the data folder."""
WAIT = 2.0
"""Seconds to wait for another page that writes."""
LONGEST = 200
"""Characters of a name."""
MOST = 100
"""Searches that are kept."""
TABLE = """
CREATE TABLE IF NOT EXISTS searches (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    arguments TEXT NOT NULL UNIQUE,
    visited TEXT NOT NULL,
    seen INTEGER NOT NULL
) STRICT
"""
ADD = """
INSERT INTO searches (name, arguments, visited, seen)
SELECT ?1, ?2, ?3, ?4 WHERE (SELECT count(*) FROM searches) < ?5
ON CONFLICT (arguments) DO UPDATE SET name = excluded.name
"""
SHOWN = "SELECT id, name, arguments, visited, seen FROM searches"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A name for a search."""

    id: int
    name: str
    arguments: str
    """Of the address: :attr:`newsarchive.web.asking.Asked.text`."""
    visited: str
    """When it was last opened, or saved."""
    seen: int
    """The archive's last record then. Moments would not do: a record may be stored after its page was seen."""


class Searches:
    """The saved searches of a data folder.

    Raises:
        ArchiveError: the file cannot be read or written.
    """

    def __init__(self, data: Path) -> None:
        self.path = data / NAME

    def all(self) -> list[SavedSearch]:
        """Give them by name."""
        found = self._read(f"{SHOWN} ORDER BY name COLLATE NOCASE, id")
        return list(found)

    def get(self, number: int) -> SavedSearch | None:
        """Give the one with this number."""
        return next(self._read(f"{SHOWN} WHERE id = ?", number), None)

    def add(self, name: str, arguments: str, seen: int) -> None:
        """Keep a search; the same search again only gets the new name."""
        self._write(ADD, _cleaned(name), arguments, stamp(), seen, MOST)

    def rename(self, number: int, name: str) -> None:
        """Give a search another name."""
        self._write("UPDATE searches SET name = ? WHERE id = ?", _cleaned(name), number)

    def visit(self, number: int, seen: int) -> None:
        """Note that all that was found up to the record ``seen`` is known by now."""
        self._write("UPDATE searches SET visited = ?, seen = ? WHERE id = ?", stamp(), seen, number)

    def delete(self, number: int) -> None:
        """Forget a search."""
        self._write("DELETE FROM searches WHERE id = ?", number)

    def _read(self, sql: str, *values: int) -> Iterator[SavedSearch]:
        if not self.path.is_file() or not self.path.stat().st_size:
            return
        with closing(Connection(self.path, readonly=True, timeout=WAIT)) as connection:
            yield from [SavedSearch(**dict(row)) for row in connection.rows(sql, values)]

    def _write(self, sql: str, *values: str | int) -> None:
        with closing(Connection(self.path, timeout=WAIT)) as connection, connection.transaction():
            connection.execute(TABLE)
            connection.execute(sql, values)


def _cleaned(name: str) -> str:
    return " ".join(name.split())[:LONGEST]
