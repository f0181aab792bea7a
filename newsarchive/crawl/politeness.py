"""How gently a host is asked: the pause between two requests, robots.txt's wishes, Retry-After."""

from __future__ import annotations

import asyncio
import ipaddress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from newsarchive.crawl.outcomes import Dropped

SLOWEST = 60.0
"""Seconds; a robots.txt that asks for more gets this."""
JITTER = 0.3
"""A pause is up to this share longer than it must be, by chance; never shorter."""
LONGEST_WAIT = 300.0
"""Seconds of a Retry-After that are waited for; what is longer is left to the next run."""
MOST_WISHED = 30 * 86400.0
"""Seconds; a Retry-After that asks for more gets this."""
OVERLOADED = (429, 503)
TICK = 0.5
"""Seconds between two looks whether the crawl is being stopped, while a host is left alone."""
BACK_OFF = 5
"""How many times the delay a host is left alone that said "too many" without saying how long; doubled each time."""


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine, which needs no pause.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("portal.si")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def pause(host: str, default: float, declared: float | None = None, robots: float | None = None) -> float:
    """Give the seconds between two requests to a host: the slowest of what is wished, none on this machine.

    >>> pause("portal.si", 1.0), pause("portal.si", 1.0, declared=0.1), pause("portal.si", 1.0, robots=10)
    (1.0, 1.0, 10)
    >>> pause("localhost", 1.0, robots=10)
    0.0
    """
    if is_loopback(host):
        return 0.0
    return max(default, declared or 0.0, min(robots or 0.0, SLOWEST))


def pace(seconds: float) -> dict[str, Any]:
    """Give the downloader's settings for pauses of at least so many seconds; its jitter goes both ways from ``delay``.

    >>> settings = pace(10)
    >>> round(settings["delay"] * (1 - settings["jitter"]), 6), round(settings["delay"] * (1 + settings["jitter"]), 6)
    (10.0, 13.0)
    """
    return {"delay": seconds * (1 + JITTER / 2), "jitter": JITTER / (2 + JITTER)}


def retry_after(value: str | bytes | None, now: datetime | None = None) -> float | None:
    """Read a Retry-After header, seconds or date, as seconds from now; None where it says nothing.

    >>> retry_after("120"), retry_after("soon")
    (120.0, None)
    >>> retry_after("Mon, 23 Nov 2026 12:01:00 GMT", datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    60.0
    """
    text = (value.decode("latin-1") if isinstance(value, bytes) else value or "").strip()
    if text.isdecimal():
        return min(float(text), MOST_WISHED)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (aware - (now or datetime.now(UTC))).total_seconds()), MOST_WISHED)


class Politeness(RetryMiddleware):
    """Downloader middleware: retries as Scrapy does, but slows down as hosts and robots.txt ask for."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler.settings)
        self.crawler = crawler
        self.default = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self.agent = crawler.settings["USER_AGENT"]
        self.robots: dict[str, float | None] = {}
        self.silent_until: dict[str, float] = {}
        crawler.signals.connect(self.obey, signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Politeness:
        """Build it for a crawler, as Scrapy does."""
        return cls(crawler)

    def obey(self, robotparser: RobotParser, request: Request) -> None:
        """Take in a robots.txt: its Crawl-delay for us."""
        host = urlparse_cached(request).hostname or ""
        self.robots[host] = robotparser.crawl_delay(self.agent)
        self._set_pace(host)

    def _pause(self, host: str) -> float:
        return pause(host, self.default, getattr(self.crawler.spider, "delay", None), self.robots.get(host))

    def _set_pace(self, host: str) -> None:
        """Tell the downloader, for the slot it has and for those it will make."""
        downloader = self.crawler.engine.downloader
        settings = pace(self._pause(host))
        if is_loopback(host):
            settings["concurrency"] = downloader.total_concurrency
        downloader.per_slot_settings[host] = settings
        if host in downloader.slots:
            downloader.slots[host].delay = settings["delay"]

    async def process_request(self, request: Request) -> None:
        """Hold the request back while its host wants to be left alone."""
        host = urlparse_cached(request).hostname or ""
        if host not in self.robots:
            self.robots[host] = None
            self._set_pace(host)
        while self.silent_until.get(host, 0.0) > monotonic():
            if not self.crawler.engine.running:
                raise Dropped("stopped")
            await asyncio.sleep(min(TICK, max(0.0, self.silent_until[host] - monotonic())))

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # no spider argument any more
        """Retry what is worth it; a host that is overloaded is left alone as long as it says."""
        if response.status in OVERLOADED:
            host = urlparse_cached(request).hostname or ""
            times = request.meta.get("retry_times", 0)
            wait = retry_after(response.headers.get("Retry-After"))
            wait = self._pause(host) * BACK_OFF * 2**times if wait is None else wait
            if wait > LONGEST_WAIT:
                return response
            self.silent_until[host] = max(self.silent_until.get(host, 0.0), monotonic() + wait)
        return super().process_response(request, response)
