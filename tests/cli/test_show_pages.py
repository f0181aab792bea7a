"""What ``newsarchive show`` tells people of a record's pages, its past and what resembles it."""

import dataclasses
import json
from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Record

START = datetime(2026, 1, 27, 8, tzinfo=UTC)
FILE = "warc/demo/demo-20260127-001.warc.gz"
BODY = "Zaradi del na vodovodu bo Jenkova cesta zaprta v četrtek, {}. januarja, od 7. do 15. ure za ves promet."
NOTICE = Record("article", "demo", "https://demo.example/zapora", title="Zapora Jenkove ceste", body=BODY.format(29))


@pytest.fixture
def data(tmp_path):
    """Make a record that was edited, found unchanged, then missed; a page for each; and a twin elsewhere."""
    with Archive(tmp_path / "archive.db") as archive:
        pages = [_note(archive, hours) for hours in (0, 1)]
        pages.append(_note(archive, 2, original=pages[1], redacted=START))
        edited = dataclasses.replace(NOTICE, body=BODY.format(30))
        for hours, (record, page) in enumerate(zip((NOTICE, edited, edited), pages, strict=True)):
            archive.save(record, snapshot=page, seen_at=START + timedelta(hours=hours), extractor="0.1.0+ab")
        archive.save(dataclasses.replace(NOTICE, site="drugi", url="https://drugi.example/zapora"), seen_at=START)
        archive.note_missing(NOTICE.url, START + timedelta(days=1))
    return tmp_path


def _note(archive, hours, **values):
    place = {"file": FILE, "offset": hours * 1000, "length": 900}
    moment = START + timedelta(hours=hours)
    return archive.note_snapshot(NOTICE.url, site="demo", fetched_at=moment, status=200, **place, **values)


@pytest.fixture
def tell(run, data):
    """Give the indented lines of a block of ``show``."""

    def block(name, *options):
        lines = iter(run(data, "show", *options).stdout.splitlines())
        assert name in lines, name
        return [line.strip() for line in iter(lambda: next(lines, ""), "")]

    return block


def test_where_the_page_lies_and_what_became_of_it(tell):
    assert tell("Archive", "1") == [
        "record 1, first seen 2026-01-27T08:00:00.000Z, last seen 2026-01-27T10:00:00.000Z",
        "read by newsarchive 0.1.0+ab",
        f"page: {FILE}, offset 2000, fetched 2026-01-27T10:00:00.000Z, cut out 2026-01-27T08:00:00.000Z",
        f"its bytes: {FILE}, offset 1000, fetched 2026-01-27T09:00:00.000Z",
        "version 1: published, 2026-01-27T08:00:00.000Z",
        "version 2: edited, 2026-01-27T09:00:00.000Z, alters numbers",
        "not found since 2026-01-28T08:00:00.000Z",
    ]


def test_an_earlier_version_has_its_own_page(tell):
    assert f"page: {FILE}, offset 0, fetched 2026-01-27T08:00:00.000Z" in tell("Archive", "1", "--version", "1")


def test_once_gone_it_is_told_since_when(data, tell):
    with Archive(data / "archive.db") as archive:
        archive.note_missing(NOTICE.url, START + timedelta(days=2))
    assert tell("Archive", "1")[-1] == "taken down by the portal, 2026-01-28T08:00:00.000Z"


def test_what_resembles_it_and_what_differs(tell):
    (line,) = tell("Resembles", "1")
    assert line.startswith("record 2 · drugi · ")
    assert "numbers, 30 -> 29" in line
    assert line.endswith(" · Zapora Jenkove ceste · https://drugi.example/zapora")


def test_the_record_itself_holds_nothing_of_that(run, data):
    assert (
        json.loads(run(data, "show", "1", "--json").stdout)
        == dataclasses.replace(NOTICE, body=BODY.format(30)).to_dict()
    )


def test_a_change_tells_what_it_alters(run, data):
    assert run(data, "show", "1", "--diff").stdout.splitlines()[0].endswith(", alters numbers")
    assert json.loads(run(data, "show", "1", "--diff", "--json").stdout)["alters"] == ["numbers"]
