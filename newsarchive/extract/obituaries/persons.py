"""Whom the text of an obituary mourns, where the title does not say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newsarchive.extract.obituaries.declined import is_oblique, nominative, turned_at
from newsarchive.extract.obituaries.given import GIVEN
from newsarchive.extract.obituaries.names import Name, is_person, name_at, names_in
from newsarchive.extract.obituaries.relatives import MOURNERS
from newsarchive.extract.obituaries.rites import CEREMONIES, COMING, HELD, LABELLED
from newsarchive.extract.obituaries.sentences import Sentence
from newsarchive.extract.obituaries.tails import house_name, read_tail
from newsarchive.extract.obituaries.words import APPOSITION, DEATH, OBLIQUE, SEVERAL, joins

_LIFE = ("born", "died", "maiden_name", "age")
_END_OF_LINE = re.compile(r"(?:,[ ](?:†|(?:umrl|premini|preminul|pokopan)[ai]?)[ ][^\n]{1,40}?)?[ \t,.;:)]*(?:\n|$)")
_END_OF_SENTENCE = re.compile(
    r"[)]?(?:\.[ ]+(?=[A-ZČŠŽ])|[;,.]?[ ]+(?:[–—-][ ]+)?(?:pogreb|pokop|slovo|poslovitev)\b|;[ ])", re.I
)
_TOO = re.compile(r"\btudi\b", re.I)
_BULLET = re.compile(r"(?:[-–—•·▪●►*+†✝]|\d{1,2}[.)]) ")
_BEFORE = 20
"""So many characters before a name are looked at."""
Groups = list[list[Name]]
"""The persons of a page, parted by the announcements in which they stand together."""


def persons_in(text: str, parts: list[Sentence]) -> Groups:
    """Find the persons that a text mourns: the subject of "zapustil nas je", or names on lines of their own."""
    groups: Groups = []
    closed, listing = True, False
    for sentence in parts:
        line = _line(text, sentence)
        closes = _closes(sentence)
        if closes and line is None:
            closed, listing = True, False
            continue
        found = [name for name in _mourned(text, sentence, line) if not _known(name, groups)]
        marked = bool(found) and _is_marked(text, found[0])
        goes_on = (listing or not groups or marked) if line else closed or (marked and bool(_TOO.search(sentence.text)))
        if found and goes_on:
            groups += [[]] if closed else []
            groups[-1] += found
            closed = closes
        listing = line is not None and goes_on
    return _without_headings(text, groups)


def _without_headings(text: str, groups: Groups) -> Groups:
    """Leave away lines in capitals that are no names, where others are."""
    if not any(name.known for group in groups for name in group):
        return groups
    sure = [
        [name for name in group if name.known or not _is_loud(text, name) or _is_marked(text, name)] for group in groups
    ]
    return [group for group in sure if group]


def _closes(sentence: Sentence) -> bool:
    """Tell whether a sentence ends what is said of persons: an announcement, or the mourners."""
    if MOURNERS.match(sentence.text):
        return True
    coming = any(form.search(sentence.text) for form in (COMING, HELD)) or LABELLED.match(sentence.text)
    return bool(sentence.spans and coming and CEREMONIES["funeral"].search(sentence.text))


def first_named(text: str, parts: list[Sentence]) -> Groups:
    """Give the first person whom a text names, where it says of nobody that they died: those with dates come first."""
    before = [one for one in parts if not MOURNERS.match(one.text)]
    names = [
        person
        for sentence in before
        for name in names_in(text, sentence.start, sentence.stop)
        if not _is_governed(text, name) and (person := _person(text, name)) and person.known
    ]
    dated = [name for name in names if any(part in read_tail(text, name.stop)[0] for part in _LIFE)]
    return [[name] for name in (dated or names)[:1]]


def _known(name: Name, groups: Groups) -> bool:
    return any(name.whole == other.whole for group in groups for other in group)


def _mourned(text: str, sentence: Sentence, line: Name | None) -> list[Name]:
    """Give the persons of one sentence or line."""
    if line:
        return [line]
    return subjects(text, sentence) if DEATH.search(sentence.text) else []


def _line(text: str, sentence: Sentence) -> Name | None:
    """Give the name that stands on a line of its own."""
    alone = name_at(text, sentence.start + (bullet.end() if (bullet := _BULLET.match(sentence.text)) else 0))
    if alone is None or not is_person(alone) or not _is_line(text, alone):
        return None
    if text[max(0, alone.start - 2) : alone.start].strip("\n ") and house_name(text, alone.start):
        return None
    turned = turned_at(text, alone, text) if not alone.known or is_oblique(text, alone) else None
    return turned or alone


def _is_line(text: str, name: Name) -> bool:
    """Tell whether a name stands on a line of its own, with nothing but what belongs to it."""
    facts, stop = read_tail(text, name.stop)
    ended = bool(_END_OF_LINE.match(text, stop)) or "\n" in text[name.stop : stop]
    ended = ended or (bool(facts) and bool(_END_OF_SENTENCE.match(text, stop)))
    return ended and (name.known or _is_loud(text, name) or any(part in facts for part in _LIFE))


def _is_loud(text: str, name: Name) -> bool:
    return text[name.start : name.stop].isupper()


def _is_marked(text: str, name: Name) -> bool:
    """Tell whether dates stand behind the name."""
    facts, _ = read_tail(text, name.stop)
    return any(part in facts for part in ("born", "died", "age"))


def subjects(text: str, sentence: Sentence) -> list[Name]:
    """Give the persons of whose death a sentence speaks; a second one only after "sta" or "so"."""
    verb = DEATH.search(sentence.text)
    place = sentence.start + (verb.start() if verb else 0)
    several = bool(SEVERAL.search(sentence.text))
    names = [one for one in names_in(text, sentence.start, sentence.stop) if not _is_governed(text, one)]
    found = [person for one in (_couples(text, names) if several else names) if (person := _person(text, one))]
    found.sort(key=lambda one: (one.start < place, not one.known))
    if not found:
        return []
    return [*_before(text, found, found[0]), found[0], *_others(text, found[0])] if several else found[:1]


def _couples(text: str, names: list[Name]) -> list[Name]:
    """Give first names that are joined to a whole name its family name: "Peter (82) in Ana Zgled"."""
    whole: list[Name] = []
    for name in reversed(names):
        after = whole[-1] if whole else None
        if name.given and not name.family:
            pass
        elif name.family and not name.given and " " not in name.family and after:
            name = replace(name, given=name.family, family=None, known=True)
        if name.given and not name.family and after and _joint(text, name) == after.start:
            name = replace(name, family=after.family)
        whole.append(name)
    return whole[::-1]


def _joint(text: str, name: Name) -> int | None:
    """Give the place behind "in" after a name and all that belongs to it."""
    _, stop = read_tail(text, name.stop)
    place = joins(text, stop)
    who = APPOSITION.match(text, stop) if place is None else None
    return joins(text, who.end()) if who else place


def _before(text: str, found: list[Name], name: Name) -> list[Name]:
    """Give the persons that are joined to one from before."""
    joined = [one for one in found if one.stop < name.start and _joint(text, one) == name.start]
    return joined[:1]


def _others(text: str, name: Name) -> Iterator[Name]:
    """Give the names that are joined to one by "in" or a comma."""
    while True:
        place = _joint(text, name)
        following = name_at(text, place) if place is not None else None
        if following is None or not is_person(following):
            return
        yield following
        name = following


def _is_governed(text: str, name: Name) -> bool:
    return bool(OBLIQUE.search(text[max(0, name.start - _BEFORE) : name.start]))


def _person(text: str, name: Name) -> Name | None:
    """Give a name from its first name on ("Velenje Janez Novak"), in the nominative; None for what is no person."""
    if (not name.known or is_oblique(text, name)) and is_person(name) and (turned := turned_at(text, name, text)):
        return turned
    if not name.known:
        words = re.finditer(r"\S+", text[name.start : name.stop])
        first = next((word.start() for word in words if word[0].casefold() in GIVEN), 0)
        name = name_at(text, name.start + first) or name
    return name if is_person(name) else None


def found_in(names: list[Name], name: Name) -> Iterator[Name]:
    """Give each mention of a name among all names of a text, also one in another case."""
    wanted = f" {name.whole} "
    return (one for one in names if name.whole and (wanted in f" {one.whole} " or _is_form(one, name)))


def _is_form(one: Name, name: Name) -> bool:
    """Tell whether a name is another in another case."""
    if not (one.family and name.family and one.family[:2] == name.family[:2]):
        return False
    turned = nominative(one, name.whole)
    return turned is not None and turned.whole == name.whole
