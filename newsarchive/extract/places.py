"""The places of a notice, one by one and in the nominative, as far as the form of a name tells it."""

from __future__ import annotations

import re

HEADS = {"ceste": "cesta", "ulice": "ulica", "poti": "pot", "steze": "steza", "trga": "trg", "naselja": "naselje"}
"""The word that a street's name ends or begins with: genitive and nominative."""
FEMININE = frozenset(("ceste", "ulice", "poti", "steze"))
SHORT = 3
"""A longer adjective in -ov or -ev is made of a name ("Prešernov trg"), a shorter one is not ("Novi trg")."""
KEPT = re.compile(r"^(?:KS|MČ|TP|LC|JP|R\d-)\s*\S")
"""Names behind such an abbreviation are printed in the nominative."""
_PARTS = re.compile(r"\s*[,;]\s*(?:ter\s+|in\s+)?|\s+(?:in|ter)\s+(?=[A-ZČŠŽ])")
_NUMBERS = re.compile(r"\s+(?:od\s+)?(?:št\.|hišn\w+\s+številk\w+|\d+[a-z]?(?:\s*[–-]\s*\d+[a-z]?)?$).*$", re.I)


def places_of(area: str) -> list[str]:
    """Give the places of a printed area; a name whose nominative its form does not tell is left out.

    >>> places_of("Jenkove ceste, Ceste talcev in Prešernove ceste")
    ['Jenkova cesta', 'Cesta talcev', 'Prešernova cesta']
    >>> places_of("Trga mladosti, Stare vasi in KS Gorica")
    ['Trg mladosti', 'KS Gorica']
    """
    named = (nominative(_NUMBERS.sub("", part.strip())) for part in _PARTS.split(area))
    return list(dict.fromkeys(name for name in named if name))


def nominative(name: str) -> str | None:
    """Put a declined street name into the nominative; None where its form does not tell.

    >>> nominative("Ceste 4. julija"), nominative("Novega trga"), nominative("Brezij")
    ('Cesta 4. julija', 'Novi trg', None)
    """
    if KEPT.match(name):
        return name
    words = name.split()
    if words and words[0].lower() in HEADS and words[0][0].isupper():
        return " ".join([HEADS[words[0].lower()].capitalize(), *words[1:]])
    if len(words) > 1 and words[-1] in HEADS:
        adjectives = [_adjective(word, words[-1]) for word in words[:-1]]
        return " ".join([*map(str, adjectives), HEADS[words[-1]]]) if all(adjectives) else None
    return None


def _adjective(word: str, noun: str) -> str | None:
    """Give an adjective in the nominative of its noun's gender.

    >>> _adjective("Prešernove", "ceste"), _adjective("Glavnega", "trga"), _adjective("Kopališke", "ulice")
    ('Prešernova', 'Glavni', 'Kopališka')
    """
    if noun in FEMININE:
        return word[:-1] + "a" if word.endswith("e") else None
    if not word.endswith(("ega", "ovega", "evega")):
        return None
    stem = word[:-3]
    if noun == "naselja":
        return stem + "o"
    return stem if stem.endswith(("ov", "ev")) and len(stem) > SHORT else stem + "i"
