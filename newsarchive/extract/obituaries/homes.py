"""Where somebody lived: "iz Podgaja 5", "stanujoča v Domu starejših Lipa", "Bivališče: Brdo 7"."""

from __future__ import annotations

import re

from newsarchive.extract.obituaries.places import Place, address_at, is_person
from newsarchive.extract.places import Case, nominative

_FROM = r"(?:iz|s|z)"
_LIVING = r"(?:stanujoč|živeč|bivajoč|prebivajoč|stanoval|živel|nazadnje|doma)\w*"
BEHIND = re.compile(
    rf"(?:nazadnje\s+|zadnja\s+leta\s+|prej\s+|ki\s+je\s+)*(?:(?:doma\s+)?{_FROM}\s+|{_LIVING}\s+(?:(?:je|sta|nazadnje|stanujoč\w*|doma)\s+)*(?:(?:v|na|pri)\s+)?"
    r"|(?i:(?:zadnje\s+)?(?:stalno\s+)?(?:pre)?bivališče|kraj(?:\s+bivanja)?|naslov|stanovanje|iz\s+kraja)\s*:\s*)(?=\S)"
)
"""What stands before a residence right behind a name, or at the beginning of a line."""
INSIDE = re.compile(
    rf"\b(?:(?:doma\s+){_FROM}|iz|(?:stanujoč|živeč|bivajoč|prebivajoč)\w*\s+(?:v|na|pri)|doma\s+(?:v|na)|stanujoč\w*|(?:živel|stanoval|prebival)[aoi]?\s+(?:je\s+|sta\s+)?(?:v|na|pri))\s+",
    re.I,
)
"""The same anywhere in a sentence that speaks of the person: "s" and "z" mean other things there."""
_NO_HOMES = re.compile(r"(?:Splošn|Univerzitetn|Bolnišnic|Klinič|Društv|Zvez|PGD|OŠ|KS)\w*|(?:Osnovn|Srednj)\w*\s+šol")
"""Bodies from which people are, and in which nobody lives."""


def home_at(text: str, start: int) -> Place | None:
    """Read the residence that is told at a place of a text.

    >>> home_at("doma iz Lipe pri Gaju, stara 93 let", 0).text
    'Lipe pri Gaju'
    """
    lead = BEHIND.match(text, start)
    return _home(text, lead.end()) if lead else None


def home_in(text: str) -> Place | None:
    """Find the residence that a sentence tells."""
    homes = (_home(text, lead.end()) for lead in INSIDE.finditer(text))
    return next((home for home in homes if home), None)


def _home(text: str, start: int) -> Place | None:
    place = address_at(text, start)
    return place if place and place.named and not is_person(place.text) and not _NO_HOMES.match(place.text) else None


_NUMBER = re.compile(r"\s+(?:št\.\s*)?\d+(?:\s?[a-zA-Z])?(?:/\d+)?(?=\s|$)")
_HOUSE = re.compile(r"(?P<head>[Dd]om)[au]?(?=\s+(?:[a-zčšž]|upokojenc))|(?P<castle>[Cc]ent)(?:ra|ru|er)(?=\s)")


def in_nominative(address: str, case: Case) -> str:
    """Put an address into the nominative: what stands before its number, or before a comma.

    >>> in_nominative("Zgornje Lipe 8 pri Gaju", "gen"), in_nominative("Stari vasi, Gozdna pot 3", "loc")
    ('Zgornja Lipa 8 pri Gaju', 'Stara vas, Gozdna pot 3')
    """
    place, comma, rest = address.partition(",")
    number = _NUMBER.search(place)
    if number is None:
        return _turned(place, case) + comma + rest
    turned = _turned(place[: number.start()], case)
    return turned + place[number.start() :] + comma + rest


def _turned(place: str, case: Case) -> str:
    """Put the name of a place into the nominative; of a home only the word for it is declined."""
    home = _HOUSE.match(place)
    if home:
        return (home["head"] or home["castle"] + "er") + place[home.end() :]
    return nominative(place, case)
