"""Areas that are themselves the subject: places that lack something, a house or grounds with their name."""

from __future__ import annotations

import re

from newsarchive.extract.notices import words
from newsarchive.extract.notices.areas.ends import end
from newsarchive.extract.notices.areas.kinds import Place
from newsarchive.extract.places import CAPITAL

_NAME = (
    rf"(?:(?:del\s+(?=[^\W\d_a-zčšž]))?{CAPITAL}[\w-]*(?:\s(?:pri|na|v|ob"
    rf"|pod)\s{CAPITAL}[\w-]*)?(?:\s(?!in\b|ter\b|od\b)[\w-]+){{0,2}}?)"
)
_LIST = rf"(?P<names>{_NAME}(?:,\s{_NAME})*(?:\s(?:in|ter)\s{_NAME})?)"
_BEFORE = re.compile(
    rf"\b(?:so|je|bodo|bosta|bo|ostajajo|ostajata)\s(?:\w+\s)?{_LIST}\s(?:[a-zčšž]+\s){{0,3}}?[§¤\s]*{words.WITHOUT}"
)
_BEHIND = re.compile(
    rf"{words.WITHOUT}[\s,§¤]+(?:(?:bo|bodo|bosta|so|je|sta|tudi|ostajajo|ostali|ostala)\s+)*(?=(?:del\s+)?{CAPITAL})"
)
_FACILITY = re.compile(
    rf"\b(?i:{words.FACILITIES})\s+(?=(?:(?:v|na|ob|pri|za|čez|\d{{4}})\s+)?{CAPITAL}|(?:pri|ob|za|na|v)\s+(?:[a-zčšž]+\s+){{1,3}}{CAPITAL})"
)

_BY_ADJECTIVE = re.compile(
    rf"(?<![\w-]){CAPITAL}[a-zčšž]+(?:sk|šk|[nov])[iao]\s(?:{words.GROUNDS_NOUNS})\b(?!\s{CAPITAL})"
)
"""Grounds whose name is an adjective: "Loško pokopališče"."""


def lacking(text: str) -> Place | None:
    """Find the places that are without something.

    >>> told = "Zato so Log in Spodnji Dol od jutra brez vode."
    >>> start, stop, case = lacking(told)
    >>> told[start:stop], case
    ('Log in Spodnji Dol', 'nom')
    """
    before = _BEFORE.search(text)
    if before:
        return before.start("names"), max(before.end("names"), end(text, before.start("names"))), "nom"
    behind = _BEHIND.search(text)
    stop = end(text, behind.end()) if behind else 0
    return (behind.end(), stop, "nom") if behind and stop > behind.end() else None


def facility(text: str) -> Place | None:
    """Find a house or grounds with their name: "zbirni center Log", "Loško pokopališče"."""
    match = _FACILITY.search(text)
    alone = None if match else _BY_ADJECTIVE.search(text)
    if alone:
        return alone.start(), alone.end(), "nom"
    bridge = match and text.startswith(("čez", "za"), match.end())
    stop = end(text, match.start() if bridge else match.end()) if match else 0
    return (match.start(), stop, "nom") if match and stop > match.end() else None
