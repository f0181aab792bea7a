"""Redirects are followed without a Referer header, which portals have no use for."""

from __future__ import annotations

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Response


class Redirects(RedirectMiddleware):
    """Scrapy's middleware for crawls that send no Referer, so that it has nothing to warn of."""

    def _engine_started(self) -> None:
        """Look for no Referer middleware."""

    def handle_referer(self, request: Request, response: Response) -> None:
        """Send none."""
        request.headers.pop("Referer", None)
