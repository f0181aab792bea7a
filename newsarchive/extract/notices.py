"""What a notice announces: issuer, service, action, area, reason, status and windows, paragraph by paragraph."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from newsarchive.dates import TimeSpan, find_dates
from newsarchive.extract.kinds import FORMULA
from newsarchive.extract.places import places_of
from newsarchive.items import Notice, Window

SERVICES = {
    "heating": r"toplot|ogrevanj|daljinsk\w+\s+(?:ogrevanj|toplot)|vročevod|topl\w+\s+vod",
    "gas": r"\bplin|zemeljsk\w+\s+plin",
    "water": r"pitn\w+\s+vod|vodovod|oskrb\w+\s+z\s+vodo|brez\s+vode|dobav\w+\s+vode|prekuhava",
    "electricity": r"elektri|elektro\b|transformator|\bTP\b|nizkonapetostn",
    "waste": r"odpadk|odvoz|smeti|zbirni\s+center|zabojnik",
    "telecom": r"telefonij|telefonsk\w+\s+(?:omrežj|storit|povezav|promet)"
    r"|internet|optičn\w+\s+omrež|televizijsk\w+\s+signal",
    "road": r"\bcest|zapor[aeio]\b|promet|javn\w+\s+pot|\bLC\s?\d|\bJP\s?\d|vozišč|križišč|enosmer|obvoz",
    "facility": r"bazen|knjižnic|uradne\s+ure|objekt|dvoran|pokopališč|muzej|igrišč|telovadnic",
}
"""For each service, the words that tell it; the first that matches wins."""

ACTIONS = {
    "cancellation": r"preklic(?!a\b)|preklicano|odpoved",
    "boil-water": r"prekuhava",
    "partial closure": r"deln\w+\s+(?:cestn\w+\s+)?zapor|polovičn\w+\s+zapor|izmeničn\w+\s+enosmer",
    "closure": r"popoln\w+\s+(?:cestn\w+\s+)?zapor|zapor[aeio]\b|zaprt[aioe]?\b",
    "interruption": r"prekinj|prekinitev|prekinitve|izklop|brez\s+(?:vode|elektrik|ogrevanj)",
    "reduction": r"moten[aeo]?\b|motnje|zmanjšan|nižji\s+(?:tlak|pritisk)",
    "restriction": r"omejit|omejen|prepoved",
}
"""For each action, the words that tell it."""

STATUSES = {
    "cancelled": r"preklican|odpovedan|\bpreklic(?:uje|ujemo)\b",
    "changed": r"\bpodaljšan[aoie]?\b|\bprestavljen[aoie]?\b|sprememba\s+(?:termina|datuma|ure)",
    "finished": r"\b(?:so|je)\s+(?:že\s+)?zaključen[aoie]?\b|\bzaključen[aoie]?\s+(?:so|je)\b"
    r"|(?:napaka|okvara)\s+je\s+odpravljena|ponovno\s+vzpostavljen",
}
"""For each status other than announced, the words that tell it."""

_SENTENCE = re.compile(r".+?(?:(?<=[^\W\d]{2})[.!?](?=\s+[A-ZČŠŽ]|\s*$)|\n|\Z)", re.S)
PREPOSITION = re.compile(r"(?:[\s,]+(?:v|od|do|dne|med|ob|predvidoma))+\s*$", re.I)
CONDITION = re.compile(r"\b(?:v\s+primeru|če|ob\s+slabem\s+vremenu|v\s+kolikor)\b[^.!?\n]*[.!?]?", re.I)
"""What may happen is not what has happened."""

ISSUER = re.compile(
    r"(?:^|[.!?]\s+)(?P<issuer>[A-ZČŠŽ][^.!?:\n]{2,90}?)\s+(?:vas\s+)?(?:obvešča|sporoča)(?:mo|jo|ta)?\b"
)
AREA = re.compile(
    r"\b(?P<area>(?:na\s+(?:širšem\s+)?območju|v\s+naselj(?:u|ih)|na\s+naslov(?:ih|u)|v\s+ulicah?|na\s+odseku|na\s+relaciji)\s+.+?)"
    r"(?=\s+(?:(?:bo|bosta|bodo|je|zaradi|predvidoma|začasno)\b|moten|prekinj|popoln|deln|od\s+\d|med\s+\d)|(?<!\d)\.|[;\n]|$)",
    re.I,
)
LONGEST = 50_000
"""Characters; what stands further down a page is not searched for times and places."""
AREA_WORDS = re.compile(r"^(?:na\s+(?:širšem\s+)?območju|v\s+naselj(?:u|ih)|na\s+naslov(?:ih|u)|v\s+ulicah?)\s+", re.I)
REASON = re.compile(
    r"\bzaradi\s+(?P<reason>.+?)(?=\s+(?:bo|bosta|bodo|je|so|moten|prekinj|na\s+območju|predvidoma)\b|[.,;\n]|$)", re.I
)


def read_notices(title: str, text: str, published: date | datetime | None, timezone: str) -> list[Notice]:
    """Read the notices of a text: one for each paragraph that announces something, at least one.

    A notice whose words do not tell a field leaves it ``None``; windows are read against ``published``.
    """
    text = text[:LONGEST]
    paragraphs = [part for part in text.split("\n\n") if part.strip()]
    telling = [part for part in paragraphs if FORMULA["notice"].search(part) or ISSUER.search(part)]
    parts = telling if len(telling) > 1 else [text]
    return [_notice(title if len(parts) == 1 else "", part, published, timezone) for part in parts]


def _notice(title: str, text: str, published: date | datetime | None, timezone: str) -> Notice:
    words = f"{title}\n{text}"
    spans = find_dates(text, published=published, timezone=timezone)
    issuer = ISSUER.search(text)
    area = AREA_WORDS.sub("", _before_time(AREA.search(text), spans) or "") or None
    return Notice(
        issuer=issuer["issuer"].strip(" ,") if issuer else None,
        service=_first(SERVICES, words),
        action=_first(ACTIONS, words),
        area=area,
        places=places_of(area) if area else [],
        reason=_before_time(REASON.search(text), spans),
        status=_first(STATUSES, CONDITION.sub("", words)) or "announced",
        windows=[window(span) for span in _of_the_action(text, spans) if span.start or span.end],
    )


def _of_the_action(text: str, spans: list[TimeSpan]) -> list[TimeSpan]:
    """Keep the spans of sentences that name what happens; all of them where none does."""
    telling = [match.span() for match in _SENTENCE.finditer(text) if _first(ACTIONS, match[0])]
    kept = [span for span in spans if any(start <= span.position < stop for start, stop in telling)]
    return kept or spans


def _before_time(match: re.Match[str] | None, spans: list[TimeSpan]) -> str | None:
    """Give the named part of a match, cut off where a span of time begins in it."""
    if match is None:
        return None
    start, stop = match.span(1)
    stop = min([stop, *(span.position for span in spans if start < span.position < stop)])
    return PREPOSITION.sub("", match.string[start:stop]).strip(" ,") or None


def window(span: TimeSpan) -> Window:
    """Turn a span of time into a window."""
    starts, ends = (side.isoformat() if side else None for side in (span.start, span.end))
    return Window(starts, ends, span.edtf)


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.I)


def _first(table: dict[str, str], text: str) -> str | None:
    return next((name for name, words in table.items() if _pattern(words).search(text)), None)
