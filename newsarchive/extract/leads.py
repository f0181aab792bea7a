"""The introductory paragraph between the title and the text: which blocks print it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from newsarchive.extract import furniture, labels
from newsarchive.extract.outline import HEADINGS
from newsarchive.extract.region import LINKED, Region
from newsarchive.extract.text import is_sentence, key, plain

LEAD_WORDS = 6
BOLD_SHARE = 0.9
PARTS_OF_TEXT = frozenset(("table", "thead", "tbody", "tr", "ul", "ol", "dl", "blockquote", "figure"))
"""Elements that hold a part of a text, and never all of it but the lead."""
FEWEST_BESIDE_LEAD = 3
"""Only of so many paragraphs and more does one stand apart from the others."""
LEAD_REACH = 6
"""How many blocks after the title may come before the lead."""
NOT_LEAD = re.compile(
    r"^\W*(?:by|von|par|por|piše|avtor|posted|updated|published|objavljeno)\b|\b\d{4}\b.{0,12}\b\d{1,2}[:.]\d{2}\b",
    re.I,
)
"""A byline or date line."""
CUT_MARK = re.compile(r"(?:\.{3}|…)\]?$")
"""How a text ends that has been cut off."""
UNBELIEVED = frozenset((None, "furniture"))
"""Marks of blocks that can be the lead where the page itself says that they are."""


def lead_blocks(region: Region, own: list[int], told: Iterable[str] = ()) -> list[int]:
    """Give the numbers of the blocks that print the lead: one, and its neighbours in an element that holds no more."""
    first = _first(region, own, told)
    if first is None:
        return []
    blocks, nodes = region.outline.blocks, region.outline.nodes
    around = nodes[nodes[blocks[first].node].parent]
    stop = own[0] if own and around.holds(own[-1]) else around.stop
    more = (n for n in range(first + 1, stop) if blocks[n].tag == "p" == blocks[first].tag)
    return [first, *takewhile(lambda n: _can_lead(region, n), more)]


def _first(region: Region, own: list[int], told: Iterable[str]) -> int | None:
    """Give the number of the block with which the lead begins.

    It is what the page declares as its description (``told``), what is named as the lead, what is printed in another
    way than the text (``own``), or what stands between the title and the text.
    """
    begin = own[0] if own else region.stop
    start = region.start if region.title is None else region.title + 1
    between = [n for n in range(start, begin) if _can_lead(region, n)]
    named = (n for n in [*between, *own[:LEAD_REACH]] if _is_named(region, n))
    apart = own[:1] if len(own) > 1 and _are_parted(region, own[0], own[1]) else []
    found = _described(region, [*range(start, begin), *apart], told)
    found = next(named, None) if found is None else found
    if found is not None:
        return found
    if (region.title is not None and _stands_apart(region, own)) or (
        len(own) > 1 and _is_bold(region, own[0]) and not _is_bold(region, own[1])
    ):
        return own[0]
    near = (n for n in between if region.title is not None and n - start < LEAD_REACH)
    return next(near, None)


def _described(region: Region, numbers: Iterable[int], told: Iterable[str]) -> int | None:
    """Give the block that prints a description which the page declares, whole or to where it was cut off."""
    blocks = region.outline.blocks
    keys = [(key(text), bool(CUT_MARK.search(text))) for text in told if text.count(" ") >= LEAD_WORDS - 1]
    near = (n for n in numbers if blocks[n].words >= LEAD_WORDS and region.marks[n] in UNBELIEVED)
    return next((n for n in near if blocks[n].linked < LINKED and _says(key(blocks[n].text), keys)), None)


def _says(text: str, keys: list[tuple[str, bool]]) -> bool:
    return any(text == told or (cut and text.startswith(told.rpartition(" ")[0])) for told, cut in keys)


def _can_lead(region: Region, number: int) -> bool:
    block, mark = region.outline.blocks[number], region.marks[number]
    if mark is not None or block.words < LEAD_WORDS or labels.is_label_line(block.text):
        return False
    return (is_sentence(block.text) and not NOT_LEAD.search(block.text)) or (
        block.tag in HEADINGS and block.linked == 0
    )


def _is_named(region: Region, number: int) -> bool:
    outline = region.outline
    if outline.blocks[number].words < LEAD_WORDS:
        return False
    node = outline.nodes[outline.blocks[number].node]
    names = node.names + " " + (outline.nodes[node.parent].names if node.stop - node.start <= 1 else "")
    return bool(furniture.LEAD.search(names)) and not furniture.BODY.search(names)


def _is_bold(region: Region, number: int) -> bool:
    """Tell whether a whole paragraph is printed bold."""
    block = region.outline.blocks[number]
    element = region.outline.nodes[block.node].element
    bold = sum(len(plain(part).strip()) for part in element if part.tag in ("strong", "b"))
    return block.words >= LEAD_WORDS and bold >= BOLD_SHARE * len(block.text)


def _parent(region: Region, number: int) -> int:
    return region.outline.nodes[region.outline.blocks[number].node].parent


def _are_parted(region: Region, one: int, other: int) -> bool:
    """Tell whether two blocks stand in two elements, neither of which is a part of a text."""
    first, second = _parent(region, one), _parent(region, other)
    return first != second and region.outline.nodes[second].tag not in PARTS_OF_TEXT


def _stands_apart(region: Region, own: list[int]) -> bool:
    """Tell whether the first paragraph stands outside the element that holds all others."""
    outline = region.outline
    if len(own) < FEWEST_BESIDE_LEAD:
        return False
    around = (outline.nodes[n] for n in outline.ancestors(outline.blocks[own[-1]].node))
    holder = next((node for node in around if node.start <= own[1]), None)
    first = outline.blocks[own[0]]
    alone = holder is not None and own[0] < holder.start and holder.tag not in PARTS_OF_TEXT
    return alone and first.words >= LEAD_WORDS and is_sentence(first.text)
