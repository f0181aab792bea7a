"""What became of a crawl: a row in ``runs``, and for people one sentence where it went wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from newsarchive.archive import Archive, ArchiveError
from newsarchive.archive.errors import told
from newsarchive.archive.models import RunOutcome
from newsarchive.crawl import NewsSpider
from newsarchive.crawl.capture import UNSAVED
from newsarchive.crawl.keeper import REASON
from newsarchive.crawl.learned import FITS, MISFITS
from newsarchive.crawl.outcomes import REFUSALS
from newsarchive.custody import manifests
from newsarchive.reread.learning import teach

logger = logging.getLogger(__name__)

PREFIX = "newsarchive/"
FAILED = PREFIX + "failed/"
IMAGES = PREFIX + "images/"
COUNTS = {
    "requests": "downloader/request_count",
    "new": PREFIX + "new",
    "changed": PREFIX + "changed",
    "unchanged": PREFIX + "unchanged",
}
"""The counts of a run, and the stats they are taken from."""
KEPT_STATS = ("downloader/response_bytes", "elapsed_time_seconds", "finish_reason", "retry/count")
ALIVE = ("new", "changed", "unchanged", "lists with items", "unchanged lists")
"""Stats of which at least one is counted in every crawl of a portal that still has items."""
WHOLE = frozenset(("finished", "limit"))
"""Reasons for the end of a crawl that say: it did what it was asked for."""
STOPPED = frozenset(("shutdown", "cancelled", "interrupted"))
"""Reasons for the end of a crawl that say: somebody stopped it."""

SENTENCES: dict[str, str] = {
    "unknown host": "{home} was not found: check the address and the network.",
    "connection refused": "{home} refused the connection: check the address, or try again later.",
    "timeout": "{home} did not answer in time: try again later.",
    "tls": "{home} has no valid certificate, or speaks no TLS that is still safe: check the address with a browser.",
    "cut off": "{home} broke off its answers: try again later.",
    "robots.txt": "The robots.txt of {home} forbids this crawl: ask the portal for permission.",
    "http 401": "{home} wants a password: nothing can be crawled without one.",
    "http 403": "{home} forbids this crawl (403): ask the portal for permission.",
    "http 429": "{home} finds the crawl too fast (429): set a longer delay for the site and try again later.",
    "http 404": "There is no page at {home} (404): check the address.",
    "consent": "{home} shows nothing before a consent to cookies: it cannot be crawled like this.",
    "unreadable robots.txt": "The robots.txt of {home} cannot be read, so nothing is asked for: try again later.",
    "empty": "{home} answers with an empty page: look at it with a browser, and try again later.",
    "http 500": "{home} answers with an error of its own (500): try again later.",
    "http 503": "{home} is out of service (503): try again later.",
    "reader error": 'The reader broke down over the pages of {home}: "newsarchive crawl -v" shows where; report it.',
    "private address": "{home} leads into a private network, which is not followed: check the address.",
}
"""Why a crawl got nothing, by its most frequent failure."""
OTHER = '{home} could not be crawled ({reason}): "newsarchive runs" shows the counts, "newsarchive crawl -v" the log.'
EMPTY = 'No item was found at {home}: check with "newsarchive look URL" what becomes of one of its pages.'
TOO_MANY = "At {home} too many pages could not be had ({reason}): try again later."


def failures(stats: Mapping[str, Any]) -> dict[str, int]:
    """Give what failed: the number for each reason, the most frequent first.

    >>> failures({"newsarchive/failed/timeout": 2, "newsarchive/failed/http 404": 5, "newsarchive/pages": 7})
    {'http 404': 5, 'timeout': 2}
    """
    return _counted(stats, FAILED)


def pictures(stats: Mapping[str, Any]) -> dict[str, int]:
    """Give what became of the pictures that were asked for: the number for each status, the most frequent first.

    >>> pictures({"newsarchive/images/kept": 5, "newsarchive/images/http 404": 2, "newsarchive/pages": 7})
    {'kept': 5, 'http 404': 2}
    """
    return _counted(stats, IMAGES)


def _counted(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    found = {name.removeprefix(prefix): int(value) for name, value in stats.items() if name.startswith(prefix)}
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def counts(stats: Mapping[str, Any]) -> dict[str, int]:
    """Give the counts of a run as its row holds them."""
    found = {name: int(stats.get(source, 0)) for name, source in COUNTS.items()}
    return {**found, "failed": sum(failures(stats).values())}


def outcome(reason: str, stats: Mapping[str, Any], *, partial: bool = False, held: int = 1) -> RunOutcome:
    """Tell how a crawl ended, from Scrapy's reason and what was counted.

    ``held`` is how many records the archive has of the site now; ``partial`` whether only a part was asked for.

    >>> outcome("finished", {"newsarchive/pages": 9, "newsarchive/lists with items": 2})
    'finished'
    >>> outcome("finished", {"newsarchive/failed/http 403": 1}), outcome("finished", {"newsarchive/failed/timeout": 1})
    ('refused', 'failed')
    """
    if reason in STOPPED:
        return "interrupted"
    if not stats.get(PREFIX + "pages"):
        return "refused" if main_reason(stats) in REFUSALS else "failed"
    if stats.get(UNSAVED) or reason not in ("finished", "limit"):
        return "failed"
    if not held or not any(stats.get(PREFIX + name) for name in ALIVE):
        return _nothing(stats)
    return "partial" if partial or reason == "limit" else "finished"


def _nothing(stats: Mapping[str, Any]) -> RunOutcome:
    """Tell an empty portal from one whose pages could not be had."""
    if sum(failures(stats).values()) <= stats.get(PREFIX + "pages", 0):
        return "empty"
    return "refused" if main_reason(stats) in REFUSALS else "failed"


def main_reason(stats: Mapping[str, Any]) -> str:
    """Give the most frequent reason why pages could not be had."""
    failed = failures(stats)
    if failed:
        return next(iter(failed))
    return "robots.txt" if stats.get(PREFIX + "passed over/robots.txt") else "error"


def explain(home: str, result: str, stats: Mapping[str, Any]) -> str | None:
    """Say in one sentence why a crawl got nothing and what to do; None where it got something.

    >>> explain("https://portal.si/", "failed", {"newsarchive/failed/timeout": 1})
    'https://portal.si/ did not answer in time: try again later.'
    """
    said = stats.get(REASON) or stats.get(UNSAVED)
    if said:
        return str(said)
    if result == "empty":
        return EMPTY.format(home=home)
    if result not in ("refused", "failed"):
        return None
    reason = main_reason(stats)
    return (TOO_MANY if stats.get(PREFIX + "pages") else SENTENCES.get(reason, OTHER)).format(home=home, reason=reason)


class Monitor:
    """Scrapy extension: opens a row in ``runs`` when a crawl begins; closes it, with a manifest, when the crawl ends.

    Before that, a crawl that came to its end teaches its site's template, and what it read without is read again.

    A crawl that was killed leaves its row open; the next crawl of the site closes it as interrupted, before it begins.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.path = Path(crawler.settings.get("NEWSARCHIVE_DATA") or "data") / "archive.db"
        self.run: int | None = None
        crawler.signals.connect(self.open, signals.spider_opened)
        crawler.signals.connect(self.close, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Monitor:
        """Build it for a crawler, as Scrapy does."""
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Open the row, unless the crawl could not begin, or is none."""
        if not isinstance(spider, NewsSpider) or not spider.crawling or self.crawler.stats.get_value(REASON):
            return
        with Archive(self.path) as archive:
            self.run = spider.run = archive.start_run(spider.name)

    async def close(self, spider: Spider, reason: str) -> None:
        """Close the row, with everything that was counted."""
        if self.run is None or not isinstance(spider, NewsSpider):
            return
        if reason in WHOLE and spider.shelf is not None:
            await self._teach(spider)
        try:
            with Archive(self.path) as archive:
                self._finish(archive, self.run, spider, reason)
        except (ArchiveError, OSError) as error:
            self.crawler.stats.set_value(PREFIX + "outcome", "failed")
            self.crawler.stats.set_value(UNSAVED, self.crawler.stats.get_value(UNSAVED) or told(error))

    async def _teach(self, spider: NewsSpider) -> None:
        """Learn and read again in a thread: other sites' crawls go on meanwhile."""
        stats = self.crawler.stats
        fits, misfits = (int(stats.get_value(PREFIX + name, 0)) for name in (FITS, MISFITS))
        try:
            lesson = await asyncio.to_thread(teach, self.path.parent, spider.site(), fits=fits, misfits=misfits)
        except Exception:  # the crawl itself has gone well: it is to have its row whatever happens here
            logger.exception("The template of %s could not be learned.", spider.name)
            stats.set_value(PREFIX + "template/failed", 1)
            return
        for name, number in lesson.counts().items():
            stats.set_value(f"{PREFIX}template/{name}", number)

    def _finish(self, archive: Archive, run: int, spider: NewsSpider, reason: str) -> None:
        stats = self.crawler.stats.get_stats()
        held = sum(archive.counts().get(spider.name, {}).values())
        result = outcome(reason, stats, partial=spider.since is not None, held=held)
        self.crawler.stats.set_value(PREFIX + "outcome", result)
        archive.finish_run(run, result, counts(stats), summary(stats, reason))
        manifests.write(self.path.parent, archive, run)


def summary(stats: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """Give what a run's row keeps as JSON: the failures by reason, and what the crawl counted.

    >>> summary({"newsarchive/pages": 3, "newsarchive/failed/timeout": 1, "log_count/INFO": 9}, "finished")
    {'reason': 'finished', 'failed': {'timeout': 1}, 'pages': 3}
    """
    own = {
        name.removeprefix(PREFIX): value
        for name, value in stats.items()
        if name.startswith(PREFIX) and not name.startswith(FAILED)
    }
    kept = {name: stats[name] for name in KEPT_STATS if name in stats}
    return {"reason": reason, "failed": failures(stats), **own, **kept}
