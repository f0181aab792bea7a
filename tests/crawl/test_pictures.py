"""Pictures of records: asked for once, wherever they lie on the public network, and never to a record's harm."""

from datetime import timedelta
from pathlib import Path

import pytest

from crawl.portal import SmallPortal, serving
from newsarchive.archive import Archive
from newsarchive.crawl.memory import Memory
from newsarchive.crawl.pictures import GIVEN_UP, LEFT_A_RUN, MOST_FAILURES, Pictures, picture, picture_url
from newsarchive.demo.images import drawn
from newsarchive.items import Image, Record
from newsarchive.pictures import LARGEST

HOME = "https://portal.si/"
PNG = drawn("sport-12345", "png", 240, 160)


class Illustrated(SmallPortal):
    """Shows a picture with each article: one it has, one of two it has not, one elsewhere, one that leads inside."""

    def _item(self, item):
        urls = {
            "lokalno": f"/slike/{item.number}.png",
            "sport": f"/slike/manjka-{item.number % 2}.png",
            "obvestila": "http://10.0.0.1/zasebno.png",
            "osmrtnice": "/slike/preusmerjena.png",
        }
        figure = f'<figure><img src="{urls[item.section]}" width=720 height=480></figure>'
        return super()._item(item).replace("<p>", f"{figure}<p>", 1)

    def page(self, path):
        if path == "/slike/preusmerjena.png":
            return 302, {"Location": "http://169.254.169.254/latest/"}, b""
        if path.startswith("/slike/") and "manjka" not in path:
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
    assert result["pictures"] == {"kept": 37, "private address": 2, "http 404": 2}
    assert len(stored()) == len(illustrated.items)
    assert statuses() == {
        "kept": (37, 37),
        "http 404": (25, 2),
        "private address": (26, 2),
    }
    assert len(asked_for(illustrated)) == len(set(asked_for(illustrated)))
    (file,) = (path for path in (tmp_path / "data" / "images").rglob("*.*"))
    assert file.read_bytes() == PNG
    illustrated.requests.clear()
    crawl(illustrated.home)
    assert set(asked_for(illustrated)) <= {"/slike/manjka-0.png", "/slike/manjka-1.png", "/slike/preusmerjena.png"}, (
        "only what had failed"
    )


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
        pictures.failed(picture(HOME + "slike/a.jpg"), "http 404", 404)
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
    pictures.failed(picture(HOME + "slike/a.jpg"), "timeout")
    pictures.fetched(HOME + "slike/a.jpg")
    assert archive.fetch(HOME + "slike/a.jpg").failures == 0


@pytest.fixture
def status(archive):
    def status(url):
        return archive.connection.value("SELECT status FROM record_images WHERE url = ?", (url,))

    return status


def test_what_can_never_be_asked_for_makes_room_for_others(archive, pictures, listed, status, monkeypatch):
    monkeypatch.setattr(pictures.memory, "forgotten", lambda urls: {url for url in urls if url.endswith("a.jpg")})
    assert urls(pictures.left()) == [HOME + "slike/b c.jpg"]
    assert status("data:image/gif;base64,xx") == "not http"
    assert status(HOME + "slike/a.jpg") == "forgotten"
    assert archive.wanted_images("portal", pictures.memory.now) == [HOME + "slike/b c.jpg"]


def test_a_page_is_no_picture_of_itself(archive, memory, status):
    """What portals name as a picture for want of one: the page (``src="#"``), the front page."""
    record = Record("article", "portal", HOME + "a", title="Most", body="Most je odprt.")
    record.images = [Image(HOME + "a"), Image(HOME), Image(HOME + "slike/a.jpg")]
    archive.save(record)
    pictures = Pictures(memory, is_page=lambda url: url == HOME)
    assert urls(pictures.of(record)) == [HOME + "slike/a.jpg"]
    assert (status(HOME + "a"), status(HOME)) == ("no picture", "no picture")
    assert archive.fetch(HOME + "a") is None, "as a page it has not failed"


TWINS = ("https://portal.si/slike/a.jpg", "http://www.portal.si/slike/a.jpg?utm_source=rss")


def illustrate(archive, *addresses):
    record = Record("article", "portal", HOME + "a", title="Most", body="Most je odprt.")
    record.images = [Image(url) for url in addresses]
    archive.save(record)
    return record


@pytest.mark.parametrize("order", [TWINS, TWINS[::-1]])
def test_two_spellings_of_a_picture_are_asked_for_once_and_both_have_it(archive, pictures, status, order):
    (asked,) = urls(pictures.of(illustrate(archive, *order)))
    archive.note_image(asked, "kept", sha256="ab", path="images/ab/ab.jpg")
    pictures.fetched(asked)
    assert {status(url) for url in TWINS} == {"kept"}
    assert archive.connection.value("SELECT count(DISTINCT image) FROM record_images") == 1


def test_a_spelling_that_is_met_when_the_picture_has_come_has_it_too(archive, pictures, status):
    (asked,) = urls(pictures.of(illustrate(archive, TWINS[0])))
    archive.note_image(asked, "kept", sha256="ab", path="images/ab/ab.jpg")
    pictures.fetched(asked)
    assert urls(pictures.of(illustrate(archive, *TWINS))) == []
    assert status(TWINS[1]) == "kept"


def test_a_spelling_of_what_failed_is_tried_by_the_next_crawl(archive, site, pictures, status):
    (asked,) = urls(pictures.of(illustrate(archive, *TWINS)))
    pictures.failed(picture(asked), "http 404", 404)
    (other,) = {*TWINS} - {asked}
    assert urls(Pictures(Memory(archive, site)).left()) == [other]


def failing(pictures, *answers, url="https://slike.si/{}.jpg"):
    for number, (reason, status) in enumerate(answers):
        pictures.failed(picture(url.format(number)), reason, status)
    return pictures.is_given_up(url.format("z"))


TIMEOUT = ("timeout", None)


def test_a_host_that_fails_is_given_up_for_the_crawl(pictures):
    assert not failing(pictures, *[TIMEOUT] * (MOST_FAILURES - 1))
    assert failing(pictures, ("http 503", 503))
    assert not pictures.is_given_up("https://drugje.si/a.jpg")
    assert failing(pictures, (GIVEN_UP, None)), "and stays so"


def test_pictures_that_are_not_there_are_not_their_host_s_failure(pictures):
    assert not failing(pictures, *[("http 404", 404)] * 20)
    assert not failing(pictures, *[TIMEOUT] * 4, ("http 404", 404), *[TIMEOUT] * 4), "it answers"


def test_a_host_that_answers_is_forgiven(pictures):
    failing(pictures, *[TIMEOUT] * 4)
    pictures.came(picture("https://slike.si/a.jpg"))
    assert not failing(pictures, *[TIMEOUT] * 4)


class Broken(Illustrated):
    """Has no answer but an error of its own for pictures."""

    def page(self, path):
        if path.startswith("/slike/"):
            return 500, {}, b""
        return super().page(path)


def test_a_host_that_fails_costs_a_few_requests_and_no_record(crawl, stored, statuses):
    with serving(Broken()) as portal:
        (result,) = crawl(portal.home)
    assert result["outcome"] == "finished"
    assert len(stored()) == len(portal.items)
    found = statuses()
    assert found["http 500"][1] < 10
    assert found[GIVEN_UP][1] > 20
    assert "listed" not in found
    assert all(asked_for(portal).count(path) <= 2 for path in asked_for(portal)), "tried twice, not three times"


def test_bounds_are_told_in_the_docs():
    told = (Path(__file__).parents[2] / "docs" / "politeness.md").read_text("utf-8")
    assert f"{LEFT_A_RUN} pictures" in told
    assert f"{LARGEST >> 20} MiB" in told
    assert f"{MOST_FAILURES} times" in told


def test_a_redirected_picture_keeps_its_name():
    request = picture(HOME + "slike/a.jpg")
    moved = request.replace(url="https://cdn.si/a.jpg", meta={**request.meta, "redirect_urls": [request.url]})
    assert picture_url(moved) == HOME + "slike/a.jpg"
