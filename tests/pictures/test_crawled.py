"""Pictures of a whole crawl, good and hostile, from a portal on loopback."""

import gzip
import json
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PIL import Image

from newsarchive.archive import Archive
from newsarchive.pictures import checksum, files
from tests.pictures.drawing import encoded, png, scene

TEXT = "Občinski svet je na seji potrdil prenovo starega mostu čez reko, dela se bodo začela prihodnji mesec. " * 3
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PICTURES = {
    "most.jpg": (200, {"Content-Type": "text/html"}, encoded(scene(), "JPEG")),
    "isti-most.png": (200, {}, encoded(scene(), "JPEG")),
    "stran.jpg": (200, {"Content-Type": "image/jpeg"}, b"<!doctype html><title>Ne obstaja</title>"),
    "nic.jpg": (200, {"Content-Type": "image/jpeg"}, b""),
    "ni.jpg": (404, {}, b"ni"),
    "bomba.png": (200, {"Content-Type": "image/png"}, png(60_000, 60_000)),
    "velika.jpg": (200, {"Content-Type": "image/jpeg"}, encoded(scene(), "JPEG").ljust(17 << 20, b"\0")),
    "razpihnjena.jpg": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * (64 << 20))),
    "risba.jpg": (200, {"Content-Type": "image/jpeg"}, SVG),
    "neznano.jpg": (200, {"Content-Type": "image/jpeg"}, b"\0\1\2\3" * 20),
    "odrezana.jpg": (200, {"Content-Type": "image/jpeg"}, encoded(scene(), "JPEG")[:2500]),
    "drugam.jpg": (302, {"Location": "/slike/drugje.jpg"}, b""),
    "drugje.jpg": (200, {"Content-Type": "image/jpeg"}, encoded(Image.new("RGB", (300, 200), "navy"), "JPEG")),
    "noter.jpg": (302, {"Location": "http://127.0.0.1:9/skrivno.jpg"}, b""),
    "metapodatki.jpg": (302, {"Location": "http://169.254.169.254/latest/"}, b""),
    "datoteka.jpg": (302, {"Location": "file:///etc/passwd"}, b""),
    "krog.jpg": (302, {"Location": "/slike/krog.jpg"}, b""),
    "..%2f..%2farchive.jpg": (200, {"Content-Type": "image/jpeg"}, encoded(Image.new("RGB", (200, 200)), "JPEG")),
}
EXPECTED = {
    "most.jpg": "kept",
    "isti-most.png": "kept",
    "stran.jpg": "no picture",
    "nic.jpg": "empty",
    "ni.jpg": "http 404",
    "bomba.png": "too many pixels",
    "velika.jpg": "too large",
    "razpihnjena.jpg": "too large",
    "risba.jpg": "kept",
    "neznano.jpg": "kept",
    "odrezana.jpg": "kept",
    "drugam.jpg": "kept",
    "noter.jpg": "private address",
    "metapodatki.jpg": "private address",
    "datoteka.jpg": "http 302",
    "krog.jpg": "redirect loop",
    "..%2f..%2farchive.jpg": "kept",
}


class Portal:
    """What is served, and what was asked for."""

    def __init__(self):
        self.asked = []
        self.pictures = dict(PICTURES)

    def answer(self, path):
        self.asked.append(path)
        name = path.removeprefix("/slike/")
        if name in self.pictures:
            return self.pictures[name]
        if path == "/":
            return 200, {"Content-Type": "text/html"}, b"<h2><a href='/novice/most-1001'>Prenova starega mostu</a></h2>"
        return (
            (200, {"Content-Type": "text/html; charset=utf-8"}, page().encode()) if "most" in path else (404, {}, b"")
        )


def page():
    shown = "".join(
        f"<figure><img src='/slike/{name}' width=800 height=600><figcaption>Most</figcaption></figure>"
        for name in EXPECTED
    )
    return (
        f"<html><body><article><h1>Prenova starega mostu</h1><p>{TEXT}</p>{shown}<p>{TEXT}</p></article></body></html>"
    )


@contextmanager
def serving(portal):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, headers, body = portal.answer(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def crawl(data, *words):
    program = "from newsarchive.cli import main; main()"
    command = [sys.executable, "-c", program, "--data", data, "crawl", "--json", *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    assert len(done.stderr) < 20_000
    return json.loads(done.stdout)


def rows(data):
    sql = (
        "SELECT x.url, x.status, i.path, i.sha256, i.mime, i.width, i.dhash FROM record_images x "
        "LEFT JOIN images i ON i.id = x.image"
    )
    with Archive(data / "archive.db", readonly=True) as archive:
        return {row["url"].rpartition("/slike/")[2]: dict(row) for row in archive.connection.rows(sql)}


def let_a_day_pass(data):
    """Let what was refused, and so rests for a day, be due; what is missing rests longer."""
    with Archive(data / "archive.db") as archive:
        archive.connection.execute(
            "UPDATE fetches SET next_due = '2026-01-01T00:00:00.000Z' WHERE failures > 0 AND last_status IS NOT 404"
        )


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """Give the portal, its home and the folder after one crawl."""
    data, portal = tmp_path_factory.mktemp("data"), Portal()
    with serving(portal) as home:
        crawl(data, home)
        yield portal, home, data


@pytest.mark.parametrize("name", EXPECTED)
def test_each_picture_has_its_status(crawled, name):
    assert rows(crawled[2])[name]["status"] == EXPECTED[name]


def test_the_record_is_there_whatever_became_of_its_pictures(crawled):
    with Archive(crawled[2] / "archive.db", readonly=True) as archive:
        (stored,) = archive.records()
    assert stored.record.title == "Prenova starega mostu"
    assert len(stored.record.images) == len(EXPECTED)


def test_files_and_rows_are_the_same_and_whole(crawled):
    data = crawled[2]
    kept = {row["path"]: row["sha256"] for row in rows(data).values() if row["path"]}
    assert {path: checksum(data, path) for path in files(data)} == kept
    assert [path.name for path in (data / "images").glob("*/*") if path.suffix == ".part"] == []


def test_names_and_headers_have_no_say(crawled):
    found = rows(crawled[2])
    assert found["isti-most.png"]["path"] == found["most.jpg"]["path"]
    assert found["most.jpg"]["mime"] == "image/jpeg"
    assert (found["risba.jpg"]["mime"], found["risba.jpg"]["path"][-4:]) == ("image/svg+xml", ".svg")
    assert found["neznano.jpg"]["path"].endswith(".bin")
    assert (found["odrezana.jpg"]["width"], found["odrezana.jpg"]["dhash"]) == (240, None)


def test_the_next_crawl_asks_for_what_failed_and_for_nothing_that_is_kept(crawled):
    portal, home, data = crawled
    let_a_day_pass(data)
    portal.asked.clear()
    portal.pictures["stran.jpg"] = PICTURES["most.jpg"]
    crawl(data, home)
    asked = {path.removeprefix("/slike/") for path in portal.asked if path.startswith("/slike/")}
    kept = {name for name, status in EXPECTED.items() if status == "kept"}
    assert asked & kept == set()
    assert {"stran.jpg", "bomba.png", "velika.jpg", "nic.jpg"} <= asked
    assert "ni.jpg" not in asked
    assert rows(data)["stran.jpg"]["status"] == "kept"
    portal.asked.clear()
    crawl(data, home)
    assert [path for path in portal.asked if path.startswith("/slike/")] == []


def test_without_pictures_none_is_asked_for(tmp_path):
    portal = Portal()
    with serving(portal) as home:
        crawl(tmp_path, "--no-images", home)
    assert [path for path in portal.asked if path.startswith("/slike/")] == []
    assert {row["status"] for row in rows(tmp_path).values()} == {"listed"}
