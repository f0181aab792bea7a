"""The name of a person in its cases and orders, as cautiously as a takedown must be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.custody.redaction.spelling import END, NAME_GAP, START, WORD, needle, spelled

POSSESSIVE = "(?:[aoei]|ega|emu|em|im|ih|imi)?"
ADJECTIVE = "|ega|emu|im"
IN_A = f"(?:a|e|i|o|u|om|ata|atu|atom|in{POSSESSIVE})"
"""Ana, Ane, Ani, Ano, Anin; Luka, Luku, Lukata."""
IN_CONSONANT = f"(?:a|u|i|om|em|ja|ju|jem|j?ev{POSSESSIVE}|ov{POSSESSIVE})"
"""Novak, Novaka, Novaku, Novakom, Novakov; Vladimirja; Kovačev."""
IN_VOWEL = f"{IN_CONSONANT[:-1]}|e|o|{{0}}(?:t|j)?(?:a|u|om|em|[oe]v{POSSESSIVE})|{{0}}{ADJECTIVE})"
"""Marko, Marka; Jože, Jožeta; Andi, Andija; Kranjski, Kranjskega."""
FLEETING = re.compile(r"(.+[^aeiou])e([^aeiou])", re.IGNORECASE)
"""Kranjec, but Kranjca."""


def name_pattern(name: str) -> str | None:
    """Give the pattern of a name of two words or more; None for one word, which may be anybody's.

    >>> found = re.compile(name_pattern("Ana Kovač"), re.I)
    >>> [bool(found.search(one)) for one in ("Ane Kovač", "KOVAČ Ana", "/ana-kovac/", "ani kova&#269;", "Ana Kovačič")]
    [True, True, True, True, False]
    >>> name_pattern("Ana") is None
    True
    """
    parts = [_forms(part) for part in WORD.findall(name)]
    if len(parts) < 2:
        return None
    orders = (parts, [parts[-1], *parts[:-1]])
    return f"{START}(?:{'|'.join(NAME_GAP.join(order) for order in orders)}){END}"


def name_needles(name: str) -> tuple[bytes, ...]:
    """Give what every form of the name holds."""
    return tuple(found for part in WORD.findall(name) if (found := needle(_constant(part))))


def _constant(part: str) -> str:
    """Give the beginning of a part that no case changes."""
    if len(part) < 3:
        return part
    fleeting = FLEETING.fullmatch(part)
    return fleeting[1] if fleeting else part.rstrip("aeiouAEIOU")


def _forms(part: str) -> str:
    return f"(?:{'|'.join(_cases(part))})"


def _cases(part: str) -> Iterator[str]:
    yield spelled(part)
    last = part[-1].lower()
    if len(part) < 3:
        return
    if last == "a":
        yield spelled(part[:-1]) + IN_A
    elif last in "eiouy":
        yield spelled(part[:-1]) + IN_VOWEL.format(last)
    else:
        yield spelled(part) + IN_CONSONANT
        if found := FLEETING.fullmatch(part):
            yield spelled(found[1] + found[2]) + IN_CONSONANT
