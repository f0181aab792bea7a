"""What an export says of itself beside its records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsarchive.archive import Stored

if TYPE_CHECKING:
    from newsarchive.exporting.calendars import Entry


@dataclass(frozen=True, slots=True)
class About:
    """What the formats that have a head write into it; formats without one leave it alone."""

    title: str = "newsarchive"
    """What a feed or calendar is called."""
    address: str | None = None
    """Where the export lies in the web; ``None``: nowhere."""
    updated: str | None = None
    """When the newest of its records came into the archive, UTC; ``None``: there is none."""
    links: Mapping[str, str] = field(default_factory=dict)
    """For a feed, whole addresses by what they are (``alternate``, ``next``)."""
    record: str | None = None
    """Before a record's number, the whole address under which the archive shows it."""
    entries: Callable[[Stored], Iterable[Entry]] | None = None
    """What a calendar shows of a record; ``None``: nothing."""
    mark: bool = True
    """Whether a CSV file begins with the mark by which Excel knows UTF-8."""
