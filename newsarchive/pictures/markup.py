"""Vector graphics and pages among what was delivered as a picture: told by how their text begins, never rendered."""

from __future__ import annotations

import codecs
import re
import zlib

from newsarchive.pictures.picture import NoPicture, Picture, bare
from newsarchive.pictures.types import SVG, SVGZ

PEEK = 64 * 1024
"""Bytes that are looked at, unpacked: comments and a document type can stand before the first element."""
GZIP = b"\x1f\x8b\x08"
UNPACK_GZIP = 16 + zlib.MAX_WBITS
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
)
"""Byte order marks, the longer before the shorter that it begins with."""

SPACE_AND_PROLOGUE = r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype\s[^>\[]*(?:\[[^\]]*\]\s*)?>)*+"
"""What may stand before the first element; atomic, so that a page of comments costs one pass."""
IS_SVG = re.compile(SPACE_AND_PROLOGUE + r"<(?:[\w.-]+:)?svg[\s/>]", re.DOTALL | re.IGNORECASE)
IS_HTML = re.compile(
    SPACE_AND_PROLOGUE + r"<(?:html|head|body|title|meta|script|style|link|div|p|h1|table|iframe|br|a|b)\b",
    re.DOTALL | re.IGNORECASE,
)
BINARY = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
"""Control characters that no text holds."""


def look(data: bytes) -> Picture | None:
    r"""Tell whether a file is a vector graphic, or None when it is no text at all.

    >>> look(b"\xef\xbb\xbf<?xml version='1.0'?><!-- znak --><svg:svg/>").mime
    'image/svg+xml'
    >>> look(b"\0\0\0\x0cJXL ") is None
    True

    Raises:
        NoPicture: it is a page or another text.
    """
    packed = data.startswith(GZIP)
    text = _text(_unpacked(data) if packed else data[:PEEK])
    if IS_SVG.match(text):
        return bare(SVGZ if packed else SVG)
    if IS_HTML.match(text):
        raise NoPicture("no picture", "HTML")
    if text and not BINARY.search(text):
        raise NoPicture("no picture", "text")
    return None


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(UNPACK_GZIP).decompress(data, PEEK)
    except zlib.error:
        return b""


def _text(data: bytes) -> str:
    """Decode what may be text; bytes that are none become characters that are none (latin-1 maps each to its own)."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return data.decode("latin-1")
