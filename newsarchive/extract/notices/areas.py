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


LONGEST_FRONT = 120
"""Characters before a colon that can be names of places."""
LONGEST = 600
"""Characters; a longer area is cut off."""
_HEAD = re.compile(rf"\b(?:{words.AREA_HEADS})(?:\s*:\s*|\s+)(?=\S)", re.I)
_KEPT = re.compile(rf"\b(?:{words.KEPT_HEADS})\s+(?=\S)", re.I)
_BARE = re.compile(
    rf"\b(?:[Vv]|[Nn]a)\s+(?=(?:{CAPITAL}|(?:\w+\s+){{0,2}}(?:cest[aeio]|pot[i]?|odseku)\s+(?:[A-Z]{{1,2}}\d|LC|JP|{CAPITAL})|sv\.|(?:vs(?:eh|ej|em)|celotn\w+)\s))"
)
_PRI = re.compile(rf"\b(?P<preposition>pri|ob|med|skozi|za|po|čez)\s+(?={CAPITAL}|naselj|ulic|cest)")
_PRI_CASES: dict[str, Case] = {
    "pri": "loc",
    "ob": "loc",
    "po": "loc",
    "med": "ins",
    "skozi": "acc",
    "za": "acc",
    "čez": "acc",
}
_PEOPLE = re.compile(
    rf"\b(?i:{words.PEOPLE})\s+(?=(?:(?:naselij|vasi|krajev|zaselkov|ulic)\s+)?(?!{words.NO_PLACES}){CAPITAL})"
)
_SYSTEM = re.compile(rf"\b(?:vodovodn\w+\s+(?:sistem|omrežj)\w{{0,3}}|vodovod[au]?)\s+(?={CAPITAL})")
_LISTED = re.compile(
    rf"(?::|\s[–—-])\s+(?P<names>(?:del\w?\s+)?{CAPITAL}(?:[^.:;()|\n§¤–—]|(?<=\d)\.(?=\s[a-zčšž]))*(?:\([^()\n§]*\))?(?:\s\d+[a-z]?[–-]\d+[a-z]?)?)(?=\.\s|[.;]?\s*$|\s*§|\s*\()"
)
"""Names behind a colon or a dash: "brez vode: Lava, Ostrožno"."""
_NAMES_BEFORE = re.compile(rf"(?<=[a-zčšž]\s)(?:{CAPITAL}[\w-]*(?:\s[\w-]+)?,\s)+$")
"""Names before a street that are told in one breath with it: "Log, Brdo, Vrtna ulica"."""
_ENTRY = re.compile(
    rf"(?![^:]*\s(?:bo|je|bodo|so)\s)[^:]{{0,30}}§+[^:§]{{0,60}}:\s+(?!TP\s)(?P<names>{CAPITAL}[^:§¤|\n]*?)\s*[.;,]?$"
)
"""An entry that is a time and names: "med 8. in 10. uro: Log, Pod goro 5"."""
_LISTED_NAME = re.compile(rf"(?:(?:del|naselj|okolic)\w*\s+)?{CAPITAL}[\w.-]*(?:\s[\w.–-]+){{0,5}}")
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
_AND = re.compile(
    rf"(?:{CAPITAL}|\d|(?:na|v|pri|ob|del|okolic\w+|sv\.|naselj\w*|ulic\w*|vasi|zaselk\w+|celotn\w+|vs(?:a|e|eh|em))\b)"
)
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


_PREPOSITIONS = frozenset("v na pri ob od do med pod nad za čez skozi k h s z in ter".split())
_LINKS = _PREPOSITIONS | {"sv", "št", "km", "del", "dela", "delu", "izvod", "odsek", "a", "b", "c"}
"""Words in lower case that may stand anywhere between names."""
_COMMON = re.compile(words.PLACE_NOUNS)
_NAMED_AFTER = re.compile(rf"(?:{words.STREET_HEADS}|Na|Ob|Pod|Pri|Za|Nad|V|Med)")
"""Behind which words of a street's own name follow in lower case: "Ulica padlih borcev", "Pod gradom"."""
MOST_NAMED_AFTER = 4
_BREATHS = re.compile(r"[,;(]|\s(?:in|ter|oziroma|ali)\s")
_PARTICIPLE = re.compile(r"(?:(?:en|an|jen|šen)[aeoi]|[aeiou]l[aeio]?|no|jo|mo)$")
"""How words end that are no nouns of a name: "zaprta", "bila", "ponovno"."""
_AGREEMENT = {
    "ega": r"[aui]$", "em": r"[ueom]$", "ih": r"(?:[aie]h|[^aeiou]|o)$", "im": r"[oe]m$", "i": r"(?:[^aeiou]|i|u)$",
    "e": r"(?:[ei]|[^aeiou])$", "a": r"(?:a|[^aeiou])$", "o": r"(?:o|e|jo|[^aeiou])$",
}  # fmt: skip
"""For the ending of an adjective, how its noun can end."""


Place = tuple[int, int, Case]
"""Where an area begins and ends in a text, and its case."""


def find_area(text: str, hidden: str) -> Area | None:
    """Find the area in a text; ``hidden`` is the same text with its times and what was read already hidden.

    >>> statement = "da bo na območju Jenkove ceste in Trga svobode motena dobava"
    >>> find_area(statement, statement)
    Area(text='Jenkove ceste in Trga svobode', case='gen')
    """
    for find in (
        _in_entry, _behind_head, _behind_kept, _behind_system, _behind_people, _street_around, _whole_street, _behind_bare,
        _through, _street, _behind_pri, _listed,
    ):  # fmt: skip
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
    """Find "v Starem trgu", "na državni cesti R3-696"; what is behind a name in "za Ravne na Koroškem" is its own."""
    place = _behind(_BARE, text, "loc")
    if place and re.match(r"[^\W\d_]{2,}o(?:\s|$)", text[place[0] : place[1]]):
        place = place[0], place[1], "acc"
    other = _behind_pri(text)
    return other if place and other and other[0] < place[0] < other[1] else place


def _behind_pri(text: str) -> Place | None:
    match = _PRI.search(text)
    return _behind(_PRI, text, _PRI_CASES[match["preposition"].lower()]) if match else None


def _through(text: str) -> Place | None:
    """Find "skozi Log", "za Kardeljev trg": a street behind such a word is in its case too."""
    place, street = _behind_pri(text), _STREET.search(text)
    return place if place and place[2] == "acc" and street and place[0] <= street.start() else None


def _in_entry(text: str) -> Place | None:
    """Find what a list's entry names behind its time and a colon."""
    match = _ENTRY.match(text)
    return (match.start("names"), match.end("names"), "nom") if match else None


def _behind_people(text: str) -> Place | None:
    """Find "prebivalci Starega trga"."""
    return _behind(_PEOPLE, text, "gen")


def _behind_system(text: str) -> Place | None:
    """Find "vodovodni sistem Log (Brdo, Dol)"."""
    place = _behind(_SYSTEM, text, "nom")
    match = _SYSTEM.search(text)
    return (match.start(), place[1], "nom") if match and place else None


def _whole_street(text: str) -> Place | None:
    """Find a street that is itself the subject: "V Dolu bo Gasilska ulica zaprta"."""
    match = _STREET.search(text)
    name = match and (match["behind"] or match["front"])
    named = match and re.fullmatch(_STREET_CASES[0][0], (name or "").lower())
    front = text[: match.start()].rstrip() if match else ""
    governed = re.search(rf"\b(?:{words.GOVERNING})$", front, re.I)
    place = _street(text) if named and not governed else None
    before = _NAMES_BEFORE.search(text[: place[0]]) if place else None
    return (before.start(), place[1], place[2]) if place and before else place


def fronted(text: str) -> Area | None:
    """Find the names before a colon at the beginning of an entry: "Log, Brdo: odvoz odpade".

    >>> fronted("Log, Stara vas: v torek")
    Area(text='Log, Stara vas', case='nom')
    """
    front, colon, _ = text.partition(":")
    if not colon or len(front) > LONGEST_FRONT or "§" in front or "¤" in front:
        return None
    parts = re.split(r",\s+|\s+(?:in|ter)\s+", front)
    return Area(front, "nom") if all(map(_LISTED_NAME.fullmatch, parts)) else None


def _listed(text: str) -> Place | None:
    """Find names behind a colon or a dash, and nothing else there."""
    for match in _LISTED.finditer(text):
        parts = re.split(r",\s+|\s+(?:in|ter)\s+", match["names"].rstrip(" ,"))
        if all(_LISTED_NAME.fullmatch(part) and not _STOP.match(part) for part in parts):
            return match.start("names"), match.start("names") + len(match["names"].rstrip(" ,")), "nom"
    return None


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
        if _closes(word, token.end(), text, previous) or _is_foreign(word, text, start, token.start()):
            break
        ended = _ends_sentence(word, text[token.end() : token.end() + 1])
        stop, previous = token.end() - ended, word
        if ended:
            break
    return stop - _loose(text[start:stop])


def _is_foreign(word: str, text: str, start: int, before: int) -> bool:
    """Tell whether a word in lower case belongs to what is said of the area, not to its names.

    Before the first name anything may stand ("celotni občini Dol"); behind one only nouns of places, numbers and
    prepositions, behind an adjective its noun, and behind the head of a street whatever the street is named after.
    """
    word = word.rstrip(".,:!?)")
    if not word.isalpha() or not word.islower() or word in _LINKS or _COMMON.fullmatch(word):
        return False
    breath = _BREATHS.split(text[start:before])[-1].split()
    name = [part for part in breath if part not in _PREPOSITIONS]
    capital = next((number for number, part in enumerate(name) if part[0].isupper() or part[0].isdigit()), None)
    if capital is None:
        return False
    if _NAMED_AFTER.fullmatch(name[capital]):
        return len(name) - capital > MOST_NAMED_AFTER or bool(_PARTICIPLE.search(word))
    return not _agrees(breath[-1], word)


def _agrees(adjective: str, noun: str) -> bool:
    """Tell whether two words have the endings of an adjective and its noun in one case."""
    if not adjective[:1].isupper() or _PARTICIPLE.search(noun):
        return False
    return any(adjective.endswith(ending) and re.search(pattern, noun) for ending, pattern in _AGREEMENT.items())


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
    if word[-1] in ":!?" or _RANGE_ENDS.fullmatch(word):
        return True
    return word.endswith(".") and (not following or (len(word) > 4 and not word[:-1].isdigit()))


_RANGE_ENDS = re.compile(r"\d+[a-z]?[–/-]\d+[a-z]?\.")
"""House numbers that end a sentence: "1–9."."""


def _loose(part: str) -> int:
    """Count the characters at the end of an area that belong to what follows: prepositions, commas."""
    kept = part.rstrip(" ,;:–-")
    while kept and (loose := _LOOSE.search(kept)):
        kept = kept[: loose.start()].rstrip(" ,;:–-")
    return len(part) - len(kept)
