"""Bodies that a text names: a noun such as "občina" or "vodovod" with its adjectives and its own name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsarchive.extract.notices import words
from newsarchive.extract.places import Case
from newsarchive.extract.places.forms import adjective, noun, readings

_WORD = re.compile(r"[^\W_][\w-]*(?:/[\w-]+)?")
_FIRM = re.compile(
    rf"(?<![\w-])(?!(?:{words.NO_FIRMS})\b)[^\W\d_a-zčšž][\w&-]*(?:\s+(?!(?:{words.NO_FIRMS})\b)[\w&-]+){{0,5}},?\s+{words.LEGAL_FORMS}"
)
"""A name of any make with its legal form: "Čisti Dol, d. o. o."."""
_BRAND = re.compile(rf"(?<![\w-])(?:{words.BRANDS})(?![\w-])(?:\s(?:{words.BRAND_TAILS})\b)?")
_ACRONYM = re.compile(
    rf"(?<![\w-])(?!(?:{words.NO_BODIES})\b)[A-ZČŠŽ]{{2,4}}(?:-[A-ZČŠŽ]{{2}})?(?=\s[^\W\d_a-zčšž][^\W\d_A-ZČŠŽ])"
)
"""A body's name that begins with its letters: "OKP Rogatec"."""
_ADJECTIVE = re.compile(r"(?:n|sk|šk|čk|žk|ov|ev|in|lj|nj|št|šč|št)(?:i|a|o|e|ega|emu|em|im|ih|imi|imi)$")
_BEFORE = {
    "a": ("a", "ega"), "e": ("e", "o"), "i": ("i", "e"), "o": ("o", "e"), "u": ("em", "emu", "m"), "h": ("h",),
}  # fmt: skip
"""For the last letter of a word, how an adjective before it can end."""
_MARK = re.compile(r"(?:JP|JKP|KP|JZ|PE|OE|DE|KS)$")
_TAIL = re.compile(
    rf"(?:\s+Javno\s+(?:[a-zčšž]+\s+)?podjetje\b|\s+{words.ADJECTIVES}\s+(?!\w*(?:{words.NO_NOUNS})\b)[a-zčšž]{{3,}}[aeo]\b"
    rf"|\s+(?:RS|plin\b|{words.NAME_NOUNS}|[^\W\d_a-zčšžćđ][\w-]*+(?!:)|[0-9]{{4,}}\.?)"
    r"|\s+-\s+\w+"
    rf"|\s+–\s+(?!{words.HEADLINES})[^\W\d_a-zčšž]\w+(?:\s[^\W\d_a-zčšž]\w+){{0,2}}(?=,|\s+{words.VERBS}|$)"
    rf"|\s+za\s+(?:{words.FOR_WHAT})\w*(?:\s(?:delo|varstvo|zadeve|dejavnosti|službo))?(?:,\s[a-zčšž]+(?=\sin\s))?(?:\s+(?:in|ter|z|s)\s+(?!\w+l[aieo]\b)[a-zčšž]+)?"
    r"|\s+(?:ob|pri|na|v)\s+[^\W\d_a-zčšžćđ]\w+(?:\s(?:dolini|goricah|polju|gorici|jezeru))?"
    r"|\s+(?!\w+\s+(?:odpadk|zabojnik|uporabnik|občan|voznik|odjemal|krajan|naročnik))[a-zčšž]+(?:ne|ske|nega|skega|nih|skih)\s+[a-zčšž]+(?:e|a|ih|ev|ov)(?=\s|$|[.,:])"
    rf"|,?\s+{words.LEGAL_FORMS}|,\s+(?:\w+\s)?(?:podjetje|družba)\s+za\s[\w\s]{{4,60}}?(?=,\s+{words.LEGAL_FORMS})"
    r"|\s+(?:dr|prof)\.(?=\s[^\W\d_a-zčšž])"
    r"|,\s+(?:PE|OE|DE|TOZD)\s+[^\W\d_a-zčšž]\w+(?:\s[^\W\d_a-zčšž]\w+)*)"
)
_LOCATED = re.compile(rf"\s+(?:na|v|pri|ob)\s+(?!{words.NAME_REGIONS})")
_BY = re.compile(r"\s+pri\s")
"""What may stand behind a town's name in its own name: "Društvo Log pri Dolu"."""
_KEPT_BY = re.compile(r"\b(?:upravljav(?:ec|ka)|upravnik|koncesionar|skrbnik)\s+$", re.I)
"""Who keeps what stands behind it, which announces nothing."""
_OFFICE = re.compile(rf"\b{words.OFFICES}", re.I)
_PERSON = re.compile(r"(?<=\w)\s+[^\W\d_a-zčšžćđ]\w+\s+[^\W\d_a-zčšžćđ]\w+$")
_FOR = re.compile(r"\s+za\s")
"""What a body is for names it: "Direkcija za infrastrukturo"."""
_NAMED = re.compile(r"[^\W\d_a-zčšžćđ]")
MOST = 20
"""Bodies of one sentence; what follows is not read."""
_PREPOSITIONS: dict[str, Case] = {
    "iz": "gen", "z": "gen", "s": "gen", "od": "gen", "do": "gen", "na": "loc", "v": "loc", "pri": "loc", "po": "loc",
    "za": "acc",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """A body, where it is named, and in which case."""

    name: str
    """In the nominative."""
    start: int
    stop: int
    case: Case
    preposition: str
    """What governs it; nothing where it is a subject, or depends on another noun."""


@lru_cache(maxsize=64)
def bodies(text: str) -> tuple[Body, ...]:
    """Find the bodies that a text names, in order.

    >>> [(body.name, body.case) for body in bodies("Tako pravijo na Mestni občini Dol in Vodovod Log.")]
    [('Mestna občina Dol', 'loc'), ('Vodovod Log', 'nom')]
    """
    return tuple(_found(text))


def _found(text: str) -> Iterator[Body]:
    heads = [
        *_heads(text),
        *(
            (match.start(), match.end(), None)
            for pattern in (_BRAND, _ACRONYM, _FIRM)
            for match in pattern.finditer(text)
        ),
    ]
    done = 0
    for start, stop, cases in sorted(heads, key=lambda head: head[0])[:MOST]:
        if start < done:
            continue
        body = _brand(text, start, stop) if cases is None else _body(text, start, stop, cases)
        if body:
            done = body.stop
            yield body


def _heads(text: str) -> Iterator[tuple[int, int, dict[Case, str]]]:
    for match in _WORD.finditer(text):
        cases = readings(match[0])
        told = {case: form for case, form in cases.items() if form.lower() in words.BODIES or form in words.NAMES}
        if told:
            yield match.start(), match.end(), told


def _brand(text: str, start: int, stop: int) -> Body:
    front = _preposition(text, start)
    end = _tail(text, stop)
    return Body(text[start:end], start, end, _PREPOSITIONS.get(front, "nom"), front)


def _body(text: str, start: int, stop: int, cases: dict[Case, str]) -> Body | None:
    begin = _adjectives(text, start)
    front = _preposition(text, begin)
    governed: Case = _PREPOSITIONS.get(front, "nom")
    case = governed if governed in cases else next(iter(cases))
    firm = _FIRM.match(text, stop + 1) if text[start:stop].lower() in words.BARE else None
    if firm:
        whole = firm[0] if begin == start else _nominative(text[begin : firm.end()], case)
        return Body(whole, begin, firm.end(), case, front)
    end = _tail(text, stop)
    if (
        not _NAMED.search(text[stop:end])
        and not _FOR.match(text, stop, end)
        and not _is_named(text[begin - 1 : start] if begin else "", text[start:stop], cases)
    ):
        return None
    if case == "gen" and _KEPT_BY.search(text[max(begin - 30, 0) : begin]):
        return None
    end = _without_person(text, begin, end)
    name = _nominative(text[begin:end], case)
    if name.lower().startswith(words.GROUNDS):
        return None
    return Body(name, begin, end, case, front)


def _without_person(text: str, begin: int, end: int) -> int:
    """Give where a body's name ends before the one who holds an office there: "župan Občine Log | Janez Novak"."""
    person = _PERSON.search(text, begin, end)
    if person is None or not _OFFICE.search(text[max(begin - 30, 0) : begin]):
        return end
    last = text[begin : person.start()].split()[-1]
    return person.start() if last[0].isupper() and last.lower() not in words.BODIES else end


def _is_named(front: str, head: str, cases: dict[Case, str]) -> bool:
    """Tell whether a noun with nothing behind it is a name: "Kraški vodovod", "Kostak"."""
    alone = head[0].isupper() and any(form in words.NAMES for form in cases.values())
    return alone or bool(front[:1] == " " and _NAMED.match(front[1:]))


def _preposition(text: str, start: int) -> str:
    front = re.search(r"(?:^|\s)(\w{1,3})\s+$", text[max(start - 6, 0) : start])
    return front[1].lower() if front and front[1].lower() in _PREPOSITIONS else ""


def _can_agree(front: str, behind: str) -> bool:
    """Tell whether an adjective can stand before a noun or another adjective, by their endings."""
    endings = _BEFORE.get(behind[-1:])
    compound = front[:1].isupper() and front.endswith("no")
    return endings is None or compound or bool(_MARK.match(front) or front.isupper()) or front.endswith(endings)


def _adjectives(text: str, start: int) -> int:
    """Give where the adjectives before a noun begin."""
    for _ in range(4):
        front = re.search(r"([^\W\d_]+|\w[\w-]*)\s+$", text[max(start - 40, 0) : start])
        if (
            not front
            or not (_ADJECTIVE.search(front[1]) or _MARK.match(front[1]))
            or (len(front[1]) < 4 and not _MARK.match(front[1]))
            or not _can_agree(front[1], text[start:].split(maxsplit=1)[0])
        ):
            break
        start -= len(front[0])
    return start


def _tail(text: str, stop: int) -> int:
    """Give where the name behind a noun ends."""
    named = False
    for _ in range(8):
        tail = _TAIL.match(text, stop)
        if not tail or (_LOCATED.match(tail[0]) and not (named and _BY.match(tail[0]))):
            break
        named = True
        stop = tail.end()
    return stop


def _nominative(name: str, case: Case) -> str:
    """Put a body's name into the nominative: adjectives and its noun, not what follows.

    >>> _nominative("Mestne občine Dol", "gen"), _nominative("Elektru Dol", "loc")
    ('Mestna občina Dol', 'Elektro Dol')
    """
    parts = name.split()
    at = next((number for number, word in enumerate(parts[:5]) if case in readings(word)), 0)
    if case != "nom":
        head, declension = noun(parts[at], case)
        parts[: at + 1] = [*(adjective(word, case, declension) for word in parts[:at]), head]
    if at == 0 and parts[0].lower() in words.BARE:
        named = (number for number, word in enumerate(parts) if number and word[0].isupper())
        parts = parts[next(named, 0) :]
    return " ".join(parts)
