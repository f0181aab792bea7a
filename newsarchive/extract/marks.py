"""Marking what is not the item's text: furniture by its names, bylines, datelines, junk."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import islice

from newsarchive.extract import asking, furniture
from newsarchive.extract.captions import CAPTION_WORDS, mark_figure
from newsarchive.extract.outline import HEADINGS, Block, Node, Outline
from newsarchive.extract.region import LINKED, Mark, Region
from newsarchive.extract.tables import data_cells
from newsarchive.extract.text import is_sentence

BYLINE_LINES = 3
BYLINE_WORDS = 20
"""The most words of an element that is named as a byline and is one."""
PROMPT_WORDS = 30
SAYING_WORDS = 60
"""The most words of a block that is a list of links by its share of them, and says something."""
OWN_WORDS = 8
"""With so many words of its own, a block is no list of links, however many it has."""
FEWEST_DAYS = 2
LIKELY_SHARE = 0.35
"""What is probably furniture is none if so much of the page's prose stands in it;"""
SURE_SHARE = 0.8
"""and what is surely furniture, if so much."""
PROMPTED_SHARE = 0.6
"""The same for a box under a heading such as "Sorodne vsebine"."""
BOX_WORDS = 60
"""A box around a form with more words than these holds text as well."""
NAMED_FREELY = HEADINGS | {"ul", "ol", "li", "p", "blockquote", "pre", "dl"}
"""Elements that hold text; a name such as "list" or "box" says nothing against them."""
TOLD_BY_TAG = furniture.FURNITURE_TAGS | {"figure", "figcaption", "article", "aside"}
"""Elements that are looked at without a name too."""
NEVER_FURNITURE = frozenset(("body", "html", "main"))


def mark_blocks(region: Region) -> None:
    """Mark the blocks that tell by themselves that they are no text of the item."""
    region.cells = data_cells(region.outline)
    for number, block in enumerate(region.outline.blocks):
        mark = _block_mark(block)
        region.marks[number] = None if mark == "dateline" and number in region.cells else mark
    for number in _days(region):
        region.marks[number] = None


def _days(region: Region) -> list[int]:
    """Give the lines that name a weekday and its date, again in one element: they head what is on that day."""
    blocks, nodes = region.outline.blocks, region.outline.nodes
    lines = [n for n, mark in enumerate(region.marks) if mark == "dateline" and furniture.DAY.fullmatch(blocks[n].text)]
    places = [(nodes[blocks[n].node].parent, blocks[n].tag) for n in lines]
    counts = Counter(places)
    return [n for n, place in zip(lines, places, strict=True) if counts[place] >= FEWEST_DAYS]


def _block_mark(block: Block) -> Mark | None:
    if not block.text:
        return "furniture"
    if " " not in block.text and furniture.is_junk(block.text):
        return "junk"
    if block.words <= CAPTION_WORDS and ":" in block.text and furniture.CREDITED.search(block.text):
        return "caption"
    if block.words < asking.COOKIES_WORDS and asking.asks_consent(block.text):
        return "consent"
    if furniture.is_dateline(block.text):
        return "dateline"
    if block.linked > LINKED and block.tag not in HEADINGS and block.words * (1 - block.linked) < OWN_WORDS:
        return None if _says(block) else "links"
    if block.words < PROMPT_WORDS and furniture.is_prompt(block.text):
        return "prompt"
    if 3 < block.words < asking.SIGN_UP_WORDS and asking.asks_to_subscribe(block.text):
        return "prompt"
    return None


def _says(block: Block) -> bool:
    """Tell whether a block that is mostly a link says something: a sentence with words of its own, or an address."""
    if block.opens or block.linked == 1 or block.words > SAYING_WORDS:
        return False
    whole = block.tag == "p" and is_sentence(block.text) and ":" not in block.text
    return whole or bool(furniture.GIVES_ADDRESS.search(block.text))


def mark_furniture(region: Region) -> list[Node]:
    """Mark what is surely furniture; give the nodes that may be."""
    _mark_forms(region)
    sums = region.prose_sums()
    doubted = []
    clear = 0  # number after the last block that was found in no element around one named as the text
    for number, node in enumerate(region.outline.nodes):
        first = region.marks[node.start] if node.start < node.stop else "furniture"
        if first == "furniture" or node.tag in NEVER_FURNITURE:
            continue
        if not node.names and first != "prompt" and node.tag not in TOLD_BY_TAG:
            continue
        if node.tag == "figure":
            mark_figure(region, node)
        share = (sums[node.stop] - sums[node.start]) / (sums[-1] or 1)
        mark = _node_mark(node, share, region.title, node.tag == "article" and _is_inner(region.outline, node))
        if mark is None and share < PROMPTED_SHARE and _is_prompted(region, node):
            mark = "furniture" if region.title is not None and node.start > region.title else "doubted"
        if mark is None and share < LIKELY_SHARE and _is_byline(region, node):
            mark = "byline"
        if mark == "doubted":
            clear = node.stop if node.stop > clear and not _holds_body(region.outline, number) else clear
            doubted += [node] if node.stop <= clear else []
        elif mark:
            region.mark(node, mark)
    return doubted


def _holds_body(outline: Outline, number: int) -> bool:
    """Tell whether a node holds one that is named as the text."""
    stop = outline.nodes[number].stop
    for node in islice(outline.nodes, number + 1, None):
        if node.start >= stop:
            return False
        if naming(node.names) == "body":
            return True
    return False


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
    likely = (kind == "likely" and node.tag not in NAMED_FREELY) or (kind is None and node.tag in ("aside", "form"))
    return "doubted" if likely and share < LIKELY_SHARE else None


def _is_prompted(region: Region, node: Node) -> bool:
    """Tell whether a node is a box under a heading such as "Zadnje osmrtnice", or a table that begins with it."""
    layout = node.tag == "table" and node.start not in region.cells
    headed = layout or region.outline.blocks[node.start].tag in HEADINGS
    return region.marks[node.start] == "prompt" and headed and not node.holds(region.title)


def _is_byline(region: Region, node: Node) -> bool:
    """Tell whether a node is named as the line that says who wrote it, and has no more words than such a line."""
    if naming(node.names) != "byline" or node.stop - node.start > BYLINE_LINES or node.holds(region.title):
        return False
    if region.marks[node.start] == "caption" and next(node.element.iter("img"), None) is None:
        return False  # "podpis" is a signature, and the line under a picture
    return sum(block.words for block in region.outline.blocks[node.start : node.stop]) <= BYLINE_WORDS


def _is_inner(outline: Outline, node: Node) -> bool:
    """Tell whether an ``article`` stands inside another one."""
    return any(outline.nodes[number].tag == "article" for number in outline.ancestors(node.parent))


@lru_cache(maxsize=4096)
def naming(names: str) -> str | None:
    """Say what a class and id name: ``sure`` or ``likely`` furniture, ``caption``, ``byline``, ``body``; or nothing."""
    if furniture.is_hidden(names):
        return "likely"
    kinds = furniture.NAMES.kinds(names)
    if not kinds:
        return None
    if "body" in kinds:
        return "body"
    if "embed" in kinds or "lead" in kinds:
        return None
    return next((kind for kind in ("caption", "sure", "likely", "byline") if kind in kinds), None)
