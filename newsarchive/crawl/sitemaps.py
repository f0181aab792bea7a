"""Sitemaps: index, urlset, news sitemap or plain list of addresses, packed or not, also broken ones."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from newsarchive.crawl.addresses import clean, is_web
from newsarchive.crawl.links import words
from newsarchive.crawl.patterns import SKIPPED_SITEMAP
from newsarchive.crawl.safexml import NotReadableError, name, read_xml, unpack


@dataclass(slots=True)
class Sitemap:
    """What one sitemap lists; the text beside an address is its ``lastmod``, or empty."""

    pages: dict[str, str] = field(default_factory=dict)
    """Addresses of pages."""
    parts: dict[str, str] = field(default_factory=dict)
    """Addresses of further sitemaps, without those that list authors, key words or pictures."""
    broken: bool = False
    """Whether the file was malformed; what could be read is listed all the same."""


def read_sitemap(body: bytes, url: str) -> Sitemap:
    r"""Read a sitemap of any kind.

    >>> one = b"<urlset><url><loc>/most</loc><lastmod>2026-11-23</lastmod></url></urlset>"
    >>> read_sitemap(one, "https://portal.si/sitemap.xml").pages
    {'https://portal.si/most': '2026-11-23'}
    >>> read_sitemap(b"https://portal.si/most\nhttps://portal.si/cesta", "https://portal.si/sitemap.txt").pages
    {'https://portal.si/most': '', 'https://portal.si/cesta': ''}

    Raises:
        NotReadableError: it is neither XML nor a list of addresses.
    """
    text = unpack(body)
    if b"<" not in text[:1000]:
        return _read_lines(text, url)
    tree = read_xml(text)
    found = Sitemap(broken=tree.broken)
    for element in tree.root.iter():
        kind = name(element)
        if kind in ("url", "sitemap"):
            _add(found, kind, element, url)
    return found


def is_sitemap(body: bytes) -> bool:
    """Tell by its first bytes whether a response is a sitemap in XML.

    >>> is_sitemap(b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    True
    """
    head = body[:2000].lower()
    return b"<urlset" in head or b"<sitemapindex" in head


def _read_lines(text: bytes, url: str) -> Sitemap:
    lines = (line.strip() for line in text.decode("utf-8", "replace").lstrip("\ufeff").splitlines())
    pages = {page: "" for line in lines if is_web(line) and (page := clean(line))}
    if not pages:
        raise NotReadableError(f"no sitemap: {url}")
    return Sitemap(pages)


def _add(found: Sitemap, kind: str, element: etree._Element, url: str) -> None:
    texts = {name(child): words(child) for child in reversed(element)}
    link = clean(texts.get("loc", ""), url) if texts.get("loc") else None
    if link is None:
        return
    if kind == "url":
        found.pages[link] = texts.get("lastmod") or _news_date(element)
    elif not SKIPPED_SITEMAP.search(link.rpartition("/")[2]):
        found.parts[link] = texts.get("lastmod", "")


def _news_date(element: etree._Element) -> str:
    return next((words(part) for part in element.iter() if name(part) == "publication_date"), "")
