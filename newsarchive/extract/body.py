"""From the item's blocks to its lead and body: scraps at both ends go, what is left is clean text."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, islice, takewhile

from newsarchive.extract import furniture, labels, repeated
from newsarchive.extract.bylines import bylines, signature
from newsarchive.extract.cards import NO_ITEM
from newsarchive.extract.leads import CUT_MARK, lead_blocks
from newsarchive.extract.outline import HEADINGS, Block
from newsarchive.extract.region import LINKED, Region, is_prose
from newsarchive.extract.text import key, tidy
from newsarchive.items import Kind

KEPT_AT_END = frozenset(("li", "td", "blockquote", "pre", "dd"))
"""Short blocks of these may end a body; other scraps at the end are furniture."""
LIFE_HEAD = 3
"""So many short lines can stand above the dates of a life: the name, and what introduces it."""
VERSE_LINES = 8
"""So many lines can stand above the first paragraph of an obituary, beside it."""
SIGNATURE_LINES = 3
SIGNATURE_WORDS = 12


@dataclass(slots=True)
class Text:
    """What the item says, and which blocks it was made of."""

    lead: str | None = None
    body: str | None = None
    lead_evidence: str | None = None
    first: int | None = None
    """Number of the block with which the text (lead or body) begins."""
    last: int | None = None
    """Number of the body's last block."""
    own: list[int] = field(default_factory=list)
    """Numbers of the body's blocks."""
    labelled: list[int] = field(default_factory=list)
    """Numbers of blocks in the body that are labelled lines or scraps."""
    signature: str | None = None
    """The name below the text."""
    tail: list[int] = field(default_factory=list)
    """Numbers of the blocks that follow the body."""


NEARLY = 10
"""Texts of the same words may differ in so many characters, by how they are set."""
MUCH_LONGER = 3
"""How many times longer than what comes before a credit line a text must be that goes on after it."""
ANNOUNCING_WORDS = 20
"""The most words of a line at the end that only announces something."""
LEADING = 0.25
"""Share of link text from which an entry of a list can lead elsewhere;"""
FEWEST_LEADING = 3
"""so many of them at the end do."""
TAIL_REACH = 12
"""How many blocks after the body may hold its labelled lines."""


def compose(
    region: Region,
    lead: str | None = None,
    told: Iterable[str] = (),
    persons: Iterable[str] = (),
    *,
    kind: Kind = "article",
) -> Text:
    """Make lead and body of a region.

    ``lead`` is the text that the site's selector found; ``told`` are descriptions of the item and ``persons`` the
    names of those who wrote it, as the page declares them; ``kind`` is what the item seems to be.
    """
    blocks = region.outline.blocks
    own, scraps = _parted(region)
    own, comments = _before_source(own, scraps, blocks)
    own = _without_ends(own, region, scraps, kind)
    own = _without_links(own, blocks)
    while own and _announces(blocks[own[-1]]):
        own.pop()
    name = signature(own, region.outline, persons) if kind == "article" else None
    for number in {*bylines(own, blocks, persons), *([] if name is None else [name])}:
        region.marks[number] = "byline"
    own = [number for number in own if region.marks[number] is None]
    text = Text(own=own, labelled=scraps, signature=None if name is None else blocks[name].text)
    text.last = own[-1] if own else None
    after = region.stop if text.last is None else text.last + 1
    near = range(after, min(after + TAIL_REACH, len(blocks)))
    text.tail = [n for n in near if n not in comments and region.marks[n] != "card" and _may_label(blocks[n])]
    _set_lead(text, region, lead, told)
    text.own = _without_ends(text.own, region, scraps, kind)
    text.first = text.own[0] if text.first is None and text.own else text.first
    text.body = _joined(text.own, region)
    _drop_cut_lead(text)
    return text


def _may_label(block: Block) -> bool:
    """Tell whether a block below the text can hold labelled lines: a list of links must be one from end to end."""
    return block.linked < LINKED or labels.is_label_line(block.text)


def _parted(region: Region) -> tuple[list[int], list[int]]:
    """Part the region's blocks into text and labelled lines."""
    own: list[int] = []
    scraps: list[int] = []
    for number in region.own():
        (scraps if labels.is_label_line(region.outline.blocks[number].text) else own).append(number)
    return own, scraps


def _before_source(own: list[int], scraps: list[int], blocks: list[Block]) -> tuple[list[int], list[int]]:
    """End the text at its credit line: what portals glue on after "Vir: …" are their readers' comments.

    Below a quotation at the beginning the text goes on, with headings.
    """
    first = next((n for n in own if is_prose(blocks[n])), None)
    sums = [0, *accumulate(blocks[n].words for n in own)]
    heading = max((n for n in own if blocks[n].tag in HEADINGS), default=-1)
    for number in scraps:
        if first is not None and first < number and labels.is_source(blocks[number].text):
            place = bisect(own, number)
            goes_on = heading > number and sums[-1] - sums[place] > MUCH_LONGER * sums[place]
            if not goes_on:
                return own[:place], own[place:]
    return own, []


def _without_ends(own: list[int], region: Region, scraps: list[int], kind: Kind) -> list[int]:
    """Take away scraps before the first and after the last paragraph."""
    blocks = region.outline.blocks
    named = blocks[region.title].text if region.title is not None and kind == "obituary" else None
    prose = [n for n in own if is_prose(blocks[n])]
    if not prose:
        return own
    start = min(_with_life(own, prose[0], blocks), repeated.begin(own, prose[0], blocks, region.cells, named))
    start = _with_verse(own, start, region) if kind == "obituary" else start
    scraps += [n for n in own if n < start]
    last = blocks[prose[-1]]
    stop = next(n for n in reversed(own) if is_prose(blocks[n]) or _may_end(blocks[n], last))
    stop = max(stop, _signed(own, prose[-1], blocks))
    return [n for n in own if start <= n <= stop]


def _with_verse(own: list[int], first: int, region: Region) -> int:
    """Begin an obituary with the lines right above its first paragraph that stand beside it: a verse, "V SPOMIN"."""
    blocks, nodes = region.outline.blocks, region.outline.nodes

    def beside(number: int) -> bool:
        block = blocks[number]
        same = block.tag == blocks[first].tag and nodes[block.node].parent == nodes[blocks[first].node].parent
        return same and block.linked == 0

    above = takewhile(beside, reversed(own[: own.index(first)]))
    return min(islice(above, VERSE_LINES), default=first)


def _signed(own: list[int], last: int, blocks: list[Block]) -> int:
    """Give the number of the last line of a signature: the short lines right below the last paragraph."""
    numbers = set(own)
    stop = last
    while stop + 1 in numbers and stop - last < SIGNATURE_LINES and _may_sign(blocks[stop + 1]):
        stop += 1
    return stop


def _may_sign(block: Block) -> bool:
    return block.linked == 0 and block.tag not in HEADINGS and block.words <= SIGNATURE_WORDS


def _without_links(own: list[int], blocks: list[Block]) -> list[int]:
    """Take away the list at the end whose every entry leads to another item, with the line above it."""
    entries = list(takewhile(lambda n: _leads(blocks[n]), reversed(own)))
    kept = own[: len(own) - len(entries)]
    if len(entries) < FEWEST_LEADING or not any(is_prose(blocks[n]) for n in kept):
        return own
    return kept if is_prose(blocks[kept[-1]]) else kept[:-1]


def _leads(block: Block) -> bool:
    away = block.href is not None and not block.href.startswith(NO_ITEM)
    return block.tag == "li" and block.linked >= LEADING and away


def _announces(block: Block) -> bool:
    """Tell whether a line at the end of a text announces what is none of it: a list of links, a form, a box."""
    return block.text.endswith((":", "：")) and block.words <= ANNOUNCING_WORDS


def _with_life(own: list[int], first: int, blocks: list[Block]) -> int:
    """Begin before the first paragraph where that is the dates of a life, with the name and what stands above them."""
    head = own[: own.index(first)]
    if head and furniture.is_life_line(blocks[first].text):
        above = [n for n in head[-LIFE_HEAD:] if blocks[n].tag == blocks[first].tag and blocks[n].linked == 0]
        return above[0] if above else first
    return first


def _may_end(block: Block, last: Block) -> bool:
    """Tell whether a short block can close a text: a list entry, or a line like the last paragraph."""
    beside = block.tag == last.tag and block.linked == 0 and (block.words > 1 or block.text.isalpha())
    return block.tag in KEPT_AT_END or beside


def _set_lead(text: Text, region: Region, given: str | None, told: Iterable[str]) -> None:
    """Find the introductory paragraph, and take it out of the body, wherever it is printed."""
    blocks = region.outline.blocks
    numbers = [] if given else lead_blocks(region, text.own, told)
    if given:
        text.lead, text.lead_evidence = tidy(given), "site"
    elif numbers:
        region.marks[numbers[0]] = None
        text.lead = "\n\n".join(tidy(blocks[n].text) for n in numbers)
        text.lead_evidence = f"text:{blocks[numbers[0]].tag}"
        text.first = min([*numbers, *text.own])
    if text.lead:
        whole = not CUT_MARK.search(text.lead[-5:])
        text.own = [n for n in text.own if n not in numbers and not (whole and _same(blocks[n].text, text.lead))]


def _same(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) < NEARLY and key(one) == key(other)


def _drop_cut_lead(text: Text) -> None:
    """Drop a lead that is only the beginning of the body, cut off."""
    if not text.lead or not text.body:
        return
    if not CUT_MARK.search(text.lead[-5:]):
        return
    beginning = key(text.lead.rstrip(" .…[]"))
    if key(text.body[: 2 * len(text.lead) + 20]).startswith(beginning[:-12] or beginning):
        text.lead = text.lead_evidence = None


def _joined(own: list[int], region: Region) -> str | None:
    """Join blocks to paragraphs; entries of one list and rows of one table stand on lines of their own."""
    parts: list[str] = []
    previous: int | None = None
    for number in own:
        block = region.outline.blocks[number]
        line = f"- {tidy(block.text)}" if block.tag == "li" else tidy(block.text)
        parts += [line] if previous is None else [_glue(previous, number, region), line]
        previous = number
    return "".join(parts) or None


def _glue(previous: int, number: int, region: Region) -> str:
    """Give what stands between two blocks."""
    one, other = region.cells.get(previous), region.cells.get(number)
    if one and other and one.table == other.table:
        return " | " if one.row == other.row else "\n"
    blocks = region.outline.blocks
    return "\n" if blocks[number].tag == blocks[previous].tag == "li" else "\n\n"
