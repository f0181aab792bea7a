"""What a search finds: the records, how many of each sort, when they were published, and where to go on from here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from newsarchive.archive import Archive
from newsarchive.archive.errors import QueryError
from newsarchive.archive.models import Results
from newsarchive.web.answers import Answer, Page
from newsarchive.web.asking import FILTERS, ORDERS, SPAN, Asked, asked, problem
from newsarchive.web.rendering import short
from newsarchive.web.timeline import Column, ticks, timeline
from newsarchive.web.visit import LONGEST, Visit

PER_PAGE = 20
MOST_PAGES = 500
FACETS = ("site", "kind", "section", "author", "year")
"""In the order in which they are shown; months are the chart."""
FIRST = 8
"""Values of a facet that are shown at once."""
VALUES = 100
"""Values of a facet that are shown at all."""
LABEL = 80
"""Characters of a value that are shown."""
FORMATS = {"csv": "CSV", "jsonl": "JSONL", "parquet": "Parquet", "ics": "iCal", "atom": "Atom"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, or a filter in use: a link that switches it on or off."""

    name: str
    """Of the filter."""
    value: str
    label: str
    href: str
    number: int | None = None
    on: bool = False


def results(visit: Visit, archive: Archive) -> Answer:
    """Show the results of a search."""
    wanted = asked(visit)
    page = visit.number("page", 1, MOST_PAGES)
    kept = {**wanted.filters, "order": wanted.order}
    values = {"wanted": wanted, "kept": kept, "page": page, "found": None, "problem": None}
    try:
        found = wanted.find(archive, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    except QueryError as error:
        return Page("results.html", {**values, "problem": problem(visit, error)}, HTTPStatus.BAD_REQUEST)
    return Page("results.html", values | _shown(visit, archive, wanted, found))


def _shown(visit: Visit, archive: Archive, wanted: Asked, found: Results) -> dict[str, Any]:
    columns = _columns(archive, wanted, found)
    return {
        "found": found,
        "formats": FORMATS,
        "orders": ORDERS,
        "last": min(-(-found.total // PER_PAGE), MOST_PAGES),
        "filters": _filters(visit, wanted),
        "facets": [(name, choices) for name in FACETS if (choices := _choices(visit, wanted, name, found))],
        "columns": [(visit.language.day(one.span), {"all": one.number}, _href(visit, one)) for one in columns],
        "spans": [one.span for one in columns],
        "chosen": [one.chosen for one in columns],
        "ticks": ticks([visit.language.short(one.span) for one in columns]),
        "grain": "month" if columns and len(columns[0].span) > len("2026") else "year",
        "steps": [] if found.total else _steps(visit, archive, wanted),
    }


def _href(visit: Visit, column: Column) -> str:
    """Give the address that narrows a search down to a month or year."""
    return visit.link(page=None, year=None, since=column.span, until=column.span)


def _columns(archive: Archive, wanted: Asked, found: Results) -> list[Column]:
    """Give the chart of the whole time, in which the one that is asked for is marked."""
    since, until = (wanted.filters.get(name) or wanted.filters.get("year") for name in ("since", "until"))
    months = found.facets["month"]
    if since or until:
        months = wanted.find(archive, limit=0, counts=("month",), **dict.fromkeys(SPAN)).facets["month"]
    return timeline(months, since, until)


def _filters(visit: Visit, wanted: Asked) -> list[Choice]:
    """Give the filters in use; each link takes its own away."""
    held = [*wanted.filters.items()] + ([("beyond", "")] if wanted.beyond is not None else [])
    off = {name: visit.link(**{name: None, "page": None}) for name, _ in held}
    return [Choice(name, value, _label(visit, name, value), off[name], on=True) for name, value in held]


def _choices(visit: Visit, wanted: Asked, name: str, found: Results) -> list[Choice]:
    held = wanted.filters.get(name)
    counted = [(value, number) for value, number in found.facets[name] if len(value) <= LONGEST][:VALUES]
    return [_choice(visit, name, value, number, value == held) for value, number in counted]


def _choice(visit: Visit, name: str, value: str, number: int, on: bool) -> Choice:
    href = visit.link(**{name: None if on else value, "page": None})
    return Choice(name, value, _label(visit, name, value), href, number, on)


def _label(visit: Visit, name: str, value: str) -> str:
    if name == "kind":
        return visit.language.told(name, value)
    return visit.language.day(value) if name in SPAN else short(value, LABEL)


def _steps(visit: Visit, archive: Archive, wanted: Asked) -> list[tuple[str, str, int]]:
    """Give what else could be asked where nothing was found, and how much that would find: (name, address, number)."""
    tried = [(name, other, _number(archive, other)) for name, other in _others(wanted)]
    return [(name, _link(visit, other), number) for name, other, number in tried if number]


def _others(wanted: Asked) -> list[tuple[str, Asked]]:
    bare = replace(wanted, filters={}, beyond=None)
    words = wanted.query.replace('"', " ").split()
    others = [
        ("wider", replace(wanted, wider=True)),
        ("unfiltered", bare),
        ("unquoted", replace(bare, query=wanted.query.replace('"', " ").strip())),
        ("any", replace(bare, query=" OR ".join(words) if all(word.isalnum() for word in words) else "")),
    ]
    return [(name, other) for name, other in others if other != wanted and other.query]


def _number(archive: Archive, wanted: Asked) -> int:
    try:
        return wanted.count(archive)
    except QueryError:
        return 0


def _link(visit: Visit, wanted: Asked) -> str:
    changes: dict[str, str | None] = dict.fromkeys((*FILTERS, "q", "wider", "beyond", "page"))
    return visit.link("/search", **{**changes, **dict(wanted.arguments)})
