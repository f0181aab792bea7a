"""Where somebody lived, in the nominative: "iz Podgaja 5", "stanujoča v Domu starejših Lipa", "Bivališče: Brdo 7"."""

from __future__ import annotations

import re
from dataclasses import replace

from newsarchive.extract.obituaries.given import GIVEN
from newsarchive.extract.obituaries.places import Place, address_at, is_person
from newsarchive.extract.obituaries.whereabouts import SMALL
from newsarchive.extract.obituaries.words import BODIES, NO_NAMES, TITLES
from newsarchive.extract.places import Case, nominative

_FROM = r"(?:iz|s|z|prebivalka|prebivalec|krajanka?|vaščanka?)"
"""What a name in the genitive stands behind."""
_IN = r"(?:v|na|pri)"
_AT = rf"(?:{_FROM}|{_IN})"
_LIVING = r"(?:stanujoč|živeč|bivajoč|prebivajoč|stanoval|prebival(?!k|c)|živel|nazadnje|doma)\w*"
_GENERIC = r"(?:(?:naselj[aeu]|vasi|zaselk[au]|kraj[au]|naslov[au]|rodn(?:e|ega)|domač(?:e|ega))\s+)*"
_BEING = r"(?:(?:je|sta|bil[aio]?|nazadnje|stanujoč\w*|doma|tudi|vse\s+življenje)\s+)*"
BEHIND = re.compile(
    rf"(?:nazadnje\s+|zadnja\s+leta\s+|prej\s+|oba\s+|obe\s+|ki\s+je\s+|vs[ai]\s+)*(?:(?:doma\s+)?{_FROM}\s+{_GENERIC}|{_LIVING}\s+{_BEING}(?:{_AT}\s+)?{_GENERIC}"
    r"|od\s+[^\W\d_a-zčšž]\w+,\s+(?=[^\W\d_a-zčšž][^,\n]{2,40}\d)"
    r"|(?i:(?:zadnje\s+)?(?:stalno\s+)?(?:pre)?bivališče|kraj(?:\s+(?:pre)?bivanja)?|naslov|stanovanje|stanujoč[ai]?|(?:pre)?bival[ai]?|živel[ai]?|občina|od\s+kod|iz\s+kraja|doma)\s*:\s*(?:(?P<from>iz|s|z)\s+)?)(?=\S)"
)
"""What stands before a residence right behind a name, or at the beginning of a line."""
INSIDE = re.compile(
    rf"\b(?:(?:(?<!ega )doma|(?:svojem|rodnem|domačem)\s+domu)\s+{_BEING}{_AT}|iz"
    rf"|(?:stanujoč|živeč|bivajoč|prebivajoč)\w*\s+(?:{_AT})|stanujoč\w*"
    rf"|(?:živel|stanoval|prebival)[aoi]?\s+{_BEING}{_IN}|\b(?:s|z)(?=\s+[^\W\d_]+(?<![mioj])\b)(?!\s+\S+(?:[oe]m|im|mi)\b))\s+{_GENERIC}",
    re.I,
)
"""The same anywhere in a sentence that speaks of the person: "s" and "z" mean other things before other cases."""
_LOCATIVE = re.compile(rf"\b{_IN}\s+{_GENERIC}$", re.I)
_GENITIVE = re.compile(rf"\b{_FROM}\s+{_GENERIC}$", re.I)
_NAMED = re.compile(r"(?:naselja|vasi|zaselka|kraja|naslova|kraju|naselju|zaselku|naslovu)\s+$", re.I)
"""Behind such a word the name itself is not declined."""
_NO_HOMES = re.compile(
    r"(?:Splošn|Univerzitetn|Bolnišnic|Klinič|Društv|Zvez|PGD|OŠ|KS|Župnij|Občin|Ljubezn)\w*|(?:Osnovn|Srednj)\w*\s+šol"
)
"""Bodies from which people are, and in which nobody lives."""
_LINE = re.compile(r"[ \t]*[.,]?[ \t]*(?:\n|$)")
_SETTLED = re.compile(r"\d\s?[a-zA-Z]?$|\d\s?[a-zA-Z]?,|\s(?:pri|na|ob|v|pod|nad)\s")
_MOST_WORDS = 7
_BELOW = re.compile(r"(?:\d{4}\)?|\broj\.[ ]\S+|\brojena[ ]\S+)[ \t]*\n{1,2}\Z")
"""A line of dates, or with the name at birth, right below which a settlement can stand."""
_NO_LINES = re.compile(
    r"hvala|zahval|domač|vsi|vse|njegov|njen|tvoj|naš|počivaj|pogreb|slov|spomin|žal|svojc|kolektiv|draga|dragi|ko|če|le|tih|za|ni"
)


def home_at(text: str, start: int) -> Place | None:
    """Read the residence that is told at a place of a text.

    >>> home_at("doma iz Lipe pri Gaju, stara 93 let", 0).text
    'Lipa pri Gaju'
    """
    lead = BEHIND.match(text, start)
    return _home(text, lead) if lead else None


def home_in(text: str) -> Place | None:
    """Find the residence that a sentence tells."""
    homes = (_home(text, lead) for lead in INSIDE.finditer(text))
    return next((home for home in homes if home), None)


def home_line(text: str, start: int) -> Place | None:
    r"""Read a residence that is a line of its own, without a word for it.

    >>> home_line("Ana Zgled\nStara Lipa 8\n", 10).text, home_line("Ana Zgled\nVsi njeni", 10)
    ('Stara Lipa 8', None)
    """
    if text[start - 1 : start] != "\n":
        return None
    place = address_at(text, start)
    if place is None or not _LINE.match(text, place.stop):
        return None
    return place if _is_address(place.text) or (_BELOW.search(text[:start]) and _is_settlement(place.text)) else None


def _is_address(text: str) -> bool:
    """Tell whether words are an address: a number, "pri", or a noun such as "vas" tells it."""
    words = re.findall(r"[^\W\d]+", text.casefold())
    if (
        len(words) > _MOST_WORDS
        or any(word in GIVEN for word in words[:1])
        or BODIES & set(words)
        or words[0] in TITLES
    ):
        return False
    return bool(_SETTLED.search(text)) or (len(words) > 1 and words[-1] in SMALL)


def _is_settlement(text: str) -> bool:
    """Tell whether one word can be a settlement: no name of a person, and no word of an obituary."""
    word = text.casefold()
    return " " not in text and word not in GIVEN | BODIES | TITLES | NO_NAMES and not _NO_LINES.match(word)


def _home(text: str, lead: re.Match[str]) -> Place | None:
    place = address_at(text, lead.end())
    if place is None or not place.named or is_person(place.text) or _NO_HOMES.match(place.text):
        return None
    return replace(place, text=in_nominative(place.text, _case(lead)))


def _case(lead: re.Match[str]) -> Case:
    """Tell in which case a name stands behind such words."""
    if _NAMED.search(lead[0]):
        return "nom"
    if _LOCATIVE.search(lead[0]):
        return "loc"
    return "gen" if _GENITIVE.search(lead[0]) else "nom"


_NUMBER = re.compile(r"\s+(?:št\.\s*)?\d+(?:\s?[a-zA-Z])?(?:/\d+)?(?=\s|$)")
_HOUSE = re.compile(r"(?P<home>[Dd]om)[au]?(?=\s+[a-zčšž])|(?P<centre>[Cc]ent)(?:ra|ru|er)(?=\s)")


def in_nominative(address: str, case: Case) -> str:
    """Put an address into the nominative: what stands before its number, or before a comma.

    >>> in_nominative("Zgornje Lipe 8 pri Gaju", "gen"), in_nominative("Stari vasi, Gozdna pot 3", "loc")
    ('Zgornja Lipa 8 pri Gaju', 'Stara vas, Gozdna pot 3')
    """
    place, comma, rest = address.partition(",")
    number = _NUMBER.search(place)
    stop = number.start() if number else len(place)
    return _turned(place[:stop], case) + place[stop:] + comma + rest


def _turned(place: str, case: Case) -> str:
    """Put the name of a place into the nominative; of a home only the word for it is declined."""
    home = _HOUSE.match(place)
    if home and case != "nom":
        return (home["home"] or f"{home['centre']}er") + place[home.end() :]
    return nominative(place, case)
