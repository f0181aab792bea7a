"""What follows from a page that lists: its items, its further pages, and on undeclared portals further lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scrapy import Request

from newsarchive.crawl.found import SECOND_RATE, Found, request_for
from newsarchive.crawl.journey import Journey
from newsarchive.crawl.links import Link, feeds
from newsarchive.crawl.listings import cards, likely_items
from newsarchive.crawl.paging import chain
from newsarchive.crawl.patterns import SECONDARY
from newsarchive.crawl.trails import MOST_BARREN
from newsarchive.crawl.view import View


class ListReader:
    """Reads the lists of one crawl."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey

    def read(self, view: View) -> Iterator[Request]:
        """Give the requests that follow from a list."""
        journey, found = self.journey, view.found
        if found.role == "item":
            journey.count("passed over/no item")
        journey.note_no_item(view.url)
        journey.explorer.met_links(link.url for link in view.links)
        beside = journey.own_links(view.beside)
        shown = self._items(beside)
        trail = found.trail if found.role in ("home", "list") and found.trail else chain(view.url)
        found = replace(found, trail=trail, barren=0 if self._is_new(view, trail, shown) else found.barren + 1)
        wanted = journey.wanted(cards(link for link in beside if link.url in shown), trail)
        yield from journey.items(wanted, found)
        if wanted.unsettled and found.barren < MOST_BARREN and not journey.trails.is_old(trail):
            yield from self._further(view, found)
        yield from self._beginnings(view)
        if journey.explores:
            yield from self.explore([link for link in beside if link.url not in shown], found)

    def _items(self, beside: list[Link]) -> set[str]:
        """Choose the links that are items: by the site's patterns, else by their looks and what is known of them."""
        journey = self.journey
        if journey.site.items:
            return {link.url for link in beside if journey.may_be_item(link.url)}
        likely = likely_items(beside, journey.explorer.looks_like_item)
        open_ones = {url for url in likely if journey.explorer.is_open(url) and not journey.is_no_item(url)}
        return open_ones - journey.memory.no_items(open_ones)

    def _is_new(self, view: View, trail: str, shown: set[str]) -> bool:
        """Tell whether the page brings the crawl on, and learn whether it is worth a visit in every crawl.

        A page of a list does so by an item that its list has not shown yet, any other by one that no list has shown.
        On an undeclared portal only links count that look like the items met so far.
        """
        journey, role = self.journey, view.found.role
        items = shown if journey.site.items else {url for url in shown if journey.explorer.may_be_item(url)}
        new_here, useful = journey.trails.show(trail, items), journey.trails.first(items, home=role == "home")
        if role not in ("home", "list"):
            view.rests = None if useful else "list" if shown else "other"
            journey.met_list(view.url, trail, useful=useful)
            return useful
        return bool(new_here)

    def _further(self, view: View, found: Found) -> Iterator[Request]:
        """Ask for the page that follows: as declared, else as the page says."""
        journey = self.journey
        found = replace(found, role="list", page=found.page + 1)
        declared = None if found.listing is None else journey.site.listings[found.listing].page(found.page)
        if declared:
            yield request_for(journey.site.resolve(declared), found)
            return
        new = (url for url in view.following if journey.owns(url) and not journey.has_seen(url))
        for url in list(new)[:1]:
            yield request_for(url, found)

    def _beginnings(self, view: View) -> Iterator[Request]:
        """Follow what only a front page names: feeds and sitemaps, and where it merely sends the reader on."""
        if view.found.role != "home":
            return
        tree, base = view.page.tree, view.page.base
        if view.elsewhere and self.journey.owns(view.elsewhere):
            yield request_for(view.elsewhere, view.found)
        yield from (self.journey.ask(feed, Found("feed")) for feed in feeds(tree, base) if self.journey.owns(feed))
        yield from self.journey.found_sitemaps()

    def explore(self, beside: list[Link], found: Found) -> Iterator[Request]:
        """Ask for what else a page links to, unless the way there was barren for long or the kind proved worthless."""
        journey = self.journey
        if found.barren >= MOST_BARREN:
            return
        home = found.role == "home"
        open_ones = (link.url for link in beside if home or journey.explorer.is_open(link.url))
        fresh, lists = journey.memory.sort(url for url in open_ones if not journey.has_seen(url))
        for url in fresh:
            yield request_for(
                url, Found("page", barren=found.barren), later=SECOND_RATE if SECONDARY.search(url) else 0
            )
        for url in lists[: journey.lists_left]:
            journey.lists_left -= 1
            yield journey.ask(url, Found("list", trail=chain(url)))
