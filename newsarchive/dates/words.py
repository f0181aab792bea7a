"""The calendar's words in Slovene, in every case, with and without č, š, ž."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_MARKS = str.maketrans("čšžćđ", "cszcd", "\u030c\u0301\u00ad")


def fold(word: str) -> str:
    """Give a word as the tables spell it: lower case, without č, š, ž, whole or composed.

    >>> fold("ČETRTEK")
    'cetrtek'
    """
    return word.casefold().translate(_MARKS)


def inflect(table: Mapping[str, tuple[str, int]]) -> dict[str, int]:
    """Expand ``{stem: (endings, value)}``, endings separated by spaces and "-" for none, into ``{form: value}``."""
    return {
        stem + ending.strip("-"): value for stem, (endings, value) in table.items() for ending in endings.split(" ")
    }


_SOFT = "- ja ju jem ji jev jih"
_HARD = "- a u om i ov ih"
_VOWEL = "er ra ru rom ri rov rih"

MONTHS = inflect(
    {
        "januar": (_SOFT, 1), "februar": (_SOFT, 2), "mar": ("ec ca cu cem ci cev cih", 3), "april": (_HARD, 4),
        "maj": ("- a u em i ev ih", 5), "juni": ("j ja ju jem ji jev jih", 6), "juli": ("j ja ju jem ji jev jih", 7),
        "avgust": (_HARD, 8), "septemb": (_VOWEL, 9), "oktob": (_VOWEL, 10), "novemb": (_VOWEL, 11),
        "decemb": (_VOWEL, 12),
    }
)  # fmt: skip
"""Every case of the month names, singular and plural."""

MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "avg": 8, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Short month names, with the English ones that systems leave untranslated."""

WEEKDAYS = inflect(
    {
        "ponedelj": ("ek ka ku kom ki kov kih", 0), "tor": ("ek ka ku kom ki kov kih", 1),
        "sred": ("a e i o ah", 2), "cetrt": ("ek ka ku kom ki kov kih", 3), "pet": ("ek ka ku kom ki kov kih", 4),
        "sobot": ("a e i o ah", 5), "nedelj": ("a e i o ah", 6),
    }
)  # fmt: skip
"""Every case of the names of the days; Monday is 0."""

WEEKDAY_ABBREVIATIONS = {
    "pon": 0, "tor": 1, "sre": 2, "cet": 3, "pet": 4, "sob": 5, "ned": 6,
    "po": 0, "to": 1, "sr": 2, "ce": 3, "pe": 4, "so": 5, "ne": 6,
}  # fmt: skip
"""Short names of the days, as calendars and systems print them."""


def alternatives(words: Iterable[str]) -> str:
    """Give a regular expression's alternation, longest word first.

    >>> alternatives(["jun", "junij"])
    'junij|jun'
    """
    return "|".join(sorted(words, key=len, reverse=True))
