"""Where a crawl may go: its own site, the public network, and no address that a trap has made."""

from __future__ import annotations

import ipaddress

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from newsarchive.crawl.addresses import host, is_endless, is_web
from newsarchive.crawl.found import found_of
from newsarchive.crawl.outcomes import Dropped
from newsarchive.crawl.pictures import GIVEN_UP
from newsarchive.crawl.robots import is_for_robots
from newsarchive.pictures import LARGEST

PICTURE = {"download_maxsize": LARGEST, "max_retry_times": 1, "priority_adjust": 1}
"""What Scrapy is told of a picture: its largest size, and that one which failed is asked for again once, before others.

So it soon turns out which hosts give none.
"""


class Bounds:
    """Downloader middleware: lets no request out, also after a redirect, that has no business there.

    Pages are those of the site, pictures may lie anywhere; what was taken down on purpose is not asked for. An address
    in a private, link-local or loopback network is refused unless the site's own home is at that very host and port;
    names are resolved first, through the resolver whose answer the connection will use.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Bounds:
        """Build it for a crawler, as Scrapy does."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let the request pass, or raise ``Dropped`` with the reason."""
        url, home = request.url, getattr(self.crawler.spider, "home", None)
        if home is None:
            return  # in ``scrapy shell`` a person decides
        role = found_of(request).role
        if not is_web(url):
            raise Dropped("not http")
        if role != "image" and is_endless(url):
            raise Dropped("endless path")
        if self._is_forgotten(url):
            raise Dropped("forgotten")
        if role == "image":
            self._limit(request)
        if host(url) == host(home):
            return
        if await leads_inside(url):
            raise Dropped("private address")
        if role not in ("home", "image") and not is_for_robots(request) and not self._owns(url):
            raise Dropped("another site")

    def _limit(self, request: Request) -> None:
        """Spend less on a picture than on a page, and nothing on a host that has failed too often."""
        visits = getattr(self.crawler.spider, "visits", None)
        if visits is not None and visits.journey.pictures.is_given_up(request.url):
            raise Dropped(GIVEN_UP)
        request.meta.update(PICTURE)

    def _is_forgotten(self, url: str) -> bool:
        visits = getattr(self.crawler.spider, "visits", None)
        return visits is not None and bool(visits.journey.memory.forgotten([url]))

    def _owns(self, url: str) -> bool:
        owns = getattr(self.crawler.spider, "owns", None)
        return owns is not None and bool(owns(url))


async def leads_inside(url: str) -> bool:
    """Tell whether the address's host is, or its name leads to, a machine that is not on the public network."""
    name = host(url).rpartition(":")[0] if host(url).rpartition(":")[2].isdecimal() else host(url)
    name = name.strip("[]")
    try:
        return is_inside(name)
    except ValueError:
        resolved = await _resolve(name)
        return resolved is not None and is_inside(resolved)


def is_inside(number: str) -> bool:
    """Tell whether an IP address is private, link-local, loopback or otherwise not public.

    >>> is_inside("169.254.169.254"), is_inside("::ffff:10.0.0.1"), is_inside("193.2.1.66")
    (True, True, False)

    Raises:
        ValueError: it is no IP address.
    """
    found = ipaddress.ip_address(number)
    mapped = getattr(found, "ipv4_mapped", None)
    return not (mapped or found).is_global or found.is_multicast


async def _resolve(name: str) -> str | None:
    from twisted.internet import reactor  # importing it earlier would install another reactor

    asked: Deferred[str] = reactor.resolve(name)  # type: ignore[arg-type]  # its hint is wrong: a name is what it wants
    try:
        return await maybe_deferred_to_future(asked)
    except (DNSLookupError, OSError):
        return None
