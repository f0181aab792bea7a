"""Where: the part of a statement that names the area, as printed, and the case in which it stands."""

from __future__ import annotations

import re

from newsarchive.extract.notices import words
from newsarchive.extract.notices.areas.ends import end
from newsarchive.extract.notices.areas.kinds import Area, Place
from newsarchive.extract.notices.areas.lists import are_names, fronted, in_entry, is_when, listed
from newsarchive.extract.notices.areas.named import facility, lacking
from newsarchive.extract.notices.areas.streets import first_street, street, whole_street
from newsarchive.extract.places import CAPITAL, Case

__all__ = [
    "Area",
    "are_names",
    "facility",
    "find_area",
    "find_facility",
    "fronted",
    "is_headed",
    "is_street",
    "is_when",
]

_HEAD = re.compile(rf"\b(?:{words.AREA_HEADS})(?:\s*:\s*|\s+)(?=\S)", re.I)
_LINKED = re.compile(r"(?:,|\s(?:in|ter|sicer))\s+$")
_AFFECTED = re.compile(
    rf"\b(?:zadeva(?:jo|l[aoi]?)?|prizade(?:va|l[aoi]?|nejo|ne)|zajema(?:jo)?)\s+(?:tudi\s+)?(?={CAPITAL})"
)
_KEPT = re.compile(rf"\b(?:{words.KEPT_HEADS})\s+(?=\S)", re.I)
_BARE = re.compile(
    rf"\b(?:[Vv]|[Nn]a)\s+(?!Republik\w+\s|Slovenij\w)(?=(?:{CAPITAL}|(?:[a-zčšž]+\s+)?(?:delu|delih|središču|centru|jedru)\s+{CAPITAL}|(?:{words.FACILITIES})\s+(?:pri|ob|za|pred|pod|nad|nasproti)\s+(?:[a-zčšž]+\s+){{1,4}}{CAPITAL}|izvodu\s+{CAPITAL}|(?:\w+\s+){{0,2}}(?:cest[aeio]|pot[i]?|odseku)\s+(?:[A-Z]{{1,2}}\d|LC|JP|{CAPITAL})|sv\.|(?:vs(?:eh|ej|em)|celotn\w+)\s))"
)
_PRI = re.compile(
    rf"(?<!\bmost )(?<!\bmostu )(?<!\bmosta )(?<!\bMost )"
    rf"(?<!\b[Bb]rv )(?<!\b[Bb]rvi )\b(?P<preposition>(?i:pri|ob|med|skozi|za|po|čez|nad|pod"
    rf"|iz|mimo))\s+(?={CAPITAL}|naselj|ulic|cest)"
    rf"|\b(?P<past>(?i:mimo))\s+(?=(?:{words.FACILITIES})\s+(?:v|na|pri|ob)\s+{CAPITAL})"
)
_PRI_CASES: dict[str, Case] = {
    "pri": "loc",
    "ob": "loc",
    "po": "loc",
    "med": "ins",
    "iz": "gen",
    "mimo": "gen",
    "nad": "ins",
    "pod": "ins",
    "skozi": "acc",
    "za": "acc",
    "čez": "acc",
}
_PEOPLE = re.compile(
    rf"\b(?i:{words.PEOPLE})\s+(?=(?:(?:naselij|vasi|krajev|zaselkov|ulic)\s+)?(?!{words.NO_PLACES}){CAPITAL})"
)
_ANYBODY = re.compile(rf"\b(?i:{words.PEOPLE})")
_PEOPLE_AT = re.compile(rf"\b(?i:{words.PEOPLE})\s+(?:na|v|ob|pri)\s+(?=(?!{words.NO_PLACES}){CAPITAL})")
_ALSO = re.compile(rf"\b(?:[Ee]nako|[Ii]sto)\s+velja\s+(?:tudi\s+)?za\s+(?={CAPITAL})")
_SYSTEM = re.compile(rf"\b(?:vodovodn\w+\s+(?:sistem|omrežj)\w{{0,3}}|vodovod[au]?)\s+(?={CAPITAL})")
_STATION = re.compile(rf"\b{words.STATION}\s+(?={CAPITAL}|\d)")
_SUPPLIED = re.compile(r"\s\([^()]+\)$|,\s(?:celotn\w+\s|del\s)?(?:naselj|vas|zasel|ulic)\w*\s")
"""How the places of a station are told behind its name."""
_STRETCH = re.compile(
    r"(?:\b(?:cest[aeo]|pot|ulic[aeo]|vozišč[aeu]|odsek[au]?)\s+(?=od\s+[a-zčšž][^.§¤,;:]{2,50}\sdo\s+[a-zčšž])"
    rf"|\b(?=od\s+{CAPITAL}[^.§¤,;:]{{2,40}}\sdo\s+{CAPITAL}))(?P<stretch>od\s[^.§¤,;:]+)"
)
_NAME = re.compile(rf"{CAPITAL}|\d|\bsv\.")
_MIXED = re.compile(rf"\s(?:in|ter)\s+(?:na|v|ob|pri)\s+{CAPITAL}")
"""How a list goes on with a place of another kind: "v soseski Log in na Vrtni ulici"."""
_NOMINATIVE = re.compile(words.NOMINATIVE_HEADS, re.I)


def find_area(text: str, hidden: str) -> Area | None:
    """Find the area in a text; ``hidden`` is the same text with its times and what was read already hidden.

    >>> statement = "da bo na območju Jenkove ceste in Trga svobode motena dobava"
    >>> find_area(statement, statement)
    Area(text='Jenkove ceste in Trga svobode', case='gen')
    """
    for find in (
        in_entry, _behind_station, _whole_places, _stretch, _around_head, _behind_head,
        _behind_kept, _behind_system, _behind_people, _street_around,
        _affected, whole_street, lacking, _behind_bare, _through, street, _behind_pri, listed, _at_station, facility,
    ):  # fmt: skip
        place = find(hidden)
        if place:
            start, stop, case = _with_grounds(hidden, place)
            stop = _unbracketed(text, start, stop)
            return Area(text[start:stop], case)
    return None


def _with_grounds(text: str, place: Place) -> Place:
    """Give the house or grounds whose name ends with a place: "parkirišče pri dvorani v Logu"."""
    grounds = facility(text)
    return grounds if grounds and grounds[0] < place[0] and place[1] <= grounds[1] else place


def _unbracketed(text: str, start: int, stop: int) -> int:
    """Give where an area ends that stands in brackets itself."""
    bracket = text.find(")", start, stop)
    return bracket if bracket > 0 and "(" not in text[start:bracket] else stop


def find_facility(text: str, hidden: str) -> Area | None:
    """Find the house or grounds that a text names, though it may be who announces."""
    place = facility(hidden)
    return Area(text[place[0] : place[1]], place[2]) if place else None


def _whole_places(text: str) -> Place | None:
    """Find "naselja Log, Brdo in Dol", which may go on with where all of them lie."""
    match, head = first_street(text), _HEAD.search(text)
    return street(text) if match and match["whole"] and head and match.start() < head.start() else None


def is_headed(text: str) -> bool:
    """Tell whether a text names an area behind "na območju" and the like."""
    return bool(_behind_head(text) or _behind_kept(text))


def is_street(text: str) -> bool:
    """Tell whether a text begins with a street."""
    match = first_street(text)
    return bool(match and match.start() == 0)


def _behind_head(text: str) -> Place | None:
    """Find "na območju …", "v naselju …"."""
    kept = _behind_kept(text)
    for match in _HEAD.finditer(text):
        if kept and kept[0] < match.start() < kept[1]:
            return kept
        stop = end(text, match.end())
        if stop > match.end():
            if not _NAME.search(text, match.end(), stop):
                return match.start() + len(match[0].split()[0]) + 1, stop, "loc"
            if _MIXED.search(text, match.end(), stop) and ":" not in match[0]:
                return match.start() + len(match[0].split()[0]) + 1, stop, "loc"
            named = ":" in match[0] or bool(_NOMINATIVE.search(match[0]))
            return match.end(), stop, "nom" if named else "gen"
    return None


def _around_head(text: str) -> Place | None:
    """Find a list that begins before such words, or names streets in brackets: "na Vrtni ulici in v naselju Log"."""
    place, way = _behind(_BARE, text, "loc"), first_street(text)
    head = _HEAD.search(text) or _KEPT.search(text)
    if place is None:
        return None
    inside = head and place[0] < head.start() < place[1] and _LINKED.search(text[place[0] : head.start()])
    bracket = way and not head and place[0] < way.start() < place[1] and "(" in text[place[0] : way.start()]
    return place if inside or bracket else None


def _behind_kept(text: str) -> Place | None:
    """Find "na odseku …"."""
    match = _KEPT.search(text)
    stop = end(text, match.end()) if match else 0
    way = street(text) if match and re.match(r"(?:od|med)\s[a-zčšž]|v\s", text[match.end() : match.end() + 6]) else None
    if match and way and way[0] < match.start() < way[1]:
        return way
    return (match.start(), stop, "nom") if match and stop > match.end() else None


def _behind_bare(text: str) -> Place | None:
    """Find "v Starem trgu", "na državni cesti R3-696"; what is behind a name in "za Ravne na Koroškem" is its own."""
    place = _fullest(text)
    if place and re.match(r"[^\W\d_]{2,}o(?:\s|$)", text[place[0] : place[1]]):
        place = place[0], place[1], "acc"
    other = _behind_pri(text)
    return other if place and other and other[0] < place[0] < other[1] else place


def _fullest(text: str) -> Place | None:
    """Give the first place behind "v" or "na", or a later list that begins with it: "v Logu …, v Logu in Dolu …"."""
    first = _behind(_BARE, text, "loc")
    if first is None:
        return None
    name = text[first[0] : first[1]]
    again = text.find(f"{name}, ", first[1])
    stop = end(text, again) if again > 0 else 0
    return (again, stop, "loc") if stop > again + len(name) + 2 else first


def _behind_pri(text: str) -> Place | None:
    match = _PRI.search(text)
    return _behind(_PRI, text, _PRI_CASES[(match["preposition"] or match["past"]).lower()]) if match else None


def _through(text: str) -> Place | None:
    """Find "skozi Log", "za Kardeljev trg": a street behind such a word is in its case too."""
    place, match = _behind_pri(text), first_street(text)
    return place if place and place[2] == "acc" and match and place[0] <= match.start() else None


def _behind_station(text: str) -> Place | None:
    """Find a transformer station with the places that it supplies: "TP Log 2 (Log, Brdo)", "TP Log, naselje Brdo"."""
    match = _STATION.search(text)
    stop = end(text, match.start()) if match else 0
    return (match.start(), stop, "nom") if match and _SUPPLIED.search(text[match.start() : stop]) else None


def _at_station(text: str) -> Place | None:
    """Find a transformer station that is all a text names."""
    match = _STATION.search(text)
    stop = end(text, match.start()) if match else 0
    return (match.start(), stop, "nom") if match and stop > match.end() else None


def _stretch(text: str) -> Place | None:
    """Find a stretch of a road without a name: "cesto od gostilne Pri Logu do mostu", "od Loga do Brda"."""
    match, way = _STRETCH.search(text), first_street(text)
    match = None if match and way and way.start() < match.start("stretch") else match
    stop = end(text, match.start("stretch")) if match else 0
    return (match.start("stretch"), stop, "gen") if match and stop else None


def _affected(text: str) -> Place | None:
    """Find what something affects: "izklop zadeva Log in Brdo"."""
    return _behind(_AFFECTED, text, "acc") or _behind(_ALSO, text, "acc")


def _behind_people(text: str) -> Place | None:
    """Find "prebivalci Starega trga", "naročniki na Brdu"."""
    people, at = _ANYBODY.search(text), _PEOPLE_AT.search(text)
    first = people and at and people.start() == at.start()
    return _behind(_PEOPLE, text, "gen") or (_behind(_PEOPLE_AT, text, "loc") if first else None)


def _behind_system(text: str) -> Place | None:
    """Find "vodovodni sistem Log (Brdo, Dol)"."""
    place = _behind(_SYSTEM, text, "nom")
    match = _SYSTEM.search(text)
    return (match.start(), place[1], "nom") if match and place else None


def _behind(pattern: re.Pattern[str], text: str, case: Case) -> Place | None:
    match = pattern.search(text)
    stop = end(text, match.end()) if match else 0
    return (match.end(), stop, case) if match and stop > match.end() else None


def _street_around(text: str) -> Place | None:
    """Find a street whose own name holds a preposition: "Cesta v Log"."""
    match = first_street(text)
    bare = _BARE.search(text)
    place = street(text) if match and bare and (match["behind"] or match["front"]) else None
    return place if place and bare and place[0] < bare.start() < place[1] else None
