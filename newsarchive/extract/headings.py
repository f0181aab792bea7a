"""The headings of a page: which of them prints the item's title."""

from __future__ import annotations

from newsarchive.extract import furniture
from newsarchive.extract.outline import HEADINGS, Block, Outline
from newsarchive.extract.text import has_key, key

FEWEST_WORDS = 3
"""A title behind a kicker has so many words, or it may be a part of another heading."""
NEARLY = 40
"""Texts of the same words differ in fewer characters than these, which are no letters."""


def title_block(outline: Outline, title: str | None) -> int | None:
    """Find the block that prints the title.

    That is a heading with its words, perhaps behind a kicker, else any block with just these words. A heading that is
    the last step of the way from the front page counts only where no other does.
    """
    blocks, wanted = outline.blocks, key(title or "")
    headings = [n for n, block in enumerate(blocks) if block.tag in HEADINGS and block.linked < 1]
    headings.sort(key=lambda number: is_crumb(outline, blocks[number]))
    ways = ((headings, _is), (headings, repeats), (range(len(blocks)), _is)) if wanted else ()
    for numbers, prints in ways:
        found = next((n for n in numbers if prints(blocks[n], wanted)), None)
        if found is not None:
            return found
    return next((n for n in headings if blocks[n].tag == "h1"), None)


def _is(block: Block, title: str) -> bool:
    return has_key(block.text, title)


def is_crumb(outline: Outline, block: Block) -> bool:
    """Tell whether a heading is named as a step of the way from the front page."""
    return bool(furniture.CRUMBS.search(outline.nodes[block.node].names))


def repeats(block: Block, title: str) -> bool:
    """Tell whether a block prints a title (a key) once more, a heading perhaps behind a kicker.

    >>> repeats(Block("Promet: Nov most je odprt", 5, 0.0, 1, "h2", None), "nov most je odprt")
    True
    """
    longer = len(block.text) - len(title)
    heads = block.tag in HEADINGS
    if (
        longer < -NEARLY
        or (longer > NEARLY and not heads)
        or block.words < FEWEST_WORDS
        or title.count(" ") + 1 < FEWEST_WORDS
    ):
        return False
    text = key(block.text)
    return text == title or (heads and text.replace(" ", "").endswith(title.replace(" ", "")))
