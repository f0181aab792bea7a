"""Whom the title of an obituary names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from newsarchive.extract.obituaries.declined import nominative
from newsarchive.extract.obituaries.given import GIVEN
from newsarchive.extract.obituaries.names import Name, is_person, name_at, names_in
from newsarchive.extract.obituaries.tails import Facts, read_tail
from newsarchive.extract.obituaries.words import BODIES, DEATH, DECLINES, TITLE_PREFIX, TITLE_VERB, joins

_MOST = 10
_CALLED = 3
_BEHIND = re.compile(r".*(?::| [–|-]) +(?=[A-ZČŠŽĆĐ])")
"""What stands before the last part of a title: "Iz župnije: Ana Zgled"."""


@dataclass(slots=True)
class Titled:
    """A person whom the title names, and what it tells of the person."""

    name: Name
    facts: Facts = field(default_factory=dict)


def titled(title: str) -> list[Titled]:
    """Give the persons whom a title names in the nominative, in order.

    >>> [one.name.whole for one in titled("Osmrtnici: Neža in Martin ZGLED")]
    ['Neža Zgled', 'Martin Zgled']
    """
    if DECLINES.match(title):
        return []
    prefix = TITLE_PREFIX.match(title)
    start = prefix.end() if prefix else 0
    verb = TITLE_VERB.match(title[start:])
    found = _listed(title, start + (verb.end() if verb else 0))
    if not found and (dying := DEATH.search(title)):
        names = [name for name in names_in(title, start) if is_person(name)]
        found = [Titled(name) for name in names if name.known or name.start > dying.end()][:1]
    if not found and (behind := _BEHIND.search(title)):
        found = [one for one in _listed(title, behind.end()) if one.name.known]
    return [] if any(is_declined(one.name) for one in found) else found


def is_declined(name: Name) -> bool:
    """Tell whether a title prints a name in another case than the nominative: "V slovo Neži Zgled"."""
    return not name.known and nominative(name) is not None


def _listed(title: str, start: int) -> list[Titled]:
    """Read "A, B in C"; a first name alone has the family name of the next."""
    found: list[Titled] = []
    while len(found) < _MOST:
        name = name_at(title, start)
        if name is None or BODIES & set(name.whole.casefold().split(" ")):
            break
        name = _behind_calling(title, name)
        facts, stop = read_tail(title, name.stop)
        found.append(Titled(name, facts))
        joint = joins(title, stop)
        if joint is None:
            break
        start = joint
    return _completed(found)


def _behind_calling(title: str, name: Name) -> Name:
    """Give the name behind a word for what somebody was: "Alpinist Grega Zgled"."""
    words = title[name.start : name.stop].split(" ")
    if name.known or len(words) != _CALLED or words[1].casefold() not in GIVEN or words[2].casefold() in GIVEN:
        return name
    return name_at(title, name.start + len(words[0]) + 1) or name


def _completed(found: list[Titled]) -> list[Titled]:
    """Give first names their family name, and leave away what is no whole name."""
    family: str | None = None
    whole: list[Titled] = []
    for one in reversed(found):
        family = one.name.family if is_person(one.name) else family
        name = replace(one.name, family=family) if one.name.given and not one.name.family else one.name
        whole.append(Titled(name, one.facts))
    return [one for one in reversed(whole) if is_person(one.name)]
