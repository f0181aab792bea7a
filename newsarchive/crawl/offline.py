"""Stored responses read as a crawl reads them, without a crawl: the same questions in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from scrapy import Request
from scrapy.http import Response

from newsarchive.archive.needed import lacking
from newsarchive.crawl.addresses import host, is_below, is_web, target
from newsarchive.crawl.deciding import refused
from newsarchive.crawl.feeds import is_feed
from newsarchive.crawl.found import UNKNOWN
from newsarchive.crawl.outcomes import Dropped
from newsarchive.crawl.pages import aliases
from newsarchive.crawl.sitemaps import is_sitemap
from newsarchive.crawl.view import View
from newsarchive.crawl.visits import NO_PAGE
from newsarchive.extract import Template, read_page
from newsarchive.items import Record, Site


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server once answered."""

    url: str
    fetched: datetime
    """When, with its zone."""
    body: bytes
    """Unpacked."""
    status: int = 200
    headers: Sequence[tuple[str, str]] = ()
    asked: Sequence[str] = ()
    """The addresses that redirected here, the first one first."""


@dataclass(slots=True)
class OfflineReader:
    """Reads answers of one site; ``site`` is its declaration (of an undeclared one: name and home)."""

    site: Site
    hosts: set[str] = field(default_factory=set)
    """Further hosts of the site, without ``www.``: those that its home once redirected to."""
    template: Template | None = None
    """What the site's pages have taught."""

    def __post_init__(self) -> None:
        self.hosts = {host(self.site.home), *self.hosts}

    def read(self, answer: Answer) -> Record:
        """Give the answer's record.

        Raises:
            Dropped: a crawl would make no record of it; ``reason`` says why in the crawl's words.
        """
        return self.read_view(View(response(answer), UNKNOWN), answer.fetched)

    def read_view(self, view: View, fetched: datetime) -> Record:
        """Give the record of an answer that is made ready to be looked at; see :meth:`read`."""
        reason = _unfit(view.response) or refused(view, self.site, self.may_be_item, self.template)
        if reason:
            raise Dropped(reason)
        record = read_page(view.page, site=self.site, fetched=fetched, template=self.template)
        record.aliases = aliases(record, view.response)
        if lacking(record):
            raise Dropped("refused record")
        return record

    def may_be_item(self, url: str) -> bool:
        """Tell whether an address can be that of an item: one of the site's, and of the declared shape if one is."""
        return self.owns(url) and (not self.site.items or self.site.kind_of(target(url)) is not None)

    def owns(self, url: str) -> bool:
        """Tell whether an address belongs to the site: its host, or one below it."""
        return is_below(host(url), self.hosts)


def response(answer: Answer) -> Response:
    """Give an answer as Scrapy's response.

    Raises:
        Dropped: its address is none of the web's.
    """
    if not is_web(answer.url):
        raise Dropped("not http")
    headers: dict[str, list[str]] = {}
    for name, value in answer.headers:
        headers.setdefault(name, []).append(value)
    try:
        request = Request(answer.url, meta={"found": UNKNOWN, "redirect_urls": list(answer.asked)})
    except ValueError as error:
        raise Dropped("not http") from error
    return Response(answer.url, status=answer.status, headers=headers, body=answer.body, request=request)


def _unfit(answer: Response) -> str | None:
    """Give the word for an answer that holds no page, or None."""
    if not 200 <= answer.status < 300:
        return f"http {answer.status}"
    if not answer.body.strip():
        return "empty"
    if is_sitemap(answer.body) or is_feed(answer.body):
        return "no item"
    return "no page" if (answer.headers.get("Content-Type") or b"").lower().startswith(NO_PAGE) else None
