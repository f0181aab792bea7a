"""Slovene declension, as far as the word tables need it: regular nouns, adjectives and names of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

SOFT = ("c", "č", "š", "ž", "j")
ENDINGS = {
    "m": {"nom": "", "gen": "a", "dat": "u", "acc": "", "loc": "u", "ins": "om"},
    "f": {"nom": "a", "gen": "e", "dat": "i", "acc": "o", "loc": "i", "ins": "o"},
    "i": {"nom": "", "gen": "i", "dat": "i", "acc": "", "loc": "i", "ins": "jo"},
    "n": {"nom": "o", "gen": "a", "dat": "u", "acc": "o", "loc": "u", "ins": "om"},
}
"""Endings of nouns by declension: masculine, feminine in -a, feminine in a consonant, neuter."""
ADJECTIVE_ENDINGS = {
    "m": {"nom": "i", "gen": "ega", "dat": "emu", "acc": "i", "loc": "em", "ins": "im"},
    "f": {"nom": "a", "gen": "e", "dat": "i", "acc": "o", "loc": "i", "ins": "o"},
    "n": {"nom": "o", "gen": "ega", "dat": "emu", "acc": "o", "loc": "em", "ins": "im"},
}
FLEETING = {"Peter": "Petr", "Karel": "Karl"}
"""Men's names that lose their last vowel when declined, beyond those in -ec and -ek."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or name with its forms by case; ``gender`` is m, f or n."""

    gender: str
    forms: Mapping[str, str]

    def form(self, case: str) -> str:
        """Give the form of a case (``with`` and ``from`` bring their preposition); the nominative where it has none.

        >>> decline("f", "cesta").form("with"), decline("m", "park").form("with")
        ('s cesto', 's parkom')
        """
        if case == "with":
            return with_(self.form("ins"))
        return self.forms.get(case, self.forms["nom"])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words that are declined together: an adjective and a noun, a given and a family name."""

    first: Word
    second: Word

    @property
    def gender(self) -> str:
        """The gender of the second word."""
        return self.second.gender

    def form(self, case: str) -> str:
        """Give the form of a case; ``noun`` is the second word alone.

        >>> Pair(adjective("nov", "f"), decline("f", "cesta")).form("loc")
        'novi cesti'
        """
        if case == "with":
            return with_(self.form("ins"))
        if case == "noun":
            return self.second.form("nom")
        return f"{self.first.form(case)} {self.second.form(case)}"

    @property
    def forms(self) -> dict[str, str]:
        """All forms by case."""
        return {case: self.form(case) for case in self.second.forms}


def with_(words: str) -> str:
    """Put the preposition "s" or "z" before words in the instrumental.

    >>> with_("društvom"), with_("Petrom")
    ('z društvom', 's Petrom')
    """
    return ("s " if words[:1].lower() in "ptkfhscčš" else "z ") + words


@cache
def decline(kind: str, noun: str, stem: str | None = None) -> Word:
    """Decline a noun of the kind m, f, i or n; ``stem`` where a vowel falls out.

    >>> decline("m", "vrtec", "vrtc").form("ins"), decline("n", "igrišče").form("loc")
    ('vrtcem', 'igrišču')
    """
    root = stem or (noun[:-1] if kind in "fn" else noun)
    soft = root.endswith(SOFT)
    forms = {case: root + (ending.replace("om", "em") if soft else ending) for case, ending in ENDINGS[kind].items()}
    nominative = {"nom": noun} if kind == "f" else {"nom": noun, "acc": noun}
    return Word("f" if kind == "i" else kind, {**forms, **nominative})


@cache
def adjective(stem: str, gender: str) -> Word:
    """Decline a definite adjective for a gender.

    >>> adjective("domač", "n").form("nom"), adjective("nov", "m").form("gen")
    ('domače', 'novega')
    """
    ends = ADJECTIVE_ENDINGS[gender]
    soft = gender == "n" and stem.endswith(SOFT)
    return Word(gender, {case: stem + ("e" if soft and end == "o" else end) for case, end in ends.items()})


@cache
def name(part: str, gender: str, *, family: bool = False) -> Word:
    """Decline a part of a person's name; women's family names stay as they are.

    >>> name("Peter", "m").form("ins"), name("Mlinar", "m", family=True).form("gen"), name("Ana", "f").form("dat")
    ('Petrom', 'Mlinarja', 'Ani')
    """
    if part.endswith("a"):
        return Word(gender, decline("f", part).forms)
    if gender == "f":
        return Word("f", dict.fromkeys(ENDINGS["f"], part))
    forms = decline("m", part, _man_stem(part)).forms
    return Word("m", {**forms, "acc": forms["gen"]})


def _man_stem(part: str) -> str:
    if part in FLEETING:
        return FLEETING[part]
    if part.endswith(("ec", "ek")):
        return part[:-2] + part[-1]
    if part.endswith("o"):
        return part[:-1]
    return part + "j" if part.endswith("r") else part
