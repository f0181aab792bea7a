"""Who announces: the subject of the statement, a heading or a signature, in the nominative."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsarchive.extract.notices import words
from newsarchive.extract.notices.bodies import Body, bodies

Found = tuple[str, int, int]
"""A body in the nominative, and where it is printed."""

MOST_WORDS = 12
_NAME = r"[^\W\d_a-zčšžćđ](?:[^.!?:;\n§]|\.(?=[ \w,]{0,2}[a-zčšž]))"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.!?:»]\s)|(?<=\n))\s*(?P<name>{_NAME}{{2,140}}?)\s+(?:(?:vas|vse|svoje|še|je|so|tudi|znova|ponovno|zato)\s+)*{words.VERBS}"
)
_BEHIND = re.compile(
    rf"\b{words.VERBS}\s+(?:so\s+|je\s+)?(?P<name>{_NAME}{{2,60}}?)(?=\s*(?:[.,;\n§]|$|\s(?:da|bo|je|bodo)\b))"
)
_FIRST_NAME = re.compile(r"[^\W\d_a-zčšž][\w-]+\s[–-]\s")
"""The first of two names of a body: "Gradnje – Cestno podjetje Dol"."""
_AT = ("iz", "z", "s", "na", "v", "pri")
"""What stands before a body whose people speak: "sporočajo z Občine Dol"."""
_WE = re.compile(r"mo$")
"""A verb in the first person: what stands before it is whom it tells, unless it is a body."""
_AUDIENCE = re.compile(rf"(?:{words.AUDIENCE})", re.I)
_CONTACTS = re.compile(words.CONTACTS, re.I | re.S)
_REGARDS = re.compile(r"^(?:Lep(?:o|e)?\s+pozdrav\w*|S\s+spoštovanjem|Lp|Hvala(?:\s+za\s+\w+)?)[,.!]\s+", re.I)
_LABELLED = re.compile(rf"(?:{words.LABELS['issuer']})\s*:\s*", re.I)
_DEPARTMENT = re.compile(r"[A-ZČŠŽ]{3,6},\s+(?:sektor|oddelek|služba|urad|enota|območje|nadzorništvo)\b", re.I)
"""Letters of a body, and which part of it signs."""
_GROUND = re.compile(rf"(?:{words.GROUND_BODIES})", re.I)
_BODY = re.compile(rf"(?:\w+\s+)?\b(?:{words.ORGANISATIONS})", re.I)
_VERB = re.compile(r"\s(?:bo|bodo|bosta|je|so|sta)\s")
_SAYS = re.compile(rf"\b(?:{words.SAYING}|{words.VERBS})", re.I)
_BY_WORDS_OF = re.compile(rf"\b(?:{words.BY_WORDS_OF})", re.I)
_DOER = re.compile(
    r"(?P<name>(?:[^\W\d_a-zčšž][\w-]*(?:\s[^\W\d_a-zčšž][\w-]*){1,3}|[A-ZČŠŽ][\w-]*[A-ZČŠŽ\d]))\s(?:bo|je)\s(?!(?:mi|ga|jih|jo|nam|vam|bil[aoi]?)\s)"
)
_DOES = re.compile(rf"\b(?:{words.DOES})\b")
_OFFICE = re.compile(rf"\b(?:{words.OFFICES})", re.I)
_CONTRACTOR = re.compile(rf"\b(?:{words.CONTRACTORS})\b", re.I)
_ACTION = re.compile("|".join(words.ACTIONS.values()), re.I)
_CUT = re.compile(rf"\s+(?:{words.NAME_ENDS})\b.*|\s+§.*", re.I | re.S)
_OPENS = re.compile(r"(?:^|[.:;,§»]\s*|\b(?:bo|bodo|bosta|je|so|in|da|ker|tam|zato|ter|pa|saj)\s+)$")
_HAS_DONE = re.compile(r"\b(?:bo|bodo|je|so)\s(?:\w+\s){0,2}\w+(?:la|lo|[aeiou]l|li|le)\s+$")
_ACRONYM = re.compile(r"[A-ZČŠŽ]{2,4}\b")
_PROPER = re.compile(r"[^\W\d_a-zčšž][\w-]*(?:,?\s(?:[^\W\d_a-zčšž][\w-]*|plini?|občine|mesto|za\s\w+|in))*")
"""Words all of which are names: what may sign without being a body of a known make."""
_FINITE = re.compile(r"\b(?:ima|\w{3,}(?:uje|ira|ava|eva|vlja|ajo|ejo))\b")
_PREDICATE = re.compile(r"\w+(?:a|uje|ijo|ajo)\s+\w+")
"""What a body does, where it is told in one line with its name."""
_LISTED = re.compile(r"(?:,|\s(?:in|ter))\s+$")
_LISTED_ON = re.compile(r"\s*(?:[,.;(]|$)|\s(?:in|ter)\s")
"""Between what a body stands that is one of several places."""
_CLAUSE_OPENS = re.compile(r"[,;:]\s+pri\s+$")
_CLAUSE = re.compile(r"[^,;:]*$")


def subject(text: str) -> Found | None:
    """Find who announces in a text; give the name in the nominative and where it is printed.

    >>> subject("Komunala Dol obvešča občane, da …"), subject("Tako sporočajo iz Energetike Dol.")
    (('Komunala Dol', 0, 12), ('Energetika Dol', 18, 32))
    >>> subject("Uporabnike obveščamo, da …")
    """
    match = _SUBJECT.search(text)
    told = match and (not _WE.search(match[0]) or (any(bodies(match["name"])) and not _AUDIENCE.match(match["name"])))
    if match and told:
        found = _of_name(match["name"], match.start("name"))
        if found:
            return found
    return _behind(text) or _quoted(text)


def _of_name(name: str, start: int) -> Found | None:
    """Read what stands before the verb: a body, whatever else stands there, or a name of another make."""
    known = next(iter(bodies(name)), None)
    first = known and _FIRST_NAME.match(name)
    if known and first and first.end() == known.start and known.case == "nom":
        return name[: known.stop], start, start + known.stop
    if known and (known.start == 0 or known.preposition or _AUDIENCE.match(name) is None):
        return known.name, start + known.start, start + known.stop
    if _VERB.search(name) or _ACTION.search(name):
        return None
    name = _CUT.sub("", name).strip(" ,")
    return (name, start, start + len(name)) if name and is_name(name) else None


def _behind(text: str) -> Found | None:
    """Find an issuer behind the verb: "…, sporočajo iz Energetike Dol", "…, obvešča Občina Dol"."""
    for match in _BEHIND.finditer(text):
        name = match["name"].strip(" ,")
        if (_BODY.match(name) or _ACRONYM.match(name) or _PROPER.fullmatch(name)) and is_name(name):
            return name, match.start("name"), match.end("name")
    return None


def _quoted(text: str) -> Found | None:
    """Find a body whose words are told: "kot pojasnjujejo v Elektru Dol", "po navedbah Komunale Dol"."""
    says = bool(_SAYS.search(text))
    for body in bodies(text):
        by_words = body.case == "gen" and _BY_WORDS_OF.search(text[max(body.start - 30, 0) : body.start])
        if (
            by_words
            or (says and _speaks(text, body))
            or (says and body.preposition in _AT and body.case != "nom" and _is_speaker(text, body))
        ):
            return body.name, body.start, body.stop
    return None


def _speaks(text: str, body: Body) -> bool:
    """Tell whether a body is the subject of a verb of saying: "…, je zapisalo podjetje Elektro Dol"."""
    if body.case != "nom" or body.preposition:
        return False
    behind = re.match(rf"[^.;:]{{0,60}}?\s{words.VERBS}", text[body.stop :], re.I)
    return bool(behind or re.search(rf"\b(?:{words.SAYING})\s+$", text[: body.start], re.I))


def _is_speaker(text: str, body: Body) -> bool:
    """Tell whether a verb of saying stands beside a body, in one clause."""
    front = _CLAUSE.search(text[: body.start])
    behind = re.match(r"[^.,;:]*", text[body.stop :])
    return any(part and _SAYS.search(part[0]) for part in (front, behind))


def named(text: str) -> Found | None:
    """Find the body that is the subject of a sentence, whatever it does in it.

    >>> named("Občina Dol prenavlja vozišče."), named("Dela izvaja podjetje Gradnje Dol.")
    (('Občina Dol', 0, 10), None)
    """
    for body in bodies(text):
        front = text[max(body.start - 60, 0) : body.start]
        clause = _CLAUSE.search(front)
        if clause and _CONTRACTOR.search(clause[0]):
            continue
        if _LISTED.search(front) and _LISTED_ON.match(text, body.stop):
            continue
        if (
            _is_host(text, body)
            or (body.case == "gen" and _OFFICE.search(front))
            or (body.case == "nom" and not body.preposition and _is_subject(text, body))
        ):
            return body.name, body.start, body.stop
    return _doer(text)


def _doer(text: str) -> Found | None:
    """Find a name of unknown make that itself cuts off or closes something: "Toplota Dol bo ustavila ogrevanje"."""
    match = _DOER.match(text)
    if not match or _AUDIENCE.match(match["name"]) or not _DOES.search(text, match.end()):
        return None
    return match["name"], match.start("name"), match.end("name")


def _is_subject(text: str, body: Body) -> bool:
    """Tell whether a body in the nominative acts: it opens a clause, or a verb follows it."""
    if re.match(r"\s*[:,]?\s*(?:izvajal|izvaja)", text[body.stop : body.stop + 20]):
        return False
    return bool(_OPENS.search(text[: body.start]) or _HAS_DONE.search(text[: body.start])) or bool(
        re.match(rf"\s+(?:§|{words.ACTING})", text[body.stop :])
    )


def _is_host(text: str, body: Body) -> bool:
    """Tell whether those at a body speak for it: "V Knjižnici Dol bomo …", "Pri Elektru Dol bodo …"."""
    opens = body.start <= len("pri ") + 1 or (body.preposition == "pri" and _CLAUSE_OPENS.search(text[: body.start]))
    if not opens or body.preposition not in ("pri", "v", "na"):
        return False
    theirs = body.preposition == "pri" or re.match(words.HOSTS, text[body.start : body.stop])
    verbs = words.THEIR_VERBS if theirs else words.OWN_VERBS
    return bool(re.search(rf"\b(?:{verbs})\b", text[body.stop :], re.I))


def is_name(name: str) -> bool:
    """Tell whether a text can be a name: short, without a verb, and no audience."""
    return not _AUDIENCE.match(name) and name.count(" ") < MOST_WORDS and not _VERB.search(name)


def bare(text: str) -> str:
    """Cut off what is no part of the name of who signs: a label before it, telephones and an address behind it.

    >>> bare("Vodovod Log, d. o. o., dežurna služba"), bare("Upravljavec: Komunala Dol (telefon 03 555 01 21)")
    ('Vodovod Log, d. o. o.', 'Komunala Dol')
    >>> bare("Lep pozdrav, Komunala Dol")
    'Komunala Dol'
    """
    return _CONTACTS.sub("", _LABELLED.sub("", _REGARDS.sub("", text.strip(" :")))).strip(" :")


def is_ground(name: str) -> bool:
    """Tell whether a body is a house or grounds that another may keep."""
    return bool(_GROUND.match(name))


def is_body(text: str) -> bool:
    """Tell whether a line is the name of a body that announces, and nothing else.

    >>> is_body("Energetika Dol"), is_body("Zapora Cankarjeve ulice"), is_body("Vir: Občina Dol")
    (True, False, False)
    """
    text = bare(text)
    short = 0 < len(text) < 80 and text.count(" ") < MOST_WORDS and text[0].isupper()
    return (
        short
        and not _FINITE.search(text)
        and _is_alone(text)
        and ":" not in text
        and not _ACTION.search(text)
        and not _VERB.search(text)
    )


def _is_alone(text: str) -> bool:
    first = next(iter(bodies(text)), None)
    if first is None:
        return bool((_BODY.match(text) and text.count(" ")) or _DEPARTMENT.match(text))
    behind = text[first.stop :].strip()
    return first.start == 0 and not (behind[:1].islower() and _PREDICATE.match(behind))


def of_title(title: str) -> str | None:
    """Give the body that a title names: before its colon, or as whose notices they are."""
    return next((body.name for body in bodies(title) if not body.preposition and body.case in ("nom", "gen")), None)


def of_any(texts: Iterable[str]) -> str | None:
    """Give the first body that some texts name, in the nominative or as whose something is."""
    found = (body for text in texts for body in bodies(text) if not body.preposition and body.case in ("nom", "gen"))
    return next((body.name for body in found), None)
