"""The portal as a whole: answers, validators, what is forbidden, what moves, how heavy it is."""

import io
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsarchive.demo import Portal
from newsarchive.demo.filler import pad
from newsarchive.demo.images import FULL, drawn, picture
from newsarchive.demo.reply import Reply, conditional, dated

from conftest import path_of  # isort: skip

LISTS = {"wordpress": "/novice/", "modern": "/obcina/lipnica/", "classic": "/novice"}
FORBIDDEN = {
    "wordpress": ("/interno/osnutek-objave/", "/wp-admin/", "/wp-login.php"),
    "modern": ("/iskanje?q=dolina", "/api/x"),
    "classic": ("/tiskaj.php?id=4101",),
}


def test_an_unknown_template_is_refused():
    with pytest.raises(ValueError, match="no template 'blog'"):
        Portal("blog")


@pytest.mark.parametrize("wrong", [{"records": 0}, {"day": 0}])
def test_sizes_and_days_begin_with_one(wrong):
    with pytest.raises(ValueError, match="at least one"):
        Portal("wordpress", **wrong)


def test_unknown_paths_are_missing(portal):
    for path in ("/ni/take/strani/", "/?p=1", "/?p=99999999", "/novice/0/x", "/%00", "/../..", "/obcina/nikjer/"):
        assert portal.respond(path).status == 404


@settings(max_examples=60, deadline=None)
@given(path=st.text(max_size=60))
def test_no_path_breaks_a_portal(path):
    for name in LISTS:
        assert PORTALS[name].respond("/" + path).status in (200, 301, 404, 410)


PORTALS = {name: Portal(name, records=20) for name in LISTS}


def test_requests_are_remembered():
    portal = Portal("modern", records=5)
    portal.respond("/")
    portal.respond("/obcina/lipnica/?page=2")
    assert portal.requests == ["/", "/obcina/lipnica/?page=2"]


def test_absolute_addresses_follow_the_host():
    portal = Portal("wordpress", records=5)
    assert b"http://127.0.0.1:9999/" in portal.respond("/sitemap_index.xml", {"Host": "127.0.0.1:9999"}).body
    assert next(iter(portal.truth("http://127.0.0.1:9999/"))).startswith("http://127.0.0.1:9999/")


def test_robots_forbids_what_answers(portal):
    rules = portal.respond("/robots.txt").body.decode()
    assert "Crawl-delay: " in rules
    for path in FORBIDDEN[portal.name]:
        assert any(path.startswith(line.split(": ")[1]) for line in rules.splitlines() if line.startswith("Disallow"))
        assert portal.respond(path).status == 200


def test_robots_names_the_sitemap(portals):
    assert b"Sitemap: http://127.0.0.1:8017/sitemap_index.xml" in portals["wordpress"].respond("/robots.txt").body
    assert b"Sitemap" not in portals["classic"].respond("/robots.txt").body


def test_forbidden_pages_are_linked(portal):
    linked = portal.respond("/").body + portal.respond(path_of(next(iter(portal.truth())))).body
    assert any(path.split("?")[0].encode() in linked for path in FORBIDDEN[portal.name])


# validators


def test_lists_answer_304_to_their_own_validators(portal):
    reply = portal.respond(LISTS[portal.name])
    for name, value in (
        ("If-None-Match", reply.headers["ETag"]),
        ("If-Modified-Since", reply.headers["Last-Modified"]),
    ):
        again = portal.respond(LISTS[portal.name], {name: value})
        assert (again.status, again.body) == (304, b"")


def test_a_new_day_is_no_304():
    portal = Portal("wordpress")
    for path in ("/feed/", "/sitemap_index.xml", "/post-sitemap.xml", "/novice/"):
        portal.move(1)
        before = portal.respond(path).headers
        portal.move(2)
        asked = {"If-None-Match": before["ETag"], "If-Modified-Since": before["Last-Modified"]}
        assert portal.respond(path, asked).status == 200


def test_items_have_validators_where_their_template_has(portals):
    shown = {name: portal.respond(path_of(next(iter(portal.truth())))).headers for name, portal in portals.items()}
    assert "ETag" not in shown["wordpress"]
    assert shown["modern"]["ETag"].startswith("W/")
    assert "Last-Modified" in shown["classic"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"if-none-match": '"no"'}, 200),
        ({"if-modified-since": "nonsense"}, 200),
        ({"if-modified-since": "Tue, 27 Jan 1970 08:00:00 GMT"}, 200),
        ({"if-none-match": '"no"', "if-modified-since": "Tue, 27 Jan 2099 08:00:00 GMT"}, 200),
        ({"if-modified-since": "Tue, 27 Jan 2099 08:00:00 GMT"}, 304),
    ],
)
def test_conditions(asked, status):
    reply = dated(Reply(200, {}, b"x"), datetime(2026, 1, 27, tzinfo=UTC))
    assert conditional(reply, asked).status == status


# days


def test_what_vanished_is_missing_or_gone():
    portal = Portal("wordpress", day=4)
    statuses = {portal.respond(path_of(url)).status for url in portal.truth().gone}
    assert statuses <= {404, 410}
    lists = b"".join(
        portal.respond(path).body for path in ("/", "/novice/", "/obvestila/", "/osmrtnice/", "/post-sitemap.xml")
    )
    assert not any(path_of(url).encode() in lists for url in portal.truth().gone)


def test_what_is_still_to_come_is_missing():
    tomorrow = Portal("modern", day=2).truth()
    today = Portal("modern", day=1)
    new = [url for url, fact in tomorrow.items() if fact.appeared == 2]
    assert len(new) == 10
    assert {today.respond(path_of(url)).status for url in new} == {404}


def test_moving_is_the_same_as_starting_later():
    moved = Portal("classic")
    moved.move(3)
    assert {url: fact.record for url, fact in moved.truth().items()} == {
        url: fact.record for url, fact in Portal("classic", day=3).truth().items()
    }


# pictures


@pytest.mark.parametrize("kind", ["jpg", "png", "gif", "webp"])
@pytest.mark.parametrize("size", [FULL, (300, 200), (57, 31), (8, 8)])
def test_pictures_are_real(kind, size):
    image = Image.open(io.BytesIO(drawn("kultura-12345", kind, *size)))
    image.load()
    assert image.size == size
    assert len(image.convert("RGB").getcolors(1 << 20)) > 1 or size == (8, 8)


def test_pictures_of_different_names_differ():
    assert len({drawn(f"sport-{number}", "jpg", 80, 60) for number in range(20)}) == 20


def test_variants_show_the_same():
    large, small = (
        Image.open(io.BytesIO(drawn("sport-11111", "png", *size))).convert("RGB") for size in (FULL, (300, 200))
    )
    assert large.getpixel((5, 5)) == small.getpixel((5, 5))


def test_the_pictures_of_the_truth_are_served(portal):
    images = [image for fact in portal.truth().values() for image in fact.record.images]
    for image in images[:12]:
        reply = portal.respond(path_of(image.url))
        assert reply.status == 200
        assert reply.headers["Content-Type"].startswith("image/")
        assert "ETag" in reply.headers


@pytest.mark.parametrize(
    "path", ["/x.jpg", "/a/kultura-1.jpg", "/a/kultura-12345.bmp", "/a/kultura-12345-9999x9999.png"]
)
def test_no_picture(path):
    assert picture(path) is None


# weight and speed


@pytest.mark.parametrize("size", [40_000, 80_000, 200_000])
def test_pages_can_be_made_heavy(size):
    portal = Portal("classic", records=5, page_bytes=size)
    path = path_of(next(iter(portal.truth())))
    reply = portal.respond(path)
    assert abs(len(reply.body) - size) < size * 0.06
    assert Portal("classic", records=5).respond(path).body[:200] in reply.body[:400]


def test_padding_leaves_large_pages_alone():
    assert pad(b"<html><body>x</body></html>", 10) == b"<html><body>x</body></html>"


def test_a_large_portal_starts_quickly_and_answers_fast():
    start = time.process_time()
    portal = Portal("wordpress", records=10_000)
    portal.warm()
    assert time.process_time() - start < 5
    paths = list(portal.template.paths)[::50]
    for path in paths:
        portal.respond(path)
    start = time.process_time()
    for path in paths:
        portal.respond(path)
    assert (time.process_time() - start) / len(paths) < 0.001
