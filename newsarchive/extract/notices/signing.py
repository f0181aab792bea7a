"""Who signs: the body at the end of a text, or of a line."""

from __future__ import annotations

import re
from itertools import takewhile

from newsarchive.extract.notices import words
from newsarchive.extract.notices.bodies import bodies
from newsarchive.extract.notices.issuers import bare, is_body, is_name
from newsarchive.extract.notices.units import Unit

_ACTION = re.compile("|".join(words.ACTIONS.values()), re.I)
_AUDIENCE = re.compile(rf"(?:{words.AUDIENCE})", re.I)
_BRACKETED = re.compile(r"(?<!\w)[(—–][^()—–]{3,80}\)?\.?\s*$")
_CLOSING = re.compile(r"(?:^|(?<!\w)[—–(]\s?|(?<=\w\w\w)[.!?]\s)(?P<name>[^—–().!?§]{4,80}|[A-ZČŠŽ]{3})[.)]*\s*$")
_LETTERS = re.compile(rf"(?!(?:{words.NO_BODIES})\b)[A-ZČŠŽ]{{3,6}}")
_OFFICE = re.compile(rf"\b(?:{words.OFFICES})", re.I)
_PROPER = re.compile(r"[^\W\d_a-zčšž][\w-]*(?:,?\s(?:[^\W\d_a-zčšž][\w-]*|plini?|občine|mesto|službe|za\s\w+|in))*")
"""Words all of which are names: what may sign without being a body of a known make."""
_YOURS = re.compile(r"(?:Vaša|Vaše|Vaš)\s+")


def bracketed(text: str) -> str | None:
    """Give the body that a sentence names behind it in brackets.

    >>> bracketed("Vrtna ulica bo zaprta (Občina Dol)."), bracketed("Zaprta bo Vrtna ulica (del).")
    ('Občina Dol', None)
    """
    return _closing(text) if _BRACKETED.search(text) else None


def signature(units: list[Unit]) -> str | None:
    """Give the body that signs at the end of a text."""
    own = list(takewhile(lambda unit: unit.kind == "heading" and is_body(unit.text), reversed(units[-3:])))
    if own:
        return bare(own[-1].text)
    for unit in reversed(units[-3:]):
        if unit.kind == "heading" and (found := _of_office(unit.text)):
            return found
        if unit.kind == "heading" and is_body(unit.text):
            return bare(unit.text)
    letters = units and units[-1].kind == "heading" and _LETTERS.fullmatch(units[-1].text)
    return units[-1].text if letters else _closing(units[-1].text) if units else None


def _of_office(text: str) -> str | None:
    """Give the body in whose name somebody signs: "Svet Krajevne skupnosti Dol", "Vaša Komunala Dol"."""
    body = next(iter(bodies(text)), None)
    own = body and (_OFFICE.search(text[: body.start]) or _YOURS.fullmatch(text[: body.start]))
    return body.name if body and own and body.stop == len(text.rstrip(" .")) else None


def _closing(text: str) -> str | None:
    """Give the body that stands alone at the end of a line: "(Elektro Dol)", "— Elektro Dol", "Vodovod Dol."."""
    match = _CLOSING.search(text)
    if match and match[0][0] in "—–" and ")" in match[0]:
        return None  # the second end of a stretch in brackets
    name = _YOURS.sub("", match["name"].strip()) if match else ""
    body = next(iter(bodies(name)), None)
    if body and body.start == 0 and body.stop == len(name) and body.case == "nom":
        return body.name
    if match and match[0][0] in "—–" and text[: match.start()].rstrip()[-1:] not in ".!?":
        return None  # the second end of a stretch
    own = name != text.strip(" .") and name.count(" ") < 6 and _PROPER.fullmatch(name) and not _AUDIENCE.match(name)
    return name if own and not re.match(words.THANKS, name) else None


def signed(units: list[Unit]) -> str | None:
    """Give the name of unknown make that closes a text written in the first person."""
    last = units[-1] if len(units) > 1 else None
    if last is None or last.kind != "heading" or not is_name(last.text):
        return None
    own = any(re.search(words.FIRST_PERSON, unit.text, re.I) for unit in units[:-1])
    plain = re.fullmatch(r"[^\W\d_a-zčšž][\w.-]*(?:[ ,][\w., -]+)?", last.text) and not _ACTION.search(last.text)
    return bare(last.text) if own and plain and last.text.count(" ") < 6 else None
