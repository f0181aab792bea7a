from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.crawl.memory import Memory
from newsarchive.items import Record

HOME = "https://portal.si/"
LIST = HOME + "novice"
NOW = datetime.now(UTC)


def record(path):
    return Record("article", "portal", HOME + path, title=path, body="Besedilo o mostu.")


@pytest.fixture
def finish(archive):
    """End a run of the site."""

    def finish(outcome="finished"):
        archive.finish_run(archive.start_run("portal"), outcome, {}, {})

    return finish


@pytest.fixture
def again(archive, site):
    """The memory as the next crawl begins, after so many hours."""

    def again(hours=0.0, **options):
        return Memory(archive, site, now=datetime.now(UTC) + timedelta(hours=hours), **options)

    return again


def test_everything_is_wanted_of_an_unknown_portal(memory):
    wanted = memory.wanted({HOME + "a": "A | ", HOME + "b": "B | "}, LIST)
    assert wanted.items == [HOME + "a", HOME + "b"]
    assert wanted.unsettled


def test_known_items_are_not_fetched_again_under_any_spelling(archive, memory):
    archive.save(record("a"))
    assert memory.wanted({HOME + "a/": "A | ", "http://www.portal.si/a": "A | "}, LIST).items == []


def test_a_list_of_settled_items_is_settled(archive, finish, again):
    archive.save(record("a"))
    finish()
    assert not again().wanted({HOME + "a": "A | "}, LIST).unsettled


@pytest.mark.parametrize("outcome", ["partial", "interrupted", "failed"])
def test_what_a_run_stored_that_did_not_reach_its_end_settles_nothing(archive, finish, again, outcome):
    archive.save(record("a"))
    finish(outcome)
    wanted = again().wanted({HOME + "a": "A | "}, LIST)
    assert wanted.items == []
    assert wanted.unsettled


def test_a_changed_mention_brings_a_known_item_back_once(archive, finish, again):
    archive.save(record("a"))
    again().wanted({HOME + "a": "Most | "}, LIST)
    finish()
    wanted = again().wanted({HOME + "a": "PREKLICANO: Most | "}, LIST)
    assert wanted.changed == {HOME + "a": "PREKLICANO: Most | "}
    assert again().wanted({HOME + "a": "PREKLICANO: Most | "}, LIST).items == [HOME + "a"], "not fetched yet"
    again().mentioned(HOME + "a", LIST, "PREKLICANO: Most | ")
    assert again().wanted({HOME + "a": "PREKLICANO: Most | "}, LIST).items == []


def test_a_first_mention_by_another_list_brings_nothing_back(archive, again):
    archive.save(record("a"))
    again().wanted({HOME + "a": "Most | "}, LIST)
    assert again().wanted({HOME + "a": "| 2026-11-23"}, HOME + "sitemap.xml").items == []


def test_a_list_whose_every_word_has_changed_is_not_believed(archive, again):
    for number in range(10):
        archive.save(record(f"a{number}"))
    again().wanted({HOME + f"a{number}": "Most | " for number in range(10)}, LIST)
    assert again().wanted({HOME + f"a{number}": "Most (1) | " for number in range(10)}, LIST).items == []
    few = {HOME + f"a{number}": "Most (2) | " if number < 4 else "Most (1) | " for number in range(10)}
    assert len(again().wanted(few, LIST).items) == 4


def test_a_full_crawl_wants_everything(archive, finish, again):
    archive.save(record("a"))
    finish()
    wanted = again(full=True).wanted({HOME + "a": "Most | "}, LIST)
    assert wanted.items == [HOME + "a"]
    assert wanted.unsettled


def test_what_is_no_item_rests_after_a_finished_run_only(memory, finish, again):
    memory.handled(HOME + "o-nas", 200, None, None, rest="other")
    assert again().resting([HOME + "o-nas"]) == set()
    finish()
    assert again().resting([HOME + "o-nas"]) == {HOME + "o-nas"}
    assert again(full=True).resting([HOME + "o-nas"]) == set()


def test_lists_and_new_links_are_told_apart(archive, memory, finish, again):
    archive.save(record("a"))
    memory.handled(HOME + "sport", 200, None, None)
    memory.handled(HOME + "kultura", 200, None, None)
    memory.handled(HOME + "oznaka/most", 200, None, None, rest="list")
    finish()
    links = [HOME + path for path in ("a", "sport", "novo", "kultura", "oznaka/most")]
    assert again().sort(links) == ([HOME + "novo"], [HOME + "sport", HOME + "kultura"])
    assert again(hours=24 * 8).sort(links)[1] == [HOME + "sport", HOME + "kultura", HOME + "oznaka/most"]


def test_a_list_that_led_to_an_item_is_woken(memory, finish, again):
    memory.handled(HOME + "sport", 200, '"e"', None, rest="list")
    memory.wake(HOME + "sport")
    finish()
    assert again().sort([HOME + "sport"])[1] == [HOME + "sport"]


def test_validators_are_sent_after_a_finished_run_only(memory, finish, again):
    memory.handled(LIST, 200, '"abc"', "Mon, 23 Nov 2026 10:00:00 GMT")
    assert again().validators(LIST) == {}
    finish()
    assert again().validators(LIST) == {"If-None-Match": '"abc"', "If-Modified-Since": "Mon, 23 Nov 2026 10:00:00 GMT"}
    assert again(full=True).validators(LIST) == {}


def test_failures_are_tried_again_later_and_later(archive, again):
    waits = []
    for _ in range(8):
        again().failed(HOME + "a", 503)
        due = datetime.fromisoformat(archive.fetch(HOME + "a").next_due)
        waits.append(round((due - datetime.now(UTC)).total_seconds() / 3600))
    assert waits == [0, 1, 6, 24, 72, 168, 720, 720]
    assert again().pending() == []
    assert again(hours=721).pending() == [HOME + "a"]


def test_what_is_missing_waits_for_another_day_and_is_gone_when_it_is_missing_again(archive, again):
    archive.save(record("a"), seen_at=NOW - timedelta(days=9))
    again().failed(HOME + "a", 410, missing=True)
    assert again().pending() == []
    assert again(hours=24).pending() == [HOME + "a"]
    stored = archive.get(HOME + "a")
    assert stored.missing_since
    assert stored.gone_at is None
    again(hours=24).failed(HOME + "a", None, missing=True)
    assert archive.get(HOME + "a").gone_at == stored.missing_since


def test_what_comes_back_is_neither_missing_nor_gone(archive, again):
    archive.save(record("a"), seen_at=NOW - timedelta(days=9))
    for hours in (0, 24):
        again(hours).failed(HOME + "a", 404, missing=True)
    archive.save(record("a"), seen_at=NOW + timedelta(hours=48))
    stored = archive.get(HOME + "a")
    assert (stored.missing_since, stored.gone_at) == (None, None)


def test_retry_after_counts_when_it_is_later(archive, memory):
    later = NOW + timedelta(hours=5)
    memory.failed(HOME + "a", 429, later)
    assert datetime.fromisoformat(archive.fetch(HOME + "a").next_due) - later < timedelta(seconds=1)


def test_a_success_forgets_the_failures(memory, again):
    memory.failed(HOME + "a", 503)
    memory.handled(HOME + "a", 200, None, None)
    assert again(hours=2).pending() == []


def test_a_sitemap_that_was_looked_for_in_vain_rests_without_being_a_failure(memory, finish, again):
    memory.failed(HOME + "sitemap.xml", 404, probe=True)
    finish()
    assert again().resting([HOME + "sitemap.xml"]) == {HOME + "sitemap.xml"}
    assert again(hours=24 * 8).pending() == []


def test_parts_of_an_index_are_read_again_when_their_date_changes(memory, finish, again):
    part, index = HOME + "post-sitemap.xml", HOME + "sitemap.xml"
    memory.handled(part, 200, None, None)
    memory.mentioned(part, index, "2026-11-01")
    finish()
    assert again().unchanged({part: "2026-11-01"}, index) == {part}
    assert again().unchanged({part: "2026-11-02"}, index) == set()
    assert again().unchanged({part: ""}, index) == set()


def test_a_record_is_the_same_if_its_text_is(archive, memory):
    archive.save(record("a"))
    assert memory.is_same(record("a"))
    assert not memory.is_same(record("b"))
    other = record("a")
    other.body = "Most je odprt."
    assert not memory.is_same(other)
