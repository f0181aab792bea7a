"""The order of what was found."""

from __future__ import annotations

from newsarchive.archive.models import Order
from newsarchive.archive.search.pool import Fits

RECENCY = 0.3
"""By how much the newest record found is worth more than a very old one whose words fit as well."""
HALVED = 12
"""Months after which half of that is left."""


def ranked(found: list[Fits], order: Order) -> list[Fits]:
    """Put records into an order; their scores become what they were compared by.

    By relevance, the score of the words (a word in the title weighs eight times one in the body, a rare word more than
    a common one) is multiplied by ``1 + RECENCY * 0.5 ** (months / HALVED)``, months before the newest record found.
    """
    if order == "relevance":
        return sorted(_fresh(found), key=lambda one: (-one.score, -one.id))
    dated = sorted((one for one in found if one.published), key=lambda one: (str(one.published), one.id))
    undated = sorted((one for one in found if not one.published), key=lambda one: -one.id)
    return (dated if order == "oldest" else dated[::-1]) + undated


def _fresh(found: list[Fits]) -> list[Fits]:
    months = {month: _number(month) for month in {(one.published or "")[:7] for one in found}}
    newest = max(months.values(), default=0)
    weights = {month: 1 + RECENCY * 0.5 ** ((newest - number) / HALVED) for month, number in months.items()}
    return [one._replace(score=one.score * weights[(one.published or "")[:7]]) for one in found]


def _number(month: str) -> int:
    """Count months; what has no date is very old.

    >>> _number("2026-02") - _number("2025"), _number("")
    (13, 0)
    """
    year, _, rest = month.partition("-")
    return 12 * int(year) + int(rest or 1) if year.isdigit() and rest.isdigit() | (not rest) else 0
