"""Lines of a text that name those who wrote it: the byline, and what is told of them below the last paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsarchive.extract.obituaries.given import GIVEN
from newsarchive.extract.outline import HEADINGS, Block, Outline
from newsarchive.extract.region import is_prose
from newsarchive.extract.text import is_sentence

FEWEST_NAMES = 2
"""A name of one word may be a word of the text."""
MOST_NAMES = 4
BYLINE_WORDS = 12
ABOUT_WORDS = 60
"""The most words of a paragraph that tells of an author."""
HEAD = 4
"""So many blocks at its head can be a byline."""
FEWEST_BLOCKS = 4
"""A shorter text has no paragraph to spare."""
FEWEST_SIGNED = 3
"""Blocks of a text that is signed;"""
MOST_SIGNED = 3
"""words of the signature."""
PARAGRAPHS = frozenset(("p", "div"))
COMMON = frozenset("dan gaj just maj marina palma rok slava tim vita zarja".split())
"""First names that are words too: what begins with one need not be a name."""
COMPANY = re.compile(r"\b(?:d\.\s?o\.\s?o|d\.\s?d|z\.\s?o\.\s?o|gmbh|ltd|inc)\b\.?$", re.I)
"""How a line ends that names a company: it publishes, and writes nothing."""
INITIALS = re.compile(r"^(?:[A-ZČŠŽ]\.\s?){2,3}(?:[A-ZČŠŽ]\.)?$")
_BETWEEN = re.compile(r"\s*[,;|/&]\s*")


def bylines(own: list[int], blocks: list[Block], persons: Iterable[str]) -> set[int]:
    """Give the numbers of the text's blocks that only name those who wrote it (``persons``) or tell of them.

    A paragraph at the end does if an author is named there and nowhere else: who is written about is named before.

    >>> line = Block("Ana Primer, Lipovec", 3, 0.0, 1, "p", None)
    >>> story = [Block("Most so odprli včeraj.", 4, 0.0, 1, "p", None)] * 3
    >>> about = Block("Ana Primer piše o mostovih.", 5, 0.0, 1, "p", None)
    >>> bylines([0, 1, 2, 3, 4], [line, *story, about], ["Ana Primer"])
    {0, 4}
    """
    names = [name for text in persons for name in _BETWEEN.split(text) if _is_name(name)]
    if not names or len(own) < FEWEST_BLOCKS:
        return set()
    head = own[:-1][:HEAD]
    lines = {n for n in head if _is_line(blocks[n]) and any(name in blocks[n].text for name in names)}
    rest = [blocks[n].text for n in own if n not in lines]
    if is_prose(blocks[own[-1]]) and _tells(rest[-1], rest[:-1], names):
        lines.add(own[-1])
    return lines


def signature(own: list[int], outline: Outline, persons: Iterable[str]) -> int | None:
    """Give the number of the last block where it is nothing but a name or initials: below an article, who wrote it.

    Where the page declares who did (``persons``), another name is not taken for a signature.

    >>> story, name = Block("Most so odprli včeraj.", 4, 0.0, 1, "p", None), Block("Ana Primer", 2, 0.0, 1, "p", None)
    >>> signature([0, 1, 2], Outline([story, story, name]), []), signature([0, 1], Outline([story, story]), [])
    (2, None)
    """
    if len(own) < FEWEST_SIGNED:
        return None
    above, last = outline.blocks[own[-2]], outline.blocks[own[-1]]
    beside = {above.tag, last.tag} <= PARAGRAPHS and is_prose(above) and last.linked == 0
    if not beside or not _is_person(last.text) or any(one.block == own[-1] for one in outline.pictures):
        return None
    known = [one for one in persons if not COMPANY.search(one)]
    return own[-1] if not known or any(last.text in one for one in known) else None


def _is_person(text: str) -> bool:
    """Tell whether a line is a first name with one or two more words, or initials.

    >>> _is_person("Ana Primer"), _is_person("Dan Zemlje"), _is_person("Ana Primer, županja"), _is_person("A. P.")
    (True, False, False, True)
    """
    if INITIALS.match(text):
        return True
    words = text.split()
    first = words[0].casefold() if FEWEST_NAMES <= len(words) <= MOST_SIGNED else ""
    return first in GIVEN - COMMON and all(word[:1].isupper() and word.isalpha() for word in words)


def _is_name(text: str) -> bool:
    return FEWEST_NAMES <= text.count(" ") + 1 <= MOST_NAMES


def _is_line(block: Block) -> bool:
    return block.words <= BYLINE_WORDS and block.tag not in HEADINGS and not is_sentence(block.text)


def _tells(text: str, others: list[str], names: list[str]) -> bool:
    """Tell whether a paragraph is about somebody whom no other one names."""
    told = [name for name in names if name in text] if text.count(" ") < ABOUT_WORDS else []
    return any(not any(name in other for other in others) for name in told)
