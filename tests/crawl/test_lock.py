import subprocess
import sys

import pytest

from newsarchive.crawl.lock import SiteIsBusyError, SiteLock

HOLD = """
import sys, time
from pathlib import Path
from newsarchive.crawl.lock import SiteLock
lock = SiteLock(Path(sys.argv[1]), "portal.si:8017")
lock.take()
print("taken", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock."""
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "taken\n"
        yield child
        child.kill()


def test_a_second_crawl_is_told_who_holds_the_site(holder, tmp_path):
    with pytest.raises(SiteIsBusyError, match=rf"portal.si:8017 is being crawled by process {holder.pid}"):
        SiteLock(tmp_path, "portal.si:8017").take()


def test_other_sites_are_free(holder, tmp_path):
    SiteLock(tmp_path, "drugi").take()


def test_a_killed_crawl_gives_its_lock_back(holder, tmp_path):
    holder.kill()
    holder.wait()
    SiteLock(tmp_path, "portal.si:8017").take()


def test_a_lock_is_given_back(tmp_path):
    lock = SiteLock(tmp_path, "portal")
    lock.take()
    lock.release()
    SiteLock(tmp_path, "portal").take()
