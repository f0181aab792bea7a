"""Pages that the portal took down, and those that somebody had taken down here."""

import hashlib
from datetime import UTC, datetime

import pytest

from newsarchive.archive import ForgottenError

PAGE = "http://www.demo.example/novice/most/"


def day(number, hour=8):
    return datetime(2026, 2, number, hour, tzinfo=UTC)


@pytest.fixture
def state(archive, article):
    """Save the article on the first day; give when it was missed and when it was gone, as days."""
    archive.save(article(), seen_at=day(1))

    def ask():
        stored = archive.get(1)
        return tuple(moment and int(moment[8:10]) for moment in (stored.missing_since, stored.gone_at))

    return ask


def test_missing_once_is_not_gone(archive, state):
    archive.note_missing(PAGE, day(2))
    assert state() == (2, None)


def test_missing_twice_on_one_day_is_not_gone(archive, state):
    archive.note_missing(PAGE, day(2, 0))
    archive.note_missing(PAGE, day(2, 23))
    assert state() == (2, None)


def test_missing_on_two_days_is_gone_since_the_first(archive, state):
    for number in (2, 3, 4):
        archive.note_missing(PAGE, day(number))
    assert state() == (2, 2)


def test_days_are_utc(archive, state):
    archive.note_missing(PAGE, "2026-02-03T00:30:00+01:00")
    archive.note_missing(PAGE, "2026-02-02T23:30:00Z")
    assert state() == (2, None)


def test_coming_back_clears_both(archive, state, article):
    archive.note_missing(PAGE, day(2))
    archive.note_missing(PAGE, day(3))
    archive.save(article(), seen_at=day(4))
    assert state() == (None, None)
    archive.note_missing(PAGE, day(5))
    assert state() == (5, None)


def test_what_was_missing_before_it_was_seen_is_no_news(archive, state):
    archive.note_missing(PAGE, "2026-01-20T08:00:00Z")
    assert state() == (None, None)


def test_a_former_address_that_leads_nowhere_does_not_take_the_record_along(archive, state):
    for number in (2, 3):
        archive.note_missing("https://demo.example/?p=17", day(number))
    assert state() == (None, None)


def test_a_record_is_looked_for_where_it_was_last_read(archive, state, article):
    place = {"site": "demo", "status": 200, "file": "warc/demo/demo-20260201-001.warc.gz", "offset": 0, "length": 9}
    page = archive.note_snapshot(f"{PAGE}?tisk=1", fetched_at=day(2), **place)
    archive.save(article(), seen_at=day(2), snapshot=page)
    for number in (3, 4):
        archive.note_missing(f"{PAGE}?tisk=1", day(number))
    assert state() == (3, 3)


def test_what_is_gone_keeps_everything(archive, state, article):
    archive.note_missing(PAGE, day(2))
    archive.note_missing(PAGE, day(3))
    assert archive.get(1).record == article()
    assert [hit.id for hit in archive.search("most")] == [1]


def test_a_page_that_is_no_record_is_nobodys_loss(archive, state):
    archive.note_missing("https://demo.example/feed", day(2))
    assert state() == (None, None)


# Forgotten on purpose


@pytest.fixture
def bury(archive):
    def put(normal):
        archive.connection.execute("INSERT INTO forgets (at, reason) VALUES ('2026-02-01', 'asked')")
        stone = hashlib.sha256(normal.encode()).hexdigest()
        archive.connection.execute("INSERT INTO tombstones (address, forgotten) VALUES (?, 1)", (stone,))

    return put


def test_nothing_is_buried_in_a_new_archive(archive):
    assert archive.buried([PAGE]) == set()


def test_what_was_forgotten_is_known_by_any_form_of_its_address(archive, bury):
    bury("demo.example/novice/most")
    asked = [PAGE, "https://demo.example/novice/most", "https://demo.example/novice/drugo"]
    assert archive.buried(asked) == set(asked[:2])
    assert archive.buried([]) == set()


@pytest.mark.parametrize("aliases", [["https://demo.example/?p=17"], []], ids=["alias", "own address"])
def test_what_was_forgotten_is_not_saved_again(archive, article, bury, aliases, sound):
    bury("demo.example?p=17" if aliases else "demo.example/novice/most")
    with pytest.raises(ForgottenError, match="was forgotten on purpose and is not archived again") as caught:
        archive.save(article(aliases=aliases))
    assert "most" not in str(caught.value), "what is told of it names nobody"
    assert archive.counts() == {}
    assert archive.save(article("drugo")).outcome == "new"
