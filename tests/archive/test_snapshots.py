"""The index of the WARC files."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsarchive.archive import BadRecordError, Snapshot, Warc, snapshots

NOW = datetime(2026, 1, 27, 8, tzinfo=UTC)
PAGE = "https://www.demo.example/novice/most/"
FILE = "warc/demo/demo-20260127-001.warc.gz"


@pytest.fixture
def note(archive):
    """Note a response, by default a page of the site demo."""

    def build(url=PAGE, **values):
        base = {"site": "demo", "fetched_at": NOW, "status": 200, "file": FILE, "offset": 0, "length": 10}
        return archive.note_snapshot(url, **{**base, **values})

    return build


def numbers(found):
    return [snapshot.id for snapshot in found]


def test_a_response_comes_back_whole(archive, note, sound):
    run = archive.start_run("demo", NOW)
    first = note(digest="sha256:aa", mime="text/html", run=run)
    second = note(fetched_at="2026-01-28T09:00:00+01:00", original=first, redacted=NOW)
    assert archive.snapshot(first) == Snapshot(
        id=first,
        url=PAGE,
        fetched_at="2026-01-27T08:00:00.000Z",
        status=200,
        mime="text/html",
        digest="sha256:aa",
        file=FILE,
        offset=0,
        length=10,
        site="demo",
        run=run,
        address="demo.example/novice/most",
        original=None,
        redacted=None,
    )
    again = archive.snapshot(second)
    assert (again.fetched_at, again.original) == ("2026-01-28T08:00:00.000Z", first)
    assert again.redacted == "2026-01-27T08:00:00.000Z"


def test_there_is_no_such_response(archive):
    assert archive.snapshot(1) is None
    assert list(archive.snapshots()) == []


@pytest.mark.parametrize("values", [{"run": 7}, {"original": 7}, {"url": "http://demo.example/\udcff"}], ids=str)
def test_what_points_nowhere_is_refused(note, archive, values):
    with pytest.raises(BadRecordError):
        note(**values)
    assert list(archive.snapshots()) == []


def test_responses_are_found_by_what_is_known_of_them(archive, note):
    run = archive.start_run("demo", NOW)
    note()
    note("https://demo.example/feed", run=run, offset=10)
    note("http://demo.example/novice/most", file="warc/demo/b.warc.gz", fetched_at=NOW + timedelta(days=1))
    note("https://other.example/", site="other", file="warc/other/a.warc.gz")
    assert numbers(archive.snapshots()) == [1, 2, 3, 4]
    assert numbers(archive.snapshots("demo")) == [1, 2, 3]
    assert numbers(archive.snapshots(file=FILE)) == [1, 2]
    assert numbers(archive.snapshots(run=run)) == [2]
    assert numbers(archive.snapshots(url="https://demo.example/novice/most")) == [1, 3]
    assert numbers(archive.snapshots("demo", since=NOW.astimezone(timezone(timedelta(hours=1))))) == [1, 2, 3]
    assert numbers(archive.snapshots("demo", since=NOW + timedelta(hours=1))) == [3]


def test_any_number_of_responses_can_be_worked_through_while_more_come(archive, note, monkeypatch):
    monkeypatch.setattr(snapshots, "MANY", 2)
    for _ in range(5):
        note()
    seen = []
    for snapshot in archive.snapshots():
        seen.append(snapshot.id)
        if len(seen) == 3:
            note()
    assert seen == [1, 2, 3, 4, 5, 6]


def test_a_payload_is_found_where_it_really_lies(archive, note):
    assert archive.find_payload("sha256:aa", "demo") is None
    first = note(digest="sha256:aa", redacted=NOW)
    note(digest="sha256:aa", original=first)
    note(digest="sha256:aa", length=None)
    assert archive.find_payload("sha256:aa", "demo") is None
    whole = note(digest="sha256:aa")
    note(digest="sha256:aa")
    assert archive.find_payload("sha256:aa", "demo").id == whole
    assert archive.find_payload("sha256:aa", "other") is None, "each site's files stand for themselves"
    assert archive.find_payload("sha256:bb", "demo") is None


def test_a_file_is_sealed_and_may_be_gone_on_with(archive):
    archive.note_warc(FILE, "demo")
    assert archive.warcs() == [Warc(FILE, "demo", None, None, None)]
    archive.seal_warc(FILE, 1234, "ab" * 32, at=NOW)
    assert archive.warcs("demo") == [Warc(FILE, "demo", 1234, "ab" * 32, "2026-01-27T08:00:00.000Z")]
    archive.note_warc(FILE, "demo")
    assert archive.warcs("demo") == [Warc(FILE, "demo", None, None, None)]
    assert archive.warcs("other") == []


def test_files_come_by_name(archive):
    for file in ("b", "c", "a"):
        archive.note_warc(file, "demo")
    assert [warc.file for warc in archive.warcs()] == ["a", "b", "c"]


def test_a_record_outlives_its_page(archive, article, note):
    number = archive.save(article(), snapshot=note()).id
    archive.connection.execute("DELETE FROM snapshots")
    assert archive.get(number).snapshot is None
    assert [version.snapshot for version in archive.versions(number)] == [None]
