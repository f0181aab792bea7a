"""Looking through all WARC files for the words that must vanish, on both cores where it pays."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from newsarchive.archive.address import address
from newsarchive.custody.forgetting.models import ForgetError, Progress
from newsarchive.custody.redaction import Phrase, Readable, Words, has_text, linked, readable
from newsarchive.custody.redaction.spelling import RUN
from newsarchive.snapshots import Corrupt, Exchange, Member, SnapshotError, charset, decoded, walk
from newsarchive.snapshots.folders import OUTSIDE, is_inside

PAYS = 32 << 20
"""Bytes of files from which a second process is worth its start."""
DAMAGED = (
    'The takedown waits: "newsarchive verify --repair" mends what a killed process left; any other damaged file '
    "bring back from a backup, or without one put “.damaged” behind its name."
)
RESPONSES = ("response", "revisit", "resource")


@dataclass(frozen=True, slots=True)
class Hit:
    """A stored response that holds some of the words."""

    file: str
    offset: int
    payload: frozenset[Phrase]
    """What its body holds."""
    links: bool
    """Whether its body names an address that goes."""
    head: bool
    """Whether its headers, or those of its request, hold any of it."""


@dataclass(frozen=True)
class Search:
    """What is looked for: words, and addresses in their normal form."""

    words: Words
    places: Words
    """The same addresses, in all their spellings."""
    addresses: frozenset[str]

    def names_it(self, page: Readable, url: str) -> bool:
        """Tell whether a page names any of the addresses, in whatever way."""
        if self.places.found(page):
            return True
        if not any(self._may_name(page, normal) for normal in self.addresses):
            return False
        return any(address(link) in self.addresses for link in linked(page.text, url))

    def _may_name(self, page: Readable, normal: str) -> bool:
        runs = RUN.findall(normal.rpartition("/")[2].lower())
        return max(runs, key=len, default="").encode() in page.lowered

    def in_text(self, text: str) -> bool:
        """Tell whether headers hold any of it."""
        page = Readable(text, "utf-8")
        return bool(self.words.found(page) or self.places.found(page))

    def in_file(self, data: Path, file: str) -> list[Hit]:
        """Give the responses of a file that hold any of it.

        Raises:
            SnapshotError: the file cannot be read to its end.
        """
        hits: dict[int, Hit] = {}
        last: int | None = None
        for member in walk(data / file):
            if member.type in RESPONSES:
                last = member.offset
                hit = self._of_response(member, file)
            elif member.type == "request" and last is not None:
                before = hits.get(last, Hit(file, last, frozenset(), links=False, head=False))
                tells = before.head or self.in_text(_head(member))
                hit = Hit(file, last, before.payload, before.links, tells)
            else:
                continue
            if hit.payload or hit.links or hit.head:
                hits[hit.offset] = hit
        return list(hits.values())

    def _of_response(self, member: Member, file: str) -> Hit:
        page = text_of(member.exchange()) if member.type != "revisit" and has_text(member.mime) else None
        found = self.words.found(page) if page else set()
        return Hit(
            file,
            member.offset,
            frozenset(self.words.phrases[one] for one in found),
            links=bool(page) and self.names_it(page or Readable("", "utf-8"), member.url or ""),
            head=self.in_text(_head(member)),
        )


def text_of(exchange: Exchange | None) -> Readable | None:
    """Give the body of a response as text; None where it has none, or unpacks to too much."""
    if exchange is None or not exchange.body:
        return None
    try:
        return readable(decoded(exchange), charset(exchange))
    except SnapshotError:
        return None


def _head(member: Member) -> str:
    return "\n".join(f"{name}: {value}" for name, value in (*member.headers, *member.http_headers))


def scan(data: Path, files: Iterable[str], search: Search, progress: Progress | None = None) -> list[Hit]:
    """Look through files (named relative to the data folder), the largest first.

    Raises:
        ForgetError: one is damaged, or its name leads elsewhere.
    """
    files = list(files)
    for file in files:
        if not is_inside(file):
            raise ForgetError(OUTSIDE.format(file=file))
    sizes = {file: (data / file).stat().st_size for file in files if (data / file).is_file()}
    total, seen, hits = sum(sizes.values()), 0, []
    names = sorted(sizes, key=lambda file: -sizes[file])
    try:
        for file, found in _scanned(data, names, search, both=total > PAYS):
            hits += found
            seen += sizes[file]
            if progress:
                progress(seen, total)
    except Corrupt as error:
        raise ForgetError(f"{error} {DAMAGED}") from error
    return hits


def _scanned(data: Path, files: list[str], search: Search, *, both: bool) -> Iterator[tuple[str, list[Hit]]]:
    if not both or len(files) < 2 or (os.cpu_count() or 1) < 2:
        yield from ((file, search.in_file(data, file)) for file in files)
        return
    with ProcessPoolExecutor(os.cpu_count(), mp_context=multiprocessing.get_context("spawn")) as pool:
        asked = {pool.submit(search.in_file, data, file): file for file in files}
        for done in as_completed(asked):
            yield asked[done], done.result()
