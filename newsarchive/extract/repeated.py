"""Short lines above the first paragraph that are no scraps: lines like them come again between the others."""

from __future__ import annotations

import re
from collections import Counter

from newsarchive.extract.outline import HEADINGS, Block
from newsarchive.extract.region import is_prose
from newsarchive.extract.text import is_sentence

LABEL = re.compile(r"[^\W\d_][\w ]{1,30}:(?=\s)")
SALUTATION = re.compile(r"(?:spoštovan|cenjen|drag)\w*\s.{2,60}[!,]$", re.I)
"""How a text addresses its readers; the line directly above its first paragraph."""
RESULT = re.compile(r"^\w.*\s[–-]\s\w.*\s\d{1,3}\s?:\s?\d{1,3}(?:\s?\([\d:, ]+\))?$")
"""The result of a match, above the report."""
SUBHEADING_WORDS = 12
CAPITALS = "capitals"
"""What marks lines that are printed in nothing else."""
FEWEST = 2
"""Lines of running text without a mark of their own must come again so often."""
Likeness = tuple[str, str, int]
"""What two lines have in common: their tag, a label, the element that holds them."""


def begin(own: list[int], first: int, blocks: list[Block]) -> int:
    """Give the number of the block with which a text begins whose first paragraph is block ``first``.

    >>> h, p = Block("Občina Dol", 2, 0.0, 1, "h3", None), Block("Cesta bo zaprta.", 3, 0.0, 2, "p", None)
    >>> long = Block("Cesta skozi vas bo ves teden zaprta za promet.", 9, 0.0, 3, "p", None)
    >>> begin([0, 1, 2, 3], 1, [h, long, h, long]), begin([0, 1, 2], 1, [h, long, p])
    (0, 1)
    """
    at = own.index(first)
    if at and (SALUTATION.match(blocks[own[at - 1]].text) or RESULT.match(blocks[own[at - 1]].text)):
        return own[at - 1]
    later = Counter(likeness for place in range(at, len(own)) if (likeness := _likeness(own, place, blocks)))
    while at and (likeness := _likeness(own, at - 1, blocks)) and later[likeness] >= _needed(likeness):
        at -= 1
    return own[at]


def _needed(likeness: Likeness) -> int:
    return 1 if likeness[0] in HEADINGS or likeness[1] else FEWEST


def _likeness(own: list[int], place: int, blocks: list[Block]) -> Likeness | None:
    """Say what kind of short line a block is: a heading, a label and its value, a line above a paragraph."""
    block = blocks[own[place]]
    if block.linked > 0 or block.words > SUBHEADING_WORDS:
        return None
    found = LABEL.match(block.text)
    label = found[0] if found else CAPITALS * block.text.isupper()
    if block.tag in HEADINGS or label:
        return block.tag, label, -1
    following = blocks[own[place + 1]] if place + 1 < len(own) else block
    above = following.node == block.node and is_prose(following)
    return (block.tag, "", block.node) if above and not is_prose(block) and not is_sentence(block.text) else None
