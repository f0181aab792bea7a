"""The first stage: what lacks the least that makes a record is refused, counted and told."""

from __future__ import annotations

from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.statscollectors import StatsCollector

from newsarchive.archive.needed import lacking
from newsarchive.items import Record


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
        against = lacking(item) if isinstance(item, Record) else None
        if against:
            reason, words = against
            self.stats.inc_value(f"newsarchive/refused/{reason}")
            raise DropItem(f"Refused {item.url or 'a record'}: {words}.")
        return item
