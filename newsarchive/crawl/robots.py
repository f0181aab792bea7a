"""robots.txt as RFC 9309 wants it: one that a host cannot give forbids, one that is not there allows."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from newsarchive.crawl.outcomes import Dropped, reason_of

LARGEST = 512 * 1024
"""Bytes of a robots.txt that are read."""
UNREADABLE = "unreadable robots.txt"


def is_for_robots(request: Request) -> bool:
    """Tell whether a request is the crawler's own for a robots.txt, or where that redirects to."""
    return bool(request.meta.get("dont_obey_robotstxt"))


def usable(status: int, body: bytes) -> bytes | None:
    """Give what is read of a robots.txt: nothing where there is none, None where nobody knows what it says.

    >>> usable(200, b"User-agent: *"), usable(404, b"<h1>404</h1>"), usable(503, b"<h1>503</h1>")
    (b'User-agent: *', b'', None)
    """
    if status >= 500 or status == 429:
        return None
    if status >= 300:
        return b""
    return body if len(body) <= LARGEST else body[:LARGEST].rpartition(b"\n")[0]


class Robots(RobotsTxtMiddleware):
    """Downloader middleware: obeys as Scrapy's does, and asks nothing of a host whose rules could not be had."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.unknown: dict[str, str] = {}
        """Why the robots.txt could not be had, by host."""

    async def process_request(self, request: Request, spider: Any = None) -> None:
        """Let the request pass, or raise ``IgnoreRequest`` with the reason."""
        await super().process_request(request)
        reason = self.unknown.get(urlparse_cached(request).netloc)
        if reason and not is_for_robots(request):
            raise Dropped(reason)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        body = usable(response.status, response.body)
        if body is None:
            self.unknown[netloc] = UNREADABLE
        await super()._parse_robots(response.replace(body=body or b""), netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        if not isinstance(exc, IgnoreRequest):
            self.unknown[netloc] = reason_of(exc)
        super()._robots_error(exc, netloc)
