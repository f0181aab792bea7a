"""Cutting a text into tokens, each with one sign that says what kinds of word or number it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, chain

from newsarchive.dates import forms, holidays, lexicon
from newsarchive.dates.words import NAMES_TOO, fold

TOKEN = re.compile(
    r"(?:\d{1,2}\.[ ,]{0,2}){40,}+"
    rf"|\d++(?:{forms.MACHINE_TAIL})?|[^\W\d_][^\W\d_\u0300-\u036f\u00ad]*+|[^\S\n]*\n\s*\n\s*|\s+|.",
    re.DOTALL,
)
"""Covers every text without a gap; one token is a machine's date, and also an enumeration of forty ordinals or more."""

SPACE, BREAK, OTHER, MACHINE, HOLIDAY, GLUE = " ", "\n", "x", "I", "H", "_"
"""Signs of what is no word of the grammar: a space, a paragraph's end, other words and marks, and merged tokens."""

_FIRST_SIGN = 0xA1
_FORGET = 50_000
_LONGEST = 80
"""A longer token is not remembered, and no number."""


def _combinations() -> dict[tuple[str, ...], str]:
    """Give a sign to each set of kinds that a token can have."""
    months = tuple(("month",) for word in NAMES_TOO if word in lexicon.WORDS)
    figures = (lexicon.number_kinds(digits) for digits in _figures())
    signs = ((name,) for name in lexicon.SIGNS.values())
    kinds = dict.fromkeys(chain(lexicon.WORDS.values(), months, figures, signs))
    return {names: chr(_FIRST_SIGN + i) for i, names in enumerate(kinds)}


def _figures() -> Iterable[str]:
    return chain(
        map(str, range(100)), (f"{n:02}" for n in range(10)), ("100", "999", "1999", "2999", "12345", "20260127")
    )


SIGN_OF = _combinations()

CLASSES: dict[str, str] = {"space": SPACE, "machine": MACHINE, "holiday": HOLIDAY, "glue": GLUE}
for _names, _sign in SIGN_OF.items():
    for _name in _names:
        CLASSES[_name] = CLASSES.get(_name, "") + _sign
"""Kind to the signs of the tokens that may be of that kind."""


class _Signs(dict[str, str]):
    """Remembers the sign of every token seen; forgets all when it has grown too large."""

    def __missing__(self, token: str) -> str:
        if len(token) > _LONGEST:
            return OTHER if token[0].isdecimal() else _sign_of(token)
        if len(self) > _FORGET:
            self.clear()
        sign = self[token] = _sign_of(token)
        return sign


def _sign_of(token: str) -> str:
    if token.isdecimal():
        return SIGN_OF[lexicon.number_kinds(token)]
    if token[0].isdecimal():
        return MACHINE
    if token.isspace():
        return BREAK if token.count("\n") > 1 else SPACE
    if token in lexicon.SIGNS:
        return SIGN_OF[(lexicon.SIGNS[token],)]
    return _word_sign(token)


def _word_sign(token: str) -> str:
    folded = fold(token)
    kinds = lexicon.WORDS.get(folded)
    if kinds is None:
        return OTHER
    if folded in NAMES_TOO and token[0].isupper() and not token.isupper():
        kinds = ("month",)
    return SIGN_OF[kinds]


_SIGNS = _Signs()
_FESTIVE = re.compile(f"[{re.escape(CLASSES['festive'])}]")


@dataclass(slots=True)
class Tokens:
    """A text in tokens: the pieces, one sign a piece, and where each piece begins (with the text's end)."""

    pieces: list[str]
    signs: str
    starts: list[int]

    def text(self, first: int, last: int) -> str:
        """Give the text of the tokens from `first` up to `last`."""
        return "".join(self.pieces[first:last])


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens and sign them.

    >>> tokenize("1. maja").pieces
    ['1', '.', ' ', 'maja']
    """
    pieces = TOKEN.findall(text)
    signs = "".join(map(_SIGNS.__getitem__, pieces))
    if _FESTIVE.search(signs):
        signs = _with_holidays(pieces, signs)
    return Tokens(pieces, signs, [0, *accumulate(map(len, pieces))])


def _with_holidays(pieces: list[str], signs: str) -> str:
    """Sign the named days: the first word of each as HOLIDAY, the rest of it as GLUE."""
    merged, done = list(signs), 0
    for match in _FESTIVE.finditer(signs):
        size = _holiday_size(pieces, match.start()) if match.start() >= done else 0
        if size:
            done = match.start() + size
            merged[match.start() : done] = HOLIDAY + GLUE * (size - 1)
    return "".join(merged)


def _holiday_size(pieces: list[str], first: int) -> int:
    """Say how many tokens of a named day begin here; words stand at every second place, between spaces."""
    words = [fold(piece) for piece in pieces[first : first + 2 * holidays.LONGEST : 2]]
    for size in range(len(words), 0, -1):
        if tuple(words[:size]) in holidays.NAMES and all(
            map(str.isspace, pieces[first + 1 : first + 2 * size - 1 : 2])
        ):
            return 2 * size - 1
    return 0
