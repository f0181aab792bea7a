"""What works with Scrapy's own commands from the checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsarchive.demo import Portal, running

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


def test_parse_shows_the_record_of_a_page(scrapy, home):
    url = next(iter(Portal(records=20).truth(home)))
    told = scrapy("parse", url, "--spider", "demo", "-a", f"home={home}", "--nolinks", "--nocolour")
    assert "'title'" in told or "title=" in told


def test_shell_fetches_a_page(scrapy, home):
    told = scrapy("shell", home, "-c", "response.status")
    assert told.strip().endswith("200")
