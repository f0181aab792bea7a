"""A crawl of a portal that nobody declared, whose pages say what they hold only together."""

import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newsarchive.archive import Archive
from newsarchive.crawl import undeclared
from newsarchive.crawl.learned import learned
from newsarchive.extract import reader_version
from newsarchive.reread import Options, Portal, Rereading
from tests.extract.portals import SIDE, STREETS, TABLE

CRAWL = """
import sys
from pathlib import Path
from newsarchive.cli.crawling import Job, crawl_sites, settings
from newsarchive.crawl import undeclared
(result,) = crawl_sites([Job(undeclared(sys.argv[1]))], settings(Path(sys.argv[2])))
print(result)
sys.exit(0 if result.outcome == "finished" else 1)
"""
ITEMS = 30


def text(number):
    return f"Danes od {number % 6 + 6}. do {number % 7 + 13}. ure bo na {STREETS[number % len(STREETS)]} zaprta cesta."


def reply(path):
    if path == "/":
        links = (f'<a href="/obvestila/{n}">Zapora ceste številka {n} v Lipovcu</a>' for n in range(ITEMS))
        return f"<html><title>Občina</title><body><table><tr><td>{'<br><br>'.join(links)}</table></body></html>"
    number = path.rpartition("/")[2]
    if not path.startswith("/obvestila/") or not number.isdigit():
        return None
    title = f"Zapora ceste številka {number} v Lipovcu"
    return TABLE.format(title=title, text=text(int(number)), side="<br><br>".join(SIDE))


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        html = reply(self.path)
        self.send_response(200 if html else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((html or "").encode())

    def log_message(self, *words):
        """Say nothing."""


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """Crawl the portal twice; give home and data folder."""
    data = tmp_path_factory.mktemp("data")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_address[1]}/"
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", CRAWL, home, str(data)], capture_output=True, text=True, timeout=100, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
    server.shutdown()
    server.server_close()
    return home, data


def test_every_item_is_read_right_though_no_page_says_how(crawled):
    with Archive(crawled[1] / "archive.db", readonly=True) as archive:
        bodies = {stored.record.url.rpartition("/")[2]: stored.record.body for stored in archive.records()}
        versions = [version for stored in archive.records() for version in archive.versions(stored.id)]
    assert bodies == {str(number): text(number) for number in range(ITEMS)}
    assert [version.cause for version in versions] == ["published"] * ITEMS


def test_a_rereading_finds_nothing_to_do(crawled):
    home, data = crawled
    site = undeclared(home).declaration()
    assert Rereading(data, Portal(site), Options(cores=1)).run().read == 0
    assert Rereading(data, Portal(site), Options(every=True, cores=1)).run().changed == 0


def test_the_manifest_names_the_reader_with_its_template(crawled):
    home, data = crawled
    site = undeclared(home).declaration()
    with Archive(data / "archive.db", readonly=True) as archive:
        template = learned(archive, site.name)
        assert [one.version for one in archive.templates(site.name)] == [1]
        second, first = archive.runs()
    manifest = json.loads((data / "manifests" / "000001.json").read_text("utf-8"))
    assert manifest["readers"] == [reader_version(site, template)]
    told = {name.removeprefix("template/"): number for name, number in first.stats.items() if "template" in name}
    assert told == {"version": 1, "pages": ITEMS, "read again": ITEMS, "changed": ITEMS}
    assert (second.changed, "template/version" in second.stats) == (0, False)
