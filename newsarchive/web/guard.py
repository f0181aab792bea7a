"""What stands between the network and the application: who may ask, and what no answer goes without."""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from http import HTTPStatus
from typing import Any

from newsarchive.web.answers import FOREVER

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Scope]]
Send = Callable[[Scope], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

ROBOTS = b"User-agent: *\nDisallow: /\n"
ALWAYS = {
    b"x-robots-tag": b"noindex, nofollow",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"content-security-policy": b"default-src 'self'; script-src 'self' 'unsafe-inline'; "
    b"style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    b"form-action 'self'; frame-ancestors 'none'",
}
"""Headers of every answer that has not got them yet: of Datasette's own pages, which have scripts inside."""
PUBLIC = "newsarchive.public"
"""In the scope of a request: whether everybody may ask."""
LASTING = ("/-/newsarchive/", "/image/")
"""Below these paths a content never changes under its address."""
PASSING = (b"set-cookie", b"cache-control")
"""Headers that Datasette adds to every answer, and which keep browsers from keeping it."""
LONGEST_FORM = 65_536
"""Bytes that a form may send; browsers say beforehand how many it has."""
DIGITS = 9
"""A length has no more; a longer number is none that a browser sends."""
BODILESS = ("GET", "HEAD", "OPTIONS")
"""Methods with which nothing is sent."""


def guarded(app: App, *, hosts: frozenset[str] | None = None, password: str | None = None, public: bool = False) -> App:
    """Wrap an application: unknown hosts and visitors without the password are turned away, search engines kept out."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
        elif hosts is not None and _host(scope) not in hosts:
            await _say(send, 421, b"This server does not answer to that name.\n")
        elif scope["path"] == "/robots.txt":
            await _say(send, 200, ROBOTS)
        elif password is not None and not _knows(scope, password):
            await _say(send, 401, b"A password is needed.\n", {b"www-authenticate": b'Basic realm="newsarchive"'})
        elif not _fits(scope):
            await _say(send, 413, b"A form may send 64 kB, and says beforehand how much it is.\n")
        else:
            passed = {**scope, PUBLIC: public}
            await app(passed, receive, _marking(send, is_lasting=scope["path"].startswith(LASTING)))

    return answer


def _marking(send: Send, *, is_lasting: bool) -> Send:
    """Add what no answer goes without; what never changes comes without cookies, and browsers may keep it."""

    async def send_marked(message: Scope) -> None:
        if message["type"] == "http.response.start":
            told = [(name.lower(), value) for name, value in message.get("headers", ())]
            if is_lasting and message["status"] == HTTPStatus.OK:
                told = [pair for pair in told if pair[0] not in PASSING] + [(b"cache-control", FOREVER.encode())]
            names = {name for name, _ in told}
            message = {**message, "headers": told + [pair for pair in ALWAYS.items() if pair[0] not in names]}
        await send(message)

    return send_marked


def _header(scope: Scope, wanted: bytes) -> str:
    return next((value for name, value in scope["headers"] if name.lower() == wanted), b"").decode("latin-1")


def _host(scope: Scope) -> str:
    """Give the host that a browser names, without its port: another site may have led it here by another name."""
    name = _header(scope, b"host").lower()
    return name if name.endswith("]") else name.rpartition(":")[0] or name


def _fits(scope: Scope) -> bool:
    """Tell whether what comes with a request is no more than a form holds."""
    told = _header(scope, b"content-length")
    if not told or _header(scope, b"transfer-encoding"):
        return scope["method"] in BODILESS
    return told.isdecimal() and len(told) <= DIGITS and int(told) <= LONGEST_FORM


def _knows(scope: Scope, password: str) -> bool:
    kind, _, sent = _header(scope, b"authorization").partition(" ")
    try:
        told = base64.b64decode(sent, validate=True).partition(b":")[2] if kind.lower() == "basic" else b""
    except binascii.Error:
        return False
    return secrets.compare_digest(told, password.encode())


async def _say(send: Send, status: int, words: bytes, more: Mapping[bytes, bytes] | None = None) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *ALWAYS.items(), *(more or {}).items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words})
