from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.crawl.feeds import is_feed, read_feed
from newsarchive.crawl.safexml import NotReadableError

URL = "https://portal.si/feed/"


def entries(xml):
    return read_feed(xml.encode() if isinstance(xml, str) else xml, URL).entries


def test_rss():
    xml = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="urn:dc"><channel>
    <link>https://portal.si/</link><item><title>Nov <![CDATA[most & cesta]]></title>
    <link> https://portal.si/most </link>
    <pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate></item>
    <item><title>Drugi</title><guid isPermaLink="true">https://portal.si/drugi</guid></item></channel></rss>"""
    assert entries(xml) == {
        "https://portal.si/most": "Nov most & cesta | Mon, 23 Nov 2026 10:00:00 +0100",
        "https://portal.si/drugi": "Drugi | ",
    }


def test_what_tells_of_a_change_goes_before_the_day_of_publication():
    xml = """<rss xmlns:atom="a"><item><title>M</title><link>/m</link><pubDate>stari</pubDate>
    <atom:updated>novi</atom:updated></item></rss>"""
    assert entries(xml) == {"https://portal.si/m": "M | novi"}


def test_atom_with_several_links():
    xml = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="/"/><entry><title>M</title>
    <link rel="edit" href="/edit/1"/><link rel="alternate" href="/m"/><updated>2026-11-23</updated></entry></feed>"""
    assert entries(xml) == {"https://portal.si/m": "M | 2026-11-23"}


def test_rdf():
    xml = """<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><item rdf:about="x"><title>M</title>
    <link>https://portal.si/m</link></item></rdf:RDF>"""
    assert entries(xml) == {"https://portal.si/m": "M | "}


@pytest.mark.parametrize(
    "xml",
    [
        "<rss><channel><item><title>A & B</title><link>https://portal.si/m</link></item>",
        "\ufeff\n junk <rss><item><title>A</title><link>https://portal.si/m</link></wrong></item></rss>",
        "<rss><item><title>A&nbsp;&bogus;</title><link>https://portal.si/m</link></item></rss>",
    ],
)
def test_a_malformed_feed_gives_what_it_can_and_says_so(xml):
    feed = read_feed(xml.encode(), URL)
    assert list(feed.entries) == ["https://portal.si/m"]
    assert feed.broken


def test_a_well_formed_feed_is_not_broken():
    assert not read_feed(b"<rss><item><link>/m</link></item></rss>", URL).broken


def test_an_entity_bomb_stays_small():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]><rss><item><title>&e11;</title><link>/m</link></item></rss>'
    assert all(len(said) < 1000 for said in entries(xml).values())


def test_no_file_is_read_for_an_entity(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("skrivnost")
    xml = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss><item><title>&x;</title><link>/m</link></item></rss>'
    assert "skrivnost" not in str(entries(xml))


@pytest.mark.parametrize("body", [b"", b"only words", b"\x00\x01\x02"])
def test_what_is_no_xml_cannot_be_read(body):
    with pytest.raises(NotReadableError):
        read_feed(body, URL)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(body):
    with suppress(NotReadableError):
        read_feed(b"<rss><item>" + body, URL)


def test_a_page_is_no_feed():
    assert not is_feed(b"<!doctype html><html><head><link type='application/rss+xml'></head>")
    assert is_feed(b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">')
