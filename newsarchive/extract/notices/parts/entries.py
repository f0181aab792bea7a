"""Entries of a list: a place and its time, and nothing else."""

from __future__ import annotations

import re
from datetime import datetime

from newsarchive.extract.notices import telling, words
from newsarchive.extract.notices.areas import Area, are_names, fronted, is_when
from newsarchive.extract.notices.said import Said
from newsarchive.extract.notices.units import Unit

LEFTOVER = 160
"""Characters of a list's entry that can be nothing but a place."""
LONGEST_ENTRY = 400
"""Characters of such an entry with its times."""
_TIME_FIRST = re.compile(r"\W{0,3}§")
_GOVERNED = re.compile(r"\b(?:v|na|pri|ob|območj\w|naselj\w+|vaseh|vasi)\s+$", re.I)
_LEADING = re.compile(
    r"^(?:[\s,;:.–|¤§-]|\([a-zčšž][^()]{2,40}\)|\b(?:vasi?|naselj[aeo]|odjemalci|uporabniki|gospodinjstva|v|na|dne|od|do|med|ob|in|ter|ure|uri|uro|predvidoma)\b)+",
    re.I,
)
_STOP = re.compile(rf"(?:{words.STOP})$", re.I)
_TRAILING = re.compile(r"(?:[\s,;:.–|¤§-]|\b(?:v|na|dne|od|do|med|ob|in|ter|ure|uri|uro|predvidoma)\b)+$", re.I)


def entry_fields(statement: Said) -> dict[str, str]:
    """Give the area of an entry that only names it before a colon, or has nothing else beside its times."""
    front = fronted(statement.open)
    if front and _is_before(statement.area, front.text, statement.text):
        return {"area": statement.text[: len(front.text)]}
    left = leftover(statement)
    if statement.area and not _is_list(left, statement):
        return {}
    return {"area": left}


def _is_list(left: str, statement: Said) -> bool:
    """Tell whether what is left of an entry is a list of names in the nominative."""
    front = statement.text[: statement.text.find(left)] if left else ""
    return bool(left) and are_names(left) and not _GOVERNED.search(front)


def _is_before(area: Area | None, front: str, text: str) -> bool:
    """Tell whether an area is none, or only a part of the names before a colon."""
    return area is None or text.find(area.text) < len(front)


def is_bare(unit: Unit, first: Said, *, listed: bool = False) -> bool:
    """Tell whether a line is nothing but a place and its hours."""
    clocked = any(isinstance(span.start or span.end, datetime) for span in first.times)
    timed = bool(_TIME_FIRST.match(first.masked)) and first.action is None and len(first.text) < LONGEST_ENTRY
    named = bool(
        leftover(first)
        or fronted(first.open)
        or (timed and first.area)
        or (first.area and not telling.is_verbal(first.text))
    )
    return named and (clocked or listed or unit.kind in ("item", "row")) and not first.issuer


def _says(text: str) -> bool:
    """Tell whether a word of a text is none of a name."""
    return any(_STOP.match(word) for word in text.split())


def leftover(sentence: Said) -> str:
    """Give what is left of a list's entry without its times: its place, where nothing else is said."""
    if len(sentence.open) > LONGEST_ENTRY:
        return ""
    left = _TRAILING.sub("", _LEADING.sub("", sentence.open))
    short = 1 < len(left) <= LEFTOVER and (left[0].isupper() or left[0].isdigit())
    if (
        not short
        or telling.is_verbal(left)
        or telling.action(left)
        or "§" in left
        or "¤" in left
        or _says(left)
        or is_when(left)
    ):
        return ""
    at = sentence.open.index(left)
    return sentence.text[at : at + len(left)]
