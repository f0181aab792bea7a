"""What an obituary says: the name and its parts, birth, death, age, residence, ceremonies and mourners."""

from __future__ import annotations

import re
from datetime import date, datetime

from newsarchive.dates import TimeSpan, find_dates
from newsarchive.items import Ceremony, Obituary

TITLE_WORDS = re.compile(
    r"^\W*(?:osmrtnica|v\s+spomin|in\s+memoriam|umrl[ao]?(?:\s+je)?|zapustil[ao]?\s+(?:nas|me)\s+je|poslovil[ao]?\s+se\s+je|sporočilo\s+o\s+smrti)\s*[:–-]?\s*",
    re.I,
)
HONORIFICS = re.compile(r"^(?:ga\.|g\.|gospa|gospod|dr\.|mag\.|prof\.)\s+", re.I)
MAIDEN = re.compile(r"[,(\s]+roj(?:\.|ena|en)\s+(?P<maiden>[A-ZČŠŽĆĐ][\w-]+)\)?")
NAME_TAIL = re.compile(r"\s*(?:\(.*\)|,.*|\d.*|[–-]\s.*)$")
AGE = re.compile(
    r"\bv\s+(?P<year>\d{1,3})\.\s+letu|\bstar[ai]?\s+(?P<age>\d{1,3})\s+let|\bv\s+starosti\s+(?P<in>\d{1,3})\s+let",
    re.I,
)
RESIDENCE = re.compile(
    r"\b(?:(?:doma\s+)?iz|stanujoč\w*\s+(?:v|na)|živeč\w*\s+(?:v|na))\s+(?P<place>[A-ZČŠŽ][\w-]+(?:\s+(?:(?:ob|pri|na|v|pod|nad)\s+)?[A-ZČŠŽ][\w-]+|\s+\d+\w?)*)"
)
MOURNERS = re.compile(r"\bŽalujoči\s*:?\s*(?P<who>[^\n]+)", re.I)
DIED = re.compile(r"zapustil|umrl|preminil|za\s+vedno\s+zaspal|†", re.I)
BORN = re.compile(r"\brojen|\broj\.\s*\d|\*\s*\d", re.I)
CEREMONIES = {
    "lying in state": re.compile(r"\bžara\s+bo|ležal[ao]?\s+bo|na\s+dan\s+pogreba\s+od|pripeljan", re.I),
    "mass": re.compile(r"\bmaš[aeoi]\b", re.I),
    "funeral": re.compile(r"\bpogreb|pokop", re.I),
    "farewell": re.compile(r"poslovili|\bslovo|žalna\s+seja|poslovitev", re.I),
}
"""For each kind of ceremony, the words that tell it; the first that matches a sentence wins."""
PLACE = re.compile(
    r"\b(?:na|v)\s+(?P<place>(?:\w+\s+)?(?:pokopališč\w+|mrlišk\w+\s+vežic\w+|poslovilni?\w*\s+\w+|kapel\w+|cerkv\w+|vežic\w+)(?:\s+(?:(?:v|na|pri|ob|sv\.)\s+)?[A-ZČŠŽ][\w-]+)*)"
)
_SENTENCE = re.compile(r"(?<=[^\d\W]{2}[.!?])\s+(?=[A-ZČŠŽ])|\n+")


def read_obituary(title: str, text: str, published: date | datetime | None, timezone: str) -> Obituary:
    """Read an obituary from its title and text; what is not printed stays ``None``.

    >>> one = read_obituary("Ana PRIMER", "V 94. letu nas je zapustila Ana Primer.", None, "Europe/Ljubljana")
    >>> one.name, one.given_name, one.family_name, one.age
    ('Ana Primer', 'Ana', 'Primer', 93)
    """
    name, maiden = _name(title)
    maiden_in_text = MAIDEN.search(text)
    obituary = Obituary(
        name=name, maiden_name=maiden or (reading_case(maiden_in_text["maiden"]) if maiden_in_text else None)
    )
    if name and " " in name:
        obituary.given_name, obituary.family_name = name.split(" ", 1)
    obituary.age = _age(text)
    residence, mourners = RESIDENCE.search(text), MOURNERS.search(text)
    obituary.residence = residence["place"] if residence else None
    obituary.mourners = mourners["who"].strip(" .") if mourners else None
    for sentence in _SENTENCE.split(text):
        _read_sentence(obituary, sentence, published, timezone)
    return obituary


def reading_case(name: str) -> str:
    """Write a name in reading case, also one printed in capitals.

    >>> reading_case("MARIJA NOVAK-KOS")
    'Marija Novak-Kos'
    """
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize() if word[0].isupper() else word[0], name)


def _name(title: str) -> tuple[str | None, str | None]:
    bare = HONORIFICS.sub("", TITLE_WORDS.sub("", title)).strip()
    maiden = MAIDEN.search(bare)
    bare = NAME_TAIL.sub("", MAIDEN.sub("", bare)).strip()
    return reading_case(bare) or None, reading_case(maiden["maiden"]) if maiden else None


def _age(text: str) -> int | None:
    match = AGE.search(text)
    if not match:
        return None
    return int(match["year"]) - 1 if match["year"] else int(match["age"] or match["in"])


def _read_sentence(obituary: Obituary, sentence: str, published: date | datetime | None, timezone: str) -> None:
    spans = [span for span in find_dates(sentence, published=published, timezone=timezone) if span.start]
    if not spans:
        return
    kind = next((name for name, pattern in CEREMONIES.items() if pattern.search(sentence)), None)
    if kind:
        place = PLACE.search(sentence)
        obituary.ceremonies.append(Ceremony(kind, _text(spans[0]), place["place"] if place else None))
    elif BORN.search(sentence) and obituary.born is None:
        obituary.born = _day(spans[0])
    if not kind and DIED.search(sentence) and obituary.died is None:
        obituary.died = _day(spans[-1])


def _text(span: TimeSpan) -> str | None:
    return span.start.isoformat() if span.start else None


def _day(span: TimeSpan) -> str | None:
    if span.grain == "year" and span.start:
        return str(span.start.year)
    return span.start.isoformat()[:10] if span.start else None
