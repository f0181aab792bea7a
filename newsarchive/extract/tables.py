"""Tables that hold data, not a layout: their cells are read row by row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsarchive.extract.outline import Outline

CELLS = frozenset(("td", "th"))
BOXES = frozenset(("div", "p"))
"""Elements in which editors' programs put the text of a cell."""
SECTIONS = frozenset(("thead", "tbody", "tfoot"))
CELL_WORDS = 25
"""A cell with more words is a column of a layout."""
FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table."""

    row: int
    """Number of the row's node."""
    table: int
    """Number of the node that holds the rows."""


def data_cells(outline: Outline) -> dict[int, Cell]:
    """Find the blocks that are cells of a table of data: two rows or more of as many short cells, two or more.

    >>> from lxml import html
    >>> from newsarchive.extract.outline import outline
    >>> page = html.fromstring("<body><table><tr><td>5. 5.<td>Log</tr><tr><td>6. 5.<td>Brdo</tr></table></body>")
    >>> sorted(data_cells(outline(page)))
    [0, 1, 2, 3]
    """
    rows: dict[Cell, list[int]] = {}
    for number, block in enumerate(outline.blocks):
        cell = _cell(outline, block.node)
        if cell is not None:
            row = outline.nodes[cell].parent
            rows.setdefault(Cell(row, _table(outline, row)), []).append(number)
    short = {cell: found for cell, found in rows.items() if len(found) > 1 and _is_short(outline, found)}
    alike = Counter((cell.table, len(found)) for cell, found in short.items())
    return {
        number: cell
        for cell, found in short.items()
        if alike[cell.table, len(found)] >= FEWEST_ROWS
        for number in found
    }


def _cell(outline: Outline, number: int) -> int | None:
    """Give the cell that is the node that holds a block, or holds it with a box that holds nothing else."""
    node = outline.nodes[number]
    if node.tag not in CELLS and node.tag in BOXES and node.parent >= 0:
        number, node = node.parent, outline.nodes[node.parent]
        return number if node.tag in CELLS and node.stop - node.start == 1 else None
    return number if node.tag in CELLS else None


def _table(outline: Outline, row: int) -> int:
    """Give the node that holds a row; a head of the table is no table of its own."""
    holder = outline.nodes[row].parent
    return outline.nodes[holder].parent if outline.nodes[holder].tag in SECTIONS else holder


def _is_short(outline: Outline, numbers: list[int]) -> bool:
    return all(outline.blocks[number].words <= CELL_WORDS for number in numbers)
