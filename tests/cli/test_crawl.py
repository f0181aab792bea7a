"""``newsarchive crawl``: what is typed wrong, what goes wrong, and how it is said."""

import json
import socket
import sqlite3
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from newsarchive.cli import main
from newsarchive.cli.crawling import Result, choose, known_sites, show_results
from newsarchive.cli.crawling.targets import real
from newsarchive.monitor import counts

PROGRAM = "from newsarchive.cli import main; main()"


@pytest.fixture
def crawl(tmp_path):
    """Run the command in a process of its own; gives exit code, stdout and stderr."""

    def crawl(*words, data=tmp_path / "data"):
        command = [sys.executable, "-c", PROGRAM, "--data", str(data), "crawl", *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
        assert "Traceback" not in done.stdout + done.stderr
        return done.returncode, done.stdout, done.stderr

    return crawl


@pytest.fixture
def wrong(tmp_path):
    """Run the command with what it must refuse before it crawls; gives the sentence."""

    def wrong(*words, code, data=tmp_path / "data"):
        result = CliRunner().invoke(main, ["--data", str(data), "crawl", *words])
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.stderr.strip().splitlines()[-1]

    return wrong


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "--all"),
        (["velenjcn"], "did you mean velenjcan"),
        (["xyzxyz"], "newsarchive sites"),
        (["portal.si"], "write https://portal.si/"),
        (["ftp://portal.si/"], "no http or https address"),
        (["file:///etc/passwd"], "no http or https address"),
        (["demo", "--since", "23. 11. 2026"], "--since"),
        (["demo", "--limit", "0"], "--limit"),
        (["demo", "--nosuch"], "No such option"),
    ],
)
def test_wrong_words_are_answered_with_what_to_type(wrong, words, told):
    assert told in wrong(*words, code=2)


def test_an_archive_that_cannot_be_used_is_told_before_the_first_request(wrong, tmp_path):
    (tmp_path / "archive.db").write_text("This is a letter and no database. " * 50)
    assert "is no archive" in wrong("demo", code=1, data=tmp_path)
    assert (tmp_path / "archive.db").read_text().startswith("This is a letter")


def test_an_archive_of_a_newer_version_is_not_touched(wrong, tmp_path):
    from newsarchive.archive import Archive

    Archive(tmp_path / "archive.db").close()
    with sqlite3.connect(tmp_path / "archive.db") as db:
        values = ("newsarchive", "m9999_later", "2030")
        db.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)", values)
    assert "newer" in wrong("demo", code=1, data=tmp_path)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_host_that_refuses(crawl):
    code, out, err = crawl(f"http://127.0.0.1:{free_port()}/")
    assert code == 1
    assert "refused the connection" in err
    assert "failed" in out


def test_what_became_of_pictures_is_told(capsys):
    show_results([Result("portal", "https://portal.si/", "finished", counts({}), pictures={"kept": 5, "http 404": 2})])
    assert capsys.readouterr().out.splitlines()[-1] == "portal pictures: 5 kept, 2 http 404"


def test_a_host_that_is_not_there(crawl):
    code, _, err = crawl("http://portal.invalid/")
    assert code == 1
    assert "was not found" in err
    assert "NEWSARCHIVE_CONTACT" in err


class Answer(BaseHTTPRequestHandler):
    robots = b"User-agent: *\nDisallow: /\n"
    status = 200
    page = b"<html><title>Trgovina</title><h1>Trgovina</h1><p>Danes zaprto.</p></html>"

    def do_GET(self):
        robots = self.path == "/robots.txt"
        self.send_response(200 if robots else self.status)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(self.robots if robots else self.page)

    def log_message(self, *words):
        """Say nothing."""


@pytest.fixture
def serve():
    servers = []

    def serve(secure=False, **answers):
        handler = type("Answers", (Answer,), answers)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        if secure:
            server.socket = secure.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        servers.append(server)
        return f"http{'s' if secure else ''}://127.0.0.1:{server.server_address[1]}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_robots_txt_that_forbids_everything(crawl, serve):
    code, out, err = crawl(serve())
    assert code == 1
    assert "robots.txt" in err
    assert "ask the portal" in err
    assert "refused" in out


def test_a_portal_that_forbids_everything(crawl, serve):
    code, _, err = crawl(serve(robots=b"", status=403))
    assert code == 1
    assert "forbids this crawl (403)" in err


def test_a_page_that_is_no_news(crawl, serve):
    code, out, err = crawl(serve(robots=b""), "--json")
    assert code == 1
    assert json.loads(out)[0]["outcome"] == "empty"
    assert "No item was found" in err


def test_a_certificate_that_nobody_vouches_for(crawl, serve, tmp_path):
    crypto = pytest.importorskip("OpenSSL.crypto")
    key = crypto.PKey()
    key.generate_key(crypto.TYPE_RSA, 2048)
    certificate = crypto.X509()
    certificate.get_subject().CN = "portal.invalid"
    certificate.set_issuer(certificate.get_subject())
    certificate.gmtime_adj_notBefore(0)
    certificate.gmtime_adj_notAfter(3600)
    certificate.set_pubkey(key)
    certificate.sign(key, "sha256")
    (tmp_path / "key").write_bytes(crypto.dump_privatekey(crypto.FILETYPE_PEM, key))
    (tmp_path / "crt").write_bytes(crypto.dump_certificate(crypto.FILETYPE_PEM, certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "crt", tmp_path / "key")
    code, _, err = crawl(serve(secure=context, robots=b""))
    assert code == 1
    assert "certificate" in err


def test_one_site_that_fails_does_not_stop_the_others(crawl, serve):
    good, bad = serve(robots=b""), f"http://127.0.0.1:{free_port()}/"
    code, out, err = crawl(good, bad, "--json")
    assert code == 1
    assert [result["outcome"] for result in json.loads(out)] == ["empty", "failed"]
    assert len([line for line in err.splitlines() if line.startswith("newsarchive: ")]) == 2


def test_a_known_host_is_crawled_by_its_declaration(tmp_path):
    known = known_sites(tmp_path)
    assert [spider.name for spider in choose(["https://www.velenjcan.si/", "velenjcan"], known)] == ["velenjcan"]
    assert [spider.name for spider in choose(["https://portal.si/"], known)] == ["portal.si"]
    below = choose(["velenjcan", "http://velenjcan.si/novice/"], known)
    assert [spider.name for spider in below] == ["velenjcan"], "never two crawls of one host side by side"


def test_all_means_the_real_ones(tmp_path):
    assert {spider.name for spider in real(known_sites(tmp_path))} >= {"velenjcan", "zon"}
    assert not any(spider.name.startswith("demo") for spider in real(known_sites(tmp_path)))


def test_what_was_just_crawled_is_not_due(tmp_path):
    from newsarchive.archive import Archive

    with Archive(tmp_path / "archive.db") as archive:
        archive.finish_run(archive.start_run("demo"), "finished", {}, {})
    result = CliRunner().invoke(main, ["--data", str(tmp_path), "crawl", "demo", "--due"])
    assert result.exit_code == 0
    assert "Nothing is due." in result.output


@pytest.fixture
def declared(tmp_path, monkeypatch):
    """Put a declaration into a folder of spiders of its own, and look there for sites."""
    from newsarchive.cli.crawling import targets

    folder = tmp_path / "made_up_sites"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    usual = targets.settings

    def own(data):
        found = usual(data)
        found.set("SPIDER_MODULES", ["made_up_sites"], priority="cmdline")
        return found

    monkeypatch.setattr(targets, "settings", own)
    yield lambda text: (folder / "portal.py").write_text(text)
    for name in [name for name in sys.modules if name.startswith("made_up_sites")]:
        del sys.modules[name]


@pytest.mark.parametrize("text", ["class Portal(:\n", "import nosuchmodule\n", "raise ValueError\n"])
def test_a_declaration_that_cannot_be_read_is_named(declared, wrong, text):
    declared(text)
    told = wrong("portal", code=1)
    assert "portal.py, line 1" in told
    assert "mend it" in told
