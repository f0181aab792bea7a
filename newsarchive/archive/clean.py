"""What the archive does to text before it keeps it.

Text is stored in Unicode's composed form (NFC), so that "č" is one character however the portal typed it. NUL ends a
text for half of all programs and is taken out; half a surrogate pair, which no encoding can write, becomes U+FFFD.
Addresses are not composed: they are names, not text.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from newsarchive.items import Ceremony, Image, Notice, Obituary, Record, Window

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


FIELDS = {
    kind: [(one.name, clean_address if one.name in ADDRESSES else clean_text) for one in dataclasses.fields(kind)]
    for kind in (Record, Image, Notice, Window, Obituary, Ceremony)
}
"""For each class the fields and what cleans them."""


def clean(record: Record) -> Record:
    """Give a copy of the record as the archive keeps it; cleaning twice changes nothing."""
    copy: Record = _clean(record)
    return copy


def _clean(value: Any, how: Callable[[str], str] = clean_text) -> Any:
    if isinstance(value, str):
        return how(value)
    if isinstance(value, list):
        return [_clean(one, how) for one in value]
    if isinstance(value, dict):
        return {how(key): _clean(one, how) for key, one in value.items()}
    return _clean_fields(value) if type(value) in FIELDS else value


def _clean_fields(value: Any) -> Any:
    """Clean a part of a record; far cheaper than the way over ``to_dict``."""
    kind = type(value)
    return kind(**{name: _clean(getattr(value, name), how) for name, how in FIELDS[kind]})
