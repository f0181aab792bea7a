"""What must vanish: names, titles, sentences and addresses, and where a payload holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import unquote

from newsarchive.archive.address import is_home
from newsarchive.custody.redaction.charsets import BLOCKS, Readable
from newsarchive.custody.redaction.names import name_needles, name_pattern
from newsarchive.custody.redaction.spelling import RUN, SIGNS, WORD, sentence, spelled

TITLE = (12, 3)
"""Characters and words from which a title is blacked out wherever it stands; a shorter one may be anything's."""
SENTENCE = 30
"""Characters from which a sentence is one that nobody else writes."""
NEEDLES = 4
ENDS = re.compile(r"(?<=[.!?…])\s+(?=[A-ZČŠŽĆĐ„»\"'“])|\s*\n\s*")
SCHEME = f"(?:(?:https?{SIGNS[':']})?{SIGNS['/']}{{2}})?"
BEFORE_PATH = r"""(?<=["'=(\s>])"""
AFTER_ADDRESS = f"(?:{SIGNS['/']})?(?![^\\W_]|[-/])"

Kind = Literal["address", "sentence", "title", "name"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are blacked out: an address or a sentence without its name would not be found."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that must vanish; ``needles`` (small letters) are in every spelling of it."""

    kind: Kind
    pattern: re.Pattern[str]
    needles: tuple[bytes, ...] = ()

    def is_in(self, page: Readable) -> bool:
        """Tell whether a payload holds it: first by its needles, which is cheap."""
        return all(needle in page.lowered for needle in self.needles) and bool(self.pattern.search(page.text))


@dataclass(frozen=True, slots=True)
class Words:
    """All that must vanish at once."""

    phrases: tuple[Phrase, ...] = ()

    def found(self, page: Readable) -> set[int]:
        """Give the numbers of the phrases that a payload holds."""
        return {number for number, phrase in enumerate(self.phrases) if phrase.is_in(page)}

    def are_in(self, text: str) -> bool:
        """Tell whether a plain text holds any of it."""
        return any(phrase.is_in(Readable(text, "utf-8")) for phrase in self.phrases)

    def only(self, *kinds: Kind) -> Words:
        """Give those of some kinds."""
        return Words(tuple(phrase for phrase in self.phrases if phrase.kind in kinds))

    def without(self, phrases: Iterable[Phrase]) -> Words:
        """Give all but some."""
        left_out = set(phrases)
        return Words(tuple(phrase for phrase in self.phrases if phrase not in left_out))

    def blacked(self, page: Readable) -> Readable:
        """Put blocks where a payload holds any of it."""
        for phrase in sorted(self.phrases, key=lambda one: KINDS.index(one.kind)):
            if phrase.is_in(page):
                page = page.with_text(phrase.pattern.sub(page.mark, page.text))
        return page

    def black(self, text: str) -> str:
        """Put blocks where a plain text holds any of it.

        >>> Words(tuple(filter(None, [name("Ana Kovač")]))).black("Poslovili smo se od Ane Kovač.")
        'Poslovili smo se od █████.'
        """
        return self.blacked(Readable(text, "utf-8")).text


def name(text: str) -> Phrase | None:
    """Give the phrase of a person's name, in all cases; None for a single word."""
    pattern = name_pattern(text)
    return _phrase("name", pattern, name_needles(text)) if pattern else None


def title(text: str) -> Phrase | None:
    """Give the phrase of a title; None for one too short to be blacked out wherever it stands."""
    length, words = TITLE
    if len(text) < length or len(WORD.findall(text)) < words:
        return None
    return _phrase("title", sentence(text), _needles(text))


def sentences(text: str | None) -> Iterator[tuple[str, Phrase]]:
    """Give the long sentences of a text with the phrase of each."""
    for one in ENDS.split(text or ""):
        if len(one) >= SENTENCE and WORD.search(one):
            yield one, _phrase("sentence", sentence(one), _needles(one))


def place(normal: str) -> Phrase | None:
    """Give the phrase of an address in its normal form, with and without host; None for a front page.

    >>> found = place("example.si/osmrtnica.php?id=17").pattern
    >>> [bool(found.search(f"<a href='{url}'>")) for url in ("/osmrtnica.php?id=17#top", "/osmrtnica.php?id=170")]
    [True, False]
    """
    if is_home(normal):
        return None
    cut = min(position for position in (normal.find("/"), normal.find("?")) if position >= 0)
    host, path = normal[:cut], unquote(normal[cut:])
    slash = SIGNS["/"] if path.startswith("?") else ""
    whole = rf"{SCHEME}(?:(?:www|origin)\.)?{spelled(host)}(?:{SIGNS[':']}(?:80|443))?"
    pattern = f"(?:{whole}|{BEFORE_PATH})(?:{slash})?{spelled(path)}{AFTER_ADDRESS}"
    return _phrase("address", pattern, _needles(path))


def _phrase(kind: Kind, pattern: str, needles: tuple[bytes, ...]) -> Phrase:
    return Phrase(kind, re.compile(pattern, re.IGNORECASE), needles)


def _needles(text: str) -> tuple[bytes, ...]:
    """Give the longest pieces that every spelling of a text holds."""
    runs = sorted(set(RUN.findall(text.lower())), key=lambda run: (-len(run), run))
    return tuple(run.encode() for run in runs[:NEEDLES])


__all__ = ["BLOCKS", "Phrase", "Words", "name", "place", "sentences", "title"]
