"""Known records are visited again: young ones soon, old ones seldom, few in a crawl."""

from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.crawl.revisits import FEWEST, overdue
from newsarchive.items import Record

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOME = "https://portal.si/"


@pytest.fixture
def seen(archive):
    """Store a record that was published, first and last seen so many days ago."""

    def seen(path, published=None, first=1.0, last=None):
        day = None if published is None else str((NOW - timedelta(days=published)).date())
        record = Record("article", "portal", HOME + path, title=path, body=f"Besedilo {path}.", published=day)
        for days in (first, last):
            if days is not None:
                archive.save(record, seen_at=NOW - timedelta(days=days))
        return record.url

    return seen


def due(archive, now=NOW, records=100):
    return overdue(archive, "portal", now, records)


def test_what_was_seen_today_is_not_visited_again(archive, seen):
    for number in range(20):
        seen(f"a{number}", first=0.8)
    assert due(archive) == []


def test_a_young_record_is_visited_after_a_day_or_so(archive, seen):
    url = seen("a", published=1, first=1.2)
    assert due(archive) == [url]


def test_an_old_record_is_left_alone_for_months(archive, seen):
    url = seen("a", published=4000, first=140)
    assert due(archive) == []
    assert due(archive, NOW + timedelta(days=80)) == [url]


def test_a_record_without_a_date_ages_from_its_first_sight(archive, seen):
    seen("a", first=100, last=30)
    assert due(archive) == []
    assert due(archive, NOW + timedelta(days=12)) != []


def test_only_a_few_are_visited_in_one_crawl_the_most_overdue_first(archive, seen):
    for number in range(30):
        seen(f"a{number}", first=3)
    longest = seen("b", first=30)
    assert len(due(archive)) == FEWEST
    assert due(archive)[0] == longest
    assert len(due(archive, records=500)) == 10


def test_what_failed_is_missing_or_gone_has_a_schedule_of_its_own(archive, seen):
    failed, missing, gone = (seen(path, first=9) for path in "abc")
    archive.note_fetch(failed, "portal", 503, failures=1)
    archive.note_missing(missing, NOW)
    archive.note_gone(gone, at=NOW)
    assert due(archive) == []


def test_a_visit_that_made_no_record_counts_too(archive, seen):
    url = seen("a", published=10, first=10)
    assert due(archive) == [url]
    archive.note_fetch(url, "portal", 200, at=NOW - timedelta(days=1))
    assert due(archive) == []
    assert due(archive, NOW + timedelta(days=9)) == [url]


@pytest.mark.parametrize("published", ["2022", "2026-01", "2022-23", "../2026-03-31", "2020-11-30~"])
def test_dates_of_all_kinds_are_borne(archive, published):
    record = Record("article", "portal", HOME + "a", title="A", body="B", published=published)
    archive.save(record, seen_at=NOW - timedelta(days=300))
    assert due(archive) == [HOME + "a"]
