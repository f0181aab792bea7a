"""What works with Scrapy's own commands from the checkout."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.settings import BaseSettings

from newsarchive.crawl import NewsArchive
from newsarchive.demo import Portal, running
from newsarchive.items import KINDS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def home():
    with running(Portal(records=20)) as base:
        yield base


@pytest.fixture
def scrapy(tmp_path):
    def scrapy(*words):
        command = [sys.executable, "-m", "scrapy", *words, "-s", f"NEWSARCHIVE_DATA={tmp_path}"]
        done = subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env=os.environ | {"COLUMNS": "200"},
        )
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout

    return scrapy


def test_crawl(scrapy, stored, home, tmp_path):
    scrapy("crawl", "demo", "-a", f"home={home}")
    assert len(stored(tmp_path)) == 20


def test_files_of_a_crawl_hold_records_and_no_pictures(scrapy, home, tmp_path):
    scrapy("crawl", "demo", "-a", f"home={home}", "-o", f"{tmp_path}/x.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text("utf-8").splitlines()]
    assert len({line["url"] for line in lines}) == 20
    assert {line["kind"] for line in lines} <= {*KINDS}
    assert list(tmp_path.glob("images/*/*"))


def test_a_file_with_a_choice_of_its_own_keeps_it():
    settings = BaseSettings({"FEEDS": {"a.json": {"item_classes": ["x.Y"]}, "b.json": {"format": "json"}}})
    NewsArchive().update_settings(settings)
    feeds = settings.getdict("FEEDS")
    assert feeds["a.json"] == {"item_classes": ["x.Y"]}
    assert feeds["b.json"] == {"format": "json", "item_classes": ["newsarchive.items.Record"]}


def test_a_look_at_a_list_settles_nothing(scrapy, stored, home, tmp_path):
    scrapy("crawl", "demo", "-a", f"home={home}", "-a", "limit=3", "-a", "images=no")
    for path in ("feed/", "novice/", "sitemap_index.xml"):
        scrapy("parse", home + path, "--spider", "demo", "-a", f"home={home}", "--noitems")
    scrapy("crawl", "demo", "-a", f"home={home}", "-a", "images=no")
    assert len(stored(tmp_path)) == 20


def test_parse_shows_the_record_of_a_page(scrapy, home):
    url = next(iter(Portal(records=20).truth(home)))
    told = scrapy("parse", url, "--spider", "demo", "-a", f"home={home}", "--nolinks", "--nocolour")
    assert "'title'" in told or "title=" in told


def test_shell_fetches_a_page(scrapy, home):
    told = scrapy("shell", home, "-c", "response.status")
    assert told.strip().endswith("200")
