"""What the archive keeps of sites' templates, and how a reading of the same crawl takes the place of another."""

from datetime import UTC, datetime

import pytest

from newsarchive.archive import StoredTemplate
from newsarchive.items import Record

NOW = datetime(2026, 1, 27, 8, tzinfo=UTC)
URL = "https://demo.example/novice/most"


@pytest.fixture
def crawled(archive, article):
    """Save a record as a run brought it; give run and record."""

    def crawl(body, at="2026-01-27T08:00:00Z"):
        run = archive.start_run("demo")
        place = {"file": "warc/demo/demo-20260127-001.warc.gz", "offset": 0, "length": 10}
        page = archive.note_snapshot(URL, site="demo", fetched_at=at, status=200, run=run, **place)
        return run, archive.save(article(url=URL, body=body), snapshot=page, seen_at=datetime.fromisoformat(at)).id

    return crawl


def read_again(archive, number, body, run):
    known = archive.get(number).record
    again = Record(**{**known.to_dict(), "images": [], "notices": [], "obituary": None, "body": body})
    return archive.reread(number, again, extractor="2", run=run)


def texts(archive, number):
    return [(version.cause, version.body) for version in archive.versions(number)]


def test_the_last_one_counts(archive):
    assert archive.template("demo") is None
    for body in ("{}", '{"format":1}'):
        archive.note_template("demo", body, pages=12, reader="0.1.0+12345678", at=NOW)
    archive.note_template("drugi", "{}", pages=8, reader="0.1.0+12345678")
    last = StoredTemplate("demo", 2, "2026-01-27T08:00:00.000Z", 12, "0.1.0+12345678", '{"format":1}')
    assert archive.template("demo") == last
    assert [one.version for one in archive.templates("demo")] == [1, 2]
    assert archive.template("drugi").version == 1


def test_a_better_reading_of_the_same_crawl_is_no_version(archive, crawled, sound):
    run, number = crawled("Most je odprt. Zadnje novice.")
    assert read_again(archive, number, "Most je odprt.", run).outcome == "changed"
    assert texts(archive, number) == [("published", "Most je odprt.")]
    assert archive.versions(number)[0].digest == archive.get(number).digest
    assert archive.search("zadnje") == []


def test_of_an_edit_that_the_crawl_has_found_the_reading_is_replaced(archive, crawled):
    _, number = crawled("Most bo odprt.")
    run, _ = crawled("Most je odprt 5. maja. Zadnje novice.", "2026-01-28T08:00:00Z")
    read_again(archive, number, "Most je odprt.", run)
    assert texts(archive, number) == [("published", "Most bo odprt."), ("edited", "Most je odprt.")]
    assert archive.versions(number)[1].alters == ("words",)


@pytest.mark.parametrize("same", [True, False])
def test_what_an_earlier_crawl_has_stored_stays(archive, crawled, same):
    _, number = crawled("Most je odprt. Zadnje novice.")
    later, _ = crawled("Most je odprt. Zadnje novice.", "2026-01-28T08:00:00Z")
    read_again(archive, number, "Most je odprt.", later if same else None)
    assert texts(archive, number) == [("published", "Most je odprt. Zadnje novice."), ("reread", "Most je odprt.")]
