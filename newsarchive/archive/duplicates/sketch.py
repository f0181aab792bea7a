"""A text in sixteen numbers: texts that share much of their wording share some of them."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from zlib import crc32

from newsarchive.archive.differing.lexicon import VALUES
from newsarchive.archive.digest import normal
from newsarchive.dates.words import fold

WORD = re.compile(r"\w+")
MARKS = 16
"""Numbers of a sketch: of two texts that share half of their wording about eight are the same."""
RUN = 4
"""Words that make one mark together."""
FEWEST = 8
"""A text of fewer words has one mark, for the whole of it as it stands."""
LONGEST = 200_000
"""Characters of a text that are looked at."""
MASK = "#"
"""Stands for figures, months, days of the week and numbers in words, one or several in a row."""


def real(text: str) -> list[str]:
    """Give the words as they stand, without punctuation and letter case."""
    return WORD.findall(normal(text[:LONGEST]).casefold())


def masked(found: list[str]) -> list[str]:
    """Give words without č, š, ž, and a mask in the place of every date and number.

    >>> masked(real("Začne v četrtek, 29. maja 2026, ob 7.30."))
    ['zacne', 'v', '#', 'ob', '#']
    """
    hidden = list(map(_masked, found))
    return [word for word, before in zip(hidden, ["", *hidden], strict=False) if word != MASK or before != MASK]


@lru_cache(maxsize=1 << 15)
def _masked(word: str) -> str:
    folded = fold(word)
    return MASK if folded in VALUES or word[0].isdigit() else folded


def marks(found: list[str]) -> list[int]:
    """Give the sketch of the words of a text: at most :data:`MARKS` signed 64-bit integers, the same in every process.

    >>> len(marks(["beseda"] * 100)), len(marks(["zaprto"])), marks([])
    (1, 1, [])
    """
    if len(found) < FEWEST:
        return [_mark(" ".join(found).encode("utf-8", "replace"))] if found else []
    return list(map(_mark, _fewest(" ".join(masked(found)).encode("utf-8", "replace").split(b" "))))


def _fewest(found: list[bytes]) -> list[bytes]:
    """Choose, by a quick checksum, the same few runs of words in every text that holds them."""
    rows = (found[start:] for start in range(min(RUN, len(found))))
    sums = {crc32(run): run for run in map(b" ".join, zip(*rows, strict=False))}
    return [sums[least] for least in nsmallest(MARKS, sums)]


def _mark(run: bytes) -> int:
    return int.from_bytes(blake2b(run, digest_size=8).digest(), "big", signed=True)
