"""Where somebody lived: "iz Podgaja 5", "stanujoča v Domu starejših Lipa", "Bivališče: Brdo 7"."""

from __future__ import annotations

import re

from newsarchive.extract.obituaries.places import Place, address_at, is_person

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
