"""Feeds: RSS, Atom and RDF, also broken ones, become addresses with what the feed says of them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from newsarchive.crawl.addresses import clean
from newsarchive.crawl.links import words
from newsarchive.crawl.safexml import name, read_xml

ENTRIES = {"item", "entry"}
DATES = ("updated", "modified", "pubdate", "published", "date", "issued")
"""Elements with a date, the one that tells of changes first."""


@dataclass(slots=True)
class Feed:
    """What a feed lists."""

    entries: dict[str, str]
    """Each entry's address with its title and date as the feed writes them, in the feed's order."""
    broken: bool
    """Whether the file was malformed; the entries are those that could be read all the same."""


def read_feed(body: bytes, url: str) -> Feed:
    """Read a feed of any kind.

    >>> feed = b"<rss><item><title>Most</title><link>/most</link><pubDate>Mon, 23 Nov 2026</pubDate></item></rss>"
    >>> read_feed(feed, "https://portal.si/feed/")
    Feed(entries={'https://portal.si/most': 'Most | Mon, 23 Nov 2026'}, broken=False)

    Raises:
        NotReadableError: it is no XML at all.
    """
    tree = read_xml(body)
    found = Feed({}, tree.broken)
    for element in tree.root.iter():
        if name(element) in ENTRIES:
            address = _address(element)
            link = clean(address, url) if address else None
            if link:
                found.entries.setdefault(link, _said(element))
    return found


def is_feed(body: bytes) -> bool:
    """Tell by its first bytes whether a response is a feed.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<!doctype html><html>")
    (True, False)
    """
    head = body[:2000].lower()
    return any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf")) and b"<html" not in head


def _address(entry: etree._Element) -> str | None:
    """Find an entry's address: Atom says it in ``href`` (of the alternate), RSS in the text, some only in the guid."""
    links = [child for child in entry if name(child) == "link"]
    alternate = [child for child in links if child.get("rel", "alternate") == "alternate"]
    for link in alternate or links:
        address = link.get("href") or words(link) or (link.tail or "").strip()
        if address:
            return address
    guids = (words(child) for child in entry if name(child) in ("guid", "id"))
    return next((guid for guid in guids if guid.startswith("http")), None)


def _said(entry: etree._Element) -> str:
    texts = {name(child): words(child) for child in reversed(entry)}
    date = next((texts[one] for one in DATES if texts.get(one)), "")
    return f"{texts.get('title', '')} | {date}"
