"""Tables of names, looked for in the class and id texts of elements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

_LETTERS = re.compile("[a-z]+")


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(text))


class Names:
    """Finds any of some names in a class and id text, as whole words.

    ``-`` and ``_`` part words too, so that ``related`` is found in ``td-related-posts``; a name with its own hyphen
    also matches with an underscore or none.

    >>> Names(["related"]).search("td_related-posts"), Names(["ad"]).search("shadow")
    (True, False)
    >>> Names(["read-more"]).search("readmore"), Names(["read-more"]).search("read the more")
    (True, False)
    """

    def __init__(self, names: Iterable[str]) -> None:
        words = sorted((re.escape(name).replace(r"\-", "[-_]?") for name in names), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![a-z])(?:{'|'.join(words)})(?![a-z])")
        self._begin = frozenset(word for name in names for word in accumulate(name.partition("_")[0].split("-")))
        """The letters with which a text can begin to spell a name; few texts have any, which is quickly told."""

    def search(self, text: str) -> bool:
        """Tell whether the text, in lower case, has one of the names."""
        return not self._begin.isdisjoint(_words(text)) and self._pattern.search(text) is not None
