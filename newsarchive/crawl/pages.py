"""What follows from a page: a record, or what a list leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from scrapy import Request
from scrapy.http import Response

from newsarchive.crawl.addresses import key
from newsarchive.crawl.chains import direct
from newsarchive.crawl.deciding import is_item, useless
from newsarchive.crawl.journey import Journey
from newsarchive.crawl.learned import FITS, MISFITS
from newsarchive.crawl.lists import ListReader
from newsarchive.crawl.outcomes import Dropped
from newsarchive.crawl.view import View
from newsarchive.extract import fits, judge, read_page
from newsarchive.items import Record


class PageReader:
    """Reads the pages of one crawl."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.lists = ListReader(journey)

    def read(self, view: View) -> Iterator[Record | Request]:
        """Give the page's record, or the requests that follow from it; ``view.rests`` is then set.

        Raises:
            Dropped: it is neither an item nor a list but a consent wall, an error page in disguise, or empty.
        """
        site = self.journey.site
        verdict = judge(view.page, site=site, template=self.journey.template)
        reason = useless(verdict, view)
        if reason:
            raise Dropped(reason)
        if is_item(view, verdict, site, self.journey.may_be_item):
            yield from self._item(view)
        else:
            yield from self.lists.read(view)

    def _item(self, view: View) -> Iterator[Record | Request]:
        journey, found = self.journey, view.found
        meta = view.response.meta if view.response.request else {}
        fetched = meta.get("fetched") or datetime.now(UTC)
        record = read_page(view.page, site=journey.site, fetched=fetched, template=journey.template)
        self._count_fit(view)
        record.aliases, record.snapshot = aliases(record, view.response), meta.get("snapshot")
        repeated = journey.is_repeated(record, view.url)
        journey.met_item(view.url, found.trail, new=not repeated)
        if found.source and found.said is not None:
            journey.trails.brought_back(found.source, journey.memory.is_same(record))
        if not journey.is_too_old(record, found.trail):
            yield record
        else:
            view.rests = "other"
        if journey.explores:
            journey.explorer.met_links(link.url for link in view.links)
        if journey.explores and not repeated:
            yield from self._around(view)

    def _count_fit(self, view: View) -> None:
        """Count whether the page is one of the site's template: when many are not, that is learned anew."""
        if self.journey.template is not None:
            self.journey.count(FITS if fits(view.page, self.journey.template) else MISFITS)

    def _around(self, view: View) -> Iterator[Request]:
        """Look at the links beside an item: all of them on the first few, later those that look like items."""
        explorer = self.journey.explorer
        own = view.beside
        if not explorer.looks_around():
            own = [link for link in own if explorer.looks_like_item(link.url)]
        found = replace(view.found, role="page", barren=view.found.barren + 1)
        yield from self.lists.explore(self.journey.own_links(own), found)


def aliases(record: Record, response: Response) -> list[str]:
    """Give the record's aliases with the addresses asked for on the way to it; mere spellings of its own are none."""
    request = response.request
    asked = [*direct(request.meta.get("redirect_urls", ()), response.url), request.url] if request else []
    own, found = key(record.url), [*record.aliases, *asked, response.url]
    return [url for url in dict.fromkeys(found) if key(url) != own]
