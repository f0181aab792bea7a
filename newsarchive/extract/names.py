"""What the class and id texts of elements name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

NOTHING: frozenset[str] = frozenset()
_CAPITAL = re.compile("(?<=[a-z0-9])(?=[A-Z])")
_LETTERS = re.compile("[a-z]+")


class Names:
    """Tables of names, one for each kind of thing, which are found in a class and id text as whole words.

    ``-`` and ``_`` part words too, so that ``related`` is found in ``td-related-posts``; a name with its own hyphen
    also matches with an underscore or none.

    >>> names = Names(card=["related", "read-more"], advert=["ad"])
    >>> sorted(names.kinds("td_related-posts ad")), sorted(names.kinds("shadow readmore"))
    (['advert', 'card'], ['card'])
    """

    def __init__(self, **tables: Iterable[str]) -> None:
        self._begin: dict[str, list[tuple[str, re.Pattern[str] | None]]] = defaultdict(list)
        """For the letters with which names begin: the kinds, and what finds the rest of longer names there, which is
        searched for only then; few texts have any of these letters as a word."""
        for kind, names in tables.items():
            self._add(kind, names)
        self.kinds = lru_cache(maxsize=4096)(self._kinds)
        """Gives the kinds of things that a text, in lower case, names."""

    def of(self, kind: str) -> Kind:
        """Give what finds one kind alone."""
        return Kind(self, kind)

    def _add(self, kind: str, names: Iterable[str]) -> None:
        longer = defaultdict(list)
        for name in names:
            *begins, last = accumulate(name.partition("_")[0].split("-"))
            if "_" in name:
                begins.append(last)
            else:
                self._begin[last].append((kind, None))
            for begin in begins:
                longer[begin].append(re.escape(name).replace(r"\-", "[-_]?"))
        for begin, patterns in longer.items():
            self._begin[begin].append((kind, re.compile(rf"(?<![a-z])(?:{'|'.join(patterns)})(?![a-z])")))

    def _kinds(self, text: str) -> frozenset[str]:
        words = _LETTERS.findall(text)
        if self._begin.keys().isdisjoint(words):
            return NOTHING
        found = set()
        for word in self._begin.keys() & words:
            for kind, longer in self._begin[word]:
                if longer is None or longer.search(text):
                    found.add(kind)
        return frozenset(found)


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
