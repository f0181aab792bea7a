"""Where the naming of an area ends."""

from __future__ import annotations

import re

from newsarchive.extract.notices import words
from newsarchive.extract.places import CAPITAL

LONGEST = 600
"""Characters; a longer area is cut off."""
_TOKEN = re.compile(r"[§¤]+|[|;\n()]|,(?!\d)|(?:[^\s|;(),§¤]|,(?=\d))+")
_STOP = re.compile(rf"(?:{words.STOP})$", re.I)
_SIDE = r"(?:severn|južn|vzhodn|zahodn|osrednj|zgornj|spodnj)\w{1,3}"
"""Which part of a place is meant."""
_GOES_ON = re.compile(
    rf"\s+(?:(?:{_SIDE}\s)?{CAPITAL}|\d+\.?\s+{CAPITAL}|(?:na|v|pri|ob|in|ter|del|odsek|izvod|celotn\w+|naselj\w+|vas(?:i|eh)?|zasel\w+|ulic\w+|okolic\w+|in\s+sicer\s+(?:v|na|za\s+objekt\w*|za\s+stavb\w)|vs(?:a|e|i|eh|em|ej)|od\s+km|do\s+km|km|sv\.|št\.)\b|\d+[a-z]?\b)"
)
_AND = re.compile(
    rf"(?:(?:{_SIDE}\s)?{CAPITAL}|\d|(?:na|v|pri|ob|del\w?|okolic\w+|sv\.|(?:mestn\w+\s+)?občin\w*|naselj\w*|ulic\w*|vasi|zaselk\w+|celotn\w+|vs(?:a|e|i|eh|em)|sicer|(?:{words.PEOPLE})\s+(?:v|na)\s+{CAPITAL}\w*"
    rf"|priključ\w+|križišč\w+|krožišč\w+|odcep\w+|most(?:om|a|u)|(?:{words.FACILITIES}))\b)"
)
_HEADING_NAME = re.compile(rf"(?:{words.STREET_HEADS})$")
_PASSING = ("skozi", "čez", "mimo", "proti")
_ROAD = re.compile(r"(?:cest[aeio]|(?:LC|JP|[GRH]\d)[\d/-]*|\d{5,6})$")
"""Roads without a name, which are told by where they pass: "ceste R1-217 skozi Log"."""
_LEADING_ON = re.compile(r"(?:odcep|priključ|križišč|krožišč|parkirišč)\w*$", re.I)
"""Nouns of places that tell behind "za" where they lead: "do odcepa za Log"."""
_COUNTED = ("dveh", "treh")
"""Numbers that a street can be named after: "Trg treh studencev"."""
_IN_NAMES = ("za", "čez", "skozi", "brez")
"""Prepositions that end an area; not as the first word of a name, nor behind its head: "Pot čez gmajno"."""
_LINKING = (",", "in", "ter")
_LOOSE = re.compile(
    r"(?:^|\s+)(?:v|na|od|do|dne|dan|med|ob|in|ter|pri|predvidoma|sicer|za|s|z|po|iz|času|uro|ure|noči)$", re.I
)
_PREPOSITIONS = frozenset("v na pri ob od do med pod nad za čez skozi k h s z in ter".split())
_LINKS = _PREPOSITIONS | {"sicer", "sv", "št", "km", "del", "dela", "delu", "izvod", "odsek", "a", "b", "c"}
"""Words in lower case that may stand anywhere between names."""
_COMMON = re.compile(words.PLACE_NOUNS)
_NAMED_AFTER = re.compile(rf"(?:{words.STREET_HEADS}|R?TP|Na|Ob|Pod|Pri|Za|Nad|V|Med)")
"""Behind which words of a name follow in lower case: "Ulica padlih borcev", "Pod gradom", "TP Log žaga"."""
MOST_NAMED_AFTER = 4
_BREATHS = re.compile(r"[,;(]|\s(?:in|ter|oziroma|ali)\s")
_PARTICIPLE = re.compile(r"(?:(?:en|an|jen|šen)[aeoi]|[ljčšž]en|[^aeiou]an|[aeiou]l[aeio]?|no|jo|mo)$")
"""How words end that are no nouns of a name: "zaprta", "bila", "ponovno"."""
SHORT_VERB = 5
"""Letters of the shortest verb in the first person plural that is no noun: "Kačjo jamo"."""
_AGREEMENT = {
    "ega": r"[aui]$", "em": r"[ueom]$", "ih": r"(?:[aie]h|[^aeiou]|o)$", "im": r"[oe]m$", "i": r"(?:[^aeiou]|i|u)$",
    "e": r"(?:[ei]|[^aeiou])$", "a": r"(?:a|[^aeiou])$", "o": r"(?:o|e|jo|[^aeiou])$",
}  # fmt: skip
"""For the ending of an adjective, how its noun can end."""
_SHORTENED = re.compile(r"(?:^|[–-])(?:[Ss]v|Sp|Zg|[Šš]t|dr|Gor|Dol|Vel)\.$")
"""Words cut short in names: "Log–Sv. Ana"."""
_BRACKET = re.compile(rf"\((?!(?i:razen|zaradi|tel|{words.WORKS}))[^()§\n]{{1,200}}\)")
"""What is told of a place in brackets, unless it is a reason."""
_FROM_TO = re.compile(r"od\s+(?![\d§¤])[^,.;:()§¤|]{2,60}?\sdo(?=\s+[^\d§¤])")
"""Between which places a street is meant, up to the second."""
_SUBJECT = re.compile(
    r"(?:voda|elektrika|dobava|oskrba|promet|signal|cesta)\s+(?:\w+\s)?(?:kaln|motn|bo\b|ne\b|ni\b|je\b|prekinj|moten|oviran|zaprt)"
)
"""What is said of something, right behind a name: "v Logu voda kalna"."""
_TO_STREET = re.compile(rf"\s+(?:{CAPITAL}[\w-]*\s){{1,3}}(?:cest|ulic|trg|pot)")
"""What stands behind "po" where a street follows: "v Logu po Vrtni ulici"."""
_RANGE_ENDS = re.compile(r"\d+[a-z]?[–/-]\d+[a-z]?\.")
"""House numbers that end a sentence: "1–9."."""


def end(text: str, start: int) -> int:
    """Give where the naming of an area that begins here ends."""
    stop, previous = start, ""
    for token in _TOKEN.finditer(text, start, start + LONGEST):
        word = token[0]
        if token.start() < stop:
            continue
        if stop > start and _SUBJECT.match(text, token.start()):
            break
        if word == "od" and (bound := _FROM_TO.match(text, token.start())):
            stop, previous = bound.end(), "do"
            continue
        if word == "po" and stop > start and _TO_STREET.match(text, token.end()):
            stop, previous = token.end(), word
            continue
        if word == "(" and (bracket := _BRACKET.match(text, token.start())):
            stop, previous = bracket.end(), ")"
            continue
        if _closes(word, token.end(), text, previous) or _is_foreign(word, text, start, token.start()):
            break
        ended = _ends_sentence(word, text[token.end() : token.end() + 1], previous)
        stop, previous = token.end() - ended, word
        if ended:
            break
    return stop - _loose(text[start:stop])


def _is_foreign(word: str, text: str, start: int, before: int) -> bool:
    """Tell whether a word in lower case belongs to what is said of the area, not to its names.

    Before the first name anything may stand ("celotni občini Dol"); behind one only nouns of places, numbers and
    prepositions, behind an adjective its noun, and behind the head of a street whatever the street is named after.
    """
    word = word.rstrip(".,:!?)")
    if not word.isalpha() or not word.islower() or word in _LINKS or _COMMON.fullmatch(word):
        return False
    breath = _BREATHS.split(text[start:before])[-1].split()
    name = [part for part in breath if part not in _PREPOSITIONS]
    capital = next((number for number, part in enumerate(name) if part[0].isupper() or part[0].isdigit()), None)
    if capital is None:
        return False
    if _NAMED_AFTER.fullmatch(name[capital]):
        title = bool(re.match(rf"\S+\s{CAPITAL}", text[before : before + 40]))
        return len(name) - capital > MOST_NAMED_AFTER or bool(_PARTICIPLE.search(word) and not title)
    complete = len(breath) > 1 and breath[-1][:1].isupper() and _agrees(breath[-2], breath[-1])
    return complete or not _agrees(breath[-1], word)


def _agrees(adjective: str, noun: str) -> bool:
    """Tell whether two words have the endings of an adjective and its noun in one case."""
    if adjective[:1].isupper() and adjective.endswith("o") and noun.endswith("mo") and len(noun) < SHORT_VERB:
        return True
    if not adjective[:1].isupper() or _PARTICIPLE.search(noun):
        return False
    return any(adjective.endswith(ending) and re.search(pattern, noun) for ending, pattern in _AGREEMENT.items())


def _closes(word: str, after: int, text: str, previous: str) -> bool:
    """Tell whether a word is no part of the area any more."""
    if word[0] in "§¤|;\n" or word == ".":
        return True
    if word == ",":
        return not _GOES_ON.match(text, after)
    if word == "(":
        return True
    if word in ("in", "ter", "oziroma", "ali"):
        return not _AND.match(text[after : after + 60].lstrip())
    headed = bool(word.lower() in (*_IN_NAMES, *_COUNTED) and _HEADING_NAME.match(previous))
    headed = headed or bool(word == "za" and (_LEADING_ON.match(previous) or previous == "sicer"))
    headed = headed or bool(word in _PASSING and _ROAD.match(previous))
    own = headed or (word.lower() in _IN_NAMES and word[0].isupper() and previous in _LINKING)
    return bool(_STOP.match(word.rstrip(".:!?"))) and not own


def _ends_sentence(word: str, following: str, previous: str) -> bool:
    """Tell whether a word closes a sentence: a full stop behind more than a number or an abbreviation, or a colon."""
    if word[-1] in ":!?" or _RANGE_ENDS.fullmatch(word):
        return True
    if following and _SHORTENED.search(word):
        return False
    if previous.startswith("številk") and word.endswith("."):
        return True
    return word.endswith(".") and (not following or (len(word) > 4 and not word[:-1].isdigit()))


def _loose(part: str) -> int:
    """Count the characters at the end of an area that belong to what follows: prepositions, commas."""
    kept = part.rstrip(" ,;:–-")
    while kept and (loose := _LOOSE.search(kept)):
        kept = kept[: loose.start()].rstrip(" ,;:–-")
    return len(part) - len(kept)
