"""Which pictures go with a record: those that it alone shows, and those that only its own pages ever named."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.archive.address import address
from newsarchive.custody.forgetting.fates import READ_FROM
from newsarchive.custody.forgetting.scanning import text_of
from newsarchive.custody.redaction import Readable, places
from newsarchive.snapshots import Place, SnapshotError, load

UNSHARED = """
SELECT i.id, i.sha256, i.path FROM images i JOIN record_images x ON x.image = i.id AND x.record = ?1
WHERE NOT EXISTS (SELECT 1 FROM record_images y WHERE y.image = i.id AND y.record <> ?1) GROUP BY i.id
"""
NUMBERED = "SELECT i.id, i.sha256, i.path FROM json_each(?) a CROSS JOIN images i ON i.id = a.value"
FORMER = """
SELECT i.id, i.sha256, i.path, s.address FROM images i
JOIN snapshots s ON s.digest = 'sha256:' || i.sha256 AND s.original IS NULL
WHERE NOT EXISTS (SELECT 1 FROM record_images x WHERE x.image = i.id)
"""
"""Pictures that no record shows any more: an edit has put others in their place, or none."""
ADDRESSES = """
SELECT DISTINCT url FROM record_images x WHERE record = ?1
    AND NOT EXISTS (SELECT 1 FROM record_images y WHERE y.url = x.url AND y.record <> ?1)
"""
ELSEWHERE = "SELECT 1 FROM snapshots s JOIN record_images x ON x.url = s.url WHERE s.address = ? AND x.record <> ?"
COPIES = """
SELECT o.id FROM json_each(?) a CROSS JOIN snapshots s ON s.digest = a.value AND s.original IS NULL
JOIN snapshots o ON o.id = s.id OR o.original = s.id
"""
"""All stored responses with these payloads, under whatever address: a request may have been led elsewhere."""
PAGE = (
    "SELECT s.url, s.file, s.offset, s.length, o.file, o.offset, o.length FROM snapshots s "
    "LEFT JOIN snapshots o ON o.id = s.original WHERE s.id = ? AND s.length IS NOT NULL"
)

Image = tuple[int, str, str]
"""Number, sha256 and path of a picture."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures that go with a record."""

    images: tuple[Image, ...]
    addresses: frozenset[str]
    """Normal forms of the addresses that they were asked for at, or led to."""
    snapshots: frozenset[int]
    """Numbers of the stored responses that hold one of them."""


def pictures_of(
    data: Path, archive: Archive, number: int, leads: Mapping[str, str], known: Iterable[int] = ()
) -> Pictures:
    """Find the pictures that only record ``number`` shows or showed.

    ``leads`` tells where redirects lead (in normal form), ``known`` are numbers of pictures that were found before.
    """
    shown = {address(row[0]) for row in archive.connection.rows(ADDRESSES, (number,))}
    images: dict[int, Image] = {}
    for sql, value in ((UNSHARED, number), (NUMBERED, json.dumps(list(known)))):
        images |= {row[0]: (row[0], row[1], row[2]) for row in archive.connection.rows(sql, (value,))}
    former = _former(data, archive, number, leads)
    images |= former
    digests = json.dumps([f"sha256:{sha256}" for _, sha256, _ in images.values()])
    return Pictures(
        images=tuple(images[one] for one in sorted(images)),
        addresses=frozenset(_followed(archive, number, leads, shown)),
        snapshots=frozenset(row[0] for row in archive.connection.rows(COPIES, (digests,))),
    )


def _former(data: Path, archive: Archive, number: int, leads: Mapping[str, str]) -> dict[int, Image]:
    """Give the pictures that no record shows any more and that a page of this one names."""
    rows = list(archive.connection.rows(FORMER))
    pages = list(_pages(data, archive, number)) if rows else []
    found: dict[int, Image] = {}
    for one, sha256, path, normal in rows:
        named = places({normal, *(source for source, target in leads.items() if target == normal)})
        if any(named.found(page) for page in pages):
            found[one] = (one, sha256, path)
    return found


def _pages(data: Path, archive: Archive, number: int) -> Iterable[Readable]:
    """Give the texts of the pages that a record was read from, as far as they can be read."""
    for (snapshot,) in list(archive.connection.rows(READ_FROM, (number,))):
        for _, *place in archive.connection.rows(PAGE, (snapshot,)):
            try:
                text = text_of(load(data, Place(*place[:3]), Place(*place[3:]) if place[3] else None))
            except SnapshotError:
                continue
            if text:
                yield text


def _followed(archive: Archive, number: int, leads: Mapping[str, str], shown: set[str]) -> set[str]:
    """Add the addresses to which the requests for these were led, and no others."""
    found, others = set(shown), set[str]()
    while more := {leads[one] for one in found if one in leads} - found - others:
        for target in more:
            ours = all(source in found for source, led_to in leads.items() if led_to == target)
            alone = ours and archive.connection.value(ELSEWHERE, (target, number)) is None
            (found if alone else others).add(target)
    return found
