"""What stands right behind a name: "…, roj. Zajc, p. d. Kovač (1932–2026), star 93 let, iz Podgaja"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from newsarchive.dates import find_dates
from newsarchive.extract.obituaries.ages import age_at
from newsarchive.extract.obituaries.given import GIVEN
from newsarchive.extract.obituaries.homes import home_at, home_line
from newsarchive.extract.obituaries.names import reading_case
from newsarchive.extract.obituaries.places import address_at, is_person
from newsarchive.extract.obituaries.relatives import FINITE
from newsarchive.extract.obituaries.words import (
    APPOSITION,
    BARE,
    BORN,
    BORN_AT,
    BRACKETED,
    DEGREE,
    DIED,
    ENTRY,
    HOUSE,
    HOUSE_NAME,
    JUNIOR,
    LINED,
    MAIDEN,
    PAIR,
    YEAR,
)

Facts = dict[str, Any]
"""Fields of an obituary that were found, by name."""
Part = tuple[Facts, int]
"""The facts of a part, and the place behind it."""
PATTERNS = (PAIR, BORN_AT, BORN, DIED, BRACKETED, MAIDEN, HOUSE, ENTRY, BARE, JUNIOR, DEGREE)
"""What can stand behind a name, in any order and number, besides an age and a residence."""
_GAP = re.compile(r"[\s,;:()–-]*(?:in\s+)?")
_END = re.compile(r"[ \t]*[,)]?[ \t]*(?:\n|$)|\)|[ ]–|,[ ]pogreb")
_BEFORE_NAME = re.compile(r"\d{1,3}-letn\w+\s+(?:[a-zčšž]+\s+){0,3}[A-ZČŠŽ]")
_MORE = re.compile(r",?\s+[(*†]?(?:star[aieo]?|roj\w*|umrl[aio]?|\d|v\s+\d|p\.\s?d\.|po\s+domače)")
_AGE_BEFORE = re.compile(r"\d[ ]let,[ ]$")
_AGED = re.compile(r",[ ]\d{1,3}[ ]let\b|[ ]\(\d{2,4}")
_STOP = re.compile(r"\.(?:\s|$)")
_COMMA = re.compile(r"[,\n]")
_FROM = re.compile(r"\b(?:doma\s+)?(?:iz|s|z)\s+(?=[A-ZČŠŽ])")
_LONGEST_LIFE = 125


def read_tail(text: str, start: int) -> tuple[Facts, int]:
    """Read what stands right behind a name; give the facts, and the place behind them.

    >>> read_tail("Ana Primer, roj. Zajc, iz Podgaja.", 10)
    ({'residence': 'Podgaj', 'maiden_name': 'Zajc'}, 33)
    """
    facts: Facts = {}
    while True:
        gap = _GAP.match(text, start)
        place = gap.end() if gap else start
        part = (
            _part(text, place)
            or (_entry(text, place) if _COMMA.search(text[start:place]) else None)
            or _apposed(text, start)
            or _lined(text, start)
        )
        if part is None:
            return facts, start
        facts = {**part[0], **facts}
        start = part[1]


def _part(text: str, start: int) -> Part | None:
    """Read one part: dates, a name, an age or a residence."""
    matches = (pattern.match(text, start) for pattern in PATTERNS)
    found = next((match for match in matches if match), None)
    if found:
        return facts_of(found), found.end()
    age = age_at(text, start)
    if age and not _BEFORE_NAME.match(text, start):
        return {"age": age[0]}, age[2]
    home = home_at(text, start) or home_line(text, start)
    if home:
        return {"residence": home.text}, home.stop
    house = house_name(text, start)
    return ({}, house) if house else None


def house_name(text: str, start: int) -> int | None:
    """Give the place behind the name of a house and the first name that goes with it ("Kovačeva Micka")."""
    match = HOUSE_NAME.match(text, start)
    return match.end() if match and match["house"].casefold() not in GIVEN else None


def _apposed(text: str, start: int) -> Part | None:
    """Read what stands in or behind an apposition: "…, upokojeni rudar iz Podgaja", "…, učiteljica, 1950–2026"."""
    who = APPOSITION.match(text, start)
    if who is None:
        return None
    home = _home_of(text, who)
    if home:
        return home if home[1] <= who.end() + 40 else None
    gap = _GAP.match(text, who.end())
    if gap is None or text[who.end()] == ".":
        return None
    return _part(text, gap.end()) or (_entry(text, gap.end()) if "," in gap[0] else None)


def _lined(text: str, start: int) -> Part | None:
    """Read a line that tells what somebody was, and where from: "upokojeni rudar iz Podgaja"."""
    who = LINED.match(text, start)
    if who is None or FINITE.search(who["who"]):
        return None
    gap = _GAP.match(text, who.end())
    return _home_of(text, who) or (_part(text, gap.end()) if gap else None)


def _home_of(text: str, who: re.Match[str]) -> Part | None:
    """Read the residence inside the words that tell what somebody was."""
    leads = _FROM.finditer(text, who.start("who"), who.end())
    home = next((home for lead in leads if (home := home_at(text, lead.start()))), None)
    return ({"residence": home.text}, home.stop) if home else None


def _entry(text: str, start: int) -> Part | None:
    """Read what lists print without a word for it, up to the end of the line: a year of birth, an address."""
    year = YEAR.match(text, start)
    if year:
        return facts_of(year), year.end()
    place = address_at(text, start)
    return ({"residence": place.text}, place.stop) if place and _is_entry(text, start, place.stop) else None


def _is_entry(text: str, start: int, stop: int) -> bool:
    """Tell whether an address ends its line, and has a number or stands behind other facts."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if _AGED.match(text, stop) and not is_person(text[start:stop]):
        return True
    housed = bool(re.search(r"\d", text[start:stop])) and bool(_STOP.match(text, stop) or _MORE.match(text, stop))
    ended = _END.match(text, stop) or (_AGE_BEFORE.search(line) and _STOP.match(text, stop))
    return housed or (bool(ended) and bool(re.search(r"\d", line + text[start:stop])))


def facts_of(match: re.Match[str]) -> Facts:
    """Give the facts that a pattern found."""
    groups = match.groupdict()
    facts: Facts = {name: read(groups[name]) for name, read in READERS.items() if groups.get(name)}
    told = {"age" if name in ("bare", "aged") else name: value for name, value in facts.items() if value is not None}
    return told if is_life(told) else {}


def is_life(facts: Facts) -> bool:
    """Tell whether nobody died before the birth, or after more years than anybody has lived."""
    if "born" not in facts or "died" not in facts:
        return True
    return 0 <= int(facts["died"][:4]) - int(facts["born"][:4]) <= _LONGEST_LIFE


def merged(one: Facts, other: Facts) -> Facts:
    """Give all facts of two: the first is trusted, unless the other tells the day of its year.

    >>> merged({"born": "1932", "age": 93}, {"born": "1932-02-01", "age": 94})
    {'born': '1932-02-01', 'age': 93}
    """
    finer: Facts = {
        name: other[name]
        for name in ("born", "died")
        if name in one and len(other.get(name, "")) > len(one[name]) and other[name].startswith(one[name])
    }
    return {**other, **one, **finer}


@lru_cache(maxsize=1024)
def day_of(text: str) -> str | None:
    """Give a day or a year as printed in ISO 8601.

    >>> day_of("3. maja 1940"), day_of("3. 5. 1940"), day_of("leta 1940")
    ('1940-05-03', '1940-05-03', '1940')
    """
    year = re.fullmatch(r"(?:leta\s+)?(\d{4})", text.strip())
    if year:
        return year[1] if year[1] > "1500" else None
    span = next(iter(find_dates(text, published=None)), None)
    return span.start.isoformat()[:10] if span and span.start and span.grain == "day" else None


READERS: dict[str, Callable[[str], str | int | None]] = {
    "maiden_name": reading_case, "born": day_of, "died": day_of, "bare": int, "aged": int,
}  # fmt: skip
"""For each group of the patterns, what makes a value of its words."""
