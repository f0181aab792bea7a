"""Where on a page the item stands: the blocks, why some are left out, and the range of the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from newsarchive.extract.furniture import is_life_line
from newsarchive.extract.outline import Block, Node, Outline
from newsarchive.extract.tables import Cell
from newsarchive.extract.text import is_sentence

Mark = str
"""Why a block is no part of the body.

furniture, template, card, caption, links, junk, prompt, dateline, byline, consent, title, site
"""

LINKED = 0.5
"""A block with a larger share of link text is a list of links."""
PROSE_WORDS = 8
"""A block with fewer words is prose only if it ends as a sentence does."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """What the site's template says of a page."""

    fits: bool = False
    """Whether the page is one of the template's; without a template none is."""
    content: frozenset[int] = frozenset()
    """Numbers of the blocks at places that hold what the items say."""


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
    cells: dict[int, Cell] = field(default_factory=dict)
    """The blocks that are cells of a table of data."""
    fitting: Fitting = field(default_factory=Fitting)
    """What other pages of the site tell of this one."""
    prose: list[int] = field(init=False)
    """For each block its words, if it reads as running text, else 0."""

    def __post_init__(self) -> None:
        self.prose = [block.words if is_prose(block) else 0 for block in self.outline.blocks]

    def own(self) -> Iterator[int]:
        """Give the numbers of the body's blocks, in order."""
        return (number for number in range(self.start, self.stop) if self.marks[number] is None)

    def exclude(self, nodes: list[int]) -> None:
        """Leave out everything in these nodes."""
        for number in nodes:
            self.mark(self.outline.nodes[number], "site")

    def confine(self, nodes: list[int]) -> None:
        """Take the first of these nodes as the one that holds the body; nothing changes where there is none."""
        if not nodes:
            return
        self.node = nodes[0]
        node = self.outline.nodes[self.node]
        for number in range(node.start, node.stop):
            if self.marks[number] in ("furniture", "template"):
                self.marks[number] = None
        self.start, self.stop = node.start, node.stop

    def mark(self, node: Node, mark: Mark) -> None:
        """Leave out everything in a node, for this reason."""
        self.marks[node.start : node.stop] = [mark] * (node.stop - node.start)

    def prose_sums(self) -> list[int]:
        """Give running sums of prose words: ``sums[b] - sums[a]`` are those of blocks a to b."""
        pairs = zip(self.prose, self.marks, strict=True)
        return [0, *accumulate([words if mark is None else 0 for words, mark in pairs])]


def is_prose(block: Block) -> bool:
    """Tell whether a block reads as running text, or gives the dates of a life."""
    if block.linked >= LINKED:
        return not block.opens and block.words * (1 - block.linked) >= PROSE_WORDS and is_sentence(block.text)
    said = block.words >= PROSE_WORDS or (block.words > 3 and is_sentence(block.text))
    return said or is_life_line(block.text)
