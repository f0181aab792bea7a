"""What kind of change lies between two texts: a figure, a name, a quotation, or a comma only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import chain, groupby
from typing import NamedTuple, TypeVar

from newsarchive.archive.differing.tokens import Sentence, Word, names, paragraphs, sentences, stem, words
from newsarchive.archive.digest import normal

__all__ = ["KINDS", "SUBSTANTIVE", "Change", "Text", "alters", "compare", "difference_words", "names"]

Part = TypeVar("Part", str, Sentence)
Text = tuple[str | None, str | None, str | None]
"""Title, lead and body."""

SUBSTANTIVE = ("numbers", "names", "quotes", "negations")
KINDS = (*SUBSTANTIVE, "words", "typography")
"""Kinds of change in order of weight."""

MOST = 2000
"""Words on one side that are aligned one by one; of longer stretches only the sums are compared."""
SHORT = 3
"""So few words in the place of so few others are a replacement; longer stretches may only have moved."""
FEWEST_QUOTED = 4
"""So many words that come to stand in quotation marks, or lose them, are a quotation and no name of a house."""
LONGEST_SHOWN = 6
"""Words of one side that are shown of a change."""


class Change(NamedTuple):
    """Words of the old text in whose place the new one has others; either side may be empty."""

    old: list[Word]
    new: list[Word]

    def __str__(self) -> str:
        return f"{_shown(self.old)} -> {_shown(self.new)}".strip()


def alters(old: Text, new: Text) -> list[str]:
    """Tell what a change alters, a list of :data:`KINDS` in order of weight; the first four are substantive.

    ``numbers`` are figures, dates, hours and amounts, also in words; ``names`` capitalised words inside a sentence,
    whatever their case ending; ``quotes`` the words in quotation marks; ``negations`` ne, ni, brez, odpovedano;
    ``words`` all others, and their order. ``typography`` stands alone: only signs, white space or letter case. Nothing
    differs: an empty list. A sentence that moves as a whole alters no more than words.

    >>> alters(("Zapora", None, "Zaprto od 7. do 12. ure."), ("Zapora", None, "Zaprto od 7. do 15. ure."))
    ['numbers']
    >>> alters((None, None, "Po besedah Ane Novak ne."), (None, None, "Po besedah Ane Kovač da."))
    ['names', 'negations', 'words']
    >>> alters(("Zapora", None, "Obisk Novaka."), ("ZAPORA", None, "Obisk »Novaka«!"))
    ['typography']
    """
    return compare(old, new)[0]


def difference_words(old: Text, new: Text, limit: int = 3) -> list[str]:
    """Give the weightiest differing words, ``old -> new``, one side empty where words came or went.

    Without punctuation, at most :data:`LONGEST_SHOWN` words a side.

    >>> difference_words((None, None, "V četrtek, 29. maja, bo odprto."), (None, None, "V petek, 30. maja, bo."))
    ['četrtek 29 -> petek 30', 'odprto ->']
    """
    return told(compare(old, new)[1], limit)


def compare(old: Text, new: Text) -> tuple[list[str], list[Change]]:
    """Give both: the kinds of change and the changes."""
    if old == new:
        return [], []
    before, after = _rest(*map(sentences, _rest(paragraphs(old), paragraphs(new))))
    known = names("\n".join(text for text in (*old, *new) if text))
    left, right = _words(before, known), _words(after, known)
    changes = _changes(left, right)
    found = _kinds(changes, {"quotes"} if _requoted(left, right) else set())
    return found or ["typography" if _letters(old) == _letters(new) else "words"], changes


def told(changes: Iterable[Change], limit: int) -> list[str]:
    """Give changes in words, the weightiest first."""
    return list(dict.fromkeys(str(change) for change in sorted(changes, key=_weight)))[:limit]


def _rest(old: Iterable[Part], new: Iterable[Part]) -> tuple[list[Part], list[Part]]:
    """Take away the paragraphs or sentences that both have, wherever they stand."""
    left, right = Counter(old), Counter(new)
    return list((left - right).elements()), list((right - left).elements())


def _words(found: Iterable[Sentence], known: set[str]) -> list[Word]:
    return list(chain.from_iterable(words(sentence, known) for sentence in found))


def _changes(old: list[Word], new: list[Word]) -> list[Change]:
    """Align two rows of words and give where they differ.

    Figures are aligned whatever their value: that two of them changed places must not look like a word that moved.
    """
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(old), len(new)) > MOST:
        return [Change(old, new)]
    codes = SequenceMatcher(None, list(map(_place, old)), list(map(_place, new))).get_opcodes()
    aligned = ((op, Change(old[a:b], new[c:d])) for op, a, b, c, d in codes)
    return [change for op, both in aligned for change in (_replaced(both) if op == "equal" else [both])]


def _place(word: Word) -> str:
    return "#" if word.kind == "numbers" else word.key


def _replaced(both: Change) -> Iterator[Change]:
    """Give the figures with another value, side by side ones together."""
    for same, pairs in groupby(zip(both.old, both.new, strict=True), key=lambda pair: pair[0].key == pair[1].key):
        if not same:
            old, new = zip(*pairs, strict=True)
            yield Change(list(old), list(new))


def _shared(old: list[Word], new: list[Word]) -> int:
    """Count the words with which both begin."""
    pairs = zip(old, new, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a.key != b.key), min(len(old), len(new)))


def _kinds(changes: list[Change], sure: Collection[str] = ()) -> list[str]:
    """Give the kinds that changes alter, with those that are ``sure``, in order of weight."""
    present = {kind for change in changes for word in (*change.old, *change.new) for kind in _kinds_of(word)}
    return [kind for kind in KINDS if kind in sure or (kind in present and _altered(kind, changes))]


def _kinds_of(word: Word) -> tuple[str, ...]:
    return (word.kind, "quotes") if word.quoted else (word.kind,)


def _altered(kind: str, changes: Iterable[Change]) -> bool:
    """Tell whether words of a kind were replaced by others, came or went."""
    lost: Counter[str] = Counter()
    gained: Counter[str] = Counter()
    for change in changes:
        before, after = _values(kind, change.old), _values(kind, change.new)
        if before and after and before != after and max(len(change.old), len(change.new)) <= SHORT:
            return True
        lost += before - after
        gained += after - before
    return lost != gained


def _values(kind: str, found: Iterable[Word]) -> Counter[str]:
    """Count what words say of a kind: negations by their number alone, names without their endings."""
    if kind == "quotes":
        return Counter(word.key for word in found if word.quoted)
    if kind == "words":
        found = [word for word in found if not word.quoted]
    keys = (word.key for word in found if word.kind == kind)
    if kind == "names":
        return Counter(map(stem, keys))
    return Counter("" for _ in keys) if kind == "negations" else Counter(keys)


def _requoted(old: list[Word], new: list[Word]) -> bool:
    """Tell whether the same words came to stand in quotation marks, or lost them."""
    before, after = _values("quotes", old), _values("quotes", new)
    return max((before - after).total(), (after - before).total()) >= FEWEST_QUOTED


def _weight(change: Change) -> int:
    """Give the place of the weightiest kind of a change in KINDS."""
    return next(map(KINDS.index, _kinds([change])), len(KINDS))


def _letters(text: Text) -> str:
    return re.sub(r"[\W_]+", "", normal(" ".join(part for part in text if part)).casefold())


def _shown(found: list[Word]) -> str:
    text = " ".join(word.text for word in found[:LONGEST_SHOWN])
    return f"{text} …" if len(found) > LONGEST_SHOWN else text
