"""One request and its response, and where they are kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus

Headers = list[tuple[str, str]]
"""Names and values in their order; bytes above 127 as the Latin-1 characters of the same number."""
PHRASES = {status.value: status.phrase for status in HTTPStatus}


@dataclass(slots=True)
class Exchange:
    """A request and the response it got, as nearly as they went over the wire.

    >>> from datetime import UTC
    >>> Exchange("https://example.si/", datetime(2026, 11, 23, tzinfo=UTC), 404, [], b"").reason
    'Not Found'
    """

    url: str
    fetched_at: datetime
    """When the response came, with its zone; milliseconds are kept."""
    status: int
    headers: Headers
    body: bytes
    """As received: without the chunks of the transfer, still in its content encodings."""
    reason: str = ""
    """The words behind the status; the standard's where none are known."""
    protocol: str = "HTTP/1.1"
    method: str = "GET"
    request_headers: Headers = field(default_factory=list)
    request_body: bytes = b""
    ip: str | None = None
    """The address that the server answered from."""

    def __post_init__(self) -> None:
        if not self.reason:
            self.reason = PHRASES.get(self.status, "Unknown")

    def header(self, name: str) -> str | None:
        """Give the last value of a header, whatever the case of its name."""
        found = [value for each, value in self.headers if each.lower() == name.lower()]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies."""

    file: str
    """Relative to the data folder, with forward slashes."""
    offset: int
    """Where its gzip member begins, in bytes."""
    length: int
    """Bytes of the gzip member."""


def payload_digest(body: bytes) -> str:
    """Give the digest of a body as received, as the table ``snapshots`` and the files spell it.

    >>> payload_digest(b"")
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    """
    return f"sha256:{hashlib.sha256(body).hexdigest()}"
