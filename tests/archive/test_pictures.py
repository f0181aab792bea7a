"""What became of the pictures that records show."""

from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.items import Image

NOW = datetime(2026, 1, 27, 8, tzinfo=UTC)
URL = "https://demo.example/{}.jpg"


@pytest.fixture
def show(archive, article):
    """Save an article with pictures of these numbers."""
    return lambda name, *pictures, **values: archive.save(
        article(name, images=[Image(URL.format(one)) for one in pictures], **values), seen_at=NOW
    )


@pytest.fixture
def wanted(archive):
    """Ask which pictures are to be had now, by number."""
    return lambda hours=0, site="demo", limit=100: [
        int(url.rpartition("/")[2][:-4]) for url in archive.wanted_images(site, NOW + timedelta(hours=hours), limit)
    ]


@pytest.fixture
def keep(archive):
    """Note that a picture was downloaded."""

    def note(number, sha256="aa" * 32):
        path = f"images/{sha256[:2]}/{sha256}.jpg"
        facts = {"mime": "image/jpeg", "width": 640, "height": 480, "bytes": 1000, "dhash": "0f" * 8}
        archive.note_image(URL.format(number), "kept", sha256=sha256, path=path, **facts)

    return note


def test_what_nobody_asked_for_is_wanted_the_newest_records_first(show, wanted):
    show("a", 1, 2)
    show("b", 3, 1)
    assert wanted() == [3, 1, 2]
    assert wanted(limit=2) == [3, 1]
    assert wanted(site="other") == []


def test_a_kept_picture_is_had_by_every_record_that_shows_it(show, wanted, keep, rows, sound):
    show("a", 1)
    show("b", 2, 1)
    keep(1)
    assert wanted() == [2]
    assert rows("SELECT record, image, status FROM record_images ORDER BY record, position") == [
        (1, 1, "kept"),
        (2, None, "listed"),
        (2, 1, "kept"),
    ]
    assert rows("SELECT sha256, path, mime, width, height, bytes, dhash FROM images") == [
        ("aa" * 32, f"images/aa/{'aa' * 32}.jpg", "image/jpeg", 640, 480, 1000, "0f" * 8)
    ]


def test_a_later_record_has_it_at_once(show, wanted, keep, rows):
    show("a", 1)
    keep(1)
    show("b", 1)
    assert wanted() == []
    assert rows("SELECT image FROM record_images") == [1, 1]


def test_one_file_at_two_addresses_is_kept_once(show, keep, rows):
    show("a", 1, 2)
    keep(1)
    keep(2)
    assert rows("SELECT count(*) FROM images") == [1]
    assert rows("SELECT image FROM record_images") == [1, 1]


def test_a_failure_is_told_and_tried_again_when_it_is_due(archive, show, wanted, rows):
    show("a", 1)
    archive.note_image(URL.format(1), "http 503")
    archive.note_fetch(URL.format(1), "demo", 503, failures=1, next_due=NOW + timedelta(hours=6))
    assert rows("SELECT status FROM record_images") == ["http 503"]
    assert (wanted(), wanted(hours=7)) == ([], [1])


def test_what_is_due_again_comes_last(archive, show, wanted):
    show("a", 1)
    show("b", 2)
    archive.note_image(URL.format(2), "http 503")
    archive.note_fetch(URL.format(2), "demo", 503, failures=1, next_due=NOW)
    assert wanted() == [1, 2]


def test_what_is_no_picture_is_not_asked_for_again(archive, show, wanted):
    show("a", 1)
    archive.note_image(URL.format(1), "no picture")
    archive.note_fetch(URL.format(1), "demo", 200)
    assert wanted() == []
    show("b", 1)
    assert wanted() == [], "nor for another record"


def test_what_was_fetched_but_not_noted_is_wanted(archive, show, wanted):
    show("a", 1)
    archive.note_fetch(URL.format(1), "demo", 200)
    assert wanted() == [1], "the program was killed between the two"


def test_a_kept_picture_stays_kept(archive, show, keep, rows):
    show("a", 1)
    keep(1)
    archive.note_image(URL.format(1), "http 404")
    assert rows("SELECT image, status FROM record_images") == [(1, "kept")]


def test_a_picture_of_no_record_is_no_harm(archive, keep, rows):
    keep(1)
    archive.note_image(URL.format(2), "http 404")
    assert rows("SELECT count(*) FROM record_images") == [0]


def test_nothing_is_noted_of_a_picture_that_no_record_shows(archive, show):
    show("a", 1)
    archive.note_image(URL.format(2), "kept", sha256="ab" * 32, path=f"images/ab/{'ab' * 32}.png", bytes=9)
    assert archive.connection.value("SELECT count(*) FROM images") == 0
    assert (archive.shows_image(URL.format(1)), archive.shows_image(URL.format(2))) == (True, False)
