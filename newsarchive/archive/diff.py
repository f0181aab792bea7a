"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from newsarchive.archive.models import Version

FIELDS = ("title", "lead", "body")
WORD = re.compile(r"\s+|[^\s]+")

Op = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that two versions share, or that only one of them has."""

    op: Op
    text: str


def differences(old: Version | None, new: Version) -> dict[str, list[Piece]]:
    """Give for title, lead and body, where they differ, the pieces of both texts in reading order.

    Without an old version all of the new one is added.
    """
    texts = {name: (getattr(old, name, None) or "", getattr(new, name) or "") for name in FIELDS}
    return {name: pieces(*pair) for name, pair in texts.items() if pair[0] != pair[1]}


def pieces(old: str, new: str) -> list[Piece]:
    """Compare two texts: first their paragraphs, then the words of those that differ.

    >>> pieces("Zaprto do 12. ure.", "Zaprto do 15. ure.")[1:3]
    [Piece(op='removed', text='12.'), Piece(op='added', text='15.')]
    """
    return list(_merged(_compare(re.split(r"(?<=\n)(?=[^\n])", old), re.split(r"(?<=\n)(?=[^\n])", new), deep=True)))


def _compare(old: Sequence[str], new: Sequence[str], *, deep: bool) -> Iterator[Piece]:
    for op, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        before, after = "".join(old[a:b]), "".join(new[c:d])
        if op == "equal":
            yield Piece("same", before)
        elif op == "replace" and deep:
            yield from _compare(WORD.findall(before), WORD.findall(after), deep=False)
        else:
            yield Piece("removed", before)
            yield Piece("added", after)


def _merged(found: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours of one kind and leave out what is empty."""
    for op, group in groupby((piece for piece in found if piece.text), key=lambda piece: piece.op):
        yield Piece(op, "".join(piece.text for piece in group))
