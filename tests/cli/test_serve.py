import asyncio
import importlib.util
import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from urllib.parse import quote

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.dictionary import tables
from newsarchive.cli.serve import HOST
from newsarchive.items import Record
from newsarchive.web.serving import FACETS, LABELS, SORTED, application, metadata

serving = sys.modules["newsarchive.cli.serve"]
httpx = pytest.importorskip("httpx")
pytest.importorskip("datasette")


@pytest.fixture
def get(data):
    app = application(data / "archive.db")

    def get(path):
        async def ask():
            async with httpx.AsyncClient(
                transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1:8001"
            ) as client:
                return await client.get(path)

        return asyncio.run(ask())

    return get


def test_the_front_page_tells_the_tables(get):
    page = get("/archive")
    assert page.status_code == 200
    assert 'href="/archive/articles"' in page.text
    assert 'href="/archive/records"' in page.text


@pytest.mark.parametrize("name", tables())
def test_every_table_opens_with_its_words(get, name):
    page = get(f"/archive/{name}")
    assert page.status_code == 200
    assert tables()[name].about.split("`")[0].strip() in page.text.replace("&#39;", "'")


def test_columns_have_words(get):
    assert "What the editor wrote, without the site&#39;s name." in get("/archive/records").text


@pytest.mark.parametrize(("name", "columns"), FACETS.items())
def test_facets_are_there(get, name, columns):
    facets = get(f"/archive/{name}.json").json()["facet_results"]
    assert set(columns) <= set(facets)


@pytest.mark.parametrize("name", ["records", "articles"])
def test_full_text_search(get, name):
    found = get(f"/archive/{name}.json?_search=zupan&_shape=array").json()
    assert [row["title"] for row in found] == ["Most čez Pako"]


@pytest.mark.parametrize("name", ["records", "articles"])
@pytest.mark.parametrize(
    ("query", "number"), [('"', 0), ("*", 0), ("🙂", 0), ("AND", 0), ("zup*", 1), ("a" * 10_000, 0)]
)
def test_any_search_has_an_answer(get, name, query, number):
    page = get(f"/archive/{name}.json?_shape=array&_search={quote(query)}")
    assert (page.status_code, len(page.json())) == (200, number)


def test_a_mistyped_address_fills_no_terminal(get, capfd):
    assert get("/archive/nikjer").status_code == 404
    assert capfd.readouterr() == ("", "")


def test_the_newest_come_first(get):
    dates = [row["published"] for row in get("/archive/records.json?_shape=array").json()]
    assert dates[:2] == ["2026-01-27T09:12:00+01:00", "2026-01-20"]


def test_search_engines_stay_out(get):
    assert get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
    for path in ("/", "/archive/records", "/archive.json", "/nikjer"):
        assert get(path).headers["x-robots-tag"] == "noindex, nofollow"


@pytest.mark.parametrize("sql", ["DELETE FROM records", "UPDATE records SET title = 'x'", "PRAGMA writable_schema = 1"])
def test_nothing_can_be_written(get, data, sql):
    assert get(f"/archive.json?sql={sql}").status_code == 400
    with Archive(data / "archive.db", readonly=True) as archive:
        assert archive.get(1).record.title == "Most čez Pako"


def test_a_crawl_may_write_meanwhile(get, data):
    count = "/archive.json?sql=select+count(*)+as+n+from+records&_shape=array"
    assert get(count).json() == [{"n": 3}]
    with Archive(data / "archive.db") as archive:
        archive.save(Record("article", "demo", "https://demo.example/nov", title="Nov", body="Nov."))
        assert get(count).json() == [{"n": 4}]


def test_the_settings_name_what_exists(data):
    with Archive(data / "archive.db") as archive:
        db = archive.connection.db
        for name, columns in {
            **FACETS,
            **{k: [v] for k, v in SORTED.items()},
            **{k: [v] for k, v in LABELS.items()},
        }.items():
            assert set(columns) <= set(db[name].columns_dict)
    assert set(metadata()["databases"]["archive"]["tables"]) == {*tables(), "sqlite_sequence"}


def test_without_datasette_the_way_to_get_it_is_told(run, data, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert 'install it with "pip install newsarchive[browse]".' in run(data, "serve", code=1).stderr


def test_a_taken_port_is_told(run, data):
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        assert (
            f"Port {port} cannot be had (Address already in use): choose one"
            in run(data, "serve", "--port", port, code=1).stderr
        )


@pytest.mark.parametrize(
    ("terminal", "words", "opened"), [(True, [], True), (True, ["--no-browser"], False), (False, [], False)]
)
def test_the_browser_is_opened_on_a_terminal_only(run, data, monkeypatch, terminal, words, opened):
    asked = []
    monkeypatch.setattr(serving, "_on_terminal", lambda: terminal)
    monkeypatch.setattr(serving.webbrowser, "open", asked.append)
    monkeypatch.setattr("uvicorn.Server.run", lambda server, sockets: [one.close() for one in sockets])
    run(data, "serve", "--port", "0", *words)
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.name == "browser":
            thread.join()
    assert [url.split(":")[1] for url in asked] == ["//127.0.0.1"] * opened


@pytest.mark.parametrize("port", ["-1", "70000", "http"])
def test_a_wrong_port(run, data, port):
    run(data, "serve", "--port", port, code=2)


def test_it_serves_until_it_is_told_to_stop(data):
    command = [
        sys.executable,
        "-c",
        "from newsarchive.cli import main; main()",
        "--data",
        str(data),
        "serve",
        "--port",
        "0",
    ]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        line = child.stderr.readline()
        url = line.split()[4]
        assert url.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{url}archive/articles.json?_shape=array", timeout=20) as answer:
            assert json.load(answer)[0]["title"] == "Most čez Pako"
    finally:
        child.send_signal(signal.SIGINT)
        _, rest = child.communicate(timeout=20)
    assert child.returncode == 0
    assert "Traceback" not in rest


def test_sqlite_utils_opens_it(data):
    command = [sys.executable, "-m", "sqlite_utils", "tables", str(data / "archive.db"), "--counts"]
    counted = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)
    assert {row["table"]: row["count"] for row in counted}["records"] == 3


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="needs the sqlite3 program")
@pytest.mark.parametrize("view", ["articles", "notices_by_day", "obituaries_by_day", "changes"])
def test_plain_sqlite3_opens_it(data, view):
    command = ["sqlite3", "-json", str(data / "archive.db"), f"SELECT * FROM {view}"]
    assert json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)
