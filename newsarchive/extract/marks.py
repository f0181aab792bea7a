"""Marking what is not the item's text: furniture by its names, captions, datelines, junk."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import islice

from newsarchive.extract import furniture
from newsarchive.extract.outline import HEADINGS, Block, Node, Outline, Picture
from newsarchive.extract.region import LINKED, Mark, Region, is_prose
from newsarchive.extract.tables import data_cells
from newsarchive.extract.text import is_sentence, key

CAPTION_WORDS = 40
CAPTION_LEVELS = 2
CAPTION_REACH = 3
TABLE_LEVELS = 4
"""From a picture out to the table it stands in."""
LIKELY_SHARE = 0.35
"""What is probably furniture is none if so much of the page's prose stands in it;"""
SURE_SHARE = 0.8
"""and what is surely furniture, if so much."""
PROMPTED_SHARE = 0.6
"""The same for a box under a heading such as "Sorodne vsebine"."""
BOX_WORDS = 60
"""A box around a form with more words than these holds text as well."""
TEXT_TAGS = frozenset(("ul", "ol", "li", "p", "blockquote", "pre", "dl"))
"""Elements that hold text; a name such as "list" or "box" says nothing against them."""
NEVER_FURNITURE = frozenset(("body", "html", "main"))


def mark_blocks(region: Region) -> None:
    """Mark the blocks that tell by themselves that they are no text of the item."""
    region.cells = data_cells(region.outline)
    for number, block in enumerate(region.outline.blocks):
        mark = _block_mark(block)
        region.marks[number] = None if mark == "dateline" and number in region.cells else mark


def _block_mark(block: Block) -> Mark | None:
    if " " not in block.text and furniture.is_junk(block.text):
        return "junk"
    if block.words <= CAPTION_WORDS and ":" in block.text and furniture.CREDITED.search(block.text):
        return "caption"
    if block.words < furniture.COOKIES_WORDS and furniture.asks_consent(block.text):
        return "consent"
    if furniture.is_dateline(block.text):
        return "dateline"
    if block.linked > LINKED and block.tag not in HEADINGS and block.words * (1 - block.linked) < 8:
        return "links"
    if block.words < 30 and furniture.PROMPT.match(block.text):
        return "prompt"
    return None


def mark_captions(region: Region) -> None:
    """Mark the short line that stands alone with a picture in an element of their own, or repeats its ``alt``."""
    outline = region.outline
    for picture in outline.pictures:
        number = picture.block
        if number >= len(outline.blocks) or number == region.title or region.marks[number] is not None:
            continue
        block = outline.blocks[number]
        if block.words > CAPTION_WORDS or block.tag in HEADINGS:
            continue
        near = list(islice(outline.ancestors(picture.node), CAPTION_LEVELS))
        alone = any((outline.nodes[n].start, outline.nodes[n].stop) == (number, number + 1) for n in near)
        unsaid = alone and not is_sentence(block.text)
        repeats = block.words > 1 and key(picture.element.get("alt") or "") == key(block.text)
        if unsaid or repeats or (_is_framed(region, picture) and _is_followed(region, number)):
            region.marks[number] = "caption"


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


def mark_furniture(region: Region) -> list[Node]:
    """Mark what is surely furniture; give the nodes that may be."""
    _mark_forms(region)
    sums = region.prose_sums()
    doubted = []
    for node in region.outline.nodes:
        if node.start == node.stop or node.tag in NEVER_FURNITURE or region.marks[node.start] == "furniture":
            continue
        share = (sums[node.stop] - sums[node.start]) / (sums[-1] or 1)
        mark = _node_mark(node, share, region.title, node.tag == "article" and _is_inner(region.outline, node))
        if mark is None and share < PROMPTED_SHARE and _is_prompted(region, node):
            mark = "furniture" if region.title is not None and node.start > region.title else "doubted"
        if mark == "doubted":
            doubted.append(node)
        elif mark:
            region.mark(node, mark)
    return doubted


def _mark_forms(region: Region) -> None:
    """Mark the small boxes with a heading around a form: what they say invites to fill it in."""
    nodes = region.outline.nodes
    blocks = region.outline.blocks
    for form in nodes:
        if form.tag != "form" or form.parent < 0:
            continue
        box = nodes[form.parent]
        words = sum(block.words for block in blocks[box.start : box.stop])
        invites = box.start < box.stop and blocks[box.start].tag in HEADINGS
        if invites and box.tag not in NEVER_FURNITURE and words <= BOX_WORDS and not box.holds(region.title):
            region.mark(box, "furniture")


def _node_mark(node: Node, share: float, title: int | None, inner_article: bool) -> Mark | None:
    """Decide whether a node is furniture, given its share of the page's prose."""
    if node.tag == "figcaption":
        return "caption"
    if node.tag == "nav":
        return "furniture"
    if node.holds(title):
        return None
    if node.tag == "article" and inner_article and share < SURE_SHARE:
        return "card"
    if node.tag in furniture.FURNITURE_TAGS and node.tag != "form" and share < SURE_SHARE:
        return "furniture"
    kind = naming(node.names)
    if kind == "caption":
        return "caption" if share < LIKELY_SHARE else None
    if kind == "sure" and share < SURE_SHARE:
        return "furniture"
    likely = (kind == "likely" and node.tag not in TEXT_TAGS) or (kind is None and node.tag in ("aside", "form"))
    return "doubted" if likely and share < LIKELY_SHARE else None


def _is_prompted(region: Region, node: Node) -> bool:
    """Tell whether a node is a box under a heading such as "Zadnje osmrtnice"."""
    first = region.outline.blocks[node.start]
    return region.marks[node.start] == "prompt" and first.tag in HEADINGS and not node.holds(region.title)


def _is_inner(outline: Outline, node: Node) -> bool:
    """Tell whether an ``article`` stands inside another one."""
    return any(outline.nodes[number].tag == "article" for number in outline.ancestors(node.parent))


@lru_cache(maxsize=4096)
def naming(names: str) -> str | None:
    """Say what a class and id text names: ``sure`` or ``likely`` furniture, ``caption``, ``body`` or nothing."""
    kinds = furniture.NAMES.kinds(names)
    if "body" in kinds:
        return "body"
    if "embed" in kinds or "lead" in kinds:
        return None
    return next((kind for kind in ("caption", "sure", "likely") if kind in kinds), None)
