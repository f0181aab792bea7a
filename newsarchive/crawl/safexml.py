"""XML from outside: never an entity, never the network, and as much of a broken file as can be read."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from lxml import etree

LARGEST = 32 * 1024 * 1024
"""Bytes of a file, unpacked."""


HALF = re.compile(
    rb"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));"
)
"""A reference to half a character: lxml takes it in, and then fails to give the text out."""


class NotReadableError(ValueError):
    """The bytes hold no XML that could be read, or unpack to more than 32 MiB."""


def unpack(body: bytes, largest: int = LARGEST) -> bytes:
    """Undo gzip where there is some.

    >>> import gzip
    >>> unpack(gzip.compress(b"<rss/>"))
    b'<rss/>'

    Raises:
        NotReadableError: it is broken, or larger than ``largest`` bytes unpacked.
    """
    if body[:2] != b"\x1f\x8b":
        return body
    stream = zlib.decompressobj(wbits=31)
    try:
        unpacked = stream.decompress(body, largest + 1)
    except zlib.error as error:
        raise NotReadableError("broken gzip") from error
    if len(unpacked) > largest:
        raise NotReadableError("larger than 32 MiB unpacked")
    return unpacked


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed file."""

    root: etree._Element
    broken: bool
    """Whether it was not well-formed, so that something may be missing."""


def read_xml(body: bytes) -> Tree:
    """Parse a feed or sitemap, mending what can be mended; entities are left unresolved.

    >>> read_xml(b"<rss><channel></rss>").broken
    True

    Raises:
        NotReadableError: nothing in it is XML.
    """
    text = HALF.sub(b"", unpack(body))
    start = text.find(b"<")
    if start < 0:
        raise NotReadableError("no XML")
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text[start:], parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotReadableError("no XML") from error
    if root is None:
        raise NotReadableError("no XML")
    return Tree(root, bool(len(parser.error_log.filter_from_fatals())))


def name(element: etree._Element) -> str:
    """Give an element's name without its namespace, in small letters; empty for entities.

    >>> name(etree.fromstring('<a:Link xmlns:a="x"/>'))
    'link'
    """
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
