"""Responses that lie in a WARC file and have no row: their process was killed between the two."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.archive.address import address
from newsarchive.snapshots import Member, SnapshotError, payload_digest, walk
from newsarchive.snapshots import mend as mend_file

KNOWN_END = "SELECT max(offset + length) FROM snapshots WHERE file = ?"
ORIGINAL = (
    "SELECT id, digest FROM snapshots WHERE address = ? AND fetched_at = ? AND site = ? AND original IS NULL LIMIT 1"
)


def recover(data: Path, archive: Archive, file: str, site: str, run: int | None = None) -> int:
    """Cut off what a killed process left half written in a file, note the whole responses, give how many those are.

    Raises:
        SnapshotError: the file is missing or broken in its midst; nothing is changed then.
    """
    known = int(archive.connection.value(KNOWN_END, (file,)) or 0)
    found = mend_file(data, file, known).members
    return adopt(data, archive, file, site, (member.offset for member in found if is_response(member)), run)


def adopt(data: Path, archive: Archive, file: str, site: str, offsets: Iterable[int], run: int | None = None) -> int:
    """Note the responses that begin at these bytes of a file, give how many."""
    noted = 0
    with archive.transaction():
        for offset in offsets:
            _note(archive, file, site, next(walk(data / file, offset)), run)
            noted += 1
    return noted


def is_response(member: Member) -> bool:
    """Tell whether a record of a file must have a row."""
    return member.type in ("response", "revisit")


def _note(archive: Archive, file: str, site: str, member: Member, run: int | None) -> None:
    if not member.url or not member.date:
        raise SnapshotError(f"The response at byte {member.offset} of {file} says not where it is from: look at it.")
    original, digest = _payload(archive, site, member)
    archive.note_snapshot(
        member.url,
        site=site,
        fetched_at=member.date,
        status=member.status,
        file=file,
        offset=member.offset,
        length=member.length,
        digest=digest,
        mime=member.mime,
        run=run,
        original=original,
        redacted=member.redacted,
    )


def _payload(archive: Archive, site: str, member: Member) -> tuple[int | None, str | None]:
    """Give the number of the snapshot that a revisit repeats (None: it repeats none), and the digest of the payload."""
    if member.type == "response":
        return None, payload_digest(member.body)
    asked = (address(member.refers_to_url or ""), member.refers_to_date, site)
    row = archive.connection.row(ORIGINAL, asked)
    return (row["id"], row["digest"]) if row else (None, member.digest)
