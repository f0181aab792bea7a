"""The piece of a text that shows best why it was found.

FTS5 has a function for that, but its time grows with the square of the number of finds, and a page may hold thousands.
"""

from __future__ import annotations

import re
from bisect import bisect_left

OPEN, CLOSE = "⟦", "⟧"
"""Marks around the found words; news texts do not use them."""
WIDTH = 200
"""Characters of a snippet, give or take a word."""
BEFORE = 40
"""How many of them come before the first found word."""


def snippet(*texts: str | None) -> str:
    """Give the stretch with the most marks of texts in which finds are marked, as one line.

    >>> print(snippet("Uvod.", "Zaradi del bo zaprta ⟦Jenkova⟧ ⟦cesta⟧ v Velenju."))
    Zaradi del bo zaprta ⟦Jenkova⟧ ⟦cesta⟧ v Velenju.
    """
    best = max((_densest(" ".join((text or "").split())) for text in texts), key=lambda found: found[0])
    return _balanced(_cut(best[2], max(best[1] - BEFORE, 0)))


def _densest(text: str) -> tuple[int, int, str]:
    """Give how many marks the best stretch holds, where its first one is, and the text."""
    marks = [found.start() for found in re.finditer(OPEN, text)]
    counts = [bisect_left(marks, mark + WIDTH - BEFORE) - number for number, mark in enumerate(marks)]
    most = max(counts, default=0)
    return most, marks[counts.index(most)] if most else 0, text


def _cut(text: str, start: int) -> str:
    """Cut between words, where there are any, and show where something is left out."""
    end = start + WIDTH
    if start:
        start = text.find(" ", start, start + BEFORE) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), 0) or end
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _balanced(text: str) -> str:
    """Give back the marks of a find that the cut went through."""
    before = OPEN if CLOSE in text.partition(OPEN)[0] else ""
    after = CLOSE if OPEN in text.rpartition(CLOSE)[2] else ""
    return before + text + after
