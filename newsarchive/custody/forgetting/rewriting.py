"""WARC files without what is taken down: each is written anew beside the old one, and its rows change with it.

The order makes a crash harmless: the new file is whole, then the rows point into it, then it takes the old one's
place. Whether rows or place came last is told by the digest that the rows name.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from newsarchive.archive import Archive, Snapshot
from newsarchive.archive.address import address
from newsarchive.archive.times import stamp
from newsarchive.custody.forgetting.journal import Journal
from newsarchive.custody.forgetting.models import Fates, Plan, Removed
from newsarchive.custody.forgetting.scanning import text_of
from newsarchive.custody.hashing import sha256
from newsarchive.custody.redaction import Phrase, Words, has_text, redacted
from newsarchive.snapshots import (
    Drop,
    Exchange,
    Keep,
    Member,
    MissingFile,
    Place,
    Replace,
    load,
    payload_digest,
    rewrite,
)
from newsarchive.snapshots.folders import sync

BESIDE = ".forgetting"
"""What is put behind the name of a file while it is written anew."""
UNTRUE = frozenset(("content-encoding", "content-length", "etag", "content-md5", "digest", "repr-digest"))
"""Headers that are not true of a body that something was cut out of."""
BY_FILE = "SELECT id, offset, length FROM snapshots WHERE file = ?"
NOT_MODIFIED = 304
MOVE = "UPDATE snapshots SET offset = ?, length = ? WHERE id = ?"
CHANGED = "UPDATE snapshots SET digest = ?, redacted = coalesce(?, redacted), original = ? WHERE id = ?"
PAGE_OF = """
SELECT r.id FROM json_each(?1) a CROSS JOIN snapshots s ON s.id = a.value
JOIN records r ON r.snapshot = s.id OR r.address = s.address
UNION SELECT v.record FROM json_each(?1) a CROSS JOIN versions v ON v.snapshot = a.value
UNION SELECT l.record FROM json_each(?1) a CROSS JOIN snapshots s ON s.id = a.value
JOIN aliases l ON l.address = s.address
"""
FILES = "SELECT file, max(id) FROM snapshots GROUP BY file ORDER BY max(id) DESC"


@dataclass(frozen=True, slots=True)
class Cutting:
    """What is cut out of snapshots that stay."""

    addresses: frozenset[str] = frozenset()
    words: Words = field(default_factory=Words)
    spared: dict[int, frozenset[Phrase]] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan) -> Cutting:
        """Give what a plan wants cut."""
        return cls(plan.addresses, plan.words, plan.spared)

    def of_exchange(self, exchange: Exchange, records: Iterable[int]) -> tuple[Exchange, bool]:
        """Give an exchange without it, and whether anything was cut; ``records`` are those it is a page of."""
        left = [phrase for record in records for phrase in self.spared.get(record, ())]
        words = self.words.without(left)
        page = text_of(exchange) if has_text(exchange.header("Content-Type")) else None
        cut = redacted(page, exchange.url, self.gone, words) if page else None
        headers = [(name, words.black(value)) for name, value in exchange.headers]
        asked = [(name, words.black(value)) for name, value in exchange.request_headers]
        changed = cut is not None and page is not None and cut.text != page.text
        same = not changed and headers == exchange.headers and asked == exchange.request_headers
        if same:
            return exchange, False
        exchange = replace(exchange, headers=headers, request_headers=asked)
        return (_with_body(exchange, cut.payload()), True) if changed and cut else (exchange, True)

    def gone(self, urls: Iterable[str]) -> set[str]:
        """Give those of the addresses that go."""
        return {url for url in urls if address(url) in self.addresses}


def _with_body(exchange: Exchange, body: bytes) -> Exchange:
    headers = [(name, value) for name, value in exchange.headers if name.lower() not in UNTRUE]
    return replace(exchange, headers=[*headers, ("Content-Length", str(len(body)))], body=body)


@dataclass(slots=True)
class Altered:
    """A snapshot that was written anew."""

    digest: str | None
    redacted: bool
    original: int | None


def affected(archive: Archive, fates: Fates) -> Iterator[str]:
    """Give the files to write anew, those first that borrow from others."""
    wanted = set()
    for number in fates.by_id:
        found = archive.snapshot(number)
        if found:
            wanted.add(found.file)
    wanted |= {file for file, _ in fates.nameless}
    ordered = [row[0] for row in archive.connection.rows(FILES)]
    yield from sorted(wanted, key=lambda file: ordered.index(file) if file in ordered else len(ordered))


def rewrite_file(data: Path, archive: Archive, file: str, fates: Fates, cutting: Cutting, journal: Journal) -> None:
    """Write one file anew; its rows, its seal and what the journal tells of it change in one transaction.

    Raises:
        SnapshotError, OSError, ArchiveError: it cannot be; file and rows fit each other.
    """
    work = _Work(data, archive, file, fates, cutting)
    if not (data / file).is_file():  # lost: of what it held nothing is left but the rows
        with archive.transaction():
            work.note(work.stays(), journal.removed)
            journal.save()
        return
    beside = file + BESIDE
    _copy(data / file, data / beside)
    try:
        places = rewrite(data, beside, work.change)
    except BaseException:
        (data / beside).unlink(missing_ok=True)
        raise
    with archive.transaction():
        work.note(places, journal.removed)
        journal.save()
        archive.seal_warc(file, (data / beside).stat().st_size, sha256(data / beside))
    (data / beside).replace(data / file)  # from here on the new file must stay, whatever happens: the rows are its own
    sync((data / file).parent)


def finish_files(data: Path, archive: Archive) -> None:
    """Put files in place that a killed takedown had written but not yet put there; unfinished ones go."""
    sealed = {warc.file: warc.sha256 for warc in archive.warcs()}
    for beside in sorted((data / "warc").rglob(f"*{BESIDE}*")):
        file = beside.relative_to(data).as_posix().partition(BESIDE)[0]
        if beside.name.endswith(BESIDE) and sealed.get(file) == sha256(beside):
            beside.replace(data / file)
        beside.unlink(missing_ok=True)


def _copy(old: Path, new: Path) -> None:
    """Give a file a second name, or copy it where the file system knows no second names."""
    new.unlink(missing_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


class _Work:
    """One file on its way."""

    def __init__(self, data: Path, archive: Archive, file: str, fates: Fates, cutting: Cutting) -> None:
        self.data = data
        self.archive = archive
        self.file = file
        self.fates = fates
        self.cutting = cutting
        rows = archive.connection.rows(BY_FILE, (file,))
        self.rows = {row["offset"]: (row["id"], row["length"]) for row in rows}
        self.altered: dict[int, Altered] = {}

    def stays(self) -> dict[int, Place | None]:
        """Give where everything lies that does not go, if nothing is moved."""
        kept = (offset for offset, (number, _) in self.rows.items() if self.fates.by_id.get(number) != "drop")
        return {offset: Place(self.file, offset, self.rows[offset][1]) for offset in kept}

    def change(self, member: Member) -> Keep | Drop | Replace:
        """Decide about a record of the file."""
        number, _ = self.rows.get(member.offset, (None, None))
        if number is None:
            return Drop() if (self.file, member.offset) in self.fates.nameless else Keep()
        fate = self.fates.by_id.get(number)
        if fate == "drop":
            return Drop()
        try:
            return self._written(number) if fate else Keep()
        except MissingFile:  # of the one whose body it borrowed: that is lost, and a revisit of nothing says nothing
            return Drop()

    def _written(self, number: int) -> Replace | Keep:
        """Write a snapshot anew: redacted, or with the body that it borrowed so far."""
        found = self.archive.snapshot(number)
        assert found is not None
        exchange = load(self.data, _place(found), self._lender(found))
        changed, cut = self.cutting.of_exchange(exchange, self._records(found))
        original = self._original(found)
        if not cut and (original.id if original else None) == found.original:
            return Keep()
        borrows = original is not None and original.id == found.original
        digest = found.digest if borrows or found.status == NOT_MODIFIED else payload_digest(changed.body)
        self.altered[number] = Altered(digest, cut, original.id if original else None)
        return Replace(changed, (original.url, original.fetched_at) if original else None, redacted=cut)

    def _original(self, found: Snapshot) -> Snapshot | None:
        """Give the snapshot whose payload this one repeats from now on; None: it holds its own."""
        holder = self.fates.heirs.get(found.id, found.original or found.id)
        return None if holder == found.id else self.archive.snapshot(holder)

    def _lender(self, found: Snapshot) -> Place | None:
        first = self.archive.snapshot(found.original) if found.original and found.status != NOT_MODIFIED else None
        return _place(first) if first else None

    def _records(self, found: Snapshot) -> list[int]:
        """Give the records that have this page, or one that shares its payload from now on."""
        heir = self.fates.heirs.get(found.id)
        family = [one for one, holder in self.fates.heirs.items() if holder == heir] if heir else [found.id]
        return [row[0] for row in self.archive.connection.rows(PAGE_OF, (json.dumps(family),))]

    def note(self, places: dict[int, Place | None], removed: Removed) -> None:
        """Let the rows of the file tell where everything lies now, and ``removed`` what went."""
        for offset, (number, _) in self.rows.items():
            place = places.get(offset)
            if place is None:
                self._forget(number, removed)
            else:
                self.archive.connection.execute(MOVE, (place.offset, place.length, number))
        for number, altered in self.altered.items():
            self._alter(number, altered, removed)

    def _forget(self, number: int, removed: Removed) -> None:
        found = self.archive.snapshot(number)
        removed.snapshots[str(number)] = found.digest if found else None
        self.archive.connection.execute("DELETE FROM snapshots WHERE id = ?", (number,))

    def _alter(self, number: int, altered: Altered, removed: Removed) -> None:
        found = self.archive.snapshot(number)
        assert found is not None
        removed.redacted[str(number)] = (found.digest, altered.digest)
        values = (altered.digest, stamp() if altered.redacted else None, altered.original, number)
        self.archive.connection.execute(CHANGED, values)


def _place(found: Snapshot) -> Place:
    assert found.length is not None
    return Place(found.file, found.offset, found.length)
