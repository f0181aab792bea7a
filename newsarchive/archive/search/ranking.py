"""The order of what was found."""

from __future__ import annotations

from operator import itemgetter

from newsarchive.archive.search.facts import Facts
from newsarchive.archive.search.pool import Scored

RECENCY = 0.3
"""By how much the newest record found is worth more than a very old one whose words fit as well."""
HALVED = 12
"""Months after which half of that is left."""


def ranked(found: list[Scored], facts: Facts) -> list[Scored]:
    """Put records, given by number, the last first, into the order of relevance, which is by the scores that are given.

    The score of the words (a word in the title weighs eight times one in the body, a rare word more than a common one)
    is multiplied by ``1 + RECENCY * 0.5 ** (months / HALVED)``: months before the newest record found.
    """
    places = list(facts.months.of([number for number, _ in found]))
    values = facts.months.values()
    months = {place: _months(values[place]) for place in set(places)}
    newest = max(months.values(), default=0)
    weights = {place: 1 + RECENCY * 0.5 ** ((newest - month) / HALVED) for place, month in months.items()}
    weighed = [(number, score * weights[place]) for (number, score), place in zip(found, places, strict=True)]
    return sorted(weighed, key=itemgetter(1), reverse=True)


def _months(values: tuple[str | None, ...]) -> int:
    """Count months; what has no date is very old.

    >>> _months(("2026-02",)) - _months(("2025",)), _months((None,)), _months(())
    (13, 0, 0)
    """
    year, _, month = (values[0] or "" if values else "").partition("-")
    return 12 * int(year) + int(month or 1) if year.isdigit() and (month or "1").isdigit() else 0
