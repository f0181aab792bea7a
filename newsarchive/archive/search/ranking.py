"""The order of what was found."""

from __future__ import annotations

from newsarchive.archive.search.facts import Facts
from newsarchive.archive.search.pool import Scored

RECENCY = 0.3
"""By how much the newest record found is worth more than a very old one whose words fit as well."""
HALVED = 12
"""Months after which half of that is left."""


def ranked(found: list[Scored], facts: Facts) -> list[Scored]:
    """Put records into the order of relevance, the newest of equals first; their scores are what they are compared by.

    The score of the words (a word in the title weighs eight times one in the body, a rare word more than a common one)
    is multiplied by ``1 + RECENCY * 0.5 ** (months / HALVED)``: months before the newest record found.
    """
    places = list(facts.records.of([number for number, _ in found]))
    values = facts.records.values()
    months = {place: _months(values[place]) for place in set(places)}
    newest = max(months.values(), default=0)
    weights = {place: 1 + RECENCY * 0.5 ** ((newest - month) / HALVED) for place, month in months.items()}
    weighed = [(score * weights[place], number) for (number, score), place in zip(found, places, strict=True)]
    weighed.sort(reverse=True)
    return [(number, score) for score, number in weighed]


def _months(values: list[str | None]) -> int:
    """Count months; what has no date is very old.

    >>> _months(["demo", "notice", None, "2026-02"]) - _months(["demo", "notice", None, "2025"]), _months([])
    (13, 0)
    """
    year, _, month = (values[-1] or "" if values else "").partition("-")
    return 12 * int(year) + int(month or 1) if year.isdigit() and (month or "1").isdigit() else 0
