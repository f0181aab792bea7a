"""Two texts of one record beside each other, and the sentence of a change that says most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby, islice

from newsarchive.archive import Version
from newsarchive.archive.diff import FIELDS, Piece, pieces
from newsarchive.archive.differing import KINDS, alters
from newsarchive.web.showing import cut

LONGEST = 30_000
"""Characters of a field that are compared; word by word, longer texts would keep a reader waiting."""
LONGEST_LISTED = 10_000
"""The same where many changes stand on one page."""
PARAGRAPH = re.compile(r"(\n\s*\n)")
OPENING = re.compile(r"(?:(?<=[.!?…]\s)|(?<=[.!?…][\"”«]\s))(?=[\"„“»(]?[A-ZČŠŽĆĐ])|(?<=\n)")
"""Where a sentence begins."""
CONTEXT = 160
"""Characters of unchanged text that are shown on either side of a change."""
LONGEST_CHANGE = 400
NEAR = 60
"""So few unchanged characters between two changes are no border between them."""
MOST_CHANGES = 6
"""Changes of one text among which the weightiest is looked for."""


@dataclass(slots=True)
class Row:
    """A paragraph of both texts; where only one has it, the other side is empty."""

    old: list[Piece] = field(default_factory=list)
    new: list[Piece] = field(default_factory=list)

    @property
    def same(self) -> bool:
        """Whether both texts have it."""
        return all(piece.op == "same" for piece in (*self.old, *self.new))


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring rows that are all the same, or all not."""

    same: bool
    rows: list[Row]


Fields = dict[str, list[Piece]]
"""For title, lead and body the pieces of both texts; a field that neither has is left out."""


def compare(old: Version, new: Version, most: int = LONGEST) -> Fields:
    """Compare two versions, of each field the first ``most`` characters."""
    found = {name: pieces(cut(getattr(old, name), most), cut(getattr(new, name), most)) for name in FIELDS}
    return {name: one for name, one in found.items() if one}


def beside(fields: Fields) -> dict[str, list[Run]]:
    """Lay both texts out paragraph beside paragraph."""
    return {name: runs(rows(found)) for name, found in fields.items()}


def too_long(*versions: Version) -> bool:
    """Tell whether a text is longer than what is compared."""
    return any(len(getattr(one, name) or "") > LONGEST for one in versions for name in FIELDS)


def rows(found: Iterable[Piece]) -> list[Row]:
    r"""Lay pieces out in rows: a paragraph's end that both texts have ends a row.

    >>> [row.same for row in rows(pieces("Ena.\n\nDve.\n\nTri.", "Ena.\n\nDva.\n\nTri."))]
    [True, False, True]
    """
    made = [Row()]
    for piece in found:
        for part in PARAGRAPH.split(piece.text):
            if piece.op == "same" and PARAGRAPH.fullmatch(part):
                made.append(Row())
            elif part:
                _put(made[-1], Piece(piece.op, part))
    return [row for row in made if row.old or row.new]


def _put(row: Row, piece: Piece) -> None:
    if piece.op != "added":
        row.old.append(piece)
    if piece.op != "removed":
        row.new.append(piece)


def runs(found: Iterable[Row]) -> list[Run]:
    """Join neighbouring rows."""
    return [Run(same, list(group)) for same, group in groupby(found, key=lambda row: row.same)]


def share(fields: Fields) -> float:
    """Tell how much of two texts is not the same, 0 to 1."""
    both = list(chain.from_iterable(fields.values()))
    altered = sum(len(piece.text) for piece in both if piece.op != "same")
    kept = sum(2 * len(piece.text) for piece in both if piece.op == "same")
    return altered / (altered + kept) if altered else 0.0


def gist(fields: Fields, wanted: str | None = None) -> list[Piece]:
    """Give the sentence of the weightiest change (of the kind that is ``wanted``, where there is one) as pieces."""
    found = list(islice(chain.from_iterable(map(_changes, fields.values())), MOST_CHANGES))
    if len(found) == 1:
        return found[0]
    return min(found, key=lambda one: _weight(one, wanted), default=[])


def _weight(change: Sequence[Piece], wanted: str | None) -> int:
    kinds = alters((None, None, side(change, "added")), (None, None, side(change, "removed")))
    if wanted in kinds:
        return -1
    return min(map(KINDS.index, kinds), default=len(KINDS))


def side(found: Iterable[Piece], without: str) -> str:
    """Give the text of pieces without those that only the other text has.

    >>> side(pieces("do 12. ure", "do 15. ure"), "removed")
    'do 15. ure'
    """
    return "".join(piece.text for piece in found if piece.op != without)


def _changes(found: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Give each change with the sentence around it; what lies near another is one with it."""
    held: list[Piece] = []
    before = ""
    for piece in found:
        if piece.op != "same":
            held = held or [Piece("same", _ending(before))]
            held.append(Piece(piece.op, cut(piece.text, LONGEST_CHANGE)))
        elif not held or (len(piece.text) <= NEAR and not PARAGRAPH.search(piece.text)):
            held, before = (held and [*held, piece]), piece.text
        else:
            yield [*held, Piece("same", _beginning(piece.text))]
            held, before = [], piece.text
    if any(piece.op != "same" for piece in held):
        yield [*held[:-1], Piece(held[-1].op, _beginning(held[-1].text)) if held[-1].op == "same" else held[-1]]


def _ending(text: str) -> str:
    """Give the beginning of the sentence in which a text breaks off."""
    starts = [one.end() for one in OPENING.finditer(text[-2 * CONTEXT :])]
    told = text[-2 * CONTEXT :][starts[-1] if starts else 0 :]
    return told if len(told) <= CONTEXT else f"…{told[-CONTEXT:]}"


def _beginning(text: str) -> str:
    """Give the rest of the sentence with which a text goes on."""
    told = OPENING.split(text[: 2 * CONTEXT], maxsplit=1)[0].rstrip()
    return told if len(told) <= CONTEXT else f"{told[:CONTEXT]}…"
