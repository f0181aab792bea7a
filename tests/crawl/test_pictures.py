"""Pictures of records: asked for once, wherever they lie on the public network, and never to a record's harm."""

from datetime import timedelta
from pathlib import Path

import pytest

from crawl.portal import SmallPortal, serving
from newsarchive.archive import Archive
from newsarchive.crawl.memory import Memory
from newsarchive.crawl.pictures import LARGEST, LEFT_A_RUN, Pictures, picture, picture_url
from newsarchive.demo.images import drawn
from newsarchive.items import Image, Record

HOME = "https://portal.si/"
PNG = drawn("sport-12345", "png", 240, 160)


class Illustrated(SmallPortal):
    """Shows a picture with each article: one it has, one it has not, one elsewhere, one that leads inside."""

    def _item(self, item):
        urls = {
            "lokalno": f"/slike/{item.number}.png",
            "sport": "/slike/manjka.png",
            "obvestila": "http://10.0.0.1/zasebno.png",
            "osmrtnice": "/slike/preusmerjena.png",
        }
        figure = f'<figure><img src="{urls[item.section]}" width=720 height=480></figure>'
        return super()._item(item).replace("<p>", f"{figure}<p>", 1)

    def page(self, path):
        if path == "/slike/preusmerjena.png":
            return 302, {"Location": "http://169.254.169.254/latest/"}, b""
        if path.startswith("/slike/") and path != "/slike/manjka.png":
            return 200, {"Content-Type": "text/html"}, PNG
        return super().page(path)


@pytest.fixture
def illustrated():
    with serving(Illustrated()) as portal:
        yield portal


@pytest.fixture
def statuses(tmp_path):
    def statuses():
        sql = "SELECT status, count(*), count(DISTINCT url) FROM record_images GROUP BY status"
        with Archive(tmp_path / "data" / "archive.db", readonly=True) as archive:
            return {status: (rows, urls) for status, rows, urls in archive.connection.rows(sql)}

    return statuses


def asked_for(portal):
    return [path for path in portal.requests if path.startswith("/slike/")]


def test_each_picture_is_asked_for_once_and_what_fails_is_a_status(illustrated, crawl, stored, statuses, tmp_path):
    (result,) = crawl(illustrated.home)
    assert result["outcome"] == "finished"
    assert result["failures"] == {}
    assert len(stored()) == len(illustrated.items)
    assert statuses() == {
        "kept": (37, 37),
        "http 404": (25, 1),
        "private address": (26, 2),
    }
    assert len(asked_for(illustrated)) == len(set(asked_for(illustrated)))
    (file,) = (path for path in (tmp_path / "data" / "images").rglob("*.*"))
    assert file.read_bytes() == PNG
    illustrated.requests.clear()
    crawl(illustrated.home)
    assert set(asked_for(illustrated)) <= {"/slike/manjka.png", "/slike/preusmerjena.png"}, "only what had failed"


def test_no_images(illustrated, crawl, statuses):
    crawl("--no-images", illustrated.home)
    assert asked_for(illustrated) == []
    assert set(statuses()) == {"listed"}
    crawl(illustrated.home)
    assert statuses()["kept"] == (37, 37), "a later crawl takes them up"


def test_the_pictures_of_a_few_records_come_with_them(illustrated, crawl, statuses):
    crawl("--limit", "5", illustrated.home)
    assert "listed" not in statuses()
    assert sum(rows for rows, _ in statuses().values()) == 5


@pytest.fixture
def listed(archive):
    """A record with pictures, stored."""
    record = Record("article", "portal", HOME + "a", title="Most", body="Most je odprt.")
    record.images = [Image(HOME + "slike/a.jpg"), Image(HOME + "slike/b c.jpg"), Image("data:image/gif;base64,xx")]
    archive.save(record)
    return record


@pytest.fixture
def pictures(memory):
    return Pictures(memory)


def urls(requests):
    return [picture_url(request) for request in requests]


def test_pictures_of_a_stored_record_are_wanted_once(archive, pictures, listed):
    assert sorted(urls(pictures.of(listed))) == [HOME + "slike/a.jpg", HOME + "slike/b c.jpg"]
    archive.note_image(HOME + "slike/a.jpg", "kept", sha256="ab", path="images/ab/ab.jpg")
    assert urls(pictures.of(listed)) == [HOME + "slike/b c.jpg"]
    assert urls(pictures.left()) == [HOME + "slike/b c.jpg"]


def test_pictures_of_a_record_that_was_not_stored_are_not_wanted(pictures):
    record = Record("article", "portal", HOME + "a", images=[Image(HOME + "slike/a.jpg")])
    assert list(pictures.of(record)) == []


def test_a_site_can_do_without(memory, listed):
    without = Pictures(memory, wanted=False)
    assert [*without.of(listed), *without.left()] == []


def test_what_failed_rests_and_is_no_page(archive, site, pictures, listed):
    for _ in range(2):
        pictures.failed(HOME + "slike/a.jpg", "http 404", 404)
    assert urls(pictures.left()) == [HOME + "slike/b c.jpg"]
    later = Memory(archive, site, now=pictures.memory.now.replace(year=2099))
    assert set(urls(Pictures(later).left())) == {HOME + "slike/a.jpg", HOME + "slike/b c.jpg"}
    assert later.pending() == []


def test_what_was_no_picture_is_not_asked_for_at_once(archive, site, pictures, listed):
    archive.note_image(HOME + "slike/a.jpg", "no picture")
    pictures.refused(HOME + "slike/a.jpg")
    now = pictures.memory.now
    assert urls(pictures.left()) == [HOME + "slike/b c.jpg"]
    assert HOME + "slike/a.jpg" in urls(Pictures(Memory(archive, site, now=now + timedelta(days=2))).left())


def test_what_came_at_last_is_not_due_any_more(archive, pictures, listed):
    pictures.failed(HOME + "slike/a.jpg", "timeout")
    pictures.fetched(HOME + "slike/a.jpg")
    assert archive.fetch(HOME + "slike/a.jpg").failures == 0


def test_bounds_are_told_in_the_docs():
    told = (Path(__file__).parents[2] / "docs" / "politeness.md").read_text("utf-8")
    assert f"{LEFT_A_RUN} pictures" in told
    assert f"{LARGEST >> 20} MiB" in told


def test_a_redirected_picture_keeps_its_name():
    request = picture(HOME + "slike/a.jpg")
    moved = request.replace(url="https://cdn.si/a.jpg", meta={**request.meta, "redirect_urls": [request.url]})
    assert picture_url(moved) == HOME + "slike/a.jpg"
