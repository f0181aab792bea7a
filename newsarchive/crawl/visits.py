"""Each response is taken once: read, followed, and only then noted as done."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response

from newsarchive.crawl.addresses import clean, host, key
from newsarchive.crawl.deciding import USELESS
from newsarchive.crawl.feeds import is_feed
from newsarchive.crawl.files import follow_feed, follow_sitemap
from newsarchive.crawl.found import Found, found_of
from newsarchive.crawl.journey import Journey
from newsarchive.crawl.outcomes import HARMLESS, MISSING, SENT_HOME, Dropped, reason_of
from newsarchive.crawl.pages import PageReader
from newsarchive.crawl.pictures import picture_url
from newsarchive.crawl.politeness import LONGEST_WAIT, retry_after
from newsarchive.crawl.sitemaps import is_sitemap
from newsarchive.crawl.view import View
from newsarchive.items import ImageFile, Record

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
READER = "reader error"
"""Why a page is lost that was had but could not be read, for a mistake of ours."""
NEVER_ASKED = frozenset(("robots.txt", "another site"))
"""Reasons for which a known record is not visited again: the next one's turn has come."""

logger = logging.getLogger(__name__)


class Visits:
    """The visits of one crawl."""

    def __init__(self, journey: Journey, limit: int | None = None) -> None:
        self.journey = journey
        self.pages = PageReader(journey)
        self.limit = limit
        self.records = 0
        self.enough = False
        """Whether the crawl has the records it was asked for: only their pictures are still wanted."""
        self.failures_in_a_row = 0

    def wants(self, found: Found) -> bool:
        """Tell whether an address that was met like this is still to be asked for."""
        return not self.enough or found.role == "image"

    def take(self, response: Response) -> Iterator[Record | ImageFile | Request]:
        """Give what follows from a response, and note when it is done; an item's page is noted when it is stored.

        Raises:
            CloseSpider: the crawl is over, for too many pages failed.
        """
        found = found_of(_request(response))
        if not self.wants(found):
            return
        try:
            yield from self._picture(response) if found.role == "image" else self._page(response, found)
        except Dropped as error:
            self.lose(_request(response), error, response)
        except CloseSpider:
            raise
        except Exception as error:  # whatever one page does to its reader, it is not passed over in silence
            logger.info("%s brought its reader down.", response.url, exc_info=error)
            self.lose(_request(response), Dropped(READER), response)

    def _page(self, response: Response, found: Found) -> Iterator[Record | Request]:
        recorded = False
        view = View(response, found, self.journey.explorer.tidy)
        for result in self._follow(view):
            if isinstance(result, Record):
                if self.records == self.limit:
                    self.enough = True
                    return
                recorded = True
                self.records += 1
            yield result
        self.failures_in_a_row = 0
        self.journey.count("pages")
        if not recorded:
            self.done(response, rest=view.rests)

    def _picture(self, response: Response) -> Iterator[ImageFile]:
        if response.status != 200:
            raise Dropped(f"http {response.status}")
        self.journey.pictures.came(_request(response))
        if not response.body:
            raise Dropped("empty")
        yield ImageFile(picture_url(_request(response)), response.body)

    def _follow(self, view: View) -> Iterator[Record | Request]:
        response, found = view.response, view.found
        if found.role == "home":
            self.journey.hosts.add(host(response.url))
        if response.status == UNCHANGED:
            self.journey.count("unchanged lists")
            return
        if response.status >= 300:
            raise Dropped(_status(response, found))
        if self._is_sent_home(response, found):
            raise Dropped(SENT_HOME)
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

    def _is_sent_home(self, response: Response, found: Found) -> bool:
        """Tell whether a known record's address leads to the front page now: so some portals take a page down."""
        asked = _request(response).meta.get("redirect_urls")
        if not asked or found.role not in ("item", "page") or key(response.url) != key(self.journey.site.home):
            return False
        return key(asked[0]) != key(response.url) and self.journey.memory.is_record(asked[0])

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
        status = response.status if response else None
        wait = retry_after(response.headers.get("Retry-After")) if response else None
        retry_at = datetime.now(UTC) + timedelta(seconds=wait) if wait else None
        if found.role == "image":
            self._lose_picture(request, reason, status, retry_at)
            return
        first = request.meta.get("redirect_urls", [request.url])[0]
        missing = reason in MISSING and self.journey.memory.is_record(first)
        if response is not None and found.role == "page" and reason in USELESS.values() and not missing:
            self.journey.count(f"passed over/{reason}")
            self.done(response, rest="other")
            return
        if found.role == "probe" and reason.startswith(("http ", "malformed", "empty")):
            reason = "no sitemap"
        self.journey.count(f"{_fate(reason, missing)}/{reason}")
        if reason in HARMLESS and reason != "no sitemap":
            if reason in NEVER_ASKED and self.journey.memory.is_record(first):
                self.journey.memory.handled(first, None, None, None)
            return
        self.journey.memory.failed(first, status, retry_at, probe=reason == "no sitemap", missing=missing)
        self._give_up_after_many(reason, wait or 0.0)

    def _lose_picture(self, request: Request, reason: str, status: int | None, retry_at: datetime | None) -> None:
        """Note a picture that could not be had; the crawl of the pages is no worse for it."""
        if reason in ("stopped", "forgotten"):
            return
        self.journey.count(f"images/{reason}")
        self.journey.pictures.failed(request, reason, status, retry_at)

    def _give_up_after_many(self, reason: str, wait: float) -> None:
        weight = SENT_AWAY if wait > LONGEST_WAIT else 1
        self.failures_in_a_row += 0 if reason == "no sitemap" else weight
        if self.failures_in_a_row >= MOST_FAILURES:
            raise CloseSpider("too many failures")


def _fate(reason: str, missing: bool) -> str:
    """Give the word under which the loss of a page is counted."""
    if missing:
        return "missing"
    return "passed over" if reason in HARMLESS else "failed"


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
