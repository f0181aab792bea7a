"""Where on the page the item stands: which blocks are its own, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from newsarchive.extract import furniture
from newsarchive.extract.cards import find_cards, find_heads
from newsarchive.extract.outline import HEADINGS, Block, Node, Outline
from newsarchive.extract.text import is_sentence, key

Mark = str
"""Why a block is not part of the body: furniture, card, caption, links, junk, prompt, outside."""

CAPTION_WORDS = 40
CAPTION_LEVELS = 2
LINKED = 0.5
"""A block with a larger share of link text is a list of links."""
PROSE_WORDS = 8
"""A block with fewer words is prose only if it ends as a sentence does."""
LIKELY_SHARE = 0.35
SURE_SHARE = 0.8
DOUBT = 0.5
"""What a word in a doubted element weighs."""
FAR = 5
"""An element that begins so many blocks after the title's own does not belong to it."""
MUCH_RICHER = 8.0
"""… unless it holds so many times more text."""
NEVER_FURNITURE = frozenset(("body", "html", "main"))
PARAGRAPH_TAGS = frozenset(("p", "blockquote", "pre"))


@dataclass(slots=True)
class Region:
    """The item's place on a page."""

    outline: Outline
    marks: list[Mark | None]
    """For each block why it is left out; None: it can be the item's."""
    title: int | None = None
    """Number of the block that prints the title."""
    node: int = 0
    """Number of the node that holds the body."""
    start: int = 0
    """Number of the body's first block."""
    stop: int = 0
    """Number after the body's last block."""
    cards: list[tuple[int, int]] = field(default_factory=list)
    """Ranges of blocks that are teasers of other items."""
    heads: list[int] = field(default_factory=list)
    """Numbers of the blocks that print the linked title of another item."""

    def own(self) -> Iterator[int]:
        """Give the numbers of the body's blocks, in order."""
        return (number for number in range(self.start, self.stop) if self.marks[number] is None)

    def exclude(self, nodes: list[int]) -> None:
        """Leave out everything in these nodes."""
        for number in nodes:
            _mark(self, self.outline.nodes[number], "site")

    def confine(self, nodes: list[int]) -> None:
        """Take the first of these nodes as the one that holds the body; nothing changes where there is none."""
        if not nodes:
            return
        self.node = nodes[0]
        node = self.outline.nodes[self.node]
        for number in range(node.start, node.stop):
            if self.marks[number] == "furniture":
                self.marks[number] = None
        self.start, self.stop = node.start, node.stop


@lru_cache(maxsize=4096)
def naming(names: str) -> str | None:
    """Say what a class and id text names: ``sure`` or ``likely`` furniture, ``caption``, ``body`` or nothing."""
    if furniture.BODY.search(names):
        return "body"
    if furniture.EMBED.search(names) or furniture.LEAD.search(names):
        return None
    if furniture.CAPTION.search(names):
        return "caption"
    if furniture.SURE.search(names):
        return "sure"
    return "likely" if furniture.LIKELY.search(names) else None


def is_prose(block: Block) -> bool:
    """Tell whether a block reads as running text."""
    return block.linked < LINKED and (block.words >= PROSE_WORDS or (block.words > 3 and is_sentence(block.text)))


def find_region(outline: Outline, title: str | None, body: str | None = None) -> Region:
    """Find the item's blocks on a page with this title.

    ``body`` is the text that the page itself declares as the item's (JSON-LD), used where it is there.
    """
    region = Region(outline, [None] * len(outline.blocks), title=title_block(outline, title))
    _mark_blocks(region)
    _mark_captions(region)
    doubted = _mark_furniture(region)
    region.heads = find_heads(outline, region.title)
    region.cards = find_cards(outline, region.heads, region.title)
    for start, stop in region.cards:
        region.marks[start:stop] = ["card"] * (stop - start)
    _choose(region, doubted, key(body or ""))
    _settle(region, doubted)
    _trim(region, key(title or ""))
    return region


def title_block(outline: Outline, title: str | None) -> int | None:
    """Find the block that prints the title: a heading with its words, else any block with just these words."""
    wanted = key(title or "")
    headings = [n for n, block in enumerate(outline.blocks) if block.tag in HEADINGS and block.linked < 1]
    if wanted:
        for numbers in (headings, range(len(outline.blocks))):
            found = next((n for n in numbers if key(outline.blocks[n].text) == wanted), None)
            if found is not None:
                return found
    return next((n for n in headings if outline.blocks[n].tag == "h1"), None)


def _mark_blocks(region: Region) -> None:
    for number, block in enumerate(region.outline.blocks):
        region.marks[number] = _block_mark(block)


def _block_mark(block: Block) -> Mark | None:
    if " " not in block.text and furniture.is_junk(block.text):
        return "junk"
    if block.words <= CAPTION_WORDS and furniture.CREDITED.search(block.text):
        return "caption"
    if furniture.is_dateline(block.text):
        return "dateline"
    if block.linked > LINKED and block.tag not in HEADINGS and block.words * (1 - block.linked) < 8:
        return "links"
    if block.words < 30 and furniture.PROMPT.match(block.text):
        return "prompt"
    return None


def _mark_captions(region: Region) -> None:
    """Mark the short line that stands alone with a picture in an element of their own, or repeats its ``alt``."""
    outline = region.outline
    for picture in outline.pictures:
        number = picture.block
        if number >= len(outline.blocks) or number == region.title or region.marks[number] is not None:
            continue
        block = outline.blocks[number]
        near = list(outline.ancestors(picture.node))[:CAPTION_LEVELS]
        alone = any((outline.nodes[n].start, outline.nodes[n].stop) == (number, number + 1) for n in near)
        unsaid = alone and not is_sentence(block.text)
        repeats = block.words > 1 and key(picture.element.get("alt") or "") == key(block.text)
        if block.words <= CAPTION_WORDS and block.tag not in HEADINGS and (unsaid or repeats):
            region.marks[number] = "caption"


def _prose_sums(region: Region) -> list[int]:
    """Give running sums of prose words: ``sums[b] - sums[a]`` are those of blocks a to b."""
    blocks, marks = region.outline.blocks, region.marks
    return [0, *accumulate(b.words if m is None and is_prose(b) else 0 for b, m in zip(blocks, marks, strict=True))]


def _holds(node: Node, number: int | None) -> bool:
    return number is not None and node.start <= number < node.stop


def _mark_furniture(region: Region) -> list[Node]:
    """Mark what is surely furniture; give the nodes that may be."""
    sums = _prose_sums(region)
    doubted = []
    for node in region.outline.nodes:
        if node.start == node.stop or node.tag in NEVER_FURNITURE or region.marks[node.start] == "furniture":
            continue
        share = (sums[node.stop] - sums[node.start]) / (sums[-1] or 1)
        mark = _node_mark(node, share, region.title, node.tag == "article" and _is_inner(region.outline, node))
        if mark == "doubted" or (mark is None and share < LIKELY_SHARE and _is_prompted(region, node)):
            doubted.append(node)
        elif mark:
            _mark(region, node, mark)
    return doubted


def _is_prompted(region: Region, node: Node) -> bool:
    """Tell whether a node is a box under a heading such as "Zadnje osmrtnice"."""
    first = region.outline.blocks[node.start]
    return region.marks[node.start] == "prompt" and first.tag in HEADINGS and not _holds(node, region.title)


def _is_inner(outline: Outline, node: Node) -> bool:
    """Tell whether an ``article`` stands inside another one."""
    return any(outline.nodes[number].tag == "article" for number in outline.ancestors(node.parent))


def _mark(region: Region, node: Node, mark: Mark) -> None:
    for number in range(node.start, node.stop):
        region.marks[number] = mark


def _node_mark(node: Node, share: float, title: int | None, inner_article: bool) -> Mark | None:
    """Decide whether a node is furniture, given its share of the page's prose."""
    if node.tag == "figcaption":
        return "caption"
    if node.tag == "nav":
        return "furniture"
    if _holds(node, title):
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
    likely = kind == "likely" or (kind is None and node.tag in ("aside", "form"))
    return "doubted" if likely and share < LIKELY_SHARE else None


def _value(block: Block, mark: Mark | None) -> float:
    """Weigh a block: words of prose speak for its element, links and scraps against it."""
    if mark is not None:
        return -min(block.words, 20) / 2 - 1
    if is_prose(block):
        return float(block.words)
    return -0.5


def _values(region: Region, doubted: list[Node], declared: str) -> list[float]:
    """Weigh every block; what stands in a doubted node weighs less, what the page declares as the text more."""
    blocks, marks = region.outline.blocks, region.marks
    values = [_value(block, mark) for block, mark in zip(blocks, marks, strict=True)]
    for node in doubted:
        for number in range(node.start, node.stop):
            values[number] = min(values[number], blocks[number].words * DOUBT)
    if declared:
        for number, block in enumerate(blocks):
            if block.words > 5 and key(block.text)[:60] in declared:
                values[number] = block.words * 2.0
    return values


def _choose(region: Region, doubted: list[Node], declared: str) -> None:
    """Choose the element with the most prose and the least of everything else; the innermost of equals."""
    nodes = region.outline.nodes
    sums = [0.0, *accumulate(_values(region, doubted, declared))]
    best, best_value = 0, float("-inf")
    for number, node in enumerate(nodes):
        value = sums[node.stop] - sums[node.start]
        if naming(node.names) == "body":
            value += 10 + 0.2 * abs(value)
        if value >= best_value:
            best, best_value = number, value
    best = _with_neighbours(region, best)
    region.node = _nearer(region, best, sums) if nodes and region.title is not None else best
    region.start, region.stop = (nodes[region.node].start, nodes[region.node].stop) if nodes else (0, 0)


def _with_neighbours(region: Region, best: int) -> int:
    """Prefer the element around a single paragraph where there are others beside it, however many links too."""
    nodes = region.outline.nodes
    if not nodes or nodes[best].tag not in PARAGRAPH_TAGS or nodes[best].parent < 0:
        return best
    sums, around = _prose_sums(region), nodes[nodes[best].parent]
    alone = sums[nodes[best].stop] - sums[nodes[best].start]
    return nodes[best].parent if sums[around.stop] - sums[around.start] >= 2 * alone else best


def _nearer(region: Region, best: int, sums: list[float]) -> int:
    """Prefer what stands right under the title to a richer element that stands far from it, such as a sidebar."""
    outline, title = region.outline, region.title
    assert title is not None
    chosen = outline.nodes[best]
    for number in outline.ancestors(outline.blocks[title].node):
        node = outline.nodes[number]
        if node.start <= chosen.start and chosen.stop <= node.stop:
            return best
        if not any(_is_paragraph(region, n) for n in range(title + 1, node.stop)):
            continue
        near = sums[node.stop] - sums[title]
        far = chosen.start - node.stop > FAR or chosen.stop <= title
        return number if far and sums[chosen.stop] - sums[chosen.start] < MUCH_RICHER * near else best
    return best


def _is_paragraph(region: Region, number: int) -> bool:
    block = region.outline.blocks[number]
    return region.marks[number] is None and block.tag not in HEADINGS and is_prose(block)


def _settle(region: Region, doubted: list[Node]) -> None:
    """Take doubted elements out of the chosen one, unless much of its text stands in them."""
    if not region.outline.nodes:
        return
    chosen = region.outline.nodes[region.node]
    inside = [n for n in doubted if n is not chosen and region.start <= n.start and n.stop <= region.stop]
    sums = _prose_sums(region)
    before = sums[region.stop] - sums[region.start]
    marks = list(region.marks)
    for node in inside:
        _mark(region, node, "furniture")
    after = _prose_sums(region)
    if after[region.stop] - after[region.start] < (1 - LIKELY_SHARE) * before:
        region.marks = marks


def _trim(region: Region, title: str) -> None:
    """Begin after the title and end where the title is printed again."""
    blocks = region.outline.blocks
    if region.title is not None and region.start <= region.title < region.stop:
        region.start = region.title + 1
    sums = _prose_sums(region)
    whole = sums[region.stop] - sums[region.start]
    for number in range(region.start, region.stop):
        if not title or blocks[number].words < 3 or key(blocks[number].text) != title:
            continue
        region.marks[number] = "title"
        if (sums[number] - sums[region.start]) * 2 > whole:
            region.stop = number
            return
