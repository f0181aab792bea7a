"""The WARC files: each byte by the file's digest, each response by its row, each row by its response."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from newsarchive.archive import Archive, Snapshot, Warc
from newsarchive.archive.address import address
from newsarchive.custody.forgetting.rewriting import BESIDE
from newsarchive.custody.hashing import sha256
from newsarchive.custody.mending import UNFINISHED
from newsarchive.custody.recovering import is_response
from newsarchive.custody.verifying.findings import Checked, Repair, Task
from newsarchive.snapshots import Corrupt, Member, payload_digest, walk
from newsarchive.snapshots.folders import OUTSIDE, is_inside
from newsarchive.snapshots.http import clean_url

BACKUP = "bring the file back from a backup"
MISSING = f"{{file}} is missing, and with it {{count}} snapshots: {BACKUP}."
UNKNOWN = "{file} is not in the table of files: “newsarchive import” reads it, or move it away."
LEFT_OPEN = (
    "{file} was left open by a process that was killed: “newsarchive verify --repair” or the next crawl of {site} "
    "mends it."
)
REWRITTEN = "{file} was passed over, for a crawl that ends is taking something out of it."
SIZE = f"{{file}} has {{found}} bytes and not {{known}} as when it was closed: {BACKUP}."
DIGEST = f"{{file}} is not what it was when it was closed: {BACKUP}."
NOT_THERE = f"Snapshot {{id}} is not where it should be, at byte {{offset}} of {{file}}: {BACKUP}."
NOT_THE_SAME = f"Snapshot {{id}} at byte {{offset}} of {{file}} is not what the archive knows ({{what}}): {BACKUP}."
NO_ROW = "The response at byte {offset} of {file} is not in the archive: “newsarchive verify --repair” adds it."
ROWS = "SELECT * FROM snapshots WHERE file = ? ORDER BY offset"
UNCHANGED = 304
TRIES = 3


def tasks(data: Path, archive: Archive, *, quick: bool, busy: bool) -> Iterator[Task]:
    """Give a task for each file that the archive knows, and one for the files that it does not know."""
    for warc in archive.warcs():
        size = _size(data / warc.file) or 0
        yield Task("snapshots", check_file, (warc.file, quick, busy), 1 if quick else size)
    yield Task("snapshots", check_unknown, (busy,))


def check_unknown(data: Path, busy: bool) -> Checked:
    """Look for files that nobody knows; while somebody writes, new ones may just be coming."""
    checked = Checked("snapshots")
    with Archive(data / "archive.db", readonly=True) as archive:
        known = {warc.file for warc in archive.warcs()}
    for path in sorted((data / "warc").glob("*/*")):
        file = path.relative_to(data).as_posix()
        if not path.is_file() or file in known or busy:
            continue
        whole, mark, _ = file.partition(BESIDE)
        if not mark:
            checked.find(UNKNOWN.format(file=file))
        elif file != whole + mark or whole not in known:  # else check_file tells
            checked.find(UNFINISHED.format(file=file))
    return checked


def check_file(data: Path, file: str, quick: bool, busy: bool) -> Checked:
    """Check a file as a whole and each response in it; again, if a crawl took it up meanwhile."""
    checked = Checked("snapshots")
    if not is_inside(file):
        checked.find(OUTSIDE.format(file=file))
        return checked
    with Archive(data / "archive.db", readonly=True) as archive:
        for _ in range(TRIES):
            warc = _warc(archive, file)
            checked = _check(data, archive, warc, quick, busy) if warc else Checked("snapshots")
            if not checked.findings or _warc(archive, file) == warc:
                break
    return checked


def _warc(archive: Archive, file: str) -> Warc | None:
    row = archive.connection.row("SELECT * FROM warcs WHERE file = ?", (file,))
    return Warc(**row) if row else None


def _check(data: Path, archive: Archive, warc: Warc, quick: bool, busy: bool) -> Checked:
    checked = Checked("snapshots")
    path = data / warc.file
    size = _size(path)
    rows = [Snapshot(**row) for row in archive.connection.rows(ROWS, (warc.file,))]
    checked.counts.update({"files": 1, "responses": len(rows), "bytes": size or 0})
    if (data / (warc.file + BESIDE)).exists():  # rows may fit that one
        _tell_unfinished(checked, warc.file + BESIDE, busy)
        return checked
    if size is None:
        if rows or warc.sha256:
            checked.find(MISSING.format(file=warc.file, count=len(rows)))
        return checked
    _check_whole(checked, path, warc, size, quick, busy)
    if not quick:
        end = _end(rows) if _is_open(warc, size) else size  # behind that, somebody is writing or was killed
        for text, repair, offset in _compared(path, warc.file, rows, end):
            checked.find(text, repair, warc.file, warc.site, offset)
    return checked


def _check_whole(checked: Checked, path: Path, warc: Warc, size: int, quick: bool, busy: bool) -> None:
    if _is_open(warc, size):
        if warc.sha256 or not busy:
            checked.find(LEFT_OPEN.format(file=warc.file, site=warc.site), "file", warc.file, warc.site)
    elif size != warc.bytes:
        checked.find(SIZE.format(file=warc.file, found=size, known=warc.bytes))
    elif not quick and sha256(path) != warc.sha256:
        checked.find(DIGEST.format(file=warc.file))


def _is_open(warc: Warc, size: int) -> bool:
    """Tell whether a file was not closed; one that is longer than when it was closed was so in a loss of power."""
    return warc.sha256 is None or size > (warc.bytes or 0)


def _tell_unfinished(checked: Checked, file: str, busy: bool) -> None:
    """Tell of a file that is left of a takedown, or that a crawl is just writing anew."""
    if busy:
        checked.notes.append(REWRITTEN.format(file=file.partition(BESIDE)[0]))
    else:
        checked.find(UNFINISHED.format(file=file))


def _compared(path: Path, file: str, rows: list[Snapshot], end: int) -> Iterator[tuple[str, Repair | None, int]]:
    """Go through rows and responses side by side, up to a byte; give sentence, repair and offset."""
    waiting = {row.offset: row for row in rows}
    for met in _met(path, rows, end):
        if isinstance(met, Corrupt):
            yield str(met), None, met.offset
            continue
        row = waiting.pop(met.offset, None)
        if row is None and is_response(met):
            yield NO_ROW.format(offset=met.offset, file=file), "response", met.offset
        elif row and (what := _difference(row, met)):
            yield NOT_THE_SAME.format(id=row.id, offset=row.offset, file=file, what=what), None, row.offset
    for row in waiting.values():
        yield NOT_THERE.format(id=row.id, offset=row.offset, file=file), None, row.offset


def _met(path: Path, rows: list[Snapshot], end: int) -> Iterator[Member | Corrupt]:
    """Give the records of a file up to a byte; where it breaks say so, and go on at the next row."""
    start: int | None = 0
    while start is not None:
        try:
            yield from takewhile(lambda member: member.offset < end, walk(path, start))
            return
        except Corrupt as error:
            if error.offset < end:
                yield error
            start = _next(rows, error.offset)


def _next(rows: list[Snapshot], offset: int) -> int | None:
    return min((row.offset for row in rows if row.offset > offset), default=None)


def _difference(row: Snapshot, member: Member) -> str | None:
    """Say in what a response differs from its row."""
    told = {
        "its length": row.length in (None, member.length),
        "its type": is_response(member) and (member.type == "revisit") == (row.original is not None or _is_empty(row)),
        "its address": member.url is not None and _same_address(row.url, member.url),
        "its status": row.status in (None, member.status),
        "its payload": row.digest is None or _digest(member) in (None, row.digest),
    }
    return next((what for what, is_so in told.items() if not is_so), None)


def _is_empty(row: Snapshot) -> bool:
    """Tell whether a row is that of a 304 to something that was not kept."""
    return row.status == UNCHANGED and row.digest is None


def _same_address(url: str, told: str) -> bool:
    return clean_url(url) == told or address(url) == address(told)


def _digest(member: Member) -> str | None:
    """Give the digest of the payload: taken anew where it is there, as stated where it is not."""
    return payload_digest(member.body) if member.type == "response" else member.digest


def _end(rows: list[Snapshot]) -> int:
    return max((row.offset + (row.length or 0) for row in rows), default=0)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
