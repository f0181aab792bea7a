import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from exporting.conftest import HOSTILE, NOTICE, stored
from newsarchive.exporting import FORMATS, About, ExportError
from newsarchive.exporting.parquet import CHARACTERS, ROWS
from newsarchive.exporting.spreadsheets import COLUMNS, FORMULA
from newsarchive.items import Record

MANY = 20_000
MEGABYTE = 1_000_000
csv.field_size_limit(1 << 30)
MISSING = {"parquet": "pyarrow", "ics": "icalendar"}


def written_pieces(form, records, about):
    if form in MISSING:
        pytest.importorskip(MISSING[form])
    return list(FORMATS[form].write(iter(records), about))


def written(form, records, about):
    return b"".join(written_pieces(form, records, about))


def rows(records, about):
    return list(csv.reader(io.StringIO(written("csv", records, about).decode("utf-8-sig"), newline="")))


def table(records, about):
    parquet = pytest.importorskip("pyarrow.parquet")
    return parquet.read_table(io.BytesIO(written("parquet", records, about))).to_pylist()


def feed(records, about):
    feedparser = pytest.importorskip("feedparser")
    found = feedparser.parse(written("atom", records, about), sanitize_html=False)
    assert not found.bozo, found.bozo_exception
    return found


def events(records, about):
    icalendar = pytest.importorskip("icalendar")
    return icalendar.Calendar.from_ical(written("ics", records, about)).walk("VEVENT")


def test_json_lines_give_the_records_back(some, about):
    lines = written("jsonl", some, about).decode().splitlines()
    assert [Record.from_dict(json.loads(line)) for line in lines] == [one.record for one in some]


def test_json_lines_hold_any_text(hostile, about):
    lines = written("jsonl", hostile, about).decode().split("\n")[:-1]
    assert [json.loads(line)["body"] for line in lines] == list(HOSTILE)


def test_csv_is_what_rfc_4180_says(some, about):
    whole = written("csv", some, about)
    assert whole.startswith(b"\xef\xbb\xbfid,site,kind")
    assert whole.endswith(b"\r\n")
    assert not written("csv", some, replace(about, mark=False)).startswith(b"\xef\xbb\xbf")
    head, first, *_ = rows(some, about)
    told = dict(zip(head, first, strict=True))
    assert tuple(head) == COLUMNS
    assert (told["title"], told["authors"], told["body"]) == (
        "Most čez Pako",
        "Ana Primer | Bor Vzorec",
        some[0].record.body,
    )


@pytest.mark.parametrize("sign", FORMULA)
@pytest.mark.parametrize("before", ["", "\0"])
@pytest.mark.parametrize("field", ["title", "authors", "tags", "section", "published", "url"])
def test_no_cell_is_a_formula(about, sign, before, field):
    text = f"{before}{sign}1+1"
    _, row = rows([stored(**{field: [text, "b"] if field in ("authors", "tags") else text})], about)
    assert row[COLUMNS.index(field)].startswith(f"'{sign}1+1")


def test_csv_holds_any_text_but_nul(hostile, about):
    _, *found = rows(hostile, about)
    assert b"\0" not in written("csv", hostile, about)
    assert len(found) == len(HOSTILE)
    assert all(len(row) == len(COLUMNS) and not row[4].startswith(FORMULA) for row in found)


def test_parquet_has_types(some, about):
    first, notice, obituary = table(some, about)
    assert first["first_seen"] == datetime(2026, 1, 27, 8, 30, tzinfo=UTC)
    assert (first["id"], first["authors"], first["published"]) == (
        1,
        ["Ana Primer", "Bor Vzorec"],
        some[0].record.published,
    )
    assert (first["published_day"], notice["published_day"], obituary["published"]) == (date(2026, 1, 27), None, None)
    assert first["images"] == [
        {"url": "https://demo.example/1.jpg", "caption": "Napis", "credit": "Ana Primer", "alt": None}
    ]
    assert notice["notices"] == some[1].record.to_dict()["notices"]
    assert obituary["obituaries"] == some[2].record.to_dict()["obituaries"]
    assert dict(first["evidence"]) == {"title": "json-ld"}


def test_parquet_holds_any_text(hostile, about):
    texts = [one["body"] for one in table(hostile, about)]
    assert texts == list(HOSTILE)


def test_parquet_of_nothing_has_its_columns(about):
    parquet = pytest.importorskip("pyarrow.parquet")
    found = parquet.read_table(io.BytesIO(written("parquet", [], about)))
    assert (found.num_rows, found.column_names[0]) == (0, "id")


def test_parquet_opens_in_duckdb(some, about, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "a.parquet"
    path.write_bytes(written("parquet", some, about))
    asked = f"SELECT n.service, n.windows[1].starts FROM (SELECT unnest(notices) AS n FROM '{path}')"
    assert duckdb.sql(asked).fetchall() == [("water", "2026-03-29T01:00:00+01:00")]


def test_a_feed_is_valid(some, about):
    found = feed(some, about)
    assert (found.feed.title, len(found.entries)) == ("Most <b>", 3)
    first = found.entries[0]
    assert (first.id, first.link, first.title) == (first.link, some[0].record.url, "Most čez Pako")
    assert first.published == first.updated == "2026-01-27T09:12:00+01:00"
    assert found.entries[1].updated == some[1].first_seen
    assert "published" not in found.entries[1]
    assert [one.name for one in first.authors] == ["Ana Primer", "Bor Vzorec"]


def test_a_feed_holds_any_text(hostile, about):
    found = feed(hostile, about)
    assert len(found.entries) == len(HOSTILE)
    assert found.entries[0].title == HOSTILE[0]
    assert found.entries[0].content[0].type == "text/plain"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://demo.example/a b\n<c>č", "", "ftp://x/"])
def test_any_address_has_an_identifier_and_no_dangerous_link(about, url):
    (entry,) = feed([stored(url=url)], about).entries
    assert entry.id.startswith(("urn:uuid:", "http://"))
    assert not entry.get("link", "http://").startswith("javascript")


def test_a_feed_of_nothing_is_valid():
    assert feed([], About()).entries == []


def test_a_calendar_has_windows_and_ceremonies(some, about):
    clock, day, funeral = events(some, about)
    assert clock["DTSTART"].dt.astimezone(UTC) == datetime(2026, 3, 29, 0, tzinfo=UTC)
    assert clock["DTEND"].dt.astimezone(UTC) == datetime(2026, 3, 29, 2, tzinfo=UTC)
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (date(2026, 10, 25), date(2026, 10, 27))
    assert funeral["LOCATION"] == "Podkraj"
    assert len({one["UID"] for one in (clock, day, funeral)}) == 3


def test_a_calendar_holds_any_text(hostile, about):
    assert len(events(hostile, about)) == len(HOSTILE)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_records_give_the_same_bytes(form, some, about):
    assert written(form, some, about) == written(form, some, about)


@pytest.mark.parametrize("form", FORMATS)
def test_memory_does_not_grow_with_the_records(form, about):
    """What is read is written before more is read: a record at a time, in Parquet a group of rows."""
    if form in MISSING:
        pytest.importorskip(MISSING[form])
    many = MANY // 20 if form == "ics" else MANY  # events take their time
    read, longest, ahead = 0, 0, []

    def records():
        nonlocal read
        for read in range(1, many + 1):
            yield replace(one, id=read)

    one = replace(NOTICE, record=replace(NOTICE.record, body="beseda " * 50))
    told = 0
    for piece in FORMATS[form].write(records(), about):
        ahead.append(read - told)
        told, longest = read, max(longest, len(piece))
    assert read == many
    assert max(ahead) <= (ROWS if form == "parquet" else 1)
    assert longest < MEGABYTE


def test_a_group_of_long_rows_is_written_early(about):
    one = stored(body="b" * (CHARACTERS // 3 + 1))
    pieces = written_pieces("parquet", [one] * 7, about)
    assert len(pieces) == 4


@pytest.mark.parametrize(("form", "name"), MISSING.items())
def test_what_is_not_installed_is_told(form, name, about, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, name, None)
    with pytest.raises(ExportError, match=rf'"pip install newsarchive\[{form}\]"'):
        FORMATS[form].write([], about)
