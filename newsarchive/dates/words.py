"""The calendar's words in Slovene: months and days in every case, with and without č, š, ž."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_MARKS = {ord(a): b for a, b in zip("čšžćđ", "cszcd", strict=True)} | dict.fromkeys(range(0x300, 0x370)) | {0xAD: None}


def fold(word: str) -> str:
    """Give a word as the tables spell it: lower case, without č, š, ž, whole or composed.

    >>> fold("ČETRTEK")
    'cetrtek'
    """
    return word.lower().translate(_MARKS)


def inflect(table: Mapping[str, tuple[str, int]]) -> dict[str, int]:
    """Expand ``{stem: (endings, value)}``, endings separated by spaces and "-" for none, into ``{form: value}``."""
    return {
        stem + ending.strip("-"): value for stem, (endings, value) in table.items() for ending in endings.split(" ")
    }


_STEMS = "januar februar mar april maj juni juli avgust septemb oktob novemb decemb".split()


def _months(endings: Mapping[str, str]) -> dict[str, int]:
    """Put the endings of each month's declension to its stem."""
    classes = ("soft", "soft", "ec", "hard", "maj", "j", "j", "hard", "er", "er", "er", "er")
    table = {stem: (endings[kind], number) for number, (stem, kind) in enumerate(zip(_STEMS, classes, strict=True), 1)}
    return inflect(table)


MONTHS_NOMINATIVE = _months({"soft": "-", "hard": "-", "ec": "ec", "maj": "-", "j": "j", "er": "er"})
"""januar, februar, marec: also the accusative."""
MONTHS_GENITIVE = _months({"soft": "ja", "hard": "a", "ec": "ca", "maj": "a", "j": "ja", "er": "ra"})
"""januarja, februarja, marca: also "in January" on its own."""
MONTHS_OBLIQUE = _months(
    {"soft": "ju jem ji jih jev", "hard": "u om i ih ov", "ec": "cu cem ci cih cev", "maj": "u em i ih ev",
     "j": "ju jem ji jih jev", "er": "ru rom ri rih rov"}
)  # fmt: skip
"""januarju, januarjem and the rare plurals."""
MONTHS = MONTHS_NOMINATIVE | MONTHS_GENITIVE | MONTHS_OBLIQUE

MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "avg": 8, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
    "january": 1, "february": 2, "march": 3, "june": 6, "july": 7, "october": 10,
}  # fmt: skip
"""Short month names, and the English ones that systems leave untranslated."""

ROMAN = {name: number for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
"""Roman numerals of months, halves and quarters."""

MONTHS_NEXT_DOOR = {
    "januara": 1, "februara": 2, "mart": 3, "marta": 3, "juna": 6, "jula": 7, "august": 8, "augusta": 8, "may": 5,
    "jänner": 1, "feber": 2, "märz": 3, "maerz": 3, "mai": 5, "juni": 6, "juli": 7, "dezember": 12, "dez": 12,
}  # fmt: skip
"""Serbian, Bosnian and German forms (and one English) that differ from the Slovene; in publication dates only."""

NAMES_TOO = {"maja", "maji", "majo", "maj", "julija", "juliji", "julij", "avgust", "avgusta", "april", "marec", "juna"}
"""Months that, with a capital letter, may be a person."""

_EK = "ek ka ku kom"
WEEKDAYS = inflect(
    {
        "ponedelj": (_EK, 0), "tor": (_EK, 1), "sred": ("a e o", 2), "cetrt": (_EK, 3), "pet": (_EK, 4),
        "sobot": ("a e i o", 5), "nedelj": ("a e i o", 6),
    }
)  # fmt: skip
"""The names of the days in every case of the singular; Monday is 0."""

WEEKDAYS_PLURAL = inflect(
    {
        "ponedelj": ("ki kih kov ke", 0), "tor": ("ki kih kov ke", 1), "sred": ("ah am", 2),
        "cetrt": ("ki kih kov ke", 3), "pet": ("ki kih kov ke", 4), "sobot": ("ah am", 5), "nedelj": ("ah am", 6),
    }
)  # fmt: skip
"""Days that come again: "ob petkih"."""

WEEKDAY_ABBREVIATIONS = {
    "pon": 0, "tor": 1, "sre": 2, "cet": 3, "pet": 4, "sob": 5, "ned": 6,
    "po": 0, "to": 1, "sr": 2, "ce": 3, "pe": 4, "so": 5, "ne": 6,
}  # fmt: skip
"""Short names of the days, as calendars and systems print them."""

WEEKDAYS_NEXT_DOOR = tuple(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa".split()
)
"""English and German names of the days; read over in publication dates."""


def alternatives(words: Iterable[str]) -> str:
    """Give a regular expression's alternation, longest word first.

    >>> alternatives(["jun", "junij"])
    'junij|jun'
    """
    return "|".join(sorted(words, key=len, reverse=True))
