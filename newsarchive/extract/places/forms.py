"""Declined names put into the nominative, by the endings of their case and a small lexicon."""

from __future__ import annotations

import re
from functools import cache

from newsarchive.extract.places import lexicon
from newsarchive.extract.places.lexicon import Case

SOFT = tuple("cčšžj")
SHORT = 3
"""A longer adjective in -ov or -ev is made of a name ("Prešernov trg"), a shorter one is not ("Novi trg")."""
ADJECTIVE_ENDINGS: dict[str, dict[str, str]] = {
    "gen": {"m": "ega", "n": "ega", "f": "e", "p": "ih"},
    "loc": {"m": "em", "n": "em", "f": "i", "p": "ih"},
    "ins": {"m": "im", "n": "im", "f": "o", "p": "imi"},
    "acc": {"m": "i", "n": "o", "f": "o", "p": "e"},
}
"""Oblique endings of adjectives by the case and the gender of their noun; ``p`` is any plural."""
AGREEMENT = {"m": "i", "n": "o", "an": "o", "f": "a", "v": "a", "i": "a", "fp": "e", "np": "a", "mp": "i"}
"""Endings of an adjective in the nominative, by the declension of its noun."""
GENDER = {"an": "n", "i": "f", "v": "f", "fp": "p", "np": "p", "mp": "p"}
"""The column of :data:`ADJECTIVE_ENDINGS` for declensions that have none of their own name."""
_UNDECLINED = re.compile(r"(?:Na|Ob|Pod|Za|Nad|Pri|Med|V)\s")
"""How the names of streets begin that are a preposition and its noun: "Ob potoku"."""
COMPLEMENT = re.compile(r"\s+(?=(?:na|pri|ob|v|pod|nad|za|med|k|h|pred)\s)")
"""Where the part of a name begins that is not declined: "Ravne | na Koroškem"."""


def nominative(name: str, case: Case) -> str:
    """Put a name that stands in a case into the nominative.

    >>> nominative("Prešernove ceste", "gen"), nominative("Ceste 4. julija", "gen"), nominative("Starem trgu", "loc")
    ('Prešernova cesta', 'Cesta 4. julija', 'Stari trg')
    >>> nominative("Spodnjih Ravnah", "loc"), nominative("Ravnah na Koroškem", "loc"), nominative("Hrastovca", "gen")
    ('Spodnje Ravne', 'Ravne na Koroškem', 'Hrastovec')
    """
    if case == "nom" or name.isupper() or _UNDECLINED.match(name):
        return name
    if _is_nominative(name, case):
        return name
    base, *rest = COMPLEMENT.split(name, maxsplit=1)
    words = base.split()
    head = noun(words[0], case)[0]
    if len(words) > 1 and words[0][:1].isupper() and head.lower() in lexicon.STREETS:
        return " ".join([head, *words[1:], *rest])
    last, declension = noun(words[-1], case)
    if case == "acc" and declension == "m" and words[0].endswith("o"):
        declension = "i"
    return " ".join([*(adjective(word, case, declension) for word in words[:-1]), last, *rest])


def _is_nominative(name: str, case: Case) -> bool:
    """Tell whether a street's name begins or ends with its noun in the nominative, and can stand in no other case."""
    front, _, last = name.rpartition(" ")
    first = front.partition(" ")[0]
    told = last if last in lexicon.STREETS else first.lower() if first.istitle() else ""
    return bool(front) and told in lexicon.STREETS and case not in readings(told)


def noun(word: str, case: Case) -> tuple[str, str]:
    """Give the nominative of a noun that stands in a case, and its declension.

    >>> noun("Trga", "gen"), noun("Selih", "loc"), noun("vasi", "gen"), noun("Zabukovju", "loc")
    (('Trg', 'm'), ('Sela', 'np'), ('vas', 'i'), ('Zabukovje', 'n'))
    >>> noun("JKP", "gen")
    ('JKP', 'm')
    """
    known = _known().get((case, word.lower()))
    if known is None:
        return (word, "m") if word.isupper() else _by_ending(word, case)
    nominative_form, declension = known
    return _like(word, nominative_form), declension


def readings(word: str) -> dict[Case, str]:
    """Give the nominative of a noun of the lexicon for each case in which its form can stand.

    >>> readings("občini"), readings("podjetje")
    ({'loc': 'občina'}, {'nom': 'podjetje', 'acc': 'podjetje'})
    """
    return _readings().get(word.lower(), {})


@cache
def _readings() -> dict[str, dict[Case, str]]:
    found: dict[str, dict[Case, str]] = {}
    for rows in lexicon.NOUNS.values():
        for row in rows.split():
            word = row.split("/")[0]
            found.setdefault(word.lower(), {})["nom"] = word
    for (case, form), (word, _) in _known().items():
        found.setdefault(form, {}).setdefault(case, word)
    return found


def _like(word: str, form: str) -> str:
    """Begin a form with a capital where the printed word does."""
    return form[:1].upper() + form[1:] if word[:1].isupper() else form.lower()


@cache
def _known() -> dict[tuple[Case, str], tuple[str, str]]:
    """Give the forms of the lexicon's nouns: case and form to nominative and declension."""
    forms: dict[tuple[Case, str], tuple[str, str]] = {}
    for declension, rows in lexicon.NOUNS.items():
        for row in rows.split():
            word, stem, plural = ([*row.split("/"), "", ""])[:3]
            for case, endings in lexicon.ENDINGS[declension].items():
                stem_of_cases = stem or _stem(word, declension)
                oblique = {word if ending == "=" else stem_of_cases + ending for ending in endings}
                oblique = {plural} if plural and case == "gen" else oblique
                forms |= {(case, form.lower()): (word, declension) for form in oblique}
    return forms


def _stem(word: str, declension: str) -> str:
    return word if declension in ("m", "i") else word[:-1]


def _by_ending(word: str, case: Case) -> tuple[str, str]:
    """Give nominative and declension as the ending tells them."""
    for pattern, put, declension in lexicon.RULES[case]:
        if not re.search(pattern, word):
            continue
        if put is None:
            return _from_stem(re.sub(pattern, "", word))
        return (word if put == "=" else re.sub(pattern, put, word)), declension
    return word, "m"


def _from_stem(stem: str) -> tuple[str, str]:
    """Give the nominative of a masculine or neuter noun.

    >>> _from_stem("Plešivc"), _from_stem("Podgaj"), _from_stem("Podgorj"), _from_stem("Zamlinar" + "j")
    (('Plešivec', 'm'), ('Podgaj', 'm'), ('Podgorje', 'n'), ('Zamlinar', 'm'))
    """
    if stem.lower() in lexicon.NO_FLEETING:
        return stem, "m"
    for pattern, put, declension in lexicon.STEMS:
        if re.search(pattern, stem, re.IGNORECASE):
            return re.sub(pattern, put, stem, count=1, flags=re.IGNORECASE), declension
    return stem, "m"


def adjective(word: str, case: Case, declension: str) -> str:
    """Put an adjective into the nominative, as its noun's declension asks; another word stays as it is.

    >>> adjective("Glavnega", "gen", "m"), adjective("Prešernovem", "loc", "m"), adjective("Gornjega", "gen", "n")
    ('Glavni', 'Prešernov', 'Gornje')
    """
    ending = ADJECTIVE_ENDINGS[case][GENDER.get(declension, declension)]
    if not word.endswith(ending) or len(word) <= len(ending) + 1:
        return word
    stem, put = word[: -len(ending)], AGREEMENT[declension]
    if declension == "m" and len(stem) > SHORT and stem.endswith(("ov", "ev", "in")):
        return stem
    return stem + ("e" if put == "o" and stem.endswith(SOFT) else put)
