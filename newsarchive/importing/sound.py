"""Whether a foreign record is whole, and what its file says it is."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from newsarchive.snapshots import Member, SnapshotError
from newsarchive.snapshots.http import split_head

CUT_OFF = "cut off"
WRONG_DIGEST = "wrong digest"
ALGORITHMS = {"sha1": "sha1", "sha256": "sha256", "sha-256": "sha256", "sha512": "sha512", "md5": "md5"}
"""The algorithms of digests that are checked; others are believed."""


def fault(member: Member) -> str | None:
    """Give the word for what is wrong with a record, or None.

    The digest of the block is exact. That of the payload is only asked where there is no other, and may be of the body
    with its chunks or without: writers differ.
    """
    if member.header("WARC-Truncated") or len(member.block) < member.size:
        return CUT_OFF
    block = member.header("WARC-Block-Digest")
    if block:
        return None if agrees(block, [member.block]) else WRONG_DIGEST
    stated = member.digest if member.type == "response" else None
    return None if not stated or agrees(stated, _payloads(member)) else WRONG_DIGEST


def _payloads(member: Member) -> Iterator[bytes]:
    yield split_head(member.block)[2]
    try:
        yield member.body
    except SnapshotError:
        return


def agrees(stated: str, texts: Iterator[bytes] | list[bytes]) -> bool:
    """Tell whether a digest as WARC files state it, in hexadecimal or Base32, is that of one of the texts.

    >>> agrees("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", [b""]), agrees("md5:d41d8cd98f00b204e9800998ecf8427e", [b"x"])
    (True, False)
    """
    name, _, value = stated.strip().partition(":")
    algorithm = ALGORITHMS.get(name.lower())
    if algorithm is None or not value:
        return True
    return any(value.rstrip("=").lower() in _spellings(algorithm, text) for text in texts)


def _spellings(algorithm: str, text: bytes) -> tuple[str, ...]:
    digest = hashlib.new(algorithm, text, usedforsecurity=False).digest()
    return digest.hex(), base64.b32encode(digest).decode().rstrip("=").lower()
