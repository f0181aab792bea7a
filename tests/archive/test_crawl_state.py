from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.archive import Fetch
from newsarchive.items import Site

NOW = datetime(2026, 1, 27, 8, tzinfo=UTC)
PAGE = "https://demo.example/novice/most"
LIST = "https://demo.example/novice"


def test_known_addresses_tell_when_they_were_first_seen(archive, article, clock):
    archive.save(article("a", aliases=["https://demo.example/?p=1"]), seen_at=clock())
    archive.save(article("b"), seen_at=clock())
    archive.save(article("a"), seen_at=clock())
    asked = [
        "https://demo.example/novice/b",
        "http://www.demo.example/novice/a/",
        "https://demo.example/?p=1",
        "https://demo.example/?p=2",
    ]
    assert archive.known(asked) == {
        "https://demo.example/novice/b": "2026-01-27T08:01:00.000Z",
        "http://www.demo.example/novice/a/": "2026-01-27T08:00:00.000Z",
        "https://demo.example/?p=1": "2026-01-27T08:00:00.000Z",
    }
    assert archive.known([]) == {}


def test_any_number_of_addresses_can_be_asked_for(archive, article):
    archive.save(article("7"))
    asked = (f"https://demo.example/novice/{number}" for number in range(50_000))
    assert list(archive.known(asked)) == ["https://demo.example/novice/7"]


def test_a_request_is_remembered_in_place_of_the_one_before(archive):
    archive.note_fetch(PAGE, "demo", 200, etag='"a"', last_modified="Tue, 27 Jan 2026 08:00:00 GMT", at=NOW)
    first = Fetch(PAGE, "demo", '"a"', "Tue, 27 Jan 2026 08:00:00 GMT", 200, "2026-01-27T08:00:00.000Z", 0, None)
    assert archive.fetch(PAGE) == first
    archive.note_fetch(PAGE, "demo", None, failures=1, next_due=NOW + timedelta(hours=6), at=NOW)
    second = Fetch(PAGE, "demo", None, None, None, "2026-01-27T08:00:00.000Z", 1, "2026-01-27T14:00:00.000Z")
    assert archive.fetches([PAGE, LIST]) == {PAGE: second}
    assert archive.fetch(LIST) is None


def test_a_request_is_remembered_by_its_very_address(archive):
    archive.note_fetch(PAGE, "demo", 200)
    assert archive.fetch(f"{PAGE}/") is None


def test_what_is_due_comes_longest_overdue_first(archive):
    for name, hours in {"later": 1, "now": 0, "long": -5, "tomorrow": 24}.items():
        archive.note_fetch(f"https://demo.example/{name}", "demo", 503, next_due=NOW + timedelta(hours=hours))
    archive.note_fetch("https://demo.example/done", "demo", 200)
    archive.note_fetch("https://other.example/now", "other", 503, next_due=NOW)
    assert list(archive.due("demo", NOW)) == ["https://demo.example/long", "https://demo.example/now"]
    assert len(list(archive.due("demo"))) == 4


def test_what_is_due_can_be_worked_off_on_the_way(archive):
    for number in range(5):
        archive.note_fetch(f"https://demo.example/{number}", "demo", 503, next_due=NOW)
    for url in archive.due("demo", NOW):
        archive.note_fetch(url, "demo", 200)
    assert list(archive.due("demo", NOW)) == []


def test_each_list_has_its_own_last_word(archive):
    archive.note_mentions("demo", LIST, {PAGE: "Most, 27. 1.", "https://demo.example/b": "B"})
    archive.note_mentions("demo", "https://demo.example/feed", {PAGE: "2026-01-27"})
    archive.note_mentions("demo", LIST, {PAGE: "Most, 28. 1."})
    assert archive.mentions([PAGE, "https://demo.example/c"]) == {
        PAGE: {LIST: "Most, 28. 1.", "https://demo.example/feed": "2026-01-27"}
    }
    assert archive.mentions(["https://demo.example/b"]) == {"https://demo.example/b": {LIST: "B"}}


def test_saying_the_same_again_writes_nothing(archive):
    archive.note_mentions("demo", LIST, {PAGE: "Most"})
    before = archive.connection.value("SELECT total_changes()")
    archive.note_mentions("demo", LIST, {PAGE: "Most"})
    assert archive.connection.value("SELECT total_changes()") == before


def test_only_a_finished_run_settles_a_site(archive):
    assert archive.settled("demo") is None
    for hour, outcome in enumerate(("finished", "partial", "interrupted", "failed", "empty", "refused")):
        number = archive.start_run("demo", NOW + timedelta(hours=hour))
        archive.finish_run(number, outcome, {}, {}, finished=NOW + timedelta(hours=hour, minutes=30))
    archive.start_run("demo", NOW + timedelta(hours=9))
    number = archive.start_run("other", NOW)
    archive.finish_run(number, "finished", {}, {})
    assert archive.settled("demo") == "2026-01-27T08:30:00.000Z"


def test_a_run_from_start_to_end(archive):
    number = archive.start_run("demo", NOW)
    (running,) = archive.runs()
    assert (running.id, running.finished, running.outcome, running.seconds, running.new) == (
        number,
        None,
        None,
        None,
        0,
    )
    archive.finish_run(
        number,
        "partial",
        {"requests": 9, "new": 3, "failed": 1},
        {"at": NOW, "č": 1},
        finished=NOW + timedelta(seconds=75),
    )
    (done,) = archive.runs("demo")
    assert (done.requests, done.new, done.changed, done.unchanged, done.failed) == (9, 3, 0, 0, 1)
    assert (done.outcome, done.seconds) == ("partial", 75)
    assert done.stats == {"at": "2026-01-27 08:00:00+00:00", "č": 1}


def test_runs_come_newest_first(archive):
    numbers = [archive.start_run(site, NOW + timedelta(hours=hour)) for hour, site in enumerate(("a", "b", "a"))]
    assert [run.id for run in archive.runs()] == numbers[::-1]
    assert [run.id for run in archive.runs("a", limit=1)] == [numbers[2]]
    assert archive.runs("c") == []


def test_a_run_ends_in_a_known_way(archive):
    with pytest.raises(ValueError, match="A run ends as one of finished, partial"):
        archive.finish_run(archive.start_run("demo"), "done", {}, {})


def test_sites_with_their_records_and_last_run(archive, article):
    archive.note_site(Site("demo", "http://localhost:8017/", title="Dolina"))
    archive.save(article("a"))
    archive.save(article("b", kind="notice"))
    archive.save(article("c", site="other"))
    number = archive.start_run("demo")
    demo, other = archive.sites()
    assert (demo.id, demo.name, demo.home_url, demo.language, demo.timezone) == (
        "demo",
        "Dolina",
        "http://localhost:8017/",
        "sl",
        "Europe/Ljubljana",
    )
    assert (demo.records, demo.last_run.id) == (2, number)
    assert (other.id, other.name, other.records, other.last_run) == ("other", None, 1, None)
    assert archive.counts() == {"demo": {"article": 1, "notice": 1}, "other": {"article": 1}}


def test_a_site_that_is_declared_anew_is_updated(archive):
    archive.note_site(Site("demo", "http://localhost/"))
    archive.note_site(Site("demo", "http://localhost/", title="Dolina", language=None))
    (site,) = archive.sites()
    assert (site.name, site.language) == ("Dolina", None)
