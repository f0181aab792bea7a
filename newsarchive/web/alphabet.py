"""The Slovene alphabet: which letters names begin with, and in which order they stand."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LETTERS = "ABCČĆDĐEFGHIJKLMNOPQRSŠTUVWXYZŽ"
"""The letters, with those that Slovenes meet in names; each before what it begins."""
OTHERS = "-"
"""What stands for names that begin with no letter of these, and for people without one."""
_PLACES = {letter: place for place, letter in enumerate(LETTERS)}


@lru_cache(maxsize=4096)
def order(text: str) -> tuple[tuple[int, str], ...]:
    """Give what names are sorted by: č after c, š after s, ž after z; other marks count for nothing.

    >>> sorted(["Čuk", "Cvek", "Žagar", "Zver", "Dolar", "Müller", "Murn"], key=order)
    ['Cvek', 'Čuk', 'Dolar', 'Müller', 'Murn', 'Zver', 'Žagar']
    """
    return tuple((_PLACES.get(sign, -1), "" if sign in _PLACES else sign) for sign in map(_bare, text.upper()[:100]))


def initial(text: str | None) -> str:
    """Give the letter under which a name stands.

    >>> initial("žagar"), initial("Öhler"), initial(None)
    ('Ž', '-', '-')
    """
    letter = (text or "")[:1].upper()
    return letter if letter in _PLACES else OTHERS


def _bare(sign: str) -> str:
    """Take the marks off a letter that is not one of ours."""
    return sign if sign in _PLACES else unicodedata.normalize("NFD", sign)[:1]
