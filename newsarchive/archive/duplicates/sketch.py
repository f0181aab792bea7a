"""A text in sixteen numbers: texts that share much of their wording share some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from heapq import nsmallest
from itertools import groupby
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


def masked(text: str) -> list[str]:
    """Give the words, without č, š, ž, with a mask in the place of every date and number.

    >>> masked("Zaprto v četrtek, 29. maja 2026, ob 7.30.")
    ['zaprto', 'v', '#', 'ob', '#']
    """
    found = (
        MASK if word in VALUES or word[0].isdigit() else word for word in WORD.findall(fold(normal(text[:LONGEST])))
    )
    return [word for same, group in groupby(found) for word in ([same] if same == MASK else group)]


def marks(text: str) -> list[int]:
    """Give the sketch of a text: at most :data:`MARKS` signed 64-bit integers, the same in every process.

    >>> len(marks("beseda " * 100)), len(marks("Zaprto do petka.")), marks("")
    (1, 1, [])
    """
    found = real(text)
    if len(found) < FEWEST:
        return [_mark(" ".join(found))] if found else []
    return list(map(_mark, _fewest(_runs(masked(text)))))


def _runs(found: list[str]) -> Iterator[bytes]:
    """Give every run of words."""
    rows = (found[start:] for start in range(min(RUN, len(found))))
    return (" ".join(run).encode("utf-8", "replace") for run in zip(*rows, strict=False))


def _fewest(runs: Iterable[bytes]) -> list[str]:
    """Choose, by a quick checksum, the same few runs in every text that holds them."""
    sums = {crc32(run): run for run in runs}
    return [sums[least].decode() for least in nsmallest(MARKS, sums)]


def _mark(run: str) -> int:
    digest = blake2b(run.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
