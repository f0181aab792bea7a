"""The version of the reader: it changes with what decides a page's reading, and with nothing else."""

import functools
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import newsarchive
from newsarchive.extract import reader_version
from newsarchive.items import Listing, Site

SITE = Site("demo", "http://localhost/", items={"notice": "^/n/"}, selectors={"lead": ".lead"})
HERE = Path(newsarchive.__file__).parent
TELL = "from newsarchive.extract import reader_version; print(reader_version())"


def test_it_is_the_programs_version_and_a_digest():
    assert re.fullmatch(re.escape(newsarchive.__version__) + r"\+[0-9a-f]{8}", reader_version())


@pytest.mark.parametrize(
    "change",
    [
        {"name": "drugi"},
        {"title": "Dolinski list"},
        {"language": None},
        {"timezone": "Europe/Rome"},
        {"items": {"article": "^/n/"}},
        {"selectors": {"lead": ".lead", "body": ".body"}},
        {"refine": lambda record, tree: record},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_a_reading_depends_on_changes_it(change):
    assert reader_version(replace(SITE, **change)) != reader_version(SITE)


@pytest.mark.parametrize(
    "change",
    [
        {"home": "http://localhost:8017/"},
        {"feeds": ("/feed/",)},
        {"listings": (Listing("/novice"),)},
        {"delay": 3.0},
        {"images": False},
        {"verified": "2026-11-23"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_where_and_how_a_site_is_crawled_does_not(change):
    assert reader_version(replace(SITE, **change)) == reader_version(SITE)


def test_the_order_of_kinds_counts_and_that_of_selectors_does_not():
    one, two = {"notice": "^/n/", "article": "^/"}, {"article": "^/", "notice": "^/n/"}
    assert reader_version(replace(SITE, items=one)) != reader_version(replace(SITE, items=two))
    one, two = {"lead": "a", "body": "b"}, {"body": "b", "lead": "a"}
    assert reader_version(replace(SITE, selectors=one)) == reader_version(replace(SITE, selectors=two))


def test_a_last_hand_counts_by_its_source():
    def refine(record, tree):
        return record

    def other(record, tree):
        record.title = None
        return record

    versions = {reader_version(replace(SITE, refine=hand)) for hand in (refine, other, functools.partial(refine))}
    assert len(versions) == 2


@pytest.mark.parametrize("hand", [len, functools.partial(len), eval("lambda record, tree: record")])
def test_a_last_hand_without_source_counts_by_its_name(hand):
    assert reader_version(replace(SITE, refine=hand)) != reader_version(SITE)


@pytest.fixture
def told(tmp_path):
    """Tell the version of a copy of the library in a place of its own, as pip would put it there."""
    folder = tmp_path / "site-packages"
    shutil.copytree(HERE, folder / "newsarchive", ignore=shutil.ignore_patterns("__pycache__"))

    def told(path=None, text=""):
        if path:
            with (folder / "newsarchive" / path).open("a") as file:
                file.write(text)
        command = [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(folder)!r}); {TELL}"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
        return done.stdout.strip()

    return told


def test_an_installed_copy_says_the_same(told):
    assert told() == reader_version()


@pytest.mark.parametrize("path", ["extract/text.py", "dates/words.py", "items.py"])
def test_a_changed_source_changes_it(told, path):
    assert told(path, "# changed\n") != reader_version()


def test_a_source_that_reads_no_page_does_not(told):
    assert told("archive/times.py", "# changed\n") == reader_version()
