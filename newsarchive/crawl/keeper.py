"""Scrapy extension: gives a spider its memory, and notes each page once what it holds is stored."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from newsarchive.archive import Archive, ArchiveError, ForgottenError
from newsarchive.archive.errors import told
from newsarchive.crawl.addresses import clean
from newsarchive.crawl.capture import UNSAVED
from newsarchive.crawl.found import found_of
from newsarchive.crawl.lock import SiteIsBusyError, SiteLock
from newsarchive.crawl.memory import Memory
from newsarchive.crawl.pictures import AT_ONCE
from newsarchive.crawl.scheduler import Scheduler
from newsarchive.crawl.shelf import Shelf
from newsarchive.crawl.spider import NewsSpider
from newsarchive.custody.adding import adding
from newsarchive.custody.forgetting import ForgetError, bury
from newsarchive.custody.locks import BusyError
from newsarchive.custody.mending import mend
from newsarchive.items import ImageFile, Record, Site
from newsarchive.snapshots import SnapshotError

REASON = "newsarchive/reason"
"""The stat that holds, in one sentence, why a crawl could not begin or go on."""


class Keeper:
    """Opens the archive for a crawl, keeps other crawls of the site out, and closes it again.

    The locks are given back when the engine stops: what others do when a crawl has ended (its row, its manifest) is
    done while they are held.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.data = Path(crawler.settings.get("NEWSARCHIVE_DATA") or "data")
        self.archive: Archive | None = None
        self.held = ExitStack()
        self.to_bury: list[int] = []
        """Snapshots of pages whose records were taken down on purpose."""
        for signal, receiver in {
            signals.spider_opened: self.open,
            signals.robots_parsed: self.hear_robots,
            signals.item_scraped: self.stored,
            signals.item_dropped: self.refused,
            signals.spider_idle: self.idle,
            signals.spider_closed: self.close,
            signals.engine_stopped: self.release,
        }.items():
            crawler.signals.connect(receiver, signal)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Keeper:
        """Build it for a crawler, as Scrapy does."""
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Take the locks, open the archive and give the spider its memory; who only looks at a page gets an empty one.

        Raises:
            CloseSpider: the site is being crawled already, or the archive cannot be used.
        """
        if not isinstance(spider, NewsSpider):
            return
        site = spider.site()
        try:
            self.archive = self._open(site) if spider.crawling else self._scratch(site)
        except (SiteIsBusyError, BusyError, ArchiveError, SnapshotError, ForgetError, OSError) as error:
            self.crawler.stats.set_value(REASON, told(error))
            with suppress(OSError):
                self.release()  # of a crawl that could not begin, Scrapy does not tell when its engine stops
            raise CloseSpider("not begun") from error
        memory = Memory(self.archive, site, full=spider.full)
        visits = spider.begin(memory)
        visits.journey.count = self.count
        if spider.crawling and self.crawler.settings.getbool("NEWSARCHIVE_SNAPSHOTS"):
            redact = memory.graveyard.redacted if memory.graveyard else None
            spider.shelf = Shelf(self.data, self.archive, site.name, lambda: spider.run, redact)
        scheduler = self.crawler.engine.scheduler
        if isinstance(scheduler, Scheduler):
            visits.journey.has_seen = scheduler.has_seen
            scheduler.revise, scheduler.wants, scheduler.room = visits.journey.revise, visits.wants, self.has_room

    def _open(self, site: Site) -> Archive:
        lock = SiteLock(self.data, site.name)
        lock.take()
        self.held.callback(lock.release)
        self.held.enter_context(adding(self.data, f"crawling {site.name}"))
        archive = Archive(self.data / "archive.db")
        self.held.callback(archive.close)
        archive.note_site(site)
        mend(self.data, archive, site.name)
        return archive

    def _scratch(self, site: Site) -> Archive:
        """Open an archive for the while: nothing that a look at a page tells may settle what the next crawl does."""
        folder = self.held.enter_context(TemporaryDirectory())
        archive = Archive(Path(folder) / "archive.db")
        self.held.callback(archive.close)
        archive.note_site(site)
        return archive

    def has_room(self) -> bool:
        """Tell whether one more picture may be asked for."""
        active = self.crawler.engine.downloader.active
        return sum(found_of(request).role == "image" for request in active) < AT_ONCE

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
        """Note that a page is done, now that its record is stored, and ask for the record's pictures."""
        if not isinstance(spider, NewsSpider) or spider.visits is None or response is None:
            return
        if isinstance(item, Record):
            spider.visits.done(response)
            for request in spider.visits.journey.pictures.of(item):
                request.errback = spider.lost
                self.crawler.engine.crawl(request)
        elif isinstance(item, ImageFile):
            spider.visits.journey.pictures.fetched(item.url)

    def refused(self, item: Any, response: Response | None, spider: Spider, exception: BaseException) -> None:
        """Let a page rest whose record was refused; one that could not be stored is met again in the next run."""
        if self.crawler.stats.get_value(UNSAVED) or not isinstance(spider, NewsSpider) or spider.visits is None:
            return
        if isinstance(item, ImageFile):
            spider.visits.journey.pictures.refused(item.url)
        elif isinstance(exception.__cause__, ForgottenError):
            self._leave_out(item)
        elif isinstance(item, Record) and response is not None:
            self.count("failed/refused record")
            spider.visits.done(response, rest="other")

    def _leave_out(self, record: Record) -> None:
        """Remember the page of a record that was taken down, which has come under an address that nobody knew of."""
        self.count("passed over/forgotten")
        if record.snapshot is not None:
            self.to_bury.append(record.snapshot)

    def idle(self, spider: Spider) -> None:
        """Name the reason, when a crawl ends because it has the records it was asked for."""
        if isinstance(spider, NewsSpider) and spider.visits and spider.visits.enough:
            raise CloseSpider("limit")

    def close(self, spider: Spider, reason: str) -> None:
        """Close the files of the crawl, and take out of them what had been taken down."""
        if not isinstance(spider, NewsSpider) or spider.shelf is None or self.archive is None:
            return
        try:
            spider.shelf.close()
            bury(self.data, self.archive, sorted(pages_of(self.archive, self.to_bury)))
        except (ArchiveError, SnapshotError, ForgetError, OSError) as error:
            stats = self.crawler.stats
            stats.set_value(UNSAVED, stats.get_value(UNSAVED) or told(error))

    def release(self) -> None:
        """Let go of archive and locks."""
        self.held.close()


def pages_of(archive: Archive, snapshots: Iterable[int]) -> set[int]:
    """Give the snapshots with every other one of their addresses, and those whose payloads they repeat.

    An earlier crawl may have been killed before it could take out what it had met.
    """
    met = filter(None, map(archive.snapshot, snapshots))
    found = {again for one in met for again in archive.snapshots(site=one.site, url=one.url)}
    return {one.id for one in found} | {one.original for one in found if one.original is not None}
