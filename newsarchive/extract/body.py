"""From the item's blocks to its lead and body: scraps at both ends go, what is left is clean text."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, field
from itertools import accumulate

from newsarchive.extract import furniture, labels, repeated
from newsarchive.extract.outline import HEADINGS, Block
from newsarchive.extract.region import LINKED, Region, is_prose
from newsarchive.extract.text import is_sentence, key, plain, tidy

KEPT_AT_END = frozenset(("li", "td", "blockquote", "pre", "dd"))
"""Short blocks of these may end a body; other scraps at the end are furniture."""
LIFE_HEAD = 3
"""So many short lines can stand above the dates of a life: the name, and what introduces it."""
LEAD_WORDS = 6
BOLD_SHARE = 0.9
PARTS_OF_TEXT = frozenset(("table", "thead", "tbody", "tr", "ul", "ol", "dl", "blockquote", "figure"))
"""Elements that hold a part of a text, and never all of it but the lead."""
SIGNATURE_LINES = 3
SIGNATURE_WORDS = 12
FEWEST_BESIDE_LEAD = 3
"""Only of so many paragraphs and more does one stand apart from the others."""
LEAD_REACH = 6
"""How many blocks after the title may come before the lead."""
CUT_MARK = re.compile(r"(?:\.{3}|…)\]?$")
"""How a text ends that has been cut off."""
NOT_LEAD = re.compile(
    r"^\W*(?:by|von|par|por|piše|avtor|posted|updated|published|objavljeno)\b|\b\d{4}\b.{0,12}\b\d{1,2}[:.]\d{2}\b",
    re.I,
)
"""A byline or date line."""


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
    tail: list[int] = field(default_factory=list)
    """Numbers of the blocks that follow the body."""


MUCH_LONGER = 3
"""How many times longer than what comes before a credit line a text must be that goes on after it."""
TAIL_REACH = 12
"""How many blocks after the body may hold its labelled lines."""


def compose(region: Region, lead: str | None = None) -> Text:
    """Make lead and body of a region; ``lead`` is the text that the site's selector found."""
    blocks = region.outline.blocks
    own, scraps = _parted(region)
    own, comments = _before_source(own, scraps, blocks)
    own = _without_ends(own, blocks, scraps)
    text = Text(own=own, labelled=scraps)
    text.last = own[-1] if own else None
    after = region.stop if text.last is None else text.last + 1
    near = range(after, min(after + TAIL_REACH, len(blocks)))
    text.tail = [n for n in near if n not in comments and region.marks[n] != "card" and _may_label(blocks[n])]
    _set_lead(text, region, lead)
    text.own = _without_ends(text.own, blocks, scraps)
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


def _without_ends(own: list[int], blocks: list[Block], scraps: list[int]) -> list[int]:
    """Take away scraps before the first and after the last paragraph."""
    prose = [n for n in own if is_prose(blocks[n])]
    if not prose:
        return own
    start = min(_with_life(own, prose[0], blocks), repeated.begin(own, prose[0], blocks))
    scraps += [n for n in own if n < start]
    last = blocks[prose[-1]]
    stop = next(n for n in reversed(own) if is_prose(blocks[n]) or _may_end(blocks[n], last))
    stop = max(stop, _signed(own, prose[-1], blocks))
    return [n for n in own if start <= n <= stop]


def _signed(own: list[int], last: int, blocks: list[Block]) -> int:
    """Give the number of the last line of a signature: the short lines right below the last paragraph."""
    numbers = set(own)
    stop = last
    while stop + 1 in numbers and stop - last < SIGNATURE_LINES and _may_sign(blocks[stop + 1]):
        stop += 1
    return stop


def _may_sign(block: Block) -> bool:
    return block.linked == 0 and block.tag not in HEADINGS and block.words <= SIGNATURE_WORDS


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


def _set_lead(text: Text, region: Region, given: str | None) -> None:
    """Find the introductory paragraph, and take it out of the body."""
    blocks = region.outline.blocks
    if given:
        text.lead, text.lead_evidence = tidy(given), "site"
        text.own = [n for n in text.own if key(blocks[n].text) != key(given)]
        return
    numbers = _lead_numbers(text, region)
    if numbers:
        text.lead = "\n\n".join(tidy(blocks[n].text) for n in numbers)
        text.lead_evidence = f"text:{blocks[numbers[0]].tag}"
        text.first = min([*numbers, *text.own])
        text.own = [n for n in text.own if n not in numbers]


def _lead_numbers(text: Text, region: Region) -> list[int]:
    """Give the numbers of the blocks that print the lead: by their name, or by standing between title and body."""
    outline = region.outline
    begin = text.own[0] if text.own else region.stop
    start = region.start if region.title is None else region.title + 1
    between = [n for n in range(start, begin) if _can_lead(region, n)]
    named = [n for n in [*between, *text.own[:LEAD_REACH]] if _is_named_lead(region, n)]
    if named:
        return named[:1]
    if len(text.own) > 1 and _is_bold(region, text.own[0]) and not _is_bold(region, text.own[1]):
        return text.own[:1]
    if region.title is not None and _stands_apart(region, text.own):
        return text.own[:1]
    if region.title is None:
        return []
    return [n for n in between if outline.blocks[n].words >= LEAD_WORDS and n - start < LEAD_REACH][:1]


def _can_lead(region: Region, number: int) -> bool:
    block, mark = region.outline.blocks[number], region.marks[number]
    if mark is not None or block.words < LEAD_WORDS or labels.is_label_line(block.text):
        return False
    return (is_sentence(block.text) and not NOT_LEAD.search(block.text)) or (
        block.tag in HEADINGS and block.linked == 0
    )


def _is_named_lead(region: Region, number: int) -> bool:
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
