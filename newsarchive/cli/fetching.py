"""One page, fetched as a crawl would fetch it: same robots rules, same bounds, same name."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.python.failure import Failure as Failed

from newsarchive.crawl.addresses import host
from newsarchive.crawl.found import Found, request_for
from newsarchive.crawl.outcomes import reason_of

ALONE: dict[str, Any] = {
    "EXTENSIONS": {"newsarchive.crawl.keeper.Keeper": None, "newsarchive.monitor.Monitor": None},
    "ITEM_PIPELINES": {},
    "SCHEDULER": "scrapy.core.scheduler.Scheduler",
    "LOG_ENABLED": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
}
"""Settings of a visit that remembers and stores nothing."""


class PageNotFetchedError(Exception):
    """The page could not be had; the message is the reason in a word or two."""


class Visit(Spider):
    """Asks for one page and keeps the response."""

    name = "look"
    home = ""
    response: Response | None = None
    problem: str | None = None

    def owns(self, url: str) -> bool:
        """Tell whether an address is at the host that was asked for."""
        return host(url) == host(self.home)

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the page."""
        request = request_for(self.home, Found("home"))
        yield request.replace(callback=self.parse, errback=self.fail)

    def parse(self, response: Response, **kwargs: Any) -> None:
        """Keep the response."""
        self.response = response

    def fail(self, failure: Failed) -> None:
        """Keep the reason."""
        self.problem = reason_of(failure.value) if failure.value else None


def fetch(url: str, settings: Settings) -> Response:
    """Fetch one page politely; can be called once in a process, as Twisted wants it.

    Raises:
        PageNotFetchedError: there was no page, or it came with an error status.
    """
    for name, value in ALONE.items():
        settings.set(name, value, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Visit)
    process.crawl(crawler, home=url)
    process.start()
    visit = crawler.spider
    if not isinstance(visit, Visit) or visit.response is None:
        raise PageNotFetchedError(getattr(visit, "problem", None) or "no answer")
    if visit.response.status >= 400:
        raise PageNotFetchedError(f"http {visit.response.status}")
    return visit.response


def charset(response: Response) -> str | None:
    """Give the character set that the response's header declares.

    >>> charset(Response("http://localhost/", headers={"Content-Type": "text/html; charset=windows-1250"}))
    'windows-1250'
    """
    header = (response.headers.get("Content-Type") or b"").decode("latin-1")
    _, _, value = header.partition("charset=")
    return value.split(";")[0].strip(" \"'") or None
