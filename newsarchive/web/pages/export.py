"""Exactly what a search finds, for other programs: the same arguments under another name.

Data come in the order of their numbers, however many there are; a feed has the newest, and leads on to the next.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsarchive.archive import Archive, QueryError, Results, Stored
from newsarchive.exporting import FORMATS, About
from newsarchive.exporting.datasheet import datasheet, updated
from newsarchive.web.answers import Answer, File, Missing, Page, Stream
from newsarchive.web.asking import Asked, asked, problem
from newsarchive.web.entries import entries_of
from newsarchive.web.streaming import packed
from newsarchive.web.visit import Visit, address

NEWEST = 50
"""Entries of one page of a feed."""
MOST_PAGES = 1_000
NEEDED = {"parquet": "pyarrow", "ics": "icalendar"}
"""For a format the library that comes with an extra."""
SHOWN = ("atom", "ics")
"""Formats that a browser hands on to a program instead of storing a file."""


def export(visit: Visit, archive: Archive) -> Answer:
    """Give what a search finds in the format that the address names."""
    form, wanted = visit.parts["form"], asked(visit)
    if not _written(form):
        return Missing("export.missing", HTTPStatus.NOT_IMPLEMENTED)
    try:
        next(archive.records(**wanted.chosen, limit=1), None)  # a query that says nothing must be told before it begins
    except QueryError as error:
        return Page("error.html", {"sentence": problem(visit, error)}, HTTPStatus.BAD_REQUEST)
    name = None if form in SHOWN else f"newsarchive.{form}"
    return Stream(packed(_pieces(visit, archive.path, form)), FORMATS[form].mime, name)


def sheet(visit: Visit, archive: Archive) -> Answer:
    """Say what an export is of."""
    try:
        told = datasheet(archive, asked(visit).chosen)
    except QueryError as error:
        return Page("error.html", {"sentence": problem(visit, error)}, HTTPStatus.BAD_REQUEST)
    return File(json.dumps(told, ensure_ascii=False, indent=2).encode(), "application/json; charset=utf-8")


def _written(form: str) -> bool:
    """Tell whether what writes a format is installed."""
    return form not in NEEDED or find_spec(NEEDED[form]) is not None


def _pieces(visit: Visit, path: Path, form: str) -> Iterator[bytes]:
    """Write it, with an archive of its own: the pieces are made in many threads, one after another."""
    wanted = asked(visit)
    with Archive(path, readonly=True, shared=True) as archive, archive.standing():
        records = _newest(visit, archive, wanted) if form == "atom" else archive.records(**wanted.chosen)
        yield from FORMATS[form].write(records, _about(visit, archive, wanted, form))


def _newest(visit: Visit, archive: Archive, wanted: Asked) -> Iterable[Stored]:
    """Give a page of the newest records that were found."""
    offset = (visit.number("page", 1, MOST_PAGES) - 1) * NEWEST
    hits = _found(archive, wanted, order="newest", limit=NEWEST, offset=offset).hits
    return filter(None, (archive.get(hit.id) for hit in hits))


def _found(archive: Archive, wanted: Asked, **page: Any) -> Results:
    """Find it; where nothing is asked for, everything, which is all that is beyond nothing."""
    return wanted.find(archive, beyond=wanted.beyond or 0, **page)


def _about(visit: Visit, archive: Archive, wanted: Asked, form: str) -> About:
    return About(
        title=wanted.query or visit.language("site.name"),
        address=visit.home(address("/export.atom", wanted.arguments)),
        updated=updated(archive, wanted.chosen) if form == "atom" else None,
        links=_links(visit, archive, wanted) if form == "atom" else {},
        record=visit.home("/record/"),
        entries=lambda stored: entries_of(stored.record, visit.language, seen=stored.first_seen),
    )


def _links(visit: Visit, archive: Archive, wanted: Asked) -> dict[str, str]:
    """Give a feed's links: to itself, to the page of results, to the next older and newer entries."""
    page = visit.number("page", 1, MOST_PAGES)
    found = _found(archive, wanted, limit=1).total
    pages = {"self": page, "previous": page - 1, "next": page + 1 if found > page * NEWEST else 0}
    told = {rel: visit.home(visit.link(page=number if number > 1 else None)) for rel, number in pages.items() if number}
    return {**told, "alternate": visit.home(address("/search", wanted.arguments))}
