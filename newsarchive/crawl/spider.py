"""The spider that all sites share: a class whose attributes declare a portal, and nothing else to write."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from newsarchive.crawl.addresses import clean, host, is_web
from newsarchive.crawl.journey import Journey
from newsarchive.crawl.learned import learned
from newsarchive.crawl.memory import Memory
from newsarchive.crawl.shelf import Shelf
from newsarchive.crawl.visits import Visits
from newsarchive.extract import reader_version
from newsarchive.items import ImageFile, Kind, Listing, Record, Site


class NewsSpider(Spider):
    """Crawls one portal; a subclass says what is known of it.

    >>> class Portal(NewsSpider):
    ...     name = "portal"
    ...     home = "https://portal.si/"
    ...     feeds = ("/feed/",)
    ...     listings = (Listing("/novice/", paging="/novice/page/{page}/"),)
    ...     items = {"article": r"^/novice/(?!page/)[^/]+/?$"}
    >>> Portal().site().kind_of("/novice/nov-most/")
    'article'

    Arguments (``scrapy crawl portal -a since=2026-11-01``): ``home`` another address of the same portal, ``full`` walk
    and fetch everything again, ``since`` only items published on this day (``YYYY-MM-DD``) or later, ``limit`` at most
    so many records, ``images`` (``no``) whether to fetch pictures.
    """

    home: str = ""
    title: str | None = None
    language: str | None = "sl"
    timezone: str = "Europe/Ljubljana"
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = ()
    items: ClassVar[Mapping[Kind, str]] = {}
    selectors: ClassVar[Mapping[str, str]] = {}
    delay: float | None = None
    images: bool = True
    verified: str | None = None
    refine: ClassVar[Callable[[Record, Any], Record] | None] = None

    def __init__(
        self,
        name: str | None = None,
        *,
        home: str | None = None,
        full: bool | str = False,
        since: date | str | None = None,
        limit: int | str | None = None,
        images: bool | str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(name, **kwargs)
        self.home = home or self.home
        if not is_web(self.home):
            raise ValueError(f"{self.name} has no home: {self.home!r} is no http or https address.")
        self.full = _is_yes(full)
        self.images = self.images if images is None else _is_yes(images)
        self.since = datetime.strptime(since, "%Y-%m-%d").date() if isinstance(since, str) else since  # noqa: DTZ007  # a day
        self.limit = int(limit) if limit else None
        self.visits: Visits | None = None
        self.shelf: Shelf | None = None
        """Where the responses of this crawl are kept; None where none is: before it begins, and when none does."""
        self.run: int | None = None
        """The number of this crawl's row in ``runs``, as soon as it has one."""

    @classmethod
    def declaration(cls, home: str | None = None) -> Site:
        """Give what the class declares as data."""
        names = (
            "name",
            "title",
            "language",
            "timezone",
            "feeds",
            "sitemaps",
            "listings",
            "items",
            "selectors",
            "delay",
            "images",
            "verified",
            "refine",
        )
        return Site(home=home or cls.home, **{name: getattr(cls, name) for name in names})

    def site(self) -> Site:
        """Give the declaration of the site as it is crawled now."""
        return replace(type(self).declaration(self.home), images=self.images)

    @property
    def crawling(self) -> bool:
        """Whether this is a crawl, rather than a look at some page by Scrapy's parse, fetch, check or shell."""
        replaced = type(self).start.__module__.startswith("scrapy.")  # those commands put in a start of their own
        return bool(self.crawler.crawling) and not replaced

    @property
    def extractor(self) -> str:
        """The version of the reader that reads this crawl's pages; it is known when the crawl has begun."""
        return reader_version(self.site(), self.visits.journey.template if self.visits else None)

    def owns(self, url: str) -> bool:
        """Tell whether an address belongs to the site."""
        return self.visits.journey.owns(url) if self.visits else host(url) == host(self.home)

    def begin(self, memory: Memory) -> Visits:
        """Take up the memory of former crawls."""
        template = learned(memory.archive, self.name)
        journey = Journey(self.site(), memory, since=self.since, template=template, brief=self.limit is not None)
        self.visits = Visits(journey, self.limit)
        return self.visits

    async def start(self) -> AsyncIterator[Any]:
        """Start at the declared lists, or at the front page."""
        for request in self._catching(self._visits().journey.roots()):
            yield request

    def parse(self, response: Response, **kwargs: Any) -> Iterator[Record | ImageFile | Request]:
        """Take a response for what it is: feed, sitemap, list or item."""
        yield from self._catching(self._visits().take(response))

    def lost(self, failure: Failure) -> None:
        """Take in that there was no response."""
        assert failure.value is not None
        self._visits().lose(failure.request, failure.value)  # type: ignore[attr-defined]  # Scrapy adds the request

    def _visits(self) -> Visits:
        if self.visits is None:
            raise RuntimeError(
                "The add-on newsarchive.crawl.NewsArchive is not switched on: see newsarchive/settings.py."
            )
        return self.visits

    def _catching(self, results: Iterable[Any]) -> Iterator[Any]:
        for result in results:
            if isinstance(result, Request):
                result.errback = self.lost
            yield result


def _is_yes(said: bool | str) -> bool:
    return said if isinstance(said, bool) else said.lower() in ("1", "true", "yes")


def undeclared(url: str) -> type[NewsSpider]:
    """Make a spider for a portal that nobody declared, from an address of it.

    >>> undeclared("https://www.portal.si/").name
    'portal.si'
    """
    return type("Undeclared", (NewsSpider,), {"name": host(url), "home": clean(url) or url})
