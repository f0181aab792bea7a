"""A fetched page as the crawler looks at it: parsed once, its links read once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from scrapy.http import Response

from newsarchive.crawl.addresses import clean
from newsarchive.crawl.found import Found
from newsarchive.crawl.links import Link, further, links, refresh
from newsarchive.crawl.paging import is_paging, next_pages, number
from newsarchive.extract import Page


@dataclass
class View:
    """A page, how its address was met, and what it links to."""

    response: Response
    found: Found
    tidy: Callable[[str], str] = str
    """Takes from an address what has been found not to matter."""
    rests: str | None = None
    """How long the page is to be left alone, once it has been read: a key of ``memory.REST``, or None."""

    @cached_property
    def page(self) -> Page:
        """The parsed page."""
        return Page(self.response.body, self.response.url, encoding=declared_charset(self.response))

    @cached_property
    def url(self) -> str:
        """The page's address in its clean form."""
        return self.tidy(clean(self.response.url) or self.response.url)

    @cached_property
    def links(self) -> list[Link]:
        """Every link that may be followed."""
        found = links(self.page.tree, self.page.base)
        return [replace(link, url=self.tidy(link.url)) if "?" in link.url else link for link in found]

    @cached_property
    def elsewhere(self) -> str | None:
        """Where the page merely sends its reader, or None."""
        return refresh(self.page.tree, self.page.base)

    @cached_property
    def following(self) -> list[str]:
        """The addresses that may be the next page of the same list, the likeliest first."""
        return next_pages(self.url, self.links, further(self.page.tree, self.page.base))

    @cached_property
    def beside(self) -> list[Link]:
        """The links but those to the page itself and to other pages of the same list."""
        own = {self.url, *self.following}
        return [link for link in self.links if link.url not in own and not is_paging(self.url, link)]

    @property
    def has_pages(self) -> bool:
        """Whether the page is one of several that make up a list."""
        return any(number(link.url) is not None and is_paging(self.url, link) for link in self.links)


def declared_charset(response: Response) -> str | None:
    """Give the character set that the Content-Type header names, or None.

    >>> declared_charset(Response("http://localhost/", headers={"Content-Type": "text/html; charset=UTF-8"}))
    'utf-8'
    """
    header = (response.headers.get("Content-Type") or b"").decode("latin-1").lower()
    _, mark, name = header.partition("charset=")
    return name.partition(";")[0].strip(" \"'") or None if mark else None
