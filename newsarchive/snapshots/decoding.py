"""What a body says: without its content encodings, and in which charset."""

from __future__ import annotations

import io
import re
import sys
import zlib
from collections.abc import Callable, Iterator

import brotli  # type: ignore[import-untyped]  # nobody publishes its types

from newsarchive.snapshots.errors import SnapshotError
from newsarchive.snapshots.exchange import Exchange

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LARGEST = 32 << 20
"""Bytes that a body may have once it is decoded, as in a crawl."""
PIECE = 1 << 16
CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def charset(exchange: Exchange) -> str | None:
    """Give the charset that the header names.

    >>> from datetime import UTC, datetime
    >>> named = [("content-type", "text/html; Charset=Windows-1250")]
    >>> charset(Exchange("https://example.si/", datetime(2026, 11, 23, tzinfo=UTC), 200, named, b""))
    'windows-1250'
    """
    found = CHARSET.search(exchange.header("Content-Type") or "")
    return found[1].lower() if found else None


def decoded(exchange: Exchange) -> bytes:
    """Give the body without its content encodings: of a broken one what can be read.

    What is not in the encoding that it claims, and an encoding that nobody knows, is left as it is.

    Raises:
        SnapshotError: it would be larger than :data:`LARGEST`.
    """
    named = ",".join(value for name, value in exchange.headers if name.lower() == "content-encoding")
    body = exchange.body
    for name in reversed([part.strip().lower() for part in named.split(",")]):
        unpack = ENCODINGS.get(name)
        if unpack is None or not body:
            break
        body = _bounded(unpack(body), exchange) or body
    return body


def _bounded(pieces: Iterator[bytes], exchange: Exchange) -> bytes:
    whole = bytearray()
    try:
        for piece in pieces:
            whole += piece
            if len(whole) > LARGEST:
                raise SnapshotError(f"{exchange.url} would be larger than {LARGEST >> 20} MiB unpacked: leave it out.")
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError, OSError):
        pass
    return bytes(whole)


def _inflated(wbits: int) -> Callable[[bytes], Iterator[bytes]]:
    def unpack(body: bytes) -> Iterator[bytes]:
        while body:
            unpacker = zlib.decompressobj(wbits)
            yield from _one_inflated(unpacker, body)
            body = unpacker.unused_data.lstrip(b"\0")

    return unpack


def _one_inflated(unpacker: zlib._Decompress, body: bytes) -> Iterator[bytes]:
    """Unpack up to the end of a stream; where no input is left, more may still come out."""
    piece = unpacker.decompress(body, PIECE)
    while piece or unpacker.unconsumed_tail:
        yield piece
        piece = unpacker.decompress(unpacker.unconsumed_tail, PIECE)


def _deflate(body: bytes) -> Iterator[bytes]:
    """Unpack with the zlib header that the standard asks for, or without, as some servers send it."""
    sound = len(body) > 1 and body[0] & 0x0F == zlib.DEFLATED and not int.from_bytes(body[:2]) % 31
    return _inflated(zlib.MAX_WBITS if sound else -zlib.MAX_WBITS)(body)


def _brotli(body: bytes) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    piece = unpacker.process(body, output_buffer_limit=PIECE)
    while piece or not (unpacker.can_accept_more_data() or unpacker.is_finished()):
        yield piece
        piece = unpacker.process(b"", output_buffer_limit=PIECE)


def _zstd(body: bytes) -> Iterator[bytes]:
    with zstd.ZstdFile(io.BytesIO(body)) as file:
        yield from iter(lambda: file.read1(PIECE), b"")


ENCODINGS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _inflated(16 + zlib.MAX_WBITS),
    "x-gzip": _inflated(16 + zlib.MAX_WBITS),
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
