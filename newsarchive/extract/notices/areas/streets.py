"""Streets and roads that are named without a preposition."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.extract.notices import words
from newsarchive.extract.notices.areas.ends import end
from newsarchive.extract.notices.areas.kinds import Place
from newsarchive.extract.places import CAPITAL, Case

_ROADS = "[Ll]okaln|[Jj]avn|[Dd]ržavn|[Rr]egionaln|[Oo]bčinsk"
"""How the kinds of numbered roads begin."""
_CAPITAL_WORD = rf"(?!(?:Na|V|Ob|Pri|Po)\s+[a-z])(?!(?:{_ROADS})\w*\s)(?!(?i:{words.STOP})){CAPITAL}[\w-]*"
_STREET = re.compile(
    rf"(?:(?:{_CAPITAL_WORD}\s+){{1,3}}(?P<behind>(?![A-ZČŠŽ])(?:{words.STREET_HEADS}))\b"
    rf"|\b(?P<front>(?=[A-ZČŠŽ])(?:{words.STREET_HEADS}))\s+(?!(?i:{words.STOP}))\w"
    rf"|\b(?:(?:{_ROADS})\w+\s+)?(?P<road>cest[aeio]|pot[i]?)\s+(?:[A-Z]{{1,2}}\d|LC|JP|{CAPITAL}\w+\s?[–-]|{CAPITAL}\w+\s\w+\s?[–-]\s?{CAPITAL})"
    rf"|\b(?P<whole>(?:del\s+)?(?:naselj[eai]|območj[ea]|zaselek|vas))\s+(?:TP\s|{CAPITAL})"
    rf"|\b(?P<mark>(?:LC|JP|[GR]\d)[\s-]?\d))"
)
_ENDS = re.compile(rf"\s+{CAPITAL}[^\W\d_A-ZČŠŽ]")
"""What stands behind "cesta" where the names of its ends follow, and no number."""
_ANY = re.compile(
    r"cest|ulic|trg|pot|stez|nasel|nabre|drevor|most|preh|klan|obal|obmo|zasel|\bvas|\b[GR]\d|JP|LC", re.I
)
"""What stands in every text that names one."""
_STREET_CASES: tuple[tuple[str, Case], ...] = (
    (r"(?:cesta|ulica|steza|obala|pot|trg|naselje|nabrežje|most|drevored|prehod|klanec)$", "nom"),
    (r"(?:ceste|ulice|steze|obale|poti|trga|naselja|nabrežja|mosta|mostu|drevoreda|prehoda|klanca)$", "gen"),
    (r"(?:cesto|ulico|stezo|obalo)$", "acc"),
    (r"", "loc"),
)
_GOVERNED = re.compile(rf"\b(?:{words.GOVERNING})$", re.I)
_NAMES_BEFORE = re.compile(rf"(?<=[a-zčšž]\s)(?:{CAPITAL}[\w-]*(?:\s[\w-]+)?(?:,\s|\s(?:in|ter)\s)){{1,12}}$")
"""Names before a street that are told in one breath with it: "Log, Brdo, Vrtna ulica"."""


@lru_cache(maxsize=64)
def first_street(text: str) -> re.Match[str] | None:
    """Find the first street or numbered road of a text."""
    return _STREET.search(text) if _ANY.search(text) else None


def street(text: str) -> Place | None:
    """Find a street or a numbered road that is named without a preposition: "Gasilska ulica bo zaprta"."""
    match = first_street(text)
    if match is None:
        return None
    if match["whole"]:
        start = match.end("whole") + 1
        return start, end(text, start), "gen" if "območj" in match["whole"] else "nom"
    stop = end(text, match.start())
    head = match["behind"] or match["front"] or match["road"] or ""
    case = next(case for pattern, case in _STREET_CASES if re.search(pattern, head.lower()))
    return (match.start(), stop, case) if stop > match.start() else None


def whole_street(text: str) -> Place | None:
    """Find a street that is itself the subject: "V Dolu bo Gasilska ulica zaprta"."""
    match = first_street(text)
    between = match and match["road"] and _ENDS.match(text, match.end("road"))
    name = match and (match["behind"] or match["front"] or (between and match["road"]))
    named = match and re.fullmatch(_STREET_CASES[0][0], (name or "").lower())
    if not match or not named:
        return None
    before = _NAMES_BEFORE.search(text[: match.start()])
    start = before.start() if before else match.start()
    place = None if _GOVERNED.search(text[:start].rstrip()) else street(text)
    return (start, place[1], place[2]) if place else None
