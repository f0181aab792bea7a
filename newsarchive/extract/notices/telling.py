"""What a statement says in plain words: service, action, status and reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from newsarchive.extract.notices import words
from newsarchive.extract.notices.clock import HIDDEN, TIME, hide
from newsarchive.extract.places import CAPITAL

_REASON = re.compile(words.REASONS, re.I)
_TOKEN = re.compile(rf"[{TIME}{HIDDEN}]+|[|;\n,]|[^\s|;,{TIME}{HIDDEN}]+")
_REASON_STOP = re.compile(rf"(?:{words.REASON_STOP})$", re.I)
_WHERE = re.compile(rf"(?:{words.AREA_HEADS}|{words.KEPT_HEADS})\b", re.I)
_LOOSE = re.compile(r"(?:\s+(?:v|na|od|do|(?<!prostega )dne|med|ob|in|ter|predvidoma|bo|za|z|s|iz|času|dneh))+$", re.I)
_WITHOUT_SUPPLY = re.compile(words.WITHOUT_SUPPLY, re.I)
_MAY = re.compile(r"\blahko\b", re.I)
_MAY_MOVE = re.compile(words.MAY_MOVE, re.I)
_CONDITION = re.compile(words.CONDITION, re.I)
_RESTRICTS = re.compile(words.RESTRICTS, re.I)
_SCHEDULED = re.compile(words.SCHEDULED, re.I)
LONGEST_REASON = 400


@cache
def _patterns(table: str) -> Mapping[str, re.Pattern[str]]:
    tables = {
        "service": words.SERVICES,
        "issuer": words.ISSUER_SERVICES,
        "action": words.ACTIONS,
        "status": words.STATUSES,
    }
    return {name: re.compile(pattern, re.I) for name, pattern in tables[table].items()}


def _first(table: str, text: str) -> str | None:
    return next((name for name, pattern in _patterns(table).items() if pattern.search(text)), None)


def service(*texts: str | None) -> str | None:
    """Give the service of the first text that tells one.

    >>> service("motena dobava zemeljskega plina", "cesta")
    'gas'
    """
    return next((told for text in texts if text and (told := _first("service", text))), None)


def service_of_issuer(name: str | None) -> str | None:
    """Give the service of a body that has only one."""
    return _first("issuer", name) if name else None


def action(*texts: str | None) -> str | None:
    """Give the action of the first text that tells one; ``other`` where something is only scheduled.

    >>> action("delno zaprta zaradi del"), action("odvoz odpadkov bo v soboto")
    ('partial closure', 'other')
    """
    told = next((told for text in texts if text and (told := _first("action", text))), None)
    return told or ("other" if any(text and _SCHEDULED.search(text) for text in texts) else None)


def restricts(text: str) -> bool:
    """Tell whether a text forbids or limits what people use.

    >>> restricts("Prepovedana je uporaba vode za zalivanje."), restricts("Prepovedano je parkiranje.")
    (True, False)
    """
    return bool(_RESTRICTS.search(text))


def status(*texts: str) -> str:
    """Give the status that the first telling text gives, ``announced`` where none does.

    >>> status("Zapora je preklicana."), status("V primeru dežja bodo dela prestavljena.")
    ('cancelled', 'announced')
    """
    return next((told for text in texts if (told := _first("status", _CONDITION.sub(" ", text)))), "announced")


def reason(text: str, hidden: str, *, whole: bool = False) -> tuple[str, int, int] | None:
    """Find why, and where that is printed; ``hidden`` is the text with its times hidden.

    It ends where an area begins, unless it is asked for ``whole``.

    >>> told = "da bo zaradi okvare cevovoda prekinjena dobava"
    >>> reason(told, told)
    ('okvare cevovoda', 13, 28)
    """
    match = next((one for one in _REASON.finditer(hidden) if not _is_condition(hidden, one)), None)
    if match is None:
        return None
    start = stop = match.end()
    for token in _TOKEN.finditer(hidden, start, start + LONGEST_REASON):
        if _closes(token, hidden, start) or (not whole and _WHERE.match(hidden, token.start())):
            break
        ended = _ends(token[0], hidden[token.end() : token.end() + 1])
        stop = token.end() - ended
        if ended:
            break
    kept = _LOOSE.sub("", hidden[start:stop].rstrip(" ,")).rstrip(" ,")
    return (text[start : start + len(kept)], start, start + len(kept)) if kept else None


def _is_condition(text: str, match: re.Match[str]) -> bool:
    """Tell whether a reason is that of a change that may come: "termin se lahko zaradi dežja spremeni"."""
    around = text[max(match.start() - 20, 0) : match.end() + 90]
    return bool(_MAY.search(around) and _MAY_MOVE.match(text, match.end()))


def _closes(token: re.Match[str], text: str, start: int) -> bool:
    word = token[0]
    if word[0] in f"{TIME}{HIDDEN}|;\n":
        return True
    if word == ",":
        return not re.match(r"\s+(?:izvod|k\.|št\.|odsek)", text[token.end() : token.end() + 10])
    if token.start() == start:
        return False
    if re.match(rf"\({CAPITAL}", word) or (word[0].isupper() and text[: token.start()].rstrip().endswith(("«", "“"))):
        return True
    if word in ("v", "na") and re.match(
        r"\s+(?:KS|naselj|vse[hm]\s(?:\w+\s){0,3}(?:cest|poteh|naselj|kraj|ulic)|občin|Občin|cest\w+\s+[A-Z]\w*\d)",
        text[token.end() : token.end() + 60],
    ):
        return True
    if word == "v" and re.match(
        r"\s+(?:(?:dveh|treh|štirih)\s+)?(?:noč|dneh|dnevih)", text[token.end() : token.end() + 16]
    ):
        return True
    if word == "za" and text.startswith((" promet", " ves promet", " nekaj ", " približno ", " krajši "), token.end()):
        return True
    if word == "brez":
        return bool(_WITHOUT_SUPPLY.match(text, token.end()))
    return word[0].islower() and bool(_REASON_STOP.match(word.rstrip(".!?:")))


def _ends(word: str, following: str) -> bool:
    """Tell whether a word closes a sentence."""
    if word[-1] in ":!?":
        return True
    return word.endswith(".") and (not following or (len(word) > 4 and not word[:-1].isdigit()))


_CLOSES_WAY = re.compile(words.CLOSES_WAY, re.I)
_CUTS_SUPPLY = re.compile(words.CUTS_SUPPLY, re.I)
_ROAD = re.compile(words.ROAD_NOUNS, re.I)
_DROPPED = re.compile(words.DROPPED, re.I)
_FAULT = re.compile(words.FAULT, re.I)
_WAY_TO = re.compile(r"\b(?:pot|cesta|ulica|dovoz)\s+(?:na|do|k|proti|mimo)\s+", re.I)


_FOR_ALL = re.compile(words.FOR_ALL, re.I)
_VERBAL = re.compile(r"\b(?:bo|bodo|bosta|je|so|sta|smo|bomo)\b")
_WORKS = re.compile(rf"[(,–—-]\s*(?P<reason>{words.WORKS}[^,;:()§|]{{0,60}}?)(?=\s*[().,;]|\s*$)")
_BRACKETED = re.compile(
    rf"(?:\((?:\w+\s)?|:\s(?=[^.]{{0,400}}\.?$))(?P<reason>{words.WORKS}[^,;:()§|]{{0,60}}?)(?:\)|\.?$)"
)
_DOING = re.compile(
    rf"\b(?:{words.DOING})\s+(?P<reason>(?:(?!dela\b)[a-zčšž]+(?:o|a|e|i|ih|ega)\s){{0,2}}(?!dela\b){words.WORKS}(?:\s+(?!(?-i:v\s+{CAPITAL}|na\s+{CAPITAL}))[^\s.,;:()§¤|]+){{0,6}})",
    re.I,
)
_DONE = re.compile(
    rf"^(?P<reason>(?!dela\b){words.WORKS}(?:\s+(?!{words.DONE}|(?-i:na\s+{CAPITAL}|v\s+{CAPITAL}))[^\s.,;:()§¤|]+){{1,4}})\s[^.;:,]{{0,40}}?{words.DONE}",
    re.I,
)
_UNDER_WAY = re.compile(
    rf"(?:(?P<opens>^|(?<=:\s))|\b(?:bo|bodo|bosta|je|so)\s(?:\w+\s)??)(?P<reason>(?:(?!in\b|ter\b)\w+(?:i|a|o|e)\s){{0,2}}?(?i:(?!dela\b){words.WORKS})(?:\s[^\s.,;:()§¤|]+){{0,5}}?)"
    rf"\s(?(opens)(?:bo|bodo|bosta|je|so)\s(?:\w+\s)?|(?:\w+\s)??){words.UNDER_WAY}"
)
_BECAUSE = re.compile(rf"{words.BECAUSE}(?P<reason>[^,.;:()§|]{{5,90}})", re.I)
_ALONE = re.compile(rf"^\W*(?P<reason>(?i:(?!dela\b){words.WORKS})[^,;:()§|.]{{0,60}})\.\W*$")
"""A sentence in telegram style that is nothing but the reason: "Okvara na cevovodu."."""
_WORKING = re.compile(words.WORKING, re.I)
_ADVICE = re.compile(words.ADVICE, re.I)
_FAULTS_ENDED = re.compile(words.FAULTS_ENDED, re.I)


def is_for_all(text: str) -> bool:
    """Tell whether a sentence speaks of all notices of a page."""
    return bool(_FOR_ALL.search(text))


def shown_reason(text: str) -> str | None:
    """Give a reason that no word announces: in telegram style, or a fault that is over.

    >>> shown_reason("Zaprto: Vrtna ulica, 5. maja, sanacija plazu."), shown_reason("Napaka na omrežju je odpravljena.")
    ('sanacija plazu', 'Napaka na omrežju')
    """
    ended = _FAULTS_ENDED.search(text)
    if ended:
        return ended[0]
    shown = _UNDER_WAY.search(text) or _BRACKETED.search(text) or _DOING.search(text) or _DONE.search(text)
    shown = shown or (None if _VERBAL.search(text) else _WORKS.search(text) or _ALONE.search(text))
    working: re.Match[str] | None = None if shown or _ADVICE.search(text) else _WORKING.search(text)
    if working:
        return next(group for group in working.groups() if group).strip()
    because = None if shown or _ADVICE.search(text) else _BECAUSE.search(text)
    if because:
        return because["reason"].strip()
    return _without_verbs(shown["reason"].strip()) if shown else None


def _without_verbs(text: str) -> str:
    """Cut off what is said of works behind their name."""
    kept: list[str] = []
    for word in text.split():
        if kept and (_REASON_STOP.match(word) or re.match(r"(?:od|do|dne|med)$", word)):
            break
        kept.append(word)
    return _LOOSE.sub("", " ".join(kept))


def closes_way(text: str) -> bool:
    """Tell whether it is a road that is closed, whatever is done on it.

    >>> closes_way("popolna zapora občinske ceste zaradi vodovoda"), closes_way("zapora vode na Novi cesti")
    (True, False)
    """
    return bool(_CLOSES_WAY.search(text))


def cuts_supply(text: str) -> bool:
    """Tell whether some supply is cut off or disturbed, of whatever.

    >>> cuts_supply("izpad oskrbe pri tržnici")
    True
    """
    return bool(_CUTS_SUPPLY.search(text))


def is_road(*texts: str) -> bool:
    """Tell whether texts name a way."""
    return any(_ROAD.search(text) for text in texts)


def is_way_first(text: str) -> bool:
    """Tell whether a text names a way to a house or grounds.

    >>> is_way_first("dovozna pot na pokopališče je zaprta"), is_way_first("knjižnica na Novi poti")
    (True, False)
    """
    facility = _patterns("service")["facility"]
    return any(facility.match(text, way.end()) for way in _WAY_TO.finditer(text))


def is_verbal(text: str) -> bool:
    """Tell whether a text is a sentence with a verb, not a list's entry."""
    return bool(_VERBAL.search(text))


def is_dropped(*texts: str) -> bool:
    """Tell whether something scheduled does not take place."""
    return any(_DROPPED.search(text) for text in texts)


def is_fault(*texts: str) -> bool:
    """Tell whether something broke."""
    return any(_FAULT.search(text) for text in texts)


def without(text: str, *parts: tuple[int, int]) -> str:
    """Hide parts of a text."""
    for start, stop in parts:
        text = hide(text, start, stop)
    return text
