"""How old somebody was: "star 93 let", "v 94. letu", "v enaindevetdesetem letu", "pri sedemintridesetih"."""

from __future__ import annotations

import re

_UNITS = ("prv", "drug", "tretj", "četrt", "pet", "šest", "sedm", "osm", "devet", "deset", "enajst", "dvanajst",
          "trinajst", "štirinajst", "petnajst", "šestnajst", "sedemnajst", "osemnajst", "devetnajst")  # fmt: skip
_ONES = ("ena", "dva", "tri", "štiri", "pet", "šest", "sedem", "osem", "devet")
_TEENS = ("deset", "enajst", "dvanajst", "trinajst", "štirinajst", "petnajst", "šestnajst", "sedemnajst", "osemnajst",
          "devetnajst")  # fmt: skip
_TENS = ("dvajset", "trideset", "štirideset", "petdeset", "šestdeset", "sedemdeset", "osemdeset", "devetdeset")


def _ordinals() -> dict[str, int]:
    """Give the ordinal numbers to 119 as they stand in "v … letu"."""
    small = {f"{unit}em": number for number, unit in enumerate(_UNITS, 1)}
    for tens, word in enumerate(_TENS, 2):
        small[f"{word}em"] = 10 * tens
        small |= {f"{one}in{word}em": 10 * tens + number for number, one in enumerate(_ONES, 1)}
    hundreds = {f"sto {word}": 100 + number for word, number in small.items() if number < 20}
    return small | hundreds | {"stotem": 100}


def _cardinals() -> dict[str, int]:
    """Give the cardinal numbers to 100, as they stand before "let"."""
    small = {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)}
    for tens, word in enumerate(_TENS, 2):
        small[word] = 10 * tens
        small |= {f"{one}in{word}": 10 * tens + number for number, one in enumerate(_ONES, 1)}
    genitives = {f"{word}ih": number for word, number in small.items() if number > len(_ONES)}
    return small | genitives | {"sto": 100, "dve": 2}


ORDINALS = _ordinals()
CARDINALS = _cardinals()
_SERVICE = r"(?!\s+(?:mašništva|duhovništva|redovništva|zakona|del\w+|službovanja|članstva|poroke|sku\w+))"
_FINE = "dobr|častitljiv|častn|lep|visok|poln|cel|okrogl|bogat|zavidljiv|blagoslovljen|srečn|dolg"
_ADVERBS = rf"(?:(?:je|bil[aio]?|bi|komaj|šele|le|kar|samo|že|skoraj|natanko|ravno|še|zgolj|(?:{_FINE})ih)\s+){{0,4}}"
"""What stands before the number: "komaj", or what years they were ("častitljivih")."""
_YEARS = r"(?:let(?:a|i|ih)?|leto|pomladi)\b"
_LATELY = r"\b(?:letos|pred\s+(?:\w+\s+)?(?:mesec|ted|dnev|kratk)\w*|prejšnji\s+(?:teden|mesec)|nedavno)\b"
_OTHERS = r"(?:vnuk|pravnuk|sin|hč|mož|žen|brat|sest|mam|mater|oč|prijatelj)\w*"
"""Whose birthday it is, where it is another's."""
_TELLING = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\bv\s+(?:(?:svojem|visokem|častitljivem|lepem)\s+)?(?P<year>\d{{1,3}}(?=\.|-\w|\s)|(?:sto\s+)?[^\W\d]+em)(?:\.|-\w{{1,3}})?\s+letu{_SERVICE}(?:\s+(?:starosti|življenja))?",
        r"\bin\s+(?:v\s+)?(?P<year>\d{1,3})\.\s+letu\s+(?:starosti|življenja)",
        r"\b(?:pred|tik\s+pred)\s+(?:\w+\s+)??(?P<near>\d{1,3}(?=\.)|[^\W\d]+im)\.?\s+(?:rojstn\w+\s+dne\w*|letom\s+(?:starosti|življenja))\b"
        rf"(?!\s+{_OTHERS})",
        r"\b(?:bi\s+(?:\w+\s+){0,3}?(?:dopolnil|praznoval|slavil)[ai]?|(?:dopolnil|praznoval|slavil)[ai]?\s+bi)\s+(?:\w+\s+){0,2}?(?P<coming>\d{1,3}|[^\W\d]+i)\.?\s+(?:rojstni\s+dan|leto|let\b)",
        r"\bdo\s+(?:\w+\s+)??(?P<short>\d{1,3})\.\s+rojstn\w+\s+dn\w+(?=(?:(?!\bni\b)[^.!?\n]){0,30}\bmanjkal)",
        r"\bpred\s+(?:\w+\s+)?(?P<near>\d{1,3})-?letnico(?=\s+(?:rojstva|življenja)|[.,]|$)",
        r"\bstar[aieo]?\s+(?:(?:je|bil[aio]?|komaj|šele)\s+){0,2}(?P<old>\d{1,3})(?=[.,;)]|$)(?!\.\s*\d)",
        rf"\bstar(?:[aieo]|ega|emu|em|im)?\s+{_ADVERBS}(?P<old>\d{{1,3}}|[^\W\d]+)\s+{_YEARS}",
        rf"{_LATELY}(?:(?!\bbi\b|\b{_OTHERS})[^.!?\n]){{0,30}}?\b(?:praznoval|slavil|dopolnil)[ai]?\s+(?:je\s+|svoj\s+)*(?P<kept>\d{{1,3}}|[^\W\d]+i)\.?\s+(?:rojstni\s+dan|let\w*)",
        rf"(?<![\d.])\b(?P<older>\d{{1,3}}|[^\W\d]+)\s+{_YEARS}\s+star(?:[aieo]|ega|emu|em|im)?\b",
        r"\b(?P<young>\d{1,3})[- –]?letn(?:[iae]|ega|emu|em|im|o)\b",
        r"\b(?P<worded>[^\W\d]+?)letn(?:[iae]|ega|emu|em|im|o)\b",
        rf"\b(?:v\s+(?:\w+\s+)?starosti|starost:|(?<!ni\s)dočakal[ai]?(?:\s+je)?|štel[ai]?(?:\s+je)?|(?:imel|dopolnil)[ai]?\s+(?:pa\s+)?je|je\s+(?:imel|dopolnil)[ai]?"
        rf"|(?:naklonil|podaril|odmeril)[aio]?(?:\s+je)?|bilo\s+(?:mu|ji)\s+je|(?:mu|ji)\s+je\s+bilo)\s+{_ADVERBS}(?P<aged>\d{{1,3}}|[^\W\d]+)\s+{_YEARS}(?!\s+(?:delovn|pokojnin|službe|staž|izkuš|življenja\s+[zsv]\b))",
        rf"\b(?:živel[ai]?\s+je|je\s+živel[ai]?)\s+{_ADVERBS}(?P<lived>\d{{1,3}}|[^\W\d]+)\s+{_YEARS}(?=[.!]|$)",
        r"\bpri\s+(?:\w+\s+)??(?P<at>\d{1,3}|[^\W\d]+?)(?:(?<=\d)\.?\s+let\w*|-?ih(?:\s+let\w*)?)\b(?!\s+\d)",
        r"\bpo\s+(?:\w+\s+)??(?P<past>\d{1,3})\.\s+rojstn\w+\s+dn\w+",
        r"\bstarost:\s*(?P<label>\d{1,3})\b",
        r"\bpo\s+(?P<after>\d{1,3}|[^\W\d]+?)(?:ih)?\s+let\w*\s+(?:(?!skup)\w+\s+)?življenja\b(?!\s+v\b)",
    )
)
"""How sentences tell an age; the name of the group tells how its number counts."""
BOTH = re.compile(r"\bstar[aie]\s+(\d{1,3})\s+in\s+(\d{1,3})\s+let\b", re.I)
"""The ages of two."""
_DECLINED = re.compile(r"(?:ega|im|i)$")
"""Other endings of ordinal numbers: "stoti rojstni dan", "pred devetdesetim"."""
_LESS = ("year", "near", "coming", "short")
"""In the 94th year, before the 94th birthday, somebody is 93."""
_OLDEST = 125


def age_in(text: str) -> tuple[int, int, int] | None:
    """Give the first age that a text tells, with the places where its words begin and end.

    >>> age_in("Umrla je v 94. letu."), age_in("Stara je bila 93 let."), age_in("v 55. letu mašništva")
    ((93, 9, 19), (93, 0, 20), None)
    """
    found = (_first(pattern, text) for pattern in _TELLING)
    return min((one for one in found if one), key=lambda one: one[1], default=None)


def age_at(text: str, start: int) -> tuple[int, int, int] | None:
    """Give the age whose words begin at a place of a text."""
    matches = (pattern.match(text, start) for pattern in _TELLING)
    return next((told for match in matches if match and (told := _told(match))), None)


def _first(pattern: re.Pattern[str], text: str) -> tuple[int, int, int] | None:
    return next((told for match in pattern.finditer(text) if (told := _told(match))), None)


def _told(match: re.Match[str]) -> tuple[int, int, int] | None:
    name = match.lastgroup or ""
    number = _number(match[name])
    if number is None:
        return None
    age = number - (name in _LESS)
    return (age, match.start(), match.end()) if 0 <= age <= _OLDEST else None


def _number(word: str) -> int | None:
    """Give the number that digits or a word tell, as an ordinal or a cardinal one."""
    if word.isdecimal():
        return int(word)
    folded = " ".join(word.casefold().split())
    return ORDINALS.get(folded) or CARDINALS.get(folded) or ORDINALS.get(_DECLINED.sub("em", folded))


_BEFORE_NAME = re.compile(r"(\d{1,3})-letn\w+\s+(?:[a-zčšž]+\s+){0,3}$")
_NEAR = 60


def age_before(text: str, start: int) -> dict[str, int]:
    """Give the age that stands before a name: "21-letna Nika Zgled".

    >>> age_before("umrla 21-letna Nika Zgled", 15)
    {'age': 21}
    """
    found = _BEFORE_NAME.search(text[max(0, start - _NEAR) : start])
    return {"age": int(found[1])} if found else {}
