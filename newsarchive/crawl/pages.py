"""What follows from a page: a record, or the items, further pages and lists that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from scrapy import Request
from scrapy.http import Response

from newsarchive.crawl.addresses import clean, key, target
from newsarchive.crawl.found import Found, request_for
from newsarchive.crawl.journey import Journey
from newsarchive.crawl.links import Link, feeds, further, links, refresh
from newsarchive.crawl.listings import cards, likely_items
from newsarchive.crawl.outcomes import Dropped
from newsarchive.crawl.paging import chain, has_pages, is_paging, next_pages
from newsarchive.crawl.patterns import SECONDARY
from newsarchive.crawl.trails import MOST_BARREN
from newsarchive.extract import Page, judge, read_page
from newsarchive.items import Record

USELESS = frozenset(("consent", "missing", "empty"))
NAMES = {"missing": "soft 404"}


class PageReader:
    """Reads the pages of one crawl; ``rests`` tells for the page read last how long it is left alone."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.rests: str | None = None

    def read(self, response: Response, found: Found) -> Iterator[Record | Request]:
        """Give the page's record, or the requests that follow from it.

        Raises:
            Dropped: it is neither an item nor a list but a consent wall, an error page in disguise, or empty.
        """
        page = Page(response.body, response.url, encoding=declared_charset(response))
        verdict = judge(page, site=self.journey.site)
        if verdict in USELESS:
            raise Dropped(NAMES.get(verdict, verdict))
        self.rests = None
        if self._is_item(page, verdict, found):
            yield from self._item(page, response, found)
        else:
            yield from self._list(page, found)

    def _is_item(self, page: Page, verdict: str, found: Found) -> bool:
        """Tell whether a page is an item; where no patterns decide, a page with further pages of its own is a list."""
        journey = self.journey
        if target(page.url) == "/" or (found.role != "home" and key(page.url) == key(journey.site.home)):
            return False
        if journey.site.items:
            return journey.may_be_item(page.url)
        return verdict == "item" and not has_pages(page.url, links(page.tree, page.base))

    # An item

    def _item(self, page: Page, response: Response, found: Found) -> Iterator[Record | Request]:
        journey = self.journey
        record = read_page(page, site=journey.site, fetched=datetime.now(UTC))
        record.aliases = aliases(record, response)
        too_old = journey.is_too_old(record)
        if found.trail:
            journey.trails.aged(found.trail, too_old)
        repeated = journey.is_repeated(record)
        journey.explorer.met_item(page.url, new=not repeated)
        if too_old:
            journey.count("passed over/too old")
            self.rests = "other"
        else:
            yield record
        if journey.explores and not repeated:
            yield from self._around(page, found)

    def _around(self, page: Page, found: Found) -> Iterator[Request]:
        """Look at the links beside an item: all of them on the first few, later those that look like items."""
        explorer = self.journey.explorer
        own = self.journey.own_links(links(page.tree, page.base))
        if not explorer.looks_around():
            own = [link for link in own if explorer.looks_like_item(link.url)]
        yield from self._explore(own, replace(found, barren=found.barren + 1))

    # A list

    def _list(self, page: Page, found: Found) -> Iterator[Request]:
        journey = self.journey
        if found.role == "item":
            journey.count("passed over/no item")
        own = journey.own_links(links(page.tree, page.base))
        url = clean(page.url) or page.url
        beside = [link for link in own if not is_paging(url, link) and key(link.url) != key(url)]
        shown = self._items(beside)
        trail = found.trail or chain(url)
        new = journey.trails.show(trail, shown if journey.site.items else self._noteworthy(beside))
        found = replace(found, trail=trail, barren=0 if new else found.barren + 1)
        wanted = journey.wanted(cards(link for link in beside if link.url in shown), trail)
        yield from journey.items(wanted, trail)
        self._judge_list(url, shown, found)
        if wanted.unsettled and found.barren < MOST_BARREN and not journey.trails.is_old(trail):
            yield from self._further(page, url, own, found)
        yield from self._home(page, found)
        if journey.explores:
            yield from self._explore([link for link in beside if link.url not in shown], found)

    def _items(self, beside: list[Link]) -> set[str]:
        """Choose the links that are items: by the site's patterns, else by their looks and what is known of them."""
        journey = self.journey
        if journey.site.items:
            return {link.url for link in beside if journey.may_be_item(link.url)}
        likely = likely_items(beside, journey.explorer.looks_like_item)
        open_ones = {url for url in likely if journey.explorer.is_open(url) and not journey.is_no_item(url)}
        return open_ones - journey.memory.no_items(open_ones)

    def _noteworthy(self, beside: list[Link]) -> set[str]:
        """Choose what may be new on an undeclared list: links with words, of kinds that have not proved worthless."""
        worded = {link.url for link in beside if sum(map(str.isalpha, link.text)) > 3}
        return {url for url in worded if self.journey.explorer.is_open(url)}

    def _judge_list(self, url: str, shown: set[str], found: Found) -> None:
        """Learn whether the list is worth a visit in every crawl: if it showed items that no other had shown."""
        journey = self.journey
        if found.role == "home" or found.listing is not None:
            return
        journey.no_items.add(hash(key(url)))
        first = journey.trails.first(shown)
        journey.explorer.met_list(url, useful=bool(first))
        if not first and found.role != "list":
            self.rests = "list" if shown else "other"

    def _further(self, page: Page, url: str, own: list[Link], found: Found) -> Iterator[Request]:
        """Ask for the page that follows: as declared, else as the page says."""
        found = replace(found, role="list", page=found.page + 1)
        site = self.journey.site
        declared = None if found.listing is None else site.listings[found.listing].page(found.page)
        if declared:
            yield request_for(site.resolve(declared), found)
            return
        candidates = next_pages(url, own, further(page.tree, page.base))
        for candidate in [one for one in candidates if self.journey.owns(one) and not self.journey.has_seen(one)][:1]:
            yield request_for(candidate, found)

    def _home(self, page: Page, found: Found) -> Iterator[Request]:
        """From the front page, once: feeds and sitemaps, and where it only sends the reader on."""
        if found.role != "home":
            return
        elsewhere = refresh(page.tree, page.base)
        if elsewhere and self.journey.owns(elsewhere):
            yield request_for(elsewhere, found)
        for feed in feeds(page.tree, page.base):
            if self.journey.owns(feed):
                yield self.journey.ask(feed, Found("feed"))
        yield from self.journey.found_sitemaps()

    # An undeclared portal

    def _explore(self, beside: list[Link], found: Found) -> Iterator[Request]:
        """Ask for what else the page links to, unless the trail has been barren for long or the kind proved worthless."""
        journey = self.journey
        if found.barren >= MOST_BARREN:
            return
        home = found.role == "home"
        urls = [
            link.url
            for link in beside
            if (home or journey.explorer.is_open(link.url)) and not journey.has_seen(link.url)
        ]
        fresh, lists = journey.memory.sort(urls)
        for url in fresh:
            yield request_for(url, Found("page", barren=found.barren), later=bool(SECONDARY.search(url)))
        for url in lists[: journey.lists_left]:
            journey.lists_left -= 1
            yield journey.ask(url, Found("list", trail=chain(url)))


def declared_charset(response: Response) -> str | None:
    """Give the character set that the Content-Type header names, or None."""
    header = (response.headers.get("Content-Type") or b"").decode("latin-1").lower()
    _, mark, name = header.partition("charset=")
    return name.partition(";")[0].strip(" \"'") or None if mark else None


def aliases(record: Record, response: Response) -> list[str]:
    """Give the record's aliases with the addresses that were asked for on the way to it."""
    request = response.request
    asked = [*request.meta.get("redirect_urls", ()), request.url, response.url] if request else [response.url]
    return [url for url in dict.fromkeys([*record.aliases, *asked]) if url != record.url]
