"""Finding the item among everything that a page prints."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from newsarchive.extract.captions import mark_captions
from newsarchive.extract.cards import find_cards, find_heads
from newsarchive.extract.headings import repeats, title_block
from newsarchive.extract.marks import LIKELY_SHARE, mark_blocks, mark_furniture, naming
from newsarchive.extract.outline import HEADINGS, Block, Node, Outline
from newsarchive.extract.region import Mark, Region
from newsarchive.extract.template import Laid, fit
from newsarchive.extract.text import key, key_start

PARAGRAPH_TAGS = frozenset(("p", "blockquote", "pre"))
CELLS = frozenset(("td", "th"))
"""Elements whose short texts say nothing against the text around their table."""
SHORT = 12
"""The most words of a line above or below the only paragraph."""
DOUBT = 0.5
"""What a word in a doubted element weighs,"""
SURE = 2.0
"""and one that the page itself or the site's other pages say is the item's."""
NAMED = 0.2
"""What an element that is named as the text is worth more, as a share of its value,"""
WHOLE = 0.5
"""and one that holds the title as well."""
DECLARED = 60
"""So many characters of a block's key tell that it is of the text that the page declares."""
MISLED = frozenset(("furniture", "caption"))
"""Marks that are taken off what stands where the site's items have their text."""
FAR = 5
"""An element that begins so many blocks after the title's own does not belong to it,"""
ENOUGH = 80
"""Words of prose with which an ``article`` element is the whole item."""
MUCH_RICHER = 8.0
"""unless it holds so many times more text."""


def find_region(outline: Outline, title: str | None, body: str | None = None, laid: Laid | None = None) -> Region:
    """Find the item's blocks on a page with this title.

    ``body`` is the text that the page itself declares as the item's (JSON-LD), used where it is there; ``laid``
    what other pages of the site have taught, used where the page fits it.
    """
    region = Region(outline, [None] * len(outline.blocks), title=title_block(outline, title))
    mark_blocks(region)
    mark_captions(region)
    region.fitting = fit(region, laid)
    doubted = _undoubted(region, mark_furniture(region))
    region.heads = find_heads(outline, region.title)
    region.cards = find_cards(outline, region.heads, region.title)
    for start, stop in region.cards:
        region.marks[start:stop] = ["card"] * (stop - start)
    _choose(region, doubted, key(body or ""))
    _settle(region, doubted)
    _keep_to_article(region)
    _trim(region, key(title or ""))
    _take_roll(region)
    return region


def _take_roll(region: Region) -> None:
    """Take the unlinked list right under the title where the page says nothing else: names, one an entry."""
    blocks = region.outline.blocks
    if region.title is None or any(region.prose[number] for number in region.own()):
        return
    stop = region.outline.nodes[region.outline.nodes[blocks[region.title].node].parent].stop
    first = next((n for n in range(region.title + 1, stop) if region.marks[n] is None), stop)
    ended = next((n for n in range(first, stop) if blocks[n].tag != "li" or blocks[n].linked or region.marks[n]), stop)
    if ended > first and all(number < ended for number in region.own()):
        region.start, region.stop = first, ended


def _undoubted(region: Region, doubted: list[Node]) -> list[Node]:
    """Believe the template rather than the names of elements: what holds the items' text is no furniture."""
    content = sorted(region.fitting.content)
    for number in content:
        region.marks[number] = None if region.marks[number] in MISLED else region.marks[number]
    return [node for node in doubted if bisect_left(content, node.start) == bisect_left(content, node.stop)]


def _values(region: Region, doubted: list[Node], declared: str) -> list[float]:
    """Weigh every block; what stands in a doubted node weighs less, what the page declares as the text more."""
    blocks, marks = region.outline.blocks, region.marks
    values = [_value(*one) for one in zip(blocks, region.prose, marks, strict=True)]
    for number in region.fitting.content:
        values[number] = blocks[number].words * SURE if marks[number] is None else values[number]
    for number in region.cells:
        if marks[number] is None and blocks[number].linked == 0:
            values[number] = max(values[number], blocks[number].words * DOUBT)
    for node in doubted:
        for number in range(node.start, node.stop):
            values[number] = min(values[number], blocks[number].words * DOUBT)
    if declared:
        for number, block in enumerate(blocks):
            if block.text and block.words > 5 and key_start(block.text, DECLARED)[:DECLARED] in declared:
                values[number] = block.words * SURE
    return values


def _value(block: Block, prose: int, mark: Mark | None) -> float:
    """Weigh a block: words of prose speak for its element, links and scraps against it.

    A folded one does by each of its words, as its many scraps would.
    """
    if not block.text:
        return -block.words - 1.0
    if mark is not None:
        return -min(block.words, 20) / 2 - 1
    if prose:
        return float(prose)
    return 0.0 if block.tag in CELLS and block.linked == 0 else -0.5


def _choose(region: Region, doubted: list[Node], declared: str) -> None:
    """Choose the element with the most prose and the least of everything else; the innermost of equals."""
    nodes = region.outline.nodes
    sums = [0.0, *accumulate(_values(region, doubted, declared))]
    best, best_value = 0, float("-inf")
    for number, node in enumerate(nodes):
        value = sums[node.stop] - sums[node.start]
        if value + 10 + WHOLE * abs(value) >= best_value and naming(node.names) == "body":
            value = value + 10 + (WHOLE if node.holds(region.title) else NAMED) * abs(value)
        if value >= best_value:
            best, best_value = number, value
    best = _with_neighbours(region, best)
    region.node = _nearer(region, best, sums) if nodes and region.title is not None else best
    region.start, region.stop = (nodes[region.node].start, nodes[region.node].stop) if nodes else (0, 0)
    if nodes and nodes[region.node].tag in PARAGRAPH_TAGS:
        region.start, region.stop = _around_paragraph(region)


def _with_neighbours(region: Region, best: int) -> int:
    """Prefer the element around a single paragraph where there are others beside it, however many links too."""
    nodes = region.outline.nodes
    if not nodes or nodes[best].parent < 0:
        return best
    one, around = nodes[best], nodes[nodes[best].parent]
    sums = region.prose_sums()
    if one.tag in PARAGRAPH_TAGS:
        many = sums[around.stop] - sums[around.start] >= 2 * (sums[one.stop] - sums[one.start])
    else:
        many = one.stop - one.start == 1 and any(sums[n.stop] > sums[n.start] for n in _like(nodes, one))
    return one.parent if many else best


def _like(nodes: list[Node], one: Node) -> Iterator[Node]:
    """Give the other elements beside one that have its tag and its names."""
    return (n for n in nodes if n.parent == one.parent and n is not one and (n.tag, n.names) == (one.tag, one.names))


def _around_paragraph(region: Region) -> tuple[int, int]:
    """Give where an item of one paragraph begins and ends: with the short lines beside it in the same element."""
    nodes = region.outline.nodes
    around = nodes[max(0, nodes[region.node].parent)]
    start, stop = region.start, region.stop
    top = around.start if region.title is None or region.title >= start else max(around.start, region.title + 1)
    while start > top and _is_short(region, start - 1):
        start -= 1
    while stop < around.stop and _is_short(region, stop):
        stop += 1
    return start, stop


def _is_short(region: Region, number: int) -> bool:
    block = region.outline.blocks[number]
    return region.marks[number] is None and block.linked == 0 and block.words <= SHORT


def _nearer(region: Region, best: int, sums: list[float]) -> int:
    """Prefer what stands right under the title to a richer element that stands far from it, such as a sidebar.

    Richer is how the sidebar weighs beside the words of the paragraphs under the title: links there weigh nothing.
    """
    outline, title = region.outline, region.title
    assert title is not None
    chosen = outline.nodes[best]
    for number in outline.ancestors(outline.blocks[title].node):
        node = outline.nodes[number]
        if node.start <= chosen.start and chosen.stop <= node.stop:
            return best
        near = sum(outline.blocks[n].words for n in range(title + 1, node.stop) if _is_paragraph(region, n))
        if not near:
            continue
        far = chosen.start - node.stop > FAR or chosen.stop <= title
        return number if far and sums[chosen.stop] - sums[chosen.start] < MUCH_RICHER * near else best
    return best


def _is_paragraph(region: Region, number: int) -> bool:
    block = region.outline.blocks[number]
    return region.marks[number] is None and block.tag not in HEADINGS and region.prose[number] > 0


def _settle(region: Region, doubted: list[Node]) -> None:
    """Take doubted elements out of the chosen one, unless much of its text stands in them, or they are tables."""
    if not region.outline.nodes:
        return
    chosen = region.outline.nodes[region.node]
    inside = [
        n
        for n in doubted
        if n is not chosen and region.start <= n.start and n.stop <= region.stop and n.start not in region.cells
    ]
    sums = region.prose_sums()
    before = sums[region.stop] - sums[region.start]
    marks = list(region.marks)
    for node in inside:
        region.mark(node, "furniture")
    after = region.prose_sums()
    if after[region.stop] - after[region.start] < (1 - LIKELY_SHARE) * before:
        region.marks = marks


def _keep_to_article(region: Region) -> None:
    """Keep to the ``article`` element that holds the title, where the text stands in it."""
    nodes, title = region.outline.nodes, region.title
    if title is None or not nodes:
        return
    around = (nodes[n] for n in region.outline.ancestors(region.outline.blocks[title].node))
    own = next((node for node in around if node.tag == "article"), None)
    chosen = nodes[region.node]
    if own is None or not (chosen.start <= own.start and own.stop <= chosen.stop) or own is chosen:
        return
    sums = region.prose_sums()
    if sums[own.stop] - sums[title + 1] >= ENOUGH and not _has_body_outside(region, own):
        region.start, region.stop = max(region.start, own.start), min(region.stop, own.stop)


def _has_body_outside(region: Region, own: Node) -> bool:
    """Tell whether an element that is named as the text stands in the region, but in no ``article`` element."""
    nodes = region.outline.nodes
    inside = [own, *(node for node in nodes if node.tag == "article" and not node.holds(region.title))]
    bodies = (n for n in nodes if naming(n.names) == "body" and region.start <= n.start < region.stop)
    return any(not any(one.start <= node.start and node.stop <= one.stop for one in inside) for node in bodies)


def _trim(region: Region, title: str) -> None:
    """Begin after the title and end where the title is printed again, the text before it or the item once more."""
    blocks = region.outline.blocks
    if region.title is not None:
        _mark_again(region, title)
    if region.title is not None and region.start <= region.title < region.stop:
        region.start = region.title + 1
    sums, numbers = region.prose_sums(), range(region.start, region.stop)
    whole = sums[region.stop] - sums[region.start]
    again = [n for n in numbers if title and repeats(blocks[n], title)]
    first, last = _repeated(region, set(again)) if again else (0, 0)
    for number in again:
        region.marks[number] = "title"
        if (sums[number] - sums[region.start]) * 2 > whole or first <= number < last:
            region.stop = number
            return


def _mark_again(region: Region, title: str) -> None:
    """Mark the title where it is printed once more above the text, so that it is not taken for the lead."""
    assert region.title is not None
    for number in range(region.title + 1, region.start):
        if region.outline.blocks[number].tag in HEADINGS and repeats(region.outline.blocks[number], title):
            region.marks[number] = "title"


def _repeated(region: Region, titles: set[int]) -> tuple[int, int]:
    """Give the numbers of the first paragraph and of the last block that prints it."""
    blocks, numbers = region.outline.blocks, range(region.start, region.stop)
    prose = [n for n in numbers if n not in titles and region.marks[n] is None and region.prose[n]]
    if not prose:
        return 0, 0
    first = key(blocks[prose[0]].text)
    return prose[0], max(n for n in prose if first in key(blocks[n].text))
