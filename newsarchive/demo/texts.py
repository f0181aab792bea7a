"""The text maker: fills the slots of a sentence.

``{building.loc}`` is a phrase in a case, ``{p1}`` a person who stays the same in one text (a name that ends in a
digit is kept), ``{p1?rekel|rekla}`` agrees with that person, ``{~ki ga|ki jo|ki ga}`` with the last phrase,
``{~mu|ji}`` with the person whom the whole text is about, ``{n:20-90}`` is a number that takes the genitive plural,
``.cap`` begins with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from newsarchive.demo import lexicon
from newsarchive.demo.inflect import Pair, Word

SLOT = re.compile(r"\{([^}]*)\}")
MONTHS = (
    "januarja", "februarja", "marca", "aprila", "maja", "junija",
    "julija", "avgusta", "septembra", "oktobra", "novembra", "decembra",
)  # fmt: skip
WEEKDAYS = ("ponedeljek", "torek", "sredo", "četrtek", "petek", "soboto", "nedeljo")
GENDERS = ("m", "f", "n")
GROUPS = ("thing", "building", "event", "body", "matter")


def number(rng: Random, bounds: str) -> int:
    """Draw a number within ``low-high`` that takes the genitive plural (its last two digits are not 01 to 04)."""
    low, high = (int(part) for part in bounds.split("-"))
    drawn = rng.randint(low, high)
    return drawn if drawn % 100 not in (1, 2, 3, 4) else drawn + 4


def grouped(value: int) -> str:
    """Write a number as Slovene print does.

    >>> grouped(12500), grouped(980)
    ('12.500', '980')
    """
    return f"{value:,}".replace(",", ".")


def money(rng: Random) -> str:
    """Draw a sum in euros."""
    if rng.random() < 0.4:
        return f"{rng.randint(1, 48)},{rng.randint(1, 9)} milijona evrov"
    return f"{grouped(rng.randint(50, 9799) * 100)} evrov"


def phone(rng: Random) -> str:
    """Draw a telephone number of an area code that nobody has."""
    return f"00 {rng.randint(200, 899)} {rng.randint(10, 99)} {rng.randint(10, 99)}"


Declined = Word | Pair
Draw = Callable[[Random, str], str]
VALUES: dict[str, Draw] = {
    "n": lambda rng, bounds: grouped(number(rng, bounds)),
    "ord": lambda rng, bounds: f"{rng.randint(*map(int, bounds.split('-')))}.",
    "eur": lambda rng, _: money(rng),
    "pct": lambda rng, _: f"{rng.randint(1, 88)},{rng.randint(1, 9)} odstotka",
    "dec": lambda rng, _: f"{rng.randint(1, 38)},{rng.randint(1, 9)}",
    "year": lambda rng, _: str(rng.randint(1975, 2021)),
    "old": lambda rng, _: str(rng.randint(1204, 1938)),
    "future": lambda rng, _: str(rng.randint(2027, 2038)),
    "date": lambda rng, _: f"{rng.randint(1, 28)}. {rng.choice(MONTHS)}",
    "weekday": lambda rng, _: f"v {rng.choice(WEEKDAYS)}",
    "hour": lambda rng, _: f"ob {rng.randint(7, 20)}. uri",
    "score": lambda rng, _: f"{rng.randint(18, 39)}:{rng.randint(18, 39)}",
    "phone": lambda rng, _: phone(rng),
    "road": lambda rng, _: str(rng.randint(100_000, 990_000)),
}
"""Slots that are not declined."""


class Slot(NamedTuple):
    """A slot, taken apart."""

    raw: str
    name: str
    bounds: str
    case: str
    capital: bool
    forms: tuple[str, ...]
    """The forms to choose from, where the slot agrees with something."""


@cache
def parts(template: str) -> tuple[str | Slot, ...]:
    """Split a sentence into text (even places) and slots (odd places)."""
    return tuple(slot(part) if odd % 2 else part for odd, part in enumerate(SLOT.split(template)))


def slot(raw: str) -> Slot:
    """Take a slot apart.

    >>> slot("matter.nom.cap")[1:5], slot("p1?rekel|rekla").forms
    (('matter', '', 'nom', True), ('rekel', 'rekla'))
    """
    if "|" in raw:
        name, choices = raw.replace("?", "~", 1).split("~", 1)
        return Slot(raw, name, "", "", False, tuple(choices.split("|")))
    head, _, case = raw.partition(".")
    name, _, bounds = head.partition(":")
    return Slot(raw, name, bounds, case.removesuffix("cap").removesuffix(".") or "nom", case.endswith("cap"), ())


class Teller:
    """Fills sentences for one text: what it has named once, it can name again."""

    def __init__(self, rng: Random, town: Word, given: Mapping[str, str] | None = None) -> None:
        self.rng = rng
        self.town = town
        self.given = given or {}
        self.people: dict[str, lexicon.Person] = {}
        self.kept: dict[str, Declined] = {}
        self.gender = "m"
        self.sex = "m"

    def tell(self, template: str) -> str:
        """Fill the slots of a sentence and begin it with a capital."""
        return capital(self.words(template))

    def words(self, template: str) -> str:
        """Fill the slots of a part of a sentence."""
        return "".join([part if isinstance(part, str) else self.fill(part) for part in parts(template)])

    def fill(self, slot: Slot) -> str:
        """Give the words of one slot."""
        if slot.raw in self.given:
            return self.given[slot.raw]
        if slot.forms:
            return self.agree(slot.name, slot.forms)
        draw = VALUES.get(slot.name)
        text = draw(self.rng, slot.bounds) if draw else self.declined(slot.name, slot.case)
        return capital(text) if slot.capital else text

    def agree(self, name: str, forms: Sequence[str]) -> str:
        """Choose what agrees with a named person, the last phrase (three forms) or the text's person (two)."""
        if name:
            return forms[self.word(name).gender == "f"]
        return forms[GENDERS.index(self.gender)] if len(forms) == len(GENDERS) else forms[self.sex == "f"]

    def declined(self, name: str, case: str) -> str:
        """Give a name or phrase in a case, or the role of a person."""
        if case == "role":
            self.word(name)
            return self.people[name].role
        word = self.word(name)
        if name[0] != "p":
            self.gender = word.gender
        return word.form(case)

    def word(self, name: str) -> Declined:
        """Draw what the slot names, or give what was drawn for it before."""
        if not name[-1].isdigit():
            return self.draw(name)
        if name not in self.kept:
            self.kept[name] = self.draw(name)
        return self.kept[name]

    def draw(self, name: str) -> Declined:
        """Draw a word for a slot; an unknown slot is a ``KeyError``."""
        base, _, gender = name.rstrip("0123456789").partition("_")
        if base in GROUPS:
            return lexicon.noun_phrase(self.rng, base, gender or None)
        if base in ("p", "m", "f"):
            return self.person(name, gender or (None if base == "p" else base))
        return PLACES[base](self)

    def person(self, name: str, gender: str | None) -> Declined:
        """Draw a person and remember who it was."""
        self.people[name] = lexicon.person(self.rng, gender)
        return self.people[name].word


PLACES: dict[str, Callable[[Teller], Word]] = {
    "town": lambda teller: teller.town,
    "city": lambda teller: teller.rng.choice(lexicon.towns("city")),
    "village": lambda teller: lexicon.village(teller.rng),
    "firm": lambda teller: lexicon.firm(teller.rng),
    "street": lambda teller: teller.rng.choice(lexicon.streets()),
    "club": lambda teller: lexicon.club(teller.rng),
}


def capital(text: str) -> str:
    """Begin with a capital, behind an opening quote too.

    >>> capital("»čas je,« pravi"), capital("šola")
    ('»Čas je,« pravi', 'Šola')
    """
    at = 1 if text[:1] in "»„" else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
