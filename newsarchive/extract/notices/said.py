"""A sentence of a notice, and what it says of issuer, reason, area, action and times."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices import issuers, signing, telling, words
from newsarchive.extract.notices.areas import Area, facility, find_area, find_facility, is_headed
from newsarchive.extract.notices.bodies import bodies
from newsarchive.extract.notices.clock import HIDDEN, Clock
from newsarchive.extract.notices.timed import Timed
from newsarchive.extract.notices.units import Unit, sentences
from newsarchive.extract.places import CAPITAL

_ASIDE = re.compile(words.ASIDE, re.I)
_BASIS = re.compile(rf"\b(?:{words.ON_BASIS})\b", re.I)
"""By what right somebody announces: no word of it speaks of something else."""
_DETOUR = re.compile(r"[,;:]\s+[^,;:]*\bobvoz\b.*$", re.I)
"""The way round at the end of a sentence that announces."""
_AROUND = re.compile(r"\b(?:obvoz|preusmer)\w*\b[^,.;]*", re.I)
"""Which way leads round."""
_BRACKET = re.compile(r"\([^()]*\)(?=\W*$)")
_TOLD = re.compile(r"[^.,:;§]{4,80}?\s(?:obveščamo|sporočamo|prosimo|opozarjamo)\b", re.I)
"""Whom a text is for: their places are those of the notice only where no others are told."""
_STATION = re.compile(rf"{words.STATION}\s[^(]*$")
_WORKS_ON = re.compile(rf"\b(?:{words.WORKS_NOUNS})\w*\s+$", re.I)
"""Works right before the grounds that they are done on: "gradnje mostu čez potok"."""
_NAMED_PLACE = re.compile(rf"\s(?:v|na|pri|ob)\s(?!R?TP\b)(?={CAPITAL})")
"""What begins the place in a reason: "okvare v Logu"."""
_LISTED = re.compile(rf"(?:,|\s(?:in|ter))\s(?:(?:v|na)\s)?{CAPITAL}")
"""How a list of places goes on."""


@dataclass
class Said(Timed):
    """A sentence; its parts are read when they are asked for."""

    half: bool = False
    """Whether it is the second half of one that announces two things."""
    like: Said | None = None
    """The first half, where the second has no verb of its own."""

    @cached_property
    def issuer(self) -> tuple[str, int, int] | None:
        """Who announces, and where that is printed."""
        return issuers.subject(self.masked)

    @cached_property
    def actor(self) -> str | None:
        """The body that does something in the sentence, where nobody announces."""
        if self.subject and (self.opens or not self.aside):
            return self.subject[0]
        return signing.bracketed(self.text)

    @cached_property
    def subject(self) -> tuple[str, int, int] | None:
        """That body, and where it is printed."""
        return issuers.named(self.masked)

    @property
    def opens(self) -> bool:
        """Whether the body that acts in it stands at its beginning."""
        return bool(self.subject and self.subject[1] == 0)

    @cached_property
    def reason(self) -> tuple[str, int, int] | None:
        """Why, and where that is printed; an area behind it is its own only where the sentence has another."""
        whole = self.whole_reason
        elsewhere = telling.without(self._unnamed, whole[1:]) if whole else ""
        if elsewhere and is_headed(elsewhere):
            return whole
        told = telling.reason(self.text, self._unnamed)
        named = _NAMED_PLACE.search(told[0]) if told else None
        if not told or not named or not telling.action(elsewhere):
            return told
        if find_area(self.text, elsewhere) and not _LISTED.match(self.text, told[2]):
            return told
        return told[0][: named.start()], told[1], told[1] + named.start()

    @cached_property
    def whole_reason(self) -> tuple[str, int, int] | None:
        """The reason with all that follows it, in a sentence that does not say where."""
        return telling.reason(self.text, self._unnamed, whole=True)

    @cached_property
    def _unnamed(self) -> str:
        """The sentence with its times, and who announces or acts, hidden."""
        hidden = telling.without(self.masked, *(part[1:] for part in (self.issuer, self.subject) if part))
        grounds = facility(hidden)
        own = grounds and _WORKS_ON.search(hidden[: grounds[0]])
        return telling.without(hidden, grounds[:2]) if grounds and not own else hidden

    @cached_property
    def open(self) -> str:
        """The sentence with its times, issuer and reason hidden."""
        bracket = _BRACKET.search(self.masked)
        signed = (bracket.span(),) if bracket and any(bodies(bracket[0])) else ()
        told = (part[1:] for part in (self.issuer, self.subject, self.reason) if part)
        return telling.without(self.masked, *signed, *told)

    @cached_property
    def area(self) -> Area | None:
        """Where, outside of the reason."""
        own = _AROUND.sub(_hidden, self.open)
        told = _TOLD.match(own)
        found = find_area(self.text, HIDDEN * told.end() + own[told.end() :]) if told else None
        found = found or find_area(self.text, own) or find_facility(self.text, self.masked)
        if found and _STATION.match(found.text):
            at = self.text.find(found.text)
            return find_area(self.text, telling.without(self.open, (at, at + len(found.text)))) or found
        return found

    @cached_property
    def plain(self) -> str:
        """The sentence without anything that is a name: what is left says what happens."""
        at = self.text.find(self.area.text) if self.area else -1
        return telling.without(self.open, (at, at + len(self.area.text))) if self.area and at >= 0 else self.open

    @cached_property
    def action(self) -> str | None:
        """What happens."""
        return telling.action(self.plain)

    @cached_property
    def aside(self) -> bool:
        """Whether it speaks of something else: whom to call, how to drive round."""
        return bool(_ASIDE.search(_DETOUR.sub("", _BASIS.sub("", self.text))))

    @property
    def announces(self) -> bool:
        """Whether it names something that happens, or a service."""
        return bool(self.action or telling.service(self.plain))

    @property
    def whole(self) -> bool:
        """Whether it needs nothing above it: a body opens it, and does something at a time."""
        return bool(self.opens and self.actor and self.action and self.times)


def _hidden(match: re.Match[str]) -> str:
    return HIDDEN * len(match[0])


def said(unit: Unit, clock: Clock, day: str = "") -> list[Said]:
    """Read a unit's sentences with their times."""
    spans = clock.spans(unit.text, day)
    found = []
    for start, stop in sentences(unit.text):
        own = [span for span in spans if start <= span.position < stop]
        found.append(Said(unit.text[start:stop], [within(span, start) for span in own]))
    return found


def within(span: TimeSpan, start: int) -> TimeSpan:
    """Give a span of a unit as it stands in the sentence that begins at a place."""
    return replace(span, position=span.position - start)
