"""Where: the part of a statement that names the area, as printed, and the case in which it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsarchive.extract.notices import words
from newsarchive.extract.places import CAPITAL, Case


class Area(NamedTuple):
    """An area as printed, and the case of its names."""

    text: str
    case: Case


LONGEST = 600
"""Characters; a longer area is cut off."""
_HEAD = re.compile(rf"\b(?:{words.AREA_HEADS})(?:\s*:\s*|\s+)(?=\S)", re.I)
_KEPT = re.compile(rf"\b(?:{words.KEPT_HEADS})\s+(?=\S)", re.I)
_BARE = re.compile(
    rf"\b(?:[Vv]|[Nn]a)\s+(?=(?:{CAPITAL}|(?:\w+\s+){{0,2}}(?:cest[aeio]|pot[i]?|odseku)\s+(?:[A-Z]{{1,2}}\d|LC|JP|{CAPITAL})|sv\.|(?:vs(?:eh|ej|em)|celotn\w+)\s))"
)
_PRI = re.compile(rf"\b(?:pri|ob|med|skozi|za)\s+(?={CAPITAL})")
_ROADS = "[Ll]okaln|[Jj]avn|[Dd]ržavn|[Rr]egionaln|[Oo]bčinsk"
"""How the kinds of numbered roads begin."""
_CAPITAL_WORD = rf"(?!(?:{_ROADS})\w*\s)(?!(?i:{words.STOP})){CAPITAL}[\w-]*"
_STREET = re.compile(
    rf"(?:(?:{_CAPITAL_WORD}\s+){{1,3}}(?P<behind>(?![A-ZČŠŽ])(?:{words.STREET_HEADS}))\b"
    rf"|\b(?P<front>(?=[A-ZČŠŽ])(?:{words.STREET_HEADS}))\s+(?!(?i:{words.STOP}))\w"
    rf"|\b(?:(?:{_ROADS})\w+\s+)?(?P<road>cest[aeio]|pot[i]?)\s+(?:[A-Z]{{1,2}}\d|LC|JP|{CAPITAL}\w+\s?[–-])"
    rf"|\b(?P<whole>(?:del\s+)?(?:naselj[eai]|območj[ea]|zaselek|vas))\s+(?:TP\s|{CAPITAL})"
    rf"|\b(?P<mark>(?:LC|JP|[GR]\d)[\s-]?\d))"
)
_NOMINATIVE = re.compile(words.NOMINATIVE_HEADS, re.I)
_TOKEN = re.compile(r"[§¤]+|[|;\n()]|,(?!\d)|(?:[^\s|;(),§¤]|,(?=\d))+")
_STOP = re.compile(rf"(?:{words.STOP})$", re.I)
_GOES_ON = re.compile(
    rf"\s+(?:{CAPITAL}|\d+\.?\s+{CAPITAL}|(?:na|v|pri|ob|in|ter|del|odsek|izvod|od\s+km|do\s+km|km|sv\.|št\.)\b|\d+[a-z]?\b)"
)
_AND = re.compile(rf"(?:{CAPITAL}|\d|(?:na|v|pri|ob|del|okolic\w+|sv\.|naselj\w*|ulic\w*|vasi)\b)")
_HEADING_NAME = re.compile(rf"(?:{words.STREET_HEADS})$")
_IN_NAMES = ("za", "čez", "skozi", "brez")
"""Prepositions that end an area, but not behind the head of a street's name: "Pot čez gmajno"."""
_LOOSE = re.compile(
    r"(?:^|\s+)(?:v|na|od|do|dne|dan|med|ob|in|ter|pri|predvidoma|za|s|z|po|iz|času|uro|ure|noči)$", re.I
)
_STREET_CASES: tuple[tuple[str, Case], ...] = (
    (r"(?:cesta|ulica|steza|obala|pot|trg|naselje|nabrežje|most|drevored|prehod|klanec)$", "nom"),
    (r"(?:ceste|ulice|steze|obale|poti|trga|naselja|nabrežja|mosta|mostu|drevoreda|prehoda|klanca)$", "gen"),
    (r"", "loc"),
)


Place = tuple[int, int, Case]
"""Where an area begins and ends in a text, and its case."""


def find_area(text: str, hidden: str) -> Area | None:
    """Find the area in a text; ``hidden`` is the same text with its times and what was read already hidden.

    >>> statement = "da bo na območju Jenkove ceste in Trga svobode motena dobava"
    >>> find_area(statement, statement)
    Area(text='Jenkove ceste in Trga svobode', case='gen')
    """
    for find in (_behind_head, _behind_kept, _street_around, _behind_bare, _street, _behind_pri):
        place = find(hidden)
        if place:
            start, stop, case = place
            return Area(text[start:stop], case)
    return None


def is_headed(text: str) -> bool:
    """Tell whether a text names an area behind "na območju" and the like."""
    return bool(_behind_head(text) or _behind_kept(text))


def _behind_head(text: str) -> Place | None:
    """Find "na območju …", "v naselju …"."""
    for match in _HEAD.finditer(text):
        stop = _end(text, match.end())
        if stop > match.end():
            named = ":" in match[0] or bool(_NOMINATIVE.search(match[0]))
            return match.end(), stop, "nom" if named else "gen"
    return None


def _behind_kept(text: str) -> Place | None:
    """Find "na odseku …"."""
    match = _KEPT.search(text)
    stop = _end(text, match.end()) if match else 0
    return (match.start(), stop, "nom") if match and stop > match.end() else None


def _behind_bare(text: str) -> Place | None:
    """Find "v Starem trgu", "na državni cesti R3-696"."""
    return _behind(_BARE, text, "loc")


def _behind_pri(text: str) -> Place | None:
    return _behind(_PRI, text, "loc")


def _behind(pattern: re.Pattern[str], text: str, case: Case) -> Place | None:
    match = pattern.search(text)
    stop = _end(text, match.end()) if match else 0
    return (match.end(), stop, case) if match and stop > match.end() else None


def _street_around(text: str) -> Place | None:
    """Find a street whose own name holds a preposition: "Cesta v Log"."""
    match = _STREET.search(text)
    bare = _BARE.search(text)
    place = _street(text) if match and bare and (match["behind"] or match["front"]) else None
    return place if place and bare and place[0] < bare.start() < place[1] else None


def _street(text: str) -> Place | None:
    """Find a street or a numbered road that is named without a preposition: "Gasilska ulica bo zaprta"."""
    match = _STREET.search(text)
    if match is None:
        return None
    if match["whole"]:
        start = match.end("whole") + 1
        return start, _end(text, start), "nom"
    stop = _end(text, match.start())
    head = match["behind"] or match["front"] or match["road"] or ""
    case = next(case for pattern, case in _STREET_CASES if re.search(pattern, head.lower()))
    return (match.start(), stop, case) if stop > match.start() else None


def _end(text: str, start: int) -> int:
    """Give where the naming of an area that begins here ends."""
    stop, previous = start, ""
    for token in _TOKEN.finditer(text, start, start + LONGEST):
        word = token[0]
        if _closes(word, token.end(), text, previous):
            break
        ended = _ends_sentence(word, text[token.end() : token.end() + 1])
        stop, previous = token.end() - ended, word
        if ended:
            break
    return stop - _loose(text[start:stop])


def _closes(word: str, after: int, text: str, previous: str) -> bool:
    """Tell whether a word is no part of the area any more."""
    if word[0] in "§¤|;\n" or word == ".":
        return True
    if word == ",":
        return not _GOES_ON.match(text, after)
    if word == "(":
        return not re.match(r"[^()§\n]{1,200}\)", text[after : after + 202])
    if word in ("in", "ter", "oziroma", "ali"):
        return not _AND.match(text[after : after + 60].lstrip())
    return bool(_STOP.match(word.rstrip(".:!?"))) and not (word in _IN_NAMES and _HEADING_NAME.match(previous))


def _ends_sentence(word: str, following: str) -> bool:
    """Tell whether a word closes a sentence: a full stop behind more than a number or an abbreviation, or a colon."""
    if word[-1] in ":!?":
        return True
    return word.endswith(".") and (not following or (len(word) > 4 and not word[:-1].isdigit()))


def _loose(part: str) -> int:
    """Count the characters at the end of an area that belong to what follows: prepositions, commas."""
    kept = part.rstrip(" ,;:–-")
    while kept and (loose := _LOOSE.search(kept)):
        kept = kept[: loose.start()].rstrip(" ,;:–-")
    return len(part) - len(kept)
