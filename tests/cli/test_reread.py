"""``newsarchive reread``: what it says, and what it says when something is wrong."""

import json
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from reread.kept import Kept, page

from newsarchive.archive import Archive
from newsarchive.custody.locks import alone, writing
from newsarchive.items import Site

PAGES = {f"https://portal.si/novice/nov-most-stevilka-{n}": page(title=f"Nov most številka {n}") for n in range(3)}


@pytest.fixture
def undeclared(tmp_path):
    """The data folder of a portal that nobody declared; an older reader has read its three records."""
    kept = Kept(tmp_path / "data", Site("portal.si", "https://portal.si/"))
    for url, html in PAGES.items():
        kept.crawl(url, html, extractor="0.0.9")
    kept.close()
    return kept.data


def test_a_new_reader_that_reads_the_same(undeclared, run):
    assert run(undeclared, "reread").stdout == "portal.si: 3 pages read again, 0 records changed\n"
    assert "has been read by today's reader" in run(undeclared, "reread").stderr


@pytest.fixture
def changed(undeclared):
    """One of the records reads otherwise than its page."""
    with Archive(undeclared / "archive.db") as archive:
        archive.connection.execute("UPDATE records SET section = 'Stara rubrika' WHERE id = 2")
    return undeclared


def test_changes_are_told_by_field_with_examples(changed, run):
    told = run(changed, "reread").stdout
    assert told.splitlines() == [
        "portal.si: 3 pages read again, 1 records changed",
        "  section 1",
        "    “Stara rubrika” -> nothing",
        "      https://portal.si/novice/nov-most-stevilka-1",
    ]


def test_a_dry_run_says_what_would_change_and_leaves_it(changed, run):
    assert "1 records would change" in run(changed, "reread", "--dry-run").stdout
    assert "1 records changed" in run(changed, "reread").stdout


def test_json(changed, run):
    (report,) = json.loads(run(changed, "reread", "--json").stdout)
    assert (report["site"], report["read"], report["changed"]) == ("portal.si", 3, 1)
    assert report["fields"] == {"section": 1}
    assert report["examples"]["section"][0]["old"] == "Stara rubrika"


def test_all_reads_again_what_was_read(undeclared, run):
    run(undeclared, "reread", "portal.si")
    assert run(undeclared, "reread", "portal.si", "--all", "--cores", "1").stdout.startswith("portal.si: 3 pages")


def test_only_pages_fetched_since(undeclared, run):
    assert "read by today's reader" in run(undeclared, "reread", "--since", "2026-02-01").stderr
    assert run(undeclared, "reread", "--since", "2026-01-27").stdout.startswith("portal.si: 3 pages")


def test_a_page_that_cannot_be_had(undeclared, run):
    for file in (undeclared / "warc").rglob("*.gz"):
        file.unlink()
    told = run(undeclared, "reread").stdout
    assert "could not be read" in told
    assert "missing" in told
    assert "stay as they are" in told


def test_a_site_that_nobody_knows(undeclared, run):
    assert "it knows portal.si" in run(undeclared, "reread", "velenjcan", code=2).stderr


def test_no_archive_yet(tmp_path, run):
    assert "There is no archive" in run(tmp_path / "none", "reread", code=1).stderr


def test_the_archive_is_sealed_afterwards(undeclared, run):
    run(undeclared, "reread")
    assert (undeclared / "seal.json").exists()


def test_ctrl_c_keeps_what_was_read(undeclared, run, monkeypatch):
    from newsarchive.cli.progress import Steps

    def stop(steps, what, done, total):
        raise KeyboardInterrupt

    monkeypatch.setattr(Steps, "show", stop)
    result = run(undeclared, "reread", "--cores", "1", code=1)
    assert "the same command goes on" in result.stderr
    assert "3 pages read again" in result.stdout


def test_somebody_rewrites_meanwhile(undeclared, run, monkeypatch):
    monkeypatch.setattr("newsarchive.custody.adding.writing", partial(writing, wait=0.1))
    with alone(undeclared, "forgetting"):
        assert "wait until that has ended" in run(undeclared, "reread", code=1).stderr


def test_a_killed_run_leaves_no_process_behind_and_the_next_goes_on(undeclared, run, tmp_path):
    kept = Kept(undeclared, Site("portal.si", "https://portal.si/"))
    for number in range(400):
        title = f"Nov most številka {number}"
        kept.crawl(f"https://portal.si/novice/drugi-most-{number}", page(title=title), extractor="0.0.9")
    kept.close()
    command = [sys.executable, "-m", "newsarchive.cli", "--data", undeclared, "reread", "--cores", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        _wait(lambda: _stale(undeclared) < 403 or child.poll() is not None)
        readers = _children(child.pid)
        child.kill()
    _wait(lambda: not any(Path(f"/proc/{pid}").exists() for pid in readers))
    left = _stale(undeclared)
    assert run(undeclared, "reread", "--cores", "1").stdout.startswith(f"portal.si: {left} pages") or not left
    assert _stale(undeclared) == 0


def _wait(done):
    until = time.monotonic() + 30
    while not done():
        assert time.monotonic() < until
        time.sleep(0.02)


def _stale(data):
    with Archive(data / "archive.db", readonly=True) as archive:
        return archive.connection.value("SELECT count(*) FROM records WHERE extractor = '0.0.9'")


def _children(pid):
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return found.read_text().split() if found.exists() else []
