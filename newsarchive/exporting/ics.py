"""Records as a calendar (RFC 5545): when notices are in force, when ceremonies are. Needs the extra ``ics``."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from newsarchive.archive import Stored
from newsarchive.exporting.about import About
from newsarchive.exporting.errors import ExportError


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
    entries = chain.from_iterable(map(about.entries, records)) if about.entries else ()
    pieces: Iterator[bytes] = library().calendar_lines(entries, about.title)
    return pieces
