"""Words as the full-text index sees them: ``unicode61 remove_diacritics 2``, in Python."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*")
"""Letters and figures, and the marks above and below them; what lies between is no word."""
MARK = re.compile(r"([a-z])[\u0300-\u036f]+")
"""A Latin letter and its marks; other scripts keep theirs, in the index too."""
LOOSE = re.compile(r"[\u0300-\u036f]")
SAME = str.maketrans("ſς", "sσ")


def words(text: str) -> list[str]:
    """Give the words of a text in small letters, as often as they are there.

    >>> words("Zapora G2-112: Šmartno ob Paki")
    ['zapora', 'g2', '112', 'šmartno', 'ob', 'paki']
    """
    return WORD.findall(text.lower())


@lru_cache(1 << 16)
def fold(word: str) -> str:
    """Give a word as it stands in the index: small letters without their marks.

    >>> fold("Šmartno"), fold("Évora"), fold("Đorđe")
    ('smartno', 'evora', 'đorđe')
    """
    small = word.lower()
    if small.isascii():
        return small
    bare = MARK.sub(r"\1", unicodedata.normalize("NFD", small.translate(SAME)))
    return LOOSE.sub("", unicodedata.normalize("NFC", bare))
