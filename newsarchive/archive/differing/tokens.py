"""A text as sentences and words, each word with what it is: a figure, a name, a negation or another word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from newsarchive.archive.differing.lexicon import ABBREVIATIONS, ENDINGS, NEGATIONS, NEGATIVE, VALUES
from newsarchive.archive.digest import normal
from newsarchive.dates.words import NAMES_TOO, fold

CAPITAL = "[A-ZČŠŽĆĐÄÖÜÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÇÑ]"
THOUSANDS = re.compile(r"(?<=\d)[. ](?=\d{3}(?!\d))")
"""What parts the thousands of a figure: "12.000" and "12 000" are 12000."""
TOKEN = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+|(?<![^\s(])(?<!\d\s)-\d+|[%€$£°\":]")
_ABBREVIATED = "".join(rf"(?<!\b{word}\. )" for word in ABBREVIATIONS)
SENTENCE = re.compile(
    rf" (?=[\"(]?{CAPITAL})(?:(?<=[.!?] )(?<!\b{CAPITAL}\. ){_ABBREVIATED}|(?<=[.!?]\" ))"
)  # the blank first: it is found faster than what surrounds it
INSIDE = re.compile(rf"(?<=[\w,;-] )(?:{CAPITAL}[^\W\d_]+)")
"""A capitalised word that does not open a sentence."""
PERSON = "person"
"""For the moment, what is a month or a person: Maja, Avgust."""
SHORTEST_STEM = 2
"""Letters that a name keeps without its ending; one more where the ending has more than one letter."""


class Sentence(NamedTuple):
    """A sentence, its white space, quotes and dashes folded."""

    text: str
    quoted: bool
    """Whether it begins inside a quotation."""


class Word(NamedTuple):
    """A word with what it is."""

    key: str
    """By which words are compared: lower case; a figure's value."""
    text: str
    """As it was printed."""
    kind: str
    """numbers, names, negations or words."""
    quoted: bool


def paragraphs(texts: Iterable[str | None]) -> list[str]:
    """Take texts apart into paragraphs."""
    return [line for text in texts if text for line in text.splitlines() if line]


def sentences(found: Iterable[str]) -> list[Sentence]:
    """Take paragraphs apart into sentences.

    >>> [sentence.text for sentence in sentences(["Zapora", "Pride dr. Novak. Pozor!"])]
    ['Zapora', 'Pride dr. Novak.', 'Pozor!']
    """
    return [sentence for paragraph in map(normal, found) if paragraph for sentence in _sentences(paragraph)]


def _sentences(paragraph: str) -> Iterator[Sentence]:
    quoted = False
    for text in SENTENCE.split(THOUSANDS.sub("", paragraph)):
        yield Sentence(text, quoted)
        quoted ^= bool(text.count('"') % 2)


@lru_cache(maxsize=1 << 14)
def stem(name: str) -> str:
    """Give what the cases of a name share; some names share it with others (Simon and Simona), few of them by chance.

    >>> {stem("novak"), stem("novaka"), stem("novakom")}, stem("žalec") == stem("žalcu")
    ({'novak'}, True)
    """
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= SHORTEST_STEM + (len(ending) > 1):
            name = name[: -len(ending)]
            break
    if len(name) > SHORTEST_STEM + 1 and name[-2] == "e":  # Žalec, Koper, Pavel: the e goes in the other cases
        return name[:-2] + name[-1]
    return name


def names(text: str) -> set[str]:
    """Give the stems of the capitalised words inside the sentences of a text.

    >>> sorted(names("Danes je Ana Novak v Velenju."))
    ['an', 'novak', 'veln']
    """
    return {stem(word.lower()) for word in INSIDE.findall(text)}


def words(sentence: Sentence, known: set[str]) -> Iterator[Word]:
    """Give the words of a sentence; ``known`` are the stems of names, by which one that opens a sentence is known."""
    quoted, opening, after = sentence.quoted, True, ""
    for found in TOKEN.findall(sentence.text):
        if found in '":':
            quoted, opening = quoted ^ (found == '"'), True
            continue
        key, kind = _told(found)
        if kind == PERSON:
            key, kind = (key, "numbers") if opening or after.isdigit() else (found.lower(), "names")
        elif kind == "names" and opening and stem(key) not in known:
            kind = "words"
        yield Word(key, found, kind, quoted)
        opening, after = False, found


@lru_cache(maxsize=1 << 15)
def _told(text: str) -> tuple[str, str]:
    """Give the key of a word and, from the word alone, its kind."""
    lower, capital = text.lower(), text[0].isupper()
    folded = fold(lower)
    if not text[0].isalpha():
        return text.lstrip("0") or "0", "numbers"
    if folded in VALUES:
        return VALUES[folded], PERSON if capital and folded in NAMES_TOO else "numbers"
    if lower in NEGATIONS or lower.startswith(NEGATIVE):
        return lower, "negations"
    return lower, "names" if capital else "words"
