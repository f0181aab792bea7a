"""WARC 1.1 records as bytes: one gzip member each."""

from __future__ import annotations

import re
import uuid
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime

from newsarchive import __version__
from newsarchive.snapshots.exchange import Exchange, payload_digest
from newsarchive.snapshots.http import clean_url, request_head, response_head, wire_protocol

LEVEL = 5
"""How hard zlib tries: 9, what others write with, takes twice the time and saves 2 % of the bytes."""
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
REDACTED = "WARC-Redacted"
"""Our own header, as the standard allows: when something was cut out of the record."""
PROTOCOL = "WARC-Protocol"
"""What was spoken, where it was not what the status line says."""
FILE = {
    "software": f"newsarchive/{__version__}",
    "format": "WARC File Format 1.1",
    "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    "robots": "obeyed, with Crawl-delay",
    "description": (
        "Responses as Scrapy gives them. Not as on the wire: the case of header names and the order of headers of "
        "different names; the words behind the status, which are the standard's; the headers Connection, Keep-Alive "
        "and Transfer-Encoding; the chunks of the transfer; trailers; HTTP/2 frames. Kept byte for byte: bodies in "
        "their content encoding, and the values of the other headers."
    ),
}
"""What every file says of itself first."""


def date(moment: datetime) -> str:
    """Write a moment as WARC-Date, with milliseconds as the archive has them.

    >>> date(datetime(2026, 11, 23, 16, 14, 32, 123456, tzinfo=UTC))
    '2026-11-23T16:14:32.123Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def warcinfo(name: str | None, now: datetime) -> bytes:
    """Give the first record of the file of that name (None: of a stream)."""
    block = "".join(f"{key}: {value}\r\n" for key, value in FILE.items()).encode()
    return _member(
        {"WARC-Type": "warcinfo", "WARC-Record-ID": _identifier(), "WARC-Date": date(now), "WARC-Filename": name},
        "application/warc-fields",
        block,
    )


def exchange_records(
    exchange: Exchange, original: tuple[str, str] | None = None, redacted: datetime | None = None
) -> tuple[bytes, bytes]:
    """Give the response (a revisit, where the ``original`` it repeats is given) and its request.

    ``original`` is the address and the WARC-Date of the response that holds the body.
    """
    identifier = _identifier()
    return _response(exchange, identifier, original, redacted), _request(exchange, identifier)


def _response(
    exchange: Exchange, identifier: str, original: tuple[str, str] | None, redacted: datetime | None
) -> bytes:
    fields = {
        "WARC-Type": "revisit" if original else "response",
        "WARC-Record-ID": identifier,
        **_common(exchange),
        **_payload(exchange, original),
        REDACTED: date(redacted) if redacted else None,
    }
    block = response_head(exchange) + (b"" if original else exchange.body)
    return _member(fields, "application/http; msgtype=response", block)


def _request(exchange: Exchange, response: str) -> bytes:
    fields = {
        "WARC-Type": "request",
        "WARC-Record-ID": _identifier(),
        **_common(exchange),
        "WARC-Concurrent-To": response,
    }
    return _member(fields, "application/http; msgtype=request", request_head(exchange) + exchange.request_body)


def _common(exchange: Exchange) -> dict[str, str | None]:
    spoken = exchange.protocol
    return {
        "WARC-Target-URI": clean_url(exchange.url),
        "WARC-Date": date(exchange.fetched_at),
        "WARC-IP-Address": exchange.ip,
        PROTOCOL: None if spoken == wire_protocol(spoken) else re.sub(r"\s+", " ", spoken),
    }


def _payload(exchange: Exchange, original: tuple[str, str] | None) -> dict[str, str | None]:
    """Give what tells of the payload; nothing but the original is known of what a 304 did not send."""
    if original is None:
        return {"WARC-Payload-Digest": payload_digest(exchange.body)}
    unchanged = exchange.status == 304
    return {
        "WARC-Profile": NOT_MODIFIED if unchanged else SAME_PAYLOAD,
        "WARC-Refers-To-Target-URI": clean_url(original[0]),
        "WARC-Refers-To-Date": original[1],
        "WARC-Payload-Digest": None if unchanged else payload_digest(exchange.body),
    }


def _identifier() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"


def _member(fields: Mapping[str, str | None], content_type: str, block: bytes) -> bytes:
    fields = {
        **fields,
        "WARC-Block-Digest": payload_digest(block),
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
    }
    lines = ["WARC/1.1", *(f"{name}: {value}" for name, value in fields.items() if value is not None)]
    head = "\r\n".join(lines).encode() + b"\r\n\r\n"
    squeezer = zlib.compressobj(LEVEL, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return squeezer.compress(head + block + b"\r\n\r\n") + squeezer.flush()
