"""A payload as text that goes back to the very same bytes."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass, replace
from functools import cached_property

from w3lib.encoding import html_body_declared_encoding, resolve_encoding

LARGEST = 32 * 1024 * 1024
"""Bytes of a packed sitemap, unpacked."""
MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
REGIONAL = "cp1250"
"""What pages of our region are in when they are no UTF-8 and say nothing."""
BLOCKS = "█████"
"""What stands where something was blacked out: as long for a short name as for a long one."""


@dataclass(frozen=True)
class Readable:
    """A payload that was decoded; bytes that its character set does not know are kept as they are."""

    text: str
    codec: str
    packed: bool = False
    """Whether the payload itself is a gzip file, as sitemaps are."""

    @cached_property
    def lowered(self) -> bytes:
        """The text in small letters as bytes in which ASCII stands for itself; letters outside ASCII may not."""
        return self.text.encode("utf-8", "surrogatepass").lower()

    @cached_property
    def mark(self) -> str:
        """What to black out with: blocks, or their character references where the character set has none."""
        try:
            BLOCKS.encode(self.codec)
        except UnicodeEncodeError:
            return "".join(f"&#{ord(block)};" for block in BLOCKS)
        return BLOCKS

    def with_text(self, text: str) -> Readable:
        """Give the same payload with another text."""
        return replace(self, text=text)

    def payload(self) -> bytes:
        """Give the text as the payload it came from would be."""
        body = self.text.encode(self.codec, "surrogateescape")
        return gzip.compress(body, mtime=0) if self.packed else body


def readable(body: bytes, charset: str | None = None) -> Readable:
    """Decode a payload (without its content-encoding) so that nothing of it is lost.

    >>> page = readable("<p>Čas za žago</p>".encode("cp1250"), "windows-1250")
    >>> page.text, page.payload() == "<p>Čas za žago</p>".encode("cp1250"), page.mark[:7]
    ('<p>Čas za žago</p>', True, '&#9608;')
    """
    plain = _unpacked(body)
    codec = _codec(plain, charset)
    try:
        text = plain.decode(codec, "surrogateescape")
        exact = text.encode(codec, "surrogateescape") == plain
    except (UnicodeError, LookupError):
        exact = False
    if not exact:
        text, codec = plain.decode("latin-1"), "latin-1"
    return Readable(text, codec, packed=plain is not body)


def _codec(body: bytes, charset: str | None) -> str:
    for mark, name in MARKS.items():
        if body.startswith(mark):
            return name
    try:
        body.decode()
    except UnicodeDecodeError:
        return resolve_encoding(charset or "") or html_body_declared_encoding(body[:4096]) or REGIONAL
    return "utf-8"


def _unpacked(body: bytes) -> bytes:
    """Undo the gzip of a packed file; what cannot be undone, or is a bomb, stays packed."""
    if body[:2] != b"\x1f\x8b":
        return body
    stream = zlib.decompressobj(wbits=31)
    try:
        plain = stream.decompress(body, LARGEST)
    except zlib.error:
        return body
    return plain if stream.eof else body
