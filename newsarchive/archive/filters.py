"""Which records are wanted: the filters that searching, reading and exporting share."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from newsarchive.archive.clean import clean_text

CONDITIONS = {
    "match": "r.id IN (SELECT rowid FROM records_fts WHERE records_fts MATCH :match)",
    "site": "r.site = :site",
    "kind": "r.kind = :kind",
    "section": "r.section = :section",
    "author": "r.id IN (SELECT x.record FROM record_authors x JOIN authors a ON a.id = x.author WHERE a.name = :author"
    ")",
    "year": "substr(r.published, 1, 4) = :year",
    "since": "substr(:since, 1, length(r.published)) <= r.published",
    "until": "substr(r.published, 1, length(:until)) <= :until",
    "beyond": "r.id > :beyond",
}
"""For each filter its condition. A date is compared no further than the less precise of the two tells."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a record must be; ``None`` asks for nothing. A record without a date is in no span of time."""

    match: str | None = None
    """A full-text expression."""
    site: str | None = None
    kind: str | None = None
    section: str | None = None
    author: str | None = None
    """A whole name, as printed."""
    year: str | int | None = None
    """Year of publication."""
    since: str | date | None = None
    """First day (``2026-01-27``), month or year of publication."""
    until: str | date | None = None
    """Last day, month or year of publication, itself included."""
    beyond: int | None = None
    """A record's number: only those that came into the archive after it."""

    def values(self) -> dict[str, Any]:
        """Give the filters in use and their values.

        >>> Filters(kind="notice", since=date(2026, 1, 27)).values()
        {'kind': 'notice', 'since': '2026-01-27'}
        """
        used = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: _value(name, value) for name, value in used.items() if value is not None}

    def where(self) -> str:
        """Give the condition on ``records r``.

        >>> Filters(kind="notice", site="demo").where()
        'r.site = :site AND r.kind = :kind'
        >>> Filters().where()
        'true'
        """
        return " AND ".join(CONDITIONS[name] for name in self.values()) or "true"


DAYS = ("since", "until")


def _value(name: str, value: str | int | date) -> str | int:
    """Give a value in the form in which the archive keeps its own."""
    if name == "beyond":
        return int(str(value))
    return str(value)[:10] if name in DAYS else clean_text(str(value))
