"""What a sentence narrates beside what it announces: when it was said or decided, and what happened before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.extract.notices import words

_CLAUSE = r"(?:[^,.;:()]|(?<=\d)\.)"
"""A character inside a clause; a full stop behind a number ends none."""
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"^{_CLAUSE}{{0,120}}?\b(?:je|so|smo|sta)\s{_CLAUSE}{{0,90}}?\b(?:{words.SAID})\b{_CLAUSE}{{0,90}},\s+(?:da|naj)\b",
        rf",\s+(?:je|so|smo|sta)\s{_CLAUSE}{{0,60}}?\b(?:{words.SAID})\b{_CLAUSE}{{0,90}}",
        rf"\bki\s+(?:je|so|smo|sta)\s(?!{_CLAUSE}{{0,60}}\b(?:{words.COMES_INTO_FORCE}))"
        rf"{_CLAUSE}{{0,60}}?\b\w{{2,}}(?:[aei]l|rl|sl|kl|gl|dl)[aoie]?\b{_CLAUSE}{{0,60}}",
        rf"\b(?:odvzet|vzet|zajet|prejet|razglašen|objavljen)\w{{1,3}}\s{_CLAUSE}{{0,60}}",
    )
)
"""Who said it, before what was said and behind it; a relative clause of what somebody or something did."""


def narrated(text: str) -> Iterator[tuple[int, int]]:
    """Give where a sentence narrates; its times there are none of what it announces.

    >>> told = "V sredo so sporočili, da bo Vrtna ulica zaprta."
    >>> [told[start:stop] for start, stop in narrated(told)]
    ['V sredo so sporočili, da']
    >>> told = "Voda iz vzorca, ki so ga vzeli v sredo, ni pitna."
    >>> [told[start:stop] for start, stop in narrated(told)]
    ['ki so ga vzeli v sredo']
    >>> list(narrated("Zapora, ki je začela veljati v sredo, bo trajala še teden dni."))
    []
    """
    for pattern in _PATTERNS:
        yield from (match.span() for match in pattern.finditer(text))
