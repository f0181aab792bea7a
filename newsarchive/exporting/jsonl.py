"""Records as JSON Lines: everything, a record a line, as ``show --json`` prints it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newsarchive.archive import Stored
from newsarchive.exporting.about import About


def write(records: Iterable[Stored], about: About) -> Iterator[bytes]:
    """Give a line for each record."""
    for stored in records:
        yield json.dumps(stored.record.to_dict(), ensure_ascii=False).encode() + b"\n"
