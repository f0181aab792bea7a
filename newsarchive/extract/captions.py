"""Marking what is printed with a picture: what it shows, and who took it."""

from __future__ import annotations

from itertools import islice

from newsarchive.extract.outline import HEADINGS, Node
from newsarchive.extract.region import Region
from newsarchive.extract.text import is_sentence, key

CAPTION_WORDS = 40
CAPTION_LEVELS = 2
CAPTION_LINES = 2
SHOWN_AS_FIGURE = frozenset(("blockquote", "li", "td", "th", "pre", "code"))
"""Elements whose text may be what a figure shows."""


def mark_captions(region: Region) -> None:
    """Mark the short lines that stand alone with a picture in an element of their own, or repeat its ``alt``."""
    outline = region.outline
    for picture in outline.pictures:
        number = picture.block
        if number >= len(outline.blocks) or number == region.title or region.marks[number] is not None:
            continue
        block = outline.blocks[number]
        if block.words > CAPTION_WORDS or block.tag in HEADINGS:
            continue
        near = (outline.nodes[n] for n in islice(outline.ancestors(picture.node), CAPTION_LEVELS))
        alone = next((node for node in near if node.start == number and _is_caption(region, node)), None)
        if alone is not None:
            region.mark(alone, "caption")
        elif block.words > 1 and key(picture.element.get("alt") or "") == key(block.text):
            region.marks[number] = "caption"


def mark_figure(region: Region, figure: Node) -> None:
    """Mark what stands in a ``figure`` and is neither a sentence nor quoted, listed or tabulated."""
    blocks, nodes = region.outline.blocks, region.outline.nodes
    for number in range(figure.start, figure.stop):
        block = blocks[number]
        shows = block.tag not in SHOWN_AS_FIGURE and nodes[nodes[block.node].parent].tag not in SHOWN_AS_FIGURE
        if region.marks[number] is None and number != region.title and shows and not is_sentence(block.text):
            region.marks[number] = "caption"


def _is_caption(region: Region, node: Node) -> bool:
    """Tell whether all that stands with a picture is a line or two, no sentences: what it shows, who took it."""
    lines = region.outline.blocks[node.start : node.stop]
    short = 0 < len(lines) <= CAPTION_LINES and sum(line.words for line in lines) <= CAPTION_WORDS
    return short and not any(is_sentence(line.text) or line.tag in HEADINGS for line in lines)
