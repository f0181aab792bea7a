"""The places of a notice, one by one and in the nominative, as far as the form of a name tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.extract.places.forms import nominative, noun
from newsarchive.extract.places.houses import housed
from newsarchive.extract.places.lexicon import STREETS, Case
from newsarchive.extract.places.roads import joined, road, station_named

__all__ = ["Case", "housed", "nominative", "places_of", "station"]

CAPITAL = r"[^\W\d_a-zčšžćđ]"
GENERIC = (
    r"naselj(?:e|a|u|i|ema|ih)|naselij|vasi?(?=\s)|vaseh|krajih?|kraj(?:u|a|ev)|zaselk(?:a|ov|u|ih)|ulic(?:a|i|e|ah)?|cest(?:i|ah)?"
    r"|(?:distribucijsk\w+\s+)?enot\w|nadzorništv\w|[Mm]estn\w+\s+občin(?:e|i|a|o)|(?:mestn|četrtn)\w+\s+(?:četrt|skupnost)(?:i|ih)?|občin(?:e|i|ah)?|mest(?:a|u|ih)?|krajevn(?:e|i|ih)\s+skupnost(?:i|ih)?|sosesk(?:e|i|ah)"
)
"""Words for a kind of place: a name behind one is printed in the nominative."""
_GENERIC = re.compile(rf"(?:{GENERIC}|Naselj[eai]|Vasi?|Območje|Zaselek|Občin[aeio])\s+(?={CAPITAL})")
_PARTS = re.compile(
    rf"\s*[,;]\s+(?:ter\s+|in\s+|ali\s+)?|\s+(?:in|ter|ali|oziroma|oz\.)\s+(?=(?:na|v|pri|ob|del\w*|celotn\w+|vs(?:a|e|i|eh))\s|okolic\w+"
    rf"|(?:{GENERIC})\s|{CAPITAL}|sv\.|[a-zčšž]{{4,}}\s(?:(?:v|na|čez)\s)?{CAPITAL})"
)
_MILES = re.compile(r",?\s+(?:(?:v|na|od|med)\s+)?km\s\d.*$")
_SPELLED = re.compile(r"transformatorsk\w+\s+postaj\w{1,2}(?!\s+TP)")
_SUPPLIED = re.compile(rf"(?:TP|postaj\w{{1,2}})\s[^()]*\((?=(?:del\s|naselj\w+\s|vasi?\s)?{CAPITAL})([^()]+)\)\s*$")
"""A station, and in brackets what it supplies."""
_UNIT = re.compile(r"(?:distribucijsk\w+\s+)?enot\w\s|nadzorništv\w\s")
"""A part of a keeper of a network, which is named after where it is."""
_KEEPER = re.compile(r"(?:Elektr[ao]|Komunal[ae]|Vodovoda?|Direkcij[ae])\s")
"""How the name of a body begins: what it keeps is no place."""
_IN_COMMUNITIES = re.compile(rf"\s+v\s+(?=občin(?:i|ah)\s{CAPITAL}[^,]*(?:,|\sin\s))")
"""Between a system and the communities that it supplies."""
_NO_PLACE = re.compile(r"(?:izvod|\d\.\s?[A-ZČŠŽ]{2}\w*|[Oo]d\s+km|[Dd]o\s+km|km|parc\.|k\.\s?o\.)\b")
"""How a part begins that names a cable or a mile: no place."""
ROADS = r"(?:državn|regionaln|glavn|lokaln|občinsk|gozdn|javn)\w*"
_GOVERNORS: tuple[tuple[re.Pattern[str], Case | None], ...] = (
    (re.compile(r"(?:na\s+)?(?:(?:širše|celotne|ožje)(?:m|ga)\s+)?(?:območj(?:u|ih|a)|predel(?:u|ih))\s+"), "gen"),
    (re.compile(r"(?:(?:v|na)\s+)?(?:[Dd]el[au]?|center|centru|centra|okolic[aie])\s+"), "gen"),
    (re.compile(rf"(?:vs(?:eh|em|ej|a|e)|celotn\w+)\s+(?={CAPITAL}|naselj|vas|občin)"), None),
    (re.compile(rf"(?:severn|južn|vzhodn|zahodn|osrednj|zgornj|spodnj)\w{{1,3}}\s+(?={CAPITAL})"), None),
    (re.compile(r"(?:sicer\s+)?za\s+(?:objekte?|stavbe)\s+"), "nom"),
    (re.compile(r"izvod[aui]?\s+"), "nom"),
    (re.compile(r"(?:[a-zčšž-]+\s+)?coni\s+"), "nom"),
    (re.compile(r"(?:[Kk]rižišč|[Kk]rožišč|[Oo]dcep|[Pp]riključ)\w*\s+"), "gen"),
    (re.compile(rf"(?:[a-zčšž]+\s+){{1,5}}(?:v|na|pri|ob)\s+(?={CAPITAL})"), "loc"),
    (re.compile(r"(?:v|na|pri|ob|po)\s+(?!\d)"), "loc"),
    (re.compile(rf"(?:za|skozi|čez)\s+(?={CAPITAL})"), "acc"),
    (re.compile(r"(?:vodovodn\w+\s+)?(?:sistem|vodovod|omrežj)\w{0,3}\s+"), "nom"),
    (re.compile(r"(?:transformatorsk|trafo)\w*\s?postaj(?:ah)?\s+"), "nom"),
    (re.compile(r"(?:od|do)\s+"), "gen"),
    (re.compile(r"med\s+"), "ins"),
    (re.compile(rf"(?:{ROADS}\s+)?(?:cest(?:a|e|i|o)|poti?)\s+(?=[A-Z]{{1,2}}\d|LC|JP|\d)"), None),
    (re.compile(r"(?:LC|JP|LZ|LK|[GRHA]\d)(?![^\W\d])[\s-]*[\d/-]*\s*(?:na\s+odseku\s+|odsek\s+)?"), "nom"),
    (re.compile(r"(?:[Nn]a\s+)?(?:[Oo]dsek(?:u|ih|a)?|relacij[iae])\s+(?:\d+\s+)?"), "nom"),
    (re.compile(rf"Cest(?:a|e|i|o)\s+(?={CAPITAL}[^,\d]*–\s?{CAPITAL})"), "nom"),
    (re.compile(rf"(?:{ROADS}\s+)?(?:smer(?:i|eh)?|cest(?:a|e|i|o)|javn\w+\s+pot\w?)\s+(?=[^,]*[–-])"), "nom"),
)  # fmt: skip
"""What stands before a name, and the case in which the name is then printed (None: it says nothing of it)."""
_OF_WHOLE = re.compile(r"(?:[Dd]el[au]?|center|centr[ua]|okolic[aie])\s")
"""What governs only the name that follows, in a list in the nominative: "Log, del Spodnjega Dola, Stara vas"."""
_KEPT = re.compile(r"(?:KS|MČ|ČS|PŠ|OŠ)\s")
"""A name behind such an abbreviation is printed in the nominative."""
_NUMBERS = re.compile(
    r"\s+(?:(?:(?:od\s+)?(?:št\.|hišn\w+\s+št|(?:hišn\w+\s+)?številk\w+)|h\.\s?š\.).*|(?:od\s+)?\d+\s?[a-z]?(?:\s*(?:[–/-]"
    r"|do|in|ter)\s*\d+\s?[a-z]?)?)$",
    re.I,
)
_BOUNDS = re.compile(
    rf"(?<=\b(?:cest|ulic)[aeio])(?:\s(?:v|na)\s{CAPITAL}\w+(?:\s{CAPITAL}?\w+)?)?\s+(?:med\s+[^,;]{{2,80}}?\s+in|od\s+(?!št|\d)[^,;]{{2,80}}?\s+do)\s+[^,;]+"
    r"|(?<=\btrga)\s+med\s+[^,;]+"
)
"""Between which others a street is meant: "Kidričeva cesta med Titovim trgom in Šaleško cesto"."""
_HEADS_OF_STREETS = (
    r"cest[aeio]|ulic[aeio]|trg[au]?|trgom|pot[i]?|potjo|naselj[eau]|nabrežj[eau]|drevored[au]?|klan(?:ec|c[au])"
    r"|stez[aeio]"
)
_NO_PREPOSITION = r"(?!(?:v|na|pri|ob|od|do|pod|nad|za|čez|skozi|proti|med|pred)\s)"
_COMPLEMENT = re.compile(
    rf"(?P<street>(?:{CAPITAL}[\w-]*\s+){{1,3}}(?:{_HEADS_OF_STREETS})"
    rf"|(?:Ulic|Cest|Trg|Pot|Stez|Naselj)\w*(?:\s+(?:(?:v|na|pri|ob|pod|nad|za|čez"
    rf"|k)\s+)?{_NO_PREPOSITION}\S+(?:\s+{_NO_PREPOSITION}\S+){{0,4}})"
    rf"|(?:Na|Ob|Pod|Za|Nad|Pri)\s+\S+)(?:\s+\d[\w\s,–-]*?)?\s+(?:v|na|pri|ob|od|do|pod|nad|za|čez|skozi|proti"
    rf"|med|pred)\s+(?!št)\D.*$"
)
"""Behind a street's name: in which town it lies, or which part of it is meant."""
_LYING_IN = re.compile(r"(?<=\w)\s+v\s+(?:krajevni\s+skupnosti|(?:mestni\s+)?občini|mestni\s+četrti)\s+[^,;]*$")
"""In which community the places of a list lie."""
_IN_TOWN = re.compile(
    rf"{CAPITAL}[\w-]+(?:\s{CAPITAL}[\w-]+)?\s+(?:na|po|ob)\s+(?=(?:{CAPITAL}[\w-]*\s+){{1,3}}(?:{_HEADS_OF_STREETS})\b)"
)
"""In which town a street lies that is named behind it."""
_IN_BRACKETS = re.compile(rf"(?:sistem|vodovod)\w*\s[^()]*\((?=(?!TP)(?:naselj\w+\s+|vasi?\s+)?{CAPITAL})([^()]+)\)")
"""A system that supplies places, and those in brackets."""
_BRACKETS = re.compile(r"\s*[(»][^()]*[)«]")
_SHORTENED = {
    re.compile(r"\bUl\.\s?(?=[^\W\d_a-zčšž])"): "Ulica ",
    re.compile(r"\bC\.\s?(?=[^\W\d_a-zčšž]|\d+\.\s)"): "Cesta ",
}
"""Heads of streets that are cut short, and their whole words."""
_STREETS = re.compile(rf"\((?=[^()]*\b(?:cesta|ulica|trg|pot|Cesta|Ulica|Trg|Pot)\b)({CAPITAL}(?:[^()\d]|\d+\.\s)*)\)")
"""Which streets of a town are meant: "v Dolu (Vrtna ulica, Stari trg)"."""
_BETWEEN = re.compile(r"\s+(?:[–-]|do)\s+(?=\D)|\s*–\s*|(?<=\w)-(?=[A-ZČŠŽ])")
_WAY = re.compile(r"odsek|relacij|cest|smer|\bLC|\bJP|\bmed\b|\bpot")
"""What tells that a name with a dash is the two ends of a way, not one of its own."""
_ADJECTIVE = re.compile(r"(?:nj|ik|al|ar|ov|ev|sk|šk|n)(?:a|e|i|o|ega|em|ih|im|imi)$")
"""How a street's name ends whose head is printed only with a later one."""
_PAIRED = re.compile(
    r"(?:Zgornj|Spodnj|Gornj|Dolnj|Gorenj|Dolenj|Velik|Mal|Star|Nov|Srednj)(?:em|ega|ih|i|e|a|o|im|imi)"
)
"""An adjective before the same noun's second: "v Zgornjem in Spodnjem Logu"."""
MOST = 60
"""A longer list of places is cut off."""
LONGEST = 2_000
"""Characters; so is a longer area."""


def places_of(area: str, case: Case = "gen") -> list[str]:
    """Give the places of an area that is printed in a case; what is no name is left out.

    >>> places_of("Jenkove ceste, Ceste talcev in Prešernove ceste")
    ['Jenkova cesta', 'Cesta talcev', 'Prešernova cesta']
    >>> places_of("Trga mladosti, Stare vasi in KS Gorica")
    ['Trg mladosti', 'Stara vas', 'KS Gorica']
    >>> places_of("Ul. Ane Log in C. 4. julija")
    ['Ulica Ane Log', 'Cesta 4. julija']
    >>> places_of("Dolenji vasi in na Gorenjem Vrhu", "loc"), places_of("na odseku Jelendol–Brdo")
    (['Dolenja vas', 'Gorenji Vrh'], ['Jelendol', 'Brdo'])
    """
    whole = joined(_written_out(" ".join(area[:LONGEST].split())))
    supplied = _IN_BRACKETS.search(whole)
    if supplied:
        return places_of(supplied[1], "nom")
    stations = _SUPPLIED.search(whole)
    if stations:
        return list(filter(None, (station_named(stations[0]), *places_of(stations[1], "nom"))))
    streets = [name for match in _STREETS.finditer(whole) for name in places_of(match[1], "nom")]
    named = dict.fromkeys([*_named(_BOUNDS.sub("", _BRACKETS.sub(" ", whole)), case), *streets])
    return list(named)[:MOST]


def station(area: str) -> str | None:
    """Give the transformer station that is all an area names.

    >>> station("transformatorske postaje Log šola"), station("TP Log, naselje Log")
    ('transformatorska postaja Log šola', None)
    """
    alone = _SPELLED.match(area) and "," not in area
    return _SPELLED.sub("transformatorska postaja", area.strip(" .,")) if alone else None


def _written_out(area: str) -> str:
    """Write out heads of streets that are cut short, and part what is named in one breath: "Ul. Ane Log"."""
    area = _IN_COMMUNITIES.sub(", ", area)
    for short, whole in _SHORTENED.items():
        area = short.sub(whole, area)
    return area


def _named(area: str, case: Case) -> Iterator[str]:
    area = _LYING_IN.sub("", area)
    parts = [_street_alone(part) for part in _PARTS.split(area) if part][:MOST]
    for number, part in enumerate(parts):
        unit = _UNIT.match(part)
        told = None if unit else road(_MILES.sub("", part)) or station_named(part) or housed(part, case)
        if told:
            yield told
        if told or (number and _NO_PLACE.match(part)) or _KEEPER.match(part):
            continue
        name, own = _name_and_case(_MILES.sub("", part), case)
        case = case if case == "nom" and _OF_WHOLE.match(part) else own
        house = housed(name, own)
        if house:
            yield house
            continue
        name = _NUMBERS.sub("", name).strip(" .,:;–-")
        if not re.match(rf"(?:{CAPITAL}|sv\.\s|\d+\.\s)", name):
            continue
        if _KEPT.match(name):
            yield name
        elif len(ends := _BETWEEN.split(name)) > 1 and not (own == "nom" and " - " in name and not _WAY.search(area)):
            yield from (nominative(end, own) for end in ends if re.match(CAPITAL, end))
        else:
            yield _named_street(name, parts[number + 1 :], own) or nominative(name, own)


def _street_alone(part: str) -> str:
    """Leave away in which town a street lies, and which part of it is meant."""
    return _COMPLEMENT.sub(lambda match: match["street"], _IN_TOWN.sub("", part, count=1))


def _name_and_case(part: str, case: Case) -> tuple[str, Case]:
    """Take off what stands before a name; give the name and its case, which holds for the next name too."""
    moved = True
    while moved:
        moved = False
        for pattern, governed in _GOVERNORS:
            match = pattern.match(part)
            if match:
                part, case, moved = part[match.end() :], governed or case, True
    generic = _GENERIC.match(part)
    if generic:
        return part[generic.end() :], "nom"
    return part, case


def _named_street(name: str, following: list[str], case: Case) -> str | None:
    """Give an adjective the street that only a later name prints: "Jenkove in Prešernove ceste"."""
    if " " in name or not _ADJECTIVE.search(name):
        return None
    if (
        _PAIRED.fullmatch(name)
        and following
        and following[0].count(" ") == 1
        and _agrees(name, following[0].split()[0])
    ):
        return nominative(f"{name} {following[0].split()[1]}", case)
    for later in following:
        words = _NUMBERS.sub("", later).split()
        if len(words) == 1 and not _ADJECTIVE.search(words[0]):
            return None
        head = words[-1] if len(words) == 2 else ""
        if head and head[0].islower() and (case == "nom" or noun(head, case)[0] in STREETS):
            return nominative(f"{name} {head}", case) if _agrees(name, words[0]) else None
    return None


def _agrees(one: str, other: str) -> bool:
    """Tell whether two adjectives have the ending of one gender and case."""
    return one[-1] == other[-1] and other[:1].isupper()
