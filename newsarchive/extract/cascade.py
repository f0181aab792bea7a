"""Which sources each field has: the order of trust, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsarchive.extract import people, pictures, rubrics, times
from newsarchive.extract.context import Found, Reading

FIELDS: dict[str, Callable[[Reading], Iterator[Found]]] = {
    "authors": people.authors,
    "source": rubrics.source,
    "section": rubrics.section,
    "tags": rubrics.tags,
    "published": times.published,
    "modified": times.modified,
    "images": pictures.images,
}
"""For each field, what gives its candidates, the most trusted first."""


def first(reading: Reading, field: str) -> Found | None:
    """Give the most trusted value of a field, worked out once for each page."""
    if field not in reading.answers:
        reading.answers[field] = next(FIELDS[field](reading), None)
    return reading.answers[field]
