"""The first stage: what lacks the least that makes a record is refused, counted and told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.statscollectors import StatsCollector

from newsarchive.items import KINDS, Record


def _name(record: Record) -> str | None:
    return record.obituary.name if record.obituary else None


def _has_address(record: Record) -> bool:
    try:
        parts = urlsplit(record.url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


NEEDED: dict[str, tuple[Callable[[Record], object], str]] = {
    "no-address": (_has_address, "it has no http address"),
    "no-site": (lambda record: record.site, "it names no site"),
    "unknown-kind": (lambda record: record.kind in KINDS, f"its kind is none of {', '.join(KINDS)}"),
    "no-title": (lambda record: record.title or _name(record), "it has no title"),
    "no-text": (lambda record: record.body or record.lead or _name(record), "it has no text and no name"),
}
"""For each reason to refuse a record, what it must fulfil, and the reason in words."""


class Validate:
    """Drops records that lack an address, a title or a text, and counts each as ``newsarchive/refused/REASON``."""

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the stage for one crawl."""
        assert crawler.stats is not None
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        """Let an item pass, or raise ``DropItem`` with the first reason against it; what is no record passes."""
        if isinstance(item, Record):
            self._check(item)
        return item

    def _check(self, record: Record) -> None:
        for reason, (fulfilled, words) in NEEDED.items():
            if not fulfilled(record):
                self.stats.inc_value(f"newsarchive/refused/{reason}")
                raise DropItem(f"Refused {record.url or 'a record'}: {words}.")
