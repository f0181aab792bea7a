"""Whatever is saved, in whatever order, the archive keeps its promises."""

import dataclasses
from contextlib import contextmanager
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.archive import Archive, Saved
from newsarchive.archive.clean import clean
from newsarchive.archive.digest import digest
from newsarchive.items import KINDS, Ceremony, Image, Notice, Obituary, Record, Window

texts = st.text(st.characters() | st.characters(categories=["Cs"]) | st.sampled_from("\0č\u030c🙂\"'"), max_size=30)
maybe = st.none() | texts
lists = st.lists(texts, max_size=3)
windows = st.builds(Window, maybe, maybe, maybe)
notices = st.builds(Notice, *[maybe] * 4, lists, maybe, maybe, st.lists(windows, max_size=2))
ceremonies = st.lists(st.builds(Ceremony, maybe, maybe, maybe), max_size=2)
ages = st.none() | st.integers(-(2**63), 2**63 - 1)
obituaries = st.builds(Obituary, *[maybe] * 6, ages, maybe, ceremonies, maybe)
records = st.builds(
    Record,
    st.sampled_from(KINDS),
    texts,
    texts,
    *[maybe] * 3,
    authors=lists,
    source=maybe,
    section=maybe,
    tags=lists,
    language=maybe,
    published=maybe,
    modified=maybe,
    published_raw=maybe,
    images=st.lists(st.builds(Image, texts, maybe, maybe, maybe), max_size=2),
    notices=st.lists(notices, max_size=2),
    obituary=st.none() | obituaries,
    aliases=st.lists(texts, max_size=3),
    evidence=st.dictionaries(texts, texts, max_size=2),
)

few = st.sampled_from("abc")
urls = st.builds(
    "http{}://{}demo.example/{}{}".format,
    st.sampled_from(["", "s"]),
    st.sampled_from(["", "www."]),
    few,
    st.sampled_from(["", "/"]),
)
small = st.builds(
    Record,
    st.sampled_from(KINDS),
    st.just("demo"),
    urls,
    title=few,
    body=st.sampled_from([None, "ena", "ena  ", "dve – tri", "dve - tri"]),
    authors=st.lists(few, max_size=2),
    published=st.sampled_from([None, "2026-01-27"]),
    images=st.lists(st.builds(Image, urls), max_size=2),
    notices=st.lists(st.builds(Notice, few, windows=st.lists(st.builds(Window, few), max_size=2)), max_size=2),
    obituary=st.none() | st.builds(Obituary, few),
    aliases=st.lists(urls | st.just("http://demo.example/"), max_size=2),
    evidence=st.sampled_from([{}, {"url": "canonical"}]),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("data") / "archive.db") as archive:
        yield archive


@contextmanager
def undone(archive):
    """Take back in the end what was saved inside."""
    connection = archive.connection
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


@given(record=records)
@settings(max_examples=300, deadline=None)
def test_any_record_comes_back_as_it_was_cleaned(shared, record):
    with undone(shared):
        saved = shared.save(record)
        assert saved.outcome == "new"
        back = shared.get(saved.id).record
        cleaned = clean(record)
        assert dataclasses.replace(back, aliases=[]) == dataclasses.replace(cleaned, aliases=[])
        assert set(back.aliases) <= set(cleaned.aliases)
        assert shared.save(record).outcome == "unchanged"
        assert shared.save(back) == Saved(saved.id, "unchanged")


@given(record=records)
def test_cleaning_twice_changes_nothing(record):
    assert clean(clean(record)) == clean(record)


@given(sequence=st.lists(small, min_size=1, max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_sequence_of_saves_keeps_the_promises(shared, sequence):
    with undone(shared):
        changes = {}
        for record in sequence:
            saved = shared.save(record)
            assert (saved.id in changes) == (saved.outcome != "new")
            changes[saved.id] = changes.get(saved.id, 0) + (saved.outcome != "unchanged")
            assert shared.get(record.url).id == saved.id
        _check(shared, changes)


def _check(archive, changes):
    connection = archive.connection
    assert list(connection.rows("PRAGMA foreign_key_check")) == []
    connection.execute("INSERT INTO records_fts(records_fts, rank) VALUES ('integrity-check', 1)")
    assert {stored.id for stored in archive.records()} == set(changes)
    owners = {}
    for stored in archive.records():
        record = stored.record
        assert stored.digest == digest(record.title, record.lead, record.body)
        versions = archive.versions(stored.id)
        assert len(versions) == changes[stored.id]
        assert [version.cause for version in versions] == ["published"] + ["edited"] * (len(versions) - 1)
        assert all(one.digest != other.digest for one, other in pairwise(versions))
        assert versions[-1].digest == stored.digest
        for url in (record.url, *record.aliases):
            assert archive.get(url).id == stored.id
            assert owners.setdefault(url, stored.id) == stored.id
