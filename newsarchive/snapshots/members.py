"""A WARC record, read: what its head says and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from newsarchive.snapshots.errors import SnapshotError
from newsarchive.snapshots.exchange import Exchange, Headers
from newsarchive.snapshots.http import headers, restored, split_head, status_line, unchunked
from newsarchive.snapshots.records import PROTOCOL, REDACTED
from newsarchive.snapshots.tape import BadError, Tape

LARGEST = 1 << 26
"""Bytes of a record that are read into memory; of larger ones only the beginning is."""
BEGINNING = 1 << 16
"""Bytes that are kept of a record too large to be read: its HTTP headers are among them."""
HTTP = ("response", "revisit", "request")
"""The types of record whose block is an HTTP message."""


@dataclass(frozen=True)
class Member:
    """One record of a WARC file.

    ``offset`` and ``length`` are those of its gzip member, or of the record in a file that is not compressed. In a
    file that is one gzip member as a whole they count unpacked bytes, and no other program can find it by them.
    """

    offset: int
    length: int
    headers: Headers
    """The WARC headers."""
    block: bytes
    """What the record holds, or only its beginning."""
    size: int
    """Bytes that the record holds."""

    def header(self, name: str) -> str | None:
        """Give a WARC header, whatever the case of its name."""
        return _last(self.headers, name)

    @property
    def type(self) -> str:
        """``response``, ``revisit``, ``request``, ``warcinfo``, ``resource``, ``metadata``, …; ``""``: not told."""
        return (self.header("WARC-Type") or "").lower()

    @property
    def id(self) -> str | None:
        """The record's own name, ``<urn:uuid:…>``."""
        return self.header("WARC-Record-ID")

    @property
    def url(self) -> str | None:
        """The address, without the ``<>`` that some versions of wget put around it."""
        url = self.header("WARC-Target-URI")
        return url[1:-1] if url and url.startswith("<") and url.endswith(">") else url

    @property
    def date(self) -> str | None:
        """The moment of the response, as it stands in the file."""
        return self.header("WARC-Date")

    @property
    def digest(self) -> str | None:
        """The digest of the payload as the file states it; see :func:`~newsarchive.snapshots.payload_digest`."""
        return self.header("WARC-Payload-Digest")

    @property
    def refers_to_url(self) -> str | None:
        """For a revisit, the address of the response whose body it repeats."""
        return self.header("WARC-Refers-To-Target-URI")

    @property
    def refers_to_date(self) -> str | None:
        """For a revisit, the date of the response whose body it repeats."""
        return self.header("WARC-Refers-To-Date")

    @property
    def concurrent_to(self) -> str | None:
        """For a request, the name of its response."""
        return self.header("WARC-Concurrent-To")

    @property
    def redacted(self) -> str | None:
        """When something was cut out of it; ``None``: nothing was."""
        return self.header(REDACTED)

    @property
    def status(self) -> int | None:
        """The status of a response."""
        return status_line(self._message[0])[1]

    @property
    def http_headers(self) -> Headers:
        """The HTTP headers as they stand in the file."""
        return self._message[1]

    @property
    def mime(self) -> str | None:
        """The media type that the response claims, or the record's own where it holds no response."""
        named = _last(self.http_headers if self.type in HTTP else self.headers, "Content-Type")
        return named.partition(";")[0].strip().lower() or None if named else None

    @property
    def body(self) -> bytes:
        """The payload, in its content encodings, its chunks joined.

        Raises:
            SnapshotError: only the record's beginning was kept.
        """
        if len(self.block) < self.size:
            raise SnapshotError(f"The record at byte {self.offset} has {self.size} bytes, too many: leave it out.")
        _, lines, body = self._message
        chunked = "chunked" in (_last(lines, "Transfer-Encoding") or "").lower()
        return unchunked(body) if chunked else body

    def exchange(self) -> Exchange | None:
        """Give the response as an exchange; ``None`` for what is no response, or has no address or date.

        The request is not part of it.
        """
        protocol, status, reason = status_line(self._message[0])
        moment = when(self.date)
        if self.type not in ("response", "revisit") or not self.url or status is None or moment is None:
            return None
        return Exchange(
            self.url,
            moment,
            status,
            restored(self.http_headers),
            self.body,
            reason,
            self.header(PROTOCOL) or protocol,
            ip=self.header("WARC-IP-Address"),
        )

    @cached_property
    def _message(self) -> tuple[str, Headers, bytes]:
        return split_head(self.block) if self.type in HTTP else ("", [], self.block)


def when(date: str | None) -> datetime | None:
    """Read a WARC-Date; what is none is ``None``.

    >>> when("2026-11-23T16:14:32.123Z"), when("soon")
    (datetime.datetime(2026, 11, 23, 16, 14, 32, 123000, tzinfo=datetime.timezone.utc), None)
    """
    try:
        moment = datetime.fromisoformat(date or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def record(tape: Tape, offset: int) -> Member:
    """Read the record that begins where the tape stands, up to its end; the length is that of the unpacked bytes.

    Raises:
        BadError: what stands there is no WARC record.
        EndedError: it does not end.
    """
    start = tape.position
    if not tape.starts(5).startswith(b"WARC/"):
        raise BadError("no WARC record")
    lines = headers([line.rstrip(b"\r") for line in tape.head().split(b"\n")[1:]], "utf-8")
    length = _last(lines, "Content-Length") or ""
    if not (length.isascii() and length.isdigit()) or len(length) > 15:
        raise BadError("a record without its length")
    size = int(length)
    block = tape.take(min(size, BEGINNING)) + tape.take_or_pass(size - BEGINNING, LARGEST)
    return Member(offset, tape.position - start, lines, block, size)


def _last(lines: Headers, name: str) -> str | None:
    found = [value for each, value in lines if each.lower() == name.lower()]
    return found[-1] if found else None
