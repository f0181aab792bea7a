"""Every response is kept before anything is made of it, as it came over the wire: no record without its page."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.httpobj import urlparse_cached

from newsarchive.archive import ArchiveError
from newsarchive.archive.errors import told
from newsarchive.crawl.outcomes import Dropped
from newsarchive.crawl.spider import NewsSpider
from newsarchive.snapshots import Exchange
from newsarchive.snapshots.exchange import Headers as Pairs

UNSAVED = "newsarchive/archive_error"
"""The stat that holds, in one sentence, why nothing can be kept any more."""

logger = logging.getLogger(__name__)


class Capture:
    """Downloader middleware nearest to the network: keeps every response of a crawl, whatever it is.

    The number of the snapshot goes into ``request.meta["snapshot"]``, the moment at which it came into ``"fetched"``.
    When a response cannot be kept (a full disk) the crawl ends with the reason ``archive_failed``, and what came is not
    used: no record is stored without its page.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Capture:
        """Build it for a crawler, as Scrapy does."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response:
        """Keep the response, unless this is no crawl of ours."""
        spider = self.crawler.spider
        if not isinstance(spider, NewsSpider) or spider.shelf is None:
            return response
        if self.crawler.stats.get_value(UNSAVED):
            raise Dropped("stopped")
        exchange = exchange_of(request, response)
        try:
            request.meta["snapshot"] = await spider.shelf.keep(exchange)
        except (ArchiveError, OSError) as error:
            self._fail(error)
            raise Dropped("stopped") from error
        request.meta["fetched"] = exchange.fetched_at
        return response

    def _fail(self, error: Exception) -> None:
        """End the crawl, once; say why."""
        if self.crawler.stats.get_value(UNSAVED):
            return
        self.crawler.stats.set_value(UNSAVED, told(error))
        logger.error("%s", told(error))
        deferred_from_coro(self.crawler.engine.close_spider_async(reason="archive_failed"))


def exchange_of(request: Request, response: Response) -> Exchange:
    """Give what went to and fro, as nearly as Scrapy tells; moments have milliseconds, as the archive's have.

    >>> asked = Request("http://localhost:8017/a", headers={"Accept": "*/*"})
    >>> told = exchange_of(asked, Response(asked.url, headers={"Server": "demo"}, body=b"text"))
    >>> told.request_headers, told.headers, told.body
    ([('Host', 'localhost:8017'), ('Accept', '*/*')], [('Server', 'demo')], b'text')
    """
    now = datetime.now(UTC)
    return Exchange(
        response.url,
        now.replace(microsecond=now.microsecond // 1000 * 1000),
        response.status,
        _pairs(response.headers),
        response.body,
        protocol=response.protocol or "HTTP/1.1",
        method=request.method,
        request_headers=[("Host", urlparse_cached(request).netloc), *_pairs(request.headers)],
        request_body=request.body,
        ip=str(response.ip_address) if response.ip_address else None,
    )


def _pairs(headers: Headers) -> Pairs:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name in headers for value in headers.getlist(name)]
