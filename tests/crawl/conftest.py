import json
import subprocess
import sys
from pathlib import Path

import pytest

from crawl.portal import SmallPortal, serving
from newsarchive.archive import Archive
from newsarchive.crawl.journey import Journey
from newsarchive.crawl.memory import Memory
from newsarchive.items import Site

CRAWL = "from newsarchive.cli import main; main()"


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path / "archive.db") as archive:
        yield archive


@pytest.fixture
def site():
    return Site("portal", "https://portal.si/")


@pytest.fixture
def memory(archive, site):
    return Memory(archive, site)


@pytest.fixture
def journey(memory, site):
    return Journey(site, memory)


@pytest.fixture
def crawl(tmp_path):
    """Crawl by the command line in a process of its own (a reactor runs only once); gives the results."""

    def crawl(*words: str, code: int = 0, data: Path = tmp_path / "data"):
        command = [sys.executable, "-c", CRAWL, "--data", str(data), "crawl", "--json", *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return json.loads(done.stdout)

    return crawl


@pytest.fixture
def stored(tmp_path):
    """Give the paths of the records in the archive."""

    def stored(data: Path = tmp_path / "data"):
        with Archive(data / "archive.db", readonly=True) as archive:
            return {"/" + one.record.url.split("/", 3)[3]: one for one in archive.records()}

    return stored


@pytest.fixture
def small():
    with serving(SmallPortal()) as portal:
        yield portal
