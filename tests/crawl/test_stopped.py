"""Crawls that are stopped or killed, and those that run at the same time."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from crawl.conftest import CRAWL
from crawl.portal import SmallPortal
from newsarchive.archive import Archive
from newsarchive.crawl.addresses import host
from newsarchive.crawl.lock import SiteLock

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from kill import differences, faults


class Slow(SmallPortal):
    """Takes its time for every page."""

    def page(self, path):
        time.sleep(0.1)
        return super().page(path)


@pytest.fixture
def slow():
    from crawl.portal import serving

    with serving(Slow()) as portal:
        yield portal


@contextmanager
def crawling(portal, data, pages=20):
    """A crawl that has asked for so many pages and goes on."""
    command = [sys.executable, "-c", CRAWL, "--data", str(data), "crawl", "--json", portal.home]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        while len(portal.requests) < pages:
            assert child.poll() is None
            time.sleep(0.02)
        yield child
        child.kill()


def outcomes(data):
    with Archive(data / "archive.db", readonly=True) as archive:
        return [run.outcome for run in archive.runs()]


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_crawl_ends_in_order_and_the_next_completes_it(slow, crawl, stored, tmp_path, sent):
    data = tmp_path / "data"
    with crawling(slow, data) as child:
        child.send_signal(sent)
        out, err = child.communicate(timeout=20)
    assert child.returncode == 1
    assert "was stopped: the same command goes on" in err
    assert "Traceback" not in err
    assert json.loads(out)[0]["outcome"] == "interrupted"
    held = len(stored())
    assert 0 < held < len(slow.items)
    slow.requests.clear()
    (result,) = crawl(slow.home)
    assert stored().keys() == {item.path for item in slow.items}
    assert result["counts"]["new"] == len(slow.items) - held, "what was stored is not fetched again"
    assert outcomes(data) == ["finished", "interrupted"]


def test_killed_crawls_end_in_the_archive_of_an_undisturbed_one(slow, crawl, tmp_path):
    undisturbed, killed = tmp_path / "undisturbed", tmp_path / "killed"
    crawl(slow.home, data=undisturbed)
    for pages in (3, 25, 60):
        slow.requests.clear()
        with crawling(slow, killed, pages) as child:
            child.kill()
    crawl(slow.home, data=killed)
    assert faults(killed) == []
    assert [told for told in differences(undisturbed, killed) if not told.startswith("aliases")] == []
    assert outcomes(killed) == ["finished", "interrupted", "interrupted", "interrupted"]
    with Archive(killed / "archive.db", readonly=True) as archive:
        assert sum(run.new for run in archive.runs()) == len(slow.items), "also killed runs tell what they stored"


def test_a_second_crawl_of_the_same_site_is_told_to_wait(small, crawl, tmp_path):
    lock = SiteLock(tmp_path / "data", host(small.home))
    lock.take()
    (result,) = crawl(small.home, code=1)
    assert result["outcome"] == "not begun"
    assert f"process {os.getpid()}" in result["problem"]
    assert small.requests == []
    lock.release()
    (result,) = crawl(small.home)
    assert outcomes(tmp_path / "data") == ["finished"]
