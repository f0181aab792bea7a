"""The pictures of records: which to ask for, and what becomes of those that cannot be had.

A picture is asked for once: neither a later crawl nor another record asks again for one that the archive holds. What
failed rests as pages do; a crawl that was cut short leaves its pictures to the next ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from scrapy import Request

from newsarchive.archive.times import stamp
from newsarchive.crawl.addresses import is_web
from newsarchive.crawl.found import PICTURE, Found, found_of, request_for
from newsarchive.crawl.memory import Memory
from newsarchive.items import Record

LARGEST = 16 * 1024 * 1024
"""Bytes of a picture."""
LEFT_A_RUN = 500
"""Pictures of former crawls that one crawl takes up."""
REFUSED = timedelta(days=1)
"""How long what was no picture rests at least: it will hardly be one in the next hour."""
WANTED = """
SELECT DISTINCT x.url FROM json_each(?) AS asked CROSS JOIN record_images x ON x.url = asked.value
LEFT JOIN fetches f ON f.url = x.url
WHERE x.image IS NULL AND (f.next_due <= ?2 OR (x.status = 'listed' AND f.next_due IS NULL))
"""


class Pictures:
    """The pictures of one site, as the archive remembers them."""

    def __init__(self, memory: Memory, *, wanted: bool = True) -> None:
        self.memory = memory
        self.wanted = wanted

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
            if is_web(url):
                yield picture(url)

    def fetched(self, url: str) -> None:
        """Note that a picture came, where it had failed before."""
        if self.memory.archive.fetch(url):
            self.memory.handled(url, 200, None, None)

    def refused(self, url: str) -> None:
        """Note that what came was no picture that is kept; its status has been noted already."""
        self.memory.failed(url, 200, self.memory.now + REFUSED)

    def failed(self, url: str, reason: str, status: int | None = None, retry_at: datetime | None = None) -> None:
        """Note why a picture could not be had, and when to try again."""
        self.memory.archive.note_image(url, reason)
        self.memory.failed(url, status, retry_at)


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
