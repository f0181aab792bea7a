"""What follows from a feed or a sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scrapy import Request
from scrapy.http import Response

from newsarchive.crawl.addresses import clean
from newsarchive.crawl.feeds import read_feed
from newsarchive.crawl.found import Found, request_for
from newsarchive.crawl.journey import CHUNK, Journey
from newsarchive.crawl.outcomes import Dropped
from newsarchive.crawl.patterns import SECONDARY
from newsarchive.crawl.safexml import NotReadableError
from newsarchive.crawl.sitemaps import Sitemap, read_sitemap


def follow_feed(journey: Journey, response: Response) -> Iterator[Request]:
    """Ask for the new and changed entries of a feed.

    Raises:
        Dropped: nothing of it could be read.
    """
    try:
        feed = read_feed(response.body, response.url)
    except NotReadableError as error:
        raise Dropped("malformed feed") from error
    if feed.broken:
        journey.count("failed/malformed feed")
    said = {url: words for url, words in feed.entries.items() if journey.may_be_item(url)}
    source = clean(response.url) or response.url
    yield from journey.items(journey.wanted(said, source), Found("feed", trail=source))


def follow_sitemap(journey: Journey, response: Response) -> Iterator[Request]:
    """Ask for the changed parts of a sitemap index, and for the new and changed pages of a sitemap.

    Raises:
        Dropped: nothing of it could be read.
    """
    try:
        sitemap = read_sitemap(response.body, response.url)
    except NotReadableError as error:
        raise Dropped("malformed sitemap") from error
    if sitemap.broken:
        journey.count("failed/malformed sitemap")
    source = clean(response.url) or response.url
    yield from _parts(journey, sitemap, source)
    yield from _pages(journey, sitemap, source)


def _parts(journey: Journey, sitemap: Sitemap, source: str) -> Iterator[Request]:
    own = {url: said for url, said in sitemap.parts.items() if journey.owns(url)}
    unchanged = journey.memory.unchanged(own, source)
    for url, said in own.items():
        if url not in unchanged:
            yield request_for(url, Found("sitemap", source=source, said=said))


def _pages(journey: Journey, sitemap: Sitemap, source: str) -> Iterator[Request]:
    patterns = bool(journey.site.items)
    pages = iter(sitemap.pages.items())
    while chunk := dict(islice(pages, CHUNK)):
        said = {
            url: f"| {words}"
            for url, words in chunk.items()
            if journey.may_be_item(url) and (patterns or not SECONDARY.search(url))
        }
        yield from journey.items(journey.wanted(said, source), Found("sitemap", trail=source))
