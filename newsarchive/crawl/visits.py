"""Each response is taken once: read, followed, and only then noted as done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response

from newsarchive.crawl.addresses import clean, host
from newsarchive.crawl.feeds import is_feed
from newsarchive.crawl.files import follow_feed, follow_sitemap
from newsarchive.crawl.found import Found, found_of
from newsarchive.crawl.journey import Journey
from newsarchive.crawl.outcomes import HARMLESS, Dropped, reason_of
from newsarchive.crawl.pages import USELESS, PageReader
from newsarchive.crawl.politeness import LONGEST_WAIT, retry_after
from newsarchive.crawl.sitemaps import is_sitemap
from newsarchive.crawl.view import View
from newsarchive.items import Record

NO_PAGE = (
    b"image/",
    b"video/",
    b"audio/",
    b"font/",
    b"application/pdf",
    b"application/zip",
    b"application/octet-stream",
    b"application/json",
)
"""Content types that are never read."""
MOST_FAILURES = 30
"""Failures in a row after which a crawl is given up."""
SENT_AWAY = 10
"""For how many failures one counts that says: come back much later."""
UNCHANGED = 304


class Visits:
    """The visits of one crawl."""

    def __init__(self, journey: Journey, limit: int | None = None) -> None:
        self.journey = journey
        self.pages = PageReader(journey)
        self.limit = limit
        self.records = 0
        self.failures_in_a_row = 0

    def take(self, response: Response) -> Iterator[Record | Request]:
        """Give what follows from a response, and note when it is done; an item's page is noted when it is stored.

        Raises:
            CloseSpider: the crawl is over, for it has enough records, or too many pages failed.
        """
        recorded = False
        view = View(response, found_of(_request(response)), self.journey.explorer.tidy)
        try:
            for result in self._follow(view):
                recorded = recorded or isinstance(result, Record)
                yield from self._within_limit(result)
        except Dropped as error:
            self.lose(_request(response), error, response)
            return
        self.failures_in_a_row = 0
        self.journey.count("pages")
        if not recorded:
            self.done(response, rest=view.rests)

    def _follow(self, view: View) -> Iterator[Record | Request]:
        response, found = view.response, view.found
        if found.role == "home":
            self.journey.hosts.add(host(response.url))
        if response.status == UNCHANGED:
            self.journey.count("unchanged lists")
            return
        if response.status >= 300:
            raise Dropped(_status(response, found))
        if not response.body.strip():
            raise Dropped("empty")
        if found.role in ("sitemap", "probe") or is_sitemap(response.body):
            yield from follow_sitemap(self.journey, response)
        elif found.role == "feed" or is_feed(response.body):
            yield from follow_feed(self.journey, response)
        elif (response.headers.get("Content-Type") or b"").lower().startswith(NO_PAGE):
            raise Dropped("no page")
        else:
            yield from self.pages.read(view)

    def _within_limit(self, result: Record | Request) -> Iterator[Record | Request]:
        if isinstance(result, Record):
            if self.limit is not None and self.records >= self.limit:
                raise CloseSpider("limit")
            self.records += 1
        yield result

    def done(self, response: Response, *, rest: str | None = None) -> None:
        """Note that a response was taken, and whatever was stored of it is stored."""
        request = _request(response)
        found = found_of(request)
        sent, came = request.headers, response.headers
        validators = {
            "etag": came.get("ETag") or sent.get("If-None-Match"),
            "modified": came.get("Last-Modified") or sent.get("If-Modified-Since"),
        }
        for url in _asked(response):
            self.journey.memory.handled(
                url, response.status, _text(validators["etag"]), _text(validators["modified"]), rest=rest
            )
        if found.source and found.said is not None:
            self.journey.memory.mentioned(clean(_asked(response)[0]) or request.url, found.source, found.said)

    def lose(self, request: Request, error: BaseException, response: Response | None = None) -> None:
        """Count why a page could not be had, and note when to try again.

        Raises:
            CloseSpider: so many failed in a row that there is no use in going on.
        """
        reason, found = reason_of(error), found_of(request)
        if response is not None and found.role == "page" and reason in USELESS.values():
            self.journey.count(f"passed over/{reason}")
            self.done(response, rest="other")
            return
        if found.role == "probe" and reason.startswith(("http ", "malformed", "empty")):
            reason = "no sitemap"
        self.journey.count(f"{'passed over' if reason in HARMLESS else 'failed'}/{reason}")
        if reason in HARMLESS and reason != "no sitemap":
            return
        status = response.status if response else None
        wait = retry_after(response.headers.get("Retry-After")) if response else None
        retry_at = datetime.now(UTC) + timedelta(seconds=wait) if wait else None
        first = request.meta.get("redirect_urls", [request.url])[0]
        self.journey.memory.failed(first, status, retry_at, probe=reason == "no sitemap")
        self._give_up_after_many(reason, wait or 0.0)

    def _give_up_after_many(self, reason: str, wait: float) -> None:
        weight = SENT_AWAY if wait > LONGEST_WAIT else 1
        self.failures_in_a_row += 0 if reason == "no sitemap" else weight
        if self.failures_in_a_row >= MOST_FAILURES:
            raise CloseSpider("too many failures")


def _status(response: Response, found: Found) -> str:
    """Beyond its last page a list may end in a 404: that is no failure."""
    beyond = found.role == "list" and found.page > 0 and response.status in (404, 410)
    return "end of list" if beyond else f"http {response.status}"


def _request(response: Response) -> Request:
    assert response.request is not None
    return response.request


def _asked(response: Response) -> list[str]:
    """Give the address that was asked for and the one that answered, after redirects."""
    request = _request(response)
    return list(dict.fromkeys([*request.meta.get("redirect_urls", ())[:1], request.url]))


def _text(header: bytes | None) -> str | None:
    return header.decode("latin-1") if header else None
