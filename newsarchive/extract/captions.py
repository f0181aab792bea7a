"""Marking what is printed with a picture: what it shows, and who took it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from newsarchive.extract.outline import HEADINGS, Node, Picture
from newsarchive.extract.region import Region, is_prose
from newsarchive.extract.text import has_key, is_sentence, key

CAPTION_WORDS = 40
CAPTION_LEVELS = 2
CAPTION_LINES = 2
CAPTION_REACH = 3
TABLE_LEVELS = 4
"""From a picture out to the table it stands in."""
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
            continue
        repeats = block.words > 1 and has_key(block.text, key(picture.element.get("alt") or ""))
        if repeats or (_is_framed(region, picture) and _is_followed(region, number)):
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


def _is_framed(region: Region, picture: Picture) -> bool:
    """Tell whether the line below a picture shares its very element, or both stand in a table of pictures."""
    outline = region.outline
    if outline.blocks[picture.block].node == picture.node:
        node = outline.nodes[picture.node]
        return node.stop - node.start == 1
    around = (outline.nodes[n] for n in islice(outline.ancestors(picture.node), TABLE_LEVELS))
    table = next((node for node in around if node.tag == "table"), None)
    if table is None or not table.holds(picture.block):
        return False
    pictures = bisect_left(outline.pictures, table.stop, key=_block) - bisect_left(
        outline.pictures, table.start, key=_block
    )
    return table.stop - table.start <= pictures


def _block(picture: Picture) -> int:
    return picture.block


def _is_followed(region: Region, number: int) -> bool:
    """Tell whether the text goes on below a line, or below other lines under pictures."""
    blocks = region.outline.blocks
    return any(is_prose(block) for block in blocks[number + 1 : number + 1 + CAPTION_REACH])
