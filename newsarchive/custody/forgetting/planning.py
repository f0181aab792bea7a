"""What a takedown would do: a look at everything, nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin

from newsarchive.archive import Archive, Stored
from newsarchive.archive.address import address, is_home
from newsarchive.custody.forgetting.fates import decide
from newsarchive.custody.forgetting.models import ForgetError, Plan, Progress, Removed
from newsarchive.custody.forgetting.picturing import pictures_of
from newsarchive.custody.forgetting.scanning import Search, scan
from newsarchive.custody.forgetting.wording import Others, names_of, phrases
from newsarchive.custody.redaction import Words, places
from newsarchive.snapshots import Place, SnapshotError, load

REDIRECTS = "SELECT url, file, offset, length FROM snapshots WHERE status BETWEEN 300 AND 399 AND length IS NOT NULL"
MISSING = "{file} is missing and was not looked through: a copy of it still holds what is forgotten."
STRANGE = "{file} is not the archive's and was not looked through: delete it, or what it holds stays."


def plan(
    data: Path,
    archive: Archive,
    key: int | str,
    persons: Iterable[str] = (),
    progress: Progress | None = None,
    *,
    begun: Removed | None = None,
) -> Plan:
    """Find all that must go when the record with this number or address is forgotten, and the ``persons`` it names.

    ``begun`` is what is known of a takedown that was interrupted.

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
    leads = _redirects(data, archive)
    addresses = _addresses(stored, leads) | frozenset(begun.urls if begun else ())
    gone = places(addresses)
    files = [warc.file for warc in archive.warcs()]
    hits = scan(data, files, Search(words, gone, addresses), progress)
    spared = others.spared(names)
    pictures = pictures_of(data, archive, stored.id, leads, begun.shown if begun else ())
    return Plan(
        stored=stored,
        persons=persons,
        versions=len(versions),
        addresses=addresses,
        words=Words((*words.phrases, *gone.phrases)),
        names=names,
        fates=decide(archive, stored.id, addresses | pictures.addresses, hits, spared, pictures.snapshots),
        images=pictures.images,
        mentions=tuple(others.mentions),
        spared=spared,
        unseen=tuple(_unseen(data, files)),
    )


def _unseen(data: Path, files: Iterable[str]) -> Iterator[str]:
    """Say which files below ``warc/`` were passed over."""
    known = set(files)
    yield from (MISSING.format(file=file) for file in sorted(known) if not (data / file).is_file())
    for path in sorted((data / "warc").rglob("*")):
        file = path.relative_to(data).as_posix()
        if path.is_file() and file not in known:
            yield STRANGE.format(file=file)


def _addresses(stored: Stored, leads: Mapping[str, str]) -> frozenset[str]:
    """Give the normal form of every address of a record, those that lead to it included; a front page is nobody's."""
    found = {address(url) for url in (stored.record.url, *stored.record.aliases)}
    found = {normal for normal in found if not is_home(normal)}
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
