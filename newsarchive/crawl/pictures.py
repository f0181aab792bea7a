"""The pictures of records: which to ask for, and what becomes of those that cannot be had.

A picture is asked for once: neither a later crawl nor another record asks again for one that the archive holds. What
failed rests as pages do; a crawl that was cut short leaves its pictures to the next ones. A host that does not give
what it is asked for is left alone for the rest of the crawl.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from scrapy import Request

from newsarchive.archive.times import stamp
from newsarchive.crawl.addresses import host, is_web, key
from newsarchive.crawl.found import PICTURE, Found, found_of, request_for
from newsarchive.crawl.memory import Memory
from newsarchive.items import Record

LEFT_A_RUN = 500
"""Pictures of former crawls that one crawl takes up."""
AT_ONCE = 4
"""Pictures that are asked for at the same time: half of what a crawl may ask for, so that pages are never held up."""
REFUSED = timedelta(days=1)
"""How long what was no picture rests at least: it will hardly be one in the next hour."""
MOST_FAILURES = 5
"""Failures of one host in a row after which a crawl asks it for no more pictures."""
OF_THE_HOST = frozenset(
    ("timeout", "connection refused", "unknown host", "tls", "cut off", "error", "http 401", "http 403", "http 429")
)
"""Reasons that lie with a host rather than with one picture; its own errors (5xx) do, too."""
GIVEN_UP = "host fails"
WANTED = """
SELECT DISTINCT x.url FROM json_each(?) AS asked CROSS JOIN record_images x ON x.url = asked.value
LEFT JOIN fetches f ON f.url = x.url
WHERE x.image IS NULL AND (f.next_due <= ?2 OR (x.status = 'listed' AND f.next_due IS NULL))
"""


class Pictures:
    """The pictures of one site, as the archive remembers them; ``is_page`` tells what a crawl takes for a page."""

    def __init__(
        self, memory: Memory, *, wanted: bool = True, is_page: Callable[[str], bool] = lambda url: False
    ) -> None:
        self.memory = memory
        self.wanted = wanted
        self.is_page = is_page
        self.failures: Counter[str] = Counter()
        """How many requests to each host failed in a row."""
        self.asked: dict[int, str] = {}
        """The address under which each picture is asked for in this crawl, by a mark of what its spellings share."""
        self.twins: defaultdict[str, set[str]] = defaultdict(set)
        """Its other spellings."""

    def of(self, record: Record) -> Iterator[Request]:
        """Ask for the pictures of a record that has just been stored, but for those that are held or rest."""
        urls = [image.url for image in record.images] if self.wanted else []
        if urls:
            values = (json.dumps(urls), stamp(self.memory.now))
            yield from self._requests(row[0] for row in self.memory.archive.connection.rows(WANTED, values))

    def left(self) -> Iterator[Request]:
        """Ask for pictures that former crawls left over, and for those that failed and are due."""
        if self.wanted:
            memory = self.memory
            yield from self._requests(memory.archive.wanted_images(memory.site, memory.now, LEFT_A_RUN))

    def _requests(self, urls: Iterable[str]) -> Iterator[Request]:
        for url in list(urls):
            reason = self._unfit(url)
            if reason:
                self.memory.archive.note_image(url, reason)
            elif self.asked.setdefault(hash(key(url)), url) == url:
                yield picture(url)
            else:
                self._share(self.asked[hash(key(url))], url)

    def _unfit(self, url: str) -> str | None:
        """Give the word for an address that is never asked for as a picture, or None."""
        if not is_web(url):
            return "not http"
        if self.memory.forgotten([url]):
            return "forgotten"
        return "no picture" if self.is_page(url) or self.memory.is_record(url) else None

    def _share(self, url: str, twin: str) -> None:
        """Give another spelling of a picture's address the same picture, now or as soon as it has come."""
        self.twins[url].add(twin)
        self.memory.archive.share_image(url, twin)

    def fetched(self, url: str) -> None:
        """Note that a picture has been kept: it had failed before, or is named by other spellings too."""
        if self.memory.archive.fetch(url):
            self.memory.handled(url, 200, None, None)
        for twin in self.twins.pop(url, ()):
            self.memory.archive.share_image(url, twin)

    def refused(self, url: str) -> None:
        """Note that what came was no picture that is kept; its status has been noted already."""
        self.memory.failed(url, 200, self.memory.now + REFUSED)

    def failed(
        self, request: Request, reason: str, status: int | None = None, retry_at: datetime | None = None
    ) -> None:
        """Note why a picture could not be had, and when to try again."""
        if reason in OF_THE_HOST or (status or 0) >= 500:
            self.failures[host(request.url)] += 1
        elif status is not None:
            self.came(request)
        url = picture_url(request)
        self.memory.archive.note_image(url, reason)
        self.memory.failed(url, status, retry_at)

    def came(self, request: Request) -> None:
        """Note that a host gives what it is asked for."""
        self.failures.pop(host(request.url), None)

    def is_given_up(self, url: str) -> bool:
        """Tell whether the host of an address has failed so often that this crawl leaves it alone."""
        return self.failures[host(url)] >= MOST_FAILURES


def picture(url: str) -> Request:
    """Build the request for a picture; one whose address has to be escaped remembers how its record names it.

    >>> picture("https://portal.si/most.jpg").priority
    -10
    >>> picture_url(picture("https://portal.si/stari most.jpg"))
    'https://portal.si/stari most.jpg'
    """
    request = request_for(url, PICTURE)
    if request.url != url:
        request.meta["found"] = Found("image", named=url)
    return request


def picture_url(request: Request) -> str:
    """Give the address under which records name the picture that a request, redirected or not, is for."""
    asked: list[str] = request.meta.get("redirect_urls") or [request.url]
    return found_of(request).named or asked[0]
