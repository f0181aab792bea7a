"""What a takedown would do: a look at everything, nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

from newsarchive.archive import Archive, Stored
from newsarchive.archive.address import address, is_home
from newsarchive.custody.forgetting.fates import decide
from newsarchive.custody.forgetting.models import ForgetError, Plan, Progress
from newsarchive.custody.forgetting.scanning import Search, scan
from newsarchive.custody.forgetting.wording import Others, names_of, phrases
from newsarchive.custody.redaction import Words, places
from newsarchive.snapshots import Place, SnapshotError, load

REDIRECTS = "SELECT url, file, offset, length FROM snapshots WHERE status BETWEEN 300 AND 399 AND length IS NOT NULL"
UNSHARED = """
SELECT i.id, i.sha256, i.path FROM images i JOIN record_images x ON x.image = i.id AND x.record = ?1
WHERE NOT EXISTS (SELECT 1 FROM record_images y WHERE y.image = i.id AND y.record <> ?1) GROUP BY i.id ORDER BY i.id
"""
PICTURES = """
SELECT DISTINCT url FROM record_images x WHERE record = ?1
    AND NOT EXISTS (SELECT 1 FROM record_images y WHERE y.url = x.url AND y.record <> ?1)
"""


def plan(
    data: Path, archive: Archive, key: int | str, persons: Iterable[str] = (), progress: Progress | None = None
) -> Plan:
    """Find all that must go when the record with this number or address is forgotten, and the ``persons`` it names.

    Raises:
        ForgetError: there is no such record, a name is a single word, or a stored file is damaged.
    """
    persons = tuple(persons)
    names = names_of(persons)
    stored = archive.get(key)
    if stored is None:
        raise ForgetError(f"{key} is not in the archive, so there is nothing to forget: check the number or address.")
    versions = archive.versions(stored.id)
    own = phrases(stored, versions)
    others = Others(archive, stored.id, own, names)
    words = Words((*names.phrases, *own.without((*others.shared(), *names.phrases)).phrases))
    addresses = _addresses(data, archive, stored)
    gone = places(addresses)
    hits = scan(data, [warc.file for warc in archive.warcs()], Search(words, gone, addresses), progress)
    spared = others.spared(names)
    pictures = {address(row[0]) for row in archive.connection.rows(PICTURES, (stored.id,))}
    return Plan(
        stored=stored,
        persons=persons,
        versions=len(versions),
        addresses=addresses,
        words=Words((*words.phrases, *gone.phrases)),
        names=names,
        fates=decide(archive, stored.id, addresses | pictures, hits, spared),
        images=tuple((row[0], row[1], row[2]) for row in archive.connection.rows(UNSHARED, (stored.id,))),
        mentions=tuple(others.mentions),
        spared=spared,
    )


def _addresses(data: Path, archive: Archive, stored: Stored) -> frozenset[str]:
    """Give the normal form of every address of a record, those that lead to it included; a front page is nobody's."""
    found = {address(url) for url in (stored.record.url, *stored.record.aliases)}
    found = {normal for normal in found if not is_home(normal)}
    leads = _redirects(data, archive)
    while more := {source for source, target in leads.items() if target in found} - found:
        found |= more
    return frozenset(found)


def _redirects(data: Path, archive: Archive) -> dict[str, str]:
    """Give where each stored redirect leads, both in normal form; the front page leads nowhere."""
    found = {}
    for url, file, offset, length in archive.connection.rows(REDIRECTS):
        try:
            target = load(data, Place(file, offset, length), Place(file, offset, length)).header("Location")
            normal = address(urljoin(url, target or ""))
        except (SnapshotError, ValueError):
            continue
        if target and not is_home(address(url)):
            found[address(url)] = normal
    return found
