"""A text in sentences, where full stops are abbreviations and ordinal numbers more often than not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.dates import TimeSpan
from newsarchive.extract.obituaries.words import ABBREVIATIONS, CAPITAL

_END = re.compile(rf"[.!?][\"”“«)]?\s+(?=[»\"„“(]?{CAPITAL}|\*|†)|\n+")
_LAST_WORD = re.compile(r"\w*$")
_LONGEST_ABBREVIATION = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and the times that it tells."""

    text: str
    start: int
    """Its place in the whole text."""
    spans: list[TimeSpan]
    """In the order of the text; their positions are those in the whole text."""

    @property
    def stop(self) -> int:
        """The place behind it."""
        return self.start + len(self.text)


def sentences(text: str, spans: list[TimeSpan]) -> Iterator[Sentence]:
    """Part a text into sentences; line ends end one too, a full stop inside a time does not ("OB 15. URI").

    >>> [one.text for one in sentences("Umrla je Ana, roj. Zajc. Pogreb bo 3. maja. Bila je dr. Kos.", [])]
    ['Umrla je Ana, roj. Zajc.', 'Pogreb bo 3. maja.', 'Bila je dr. Kos.']
    """
    waiting = iter([*spans, None])
    span, start = next(waiting), 0
    own: list[TimeSpan] = []
    for stop in [*ends(text), len(text)]:
        while span is not None and span.position < stop:
            own.append(span)
            span = next(waiting)
        if own and own[-1].position + len(own[-1].text) > stop:
            continue
        if text[start:stop].strip():
            yield Sentence(text[start:stop].rstrip(), start, own)
        start, own = stop, []


def ends(text: str) -> Iterator[int]:
    """Give the places behind the sentences and lines of a text, the last one's aside."""
    for match in _END.finditer(text):
        before = _LAST_WORD.search(text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()])
        word = before[0].casefold() if before else ""
        if match[0][0] != "." or not (word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())):
            yield match.end()
