"""What an export says of itself beside its records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
    mark: bool = True
    """Whether a CSV file begins with the mark by which Excel knows UTF-8."""
