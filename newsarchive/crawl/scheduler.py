"""The queue of addresses: each asked for once, items before lists, first come first served, and small in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from twisted.internet.defer import Deferred

from newsarchive.crawl.addresses import key
from newsarchive.crawl.found import UNKNOWN, Found, found_of

Waiting = Request | tuple[str, Found]


class Scheduler(BaseScheduler):
    """Scrapy's scheduler for crawls that may meet a hundred thousand addresses in one sitemap.

    A plain request waits as its address and how it was met; one with anything else to it (a retry, a redirect, headers)
    waits whole. Two spellings of an address count as one. ``revise`` has the last word on an address before it goes
    out: it may change it, or drop it; ``wants`` has it on every request. A picture also waits until there is ``room``
    for one, so that slow hosts of pictures never take all the places of pages.
    """

    def __init__(self) -> None:
        self.queues: dict[int, deque[Waiting]] = {}
        self.seen: set[int] = set()
        self.spider: Spider | None = None
        self.revise: Callable[[str, Found], str | None] = lambda url, found: url
        self.wants: Callable[[Found], bool] = lambda found: True
        self.room: Callable[[], bool] = lambda: True

    def open(self, spider: Spider) -> Deferred[None] | None:
        """Start empty: what a former run left over is found again in the site's lists and in ``fetches``."""
        self.spider = spider
        return None

    def has_pending_requests(self) -> bool:
        """Tell whether anything waits."""
        return any(self.queues.values())

    def enqueue_request(self, request: Request) -> bool:
        """Take a request unless its address was taken before; redirects and retries are let through."""
        mark = _mark(request.url, found_of(request))
        if mark in self.seen and not request.dont_filter and "redirect_times" not in request.meta:
            return False
        self.seen.add(mark)
        self.queues.setdefault(request.priority, deque()).append(self._pack(request))
        return True

    def next_request(self) -> Request | None:
        """Give the oldest of the most urgent requests."""
        for priority in sorted(self.queues, reverse=True):
            queue = self.queues[priority]
            while queue and (self.room() or not _is_picture(queue[0])):
                request = self._unpack(queue.popleft(), priority)
                if request is not None:
                    return request
        return None

    def has_seen(self, url: str) -> bool:
        """Tell whether the address was asked for in this crawl, in any spelling, other than as a picture."""
        return _mark(url, UNKNOWN) in self.seen

    def _pack(self, request: Request) -> Waiting:
        plain = (
            not (request.headers or request.callback or request.dont_filter or request.body) and len(request.meta) == 1
        )
        found = request.meta.get("found")
        return (request.url, found) if plain and isinstance(found, Found) else request

    def _unpack(self, waiting: Waiting, priority: int) -> Request | None:
        if not self.wants(_how(waiting)):
            return None
        if isinstance(waiting, Request):
            return waiting
        url = self.revise(*waiting)
        if url is None:
            return None
        self.seen.add(_mark(url, waiting[1]))
        lost = getattr(self.spider, "lost", None)
        return Request(url, meta={"found": waiting[1]}, priority=priority, errback=lost)


def _how(waiting: Waiting) -> Found:
    return found_of(waiting) if isinstance(waiting, Request) else waiting[1]


def _is_picture(waiting: Waiting) -> bool:
    return _how(waiting).role == "image"


def _mark(url: str, found: Found) -> int:
    """Give what all spellings of an address share; as a page and as a picture it is asked for separately."""
    return hash((key(url), found.role == "image"))
