"""Things with a name: people, places, bodies and phrases, drawn from the word tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from newsarchive.demo.inflect import Pair, Word, adjective, decline, name, with_
from newsarchive.demo.tables import tables


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person."""

    given: str
    family: str
    word: Pair
    """The whole name, declined."""
    role: str
    """What the person does, in the right gender."""

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"


def person(rng: Random, gender: str | None = None) -> Person:
    """Draw a person; ``gender`` is m or f."""
    people = tables("people")
    sex = gender or rng.choice("mf")
    given = rng.choice(people["men" if sex == "m" else "women"])
    family = family_name(rng)
    role = rng.choice(people["roles"]).split("|")[sex == "f"]
    return Person(given, family, Pair(name(given, sex), name(family, sex, family=True)), role)


def family_name(rng: Random) -> str:
    """Make up a family name from a stem and a suffix."""
    people = tables("people")
    return rng.choice(people["family-front"]) + rng.choice(people["family-end"])


@cache
def nouns(group: str, gender: str | None = None) -> tuple[Word, ...]:
    """Give the declined nouns of a group of ``nouns.txt`` (thing, building, event, body, matter)."""
    rows = (line.split() for line in tables("nouns")[group])
    words = (decline(*row) for row in rows)
    return tuple(word for word in words if gender in (None, word.gender))


def noun_phrase(rng: Random, group: str, gender: str | None = None) -> Pair:
    """Draw a noun with an adjective; its form ``noun`` is the noun alone."""
    noun = rng.choice(nouns(group, gender))
    return Pair(adjective(rng.choice(tables("adjectives")["adjective"]), noun.gender), noun)


@cache
def towns(table: str = "town") -> tuple[Word, ...]:
    """Give the municipalities of the region (``town``) or the cities beyond it (``city``)."""
    return tuple(_town(row.split("|")) for row in tables("places")[table])


def _town(row: list[str]) -> Word:
    nominative, genitive, where, stem = row
    start = "iz " + genitive if where.startswith("v") else with_(genitive)
    return Word("n", {"nom": nominative, "gen": genitive, "loc": where, "from": start, "adjective": stem})


@cache
def villages() -> tuple[Word, ...]:
    """Give every village: an adjective and a noun each, with ``loc`` and ``from`` bringing their preposition."""
    places = tables("places")
    return tuple(_village(stem, row.split()) for row in places["village"] for stem in places["village-adjective"])


def _village(stem: str, row: list[str]) -> Word:
    noun = decline(*row)
    forms = Pair(adjective(stem, noun.gender), noun).forms
    high = row[1] in tables("places")["prefers-na"]
    start = with_(forms["gen"]) if high else "iz " + forms["gen"]
    return Word(noun.gender, {**forms, "loc": ("na " if high else "v ") + forms["loc"], "from": start})


def village(rng: Random) -> Word:
    """Draw a village: one with an adjective, or a hamlet with a name of its own."""
    return rng.choice(villages()) if rng.random() < 0.6 else hamlet(rng)


def hamlet(rng: Random) -> Word:
    """Make up a hamlet, such as Podhrastovje."""
    places = tables("places")
    kind, end = rng.choice(places["hamlet-end"]).split()
    return _hamlet(kind, rng.choice(places["hamlet-front"]) + rng.choice(places["hamlet-stem"]) + end)


@cache
def _hamlet(kind: str, full: str) -> Word:
    noun = decline(kind, full, full + "j" if full.endswith("ar") else None)
    forms = noun.forms
    return Word(kind, {**forms, "loc": "v " + forms["loc"], "from": "iz " + forms["gen"]})


def firm(rng: Random) -> Word:
    """Make up the name of a firm; most are rare, as names are."""
    places = tables("places")
    first, last = rng.choice(places["firm-front"]), rng.choice(places["firm-end"])
    middle = "".join(rng.choice(places["firm-middle"]) for _ in range(rng.randint(1, 2)))
    return Word("n", {"nom": first + middle + last})


@cache
def streets() -> tuple[Word, ...]:
    """Give every street; ``loc`` brings its preposition."""
    places = tables("places")
    plain = [_street(stem, row.split()) for stem in places["street-adjective"] for row in places["street"]]
    return (*plain, *(_named_street(row.split("|")) for row in places["street-of"]))


def _street(stem: str, row: list[str]) -> Word:
    forms = Pair(adjective(stem, "f"), decline(*row)).forms
    return Word("f", {**forms, "loc": ("na " if row[1] == "cesta" else "v ") + forms["loc"]})


def _named_street(row: list[str]) -> Word:
    nominative, genitive, where = row
    return Word("f", {"nom": nominative, "gen": genitive, "loc": where})


def club(rng: Random) -> Word:
    """Draw a society; its name is a neuter in every table."""
    return Word("n", {"nom": f"{rng.choice(tables('places')['club'])} {rng.choice(villages()).form('nom')}"})
