"""Names that a page prints only in the genitive ("ob smrti dragega moža Franca Zgleda").

A form is turned back only where there is one nominative it can come from: a first name that is known, and a family
name with an ending that has no other.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from newsarchive.extract.obituaries.given import MEN, WOMEN
from newsarchive.extract.obituaries.names import Name, is_person, names_in

LOSS = re.compile(r"\bob\s+(?:\w+\s+)?(?:smrti|izgubi|slovesu)\b|\b(?:pogreb|slovo\s+od)\s+\w*", re.I)
"""What stands before a name in the genitive."""
REACH, MOST = 120, 3
"""So many characters and names behind it are looked at."""
MALE = (("lja", "lj"), ("rja", "r"), ("iča", "ič"), ("nika", "nik"), ("ana", "an"), ("ška", "šek"), ("aka", "ak"))
"""Genitive and nominative endings of men's family names, where the one tells the other."""
FIRST = (("a", ""), ("a", "o"), ("eta", "e"), ("ja", ""), ("ka", "ek"), ("ta", ""), ("la", "el"), ("ra", "er"))
"""The same of men's first names, which are tried against the list."""


def declined(text: str, start: int = 0) -> Name | None:
    """Give the nominative of the first name that is printed after words such as "ob smrti".

    >>> declined("Ob smrti dragega moža Franca Zglednika se zahvaljujemo vsem.").whole
    'Franc Zglednik'
    """
    loss = LOSS.search(text, start)
    for name in islice(names_in(text, loss.end(), loss.end() + REACH), MOST) if loss else ():
        turned = _turned(name)
        if turned and is_person(turned):
            return turned
    return None


def _turned(name: Name) -> Name | None:
    given, family = name.given or "", name.family or ""
    if " " in given or " " in family:
        return None
    woman = f"{given[:-1]}a"
    if given.endswith("e") and woman.casefold() in WOMEN:
        return replace(name, given=woman, known=True)
    men = {given.removesuffix(end) + base for end, base in FIRST if given.endswith(end)}
    found = [man for man in men if man.casefold() in MEN]
    surname = next((family.removesuffix(end) + base for end, base in MALE if family.endswith(end)), None)
    return replace(name, given=found[0], family=surname, known=True) if len(found) == 1 and surname else None
