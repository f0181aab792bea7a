"""The least that makes a record, for whoever makes records: a crawl, an import, a rereading."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from newsarchive.items import KINDS, Record


def _name(record: Record) -> str | None:
    return record.obituary.name if record.obituary else None


def _has_address(record: Record) -> bool:
    try:
        parts = urlsplit(record.url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


NEEDED: dict[str, tuple[Callable[[Record], object], str]] = {
    "no-address": (_has_address, "it has no http address"),
    "no-site": (lambda record: record.site, "it names no site"),
    "unknown-kind": (lambda record: record.kind in KINDS, f"its kind is none of {', '.join(KINDS)}"),
    "no-title": (lambda record: record.title or _name(record), "it has no title"),
    "no-text": (lambda record: record.body or record.lead or _name(record), "it has no text and no name"),
}
"""For each reason to refuse a record, what it must fulfil, and the reason in words."""


def lacking(record: Record) -> tuple[str, str] | None:
    """Give the first reason against a record, as one word and in words, or None where nothing is missing.

    >>> lacking(Record("article", "demo", "http://localhost/a", title="Most"))
    ('no-text', 'it has no text and no name')
    >>> lacking(Record("article", "demo", "http://localhost/a", title="Most", body="Odprt je.")) is None
    True
    """
    return next(((reason, words) for reason, (fulfilled, words) in NEEDED.items() if not fulfilled(record)), None)
