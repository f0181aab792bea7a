"""RSS and sitemaps, as a WordPress portal writes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape

from newsarchive.demo.reply import Reply

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
Place = tuple[str, datetime | None]
"""An address and when it last changed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed."""

    link: str
    title: str
    published: datetime
    modified: datetime
    guid: str
    category: str
    creator: str | None
    excerpt: str

    def xml(self) -> str:
        """Write the item."""
        creator = f"<dc:creator><![CDATA[{self.creator}]]></dc:creator>" if self.creator else ""
        return (
            f"<item><title>{escape(self.title)}</title><link>{self.link}</link>{creator}"
            f"<pubDate>{format_datetime(self.published)}</pubDate>"
            f"<atom:updated>{self.modified.isoformat()}</atom:updated>"
            f'<category><![CDATA[{self.category}]]></category><guid isPermaLink="false">{self.guid}</guid>'
            f"<description><![CDATA[<p>{escape(self.excerpt)} [&#8230;]</p>]]></description></item>"
        )


def rss(title: str, base: str, entries: Iterable[Entry], built: datetime) -> Reply:
    """Answer with a feed."""
    items = "\n".join(entry.xml() for entry in entries)
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'
    text = (
        f'{XML}<rss version="2.0" {names}><channel><title>{escape(title)}</title><link>{base}/</link>'
        f'<atom:link href="{base}/feed/" rel="self" type="application/rss+xml"/>'
        "<description>Novice iz doline</description>"
        f"<lastBuildDate>{format_datetime(built)}</lastBuildDate><language>sl-SI</language>\n{items}\n</channel></rss>"
    )
    return Reply(200, {"Content-Type": "application/rss+xml; charset=UTF-8"}, text.encode())


def sitemap_index(parts: Iterable[Place]) -> Reply:
    """Answer with the list of sitemaps."""
    return _xml(f"<sitemapindex {SITEMAP}>{_places(parts, 'sitemap')}</sitemapindex>")


def urlset(places: Iterable[Place]) -> Reply:
    """Answer with one sitemap."""
    return _xml(f"<urlset {SITEMAP}>{_places(places, 'url')}</urlset>")


def _places(places: Iterable[Place], tag: str) -> str:
    return "\n".join(f"<{tag}><loc>{escape(url)}</loc>{_lastmod(moment)}</{tag}>" for url, moment in places)


def _lastmod(moment: datetime | None) -> str:
    return f"<lastmod>{moment.isoformat()}</lastmod>" if moment else ""


def _xml(text: str) -> Reply:
    return Reply(200, {"Content-Type": "text/xml; charset=UTF-8"}, (XML + text).encode())
