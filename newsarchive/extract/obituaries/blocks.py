"""Labelled lines as one: "Datum pogreba: 17. 3. 2026" and "Kraj pogreba: Podgaj" tell of one funeral."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.extract.obituaries.rows import rows_as_lines

_LABEL = re.compile(r"^[ \t]*(?P<label>[^\W\d][^:\n]{1,38}?)[ \t]*:[ \t]*(?P<value>.*)$")
_ACT = r"(?:pogreb\w*|pokop\w*|sloves\w*|slov\w+|poslovitv\w*|maš\w*|žalne\s+\w+)"
_WHEN = re.compile(rf"(?:datum|dan|termin)\s+(?P<act>{_ACT})", re.I)
_MORE = re.compile(
    rf"(?:(?P<hour>ura|čas)|(?P<place>kraj|lokacija|mesto|prostor|pokopališče|cerkev))(?:\s+{_ACT})?", re.I
)
_NOMINATIVE = {
    "pog": "Pogreb",
    "pok": "Pokop",
    "slo": "Slovo",
    "pos": "Slovo",
    "maš": "Maša",
    "žal": "Žalna slovesnost",
}
_STARTS = re.compile(r"pogreb|pokop|slovo|poslednje|zadnje|maša|sveta|žara|krsta|žaln|poslov|datum\s+poko", re.I)
_NAMES = re.compile(
    r"^[ \t]*ime[ \t]*:[ \t]*(?P<given>[^\n]+)\n+[ \t]*priimek[ \t]*:[ \t]*(?P<family>[^\n]+)$", re.I | re.M
)
_NAMES_TURNED = re.compile(
    r"^[ \t]*priimek[ \t]*:[ \t]*(?P<family>[^\n]+)\n+[ \t]*ime[ \t]*:[ \t]*(?P<given>[^\n]+)$", re.I | re.M
)
_HOUR = re.compile(
    r"\b(?P<lead>ob|od)\s+(?P<hour>[01]?\d|2[0-3])(?:\.?\s?h\b\.?(?=\W)|\.(?=\s+(?:naprej|dalje)\b)"
    r"|(?<=ob\s\d\d)\.(?=[,;]|\s+(?:v|na|pri|iz|izpred|pred|pa)\s|\s*(?:\n|$)))"
)
"""An hour without the word for it: "od 18h", "ob 16. na pokopališču"."""
_CLOCK_FIRST = re.compile(
    r"^[ \t]*(?:- )?"
    r"(?P<clock>(?:[01]?\d|2[0-3])[.:][0-5]\d)(?:[ ](?:uri?|h))?[ \t]*[:–—-]?[ ]+"
    r"(?=(?:pogreb|pokop|slovo|sv|maša|žar|poslov)\w*)",
    re.I | re.M,
)
"""A line of a programme: "14.00 – sveta maša"."""
_TOLD = re.compile(r"pogreb|pokop|slov|maš|žar|krst|vežic|pokojn|pospremil", re.I)
_GOES_ON = re.compile(r"[ \t]*(?:v|na|pri|ob|od|do|dne|pred|izpred|iz)[ ](?!slovo\b|spomin\b)")
_ENDED = re.compile(r"[.!?:;][\s\"”“«)]*$")
"""Where a sentence that tells of a ceremony goes on below: "Pogreb bo", "v petek ob 15. uri", "na pokopališču"."""
_NEXT_DAY = re.compile(r"\b(?P<sign>[Nn])aslednj(?:i\s+dan|ega\s+dne)\s+(?=(?:ob|od)\s)")
"""Which day that is, is told by another ceremony; the hour stands for itself."""
_PERSON = re.compile(
    r"^[ \t]*(?:ime\s+in\s+priimek|priimek\s+in\s+ime|pokojni(?:k|ca|ci)?|pokojna)[ \t]*:[ \t]*", re.I | re.M
)


def joined(text: str) -> str:
    r"""Write what labels tell of one ceremony or name into one line.

    >>> joined("Datum pogreba: 17. 3. 2026\nUra: 15.00\nKraj pogreba: Podgaj")
    'Pogreb: 17. 3. 2026 ob 15.00, Podgaj'
    """
    text = _CLOCK_FIRST.sub(r"ob \g<clock> ", "\n".join(_unwrapped(rows_as_lines(text).split("\n"))))
    text = _NEXT_DAY.sub(_day_later, _HOUR.sub(r"\g<lead> \g<hour>. uri", text))
    if ":" not in text:
        return text
    text = _NAMES.sub(r"\g<given> \g<family>", text)
    text = _NAMES_TURNED.sub(r"\g<given> \g<family>", text)
    lines: list[str] = []
    act = -1
    for line in _PERSON.sub("", text).split("\n"):
        label = _LABEL.match(line)
        act = _add(lines, line, label, act)
    return "\n".join(lines)


def _unwrapped(lines: list[str]) -> Iterator[str]:
    """Join the lines of one sentence that tells of a ceremony."""
    held: list[str] = []
    told = False
    for line in lines:
        if held and told and _GOES_ON.match(line) and not _ENDED.search(held[-1]):
            held.append(line.strip())
            continue
        if held:
            yield " ".join(held)
        held, told = [line], bool(_TOLD.search(line))
    yield " ".join(held)


def _day_later(match: re.Match[str]) -> str:
    return "Dan pozneje " if match["sign"] == "N" else "dan pozneje "


def _add(lines: list[str], line: str, label: re.Match[str] | None, act: int) -> int:
    """Add a line, or what it tells to the line of its ceremony; give the number of that line."""
    more = _MORE.fullmatch(label["label"]) if label else None
    if label and more and act >= 0:
        lines[act] += f"{' ob' if more['hour'] else ','} {label['value'].removeprefix('ob ')}"
        return act
    when = _WHEN.fullmatch(label["label"]) if label else None
    if label and when:
        line = f"{_NOMINATIVE[when['act'][:3].casefold()]}: {label['value']}"
    lines.append(line)
    if when or (label and _STARTS.match(label["label"])):
        return len(lines) - 1
    return act if not line.strip() else -1
