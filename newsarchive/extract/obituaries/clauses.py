"""Where one ceremony ends in a sentence and another begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from newsarchive.dates import TimeSpan
from newsarchive.extract.obituaries.places import places_in
from newsarchive.extract.obituaries.relations import relation_in
from newsarchive.extract.obituaries.rites import CEREMONIES, CIRCLE, CLAUSE, CONTRASTED, HALF, NOT_ACTS, REFERS, WITH
from newsarchive.extract.obituaries.sentences import Sentence

_MOST_ACTS = 12
"""No sentence announces more."""


def clauses(sentence: Sentence) -> list[Sentence]:
    """Part a sentence into what it tells of one ceremony each.

    >>> [one.text for one in clauses(Sentence("Maša bo v Gaju; pogreb bo v Lipi", 0, []))]
    ['Maša bo v Gaju', '; pogreb bo v Lipi']
    """
    return [clause for half in _halves(sentence) for clause in _parts(half)]


def _halves(sentence: Sentence) -> list[Sentence]:
    """Part a sentence at semicolons."""
    stops = [match.start() for match in HALF.finditer(sentence.text)]
    return [_cut(sentence, start, stop) for start, stop in zip([0, *stops], [*stops, len(sentence.text)], strict=True)]


def _parts(sentence: Sentence) -> list[Sentence]:
    """Part a sentence where another ceremony with its own time begins."""
    words = masked(sentence.text)
    acts = sorted({(match.start(), kind) for kind, form in CEREMONIES.items() for match in form.finditer(words)})
    acts = acts[:_MOST_ACTS]
    cuts = [0, *_before(sentence, acts)]
    for (before, one), (after, other) in pairwise(acts):
        joint = max((joint for joint in _joints(sentence, before, after) if joint > cuts[-1]), default=None)
        if joint is None or _is_with(sentence, cuts[-1], joint, after):
            continue
        lies = (one == "lying in state") != (other == "lying in state")
        if (
            CONTRASTED.match(words, after)
            or _parted(sentence, cuts[-1], joint, apart=lies)
            or (one != other and _is_apart(sentence, cuts[-1], joint, after))
        ):
            cuts.append(joint)
    return [_cut(sentence, start, stop) for start, stop in zip(cuts, [*cuts[1:], len(sentence.text)], strict=True)]


def _before(sentence: Sentence, acts: list[tuple[int, str]]) -> list[int]:
    """Give the end of what is told before the first ceremony, with an hour of its own: "Zberemo se ob 14. uri, …"."""
    first = acts[0][0] if acts else 0
    joints = list(_joints(sentence, 0, first))
    if joints and _clocks(sentence, 0, joints[-1]) and _clocks(sentence, first, len(sentence.text)):
        return joints[-1:]
    return []


def _is_with(sentence: Sentence, start: int, joint: int, act: int) -> bool:
    """Tell whether a ceremony is how the one before is held: "…, s sveto mašo ob 10. uri"."""
    if not WITH.search(sentence.text[joint:act]) or REFERS.search(sentence.text, act):
        return False
    return not (_clocks(sentence, start, joint) and _clocks(sentence, joint, len(sentence.text)))


def _clocks(sentence: Sentence, start: int, stop: int) -> bool:
    return any(isinstance(span.start, datetime) for span in _spans(sentence, start, stop))


def _joints(sentence: Sentence, start: int, stop: int) -> Iterator[int]:
    """Give the places between clauses; a comma inside a time is none."""
    inside = [
        (span.position - sentence.start, span.position - sentence.start + len(span.text)) for span in sentence.spans
    ]
    for joint in CLAUSE.finditer(sentence.text, start):
        if joint.start() >= stop:
            return
        if not any(first < joint.start() < last for first, last in inside):
            yield joint.start()


def _parted(sentence: Sentence, start: int, joint: int, *, apart: bool) -> bool:
    """Tell whether both sides of a joint tell a time; of two in different places one is enough."""
    before, after = bool(_spans(sentence, start, joint)), _own_time(sentence, joint)
    return (before or after) if apart else (before and after)


def _is_apart(sentence: Sentence, start: int, joint: int, act: int) -> bool:
    """Tell whether a ceremony behind a timed one has a place of its own, or is kept to a circle."""
    if not _spans(sentence, start, joint):
        return False
    circle = CIRCLE.search(sentence.text, act)
    if circle and not CLAUSE.search(sentence.text, act, circle.start()):
        return True
    both = sentence.text[start:joint], sentence.text[joint:]
    return all(any(place.hall and " " in place.text for place in places_in(part)) for part in both)


def masked(text: str) -> str:
    """Blank out what only refers to another ceremony ("po pogrebu") or to undertakers."""
    for pattern in (REFERS, NOT_ACTS):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def _spans(sentence: Sentence, start: int, stop: int) -> list[TimeSpan]:
    return [span for span in sentence.spans if span.start and start <= span.position - sentence.start < stop]


def _own_time(sentence: Sentence, start: int) -> bool:
    return bool(_spans(sentence, start, len(sentence.text)) or relation_in(sentence.text[start:]))


def _cut(sentence: Sentence, start: int, stop: int) -> Sentence:
    return Sentence(sentence.text[start:stop], sentence.start + start, _spans(sentence, start, stop))
