"""Who announces: the subject of the statement, a heading or a signature, in the nominative."""

from __future__ import annotations

import re

from newsarchive.extract.notices import words
from newsarchive.extract.notices.units import Unit
from newsarchive.extract.places.forms import Case, adjective, is_known, noun

MOST_WORDS = 12
ADJECTIVES = ("nega", "nem", "ne", "ni", "skega", "skem", "ske", "ski")
"""How the words end that may stand before the noun of a body's name."""
_NAME = r"[^\W\d_a-zčšžćđ](?:[^.!?:;\n§]|\.(?=[ \w,]{0,2}[a-zčšž]))"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.!?:»]\s)|(?<=\n))\s*(?P<name>{_NAME}{{2,90}}?)\s+(?:(?:vas|vse|svoje|še|je|so|tudi|znova|ponovno)\s+)*{words.VERBS}\b"
)
_BEHIND = re.compile(
    rf"\b{words.VERBS}\s+(?:so\s+)?(?P<from>(?:iz|z|s|na|v|pri)\s+)?(?P<name>{_NAME}{{2,60}}?)(?=\s*(?:[.,;\n§]|$|\s(?:da|bo|je|bodo)\b))"
)
_FRONT = re.compile(r"(?P<from>[Ii]z|[ZzSs]|[Nn]a|[Vv]|[Pp]ri)\s+(?=[^\W\da-zčšž_])")
_AUDIENCE = re.compile(rf"(?:{words.AUDIENCE})", re.I)
_BODY = re.compile(rf"(?:\w+\s+)?\b(?:{words.ORGANISATIONS})", re.I)
_VERB = re.compile(r"\s(?:bo|bodo|bosta|je|so|sta)\s")
_CASES: dict[str, Case] = {"iz": "gen", "z": "gen", "s": "gen", "na": "loc", "v": "loc", "pri": "loc"}
_ACTION = re.compile("|".join(words.ACTIONS.values()), re.I)


def subject(text: str) -> tuple[str, int, int] | None:
    """Find who announces in a text; give the name in the nominative and where it is printed.

    >>> subject("Komunala Dol obvešča občane, da …"), subject("Tako sporočajo iz Energetike Dol.")
    (('Komunala Dol', 0, 12), ('Energetika Dol', 18, 32))
    >>> subject("Uporabnike obveščamo, da …")
    """
    match = _SUBJECT.search(text)
    if match and _is_name(match["name"]):
        name = match["name"].strip(" ,")
        front = _FRONT.match(name)
        start = match.start("name")
        if front:
            return (
                _nominative(name[front.end() :], _CASES[front["from"].lower()]),
                start + front.end(),
                start + len(name),
            )
        return name, start, start + len(name)
    return _behind(text)


def _behind(text: str) -> tuple[str, int, int] | None:
    """Find an issuer behind the verb: "…, sporočajo iz Energetike Dol", "…, obvešča Občina Dol"."""
    for match in _BEHIND.finditer(text):
        name, front = match["name"].strip(" ,"), (match["from"] or "").strip()
        if _BODY.match(name) and _is_name(name):
            return (_nominative(name, _CASES[front]) if front else name), match.start("name"), match.end("name")
    return None


def _is_name(name: str) -> bool:
    return not _AUDIENCE.match(name) and name.count(" ") < MOST_WORDS and not _VERB.search(name)


def _nominative(name: str, case: Case) -> str:
    """Put a body's name into the nominative: adjectives and its noun, not what follows.

    >>> _nominative("Mestne občine Dol", "gen"), _nominative("Elektru Dol", "loc")
    ('Mestna občina Dol', 'Elektro Dol')
    """
    parts = name.split()
    known = (number for number, word in enumerate(parts[:4]) if is_known(word, case))
    at = next(known, next((number for number, word in enumerate(parts[:4]) if not word.endswith(ADJECTIVES)), 0))
    head, declension = noun(parts[at], case)
    return " ".join([*(adjective(word, case, declension) for word in parts[:at]), head, *parts[at + 1 :]])


def is_body(text: str) -> bool:
    """Tell whether a line is the name of a body that announces, and nothing else.

    >>> is_body("Energetika Dol"), is_body("Zapora Cankarjeve ulice"), is_body("Vir: Občina Dol")
    (True, False, False)
    """
    text = text.strip(" :")
    short = 0 < len(text) < 80 and text.count(" ") < MOST_WORDS and text[0].isupper()
    return short and bool(_BODY.match(text)) and ":" not in text and not _ACTION.search(text) and not _VERB.search(text)


def signature(units: list[Unit]) -> str | None:
    """Give the body that signs at the end of a text."""
    for unit in reversed(units[-3:]):
        if unit.kind == "heading" and is_body(unit.text):
            return unit.text.strip(" :")
    return None


def of_title(title: str) -> str | None:
    """Give the body before the colon of a title."""
    before, colon, _ = title.partition(":")
    return before if colon and is_body(before) else None
