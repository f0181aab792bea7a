"""Names that a page prints only in the genitive ("ob smrti dragega moža Franca Zgleda").

A form is turned back only where there is one nominative it can come from: a first name that is known, and a family
name with an ending that has no other.
"""

from __future__ import annotations

import re

from newsarchive.extract.obituaries.given import MEN, WOMEN
from newsarchive.extract.obituaries.names import Name, is_person, names_in
from newsarchive.extract.obituaries.sentences import Sentence

LOSS = re.compile(r"\bob\s+(?:\w+\s+)?(?:smrti|izgubi|slovesu)\b|\b(?:pogreb|slovo\s+od)\s+\w*", re.I)
"""What stands before a name in the genitive."""
MALE = (("lja", "lj"), ("rja", "r"), ("iča", "ič"), ("nika", "nik"), ("ana", "an"), ("ška", "šek"), ("aka", "ak"))
"""Genitive and nominative endings of men's family names, where the one tells the other."""
FIRST = (("", ""), ("a", ""), ("a", "o"), ("a", "e"), ("ja", ""), ("ka", "ek"), ("ta", ""), ("la", "el"), ("ra", "er"))
"""The same of men's first names, which are tried against the list."""


def declined(parts: list[Sentence]) -> Name | None:
    """Give the nominative of a name that is printed after words such as "ob smrti"."""
    for sentence in parts:
        loss = LOSS.search(sentence.text)
        for name in names_in(sentence.text, loss.end()) if loss else ():
            turned = _turned(name)
            if turned and is_person(turned):
                return turned
    return None


def _turned(name: Name) -> Name | None:
    given, family = (name.given or "").split(" ")[0], (name.family or "").split(" ")[-1]
    if given.count(" ") or " " in (name.family or ""):
        return None
    woman = given[:-1] + "a"
    if given.endswith("e") and woman.casefold() in WOMEN:
        return Name(woman, family, known=True)
    men = {given[: len(given) - len(end)] + base for end, base in FIRST[1:] if given.endswith(end)}
    found = [man for man in men if man.casefold() in MEN]
    surname = next((family[: -len(end)] + base for end, base in MALE if family.endswith(end)), None)
    return Name(found[0], surname, known=True) if len(found) == 1 and surname else None
