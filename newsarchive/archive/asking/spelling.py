"""How the words of a query are written in the index: each with all forms that the archive has of it.

A word that was typed without diacritics is any of the words that lose them to become it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, product
from math import prod
from typing import Protocol

from newsarchive.archive.asking.family import family
from newsarchive.archive.asking.tree import Text
from newsarchive.archive.connection import Connection
from newsarchive.archive.words import fold, lemmas

MOST = 64
"""Forms of one word."""
MOST_PHRASES = 256
"""Ways to write a phrase: each word in each of its forms, the most frequent ones where there are more."""
MOST_GUESSES = 64
"""Ways to put diacritics on a word."""
MARKED = {"c": "cč", "s": "sš", "z": "zž"}
"""For each letter what it may be where somebody types no diacritics."""

TERMS = "SELECT term, lemma FROM term_lemma WHERE folded = ?"
ARE_LEMMAS = "SELECT DISTINCT t.lemma FROM json_each(?) a CROSS JOIN term_lemma t ON t.lemma = a.value"
FORMS = "SELECT DISTINCT t.folded FROM json_each(?) a CROSS JOIN term_lemma t ON t.lemma = a.value"
INDEX = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.asked_terms_ USING fts5vocab('main', 'records_fts', 'row')"
FREQUENCY = "SELECT v.doc FROM temp.asked_terms_ v WHERE v.term = ?"


class Spells(Protocol):
    """Knows how a word or phrase is written in the index."""

    def expression(self, text: Text) -> str:
        """Give the FTS5 expression of all its forms."""


class Plain:
    """Knows words as they were typed only."""

    def expression(self, text: Text) -> str:
        """Give the FTS5 expression of the words themselves."""
        return _in_title(text, _quoted(text.words) + " *" * text.starred)


@dataclass(frozen=True, slots=True)
class Forms:
    """A word in all its forms."""

    folded: tuple[str, ...]
    """As the index writes them, the typed one first."""
    lemmas: frozenset[str]


class Speller:
    """Knows the forms that the words of one archive have; ``wider``: and of words that are derived from them."""

    def __init__(self, connection: Connection, *, wider: bool = False) -> None:
        self.connection = connection
        self.wider = wider
        self.known: dict[str, Forms] = {}

    def expression(self, text: Text) -> str:
        """Give the FTS5 expression of all forms of a word or phrase; a word with a star stands for itself."""
        if text.starred:
            return Plain().expression(text)
        spelt = [self.forms(word).folded for word in text.words]
        if prod(map(len, spelt)) > MOST_PHRASES:
            spelt = self._fewer(spelt)
        phrases = [_quoted(words) for words in product(*spelt)]
        return _in_title(text, f"({' OR '.join(phrases)})" if len(phrases) > 1 else phrases[0])

    def forms(self, word: str) -> Forms:
        """Give all forms of a word (small letters) that the archive has."""
        if word not in self.known:
            self.known[word] = self._forms(word)
        return self.known[word]

    def _forms(self, word: str) -> Forms:
        folded = fold(word)
        found = self._lemmas(word, folded)
        if self.wider:
            found |= family(self.connection, found)
        rows = self.connection.rows(FORMS, (json.dumps(sorted(found)),))
        forms = dict.fromkeys((folded, *(row[0] for row in rows)))
        return Forms(tuple(islice(forms, MOST)), frozenset(found))

    def _lemmas(self, word: str, folded: str) -> set[str]:
        """Give the dictionary forms of a word: those that the archive's words have, else what the dictionary says."""
        typed = guesses(word) if word == folded else [word]
        rows = self.connection.rows(TERMS, (folded,))
        found = {row["lemma"] for row in rows if word == folded or row["term"] == word}
        found |= self._are_lemmas(typed)
        if found or not word.isalpha():
            return found or {word}
        return self._are_lemmas({lemma for one in typed for lemma in lemmas(one)}) or set(lemmas(word))

    def _are_lemmas(self, candidates: Iterable[str]) -> set[str]:
        return {row[0] for row in self.connection.rows(ARE_LEMMAS, (json.dumps([*candidates]),))}

    def _fewer(self, spelt: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Leave out the rarest forms of the words that have most of them, never the typed ones."""
        with self.connection.errors():
            self.connection.execute(INDEX)
        kept = [[one[0], *sorted(one[1:], key=self._frequency, reverse=True)] for one in spelt]
        while prod(map(len, kept)) > MOST_PHRASES:
            max(kept, key=len).pop()
        return [tuple(one) for one in kept]

    def _frequency(self, folded: str) -> int:
        return self.connection.value(FREQUENCY, (folded,)) or 0


def guesses(word: str) -> list[str]:
    """Give the ways to put diacritics on a word that was typed without, the word itself first.

    >>> guesses("casa")
    ['casa', 'caša', 'časa', 'čaša']
    """
    return ["".join(one) for one in islice(product(*(MARKED.get(letter, letter) for letter in word)), MOST_GUESSES)]


def _quoted(words: Iterable[str]) -> str:
    return f'"{" ".join(words)}"'


def _in_title(text: Text, expression: str) -> str:
    return f"{{title}} : ({expression})" if text.in_title else expression
