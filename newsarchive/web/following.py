"""Saved searches beside the archive: what is new in each since it was last opened."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsarchive.archive import Archive
from newsarchive.archive.errors import QueryError, SlowError
from newsarchive.web.asking import Asked, asked_before
from newsarchive.web.saving import SavedSearch, Searches


@dataclass(frozen=True, slots=True)
class Followed:
    """A saved search and what is new in it."""

    saved: SavedSearch
    asked: Asked
    new: int | None
    """``None``: the query cannot be understood any more, or takes too long."""


def last_record(archive: Archive) -> int:
    """Give the number of the record that came in last."""
    return int(archive.connection.value("SELECT max(id) FROM records") or 0)


def followed(archive: Archive) -> list[Followed]:
    """Give all saved searches of the archive's folder, those with something new first."""
    last = last_record(archive)
    found = [_followed(archive, saved, last) for saved in Searches(archive.path.parent).all()]
    return sorted(found, key=lambda one: not one.new)


def _followed(archive: Archive, saved: SavedSearch, last: int) -> Followed:
    asked = asked_before(saved.arguments)
    if saved.seen >= last:  # a restored backup may even hold less than was seen
        return Followed(saved, asked, 0)
    try:
        return Followed(saved, asked, replace(asked, beyond=saved.seen).count(archive))
    except (QueryError, SlowError):
        return Followed(saved, asked, None)
