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
BORN = re.compile(r"\brojen[aoi]?\b|\broj\.(?=\s*\d)|\*(?=\s*\d)|\brodil[ao]?\b", re.I)
CEREMONIES = {
    "lying in state": re.compile(r"\bžara\s+bo\b|\bbo\s+žara|ležal[ao]?\s+bo|na\s+dan\s+pogreba\s+od|pripeljan", re.I),
    "mass": re.compile(r"\bmaš[aeoi]\b", re.I),
    "funeral": re.compile(r"\bpogreb|\bpokop(?!ališč)", re.I),
    "farewell": re.compile(r"poslovili|\bslovo|žalna\s+seja|poslovitev", re.I),
}
"""For each kind of ceremony, the words that tell it; the first that matches a sentence wins."""
PLACE = re.compile(
    r"\b(?:na|v)\s+(?P<place>(?:\w+\s+)?(?:pokopališč\w+|mrlišk\w+\s+vežic\w+|poslovilni?\w*\s+\w+|kapel\w+|cerkv\w+|vežic\w+)(?:\s+(?:(?:v|na|pri|ob|sv\.)\s+)?[A-ZČŠŽ][\w-]+)*)"
)
LONGEST = 20_000
"""Characters; no obituary is longer."""
MOST_TIMES = 20
"""No sentence of one tells more; each is compared with all its words of birth and death."""
SAME_DAY = re.compile(r"na\s+dan\s+(?:pogreba|slovesa)|isti\s+dan|istega\s+dne", re.I)
_SENTENCE = re.compile(r"(?<=[^\d\W]{2}[.!?])(?<!\broj\.)(?<!\bsv\.)(?<!\bdr\.)(?<!\bul\.)\s+(?=[A-ZČŠŽ])|\n+")


def read_obituary(title: str, text: str, published: date | datetime | None, timezone: str) -> Obituary:
    """Read an obituary from its title and text; what is not printed stays ``None``.

    >>> one = read_obituary("Ana PRIMER", "V 94. letu nas je zapustila Ana Primer.", None, "Europe/Ljubljana")
    >>> one.name, one.given_name, one.family_name, one.age
    ('Ana Primer', 'Ana', 'Primer', 93)
    """
    text = text[:LONGEST]
    name, maiden = _name(title)
    maiden_in_text = MAIDEN.search(text)
    obituary = Obituary(
        name=name, maiden_name=maiden or (reading_case(maiden_in_text["maiden"]) if maiden_in_text else None)
    )
    if name and " " in name:
        obituary.given_name, obituary.family_name = name.split(" ", 1)
    obituary.age = _age(text)
    mourners = MOURNERS.search(text)
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
    spans = [span for span in find_dates(sentence, published=published, timezone=timezone) if span.start][:MOST_TIMES]
    kind = next((name for name, pattern in CEREMONIES.items() if pattern.search(sentence)), None)
    if kind and spans:
        place = PLACE.search(sentence)
        at = _on_that_day(obituary, spans[0]) if SAME_DAY.search(sentence) else _text(spans[0])
        obituary.ceremonies.append(Ceremony(kind, at, place["place"] if place else None))
        return
    residence = RESIDENCE.search(sentence) if DIED.search(sentence) else None
    if residence and obituary.residence is None:
        obituary.residence = residence["place"]
    for span in spans:
        field = _life_field(sentence, span)
        if field and getattr(obituary, field) is None:
            setattr(obituary, field, _day(span))


def _life_field(sentence: str, span: TimeSpan) -> str | None:
    """Tell whether a date is that of birth or of death, by the word that stands nearest to it."""
    distances = [
        (min(abs(match.start() - span.position), abs(match.end() - span.position)), field)
        for field, pattern in (("born", BORN), ("died", DIED))
        for match in pattern.finditer(sentence)
    ]
    return min(distances)[1] if distances else None


def _on_that_day(obituary: Obituary, span: TimeSpan) -> str | None:
    """Put a clock time on the day of the ceremony that was announced before ("na dan pogreba od 11. ure")."""
    announced = next((one.at for one in obituary.ceremonies if one.at), None)
    if announced is None or not isinstance(span.start, datetime):
        return None
    return span.start.replace(year=int(announced[:4]), month=int(announced[5:7]), day=int(announced[8:10])).isoformat()


def _text(span: TimeSpan) -> str | None:
    return span.start.isoformat() if span.start else None


def _day(span: TimeSpan) -> str | None:
    if span.grain == "year" and span.start:
        return str(span.start.year)
    return span.start.isoformat()[:10] if span.start else None
