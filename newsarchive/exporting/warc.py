"""Raw pages as a WARC file: the records as they lie in the archive's own files, behind one that says what they are."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from newsarchive.exporting.chosen import Chosen
from newsarchive.snapshots import SnapshotError, raw
from newsarchive.snapshots.records import warcinfo


def write_warc(data: Path, chosen: Chosen, file: IO[bytes], name: str | None) -> tuple[int, list[str]]:
    """Write the chosen snapshots and their requests into the file of that name (None: a stream).

    Gives their number, and for each that cannot be read, which is chosen no more, the sentence that says why.
    """
    number = 0
    broken: dict[int, str] = {}
    file.write(warcinfo(name, datetime.now(UTC)))
    for snapshot, place in chosen.places():
        try:
            packed = raw(data, place)
        except SnapshotError as error:
            broken[snapshot] = str(error)
        else:
            number += 1
            file.write(packed)
    chosen.leave_out(broken)
    return number, list(broken.values())
