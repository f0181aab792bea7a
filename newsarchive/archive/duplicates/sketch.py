"""A text in twelve numbers: texts that share much of their wording share some of them."""

from __future__ import annotations

import re
from hashlib import blake2b
from unicodedata import normalize
from zlib import crc32

from newsarchive.archive.differing.lexicon import VALUES
from newsarchive.archive.digest import normal

WORD = re.compile(r"\w+")
MARKS = 12
"""Numbers of a sketch: of two texts that share half of their wording about six are the same."""
RUN = 4
"""Words that make one mark together."""
LONGEST = 200_000
"""Characters of a text that are looked at."""
DATED = frozenset(word.encode() for word in VALUES if word.isascii())
"""Months, days of the week and numbers in words: like figures they make no mark."""
LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalpha() and code < 128 else ord(" ") for code in range(256))
"""What becomes of each byte: small letters stay."""


def real(text: str) -> list[str]:
    """Give the words as they stand, without punctuation and letter case."""
    return WORD.findall(normal(text[:LONGEST]).casefold())


def plain(text: str) -> list[bytes]:
    """Give the words without č, š, ž, and without dates and figures; the whole text at once, for this is asked often.

    >>> plain("Začne v četrtek, 29. maja 2026, ob 7.30.")
    [b'zacne', b'v', b'ob']
    """
    latin = normalize("NFKD", text).encode("ascii", "ignore")
    if 2 * len(latin) < len(text):  # another script
        return [word.encode("utf-8", "replace") for word in real(text)]
    return [word for word in latin.translate(LETTERS).split() if word not in DATED]


def marks(text: str) -> list[int]:
    """Give the sketch of a text: at most :data:`MARKS` numbers of 48 bits, the same in every process.

    The words with the least checksums, which are the same in every text that holds them, begin the runs of words that
    become marks. A text with fewer words than a run has one mark, for the whole of it as it stands.

    >>> len(marks("beseda " * 100)), len(marks("Zaprto!")), marks(" … ")
    (1, 1, [])
    """
    words = plain(text[:LONGEST])
    if len(words) < RUN:
        whole = " ".join(real(text))
        return [_mark(whole.encode("utf-8", "replace"))] if whole else []
    sums = [*map(crc32, words[: 1 - RUN])]
    starts = map(sums.index, sorted(set(sums))[:MARKS])
    return [_mark(b" ".join(words[start : start + RUN])) for start in starts]


def _mark(run: bytes) -> int:
    return int.from_bytes(blake2b(run, digest_size=6).digest(), "big")
