"""Where a block stands, in words that hold for every page that a portal prints with the same template."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from newsarchive.extract.outline import Node, Outline

UP = 4
"""How many elements a place names: the one that holds the block, and those around it."""
WORDS = 2
"""How many words of an element's class and id."""
DEEPEST = 9
"""Levels above the title, and columns of a table, are counted so far."""
CELLS = frozenset(("td", "th"))
_CHANGING = re.compile(
    r"(?:^|[-_])(?:[a-z]*\d+|(?=[a-z]*\d)[a-z\d]{8,}|(?=[a-f]*\d)[a-f\d]{6,})(?![^\W_])"
    r"|^(?:active|current|selected|open|opened|first|last|odd|even|hidden|visible)$"
)
"""A word of a class that differs from page to page, or from one entry of a list to the next: one with a number or a
long checksum, or one of hexadecimal digits. Short ones such as ``css-l0pd4`` come from a style sheet and stay."""


def standings(outline: Outline, title: int | None) -> list[str]:
    """Give for each block where it stands: on which side of block ``title``, how far from it, in which elements.

    The distance is how many elements one has to leave, coming from the title, to reach one that holds the block too.

    >>> from newsarchive.extract.page import parse
    >>> from newsarchive.extract.outline import outline
    >>> page = '<table><tr><td class="meni m-12">Domov<td><h1>Most</h1><p>Odprt je.</p></table>'
    >>> standings(outline(parse(page).find("body")), 1)
    ['before 2: body > table > tr > td.1.meni', 'at 0: table > tr > td.2 > h1', 'after 1: table > tr > td.2 > p']
    """
    paths, levels = _paths(outline), _levels(outline, title)
    found = []
    for number, block in enumerate(outline.blocks):
        side = "" if title is None else f"{_side(number, title)} {levels[block.node]}: "
        found.append(side + paths[block.node])
    return found


def _side(number: int, title: int) -> str:
    if number == title:
        return "at"
    return "before" if number < title else "after"


def _levels(outline: Outline, title: int | None) -> list[int]:
    """Give for each node how many elements around the title must be left to find one that holds the node too."""
    around = [] if title is None else outline.ancestors(outline.blocks[title].node)
    steps = {node: min(step, DEEPEST) for step, node in enumerate(around)}
    levels: list[int] = []
    for number, node in enumerate(outline.nodes):
        levels.append(steps.get(number, levels[node.parent] if node.parent >= 0 else DEEPEST))
    return levels


def _paths(outline: Outline) -> list[str]:
    """Give for each node its name and those of the elements around it, the outermost first."""
    chains: list[tuple[str, ...]] = []
    for node in outline.nodes:
        chain = chains[node.parent] if node.parent >= 0 else ()
        chains.append((*chain, _name(node))[-UP:])
    return [" > ".join(chain) for chain in chains]


def _name(node: Node) -> str:
    column = f".{_column(node.element)}" if node.tag in CELLS else ""
    return f"{node.tag}{column}{_stable(node.names)}"


@lru_cache(maxsize=4096)
def _stable(names: str) -> str:
    """Give the first words of a class and id that are the same on every page.

    >>> _stable("post-17 hentry active vsebina"), _stable("td_uid_7_65f0c2ab1 box-60a39c5 css-l0pd4 item5")
    ('.hentry.vsebina', '.css-l0pd4')
    """
    words = [word for word in names.split() if not _CHANGING.search(word)]
    return "".join(f".{word}" for word in words[:WORDS])


def _column(cell: etree._Element) -> int:
    """Give which cell of its row this is: layouts made of tables have no other names."""
    before = sum(1 for _ in zip(range(DEEPEST), cell.itersiblings("td", "th", preceding=True), strict=False))
    return before + 1
