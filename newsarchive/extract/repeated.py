"""Short lines above the first paragraph that are no scraps.

Lines like them come again between the others, or they are a table, or the name of whom an obituary is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import islice, pairwise, takewhile

from newsarchive.extract import labels
from newsarchive.extract.furniture import COUNTER
from newsarchive.extract.outline import HEADINGS, Block
from newsarchive.extract.region import is_prose
from newsarchive.extract.tables import Cell
from newsarchive.extract.text import is_sentence, key

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
STEM = 4
"""So many letters of a name are the same in every case,"""
NAMES = 2
"""and so many words of it tell that a line in capitals is the name of whom the title names."""
LIFE_BELOW = re.compile(r"\n(?:roj|star[ai]?\b|iz\s|stanuj|umrl|[*†+]\s*\d|\d{4}\s?[–-])")
"""How the line below a name in capitals begins that tells of a life."""
ABOVE_NAME = 4
"""The most lines above that name: a verse, and what introduces it."""
Likeness = tuple[str, str, int]
"""What two lines have in common: their tag, a label, the element that holds them."""


def begin(
    own: list[int],
    first: int,
    blocks: list[Block],
    cells: Mapping[int, Cell] | None = None,
    mourned: str | None = None,
) -> int:
    """Give the number of the block with which a text begins whose first paragraph is block ``first``.

    ``cells`` are the blocks of tables of data, ``mourned`` is the title of an obituary.

    >>> h, p = Block("Občina Dol", 2, 0.0, 1, "h3", None), Block("Cesta bo zaprta.", 3, 0.0, 2, "p", None)
    >>> long = Block("Cesta skozi vas bo ves teden zaprta za promet.", 9, 0.0, 3, "p", None)
    >>> begin([0, 1, 2, 3], 1, [h, long, h, long]), begin([0, 1, 2], 1, [h, long, p])
    (0, 1)
    """
    at = own.index(first)
    head = _table(own[:at], blocks, cells or {}, alone=mourned is None)
    head = head if mourned is None else min(head, _name(own[: at + 1], blocks, mourned))
    if head < at:
        return own[head]
    if at and (SALUTATION.match(blocks[own[at - 1]].text) or RESULT.match(blocks[own[at - 1]].text)):
        return own[at - 1]
    later = Counter(likeness for place in range(at, len(own)) if (likeness := _likeness(own, place, blocks)))
    while at and (likeness := _likeness(own, at - 1, blocks)) and later[likeness] >= _needed(likeness):
        at -= 1
    return own[at]


def _table(head: list[int], blocks: list[Block], cells: Mapping[int, Cell], *, alone: bool) -> int:
    """Give the place in the head at which a table begins, with the line in capitals above it; its end: nowhere.

    A table that tells who published the item, and when, is none of its text; nor is one ``alone`` below which other
    lines stand before the first paragraph: only an obituary has a verse there.
    """
    at = next((place for place, number in enumerate(head) if number in cells), len(head))
    table = list(takewhile(cells.__contains__, head[at:]))
    counts = any(map(str.isdigit, "".join(blocks[number].text for number in table)))
    if not counts or (alone and len(table) < len(head) - at):
        return len(head)
    pairs = [pair for pair in pairwise(table) if cells[pair[0]].row == cells[pair[1]].row]
    if any(_is_fact(blocks[one].text, blocks[other].text) for one, other in pairs):
        return len(head)
    above = blocks[head[at - 1]] if at else None
    return at - 1 if above and above.linked == 0 and (above.text.isupper() or above.tag in HEADINGS) else at


def _is_fact(label: str, value: str) -> bool:
    """Tell whether two cells tell of the item's publication: when, who, how often it was read.

    >>> _is_fact("Avtor", "Ana Primer"), _is_fact("Datum", "Ura"), _is_fact("Ogledov", "123")
    (True, False, True)
    """
    line = f"{label.rstrip(':')}: {value}"
    heading = [field for field, _ in labels.read_line(line)] == ["published"] and not any(map(str.isdigit, value))
    return COUNTER.match(line) is not None or (labels.is_label_line(line) and not heading)


def _name(head: list[int], blocks: list[Block], title: str) -> int:
    """Give the place of the first line of an obituary's head, where it has the name in capitals; its end: nowhere."""
    named = next((place for place, number in enumerate(head) if _is_named(blocks[number].text, title)), len(head))
    if named == len(head):
        return named
    tag = blocks[head[named]].tag
    above = takewhile(lambda n: blocks[n].tag == tag and blocks[n].linked == 0, reversed(head[:named]))
    return named - len(list(islice(above, ABOVE_NAME)))


def _is_named(text: str, title: str) -> bool:
    r"""Tell whether a block begins with a name in capitals: of whom the title names, or whose life it tells.

    >>> _is_named("AMALIJA PRIMER\nroj. Zgled", "Zahvala ob smrti Amalije Primer"), _is_named("MOST", "Most")
    (True, False)
    """
    line = text.partition("\n")[0]
    if not line.isupper():
        return False
    if line.count(" ") + 1 >= NAMES and LIFE_BELOW.match(text[len(line) :]):
        return True
    known = {word[:STEM] for word in key(title).split() if len(word) > 1}
    return len({word[:STEM] for word in key(line).split()} & known) >= NAMES


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
