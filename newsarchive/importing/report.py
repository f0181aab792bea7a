"""What became of an import, in counts."""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

COUNTED = ("new", "changed", "unchanged")


@dataclass(slots=True)
class Report:
    """The counts of one import."""

    files: list[str]
    pages: int = 0
    """Pages that were looked at."""
    records: Counter[str] = field(default_factory=Counter)
    """What became of those that are items: new, changed, unchanged."""
    sites: dict[str, Counter[str]] = field(default_factory=dict)
    """The same for each site."""
    pictures: int = 0
    """Pictures of records that are kept now."""
    snapshots: int = 0
    """Responses that were copied into our own WARC files."""
    passed: Counter[str] = field(default_factory=Counter)
    """Responses that became no record, by reason."""
    broken: list[str] = field(default_factory=list)
    """A sentence for each file that could not be read to its end."""
    stopped: bool = False
    """Whether it was broken off; the same command goes on."""

    def count(self, site: str, outcome: str) -> None:
        """Count what became of an item."""
        self.records[outcome] += 1
        self.sites.setdefault(site, Counter())[outcome] += 1

    def to_dict(self) -> dict[str, Any]:
        """Give it as JSON-able data."""
        values = {one.name: getattr(self, one.name) for one in dataclasses.fields(self)}
        return {**values, "passed": dict(self.passed.most_common())}
