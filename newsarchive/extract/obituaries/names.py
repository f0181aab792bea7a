"""Names of persons in a text: found, written in reading case, parted into first and family name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from operator import not_

from newsarchive.extract.obituaries.given import FAMILIES, GIVEN, same_sex
from newsarchive.extract.obituaries.words import (
    BODIES,
    CAPITALIZED,
    LETTER,
    NO_NAMES,
    PARTICLES,
    SURNAME_ENDINGS,
    TITLES,
)

_NICKNAME = r"[»\"„“(][^\s»«\"“”()]{2,20}[«\"”“)]"
_RUN = re.compile(
    rf"{CAPITALIZED}(?:[ ]+(?:{_NICKNAME}[ ]+)?(?:(?:{PARTICLES})[ ]+){{0,2}}"
    rf"(?:{CAPITALIZED}|[A-ZČŠŽ]\.(?=[ ]))){{0,6}}"
)
_WORD = re.compile(r"\S+")
_OLD = re.compile(r"\d{1,3}-letn\w+$")
MOST_WORDS = 5
"""No name has more."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, and where it stands."""

    given: str | None
    family: str | None
    start: int = 0
    stop: int = 0
    known: bool = False
    """Whether the first word is known as a first name."""

    @property
    def whole(self) -> str:
        """First and family name."""
        return " ".join(part for part in (self.given, self.family) if part)


def reading_case(name: str) -> str:
    """Write a name in reading case, also one printed in capitals.

    >>> reading_case("MARIJA NOVAK-KOS")
    'Marija Novak-Kos'
    """
    return re.sub(rf"{LETTER}+", lambda word: word[0].capitalize() if word[0].isupper() else word[0], name)


def names_in(text: str, start: int = 0, stop: int | None = None) -> Iterator[Name]:
    """Find what can be names of persons: runs of capitalized words, without titles before them.

    >>> [name.whole for name in names_in("Umrla je dr. ANA MARIJA KOS iz Podgaja.")]
    ['Ana Marija Kos', 'Podgaja']
    """
    for match in _RUN.finditer(text, start, len(text) if stop is None else stop):
        for words in _parts(match):
            yield name_of(words)


def name_at(text: str, start: int = 0) -> Name | None:
    """Read the name that begins at a place of a text, behind titles such as "gospa"; None where none does."""
    place = _behind_titles(text, start)
    match = _RUN.match(text, place)
    parts = _parts(match) if match else []
    return name_of(parts[0]) if parts and parts[0][0].start() == place else None


def _behind_titles(text: str, start: int) -> int:
    """Give the place behind words like "naša draga mama"."""
    word = _WORD.search(text, start)
    while word:
        after = _WORD.search(text, word.end())
        if not after or not _is_title(word[0], after[0]):
            return word.start()
        word = after
    return len(text)


def _is_title(word: str, after: str) -> bool:
    """Tell whether a word is a title or the like; "Draga" is a first name too, where none follows."""
    bare = word.strip(".,").casefold()
    if _OLD.match(bare):
        return True
    named = word[0].isupper() and bare in GIVEN and after[0].isupper() and after.casefold() not in GIVEN
    return bare in TITLES and not named


def _parts(run: re.Match[str]) -> list[list[re.Match[str]]]:
    """Part a run at words that no name has, and take titles off its beginning."""
    found: list[list[re.Match[str]]] = [[]]
    words = list(_WORD.finditer(run.string, run.start(), run.end()))
    for number, word in enumerate(words):
        after = words[number + 1][0] if number + 1 < len(words) else ""
        if word[0].casefold() in NO_NAMES:
            found.append([])
        elif found[-1] or not after or not _is_title(word[0], after):
            found[-1].append(word)
    return [words for words in found if words]


def name_of(words: list[re.Match[str]]) -> Name:
    """Make a name of words, the first names being told by the list, by capitals, or by standing first."""
    printed = [word[0] for word in words if word[0][0] not in '»"„“(']
    given, family = split(printed)
    known = printed[0].casefold() in GIVEN or (given or "").split(" ")[0].casefold() in GIVEN
    return Name(given, family, words[0].start(), words[-1].end(), known)


def split(words: list[str]) -> tuple[str | None, str | None]:
    """Part the words of a name into first and family names.

    >>> split(["Ana", "Marija", "JELEN"]), split(["Marija", "Kos", "Vidmar"]), split(["KOS", "Ana"])
    (('Ana Marija', 'Jelen'), ('Marija', 'Kos Vidmar'), ('Ana', 'Kos'))
    """
    loud = [word.isupper() and len(word) > 2 for word in words]
    if any(loud) and not all(loud):
        return _joined(list(compress(words, map(not_, loud)))), _joined(list(compress(words, loud)))
    if len(words) == 1:
        return (_joined(words), None) if words[0].casefold() in GIVEN else (None, _joined(words))
    if _is_turned(words):
        return _joined(words[1:]), _joined(words[:1])
    count = 1
    while count < len(words) - 1 and (words[count].endswith(".") or same_sex(words[0], words[count])):
        count += 1
    return _joined(words[:count]), _joined(words[count:])


def _is_turned(words: list[str]) -> bool:
    """Tell whether two words are family name and first name, in that order."""
    first, last = (word.casefold() for word in (words[0], words[-1]))
    if len(words) != 2 or last not in GIVEN or first in GIVEN:
        return False
    return last not in FAMILIES or first.endswith(SURNAME_ENDINGS)


def _joined(words: list[str]) -> str | None:
    return reading_case(" ".join(words)) or None


def is_person(name: Name) -> bool:
    """Tell whether a run can be a whole name: at least two words, and none of a body such as "Občina"."""
    words = name.whole.casefold().split(" ")
    return 1 < len(words) <= MOST_WORDS and bool(name.given) and bool(name.family) and not BODIES & set(words)
