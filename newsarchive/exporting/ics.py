"""Records as a calendar (RFC 5545): the windows of notices and the ceremonies of obituaries. Needs the extra ``ics``."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsarchive.archive import Stored
from newsarchive.exporting.about import About
from newsarchive.exporting.errors import ExportError
from newsarchive.items import Notice, Obituary

if TYPE_CHECKING:
    from newsarchive.exporting.calendars import Entry


def library() -> Any:
    """Give the writer of calendars.

    Raises:
        ExportError: what it needs is not installed.
    """
    try:
        importlib.import_module("icalendar")
    except ImportError as error:
        raise ExportError('Calendars need icalendar: install it with "pip install newsarchive[ics]".') from error
    return importlib.import_module("newsarchive.exporting.calendars")


def write(records: Iterable[Stored], about: About) -> Iterator[bytes]:
    """Give a calendar, a time at a time; a record that names none is not in it."""
    pieces: Iterator[bytes] = library().calendar_lines(_entries(records), about.title)
    return pieces


def _entries(records: Iterable[Stored]) -> Iterator[Entry]:
    for stored in records:
        for place, notice in enumerate(stored.record.notices):
            yield from _windows(stored, place, notice)
        for place, obituary in enumerate(stored.record.obituaries):
            yield from _ceremonies(stored, place, obituary)


def _windows(stored: Stored, place: int, notice: Notice) -> Iterator[Entry]:
    told = [notice.issuer, notice.area, notice.reason, stored.record.lead, stored.record.url]
    for number, window in enumerate(notice.windows):
        yield library().Entry(
            uid=f"{stored.id}-notice-{place}-{number}@newsarchive",
            summary=stored.record.title or notice.area or stored.record.url,
            starts=window.starts,
            ends=window.ends,
            description=_lines(told),
            location=notice.area,
            url=stored.record.url,
            modified=stored.first_seen,
            cancelled=notice.status == "cancelled",
        )


def _ceremonies(stored: Stored, place: int, obituary: Obituary) -> Iterator[Entry]:
    name = obituary.name or stored.record.title or stored.record.url
    for number, ceremony in enumerate(obituary.ceremonies):
        yield library().Entry(
            uid=f"{stored.id}-obituary-{place}-{number}@newsarchive",
            summary=f"{name} ({ceremony.kind})" if ceremony.kind else name,
            starts=ceremony.at,
            description=_lines([obituary.residence, stored.record.url]),
            location=ceremony.place,
            url=stored.record.url,
            modified=stored.first_seen,
        )


def _lines(told: Iterable[str | None]) -> str:
    return "\n".join(one for one in told if one)
