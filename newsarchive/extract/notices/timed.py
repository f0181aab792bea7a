"""A sentence and its times: which of them are those at which the announced is in force."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices import words
from newsarchive.extract.notices.clock import masked
from newsarchive.extract.notices.narrated import narrated
from newsarchive.extract.notices.units import ends_with_colon

_HOLIDAY = re.compile(words.HOLIDAY, re.I)
_ASKED = re.compile(words.ASKED, re.I)
_WAS_SO = re.compile(words.WAS_SO, re.I)
_MOVED = re.compile(words.MOVED, re.I)
_MOVED_TO = re.compile(words.MOVED_TO, re.I)
_FORMER = re.compile(words.FORMER, re.I)
_EXCEPTION = re.compile(words.EXCEPTION, re.I)
_REOPENED = re.compile(words.REOPENED, re.I)
NEAR = 60
"""Characters before a time that can say how it is meant."""
_NAMED_AGAIN = re.compile(r"§\s*\([^()]{0,40}$")
"""What stands before weekdays that only say again which days a date means."""
_NOT_BE = re.compile(r"\bne\s+bo\w*\s+(?:\w+\s+)?$", re.I)
_INSTEAD = re.compile(r"\b(?:ampak|temveč)\b", re.I)
_NOT = re.compile(words.NOT_THEN, re.I)
_AGAIN = re.compile(words.AGAIN, re.I)
_NEXT_DAY = re.compile(words.NEXT_DAY, re.I)
_CLOSES = re.compile(words.CLOSES, re.I)
_SAME_TIME = re.compile(words.SAME_TIME, re.I)
_OPEN_END = re.compile(words.OPEN_END, re.I)


@dataclass
class Timed:
    """A sentence with its times."""

    text: str
    spans: list[TimeSpan] = field(default_factory=list)

    @cached_property
    def masked(self) -> str:
        """The sentence with its times hidden."""
        return masked(self.text, self.spans)

    @cached_property
    def action(self) -> str | None:
        """What happens; a sentence of which nothing else is read does not tell it."""
        return None

    @cached_property
    def times(self) -> list[TimeSpan]:
        """The times at which the announced is in force: neither exceptions nor the old time of what was moved."""
        if not self.spans:
            return []
        told = [span for span in self.spans if not self._is_narrated(span)]
        kept = [span for span in told if not self._is_exception(span) and (span.start or span.end)]
        kept = [self._next_day(span, number) for number, span in enumerate(kept)]
        kept = [span for span in kept if not self._is_denied(span)] or ([] if self.action else kept)
        holidays = [span for span in kept if _HOLIDAY.search(self._before(span))]
        if holidays and self.action == "other":
            kept = [span for span in kept if span not in holidays]
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

    def _is_narrated(self, span: TimeSpan) -> bool:
        """Tell whether something was said, or done before, at a time."""
        return any(start <= span.position < stop for start, stop in narrated(self.masked))

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
    def simultaneous(self) -> bool:
        """Whether it says that something happens at the time that was named before."""
        return bool(_SAME_TIME.search(self.text))

    @property
    def lists(self) -> bool:
        """Whether it ends with a colon, before a list."""
        return ends_with_colon(self.text)

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
