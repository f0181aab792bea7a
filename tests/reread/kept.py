"""An archive with stored pages, made without a crawl."""

from __future__ import annotations

import gzip
from datetime import datetime
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.crawl.offline import Answer, OfflineReader
from newsarchive.extract import reader_version
from newsarchive.items import Site
from newsarchive.snapshots import Exchange, Writer, payload_digest

SITE = Site(
    "portal",
    "https://portal.si/",
    title="Portal",
    items={"article": r"^/novice/[^/]+/?$"},
    selectors={"lead": ".teaser"},
)
HTML = [("Content-Type", "text/html; charset=utf-8")]
PAGE = """<html lang="sl"><head><title>{title} - Portal</title></head><body><main><article><h1>{title}</h1>
<p class="teaser">{lead}</p><p class="day">27. januar 2026 ob 9:12</p><div class="text">{body}</div></article></main>
<footer>Obisk {tail}</footer></body></html>"""
BODY = "<p>Župan je danes odprl nov most čez reko.</p><p>Most je dolg 12 metrov in stoji ob stari šoli.</p>"


def page(title: str = "Nov most", lead: str = "Odprli so most.", body: str = BODY, tail: int = 1) -> str:
    return PAGE.format(title=title, lead=lead, body=body, tail=tail)


class Kept:
    """A data folder to which pages are added as a crawl would add them."""

    def __init__(self, data: Path, site: Site = SITE) -> None:
        self.data, self.site = data, site
        self.run = None
        self.archive = Archive(data / "archive.db")
        self.archive.note_site(site)
        self.writer = Writer(data, site.name, on_new_file=lambda file: self.archive.note_warc(file, site.name))

    def close(self) -> None:
        self.writer.close()
        self.archive.close()

    def keep(self, url, html, at="2026-01-27T10:00:00Z", *, status=200, headers=HTML, packed=False):
        """Keep an answer; give its number."""
        body = html.encode() if isinstance(html, str) else html
        headers = [*headers, ("Content-Encoding", "gzip")] if packed else headers
        exchange = Exchange(url, datetime.fromisoformat(at), status, headers, gzip.compress(body) if packed else body)
        digest = payload_digest(exchange.body)
        original = self.archive.find_payload(digest, self.site.name) if exchange.body else None
        place = self.writer.write(exchange, original=(original.url, original.fetched_at) if original else None)
        return self.archive.note_snapshot(
            url,
            site=self.site.name,
            fetched_at=at,
            status=status,
            mime=dict(headers).get("Content-Type", "").partition(";")[0] or None,
            digest=digest,
            file=place.file,
            offset=place.offset,
            length=place.length,
            original=original.id if original else None,
            run=self.run,
        )

    def crawl(self, url, html, at="2026-01-27T10:00:00Z", *, site=None, extractor=None, template=None, **more):
        """Keep a page and save its record; give the record's number."""
        site = site or self.site
        number = self.keep(url, html, at, **more)
        body = html.encode() if isinstance(html, str) else html
        answer = Answer(url, datetime.fromisoformat(at), body, 200, more.get("headers", HTML))
        record = OfflineReader(site, template=template).read(answer)
        seen = datetime.fromisoformat(at)
        extractor = extractor or reader_version(site)
        return self.archive.save(record, snapshot=number, seen_at=seen, extractor=extractor).id
