"""The elements of a page by their places in its source, so that one can be cut and every other byte stays."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r"<(/?)([a-z][\w:.-]*)([^<>]*)>|<!--", re.IGNORECASE)
WORD = re.compile(r"<[^<>]*>?|[^<\s]+")
"""A tag or a word."""
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
RAW = frozenset("script style textarea title noembed xmp".split())
"""Elements in whose text no tag is one."""
CLOSES = {
    "a": "a",
    "li": "li", "p": "p", "tr": "tr", "td": "td th", "th": "td th", "dt": "dt dd", "dd": "dt dd",
    "option": "option",
}  # fmt: skip
"""Which open elements a new one ends, where the page does not say so."""
FENCES = frozenset("ul ol table dl select div section article main body".split())
DEEPEST = 200
"""How far up an end tag is looked for; pages that nest deeper are traps."""


@dataclass(slots=True)
class Element:
    """An element: the text of its source is ``text[start:end]``, its parent ``elements[parent]`` (-1: none)."""

    tag: str
    attributes: str
    start: int
    parent: int
    end: int = -1


def elements(text: str) -> list[Element]:
    """Give the elements of a page in the order of their start tags; never raises, takes time in proportion.

    >>> [text for text in map(lambda one: "<ul><li>a<li>b</ul>"[one.start : one.end], elements("<ul><li>a<li>b</ul>"))]
    ['<ul><li>a<li>b</ul>', '<li>a', '<li>b']
    """
    found: list[Element] = []
    stack: list[int] = []
    for closing, tag, attributes, start, end in _tags(text):
        if closing:
            _close(found, stack, {tag}, start, end)
            continue
        if tag in CLOSES:
            _close(found, stack, set(CLOSES[tag].split()), start, start, FENCES)
        found.append(Element(tag, attributes, start, stack[-1] if stack else -1))
        if tag in VOID or attributes.endswith("/"):
            found[-1].end = end
        else:
            stack.append(len(found) - 1)
    for number in stack:
        found[number].end = len(text)
    return found


class Words:
    """Counts the words that pieces of a source print, having looked through it once.

    >>> Words("<li><a href='/a'>Dve besedi</a></li>").between(0, 29)
    2
    """

    def __init__(self, text: str) -> None:
        self.places = [found.start() for found in WORD.finditer(text) if found[0][0] != "<"]

    def between(self, start: int, end: int) -> int:
        """Count the words that begin in ``text[start:end]``."""
        return bisect_left(self.places, end) - bisect_left(self.places, start)


def _tags(text: str) -> Iterator[tuple[str, str, str, int, int]]:
    """Give the tags: closing mark, name, attributes, start, end; what scripts and comments hold is left out."""
    lowered = text.lower() if text.isascii() else re.sub("[A-Z]", lambda found: found[0].lower(), text)
    position = 0
    while found := TAG.search(text, position):
        position = found.end()
        if found[2] is None:
            position = _after(text, "-->", position)
            continue
        tag = found[2].lower()
        yield found[1], tag, found[3], found.start(), found.end()
        if tag in RAW and not found[1]:
            stop = lowered.find(f"</{tag}", position)
            position = len(text) if stop < 0 else stop


def _after(text: str, mark: str, position: int) -> int:
    found = text.find(mark, position)
    return len(text) if found < 0 else found + len(mark)


def _close(
    found: list[Element], stack: list[int], tags: set[str], start: int, end: int, fences: frozenset[str] = frozenset()
) -> None:
    """End the innermost open element with one of ``tags``, and all that is open inside it."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - DEEPEST), -1):
        tag = found[stack[depth]].tag
        if tag in tags:
            for number in stack[depth + 1 :]:
                found[number].end = start
            found[stack[depth]].end = end
            del stack[depth:]
            return
        if tag in fences:
            return
