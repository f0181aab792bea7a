"""Foreign text on its way onto a page: parted into blocks, cut where it is endless, linked only where that is safe.

Nothing here makes markup: templates escape all of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

LONGEST = 300
"""Characters that are shown of a field of a line or less."""
ADDRESS = re.compile(r"https?://[^\s\x00-\x20\\]+", re.IGNORECASE)
LONGEST_ADDRESS = 2_000
"""Characters of the longest address that is linked."""
DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of the text after them, also of what is not theirs."""
ENTRY, CELL = "- ", " | "
"""How the archive writes an entry of a list and what parts the cells of a table's row."""


class Block(NamedTuple):
    """A paragraph, a list or a table."""

    kind: str
    """p, ul or table."""
    lines: list[Any]
    """Lines of a paragraph, entries of a list, rows of a table."""


def cut(text: Any, most: int = LONGEST) -> str:
    """Give no more of a text than anybody reads; no text is empty.

    >>> cut("dolgo besedilo", 5), cut(None)
    ('dolgo…', '')
    """
    told = "" if text is None else str(text)
    return told if len(told) <= most else f"{told[:most]}…"


def plain(text: Any, most: int = LONGEST) -> str:
    r"""Give a text for places in which no markup can keep its direction apart, such as a page's title.

    >>> plain("a\u202eb\n c")
    'ab c'
    """
    return " ".join(DIRECTIONS.sub("", cut(text, most)).split())


def web(url: Any) -> str | None:
    """Give an address that may become a link, or None.

    >>> web("https://demo.example/a"), web("javascript:alert(1)"), web(" https://x")
    ('https://demo.example/a', None, None)
    """
    told = str(url or "")
    return told if len(told) <= LONGEST_ADDRESS and ADDRESS.fullmatch(told) else None


def blocks(text: str | None) -> list[Block]:
    r"""Part a text as the archive writes it.

    >>> blocks("Uvod.\n\n- ena\n- dve\n\ndan | ura\npet | 7")
    [Block(kind='p', lines=['Uvod.']), Block(kind='ul', lines=['ena', 'dve']), Block(kind='table',
     lines=[['dan', 'ura'], ['pet', '7']])]
    """
    parts = (part.split("\n") for part in re.split(r"\n\s*\n", text or "") if part.strip())
    return [block for lines in parts for block in _runs(lines)]


def _runs(lines: Iterable[str]) -> Iterator[Block]:
    """Give the blocks of lines that stand together: neighbours of one kind are one block."""
    for kind, run in groupby(lines, key=_kind):
        yield Block(kind, [_READ[kind](line) for line in run])


def _kind(line: str) -> str:
    if line.startswith(ENTRY):
        return "ul"
    return "table" if CELL in line else "p"


def _cells(line: str) -> list[str]:
    return line.split(CELL)


_READ: dict[str, Callable[[str], Any]] = {"ul": lambda line: line[len(ENTRY) :], "table": _cells, "p": str}

FILTERS: dict[str, Callable[..., Any]] = {"cut": cut, "plain": plain, "web": web, "blocks": blocks}
"""What templates know of this."""
