"""``newsarchive look``: a page from a file or the network, shown and not stored."""

import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner
from extract.portals import HOME, SIDE, notice, taught

from newsarchive.archive import Archive
from newsarchive.cli import main

PAGE = """<html lang="sl"><head><title>Nov most | Primer</title>
<link rel="canonical" href="https://primer.example/novice/nov-most/">
<meta property="article:published_time" content="2026-01-27T09:12:00+01:00"></head>
<body><h1>Nov most</h1><p>Ana Primer</p>
<p>Most čez reko so danes odprli za ves promet, čeprav dela še niso povsem končana.</p></body></html>"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def look(tmp_path):
    return lambda *words: CliRunner().invoke(main, ["--data", str(tmp_path / "data"), "look", *map(str, words)])


@pytest.fixture(scope="module")
def server():
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            found = {"/novice/nov-most/": 200, "/robots.txt": 200}.get(self.path, 404)
            body = b"User-agent: *\nDisallow: /skrito/\n" if self.path == "/robots.txt" else PAGE.encode()
            self.send_response(found)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()


def over_network(tmp_path, *words):
    """Scrapy's event loop can run once in a process, so the network is tried in another one."""
    command = [sys.executable, "-m", "newsarchive.cli", "--data", str(tmp_path / "data"), "look", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_shows_fields_with_their_evidence(look, page):
    shown = look(page).stdout
    assert "an item: a crawl would archive it" in shown
    assert "2026-01-27T09:12:00+01:00  (meta:article:published_time)" in shown
    assert "Ana Primer" in shown
    assert "Most čez reko" in shown


def test_json_is_the_record(look, page):
    record = json.loads(look(page, "--json").stdout)
    assert record["url"] == "https://primer.example/novice/nov-most/"
    assert (record["title"], record["kind"], record["authors"]) == ("Nov most", "article", ["Ana Primer"])


def test_the_address_can_be_named(look, page):
    page.write_text(PAGE.replace("<link", "<x-link"), encoding="utf-8")
    assert look(page, "--url", "https://primer.example/x", "--json").exit_code == 0


def test_writes_nothing(look, page, tmp_path):
    look(page)
    assert not (tmp_path / "data").exists()


def test_a_terminal_is_not_steered(look, page):
    page.write_text(PAGE.replace("Nov most", "Nov\x1b[2J most\u202e"), encoding="utf-8")
    shown = look(page).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nofile.html"], "neither a file nor an http or https address"),
        (["ftp://primer.example/x"], "neither a file nor an http or https address"),
        (["http://[::1"], "neither a file nor an http or https address"),
        (["http:///x"], "neither a file nor an http or https address"),
        (["a" * 10_000], "neither a file nor an http or https address"),
        (["."], "neither a file nor an http or https address"),
        ([__file__, "--url", "nikjer"], '"nikjer" is no http or https address: name one with --url'),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(look, words, sentence):
    result = look(*words)
    assert result.exit_code == 2
    assert sentence in result.stderr


def test_a_page_without_an_address_asks_for_it(look, page):
    page.write_text("<p>nothing</p>", encoding="utf-8")
    result = look(page)
    assert (result.exit_code, "--url" in result.stderr) == (2, True)


def test_an_unknown_site_names_the_command_that_lists_them(look, page):
    result = look(page, "--site", "nowhere")
    assert (result.exit_code, "newsarchive sites" in result.stderr) == (2, True)


def test_looks_over_the_network(tmp_path, server):
    result = over_network(tmp_path, f"{server}/novice/nov-most/", "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["title"] == "Nov most"
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(("path", "reason"), [("/nope", "http 404"), ("/skrito/a", "robots.txt")])
def test_a_page_that_cannot_be_had_is_told_with_the_reason(tmp_path, server, path, reason):
    result = over_network(tmp_path, server + path)
    assert result.returncode == 1
    assert reason in result.stderr
    assert "Traceback" not in result.stderr


BESIDE = PAGE.replace("</body>", "<p>Vir: PU Celje</p><p>Preberite tudi: še eno vest</p></body>")


def wide(tmp_path, page, columns):
    arguments = ["--data", str(tmp_path / "data"), "look", str(page)]
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(main, arguments).stdout


def test_what_was_left_out_is_told_with_the_reason(look, page):
    page.write_text(BESIDE, encoding="utf-8")
    shown = look(page).stdout
    assert "labelled line     Vir: PU Celje  → source" in shown
    assert "prompt            Preberite tudi: še eno vest" in shown


def test_a_wide_terminal_shows_it_beside_the_record(tmp_path, page):
    page.write_text(BESIDE, encoding="utf-8")
    shown = wide(tmp_path, page, 150).splitlines()
    assert any(line.startswith("url") and "left out" in line for line in shown)
    assert any(not line.startswith(" ") and "Vir: PU Celje" in line for line in shown)
    assert max(map(len, shown)) <= 150


@pytest.mark.parametrize("columns", [20, 80, 119])
def test_a_narrow_one_shows_it_below(tmp_path, page, columns):
    page.write_text(BESIDE, encoding="utf-8")
    shown = wide(tmp_path, page, columns).splitlines()
    assert shown.index("left out") > shown.index("body  (text)")


@pytest.mark.parametrize("columns", [80, 150])
def test_neither_is_steered_by_the_page(tmp_path, page, columns):
    page.write_text(BESIDE.replace("eno vest", "eno\x1b[2J [red]vest[/red]\u202e"), encoding="utf-8")
    shown = wide(tmp_path, page, columns)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[red]" in shown


def test_a_stored_page_needs_an_archive(look):
    assert "no archive" in look("17").stderr.lower()
    assert look("--snapshot", "17").exit_code == 1


def test_what_crawls_have_learned_of_the_site_is_used(tmp_path, look, page):
    pages = [notice(number)[1] for number in range(12)]
    page.write_text(pages[3], encoding="utf-8")
    read = lambda: json.loads(look(page, "--url", f"{HOME}/?id=3", "--json").stdout)["body"]  # noqa: E731 (said twice)
    assert SIDE[0] in read()
    with Archive(tmp_path / "data" / "archive.db") as archive:
        archive.note_template("obcina.test", taught(pages).to_json(), pages=12, reader="1")
    assert read() == "Danes od 10. do 13. ure bo na Cesti talcev motena oskrba z vodo."
