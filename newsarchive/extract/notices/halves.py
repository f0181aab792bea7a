"""Sentences that announce two things."""

from __future__ import annotations

import re

from newsarchive.extract.notices.said import Said, within
from newsarchive.extract.notices.windows import COARSE

_HALVES = re.compile(
    r"[,;]\s+(?=(?:\S+\s+){1,8}?pa\b)|;\s+(?=\S)"
    r"|\s(?:in|ter)\s+(?=(?:v|na|od|med|dne|jutri|pojutrišnjem)\s)"
    r"|,\s+(?=(?:v|na)\s[^\W\d_a-zčšž])"
)
_VERB = re.compile(r"\b(?:bo|bodo|bosta|je|so|sta|ni|odpade(?:jo)?)\b")


def halves(one: Said) -> list[Said]:
    """Part a sentence that announces two things: "v Logu bo v torek …, v Dolu pa bo v sredo …".

    A second half without a verb of its own says the same of its place as the first.
    """
    for match in _HALVES.finditer(one.masked):
        first, second = _cut(one, match.start(), match.end())
        told = first.action or (one.like.action if one.like else first.issuer)
        if not (first.times and second.times and told and first.area) or second.aside:
            continue
        if all(span.grain in COARSE for span in second.times):
            continue
        own = second.action if _VERB.search(second.masked) else told
        if own and second.area and second.area.text.lower() != first.area.text.lower():
            first.like, first.half = one.like, one.half
            second.like = None if second.action else one.like or first
            return [first, *halves(second)]
    return [one]


def _cut(one: Said, stop: int, start: int) -> tuple[Said, Said]:
    """Cut a sentence in two."""
    front = [span for span in one.spans if span.position < stop]
    behind = [within(span, start) for span in one.spans if span.position >= start]
    return Said(one.text[:stop], front), Said(one.text[start:], behind, half=True)
