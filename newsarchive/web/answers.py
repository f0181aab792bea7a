"""What a page answers: a template with its values, a file, a stream, another address, or that there is nothing.

Every answer carries the same headers: nothing but this server is asked for anything, no text becomes a script, nobody
frames a page, no search engine keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from newsarchive.web.streaming import Receive, Send, send_pieces

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFE = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
"""The headers of every page."""
HTML, PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"
FOREVER = "private, max-age=31536000, immutable"
"""For files whose address changes with their content."""


@dataclass(slots=True)
class Page:
    """A page of HTML: a template and its values."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)
    status: int = HTTPStatus.OK
    cookies: dict[str, str] = field(default_factory=dict)
    """Cookies to set, by name."""


@dataclass(slots=True)
class File:
    """Bytes of some type."""

    body: bytes
    mime: str
    name: str | None = None
    """File name under which a browser stores it; ``None``: it is shown."""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Stream:
    """A long answer, piece by piece; the pieces are made in a thread, one at a time, so that memory stays flat."""

    pieces: Iterator[bytes]
    mime: str
    name: str | None = None


@dataclass(slots=True)
class Redirect:
    """Another address."""

    location: str
    cookies: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Missing:
    """There is no such thing; said in a sentence."""

    name: str = "error.missing"
    """Name of the text that says so."""
    status: int = HTTPStatus.NOT_FOUND


Answer = Page | File | Stream | Redirect | Missing


@dataclass(slots=True)
class Reply:
    """An answer as the server sends it."""

    status: int
    headers: dict[str, str]
    pieces: Iterator[bytes]
    cookies: dict[str, str] = field(default_factory=dict)
    receive: Receive | None = None
    """Tells when the visitor has gone."""

    async def asgi_send(self, send: Send) -> None:
        """Send it."""
        raw = [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in self.headers.items()]
        raw += [(b"set-cookie", _cookie(name, value)) for name, value in self.cookies.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": raw})
        await send_pieces(self.pieces, send, self.receive)


def _cookie(name: str, value: str) -> bytes:
    return f"{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly".encode("latin-1")


def reply(answer: File | Stream | Redirect) -> Reply:
    """Turn an answer that needs no template into what is sent."""
    if isinstance(answer, Redirect):
        return Reply(HTTPStatus.SEE_OTHER, {**SAFE, "location": answer.location}, iter(()), answer.cookies)
    headers = {**SAFE, "content-type": answer.mime}
    if answer.name:
        headers["content-disposition"] = f'attachment; filename="{answer.name}"'
    if isinstance(answer, Stream):
        headers["cache-control"] = "private, no-store"
        return Reply(HTTPStatus.OK, headers, answer.pieces)
    return Reply(HTTPStatus.OK, {**headers, **answer.headers}, iter((answer.body,)))


def html(text: str, status: int = HTTPStatus.OK, cookies: dict[str, str] | None = None) -> Reply:
    """Turn HTML into what is sent."""
    headers = {**SAFE, "content-type": HTML, "cache-control": "private, no-store", "vary": "Cookie, Accept-Language"}
    return Reply(status, headers, iter((text.encode("utf-8", "replace"),)), cookies or {})
