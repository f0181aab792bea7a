"""What the archive does to text before it keeps it.

Text is stored in Unicode's composed form (NFC), so that "č" is one character however the portal typed it. NUL ends a
text for half of all programs and is taken out; half a surrogate pair, which no encoding can write, becomes U+FFFD.
Addresses are not composed: they are names, not text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from newsarchive.items import Record

SURROGATES = re.compile("[\ud800-\udfff]")
ADDRESSES = frozenset(("url", "aliases"))


def clean_text(text: str) -> str:
    r"""Make a text storable.

    >>> clean_text("c\u030ca\0s \ud83d") == "čas \ufffd"
    True
    """
    return text.replace("\0", "") if text.isascii() else unicodedata.normalize("NFC", clean_address(text))


def clean_address(text: str) -> str:
    """Make an address storable, changing nothing else."""
    return SURROGATES.sub("\ufffd", text.replace("\0", ""))


def clean(record: Record) -> Record:
    """Give a copy of the record as the archive keeps it; cleaning twice changes nothing."""
    return Record.from_dict(_walk(record.to_dict(), clean_text))


def _walk(value: Any, how: Any) -> Any:
    if isinstance(value, str):
        return how(value)
    if isinstance(value, list):
        return [_walk(one, how) for one in value]
    if isinstance(value, dict):
        return {_walk(k, clean_text): _walk(v, clean_address if k in ADDRESSES else how) for k, v in value.items()}
    return value
