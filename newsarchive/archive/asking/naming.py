"""Which records name an author or a place, in whatever case they were asked for.

Authors and places are few and short beside the texts: what may hold the words is taken by LIKE and looked at in full.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import takewhile

from newsarchive.archive.asking.spelling import Forms, Speller
from newsarchive.archive.connection import Connection
from newsarchive.archive.words import fold, lemmas, words

SOURCES = {
    "author": (
        "SELECT x.record, a.name FROM authors a JOIN record_authors x ON x.author = a.id WHERE a.name LIKE :like",
    ),
    "place": (
        "SELECT record, coalesce(area, '') || char(10) || places FROM notices "
        "WHERE area LIKE :like OR places LIKE :like",
        "SELECT record, residence FROM obituaries WHERE residence LIKE :like",
        "SELECT o.record, c.place FROM ceremonies c JOIN obituaries o ON o.id = c.obituary WHERE c.place LIKE :like",
    ),
}
"""For each field the statements that give records and what they say."""
FIRM = frozenset("bfghjklmnpqrtvwx0123456789")
"""Letters that are the same in a word typed without diacritics."""


class Names:
    """Finds the records of one archive by the names in them."""

    fields = frozenset(SOURCES)

    def __init__(self, connection: Connection, speller: Speller) -> None:
        self.connection = connection
        self.speller = speller

    def records(self, field: str, value: str) -> str:
        """Give the numbers of the records whose field holds the words one after the other, as JSON."""
        wanted = [self.speller.forms(word) for word in words(value)]
        longest = max(map(_pattern, wanted), key=len)
        found = {number for sql in SOURCES[field] for number in self._holding(sql, longest, wanted)}
        return json.dumps(sorted(found))

    def _holding(self, sql: str, pattern: str, wanted: list[Forms]) -> Iterator[int]:
        told: dict[str, bool] = {}
        for number, text in self.connection.rows(sql, {"like": pattern}):
            if text not in told:
                told[text] = _holds(words(text), wanted)
            if told[text]:
                yield number


def _pattern(forms: Forms) -> str:
    """Give a pattern of LIKE for whatever holds any form of a word."""
    letters = zip(*forms.folded, *map(fold, forms.lemmas), strict=False)
    shared = (one[0] for one in takewhile(lambda one: len(set(one)) == 1, letters))
    return f"%{''.join(letter if letter in FIRM else '_' for letter in shared)}%"


def _holds(text: list[str], wanted: list[Forms]) -> bool:
    starts = range(len(text) - len(wanted) + 1)
    return any(all(_is(text[start + place], forms) for place, forms in enumerate(wanted)) for start in starts)


def _is(word: str, forms: Forms) -> bool:
    return fold(word) in forms.folded or not forms.lemmas.isdisjoint(lemmas(word))
