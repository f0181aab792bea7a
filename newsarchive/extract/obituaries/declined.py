"""Names that a page prints in another case than the nominative ("ob smrti Franca Zgleda", "V slovo Neži Kos").

A form is turned back only where there is one nominative it can come from: a first name that is known, and a family
name with an ending that has no other, unless the nominative itself stands elsewhere on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from newsarchive.extract.obituaries.given import MEN, WOMEN
from newsarchive.extract.obituaries.names import Name, is_person, names_in, reading_case

LOSS = re.compile(
    r"\bob\s+(?:\w+\s+)?(?:smrti|izgubi|slovesu|odhodu)\b|\bs\s+smrtjo\b|\b(?:pogreb|slov[oau]|sloves[oau]?m?\s+od|poslavlja\w*|poslovili)\b(?:\s+se)?(?:\s+od)?"
    r"|\b(?:življenje|srce|pot)\b|\b(?:izgubili\s+smo|smo\s+izgubili|poklical[aio]?|iztrgal[aio]?|vzel[aio]?|brez|spomin\s+na|pokojn(?:e|ega|emu|i|o))\b",
    re.I,
)
"""What stands before a name in another case."""
AFTER_LOSS = re.compile(
    r"\b(?:s\s+smrtjo|ob\s+(?:\w+\s+)?(?:smrti|izgubi|slovesu\s+od)|\bsmo\s+(?:za\s+vedno\s+|prezgodaj\s+)?izgubili|\bizgubili\s+smo)\s+(?:[a-zčšž]+\s+){0,4}$",
    re.I,
)
"""Words right behind which no name stands in the nominative."""
REACH, MOST = 160, 4
"""So many characters and names behind it are looked at."""
FAMILY = (
    ("skega", "ski"), ("škega", "ški"), ("nja", "nj"), ("rja", "r"), ("vca", "vec"), ("ška", "šek"),
    ("čka", "ček"), ("eta", "e"), ("eja", "ej"), ("aja", "aj"), ("oja", "oj"),
    ("klja", "kelj"), ("tlja", "telj"), ("plja", "pelj"), ("dlja", "delj"), ("glja", "gelj"), ("blja", "belj"),
    ("šlja", "šelj"), ("lja", "lj"),
    ("sma", "sem"), ("tra", "ter"), ("dra", "der"), ("bra", "ber"), ("gla", "gel"), ("kla", "kel"), ("nca", "nc"),
    ("jca", "jc"), ("rka", "rk"), ("lka", "lk"), ("vka", "vk"), ("nka", "nk"),
)  # fmt: skip
"""Genitive and nominative endings of men's family names, where the one tells the other; else see ``_PLAIN``."""
_PLAIN = re.compile(r"(?:[aeiouy][bcčdfghklmnprsštvzžćđ]|[rsnlh][td]|rm|ss|ll|tt|nn|čn|jn)a$")
"""Genitives that only add their ending."""
_AMBIGUOUS = re.compile(r"(?:ea|ia|ija|oa|ua)$")
FIRST = (("a", ""), ("a", "o"), ("eta", "e"), ("ja", ""), ("ka", "ek"), ("ta", ""), ("la", "el"), ("ra", "er"),
         ("na", "en"), ("e", "a"), ("ca", "ec"))  # fmt: skip
"""The same of men's first names, which are tried against the list."""
_OBLIQUE_MAN = re.compile(
    r"(?:\b(?:naš|moj|svoj|drag|predrag|ljub|ljubljen|nepozabn|spoštovan|pokojn|rajn|star|nekdanj|upokojen|dolgoletn|velik|\w+n|\w+sk)"
    r"(?:ega|emu|im)\b|\b(?:moža|možu|očeta|očetu|brata|bratu|sina|sinu|dedka|dedku|strica|stricu|ata|atija|atiju|tasta|svaka"
    r"|prijatelja|prijatelju|sodelavca|sodelavcu|člana|članu|planinca|gospoda|gospodu|g\.)\b)[^.!?]*$",
    re.I,
)
_OBLIQUE_WOMAN = re.compile(
    r"(?:\b(?:naše|moje|drage|predrage|ljube|pokojne|našo|mojo|drago|predrago|ljubo|pokojno|spoštovane|naši|dragi|pokojni)\b"
    r"|\b(?:mame|mamo|mami|žene|ženo|sestre|sestro|tete|teto|babice|babico|hčere|hčerke|hčer|sodelavke|sodelavko|tašče|gospe|gospo)\b)"
    r"[^.!?]*$",
    re.I,
)
_MAN_BEHIND = re.compile(r"\s*[,(]?\s*(?:starega|rojenega)\b")
_WOMAN_BEHIND = re.compile(r"\s*[,(]?\s*(?:stare|rojene)\b")
"""Words behind a name that stand in the same case."""
_BEFORE = 90


def declined(text: str, start: int = 0, *, page: str = "") -> Name | None:
    """Give the nominative of the first name that is printed after words such as "ob smrti".

    >>> declined("Ob smrti dragega moža Franca Zglednika se zahvaljujemo vsem.").whole
    'Franc Zglednik'
    """
    for loss in islice(LOSS.finditer(text, start), MOST):
        for name in islice(names_in(text, loss.end(), loss.end() + REACH), MOST):
            turned = turned_at(text, name, page or text)
            if turned and is_person(turned):
                return turned
    return None


def turned_at(text: str, name: Name, page: str) -> Name | None:
    """Turn a name back as the words before it ask for: a woman's, behind "pokojne" or "drago ženo"."""
    before = text[max(0, name.start - _BEFORE) : name.start]
    woman = _OBLIQUE_WOMAN.search(before) or _WOMAN_BEHIND.match(text, name.stop)
    return nominative(name, page, woman=bool(woman))


def is_oblique(text: str, name: Name) -> bool:
    """Tell whether the words before a name stand in another case, and so the name does too."""
    before = text[max(0, name.start - _BEFORE) : name.start]
    given = (name.given or "").casefold()
    man, woman = _OBLIQUE_MAN.search(before), _OBLIQUE_WOMAN.search(before)
    if AFTER_LOSS.search(before) or _MAN_BEHIND.match(text, name.stop) or _WOMAN_BEHIND.match(text, name.stop):
        return True
    if man and not (woman and woman.start() > man.start()):
        return any(True for _ in _men(given, ""))
    return bool(woman) and given not in WOMEN and any(True for _ in _women(given))


def nominative(name: Name, page: str = "", *, woman: bool = False) -> Name | None:
    """Turn a name back into the nominative; None where there is none, or more than one.

    >>> from newsarchive.extract.obituaries.names import name_at
    >>> nominative(name_at("Mariji Zgled")).whole, nominative(name_at("Petrom Zglednikom")).whole
    ('Marija Zgled', 'Peter Zglednik')
    """
    first, *more = (name.given or "").split(" ")
    family = name.family or ""
    if not first or not family:
        return None
    women = sorted(set(_women(first.casefold())))
    if women and (first.casefold() not in MEN | WOMEN or (woman and first.casefold() not in WOMEN)):
        while " " in family and any(_women(family.split(" ")[0].casefold())):
            second, family = family.split(" ", 1)
            more.append(second)
        whole = " ".join([women[0], *(_woman(one) for one in more)])
        return replace(name, given=reading_case(whole.title()), family=_as_printed(family, page), known=True)
    men = sorted(set(_men(first.casefold(), page)))
    if len(men) != 1 or more:
        return None
    surname = " ".join(filter(None, (_surname(one, page) for one in family.split(" "))))
    if surname.count(" ") != family.count(" ") or not surname:
        return None
    return replace(name, given=men[0].title(), family=surname, known=True)


def _women(given: str) -> Iterator[str]:
    """Give the women's names that a form can be of."""
    if given[-1:] in ("e", "i", "o") and f"{given[:-1]}a" in WOMEN:
        yield f"{given[:-1]}a"


def _woman(given: str) -> str:
    return next(_women(given.casefold()), given.casefold())


def _men(given: str, page: str) -> Iterator[str]:
    """Give the men's names that a form can be of; of several that on the page, or "Matej" for "Mateja"."""
    found = {man for form in _genitives(given) for man in _bases(form)}
    if given[-1:] in ("i", "o") and f"{given[:-1]}a" in MEN:
        found.add(f"{given[:-1]}a")
    seen = {man for man in found if re.search(rf"\b{man}\b", page, re.I)} if len(found) > 1 else found
    plain = {man for man in found if man.endswith("j") and f"{man}a" in _genitives(given)}
    yield from next((some for some in (seen, plain) if len(some) == 1), found)


def _genitives(word: str) -> Iterator[str]:
    """Give the genitive for a form of the dative, the instrumental or the genitive itself."""
    if word.endswith(("om", "em")):
        yield f"{word[:-2]}a"
    elif word.endswith("u"):
        yield f"{word[:-1]}a"
    elif word.endswith(("a", "e")):
        yield word


def _bases(form: str) -> Iterator[str]:
    for end, base in FIRST:
        man = form.removesuffix(end) + base
        if form.endswith(end) and man != form and man in MEN:
            yield man


def _surname(family: str, page: str) -> str | None:
    """Give the nominative of a man's family name."""
    forms = list(_genitives(family.casefold())) or ([family.casefold()] if family.endswith("ega") else [])
    for form in forms:
        seen = [one for one in _stems(form) if re.search(rf"\b{re.escape(one)}\b", page, re.I)]
        found = seen[0] if seen else f"{form[:-1]}a" if form.endswith("e") else _by_ending(form)
        if found:
            return "-".join(part.capitalize() for part in found.split("-"))
    return None


def _stems(form: str) -> Iterator[str]:
    """Give what a genitive can be of, the rarer last."""
    stem = form[:-1]
    yield from (stem, f"{stem}o")
    if len(stem) > 2:
        yield f"{stem[:-1]}e{stem[-1]}"


def _by_ending(form: str) -> str | None:
    for end, base in FAMILY:
        if form.endswith(end):
            return form.removesuffix(end) + base
    if _PLAIN.search(form) and not _AMBIGUOUS.search(form):
        return form[:-1]
    return None


def _as_printed(family: str, page: str) -> str:
    """Give a woman's family name, which stays as it is unless the page prints it with "-a"."""
    turned = f"{family[:-1]}a"
    if family.endswith(("e", "i", "o")) and re.search(rf"\b{re.escape(turned)}\b", page):
        return turned
    return family
