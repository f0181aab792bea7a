"""What the class and id texts of elements name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

NOTHING: frozenset[str] = frozenset()
_CAPITAL = re.compile("(?<=[a-z0-9])(?=[A-Z])")
_LETTERS = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class _Longer:
    """Names of one kind that begin with the same word."""

    kind: str
    rests: frozenset[str]
    """What can stand as the next word where one of them does;"""
    pattern: re.Pattern[str]
    """what finds them."""

    @classmethod
    def of(cls, kind: str, begin: str, names: list[str]) -> _Longer:
        parts = "|".join(re.escape(name).replace(r"\-", "[-_]?") for name in names)
        rests = {rest for name in names for rest in _rests(name, begin)}
        return cls(kind, frozenset(rests), re.compile(rf"(?<![a-z])(?:{parts})(?![a-z])"))


def _rests(name: str, begin: str) -> Iterator[str]:
    """Give the words that can follow the beginning of a name, which may be written with a hyphen or without.

    >>> sorted(_rests("td-post-content", "td"))
    ['post', 'postcontent']
    """
    words = name.replace("_", "-").split("-")
    at = next(n for n, letters in enumerate(accumulate(words), 1) if letters == begin)
    return accumulate(filter(None, words[at:]))


class Names:
    """Tables of names, one for each kind of thing, which are found in a class and id text as whole words.

    ``-`` and ``_`` part words too, so that ``related`` is found in ``td-related-posts``; a name with its own hyphen
    also matches with an underscore or none.

    >>> names = Names(card=["related", "read-more"], advert=["ad"])
    >>> sorted(names.kinds("td_related-posts ad")), sorted(names.kinds("shadow readmore"))
    (['advert', 'card'], ['card'])
    """

    def __init__(self, **tables: Iterable[str]) -> None:
        self._whole: dict[str, frozenset[str]] = {}
        """For the letters of which a name consists: the kinds."""
        self._begin: dict[str, list[_Longer]] = defaultdict(list)
        """For the letters with which longer names begin: what finds their rest."""
        for kind, names in tables.items():
            self._add(kind, list(names))
        self._known = frozenset(self._whole.keys() | self._begin.keys())
        """Few texts have any of these as a word."""
        self.kinds = lru_cache(maxsize=4096)(self._kinds)
        """Gives the kinds of things that a text, in lower case, names."""

    def of(self, kind: str) -> Kind:
        """Give what finds one kind alone."""
        return Kind(self, kind)

    def _add(self, kind: str, names: list[str]) -> None:
        longer: dict[str, list[str]] = defaultdict(list)
        for name in names:
            begins = list(accumulate(name.partition("_")[0].split("-")))
            if "_" not in name:
                whole = begins.pop()
                self._whole[whole] = self._whole.get(whole, NOTHING) | {kind}
            for begin in begins:
                longer[begin].append(name)
        for begin, own in longer.items():
            self._begin[begin].append(_Longer.of(kind, begin, own))

    def _kinds(self, text: str) -> frozenset[str]:
        words = _LETTERS.findall(text)
        found = NOTHING
        for word in self._known.intersection(words):
            found |= self._whole.get(word, NOTHING)
            for longer in self._begin.get(word, ()):
                if longer.kind not in found and not longer.rests.isdisjoint(words) and longer.pattern.search(text):
                    found |= {longer.kind}
        return found


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of things that class and id texts name."""

    names: Names
    kind: str

    def search(self, text: str) -> bool:
        """Tell whether a text, in lower case, names something of this kind."""
        return self.kind in self.names.kinds(text)


@lru_cache(maxsize=4096)
def spell(names: str, identifier: str) -> str:
    """Write class and id names in lower case, with a hyphen where a capital began a word.

    >>> spell("relatedPostsTitle td_Box", "")
    'related-posts-title td_box'
    """
    text = f"{names} {identifier}".strip()
    lower = text.lower()
    return lower if lower == text else _CAPITAL.sub("-", text).lower()
