"""How much two texts resemble each other, and whether they tell of the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from newsarchive.archive.differing import Text, names
from newsarchive.archive.duplicates.sketch import LONGEST, real

LEAST = 0.45
"""The score from which on two texts are twins; measured by benchmarks/duplicates.py."""
FEWEST = 8
"""Texts of fewer words are twins only if they say the same."""
MOST_REPLACED = 0.2
"""The share of names in whose place there may be others: a notice for another street is another notice."""


@dataclass
class Wording:
    """A text, prepared for comparing."""

    text: Text

    @cached_property
    def whole(self) -> str:
        """Title, lead and body in one."""
        return "\n".join(part[:LONGEST] for part in self.text if part)

    @cached_property
    def words(self) -> list[str]:
        """The words as they stand."""
        return real(self.whole)

    @cached_property
    def pairs(self) -> set[tuple[str, str]]:
        """Every two words that stand side by side."""
        return set(pairwise(self.words))

    @cached_property
    def names(self) -> set[str]:
        """The stems of the names."""
        return names(self.whole)


def score(one: Wording, other: Wording) -> float:
    """Give the resemblance, 0 to 1: of all pairs of neighbouring words, the share that both texts have.

    >>> score(Wording((None, None, "Voda bo spet tekla.")), Wording((None, None, "Voda bo spet čista.")))
    0.5
    """
    if one.words == other.words:
        return 1.0
    return round(len(one.pairs & other.pairs) / (len(one.pairs | other.pairs) or 1), 3)


def replaced(one: Wording, other: Wording) -> float:
    """Give the share of names, 0 to 1, in whose place the other text has different ones; added names do not count."""
    fewer = min(len(one.names), len(other.names))
    return min(len(one.names - other.names), len(other.names - one.names)) / fewer if fewer else 0.0


def alike(one: Wording, other: Wording) -> float | None:
    """Give the score of two texts that are twins, else None; of very short ones only the same words are."""
    found = score(one, other)
    least = LEAST if min(len(one.words), len(other.words)) >= FEWEST else 1.0
    return found if found >= least and (found == 1.0 or replaced(one, other) <= MOST_REPLACED) else None
