"""The hostile side: what each address does."""

import re
import zlib
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from lxml import etree

from newsarchive.demo import Portal
from newsarchive.demo.behaviours import BEHAVIOURS, BIG, BOMB, FEED, SITEMAP

from conftest import path_of, text_of  # isort: skip

NAMES = [one.name for one in BEHAVIOURS]
DOCS = Path(__file__).parents[2] / "docs" / "demo.md"


@pytest.fixture
def hostile():
    return Portal("wordpress", records=100, hostile=True)


def ask(portal, name, times=1):
    path = portal.hostility.path(name)
    return [portal.respond(path) for _ in range(times)]


@pytest.mark.parametrize("template", ["wordpress", "modern", "classic"])
@pytest.mark.parametrize("name", NAMES)
def test_every_behaviour_has_an_address_that_answers(template, name):
    portal = Portal(template, records=60, hostile=True)
    path = portal.hostility.path(name)
    assert portal.respond(path).status in (200, 302, 403, 404, 410, 429, 500, 503)
    record = next(one.record for one in BEHAVIOURS if one.name == name)
    assert (f"http://127.0.0.1:{portal.port}{path}" in portal.truth()) == record


@pytest.mark.parametrize("template", ["wordpress", "modern", "classic"])
def test_a_list_links_to_what_misbehaves(template):
    portal = Portal(template, records=60, hostile=True)
    first = {"wordpress": "/novice/", "modern": "/obcina/jelendol/", "classic": "/novice"}[template]
    text = text_of(portal.respond(first))
    assert all(portal.hostility.path(one.name) in text for one in BEHAVIOURS if not one.record)


def test_a_peaceful_portal_has_none_of_it():
    portal = Portal("wordpress", records=100)
    assert portal.respond("/druzba/403/").status == 404
    assert portal.respond(SITEMAP).status == 404


@pytest.mark.parametrize(("name", "status"), [("403", 403), ("404", 404), ("410", 410), ("500", 500)])
def test_failures_stay(hostile, name, status):
    assert [reply.status for reply in ask(hostile, name, 3)] == [status] * 3


def test_too_many_requests_in_seconds(hostile):
    first, second = ask(hostile, "429-seconds", 2)
    assert (first.status, first.headers["Retry-After"], second.status) == (429, "1", 200)


def test_too_many_requests_with_a_date(hostile):
    first, second = ask(hostile, "429-date", 2)
    assert parsedate_to_datetime(first.headers["Retry-After"]).year >= 2026
    assert second.status == 200


def test_unavailable_recovers_at_the_third_try(hostile):
    assert [reply.status for reply in ask(hostile, "503-recovers", 4)] == [503, 503, 200, 200]


@pytest.mark.parametrize(("name", "manner"), [("slow", "slow"), ("cut-off", "cut")])
def test_manners(hostile, name, manner):
    assert ask(hostile, name)[0].manner == manner


def test_redirects(hostile):
    loop = ask(hostile, "redirect-loop")[0]
    assert path_of(loop.headers["Location"]) == hostile.hostility.path("redirect-loop")
    assert ask(hostile, "redirect-private")[0].headers["Location"] == "http://10.0.0.1/"
    assert "169.254.169.254" in ask(hostile, "redirect-metadata")[0].headers["Location"]


@pytest.mark.parametrize("template", ["wordpress", "classic"])
def test_the_label_names_another_character_set(template):
    portal = Portal(template, records=100, hostile=True)
    reply = ask(portal, "wrong-charset")[0]
    label = re.search("charset=(.*)", reply.headers["Content-Type"]).group(1)
    truth = portal.truth()[f"http://127.0.0.1:{portal.port}{portal.hostility.path('wrong-charset')}"]
    assert truth.record.title.encode("utf-8" if label == "windows-1250" else "cp1250") in reply.body.replace(
        b"&#x27;", b"'"
    )


def test_bodies_that_hold_nothing(hostile):
    assert ask(hostile, "empty")[0].body == b""
    with pytest.raises(UnicodeDecodeError):
        ask(hostile, "invalid-bytes")[0].body.decode()
    assert "Napaka 404" in text_of(ask(hostile, "soft-404")[0])
    assert "piškotke" in text_of(ask(hostile, "consent")[0])


def test_the_huge_page_and_the_bomb(hostile):
    assert len(ask(hostile, "huge")[0].body) > BIG - 100
    bomb = ask(hostile, "bomb")[0]
    assert len(bomb.body) < 1 << 20
    unpacked = zlib.decompressobj(zlib.MAX_WBITS | 16)
    assert len(unpacked.decompress(bomb.body, 1 << 22)) == 1 << 22
    assert BOMB > 100 << 20


def test_the_endless_path(hostile):
    path = path_of(ask(hostile, "endless-path")[0].headers["Location"])
    assert path.encode() in hostile.respond("/").body
    for _ in range(30):
        assert b'<a href="a/">' in hostile.respond(path).body
        path += "a/"


@pytest.mark.parametrize("path", [SITEMAP, FEED])
def test_malformed_xml(hostile, path):
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(hostile.respond(path).body)


def test_malformed_feed_and_sitemap_are_named(hostile):
    assert SITEMAP.encode() in hostile.respond("/robots.txt").body
    assert FEED.encode() in hostile.respond("/").body


def test_the_documentation_lists_every_behaviour():
    text = DOCS.read_text("utf-8")
    for one in BEHAVIOURS:
        assert f"| `{one.name}` | {one.meaning} | {one.good} | {'yes' if one.record else 'no'} |" in text
