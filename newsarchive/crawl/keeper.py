"""Scrapy extension: gives a spider its memory, and notes each page once what it holds is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from newsarchive.archive import Archive, ArchiveError
from newsarchive.crawl.addresses import clean
from newsarchive.crawl.lock import SiteIsBusyError, SiteLock
from newsarchive.crawl.memory import Memory
from newsarchive.crawl.scheduler import Scheduler
from newsarchive.crawl.spider import NewsSpider
from newsarchive.items import Record

REASON = "newsarchive/reason"
"""The stat that holds, in one sentence, why a crawl could not begin or go on."""


class Keeper:
    """Opens the archive for a crawl, keeps other crawls of the site out, and closes it again."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.data = Path(crawler.settings.get("NEWSARCHIVE_DATA") or "data")
        self.archive: Archive | None = None
        self.lock: SiteLock | None = None
        for signal, receiver in {
            signals.spider_opened: self.open,
            signals.robots_parsed: self.hear_robots,
            signals.item_scraped: self.stored,
            signals.item_dropped: self.refused,
            signals.spider_closed: self.close,
        }.items():
            crawler.signals.connect(receiver, signal)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Keeper:
        """Build it for a crawler, as Scrapy does."""
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Take the lock, open the archive and give the spider its memory.

        Raises:
            CloseSpider: the site is being crawled already, or the archive cannot be used.
        """
        if not isinstance(spider, NewsSpider):
            return
        site = spider.site()
        try:
            self.lock = SiteLock(self.data, site.name)
            self.lock.take()
            self.archive = Archive(self.data / "archive.db")
            self.archive.note_site(site)
        except (SiteIsBusyError, ArchiveError, OSError) as error:
            self.crawler.stats.set_value(REASON, str(error))
            raise CloseSpider("not begun") from error
        visits = spider.begin(Memory(self.archive, site, full=spider.full))
        visits.journey.count = self.count
        scheduler = self.crawler.engine.scheduler
        if isinstance(scheduler, Scheduler):
            visits.journey.has_seen = scheduler.has_seen
            scheduler.revise = visits.journey.revise

    def count(self, name: str) -> None:
        """Count what happens, in Scrapy's stats."""
        self.crawler.stats.inc_value(f"newsarchive/{name}")

    def hear_robots(self, robotparser: RobotParser, request: Request) -> None:
        """Tell the spider which sitemaps a robots.txt names; it asks for those of its site only."""
        spider = self.crawler.spider
        named: Any = getattr(getattr(robotparser, "rp", None), "sitemaps", ())
        if isinstance(spider, NewsSpider) and spider.visits:
            known = spider.visits.journey.sitemaps
            known += [url for url in (clean(said, request.url) for said in named) if url and url not in known]

    def stored(self, item: Any, response: Response | None, spider: Spider) -> None:
        """Note that a page is done, now that its record is stored."""
        if isinstance(spider, NewsSpider) and spider.visits and isinstance(item, Record) and response is not None:
            spider.visits.done(response)

    def refused(self, item: Any, response: Response | None, spider: Spider, exception: BaseException) -> None:
        """Let a page rest whose record was refused; one that could not be stored is met again in the next run."""
        if self.crawler.stats.get_value("newsarchive/archive_error"):
            return
        if isinstance(spider, NewsSpider) and spider.visits and isinstance(item, Record) and response is not None:
            self.count("failed/refused record")
            spider.visits.done(response, rest="other")

    def close(self, spider: Spider, reason: str) -> None:
        """Let go of archive and lock."""
        if self.archive:
            self.archive.close()
        if self.lock:
            self.lock.release()
