"""Finding words of one item in the record of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsarchive.items import Record

RUN = 8
"""So many words in a row are taken to belong to one item alone."""
Words = tuple[str, ...]


def tokens(text: str | None) -> Words:
    """Split a text into lower-case words."""
    return tuple(re.findall(r"\w+", (text or "").lower()))


def runs(words: Words, length: int) -> Iterator[Words]:
    """Give every run of ``length`` words."""
    return (words[at : at + length] for at in range(len(words) - length + 1))


class Fragments:
    """The words by which each item is known: runs of its text, its title, the name of the dead."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.owner: dict[Words, str | None] = {}
        for record in records:
            for fragment in set(_marks(record)):
                self.owner[fragment] = record.url if fragment not in self.owner else None
        self.lengths = sorted({len(fragment) for fragment in self.owner})

    def strange(self, got: Record, want: Record) -> list[Words]:
        """Give the fragments of other items in the lead and body of ``got``, of which ``want`` is the truth."""
        own = tokens(" ".join(part for part in (want.title, want.lead, want.body) if part))
        held = tokens(" ".join(part for part in (got.lead, got.body) if part))
        if held == own:
            return []
        return [
            run
            for length in self.lengths
            for run in set(runs(held, length)) - set(runs(own, length))
            if self._of_another(run, want)
        ]

    def _of_another(self, run: Words, want: Record) -> bool:
        owner = self.owner.get(run)
        return owner is not None and owner != want.url


def _marks(record: Record) -> Iterator[Words]:
    yield from runs(tokens(f"{record.lead or ''} {record.body or ''}"), RUN)
    title = tokens(record.title)
    if len(title) > 2:
        yield title
    if record.obituary and record.obituary.name:
        yield tokens(record.obituary.name)
