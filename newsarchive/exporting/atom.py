"""Records as an Atom feed (RFC 4287), for feed readers: an entry a record, its text as text.

A moment that a page tells no more exactly than to the day is no moment of RFC 3339: such an entry has no ``published``,
and was ``updated`` when the archive first saw it.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from urllib.parse import quote

from newsarchive.archive import Stored
from newsarchive.exporting.about import About
from newsarchive.items import Record

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, not even as an escape."""
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
LANGUAGE = re.compile(r"[a-z]{2,3}")
SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What stands in an address as it is."""
LONGEST = 20_000
"""Characters of a text that an entry shows."""
NEVER = "1970-01-01T00:00:00Z"
"""When a feed without entries changed: a feed must say."""
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'


def write(records: Iterable[Stored], about: About) -> Iterator[bytes]:
    """Give the feed's head and an entry for each record."""
    yield _encoded([HEAD, *_head(about)])
    for stored in records:
        yield _encoded(_entry(stored, about))
    yield b"</feed>\n"


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(lines).encode()


def _head(about: About) -> Iterator[str]:
    address = about.address or "tag:newsarchive,2026:export"
    yield element("id", address)
    yield element("title", about.title)
    yield element("updated", about.updated or NEVER)
    yield "<author><name>newsarchive</name></author>\n"
    yield "<generator>newsarchive</generator>\n"
    for rel, target in about.links.items():
        yield _empty("link", {"rel": rel, "href": target})


def _entry(stored: Stored, about: About) -> Iterator[str]:
    record = stored.record
    yield "<entry>\n" if not _language(record) else f'<entry xml:lang="{record.language}">\n'
    yield element("id", identifier(record.url))
    yield element("title", record.title or record.url)
    yield from _times(stored)
    for name in record.authors or [record.site]:
        yield f"<author>{element('name', name).strip()}</author>\n"
    if record.url.startswith(("http://", "https://")):
        yield _empty("link", {"rel": "alternate", "href": quote(record.url, SAFE)})
    if about.record:
        yield _empty("link", {"rel": "related", "type": "text/html", "href": f"{about.record}{stored.id}"})
    for scheme, term in _categories(record):
        yield _empty("category", {"term": term, "scheme": f"urn:newsarchive:{scheme}"})
    yield from _texts(record)
    yield "</entry>\n"


def _times(stored: Stored) -> Iterator[str]:
    published, modified = moment(stored.record.published), moment(stored.record.modified)
    yield element("updated", modified or published or stored.first_seen)
    if published:
        yield element("published", published)


def _texts(record: Record) -> Iterator[str]:
    if record.lead:
        yield element("summary", cut(record.lead), {"type": "text"})
    if record.body:
        yield element("content", cut(record.body), {"type": "text"})


def _categories(record: Record) -> Iterator[tuple[str, str]]:
    yield "kind", record.kind
    yield "site", record.site
    if record.section:
        yield "section", record.section
    for tag in record.tags:
        yield "tag", tag


def _language(record: Record) -> bool:
    return bool(LANGUAGE.fullmatch(record.language or ""))


def element(name: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    r"""Write an element that holds a text.

    >>> element("title", "A & B <i>\x0b")
    '<title>A &amp; B &lt;i&gt;</title>\n'
    """
    return f"<{name}{_told(attributes or {})}>{escaped(text)}</{name}>\n"


def _empty(name: str, attributes: Mapping[str, str]) -> str:
    return f"<{name}{_told(attributes)}/>\n"


def _told(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escaped(value)}"' for name, value in attributes.items())


def escaped(text: str) -> str:
    """Write a text so that nothing in it is markup, without what XML forbids."""
    return FORBIDDEN.sub("", text).translate(ESCAPES)


def identifier(url: str) -> str:
    """Give what names a record for ever: its address where that can, else a number made of it.

    >>> identifier("https://demo.example/čas"), identifier("javascript:1")[:9]
    ('https://demo.example/%C4%8Das', 'urn:uuid:')
    """
    if url.startswith(("http://", "https://")):
        return quote(url, SAFE)
    return uuid.uuid5(uuid.NAMESPACE_URL, url).urn


def moment(text: str | None) -> str | None:
    """Give a moment of a page as RFC 3339; None where it is none, or has no zone.

    >>> moment("2026-01-27T09:12:00+01:00"), moment("2026-01-27"), moment("2026-01-27/..")
    ('2026-01-27T09:12:00+01:00', None, None)
    """
    try:
        at = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return at.isoformat() if at.tzinfo else None


def cut(text: str) -> str:
    """Cut off what is too long for a reader of feeds."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
