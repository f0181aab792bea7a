"""Crawling several sites in one process."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from twisted.logger import globalLogBeginner

from newsarchive.crawl import NewsSpider
from newsarchive.crawl.keeper import REASON
from newsarchive.monitor import PREFIX, counts, explain, failures, pictures

LEVELS = ("WARNING", "INFO", "DEBUG")
"""The log's level without, with one and with two ``-v``."""
NOISY = ("scrapy", "twisted", "asyncio")
"""Loggers that tell with tracebacks what a run's counts tell in a word."""
NOT_BEGUN = "not begun"
UNFIT = 'The crawl of {site} could not begin: "newsarchive crawl -v {site}" shows why; look at its declaration.'


@dataclass(frozen=True, slots=True)
class Options:
    """How to crawl."""

    full: bool = False
    """Walk and fetch everything again."""
    since: date | None = None
    """Only items published on this day or later."""
    limit: int | None = None
    """At most so many records a site."""
    images: bool = True
    """Whether to fetch pictures, where a site's declaration does not say no."""
    verbose: int = 0
    """0: warnings; 1: what Scrapy tells; 2: everything."""

    def arguments(self) -> dict[str, Any]:
        """Give what the spiders are told of it."""
        images = None if self.images else False
        return {"full": self.full, "since": self.since, "limit": self.limit, "images": images}


@dataclass(frozen=True, slots=True)
class Job:
    """A site to crawl."""

    spider: type[NewsSpider]
    home: str | None = None
    """Another address than the declared one."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the crawl of one site."""

    site: str
    home: str
    outcome: str
    """finished, partial, interrupted, empty, refused, failed, or not begun."""
    counts: dict[str, int]
    """requests, new, changed, unchanged, failed."""
    failures: dict[str, int] = field(default_factory=dict)
    """How many pages could not be had, by reason."""
    pictures: dict[str, int] = field(default_factory=dict)
    """What became of the pictures that were asked for: how many by status (kept, http 404, ...)."""
    seconds: float = 0.0
    problem: str | None = None
    """One sentence, where the crawl got nothing."""

    @property
    def worked(self) -> bool:
        """Whether the crawl did what it was asked for."""
        return self.outcome in ("finished", "partial")


Ticker = Callable[[Sequence[Crawler]], None]


def crawl_sites(
    jobs: Sequence[Job],
    settings: Settings,
    options: Options | None = None,
    *,
    tick: Ticker | None = None,
    every: float = 0.5,
) -> list[Result]:
    """Crawl sites side by side and give what became of each; can be called once in a process, as Twisted wants it.

    ``tick`` is called with the running crawlers ``every`` so many seconds.
    """
    options = options or Options()
    settings.set("LOG_LEVEL", LEVELS[min(options.verbose, 2)], priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    if not options.verbose:
        _silence()
    crawlers = [process.create_crawler(job.spider) for job in jobs]
    for job, crawler in zip(jobs, crawlers, strict=True):
        process.crawl(crawler, home=job.home, **options.arguments())
    _tick(tick, crawlers, every)
    process.start()
    return [_result(job, crawler) for job, crawler in zip(jobs, crawlers, strict=True)]


def _silence() -> None:
    """Keep tracebacks off the terminal; Twisted writes those it finds critical past Python's loggers."""
    globalLogBeginner.beginLoggingTo([], redirectStandardIO=False, discardBuffer=True)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _tick(tick: Ticker | None, crawlers: Sequence[Crawler], every: float) -> None:
    if tick is None:
        return
    from twisted.internet.task import LoopingCall  # the process has installed the reactor only now

    LoopingCall(tick, crawlers).start(every, now=False)


def stats_of(crawler: Crawler) -> dict[str, Any]:
    """Give what a crawler has counted so far; nothing before it has begun."""
    try:
        return crawler.stats.get_stats()
    except RuntimeError:
        return {}


def _result(job: Job, crawler: Crawler) -> Result:
    stats = stats_of(crawler)
    home = job.home or job.spider.home
    outcome = str(stats.get(PREFIX + "outcome") or _unsaid(stats))
    return Result(
        site=job.spider.name,
        home=home,
        outcome=outcome,
        counts=counts(stats),
        failures=failures(stats),
        pictures=pictures(stats),
        seconds=float(stats.get("elapsed_time_seconds") or 0.0),
        problem=explain(home, outcome, stats) if stats else UNFIT.format(site=job.spider.name),
    )


def _unsaid(stats: dict[str, Any]) -> str:
    """Tell a crawl that was broken off before it could write its row from one that never began."""
    return "interrupted" if stats and REASON not in stats else NOT_BEGUN
