"""Areas that lists name: behind a colon or a dash, or before a colon."""

from __future__ import annotations

import re

from newsarchive.extract.notices import words
from newsarchive.extract.notices.areas.kinds import Area, Place
from newsarchive.extract.places import CAPITAL

LONGEST_FRONT = 120
"""Characters before a colon that can be names of places."""
_LISTED = re.compile(
    rf"(?::|\s[–—-])\s+(?P<names>(?:del\w?\s+)?{CAPITAL}(?:[^.:;()|\n§¤–—]|(?<=\d)\.(?=\s[a-zčšž])|\([^()\n§]*\))*(?:\s\d+[a-z]?[–-]\d+[a-z]?)?)(?=\.\s|[.;]?\s*$|\s*§|\s*\()"
)
"""Names behind a colon or a dash: "brez vode: Lava, Ostrožno"."""
_ENTRY = re.compile(
    rf"(?![^:]*\s(?:bo|je|bodo|so)\s)[^:]{{0,30}}§+[^:§]{{0,60}}:\s+(?!TP\s)(?P<names>{CAPITAL}[^:§¤|\n]*?)\s*(?:\(§+\))?[.;,]?$"
)
"""An entry that is a time and names: "med 8. in 10. uro: Log, Pod goro 5"."""
_LISTED_NAME = re.compile(rf"(?:(?:del|naselj|okolic)\w*\s+)?{CAPITAL}[\w.-]*(?:\s[\w.–-]+){{0,5}}")
_BRACKETS = re.compile(r"\s\([^()]*\)")
_VERBAL = re.compile(rf"\s{words.VERBS}")
_WHEN = re.compile(rf"(?:nov\w*\s+)?(?:{words.LABELS['when']})\W*$", re.I)
_STOP = re.compile(rf"(?:{words.STOP})$", re.I)


def fronted(text: str) -> Area | None:
    """Find the names before a colon at the beginning of an entry: "Log, Brdo: odvoz odpade".

    >>> fronted("Log, Stara vas: v torek")
    Area(text='Log, Stara vas', case='nom')
    """
    front, colon, _ = text.partition(":")
    if not colon or len(front) > LONGEST_FRONT or "§" in front or "¤" in front:
        return None
    if _VERBAL.search(front) or is_when(front):
        return None
    return Area(front, "nom") if are_names(front) else None


def is_when(text: str) -> bool:
    """Tell whether a text is a label for a time, and so no name.

    >>> is_when("Novi termin"), is_when("Dan republike")
    (True, False)
    """
    return bool(_WHEN.match(text.strip()))


def are_names(text: str) -> bool:
    """Tell whether a text is nothing but names.

    >>> are_names("Log, Stara vas in Brdo"), are_names("Log bo zaprt, zato počakajte")
    (True, False)
    """
    names = re.split(r",\s+|\s+(?:in|ter)\s+", text)
    return all(map(_LISTED_NAME.fullmatch, names)) and not any(map(_STOP.match, text.split()))


def in_entry(text: str) -> Place | None:
    """Find what a list's entry names behind its time and a colon."""
    match = _ENTRY.match(text)
    return (match.start("names"), match.end("names"), "nom") if match else None


def listed(text: str) -> Place | None:
    """Find names behind a colon or a dash, and nothing else there."""
    for match in _LISTED.finditer(text):
        if are_names(_BRACKETS.sub("", match["names"]).rstrip(" ,")):
            return match.start("names"), match.start("names") + len(match["names"].rstrip(" ,")), "nom"
    return None
