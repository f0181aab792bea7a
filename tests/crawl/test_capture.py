"""Every response of a crawl is kept, and every record knows its page."""

import gzip
import resource
import subprocess
import sys

import pytest
from scrapy import Request
from scrapy.http import Response

from crawl.conftest import CRAWL
from newsarchive.archive import Archive
from newsarchive.crawl.capture import exchange_of
from newsarchive.snapshots import Place, decoded, load


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def kept(data):
    """Give the snapshots of the archive, with what they hold."""

    def kept():
        with Archive(data / "archive.db", readonly=True) as archive:
            found = list(archive.snapshots())
        places = {one.id: Place(one.file, one.offset, one.length) for one in found}
        return [(one, load(data, places[one.id], places.get(one.original))) for one in found]

    return kept


def paths(pairs):
    return ["/" + exchange.url.split("/", 3)[3] for _, exchange in pairs]


def test_every_response_is_kept_in_the_order_it_came(small, crawl, kept):
    crawl(small.home)
    assert sorted(paths(kept())) == sorted(small.requests)
    assert {snapshot.run for snapshot, _ in kept()} == {1}


def test_bodies_are_what_the_portal_sent(small, crawl, kept):
    crawl(small.home)
    for path, (snapshot, exchange) in zip(paths(kept()), kept(), strict=True):
        status, _, body = small.page(path) or (404, {}, b"<h1>404</h1>")
        assert (exchange.status, exchange.body) == (status, body)
        assert snapshot.status == status


def test_every_record_and_version_knows_its_page(small, crawl, stored, kept, data):
    crawl(small.home)
    pages = {snapshot.id: exchange for snapshot, exchange in kept()}
    for one in stored().values():
        assert pages[one.snapshot].url == one.record.url
    with Archive(data / "archive.db", readonly=True) as archive:
        assert all(version.snapshot for one in archive.records() for version in archive.versions(one.id))


def test_a_body_is_kept_packed_as_it_came(small, crawl, kept):
    item = small.items[0]
    status, headers, body = small.page(item.path)
    packed = gzip.compress(body)
    small.extra[item.path] = (status, headers | {"Content-Encoding": "gzip"}, packed)
    crawl(small.home)
    (exchange,) = (exchange for _, exchange in kept() if exchange.url.endswith(item.path))
    assert exchange.body == packed
    assert decoded(exchange) == body


def test_what_was_there_before_is_not_stored_again(small, crawl, kept):
    crawl(small.home)
    crawl("--full", small.home)
    first = {exchange.url for snapshot, exchange in kept() if snapshot.run == 1}
    again = [pair for pair in kept() if pair[0].run == 2 and pair[1].url in first]
    assert len(again) > len(small.items)
    assert all(snapshot.original for snapshot, _ in again)
    for path, (_, exchange) in zip(paths(again), again, strict=True):
        assert exchange.body == (small.page(path) or (404, {}, b"<h1>404</h1>"))[2]


def test_the_files_are_closed_and_sealed(small, crawl, data):
    crawl(small.home)
    with Archive(data / "archive.db", readonly=True) as archive:
        (warc,) = archive.warcs()
        assert (data / warc.file).stat().st_size == warc.bytes
        assert archive.runs()[0].manifest
    assert (data / "seal.json").exists()
    done = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", data / warc.file], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_a_full_disk_ends_the_crawl_and_no_record_is_without_its_page(small, data):
    limit = 60_000

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    Archive(data / "archive.db").close()
    little = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); {CRAWL}"
    command = [sys.executable, "-c", little, "--data", str(data), "crawl", "--json", small.home]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "free some space" in done.stderr
    with Archive(data / "archive.db") as archive:
        assert all(one.snapshot for one in archive.records())


def test_an_exchange_tells_what_went_to_and_fro():
    asked = Request("http://localhost:8017/a?b=1", headers={"Accept": "*/*", "User-Agent": "newsarchive"})
    came = Response(asked.url, status=404, headers={"Set-Cookie": ["a=1", "b=2"]}, body=b"x", protocol="HTTP/1.0")
    exchange = exchange_of(asked, came)
    assert exchange.headers == [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]
    assert exchange.request_headers[0] == ("Host", "localhost:8017")
    assert (exchange.status, exchange.protocol, exchange.ip) == (404, "HTTP/1.0", None)
    assert exchange.fetched_at.microsecond % 1000 == 0


def look(data, *words):
    command = [sys.executable, "-m", "scrapy", *words, "-s", f"NEWSARCHIVE_DATA={data}"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stderr


@pytest.mark.parametrize(
    "words",
    [
        ["shell", "-c", "response.status", "{}"],
        ["parse", "{}", "--spider", "demo", "-a", "home={}"],
        ["parse", "{}lokalno", "--spider", "demo", "-a", "home={}", "--pipelines", "--depth", "2"],
    ],
)
def test_nothing_is_kept_by_scrapys_own_commands(small, data, words):
    told = look(data, *(word.format(small.home) for word in words))
    assert "Traceback" not in told
    assert {"/", "/lokalno"} & {*small.requests}
    assert not data.exists()


@pytest.mark.parametrize("words", [["shell", "-c", "response"], ["fetch"]])
def test_nor_where_they_take_a_spider_of_ours(data, words):
    assert "Spider opened" in look(data, *words, "http://127.0.0.1:9/", "--spider", "demo")
    assert not data.exists()


def test_without_a_place_for_snapshots_nothing_is_stored(small, crawl, data):
    data.mkdir()
    (data / "warc").write_text("This is a letter and no folder.")
    (result,) = crawl(small.home, code=1)
    assert result["outcome"] == "failed"
    assert "cannot be written" in result["problem"]
    assert small.requests in (["/robots.txt"], ["/robots.txt", "/"])


def test_a_crawl_for_a_few_records_is_partial(small, crawl):
    (result,) = crawl("--limit", "3", small.home)
    assert result["counts"]["new"] == 3
    assert result["outcome"] == "partial"
