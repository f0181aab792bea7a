"""Lines printed in capitals, written as other lines are: only names begin with a capital."""

from __future__ import annotations

import re

from newsarchive.extract.notices import words
from newsarchive.extract.places.forms import readings

LETTERS = 24
"""A line with fewer letters may be a name or an abbreviation."""
SHARE = 0.8
"""Of its letters, how many are capitals."""
_TOKEN = re.compile(r"[^\W\d_][\w-]*|[.!?,:;]|\S", re.U)
_RUN = re.compile(
    r"(?P<kind>(?:\b(?:naseljih|krajih|vaseh|ulicah|območju)\s)?)[A-ZČŠŽ]{3,}(?:(?:,?\s|\s[–-]\s)(?:[A-ZČŠŽ]{2,}|[SVZ]|in|ter))*\s[A-ZČŠŽ]{3,}"
)
"""Words in capitals one behind another, perhaps behind what kind of places they name."""
_STATION = re.compile(r"\b(?:R?TP|LC|JP)\b")
_ABBREVIATION = re.compile(r"(?:R?TP|KS|JK?P|LC|JP|PE|OE|DE|NN|SN|[A-Z]{1,2}\d[\w-]*)$")
_BEFORE_NAMES = re.compile(r"(?:v|na|pri|ob|po|skozi|čez|med)$")
_LINKS = re.compile(r"(?:,|in|ter)$")
_HEAD = re.compile(rf"(?:{words.STREET_HEADS})$")
_KIND = re.compile(
    r"(?:območj|nasel|vas(?:i|eh)$|kraj|zasel|ulicah|občin|predel|okolic|delu?$|del$|odsek|relacij|naslov)"
)
_TIME = re.compile(
    rf"(?:{words.WEEKDAYS}|{words.MONTHS}|čas\w*|ur[aeio]|dne\w*|noči|primeru|danes|jutri|teh|tem|vseh|vsem|celotn\w+|voljo|obeh)$"
)
"""What stands behind "v" or "na" and is no name."""


def calmed(text: str) -> str:
    """Write the lines of a text that are printed in capitals as others are; as long as before.

    >>> calmed("V TOREK BO NA LEVSTIKOVI ULICI IN V LOGU ZAPRT PLIN.")
    'V torek bo na Levstikovi ulici in v Logu zaprt plin.'
    """
    return "\n".join(_line(line) if _is_loud(line) else _RUN.sub(_calmed_run, line) for line in text.split("\n"))


def _calmed_run(match: re.Match[str]) -> str:
    """Write a run of words in capitals, inside of a line that is not, as others are; the names of stations stay."""
    run = match[0]
    if len([letter for letter in run if letter.isalpha()]) < LETTERS or _STATION.search(run):
        return run
    calm = _line(f"v {run}")[2:] if match["kind"] else _line(run)
    return calm[:1].lower() + calm[1:]


def _is_loud(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) >= LETTERS and sum(map(str.isupper, letters)) > SHARE * len(letters)


def _line(line: str) -> str:
    tokens = list(_TOKEN.finditer(line))
    calm, expects, named, opens = list(line), False, False, True
    for number, token in enumerate(tokens):
        word = token[0].lower()
        head = number + 1 < len(tokens) and bool(_HEAD.match(tokens[number + 1][0].lower()))
        names = word[0].isalpha() and (expects or (head and len(word) > 3)) and not _is_common(word, head=head)
        if not _ABBREVIATION.match(token[0]):
            calm[token.start() : token.end()] = word[:1].upper() + word[1:] if names or opens else word
        opens = token[0] in ".!?" and not tokens[number - 1][0].isdigit()
        kept = expects and bool(_KIND.match(word) or word.isdigit())
        expects = kept or _leads(word, named=named) or bool(_ABBREVIATION.match(token[0]))
        named = names or (named and (bool(_HEAD.match(word)) or not word[0].isalpha() or word in ("in", "ter")))
    return "".join(calm)


def _is_common(word: str, *, head: bool) -> bool:
    """Tell whether a word is no name though it stands where one could."""
    return bool(
        _TIME.match(word) or _BEFORE_NAMES.match(word) or _LINKS.match(word) or (_KIND.match(word) and not head)
    )


def _leads(word: str, *, named: bool) -> bool:
    """Tell whether a name can follow a word."""
    body = any(form.lower() in words.BODIES for form in readings(word).values())
    return bool(_BEFORE_NAMES.match(word) or body or (named and _LINKS.match(word)))
