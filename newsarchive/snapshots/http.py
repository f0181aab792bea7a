"""The first lines of HTTP messages, to bytes and back."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from newsarchive.snapshots.exchange import Exchange, Headers

CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")
BREAKS = re.compile(rb"[\r\n]+")
UNTRUE = "transfer-encoding"
"""A header that no longer says the truth once the chunks are joined: programs that replay would look for chunks."""
KEPT_AS = "X-Archive-Orig-"
"""What stands before the name of a header that is kept without being meant."""
SAFE = "".join(map(chr, range(0x21, 0x7F)))
HIDDEN = (KEPT_AS + UNTRUE).lower()


def clean_url(url: str) -> str:
    """Escape what may not stand in an address: spaces, line breaks, characters outside ASCII.

    >>> clean_url("https://example.si/a b%20č")
    'https://example.si/a%20b%20%C4%8D'
    """
    return quote(url, safe=SAFE)


def response_head(exchange: Exchange) -> bytes:
    r"""Give the status line and headers, the blank line included.

    >>> from datetime import UTC, datetime
    >>> response_head(Exchange("https://example.si/", datetime(2026, 11, 23, tzinfo=UTC), 200, [("Via", "x")], b""))
    b'HTTP/1.1 200 OK\r\nVia: x\r\n\r\n'
    """
    first = f"{wire_protocol(exchange.protocol)} {exchange.status} {exchange.reason}"
    return _head(first, [(_kept(name), value) for name, value in exchange.headers])


def request_head(exchange: Exchange) -> bytes:
    """Give the request line and headers, the blank line included."""
    parts = urlsplit(clean_url(exchange.url))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _head(f"{exchange.method} {target} {wire_protocol(exchange.protocol)}", exchange.request_headers)


def wire_protocol(protocol: str) -> str:
    """Give the protocol that a WARC file may name: HTTP/2 and later have no text form and are written as HTTP/1.1.

    >>> wire_protocol("HTTP/1.0"), wire_protocol("h2")
    ('HTTP/1.0', 'HTTP/1.1')
    """
    return protocol if protocol in ("HTTP/1.0", "HTTP/1.1") else "HTTP/1.1"


def split_head(block: bytes) -> tuple[str, Headers, bytes]:
    r"""Take a message apart: its first line, its headers, its body.

    >>> split_head(b"HTTP/1.1 200 OK\r\nVia: x\r\n\r\nbody")
    ('HTTP/1.1 200 OK', [('Via', 'x')], b'body')
    """
    head, body = _halves(block)
    first, *lines = (line.rstrip(b"\r") for line in head.split(b"\n"))
    return first.decode("latin-1"), headers(lines), body


def headers(lines: list[bytes], encoding: str = "latin-1") -> Headers:
    """Read header lines; a line that begins with a space goes on with the one before."""
    found: Headers = []
    for line in lines:
        text = line.decode(encoding, "replace")
        name, colon, value = text.partition(":")
        if text[:1] in (" ", "\t") and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {text.strip(' 	')}")
        elif colon:
            found.append((name.strip(" \t"), value.strip(" \t")))
    return found


def restored(lines: Headers) -> Headers:
    """Give headers their own names again, where they were kept under another.

    >>> restored([("X-Archive-Orig-Transfer-Encoding", "chunked"), ("Via", "x")])
    [('Transfer-Encoding', 'chunked'), ('Via', 'x')]
    """
    return [(name[len(KEPT_AS) :] if name.lower() == HIDDEN else name, value) for name, value in lines]


def status_line(first: str) -> tuple[str, int | None, str]:
    """Read a status line: protocol, status, words; what it does not say is ``""`` or ``None``.

    >>> status_line("HTTP/1.1 404 Not Found"), status_line("ICY")
    (('HTTP/1.1', 404, 'Not Found'), ('ICY', None, ''))
    """
    protocol, _, rest = first.partition(" ")
    status, _, reason = rest.partition(" ")
    return protocol, int(status) if re.fullmatch("[0-9]{3}", status) else None, reason


def unchunked(body: bytes) -> bytes:
    r"""Join the chunks of a body that was kept as it was transferred; what is no chunks is given as it is.

    >>> unchunked(b"4\r\nWiki\r\n0\r\n\r\n"), unchunked(b"plain")
    (b'Wiki', b'plain')
    """
    parts, position = [], 0
    while found := CHUNK.match(body, position):
        length = int(found[1], 16)
        if not length:
            break
        parts.append(body[found.end() : found.end() + length])
        position = found.end() + length + 2
    return b"".join(parts) if found or (parts and position >= len(body)) else body


def _halves(block: bytes) -> tuple[bytes, bytes]:
    found = re.search(rb"\r?\n\r?\n", block)
    return (block[: found.start()], block[found.end() :]) if found else (block, b"")


def _kept(name: str) -> str:
    return KEPT_AS + name if name.lower() == UNTRUE else name


def _head(first: str, lines: Headers) -> bytes:
    texts = [first, *(f"{name}: {value}" for name, value in lines)]
    return b"\r\n".join(BREAKS.sub(b" ", _bytes(text)) for text in texts) + b"\r\n\r\n"


def _bytes(text: str) -> bytes:
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")
