"""``newsarchive fixture``: a page and the record it must become, kept as a test."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.extract import read
from newsarchive.items import Record
from newsarchive.snapshots import Exchange, Writer, payload_digest

ROOT = Path(__file__).parents[2]
PAGE = """<html lang="sl"><head><title>Nov most | Primer</title>
<link rel="canonical" href="https://primer.example/novice/nov-most/">
<meta property="article:published_time" content="2026-01-27T09:12:00+01:00"></head>
<body><h1>Nov most</h1><p>Ana Primer</p>
<p>Most čez reko so danes odprli za ves promet, čeprav dela še niso povsem končana.</p></body></html>"""
URL = "https://primer.example/novice/nov-most/"
FETCHED = datetime(2026, 1, 28, 6, 0, tzinfo=UTC)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sites"


@pytest.fixture
def save(run, tmp_path, folder):
    return lambda *words, code=0: run(tmp_path / "data", "fixture", *words, "--folder", folder, code=code)


@pytest.fixture
def stored(tmp_path):
    """An archive with one stored page of one record, in windows-1250."""
    data, body = tmp_path / "data", PAGE.encode("cp1250")
    headers = [("Content-Type", "text/html; charset=windows-1250")]
    with Archive(data / "archive.db") as archive, Writer(data, "primer") as writer:
        place = writer.write(Exchange(URL, FETCHED, 200, headers, body))
        snapshot = archive.note_snapshot(
            URL, site="primer", fetched_at=FETCHED, status=200, mime="text/html", digest=payload_digest(body),
            file=place.file, offset=place.offset, length=place.length,
        )  # fmt: skip
        record = archive.save(read(body, URL, encoding="windows-1250"), snapshot=snapshot).id
    return {"record": record, "snapshot": snapshot}


def expectation(folder, name="primer-example/most"):
    return json.loads((folder / f"{name}.json").read_text("utf-8"))


def test_page_and_record_are_written_side_by_side(save, page, folder):
    save("most", page)
    assert (folder / "primer-example" / "most.html").read_bytes() == page.read_bytes()
    told = expectation(folder)
    assert told["url"] == URL
    assert Record.from_dict(told["record"]) == read(PAGE.encode(), URL)


def test_nothing_is_kept_that_nobody_knows(save, page, folder):
    save("most", page)
    assert list(expectation(folder)) == ["review", "url", "record"]


def test_the_empty_fields_are_named_and_a_review_is_asked_for(save, page):
    shown = save("most", page).stdout
    assert "Empty:   modified, source, section, tags, lead, images" in shown
    assert "take out the line “review”" in shown
    assert "of a site that nobody declared" in shown


def test_a_page_that_is_no_item_is_warned_of(save, page):
    page.write_text('<link rel="canonical" href="https://primer.example/"><p>a', encoding="utf-8")
    assert "the tests want an item" in save("most", page).stdout


def test_the_folder_can_be_named(save, page, folder):
    save("most", page, "--site", "dolinski-list")
    assert (folder / "dolinski-list" / "most.json").exists()


def test_a_declared_site_reads_it_and_names_the_folder(save, page, folder):
    save("most", page, "--url", "http://127.0.0.1:8017/most/")
    assert expectation(folder, "demo/most")["record"]["site"] == "demo"


def test_json(save, page, folder):
    told = json.loads(save("most", page, "--json").stdout)
    assert told["page"] == str(folder / "primer-example" / "most.html")
    assert told["record"]["title"] == "Nov most"


def test_nothing_is_overwritten(save, page, folder):
    save("most", page)
    before = expectation(folder)
    page.write_text(PAGE.replace("Nov most", "Star most"), encoding="utf-8")
    assert "--force" in save("most", page, code=1).stderr
    assert expectation(folder) == before
    save("most", page, "--force")
    assert expectation(folder)["record"]["title"] == "Star most"


@pytest.mark.parametrize("missing", ["html", "json"])
def test_half_a_fixture_is_not_overwritten_either(save, page, folder, missing):
    save("most", page)
    (folder / "primer-example" / f"most.{missing}").unlink()
    save("most", page, code=1)


@pytest.mark.parametrize("name", ["../most", "a/b", "Most", "", ".", "most.html", "-", "č"])
def test_names_lead_nowhere_else(save, page, folder, name):
    assert save("--", name, page, code=2).exit_code == 2
    assert not folder.exists()


@pytest.mark.parametrize("site", ["..", "a/b", "Primer"])
def test_sites_lead_nowhere_else(save, page, folder, site):
    save("most", page, "--site", site, code=2)
    assert not folder.exists()


@pytest.mark.parametrize("words", [[], ["page.html", "--snapshot", "1"]])
def test_one_page_must_be_named(save, words):
    assert "Name one page" in save("most", *words, code=2).stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(save, page, folder):
    folder.mkdir(mode=0o500)
    assert "--folder" in save("most", page, code=1).stderr


def test_a_file_in_the_way_of_the_folder_is_told(save, page, folder):
    folder.mkdir()
    (folder / "primer-example").write_text("")
    assert "--folder" in save("most", page, code=1).stderr


@pytest.mark.parametrize("by", ["record", "snapshot"])
def test_a_stored_page_is_kept_with_its_moment_and_character_set(save, stored, folder, by):
    save("most", *([stored["record"]] if by == "record" else ["--snapshot", stored["snapshot"]]))
    told = expectation(folder)
    assert (told["fetched"], told["encoding"]) == (FETCHED.isoformat(), "windows-1250")
    assert (folder / "primer-example" / "most.html").read_bytes() == PAGE.encode("cp1250")
    assert told["record"]["body"].startswith("Most čez reko")


@pytest.mark.parametrize("words", [["99"], ["--snapshot", "99"]])
def test_a_page_that_is_not_stored_is_told(save, stored, words):
    assert 'newsarchive "' not in save("most", *words, code=1).stderr


def test_without_an_archive_a_number_is_told(save):
    assert "no archive" in save("most", "1", code=1).stderr.lower()


def pytest_in(folder):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", folder, "test_fixtures.py"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=100, check=False
    )


def test_the_fixture_passes_only_after_a_review(save, page, folder):
    save("most", page)
    shutil.copy(ROOT / "tests" / "sites" / "test_fixtures.py", folder)
    before = pytest_in(folder)
    assert before.returncode == 1
    assert "waits for a person's eyes" in before.stdout
    path = folder / "primer-example" / "most.json"
    told = json.loads(path.read_text("utf-8"))
    del told["review"]
    path.write_text(json.dumps(told), encoding="utf-8")
    assert pytest_in(folder).returncode == 0


def test_the_fixture_fails_for_the_field_that_a_person_corrected(save, page, folder):
    save("most", page)
    shutil.copy(ROOT / "tests" / "sites" / "test_fixtures.py", folder)
    path = folder / "primer-example" / "most.json"
    told = json.loads(path.read_text("utf-8"))
    del told["review"]
    told["record"]["source"] = "PU Celje"
    path.write_text(json.dumps(told), encoding="utf-8")
    assert "test_field[primer-example/most-source]" in pytest_in(folder).stdout
