"""``newsarchive import``: what it says, and what it says when something is wrong."""

import json
import shutil
import subprocess
from functools import partial

import pytest
from importing.foreign import browsertrix, message, packed, page

from newsarchive.archive import Archive
from newsarchive.custody.locks import alone, writing
from newsarchive.demo import Portal, running
from newsarchive.snapshots import walk

URL = "https://portal.si/novice/nov-most-cez-reko-je-odprt"


@pytest.fixture
def file(tmp_path):
    """A WARC file with one item of a portal that nobody declared, and one page that is none."""
    path = tmp_path / "tuji.warc.gz"
    records = [*browsertrix(URL, message(page())), *browsertrix("https://portal.si/", message(page()))]
    path.write_bytes(packed(records))
    return path


def test_records_are_counted_site_by_site(tmp_path, run, file):
    assert run(tmp_path, "import", file).stdout.splitlines() == [
        "portal.si: 1 new",
        "2 pages looked at, 1 responses copied, 0 pictures kept",
        "  1 passed over: no item",
    ]
    assert run(tmp_path, "import", file).stdout.startswith("portal.si: 1 unchanged")


def test_json(tmp_path, run, file):
    told = json.loads(run(tmp_path, "import", "--json", file).stdout)
    assert (told["pages"], told["records"], told["passed"]) == (2, {"new": 1}, {"no item": 1})
    assert told["sites"] == {"portal.si": {"new": 1}}


def test_a_dry_run_makes_no_archive(tmp_path, run, file):
    assert run(tmp_path / "data", "import", "--dry-run", file).stdout.startswith("portal.si: 1 new")
    assert not (tmp_path / "data").exists()


def test_only_a_host(tmp_path, run, file):
    result = run(tmp_path, "import", "--only", "drugi.si", file)
    assert "2 passed over: not asked for" in result.stdout
    assert "No record came out of it" in result.stderr


def test_pages_of_others_for_a_site(tmp_path, run, file):
    assert "demo" not in run(tmp_path, "import", "--site", "demo", file).stdout, "its patterns know no such address"
    assert "newsarchive sites" in run(tmp_path, "import", "--site", "nosuch", file, code=2).stderr


def test_a_file_that_breaks(tmp_path, run, file):
    file.write_bytes(file.read_bytes()[:-30])
    result = run(tmp_path, "import", file, code=1)
    assert result.stdout.startswith("portal.si: 1 new")
    (sentence,) = result.stderr.splitlines()
    assert "tuji.warc.gz is cut off within the record that begins at byte" in sentence


def test_what_is_no_warc_file(tmp_path, run):
    (tmp_path / "pismo.txt").write_text("To je pismo.")
    assert "pismo.txt" in run(tmp_path, "import", tmp_path / "pismo.txt", code=1).stderr


@pytest.mark.parametrize("name", ["nikjer.warc.gz", "."])
def test_what_is_no_file(tmp_path, run, name):
    assert "name another file" in run(tmp_path, "import", tmp_path / name, code=1).stderr


def test_no_file_named(tmp_path, run):
    assert "FILE" in run(tmp_path, "import", code=2).stderr


def test_somebody_rewrites_meanwhile(tmp_path, run, file, monkeypatch):
    monkeypatch.setattr("newsarchive.custody.adding.writing", partial(writing, wait=0.1))
    with alone(tmp_path, "forgetting"):
        assert "wait until that has ended" in run(tmp_path, "import", file, code=1).stderr


def test_ctrl_c_keeps_what_was_imported(tmp_path, run, file, monkeypatch):
    from newsarchive.cli.progress import Steps

    def stop(steps, what, done, total):
        raise KeyboardInterrupt

    monkeypatch.setattr(Steps, "show", stop)
    assert "the same command goes on" in run(tmp_path, "import", file, code=1).stderr


def test_the_archive_is_sealed_and_whole_afterwards(tmp_path, run, file):
    run(tmp_path / "data", "import", file)
    assert (tmp_path / "data" / "seal.json").exists()
    run(tmp_path / "data", "verify")


@pytest.mark.skipif(not shutil.which("wget"), reason="there is no wget here")
def test_what_wget_has_fetched_equals_a_crawl(tmp_path, run):
    """wget follows links of pages only; every item it meets becomes the record that its page tells."""
    portal = Portal("wordpress", records=20)
    with running(portal) as home:
        truth = portal.truth(home)
        command = ["wget", "-q", "-r", "-l", "3", "--warc-file", tmp_path / "tuji", "-P", tmp_path / "out", home]
        subprocess.run(command, timeout=60, check=False)
    run(tmp_path, "import", tmp_path / "tuji.warc.gz")
    with Archive(tmp_path / "archive.db", readonly=True) as archive:
        found = {stored.record.url: stored.record for stored in archive.records()}
    assert set(truth) == set(found)
    assert all(found[url].title == truth[url].record.title for url in truth)


def test_our_own_files_can_be_imported_into_another_archive(tmp_path, run, file):
    run(tmp_path / "one", "import", file)
    (own,) = (tmp_path / "one" / "warc").rglob("*.gz")
    assert run(tmp_path / "two", "import", own).stdout.startswith("portal.si: 1 new")
    assert run(tmp_path / "one", "import", own).stdout.startswith("portal.si: 1 unchanged")
    assert len([member for member in walk(own) if member.type == "response"]) == 1
