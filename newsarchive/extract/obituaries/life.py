"""What the sentences of an obituary tell of a life: birth, death, age and residence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from newsarchive.dates import TimeSpan
from newsarchive.extract.obituaries.ages import age_in
from newsarchive.extract.obituaries.homes import home_in
from newsarchive.extract.obituaries.rites import CEREMONIES
from newsarchive.extract.obituaries.sentences import Sentence
from newsarchive.extract.obituaries.tails import Facts
from newsarchive.extract.obituaries.words import DEATH, HOUSE, MINEVA, ODKAR

_BORN = re.compile(
    r"\brojen[aoi]?\b|\broj\.(?=\s*\d)|\*(?=\s*\d)|\brodil[ao]?\b|\bletnik\b|\bluč\s+sveta\b|\bna\s+svet\b|\bpo\s+rodu\b|\brojstvu\b",
    re.I,
)
_OWN_AGE = re.compile(
    r"^pri\b|dopolnil|star|življenj|dočakal|štel|imel|rojstn|praznoval|slavil|naklonil|podaril|odmeril|živel|bilo", re.I
)
_BEING = re.compile(r"\bbil[a]?\s+(?:je\s+)?(?:že\s+)?$", re.I)
_LIVED = re.compile(rf"\b(?:rojen|rodil|živel|stanoval|stanujoč|doma)\w*\b|{HOUSE.pattern}", re.I)
_THANKS = re.compile(r"\bhvala\b|\bzahval", re.I)
"""Who is thanked lives somewhere, too."""
_COMMA = 20
_NEAR = 14
"""Characters between a verb and a year that belongs to it."""
RECENT = 21
"""Days between a death and its obituary."""
_HELD = re.compile(
    "|".join(form.pattern for form in CEREMONIES.values())
    + r"|\bobjav|\bposodob|\bvabi|\bzber|\bžaln|\bbo(?:mo|do)?\b",
    re.I,
)
"""What tells that a sentence is about a ceremony."""
_MOST_TIMES = 20
"""No sentence tells more; each is compared with all its words of birth and death."""


def life_in(sentence: Sentence, *, dying: bool = False) -> Facts:
    """Read what a sentence tells of one person; ``dying`` where the words around it tell of the death."""
    facts: Facts = {}
    dying = dying or bool(DEATH.search(sentence.text))
    of_the_dead = (dying or _LIVED.search(sentence.text)) and not _THANKS.search(sentence.text)
    home = home_in(sentence.text) if of_the_dead else None
    age = age_in(sentence.text)
    if home:
        facts["residence"] = home.text
    if age and (dying or _BEING.search(sentence.text[: age[1]]) or _OWN_AGE.search(sentence.text[age[1] : age[2]])):
        facts["age"] = age[0]
    for _, field, day in sorted(_dates(sentence, dying=dying), key=lambda told: told[0]):
        facts.setdefault(field, day)
    return facts


def _dates(sentence: Sentence, *, dying: bool) -> Iterator[tuple[int, str, str]]:
    """Give the days of birth and death that a sentence tells, and how far from its verb each stands."""
    for span in _telling(sentence)[:_MOST_TIMES]:
        told = _field(sentence, span)
        if told:
            yield *told, _day(span)
        elif dying and _is_day(span):
            yield len(sentence.text) + _COMMA, "died", _day(span)


def _telling(sentence: Sentence) -> list[TimeSpan]:
    """Give the times of a sentence, without those of an anniversary."""
    spans = [span for span in sentence.spans if span.start and not span.text.startswith("pred ")]
    if not MINEVA.search(sentence.text):
        return spans
    since = ODKAR.search(sentence.text)
    place = sentence.start + since.start() if since else sentence.stop
    return [span for span in spans if span.position > place and re.search(r"\d{4}", span.text)]


def _field(sentence: Sentence, span: TimeSpan) -> tuple[int, str] | None:
    """Tell whether a time is that of birth or of death, by the word that stands nearest to it, and how far it is."""
    start = span.position - sentence.start
    stop = start + len(span.text)
    distances = [
        (_distance(sentence.text, (start, stop), match.span()), field)
        for field, pattern in (("born", _BORN), ("died", DEATH))
        for match in pattern.finditer(sentence.text)
    ]
    if not distances:
        return None
    distance, field = min(distances)
    between = sentence.text[: max(start, 0)].rfind(",") if span.grain == "year" else -1
    if between >= max(start - distance, 0):
        return None
    meant = _is_day(span) or (distance <= _NEAR and span.grain in ("month", "year"))
    return (distance, field) if meant else None


def _distance(text: str, one: tuple[int, int], other: tuple[int, int]) -> int:
    """Count the characters between two stretches of a text; a comma parts as far as some words do."""
    (_, end), (start, _) = sorted((one, other))
    return max(start - end, 0) + _COMMA * text.count(",", end, start)


def last_day(parts: list[Sentence], published: date) -> str | None:
    """Give the one day shortly before the publication that a text tells of nothing else: "Bilo je 27. novembra"."""
    days = {
        _day(span)
        for sentence in parts
        if not (_HELD.search(sentence.text) or MINEVA.search(sentence.text))
        for span in sentence.spans
        if span.start and _is_day(span) and any(sign.isdigit() for sign in span.text)
    }
    recent = [day for day in days if 0 <= (published - date.fromisoformat(day)).days <= RECENT]
    return recent[0] if len(recent) == 1 else None


def _is_day(span: TimeSpan) -> bool:
    return isinstance(span.start, datetime) or span.grain == "day"


def _day(span: TimeSpan) -> str:
    start = span.start or date.min
    return str(start.year) if span.grain == "year" else start.isoformat()[: 7 if span.grain == "month" else 10]
