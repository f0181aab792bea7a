"""A sentence of a notice, and what it says of issuer, reason, area, action and times."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices import issuers, signing, telling, words
from newsarchive.extract.notices.areas import Area, facility, find_area, find_facility, is_headed
from newsarchive.extract.notices.bodies import bodies
from newsarchive.extract.notices.clock import HIDDEN, Clock, masked
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
_EXCEPTION = re.compile(words.EXCEPTION, re.I)
_REOPENED = re.compile(words.REOPENED, re.I)
_FORMER = re.compile(words.FORMER, re.I)
_HOLIDAY = re.compile(words.HOLIDAY, re.I)
_ASKED = re.compile(words.ASKED, re.I)
_WAS_SO = re.compile(words.WAS_SO, re.I)
_MOVED = re.compile(words.MOVED, re.I)
_MOVED_TO = re.compile(words.MOVED_TO, re.I)
_NOT = re.compile(words.NOT_THEN, re.I)
_AGAIN = re.compile(words.AGAIN, re.I)
_NEXT_DAY = re.compile(words.NEXT_DAY, re.I)
_CLOSES = re.compile(words.CLOSES, re.I)
_OPEN_END = re.compile(words.OPEN_END, re.I)
_NAMED_PLACE = re.compile(rf"\s(?:v|na|pri|ob)\s(?!R?TP\b)(?={CAPITAL})")
"""What begins the place in a reason: "okvare v Logu"."""
_SAME_TIME = re.compile(words.SAME_TIME, re.I)
_LISTED = re.compile(rf"(?:,|\s(?:in|ter))\s(?:(?:v|na)\s)?{CAPITAL}")
"""How a list of places goes on."""
_INSTEAD = re.compile(r"\b(?:ampak|temveč)\b", re.I)
_NOT_BE = re.compile(r"\bne\s+bo\w*\s+(?:\w+\s+)?$", re.I)
NEAR = 60
"""Characters before a time that can say how it is meant."""
_NAMED_AGAIN = re.compile(r"§\s*\([^()]{0,40}$")
"""What stands before weekdays that only say again which days a date means."""


@dataclass
class Said:
    """A sentence; its parts are read when they are asked for."""

    text: str
    spans: list[TimeSpan] = field(default_factory=list)
    half: bool = False
    """Whether it is the second half of one that announces two things."""
    like: Said | None = None
    """The first half, where the second has no verb of its own."""

    @cached_property
    def masked(self) -> str:
        """The sentence with its times hidden."""
        return masked(self.text, self.spans)

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
        return telling.without(hidden, grounds[:2]) if grounds else hidden

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

    @cached_property
    def times(self) -> list[TimeSpan]:
        """The times at which the announced is in force: neither exceptions nor the old time of what was moved."""
        kept = [span for span in self.spans if not self._is_exception(span) and (span.start or span.end)]
        kept = [self._next_day(span, number) for number, span in enumerate(kept)]
        kept = [span for span in kept if not self._is_denied(span)] or ([] if self.action else kept)
        for pattern in (_HOLIDAY, _ASKED, _WAS_SO):
            kept = [span for span in kept if not pattern.search(self._before(span))] or kept
        former = self._former(kept)
        return [_later(span) if span in former else span for span in kept if span not in former or _runs(span)] or kept

    def _former(self, spans: list[TimeSpan]) -> list[TimeSpan]:
        """Give the times that no longer hold; of days named in one breath only the first."""
        if not _MOVED.search(self.text):
            return []
        moved = max((span.position for span in spans if _MOVED_TO.search(self._before(span))), default=-1)
        if moved >= 0 and any(span.position < moved for span in spans):
            return [span for span in spans if span.position < moved and not _runs(span)]
        firsts = {span.position: span for span in reversed(spans)}
        return [span for span in firsts.values() if _FORMER.search(self._before(span))]

    @cached_property
    def outdated(self) -> bool:
        """Whether it only names the time at which something was to be that is moved."""
        return bool(self.spans) and _MOVED.search(self.text) is not None and self._former(self.spans) == self.spans

    @cached_property
    def exceptions(self) -> list[TimeSpan]:
        """The times at which it is not."""
        return [span for span in self.spans if self._is_exception(span)]

    def _is_exception(self, span: TimeSpan) -> bool:
        before = self._before(span)
        return bool(_EXCEPTION.search(before) or (self.action is None and _REOPENED.search(before)))

    def _is_denied(self, span: TimeSpan) -> bool:
        """Tell whether it is not so at a time: "in ne od 8. ure", "jutri pa spet", "(ponedeljek in torek)"."""
        stop = span.position + len(span.text)
        behind = self.text[stop : stop + NEAR]
        again = _NAMED_AGAIN.search(self.masked[max(span.position - NEAR, 0) : span.position]) and re.match(
            r"[^()]{0,30}\)", behind
        )
        weekdays = again and span.grain == "day" and not re.search(r"\d", span.text)
        before = self._before(span)
        instead = _NOT_BE.search(before) and _INSTEAD.search(self.text)
        return bool(_NOT.search(before) or instead or _AGAIN.match(behind) or weekdays)

    def _next_day(self, span: TimeSpan, number: int) -> TimeSpan:
        """Move hours to the day after: "dan pozneje pa od 8. ure"."""
        if not number or "day from the text" not in span.flags or not _NEXT_DAY.search(self._before(span)):
            return span
        start, end = (side and side + timedelta(1) for side in (span.start, span.end))
        return replace(
            span, start=start, end=end, flags=(), edtf=f"{start and start.isoformat()}/{end and end.isoformat()}"
        )

    @cached_property
    def closes(self) -> bool:
        """Whether it tells one moment at which something begins, and one at which it ends."""
        times = sorted(span.position for span in self.spans)
        return len(times) > 1 and bool(_CLOSES.search(self.masked[times[0] : times[-1]]))

    @property
    def whole(self) -> bool:
        """Whether it needs nothing above it: a body opens it, and does something at a time."""
        return bool(self.opens and self.actor and self.action and self.times)

    @property
    def simultaneous(self) -> bool:
        """Whether it says that something happens at the time that was named before."""
        return bool(_SAME_TIME.search(self.text))

    @property
    def open_end(self) -> bool:
        """Whether it is in force until somebody says otherwise."""
        return bool(_OPEN_END.search(self.text))

    def _before(self, span: TimeSpan) -> str:
        """Give what stands before a time, from the time before on."""
        front = self.masked[: span.position]
        return front[front.rfind("§") + 1 :]


def _runs(span: TimeSpan) -> bool:
    """Tell whether a span is several days: "petek, 1. maja, v soboto, 2. maja"."""
    return span.start is not None and span.end is not None and span.start < span.end and span.grain == "day"


def _later(span: TimeSpan) -> TimeSpan:
    """Give the last day of a span."""
    return replace(span, start=span.end, edtf=str(span.end))


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
