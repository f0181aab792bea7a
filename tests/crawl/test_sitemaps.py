import gzip
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarchive.crawl.safexml import NotReadableError, unpack
from newsarchive.crawl.sitemaps import is_sitemap, read_sitemap

URL = "https://portal.si/sitemap.xml"
NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


def read(text):
    return read_sitemap(text.encode() if isinstance(text, str) else text, URL)


def test_urlset():
    found = read(
        f"<urlset {NAMES}><url><loc>https://portal.si/a</loc><lastmod>2026-11-23</lastmod></url><url><loc>/b</loc></url></urlset>"
    )
    assert found.pages == {"https://portal.si/a": "2026-11-23", "https://portal.si/b": ""}
    assert not found.parts
    assert not found.broken


def test_news_sitemap():
    news = "<news:news><news:publication_date>2026-11-20</news:publication_date></news:news>"
    assert read(f"<urlset {NAMES}><url><loc>/a</loc>{news}</url></urlset>").pages == {
        "https://portal.si/a": "2026-11-20"
    }


def test_pictures_in_a_sitemap_are_no_pages():
    image = "<image:image><image:loc>/a.jpg</image:loc></image:image>"
    xml = f'<urlset {NAMES} xmlns:image="i"><url><loc>/a</loc>{image}</url></urlset>'
    assert list(read(xml).pages) == ["https://portal.si/a"]


def test_index_without_what_lists_no_items():
    names = (
        "post-sitemap1",
        "wp-sitemap-posts-post-1",
        "post_tag-sitemap",
        "wp-sitemap-taxonomies-category-1",
        "author-sitemap",
        "obvestila",
    )
    parts = "".join(f"<sitemap><loc>https://portal.si/{name}.xml</loc></sitemap>" for name in names)
    found = read(f"<sitemapindex {NAMES}>{parts}</sitemapindex>")
    assert [url.rpartition("/")[2] for url in found.parts] == [
        "post-sitemap1.xml",
        "wp-sitemap-posts-post-1.xml",
        "obvestila.xml",
    ]


def test_packed_and_plain():
    assert read(gzip.compress(b"<urlset><url><loc>/a</loc></url></urlset>")).pages == {"https://portal.si/a": ""}
    assert read("\ufeffhttps://portal.si/a\r\nhttps://portal.si/b\r\n").pages == {
        "https://portal.si/a": "",
        "https://portal.si/b": "",
    }


def test_a_malformed_sitemap_gives_what_it_can_and_says_so():
    found = read("<urlset><url><loc>https://portal.si/a</loc></url><url><loc>https://portal.si/b&c</loc><")
    assert "https://portal.si/a" in found.pages
    assert found.broken


@pytest.mark.parametrize("body", [b"", b"no addresses here", gzip.compress(b"x" * 100, mtime=0)[:-20]])
def test_what_is_no_sitemap_cannot_be_read(body):
    with pytest.raises(NotReadableError):
        read_sitemap(body, URL)


def test_a_bomb_is_not_unpacked():
    with pytest.raises(NotReadableError, match="32 MiB"):
        unpack(gzip.compress(bytes(40 * 1024 * 1024)))


@given(st.binary(max_size=300))
@example(b"&#xD800;")
@example(b"&#56320;")
def test_any_bytes_are_read_or_refused(body):
    with suppress(NotReadableError):
        read_sitemap(b"<urlset><url><loc>" + body, URL)


def test_kinds_are_told_by_their_first_bytes():
    assert is_sitemap(b"\xef\xbb\xbf<?xml version='1.0'?><sitemapindex>")
    assert not is_sitemap(b"<rss>")
