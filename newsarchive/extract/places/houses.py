"""Houses and grounds with a name of their own: "vrtcu Čebelica", "Osnovni šoli Log"."""

from __future__ import annotations

import re

from newsarchive.extract.places.forms import adjective, noun, readings
from newsarchive.extract.places.lexicon import CENTRES, HOUSES, Case

_HOUSE = re.compile(
    r"(?P<front>(?:[^\W\d_]{4,}\s+){0,2}?)(?P<head>[^\W\d_]{3,})"
    r"(?P<rest>\s+(?:[^\W\d_a-zčšžćđ]|dr\.|(?:za|v|na|čez)\s|starejših|upokojencev|krajanov|kulture|(?:pri|ob|pod|nad|pred|za)\s[a-zčšž]).*)"
)
"""Adjectives, a noun, and its name."""


def housed(text: str, case: Case) -> str | None:
    """Put the name of a house or of grounds into the nominative; nothing where a text begins with none.

    >>> housed("vrtcu Čebelica", "loc"), housed("Osnovni šoli Log", "nom"), housed("Stari vasi", "loc")
    ('vrtec Čebelica', 'Osnovna šola Log', None)
    >>> housed("parkirišču pri športni dvorani", "loc"), housed("mosta čez Krko", "gen")
    ('parkirišče pri športni dvorani', 'most čez Krko')
    """
    match = _HOUSE.match(text)
    read = _read(match["head"], case, match["front"].split()) if match else None
    if match is None or read is None:
        return None
    form, found = read
    if found == "nom":
        return text
    declension = noun(match["head"], found)[1]
    front = [adjective(word, found, declension) for word in match["front"].split()]
    return " ".join([*front, form]) + match["rest"]


def _agrees(front: list[str], word: str, case: Case) -> bool:
    """Tell whether the adjectives before a noun can stand in a case with it."""
    return case == "nom" or all(adjective(one, case, noun(word, case)[1]) != one for one in front)


def _read(word: str, case: Case, front: list[str]) -> tuple[str, Case] | None:
    """Give the nominative of a noun of houses and the case in which it stands: the one asked for, if it can.

    >>> _read("centra", "gen", ["zbirnega"]), _read("centra", "gen", ["ožjega"])
    (('center', 'gen'), None)
    """
    cases = readings(word)
    asked = [case, *(other for other in cases if other != case)]
    nouns = HOUSES | {"center"} if front and front[-1].lower().startswith(CENTRES) else HOUSES
    able = [one for one in asked if cases.get(one, "").lower() in nouns]
    if not able:
        return None
    found = next((one for one in able if _agrees(front, word, one)), able[0])
    form = cases[found]
    return (form[:1].upper() + form[1:] if word[:1].isupper() else form), found
