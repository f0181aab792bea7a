"""Cards: the teasers of other items that stand beside, below and between the item's own text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate

from newsarchive.extract.outline import HEADINGS, Block, Node, Outline

Range = tuple[int, int]
"""Numbers of a first block and of the one after the last."""

LINKED_TITLE = 0.6
"""A heading with a larger share of link text is the title of another item."""
LINKED_LINE = 0.9
"""The same for a line that is no heading; such lines must recur."""
OPENING_LINK = 0.1
"""Share of link text from which a block that begins with a link can be a whole card."""
RECURRING = 3
TITLE_WORDS = 3
CARD_WORDS = 60
"""The most words of its own that a card has."""
CUT = ("...", "…")
"""How words end that have been cut off."""
NO_ITEM = ("#", "javascript:", "mailto:", "tel:")


def find_cards(outline: Outline, heads: list[int], title: int | None) -> list[Range]:
    """Find the ranges of blocks that are cards, from their ``heads`` (see :func:`find_heads`).

    A card grows from a linked title out to the largest element that holds no other one, nor the item's own ``title``.
    """
    words = [0, *accumulate(round(block.words * (1 - block.linked)) for block in outline.blocks)]
    boxes = [box for head in heads if (box := _around(outline, head, heads, words, title))]
    return [(box.start, box.stop) for box in boxes] + _rows(outline, boxes, words) + _whole(outline)


def find_heads(outline: Outline, title: int | None) -> list[int]:
    """Give the numbers of blocks that print the linked title of another item than that of block ``title``."""
    shapes = Counter(_shape(outline, block) for block in outline.blocks if _is_line(block))
    return [
        number
        for number, block in enumerate(outline.blocks)
        if number != title
        and (
            _is_heading(block)
            or _is_teaser(outline, number)
            or (_is_line(block) and shapes[_shape(outline, block)] >= RECURRING)
        )
    ]


def _is_teaser(outline: Outline, number: int) -> bool:
    """Tell whether a linked line stands right above words that have been cut off."""
    block = outline.blocks[number]
    if block.linked < LINKED_LINE or block.words == 1 or not _leads_away(block):
        return False
    below = outline.blocks[number + 1 : number + 2]
    return any(one.linked == 0 and one.text.endswith(CUT) and one.words <= CARD_WORDS for one in below)


def _is_heading(block: Block) -> bool:
    return block.tag in HEADINGS and block.linked >= LINKED_TITLE and block.words > 1 and _leads_away(block)


def _is_line(block: Block) -> bool:
    return (
        block.tag not in HEADINGS and block.linked >= LINKED_LINE and block.words >= TITLE_WORDS and _leads_away(block)
    )


def _whole(outline: Outline) -> list[Range]:
    """Give the blocks that are whole cards: a linked title, a line break or a cut-off text behind it, repeated."""
    numbers = [n for n, block in enumerate(outline.blocks) if _is_whole(block)]
    shapes = Counter(_shape(outline, outline.blocks[n]) for n in numbers)
    return [(n, n + 1) for n in numbers if shapes[_shape(outline, outline.blocks[n])] >= RECURRING]


def _is_whole(block: Block) -> bool:
    cut = block.text.endswith(CUT) or "\n" in block.text
    return block.opens and cut and block.linked >= OPENING_LINK and block.words <= CARD_WORDS and _leads_away(block)


def _leads_away(block: Block) -> bool:
    return block.href is not None and not block.href.startswith(NO_ITEM)


def _shape(outline: Outline, block: Block) -> tuple[str, str, str]:
    node = outline.nodes[block.node]
    return block.tag, node.names, outline.nodes[node.parent].names if node.parent >= 0 else ""


def _around(outline: Outline, head: int, heads: list[int], words: list[int], title: int | None) -> Node | None:
    """Give the largest element around a linked title that holds no other, nor the item's own, nor much text."""
    best: Node | None = None
    for number in outline.ancestors(outline.blocks[head].node):
        node = outline.nodes[number]
        alone = bisect_left(heads, node.stop) - bisect_left(heads, node.start) == 1
        own_title = title is not None and node.start <= title < node.stop
        if not alone or own_title or words[node.stop] - words[node.start] > CARD_WORDS:
            break
        best = node
    return best


def _rows(outline: Outline, boxes: list[Node], words: list[int]) -> list[Range]:
    """Give the texts between linked titles that stand side by side in one element, as old layouts print cards."""
    rows: list[Range] = []
    groups: dict[int, list[Node]] = {}
    for box in boxes:
        groups.setdefault(box.parent, []).append(box)
    for parent, members in groups.items():
        ends = [*(box.start for box in members[1:]), outline.nodes[parent].stop if parent >= 0 else members[-1].stop]
        gaps = [(box.stop, stop) for box, stop in zip(members, ends, strict=True)]
        inner = [words[stop] - words[start] for start, stop in gaps]
        if len(members) >= RECURRING and max(inner[:-1]) <= CARD_WORDS and max(inner) > 0:
            rows += [gap for gap, count in zip(gaps, inner, strict=True) if count <= CARD_WORDS]
    return rows
