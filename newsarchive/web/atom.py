"""A feed in Atom (RFC 4287), as text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

MIME = "application/atom+xml; charset=utf-8"
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold, not even escaped."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; all of it is text and no markup."""

    id: str
    """An address or a tag that stays the same for ever."""
    title: str
    updated: str
    """A moment in ISO 8601 with its offset."""
    link: str
    summary: str = ""
    author: str = ""


def feed(title: str, *, id: str, link: str, home: str, updated: str, entries: Iterable[Entry]) -> str:
    """Write a feed: ``link`` is its own address, ``home`` that of the page it belongs to.

    >>> entry = Entry("tag:a,2026:1", "Most <b>", "2026-01-27T08:00:00Z", "http://localhost/record/1")
    >>> told = feed("Most", id="tag:a,2026:0", link="/f", home="/", updated=entry.updated, entries=[entry])
    >>> "<title>Most &lt;b&gt;</title>" in told
    True
    """
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        _element("id", id),
        _element("title", title),
        _element("updated", updated),
        f'<link rel="self" type="application/atom+xml" href={_attribute(link)}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(home)}/>',
        _author("newsarchive"),
    ]
    return "\n".join([*head, *map(_entry, entries), "</feed>", ""])


def _entry(entry: Entry) -> str:
    parts = [_element("id", entry.id), _element("title", entry.title or "–"), _element("updated", entry.updated)]
    parts.append(f'<link rel="alternate" type="text/html" href={_attribute(entry.link)}/>')
    parts += [_element("summary", entry.summary)] if entry.summary else []
    parts += [_author(entry.author)] if entry.author else []
    return f"<entry>{''.join(parts)}</entry>"


def _author(name: str) -> str:
    return f"<author>{_element('name', name)}</author>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(FORBIDDEN.sub('', text))}</{name}>"


def _attribute(text: str) -> str:
    return quoteattr(FORBIDDEN.sub("", text))
