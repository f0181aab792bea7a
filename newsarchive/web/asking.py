"""What a person asks the archive for, as an address says it: the state that can be shared, saved and exported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args
from urllib.parse import urlencode

from newsarchive.archive import Archive
from newsarchive.archive.errors import QueryError
from newsarchive.archive.models import Order, Results
from newsarchive.web.visit import Visit, arguments_of

FILTERS = ("site", "kind", "section", "author", "year", "since", "until")
"""Arguments that narrow down, in the order in which they are told."""
SPAN = ("year", "since", "until")
"""Those that are about time."""
ORDERS: tuple[Order, ...] = get_args(Order)
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
DIGITS = 18
"""Digits of a number that the archive can hold."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its filters; what an address says wrongly is left out."""

    query: str = ""
    filters: dict[str, str] = field(default_factory=dict)
    """Those of :data:`FILTERS` that are in use."""
    wider: bool = False
    order: Order | None = None
    """``None``: the best for what is asked."""
    beyond: int | None = None
    """Only what came in after the record of this number."""

    @property
    def arguments(self) -> tuple[tuple[str, str], ...]:
        """Give what an address says of it, without the page and what was seen before."""
        told = {"q": self.query, **self.filters, "wider": "1" if self.wider else "", "order": self.order or ""}
        return tuple((name, value) for name, value in told.items() if value)

    @property
    def text(self) -> str:
        """Give the arguments as the query of an address."""
        return urlencode(self.arguments)

    @property
    def sorted_by(self) -> Order:
        """Give the order in which the records come; without words none fits better than another."""
        return self.order or ("relevance" if self.query else "newest")

    @property
    def chosen(self) -> dict[str, Any]:
        """Give what chooses the records, as :meth:`Archive.records` takes it."""
        return {"query": self.query or None, **self.filters, "wider": self.wider, "beyond": self.beyond}

    def find(self, archive: Archive, **changes: Any) -> Results:
        """Ask for it.

        Raises:
            QueryError: the query cannot be understood.
        """
        asked: dict[str, Any] = {**self.filters, "wider": self.wider, "order": self.sorted_by, "beyond": self.beyond}
        return archive.find(**{"query": self.query, **asked, **changes})

    def count(self, archive: Archive) -> int:
        """Tell how many records it finds, without a look at any.

        Raises:
            QueryError: the query cannot be understood.
        """
        return self.find(archive, limit=0, counts=()).total


def asked(visit: Visit) -> Asked:
    """Read what a visit asks for.

    >>> asked(Visit("/search", (("q", "most"), ("since", "2026-13"), ("year", "2026"), ("order", "random"))))
    Asked(query='most', filters={'year': '2026'}, wider=False, order=None, beyond=None)
    """
    filters = {name: visit.get(name) for name in FILTERS}
    order = next((one for one in ORDERS if one == visit.get("order")), None)
    return Asked(
        query=(visit.get("q") or "").strip(),
        filters={name: value for name, value in filters.items() if value and _makes_sense(name, value)},
        wider=visit.get("wider") == "1",
        order=order,
        beyond=_whole(visit.get("beyond") or ""),
    )


def asked_before(text: str) -> Asked:
    """Read what :attr:`Asked.text` wrote.

    >>> asked_before("q=most&kind=notice").text
    'q=most&kind=notice'
    """
    return asked(Visit("/search", arguments_of(text)))


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else None


def _makes_sense(name: str, value: str) -> bool:
    if name not in SPAN:
        return True
    if not DAY.fullmatch(value) or (name == "year" and len(value) > len("2026")):
        return False
    try:
        date.fromisoformat(f"{value}-01-01"[: len("2026-01-01")])
    except ValueError:
        return False
    return True


def problem(visit: Visit, error: QueryError) -> str:
    """Say in the visitor's language how to write a query that cannot be understood."""
    return visit.language(f"query.{error.name}", **error.values)
