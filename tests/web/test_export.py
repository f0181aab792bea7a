import asyncio
import csv
import io
import json
import sys
import threading

import pytest
from cli.archived import CILKA, MOST, ZAPORA

from newsarchive.archive import Archive
from newsarchive.items import Record
from newsarchive.web import pages, streaming
from newsarchive.web.streaming import Pieces, send_pieces

page = sys.modules[f"{pages.__name__}.export"]
QUESTIONS = [
    "q=most",
    "q=most&site=demo",
    "q=most&kind=notice",
    "q=most&year=2026",
    "q=most&since=2026-01-21",
    "q=most&until=2026-01-21",
    "q=most&author=Ana+Primer",
    "q=most&section=Novice",
    "q=nikjer",
    "q=%22&site=%00&since=x&year=-1&kind=novel",
]


@pytest.fixture(autouse=True)
def filled(archive):
    for record in (MOST, ZAPORA, CILKA):
        archive.save(record)


def urls(answer):
    return [json.loads(line)["url"] for line in answer.text.splitlines()]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_export_is_what_the_search_finds(get, data, question):
    from newsarchive.web.asking import asked
    from newsarchive.web.visit import Visit, arguments_of

    with Archive(data / "archive.db", readonly=True) as archive:
        hits = asked(Visit("/search", arguments_of(question))).find(archive, limit=100).hits
    found = sorted(url for hit in hits for url in (hit.url, *(one.url for one in hit.also)))
    assert sorted(urls(get(f"/export.jsonl?{question}"))) == found


def test_without_a_question_it_is_everything(get):
    assert len(urls(get("/export.jsonl"))) == 3


def test_csv_is_stored_under_a_name(get):
    answer = get("/export.csv?kind=notice")
    assert answer.headers["content-disposition"] == 'attachment; filename="newsarchive.csv"'
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert row["title"] == "'=HYPERLINK(zapora)"


def test_parquet(get):
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_table(io.BytesIO(get("/export.parquet").content)).num_rows == 3


def test_what_is_not_installed_is_told(get, monkeypatch):
    monkeypatch.setattr(page, "find_spec", lambda name: None)
    answer = get("/export.parquet?lang=en")
    assert answer.status_code == 501
    assert "pip install newsarchive[parquet,ics]" in answer.text


def test_a_calendar(get):
    icalendar = pytest.importorskip("icalendar")
    answer = get("/export.ics?kind=obituary")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert icalendar.Calendar.from_ical(answer.content).walk("VEVENT") is not None


def test_a_datasheet(get):
    answer = get("/export.json?q=most&kind=article")
    assert answer.json()["records"]["total"] == 1
    assert answer.json()["filters"] == {"kind": "article"}


def test_a_feed_has_the_newest_and_leads_on(get, data, monkeypatch):
    feedparser = pytest.importorskip("feedparser")
    monkeypatch.setattr(page, "NEWEST", 2)
    with Archive(data / "archive.db") as archive:
        for day in (1, 2, 3):
            archive.save(
                Record("article", "demo", f"http://demo.example/{day}", title="Cesta", published=f"2026-01-0{day}")
            )
    first = feedparser.parse(get("/export.atom?q=cesta").content)
    links = {one.rel: one.href for one in first.feed.links}
    assert not first.bozo
    assert len(first.entries) == 2
    assert links["alternate"] == "http://127.0.0.1:8001/search?q=cesta"
    assert links["next"].endswith("/export.atom?q=cesta&page=2")
    second = feedparser.parse(get(links["next"]).content)
    assert not {one.id for one in first.entries} & {one.id for one in second.entries}
    assert {one.rel for one in second.feed.links} >= {"self", "previous"}


def test_nobody_else_keeps_or_runs_it(get):
    headers = get("/export.jsonl").headers
    assert headers["cache-control"] == "private, no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-robots-tag"] == "noindex, nofollow"


def test_an_unknown_format_is_no_page(get):
    assert get("/export.xls").status_code == 404


def test_an_archive_of_its_own_is_closed_at_the_end_and_when_the_visitor_goes(get, monkeypatch):
    held = []

    class Watched(Archive):
        def __init__(self, *words, **named):
            super().__init__(*words, **named)
            held.append(self)

        def close(self):
            held.remove(self)
            super().close()

    monkeypatch.setattr(page, "Archive", Watched)
    assert len(urls(get("/export.jsonl"))) == 3
    assert held == []


class Visitor:
    """Somebody who goes after some pieces."""

    def __init__(self, patience):
        self.pieces = []
        self.patience = patience
        self.left = asyncio.Event()

    async def send(self, message):
        self.pieces.append(message["body"])
        if len(self.pieces) >= self.patience:
            self.left.set()
        await asyncio.sleep(0)

    async def receive(self):
        await self.left.wait()
        return {"type": "http.disconnect"}


def endless(told):
    try:
        while True:
            told.append(threading.get_ident())
            yield b"x"
    finally:
        told.append("closed")


def test_nobody_works_for_a_visitor_who_has_gone():
    async def go():
        visitor, told = Visitor(3), []
        await asyncio.wait_for(send_pieces(endless(told), visitor.send, visitor.receive), 20)
        return visitor, told

    visitor, told = asyncio.run(go())
    assert told[-1] == "closed"
    assert len(visitor.pieces) < 100


def test_what_is_broken_off_is_closed_though_a_thread_is_at_it():
    told, working = [], threading.Event()

    def slow():
        try:
            working.set()
            streaming_over.wait(5)
            yield b"x"
        finally:
            told.append("closed")

    streaming_over = threading.Event()

    async def go():
        task = asyncio.ensure_future(send_pieces(slow(), Visitor(9).send, None))
        await asyncio.to_thread(working.wait)
        task.cancel()
        streaming_over.set()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(go())
    assert told == ["closed"]


def test_a_failure_breaks_the_answer_off():
    def broken():
        yield b"x"
        raise OSError("gone")

    async def go():
        visitor = Visitor(9)
        with pytest.raises(OSError, match="gone"):
            await send_pieces(broken(), visitor.send, None)
        return visitor.pieces

    assert asyncio.run(go()) == [b"x"]


def test_pieces_end():
    pieces = Pieces(iter([b"a"]))
    assert (pieces.next(), pieces.next()) == (b"a", None)
    pieces.close()


def test_small_pieces_are_sent_together():
    assert [len(one) for one in streaming.packed([b"x" * 1000] * 200)] == [66_000, 66_000, 66_000, 2_000]
