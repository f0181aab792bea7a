"""The dictionary forms of a Slovene word: all that it may have, for one form can be of several words.

simplemma knows most words, but one dictionary form for each, and nothing of names it never met. lemmagen3, where it is
installed, guesses those well; where it is not, the endings do (``endings.py``).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import cache, lru_cache

from newsarchive.archive.words.endings import ADJECTIVES, NOUNS, VERBS, bases, table

LANGUAGE = "sl"
LONGEST = 40
"""Letters of a word that are worth a look; what is longer is an address or broken."""
LEAST = 3
"""Letters that a guessed dictionary form of an unknown word has, at least."""
KNOWN = table(VERBS, ADJECTIVES)
"""Endings that are tried on every word; what they give counts where it is a word of the dictionary."""
UNKNOWN = table(VERBS, ADJECTIVES, NOUNS)
"""Endings that are tried on a word that is not in the dictionary."""
GUESSED = table(NOUNS)
"""Endings of what is not in the dictionary at all; such words are mostly names."""

OWN = {"a": ("e", "o"), "o": ("a", "u"), "e": ("a", "u"), "": ("a", "u", "i")}
"""How a noun in the nominative ends, and some other forms of it."""

Lemmatizer = Callable[[str], str]


@lru_cache(1 << 16)
def lemmas(word: str) -> frozenset[str]:
    """Give the dictionary forms of a word (small letters, with č, š, ž); the word itself where nothing is known.

    >>> sorted(lemmas("velenju")), sorted(lemmas("novaka")), sorted(lemmas("voda"))
    (['velenje'], ['novak'], ['vod', 'voda'])

    What the dictionary takes for a form of something else is a dictionary form too where other forms are its own: it
    knows "vode" for a form of "voda", but "voda" itself only for one of "vod".
    """
    if not 0 < len(word) <= LONGEST or word.isdigit():
        return frozenset((word,))
    other = _lemmagen()
    return _told(word) | (_both(word, other) if other else _by_endings(word)) | _itself(word)


def _itself(word: str) -> frozenset[str]:
    ending = next((one for one in OWN if word.endswith(one)), "")
    stem = word.removesuffix(ending)
    own = len(word) >= LEAST and any(word in _told(stem + other) for other in OWN[ending])
    return frozenset((word,)) if own else frozenset()


def _by_endings(word: str) -> frozenset[str]:
    if _is_known(word):
        return frozenset(filter(_is_lemma, bases(word, KNOWN)))
    found = frozenset(filter(_is_lemma, bases(word, UNKNOWN)))
    if len(word) <= LEAST:
        return found
    guessed = found or frozenset(base for base in bases(word, GUESSED) if len(base) >= LEAST)
    return guessed | {word}


def _both(word: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """Give what a lemmatizer makes of a word, and of a name that is spelt like it."""
    return frozenset((lemmatizer(word).lower(), lemmatizer(word.capitalize()).lower()))


@lru_cache(1 << 16)
def _told(word: str) -> frozenset[str]:
    return _both(word, _simplemma()[0])


@lru_cache(1 << 16)
def _is_known(word: str) -> bool:
    known = _simplemma()[1]
    return known(word) or known(word.capitalize())


@lru_cache(1 << 16)
def _is_lemma(word: str) -> bool:
    return _is_known(word) and word in _told(word)


@cache
def _simplemma() -> tuple[Lemmatizer, Callable[[str], bool]]:
    from simplemma import is_known, lemmatize  # takes a quarter of a second, which few commands need

    return lambda word: str(lemmatize(word, LANGUAGE)), lambda word: bool(is_known(word, LANGUAGE))


@cache
def _lemmagen() -> Lemmatizer | None:
    if importlib.util.find_spec("lemmagen3") is None:
        return None
    lemmatizer: Lemmatizer = importlib.import_module("lemmagen3").Lemmatizer(LANGUAGE).lemmatize
    return lemmatizer
