"""What an export is of, so that a corpus can be cited and made again: its question, its counts, its archive."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsarchive import __version__
from newsarchive.archive import Archive, Counted
from newsarchive.archive.times import stamp
from newsarchive.custody import manifests
from newsarchive.custody.hashing import sha256
from newsarchive.custody.seals import BrokenSealError, read_seal

RIGHTS = (
    "The texts and pictures belong to their publishers and authors, who are named with each record. This file says "
    "what was collected; it gives no licence to publish them again."
)


class Measured:
    """Bytes on their way into a file, measured."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self._digest = hashlib.sha256()
        self.bytes = 0

    def __iter__(self) -> Iterator[bytes]:
        """Give the pieces as they are."""
        for piece in self._pieces:
            self._digest.update(piece)
            self.bytes += len(piece)
            yield piece

    @property
    def told(self) -> dict[str, Any]:
        """Give the size and digest of what has passed."""
        return {"bytes": self.bytes, "sha256": self._digest.hexdigest()}


def datasheet(
    archive: Archive, wanted: Mapping[str, Any], *, form: str | None = None, file: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Describe the export of what ``wanted`` (the arguments of :meth:`Archive.records`) finds.

    ``file`` is what is known of the file that was written: its name, size and digest.
    """
    groups = list(archive.tally(**wanted))
    return {
        "newsarchive": __version__,
        "made": stamp(),
        "format": form,
        "file": dict(file) if file else None,
        "query": _query(archive, wanted),
        "filters": {name: value for name, value in wanted.items() if value and name not in ("query", "wider")},
        "records": _counts(groups),
        "period": {"first": _least(groups), "last": _most(groups)},
        "readers": _sums((one.extractor, one.number) for one in groups),
        "sites": _sites(archive, {one.site for one in groups}),
        "archive": _archive(archive.path.parent),
        "rights": RIGHTS,
    }


def _query(archive: Archive, wanted: Mapping[str, Any]) -> dict[str, Any]:
    query = (wanted.get("query") or "").strip()
    understood = archive.find(query, limit=1, wider=bool(wanted.get("wider"))).query if query else ""
    return {"asked": query, "understood": understood, "wider": bool(wanted.get("wider"))}


def _counts(groups: list[Counted]) -> dict[str, Any]:
    return {
        "total": sum(one.number for one in groups),
        "kind": _sums((one.kind, one.number) for one in groups),
        "site": _sums((one.site, one.number) for one in groups),
        "year": _sums((one.year, one.number) for one in groups if one.year),
        "undated": sum(one.number for one in groups if one.year is None),
    }


def _sums(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Add the numbers of equal names up.

    >>> _sums([("b", 1), ("a", 2), ("b", 3)])
    {'a': 2, 'b': 4}
    """
    found: Counter[str] = Counter()
    for name, number in pairs:
        found[name] += number
    return dict(sorted(found.items()))


def _least(groups: list[Counted]) -> str | None:
    return min((one.first for one in groups if one.first), default=None)


def _most(groups: list[Counted]) -> str | None:
    return max((one.last for one in groups if one.last), default=None)


def updated(archive: Archive, wanted: Mapping[str, Any]) -> str | None:
    """Give the moment at which the last of the records came into the archive."""
    return max((one.seen for one in archive.tally(**wanted)), default=None)


def _sites(archive: Archive, wanted: set[str]) -> dict[str, Any]:
    return {one.id: {"name": one.name, "home": one.home_url} for one in archive.sites() if one.id in wanted}


def _archive(data: Path) -> dict[str, Any]:
    """Give the digests by which the archive's state is known: the end of the chain of manifests, and the seal."""
    last = manifests.chain(data)[-1:]
    return {
        "manifest": {"number": manifests.number(last[0]), "sha256": sha256(last[0])} if last else None,
        "seal": _seal(data),
    }


def _seal(data: Path) -> dict[str, Any] | None:
    """Give the seal; None while somebody writes, or where it cannot be read, which ``verify`` tells of."""
    try:
        found = read_seal(data)
    except BrokenSealError:
        return None
    return {"sha256": found.sha256, "bytes": found.bytes, "sealed_at": found.sealed_at} if found else None
