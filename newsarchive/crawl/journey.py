"""One crawl of one site: what is declared, remembered and learned, and what has been counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urljoin

from scrapy import Request

from newsarchive.crawl.addresses import clean, host, is_below, is_page, key, target
from newsarchive.crawl.explorer import Explorer
from newsarchive.crawl.found import REVISIT, Found, request_for
from newsarchive.crawl.links import Link
from newsarchive.crawl.memory import Memory, Wanted
from newsarchive.crawl.paging import chain, number
from newsarchive.crawl.patterns import USUAL_SITEMAPS
from newsarchive.crawl.pictures import Pictures
from newsarchive.crawl.trails import Trails
from newsarchive.dates import parse_date
from newsarchive.extract import Template
from newsarchive.items import Record, Site

CHUNK = 1000
"""Addresses of a sitemap that are looked up at a time."""
LISTS_A_RUN = 0.04
"""Lists to walk again in a later crawl of an undeclared portal, as a share of its records,"""
FEWEST_LISTS = 3
"""but at least so many; those walked longest ago come first."""


@dataclass(slots=True)
class Journey:
    """The state of a crawl."""

    site: Site
    memory: Memory
    since: date | None = None
    """Only items published on this day or later are wanted."""
    count: Callable[[str], None] = lambda name: None
    """Counts what happens, by name: ``pages``, ``lists with items``, ``failed/<reason>``, ``passed over/<reason>``."""
    trails: Trails = field(default_factory=Trails)
    explorer: Explorer = field(default_factory=Explorer)
    hosts: set[str] = field(default_factory=set)
    """The hosts of the site, without ``www.``: that of its home, and the one its home redirects to."""
    sitemaps: list[str] = field(default_factory=list)
    """The sitemaps that robots.txt names."""
    recorded: set[int] = field(default_factory=set)
    """The canonical addresses of this crawl's records, as marks."""
    records: dict[int, str] = field(default_factory=dict)
    """The address at which each text of this crawl's records was first met, by a mark of the text."""
    has_seen: Callable[[str], bool] = lambda url: False
    """Tells whether an address was asked for in this crawl, other than as a picture."""
    no_items: set[int] = field(default_factory=set)
    """The addresses that turned out to be no items in this crawl, as marks."""
    lists: dict[str, str] = field(default_factory=dict)
    """The lists of this crawl that have led to no item yet: the first page's address by trail."""
    lists_left: int = 0
    """How many lists of former crawls may still be walked."""
    template: Template | None = None
    """What the site's pages have taught."""
    brief: bool = False
    """Whether only so many records are wanted: nothing known is visited again then, no picture left over taken up."""
    brought: set[str] = field(default_factory=set)
    """The known records that lists of this crawl have brought back, as keys of their addresses,"""
    revisited: set[str] = field(default_factory=set)
    """and those that are visited again at its end."""
    pictures: Pictures = field(init=False)
    """The pictures of the records."""

    def __post_init__(self) -> None:
        self.hosts.add(host(self.site.home))
        self.pictures = Pictures(self.memory, wanted=self.site.images, is_page=lambda url: self.has_seen(url))
        self.lists_left = max(FEWEST_LISTS, round(self.memory.records() * LISTS_A_RUN))

    @property
    def explores(self) -> bool:
        """Whether lists have to be found: no list that reaches back is declared, or not what an item is."""
        return not self.site.items or not (self.site.listings or self.site.sitemaps)

    def owns(self, url: str) -> bool:
        """Tell whether an address belongs to the site: its host, or one below it."""
        return is_below(host(url), self.hosts)

    def may_be_item(self, url: str) -> bool:
        """Tell whether an address can be that of an item: by the site's patterns, else by being a page of the site."""
        if not self.owns(url):
            return False
        if self.site.items:
            return self.site.kind_of(target(url)) is not None
        return is_page(url) and key(url) != key(self.site.home)

    def roots(self) -> Iterator[Request]:
        """Give the requests with which the crawl starts: the front page, what is declared, what failed before."""
        site = self.site
        found = [(site.home, Found("home", trail=chain(site.home)))]
        found += [(site.resolve(feed), Found("feed")) for feed in site.feeds]
        found += [(site.resolve(sitemap), Found("sitemap")) for sitemap in site.sitemaps]
        for index, listing in enumerate(site.listings):
            url = site.resolve(listing.url)
            found.append((url, Found("list", trail=chain(url), listing=index)))
        waiting = self.memory.waiting(url for url, _ in found)
        for url, how in found:
            if url not in waiting or how.role == "home":
                yield self.ask(url, how)
        for url in self.memory.pending():
            yield request_for(url, self._again(url))
        if not self.brief:
            yield from self._revisits()
            yield from self.pictures.left()

    def _revisits(self) -> Iterator[Request]:
        """Ask again for some of the known records, after all that is new."""
        for url in self.memory.overdue() if self.since is None else ():
            self.count("revisits")
            self.revisited.add(key(url))
            yield request_for(url, Found("item"), later=REVISIT)

    def _again(self, url: str) -> Found:
        """Tell how an address was met that failed in a former run; a declared list goes on from that very page."""
        trail, at = chain(url), number(url)
        for index, listing in enumerate(self.site.listings):
            page = (at - listing.start) // listing.step + 1 if at is not None else 0
            declared = listing.page(page) if page > 0 else None
            if declared and self.site.resolve(declared) == url:
                return Found("list", trail=trail, listing=index, page=page)
        return Found("item" if self.may_be_item(url) else "page", trail=trail)

    def ask(self, url: str, found: Found) -> Request:
        """Build the request for a list, conditional where the list may not have changed.

        The front page is always asked for whole: on an undeclared portal all other lists are found through it.
        """
        address = clean(url) or url
        headers = self.memory.validators(address) if found.role != "home" else {}
        return request_for(address, found, headers=headers or None)

    def found_sitemaps(self) -> Iterator[Request]:
        """Give the requests for the sitemaps that robots.txt names, or where lists must be found for the usual ones."""
        for url in self.sitemaps:
            if self.owns(url):
                yield self.ask(url, Found("sitemap"))
        if self.sitemaps or not self.explores:
            return
        usual = [urljoin(self.site.home, path) for path in USUAL_SITEMAPS]
        resting = self.memory.resting(usual)
        yield from (self.ask(url, Found("probe")) for url in usual if url not in resting)

    def wanted(self, said: Mapping[str, str], source: str) -> Wanted:
        """Choose what to fetch of what a list shows."""
        if said:
            self.count("lists with items")
        forgotten = self.memory.forgotten(said)
        for _ in forgotten:
            self.count("passed over/forgotten")
        shown = {url: words for url, words in said.items() if url not in forgotten and not self._is_old(words)}
        return self.memory.wanted(shown, source)

    def items(self, wanted: Wanted, found: Found) -> Iterator[Request]:
        """Give the requests for the chosen items of a list that was met as ``found``."""
        for url in wanted.items:
            said = wanted.changed.get(url)
            source = found.trail if said else None
            if source and said and self._is_brought_back(url):
                self.memory.mentioned(url, source, said)
            yield request_for(url, Found("item", trail=found.trail, barren=found.barren, source=source, said=said))

    def _is_brought_back(self, url: str) -> bool:
        """Tell whether another list has brought a known item back already; the next one is told so of this one."""
        mark = key(url)
        before = mark in self.brought or (self.has_seen(url) and mark not in self.revisited)
        self.brought.add(mark)
        return before

    def _is_old(self, words: str) -> bool:
        """Tell from the date a list prints whether an item is older than wanted."""
        printed = words.rpartition("|")[2].strip() if self.since else ""
        day = parse_date(printed, timezone=self.site.timezone) if printed else None
        return day is not None and self.since is not None and date(day.year, day.month, day.day) < self.since

    def is_too_old(self, record: Record, trail: str | None) -> bool:
        """Tell whether a record was published before the first wanted day (an undated one was not), and count it."""
        since, published = self.since and self.since.isoformat(), record.published
        old = bool(since and published and published[:10] < since[: len(published)])
        if trail and since:
            self.trails.aged(trail, old)
        if old:
            self.count("passed over/too old")
        return old

    def met_item(self, url: str, trail: str | None, *, new: bool) -> None:
        """Learn from an item, and credit the list that led to it."""
        self.explorer.met_item(url, new=new)
        start = self.lists.pop(trail or "", None) if new else None
        if start is not None:
            self.explorer.met_list(start, useful=True)
            self.memory.wake(start)

    def met_list(self, url: str, trail: str, *, useful: bool) -> None:
        """Learn from a page that is no item; whether it is useful may only turn out when its items are fetched."""
        self.explorer.met_list(url, useful=useful)
        if not useful:
            self.lists[trail] = url

    def is_repeated(self, record: Record, url: str) -> bool:
        """Tell whether this crawl has met the record before, by its canonical address or its text, and remember it."""
        address = hash(key(record.url))
        text = hash((record.title, record.body)) if record.body else address
        first = self.records.setdefault(text, url)
        self.explorer.met_twin(first, url)
        repeated = address in self.recorded or key(first) != key(url)
        self.recorded.add(address)
        return repeated

    def revise(self, url: str, found: Found) -> str | None:
        """Give the address to ask for in place of one that has waited, after what was learned since; None: none."""
        if found.said is not None and found.role == "item":
            return self._brought_back(url, found)
        if self.site.items or found.role not in ("item", "page"):
            return url
        tidy = self.explorer.tidy(url)
        return tidy if self.explorer.is_open(tidy) and (tidy == url or not self.has_seen(tidy)) else None

    def _brought_back(self, url: str, found: Found) -> str | None:
        """Drop a known item that a list would bring back, if the list has proved to change its words for nothing."""
        if not found.source or not self.trails.is_vain(found.source):
            return url
        self.memory.mentioned(url, found.source, found.said or "")
        self.count("passed over/changed for nothing")
        return None

    def note_no_item(self, url: str) -> None:
        """Remember that a page is no item."""
        self.no_items.add(hash(key(url)))

    def is_no_item(self, url: str) -> bool:
        """Tell whether this crawl has found that the page is no item."""
        return hash(key(url)) in self.no_items

    def own_links(self, links: Iterable[Link]) -> list[Link]:
        """Keep the links to pages of the site that a reader could open; on undeclared portals only of its own host."""
        declared = bool(self.site.items)
        own = (link for link in links if host(link.url) in self.hosts or (declared and self.owns(link.url)))
        return [link for link in own if is_page(link.url)]
