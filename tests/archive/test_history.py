"""What a record said, and when: edits, better readings, and captures that turn up late."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.archive import Archive, BadRecordError, Reread
from newsarchive.items import Record

PAGE = "https://demo.example/novice/most"
START = datetime(2026, 1, 27, 8, tzinfo=UTC)


def at(hours):
    return START + timedelta(hours=hours)


def hour(moment):
    return round((datetime.fromisoformat(moment) - START).total_seconds() / 3600)


@pytest.fixture
def told(archive):
    """Give the versions of record 1: text, hour and cause of each."""
    return lambda: [(one.body, hour(one.seen_at), one.cause) for one in archive.versions(1)]


@pytest.fixture
def see(archive, article):
    """Save the article with a text at an hour."""
    return lambda body, hours, **values: archive.save(article(body=body), seen_at=at(hours), **values)


@pytest.fixture
def page(archive):
    """Note a page that was fetched at an hour, and give its number."""

    def note(hours=0):
        place = {"file": "warc/demo/demo-20260127-001.warc.gz", "offset": hours, "length": 10}
        return archive.note_snapshot(PAGE, site="demo", fetched_at=at(hours), status=200, **place)

    return note


# Several texts of one moment, as files of other crawlers with whole seconds have them


@pytest.mark.parametrize("texts", ["ab", "aba", "aab", "abc"])
@pytest.mark.parametrize("end", ["", "z"])
def test_several_texts_of_one_moment_are_told_once(see, told, sound, texts, end):
    sights = [*((text, 5) for text in texts), *((text, 9) for text in end)]
    for text, hours in sights:
        see(text, hours)
    before = told()
    for text, hours in sights * 2:
        assert see(text, hours).outcome == "unchanged"
    assert told() == before


def test_a_new_text_of_the_last_moment_is_the_present_one(archive, see, told):
    for text in "abc":
        see(text, 5)
    assert told() == [("a", 5, "published"), ("b", 5, "edited"), ("c", 5, "edited")]
    assert archive.get(1).record.body == "c"


# The portal or the reader


@pytest.fixture
def reads(article):
    """Build a reader that finds this text on the stored page."""
    return lambda body: lambda stored: None if body is None else article(body=body)


READINGS = {
    "the old page gives the new text": ("b", [("a", 0, "published"), ("b", 0, "reread")], "reread"),
    "the old page gives the stored text": ("a", [("a", 0, "published"), ("b", 5, "edited")], "edited"),
    "the old page gives a third text": (
        "c",
        [("a", 0, "published"), ("c", 0, "reread"), ("b", 5, "edited")],
        "edited",
    ),
    "no old page": (None, [("a", 0, "published"), ("b", 5, "edited")], "edited"),
}


@pytest.mark.parametrize("name", READINGS)
def test_portal_and_reader_are_told_apart_by_reading_the_old_page(archive, see, told, page, reads, sound, name):
    reading, expected, cause = READINGS[name]
    see("a", 0, snapshot=page(0), extractor="1")
    saved = see("b", 5, snapshot=page(5), reread=reads(reading), extractor="2")
    assert (saved.outcome, saved.cause) == ("changed", cause)
    assert told() == expected
    stored = archive.get(1)
    assert (stored.record.body, hour(stored.last_seen)) == ("b", 5)
    assert (stored.snapshot, stored.extractor) == (2, "2")


def test_each_version_has_the_page_from_which_it_was_read(archive, see, page, reads):
    see("a", 0, snapshot=page(0))
    see("b", 5, snapshot=page(5), reread=reads("c"))
    assert [version.snapshot for version in archive.versions(1)] == [1, 1, 2]


@pytest.mark.parametrize("body", ["a", " a "])
def test_what_reads_the_same_is_not_read_again(see, page, body):
    def fail(stored):
        raise AssertionError("the old page was read")

    see("a", 0, snapshot=page(0))
    assert see(body, 5, snapshot=page(5), reread=fail).outcome == "unchanged"


def test_without_a_kept_page_nothing_is_read_again(see, told):
    see("a", 0)
    see("b", 5, reread=lambda stored: 1 / 0)
    assert told() == [("a", 0, "published"), ("b", 5, "edited")]


def test_the_reader_is_given_the_record_and_its_page(archive, see, page):
    asked = []
    see("a", 0, snapshot=page(0))
    see("a", 2, snapshot=page(2))
    see("b", 5, snapshot=page(5), reread=lambda stored: asked.append(stored))
    assert [(stored.id, stored.snapshot, stored.record.body) for stored in asked] == [(1, 2, "a")]


def test_the_page_is_updated_at_each_sight_that_has_one(archive, see, page):
    see("a", 0, snapshot=page(0))
    see("a", 1, snapshot=page(1))
    see("a", 2)
    assert archive.get(1).snapshot == 2
    see("b", 3)
    assert archive.get(1).snapshot is None, "the present text was not read from that page"


def test_a_record_brings_its_own_page(archive, article, page):
    record = article()
    record.snapshot = page()
    archive.save(record)
    assert archive.get(1).record.snapshot == archive.get(1).snapshot == 1


def test_each_edit_is_judged(archive, article):
    for body in ("Zaprto od 7. do 12. ure.", "Zaprto od 7. do 15. ure.", "Zaprto bo od 7. do 15. ure."):
        archive.save(article(body=body))
    assert [version.alters for version in archive.versions(1)] == [None, ("numbers",), ("words",)]


def test_changes_lists_what_matters_first(archive, article, rows):
    edits = {
        "words": ("Cesta je zaprta.", "Cesta bo zaprta."),
        "numbers": ("Zaprto do 12. ure.", "Zaprto do 15. ure."),
        "signs": ("Zaprto, za zdaj.", "Zaprto za zdaj."),
        "negations": ("Odprto bo.", "Ne bo odprto."),
    }
    for hours, (name, texts) in enumerate(edits.items()):
        for later, body in enumerate(texts):
            archive.save(article(name, body=body), seen_at=at(hours + 10 * later))
    archive.save(article("read", body="a"), seen_at=at(50))
    archive.reread(5, article("read", body="b"))
    archive.connection.execute("UPDATE versions SET alters = NULL WHERE record = 1")
    assert rows("SELECT weight, alters, record FROM changes") == [
        ("substantive", "negations", 4),
        ("substantive", "numbers", 2),
        (None, None, 1),
        ("cosmetic", "typography", 3),
        (None, "words", 5),
    ]


# Read again on purpose


def test_a_new_text_of_the_same_page_is_a_version(archive, see, told, page, article, sound):
    see("a", 0, snapshot=page(0), extractor="1")
    see("a", 4, snapshot=page(4), extractor="1")
    record = article(body="b", section="Novice")
    assert archive.reread(1, record, extractor="2") == Reread("changed", ("body", "section"))
    assert told() == [("a", 0, "published"), ("b", 4, "reread")]
    stored = archive.get(1)
    assert (hour(stored.first_seen), hour(stored.last_seen), stored.extractor, stored.snapshot) == (0, 4, "2", 2)
    assert stored.record == record


def test_other_fields_make_no_version(archive, see, article, told):
    see("a", 0)
    assert archive.reread(1, article(body="a", tags=["ceste"])) == Reread("fields", ("tags",))
    assert archive.get(1).record.tags == ["ceste"]
    assert told() == [("a", 0, "published")]


def test_the_same_again_changes_nothing_but_the_readers_name(archive, see, article):
    see("a", 0)
    assert archive.reread(1, article(body="a"), extractor="2") == Reread("unchanged")
    assert archive.get(1).extractor == "2"
    before = archive.connection.value("SELECT total_changes()")
    archive.reread(1, article(body="a"), extractor="2")
    assert archive.connection.value("SELECT total_changes()") == before


def test_what_is_gone_stays_gone_when_it_is_read_again(archive, see, article):
    see("a", 0)
    archive.note_missing(article().url, at(24))
    archive.note_missing(article().url, at(48))
    archive.reread(1, article(body="b"))
    stored = archive.get(1)
    assert (hour(stored.gone_at), hour(stored.missing_since), hour(stored.last_seen)) == (24, 24, 0)


def test_a_date_that_the_page_does_not_tell_is_given_back(archive, see, article, page):
    see("a", 0, snapshot=page(0))
    archive.reread(1, article(body="a", published=None))
    assert archive.get(1).record.published is None


def test_a_date_that_another_page_told_is_kept(archive, see, article, page):
    see("a", 0, snapshot=page(0))
    see("b", 5, snapshot=page(5))
    archive.reread(1, article(body="b", published=None))
    assert archive.get(1).record.published == article().published


def test_reading_again_what_is_not_there_is_refused(archive, article):
    with pytest.raises(BadRecordError, match="there is no record 7"):
        archive.reread(7, article())


# Captures that turn up late

LATE = {
    "before the first": ("a", -2, [("a", -2, "published"), ("b", 0, "edited"), ("c", 4, "edited")]),
    "the first, earlier": ("b", -2, [("b", -2, "published"), ("c", 4, "edited")]),
    "the first, once more": ("b", 2, [("b", 0, "published"), ("c", 4, "edited")]),
    "the second, earlier": ("c", 2, [("b", 0, "published"), ("c", 2, "edited")]),
    "between two": ("a", 2, [("b", 0, "published"), ("a", 2, "edited"), ("c", 4, "edited")]),
    "the present, once more": ("c", 6, [("b", 0, "published"), ("c", 4, "edited")]),
    "while the present text held": (
        "a",
        6,
        [("b", 0, "published"), ("c", 4, "edited"), ("a", 6, "edited"), ("c", 8, "edited")],
    ),
    "the newest": ("a", 9, [("b", 0, "published"), ("c", 4, "edited"), ("a", 9, "edited")]),
}


@pytest.mark.parametrize("name", LATE)
def test_a_late_capture_takes_its_place_in_time(archive, see, told, sound, name):
    body, hours, expected = LATE[name]
    for text, moment in (("b", 0), ("c", 4), ("c", 8)):
        see(text, moment)
    made = len(expected) > 2
    assert see(body, hours).outcome == ("changed" if made else "unchanged")
    assert told() == expected
    stored = archive.get(1)
    assert hour(stored.first_seen) == expected[0][1]
    assert (stored.record.body, hour(stored.last_seen)) == (("a", 9) if hours == 9 else ("c", 8))
    assert see(body, hours).outcome == "unchanged", "the same capture again is no news"
    assert told() == expected


def test_the_changes_around_a_late_capture_are_judged_anew(archive, see):
    for body, hours in (("Ob 7. uri.", 0), ("Ob 9. uri.", 4), ("Ob 9. uri bo.", 2)):
        see(body, hours)
    assert [version.alters for version in archive.versions(1)] == [None, ("numbers", "words"), ("words",)]


def test_a_better_reading_after_a_late_capture_is_an_edit_of_it(archive, see, told, article):
    see("a", 0)
    see("a", 10)
    archive.reread(1, article(body="b"))
    see("c", 5)
    assert told() == [("a", 0, "published"), ("c", 5, "edited"), ("b", 10, "edited")]


@pytest.mark.parametrize("body", ["a", "b"])
def test_a_late_capture_that_reads_like_either_reading_is_no_news(archive, see, told, article, body):
    see("a", 0)
    see("a", 10)
    archive.reread(1, article(body="b"))
    assert see(body, 5).outcome == "unchanged"
    assert told() == [("a", 0, "published"), ("b", 10, "reread")]


def test_a_late_capture_is_compared_with_what_todays_reader_makes_of_the_present_page(see, told, page, reads, archive):
    see("a", 0, snapshot=page(0), extractor="1")
    see("a", 10, snapshot=page(10), extractor="1")
    assert see("b", -5, reread=reads("b"), extractor="2").cause == "reread"
    assert told() == [("a", -5, "published"), ("b", 10, "reread")]
    assert archive.get(1).record.body == "b"


def test_a_date_that_only_an_older_page_told_is_believed(archive, article):
    archive.save(article(published=None), seen_at=at(5))
    told = {"published": "2026-01-20", "published_raw": "20. 1.", "evidence": {"published": "time", "title": "h1"}}
    archive.save(article(**told), seen_at=at(0))
    archive.save(article(published="1999"), seen_at=at(1))
    record = archive.get(1).record
    assert (record.published, record.published_raw, record.evidence) == ("2026-01-20", "20. 1.", {"published": "time"})


def test_an_older_page_changes_nothing_else_but_adds_its_addresses(archive, article):
    archive.save(article(section="Novice"), seen_at=at(5))
    older = article(section="Arhiv", title="Star naslov", aliases=["https://demo.example/?p=17"])
    archive.save(older, seen_at=at(0))
    assert archive.get("https://demo.example/?p=17").record == article(section="Novice", aliases=older.aliases)


def test_an_older_page_does_not_bring_back_what_is_gone(archive, see, article):
    see("a", 0)
    archive.note_missing(article().url, at(24))
    archive.note_missing(article().url, at(48))
    see("a", 12)
    assert hour(archive.get(1).gone_at) == 24
    see("a", 72)
    assert (archive.get(1).gone_at, archive.get(1).missing_since) == (None, None)


def test_a_clock_that_was_set_back_makes_no_past(archive, article, told):
    archive.save(article(body="a"), seen_at=datetime(2099, 1, 1, tzinfo=UTC))
    archive.save(article(body="b"))
    assert archive.get(1).record.body == "b"
    assert archive.get(1).last_seen == "2099-01-01T00:00:00.000Z"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("data") / "archive.db") as archive:
        yield archive


@settings(deadline=None)
@given(sights=st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)), min_size=1, max_size=9))
def test_in_whatever_order_captures_come_the_history_is_whole(shared, sights):
    shared.connection.execute("BEGIN")
    try:
        for body, hours in sights:
            number = shared.save(Record("article", "demo", PAGE, title="Most", body=body), seen_at=at(hours)).id
        versions, stored = shared.versions(number), shared.get(number)
    finally:
        shared.connection.execute("ROLLBACK")
    moments = [hours for _, hours in sights]
    assert (hour(stored.first_seen), hour(stored.last_seen)) == (min(moments), max(moments))
    assert versions[-1].digest == stored.digest
    assert versions[0].seen_at == stored.first_seen
    assert [version.cause for version in versions] == ["published"] + ["edited"] * (len(versions) - 1)
    assert all(one.digest != other.digest for one, other in pairwise(versions))
