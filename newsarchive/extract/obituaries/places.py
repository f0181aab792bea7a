"""Names of places inside a sentence: "mestnem pokopališču v Lescah", "Tomšičeve ceste 14 v Jelendolu"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsarchive.extract.obituaries.given import GIVEN
from newsarchive.extract.obituaries.whereabouts import (
    ADJECTIVE,
    ATTRIBUTES,
    COMMON,
    DEMONSTRATIVE,
    HALLS,
    INSIDE,
    LEADS,
    NO_PLACES,
    NOT_DATE,
    OF_A_PLACE,
    SMALL,
    STOPS,
    WEEKDAYS,
)
from newsarchive.extract.obituaries.words import CAPITAL, CAPITALIZED

_TOKEN = re.compile(
    rf"(?P<saint>[Ss]v\.|[Bb]l\.|[Ss]vet(?:a|e|i|o|ega|emu|em|ih)\b)|(?P<count>št\.)"
    rf"|(?P<day>\d{{1,2}}\.[ ](?:maja|julija|oktobra|aprila|junija|novembra)|[IVX]+\.(?=[ ][a-z]))"
    rf"|(?P<order>\d{{1,2}}\.(?=[ ][a-zčšž]))"
    rf"|(?P<number>\d{{1,3}}(?:[ ]?[a-zA-Z]\b)?{NOT_DATE}(?:/\d+)?)"
    rf"|(?P<name>{CAPITALIZED}|[A-ZČŠŽ]{{2,}}\b)|(?P<word>[a-zčšžćđ]+)"
)
_STREET = re.compile(r"(?:cest|trg|ulic)", re.I)
_DASH = re.compile(rf" - (?={CAPITALIZED}(?:[.,;)]|$|\n))")
"""What parts the halves of a name such as "Videm - Dobrepolje"."""
_MOST_LOOSE = 4
"""So many words can stand before the noun they belong to."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place is named in a text."""

    text: str
    start: int
    stop: int
    hall: bool
    """Whether it tells a kind of place, such as a cemetery."""
    named: bool
    """Whether it could be found: a chapel without a name could be anywhere."""


class _Scan:
    """One walk over the words of a place, which ends where they do."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self.stop = self.place = start
        self.loose: list[str] = []
        self.before = ""
        self.hall = self.named = False

    def run(self) -> Place | None:
        while self._step():
            pass
        if self.stop == self.start:
            return None
        return Place(self.text[self.start : self.stop], self.start, self.stop, self.hall, self.named)

    def _step(self) -> bool:
        """Take one word; False where the place has ended."""
        token = _TOKEN.match(self.text, self.place)
        if token is None or not getattr(self, f"_{token.lastgroup}")(token):
            return False
        self.before = token[0]
        gap = _DASH.match(self.text, token.end()) if token.lastgroup == "name" else None
        self.place = gap.end() if gap else token.end() + 1
        return bool(gap) or self.text[token.end() : self.place] == " "

    def _take(self, token: re.Match[str]) -> bool:
        self.stop, self.loose = token.end(), []
        return True

    def _keep(self, token: re.Match[str]) -> bool:
        """Keep a word that belongs to a noun still to come."""
        self.loose.append(token[0])
        return len(self.loose) <= _MOST_LOOSE

    def _saint(self, token: re.Match[str]) -> bool:
        return self._keep(token)

    _order = _saint

    def _day(self, token: re.Match[str]) -> bool:
        """Take the day inside the name of a street: "Cesta 4. julija"."""
        if self.stop == self.start:
            return self._keep(token)
        return bool(_STREET.match(self.before)) and self._take(token)

    def _count(self, token: re.Match[str]) -> bool:
        return self.stop > self.start and self._keep(token)

    def _number(self, token: re.Match[str]) -> bool:
        numbered = bool(self.loose) and self.loose[0].endswith(".") and self.loose[0] != "št."
        if self.stop == self.start and not numbered:
            return False
        if not numbered and any(word != "št." for word in self.loose):
            return False
        self.named = True
        return self._take(token)

    def _name(self, token: re.Match[str]) -> bool:
        loose = [word for word in self.loose if word[0].islower() and word not in INSIDE]
        if not self.hall and not all(ADJECTIVE.search(word) or word[:2] == "sv" for word in loose):
            return False
        if token[0].casefold() in NO_PLACES or (self.stop == self.start and token[0].casefold() in WEEKDAYS):
            return False
        self.named = True
        self.hall = self.hall or bool(HALLS.fullmatch(token[0].casefold()))
        return self._take(token)

    def _word(self, token: re.Match[str]) -> bool:
        word = token[0]
        if word == "in" and not re.search(r"\b[Ss]v", self.text[self.start : self.place]):
            return False
        if word in STOPS or (not self.hall and DEMONSTRATIVE.match(self.text, self.place)):
            return False
        if HALLS.fullmatch(word):
            self.named |= self._tells()
            self.hall = True
            return self._take(token)
        if self.stop > self.start and not self.loose and self._goes_on(word):
            return self._take(token)
        if self.loose and self.loose[-1][0] == "S" and word in SMALL:
            self.named = True
            return self._take(token)
        if word in INSIDE and (self.stop == self.start or self.loose):
            return False
        return self._keep(token)

    def _goes_on(self, word: str) -> bool:
        """Tell whether a word goes on with a name ("Zgornja vas") or with a hall ("Dom kulture")."""
        hall = bool(HALLS.fullmatch(self.before.casefold()))
        return word in SMALL if self.before[0].isupper() and not hall else word in ATTRIBUTES

    def _tells(self) -> bool:
        """Tell whether the words before a noun name it: "ljubljanskih Žalah", "4. vežici"."""
        return any(word[0].isdigit() or (OF_A_PLACE.search(word) and not COMMON.match(word)) for word in self.loose)


def place_at(text: str, start: int) -> Place | None:
    """Read the place that begins at a position, behind words such as "tamkajšnje".

    >>> place_at("mestnem pokopališču v Lescah ob 15. uri", 0).text
    'mestnem pokopališču v Lescah'
    """
    pointing = DEMONSTRATIVE.match(text, start)
    found = _Scan(text, pointing.end() if pointing else start).run()
    if found is None or not found.hall:
        return found
    return replace(found, text=text[start : found.stop], start=start)


def places_in(text: str, *, labelled: bool = False) -> Iterator[Place]:
    """Find the places that a clause names; behind a comma a labelled line names them too."""
    stop = 0
    for lead in LEADS.finditer(text):
        if lead.end() < stop:
            continue
        place = place_at(text, lead.end())
        if place and lead["from"]:
            stop = place.stop
        elif place and _fits(place, lead["word"], labelled):
            stop = place.stop
            yield place


def _fits(place: Place, word: str | None, labelled: bool) -> bool:
    if word is None:
        return place.hall or (labelled and not is_person(place.text))
    return place.hall or word.casefold() not in ("ob", "pred", "izpred")


def is_person(text: str) -> bool:
    """Tell whether words begin with a first name, in any case."""
    first = text.split(" ")[0].casefold()
    return first in GIVEN or (first[-1:] in "eoiu" and f"{first[:-1]}a" in GIVEN) or first.removesuffix("om") in GIVEN


_COMMA = re.compile(rf",[ ](?:\d{{4}}[ ])?(?={CAPITAL})")
_ENDED = re.compile(r"[ \t]*(?:\.?[ \t]*(?:\n|$)|\.[ ])")


def address_at(text: str, start: int) -> Place | None:
    """Read an address, whose parts may stand behind commas ("Lipa 21, Podgaj").

    >>> address_at("Lipa 21, Podgaj.", 0).text
    'Lipa 21, Podgaj'
    """
    first = place_at(text, start)
    comma = _COMMA.match(text, first.stop) if first else None
    more = place_at(text, comma.end()) if comma else None
    if first is None or more is None or is_person(more.text):
        return first
    housed = first.text[-1].isdigit() or more.text[-1:].isdigit() or re.search(r"\d\s?[a-zA-Z]$", more.text)
    if not housed or not (more.text[-1].isdigit() or _ENDED.match(text, more.stop)):
        return first
    return Place(text[first.start : more.stop], first.start, more.stop, first.hall, True)
