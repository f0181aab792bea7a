"""Roads and transformer stations, which are places under the name that their keepers give them."""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-zčšžćđ]"
_MARK = r"(?:(?:LC|JP|LZ|LK)\s?\d{3}\s\d{3}|(?:LC|JP|LZ|LK|[GRHA]\d)[\s-]?\d[\d/]*)\b"
"""A road's number."""
_BEHIND_ENDS = r"odsek\w*|relacij\w|med|od|do|čez|skozi|mimo|proti|pri|na|v|ob|pod|nad|km|in|ter|za|mest\w*"
"""Words in lower case that are no part of the name of a road's end."""
_END = (
    rf"{_CAPITAL}[\w.]*(?:[ ](?:(?:pri|na|v|ob|pod|nad)[ ](?:[Ss]v\.[ ])?{_CAPITAL}\w*|{_CAPITAL}\w*"
    rf"|(?!(?:{_BEHIND_ENDS})\b)[a-zčšž]{{3,}}))*"
)
_ENDS = rf"(?P<ends>{_END}(?:\s?[–-]\s?{_END})+)"
_ROADS = r"(?:državn|regionaln|glavn|lokaln|občinsk|gozdn|javn)\w*"
_KIND = r"(?:[a-zčšž]+\s+){0,2}"
_NUMBERED = re.compile(
    rf"(?:na\s+)?(?:(?i:{_ROADS}\s+)?{_KIND}(?:cest|pot)\w*\s+)?(?P<mark>{_MARK})(?:\s+(?:(?:na\s+)?odsek\w*\s+)?(?:\d+\s+)?{_ENDS})?",
)
_BY_ENDS = re.compile(rf"(?:na\s+)?(?i:{_ROADS}\s+)?{_KIND}(?P<kind>[Cc]est|[Pp]ot)(?:[aeio]|jo)?\s+{_ENDS}")
_NOUNS = {"cest": "cesta", "pot": "pot"}
_SECTION = re.compile(rf"(?<=\d),\s+(?=odsek\w*\s+(?:\d+\s+)?{_ENDS})")
"""Between a road's number and the section of it that is meant."""
_BETWEEN = re.compile(rf"(?P<road>\d|[–-]\s?{_CAPITAL}\w+)\s+med\s+{_END}\s+in\s+{_END}")
"""Behind a road's number or its ends: "R3-687 med Logom in Brdom", "cesta Log–Dol med Brdom in Rebrijo"."""
_STATION = re.compile(
    r"(?:(?:na\s+)?območj\w+\s+|(?:[a-zčšž]+\s+)?omrežj\w+\s+)?(?P<name>R?TP\s+(?!TP\b)(?:(?!(?:na\s+)?izvod|naselj|smer\b)[^\s(),;:]+\s*)+)"
)


def joined(area: str) -> str:
    """Join a road's number with the section behind it, and leave out between which places it is meant.

    >>> joined("R3-687 med Logom in Brdom"), joined("cesta Log–Dol med Brdom in Rebrijo")
    ('R3-687', 'cesta Log–Dol')
    >>> joined("cesti G2-112, odsek 1256 Log–Brdo, od km 3")
    'cesti G2-112 odsek 1256 Log–Brdo, od km 3'
    """
    return _BETWEEN.sub(r"\g<road>", _SECTION.sub(" ", area))


def road(part: str) -> str | None:
    """Give the name of a road that a part of an area begins with: its number, its ends or both.

    >>> road("lokalne ceste LC 267041 Log–Brdo na odseku do mostu"), road("gozdni cesti Log–Brdo pri Dolu")
    ('LC 267041 Log–Brdo', 'cesta Log–Brdo pri Dolu')
    >>> road("R1-217 skozi Log"), road("LC 267 041"), road("Cesta na grad")
    ('R1-217', 'LC 267 041', None)
    """
    numbered = _NUMBERED.match(part)
    if numbered:
        return " ".join(filter(None, (numbered["mark"], numbered["ends"])))
    named = _BY_ENDS.match(part)
    return f"{_NOUNS[named['kind'].lower()]} {named['ends']}" if named else None


def station_named(part: str) -> str | None:
    """Give the transformer station that a part of an area begins with, under its printed name.

    >>> station_named("TP Log 3"), station_named("omrežje TP Log vas na izvodu 2"), station_named("Log")
    ('TP Log 3', 'TP Log vas', None)
    """
    match = _STATION.match(part)
    return match["name"].strip(" .") if match else None
