import json
import os
import subprocess
import sys

import pytest

from newsarchive.archive import Archive
from newsarchive.custody.locks import BusyError, alone, reading, writers, writing

HOLD = """
import sys
from pathlib import Path
from newsarchive.custody import locks
with getattr(locks, sys.argv[2])(Path(sys.argv[1]), sys.argv[3]):
    print("held", flush=True)
    sys.stdin.readline()
"""


class Holder:
    """Another process at work in the data folder."""

    def __init__(self, data, kind, doing):
        command = [sys.executable, "-c", HOLD, str(data), kind, doing]
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.child.stdout.readline() == "held\n"

    def end(self):
        self.child.communicate("\n")

    def kill(self):
        self.child.kill()
        self.child.communicate()


@pytest.fixture
def data(tmp_path):
    Archive(tmp_path / "archive.db").close()
    return tmp_path


@pytest.fixture
def hold(data):
    holders = []

    def start(kind, doing):
        holders.append(Holder(data, kind, doing))
        return holders[-1]

    yield start
    for holder in holders:
        holder.kill()


def is_sealed(data):
    return (data / "seal.json").exists()


def test_two_write_at_once_and_the_last_seals(data, hold):
    crawl = hold("writing", "crawling demo")
    with writing(data, "importing"):
        assert writers(data) == [f"process {crawl.child.pid} is crawling demo"]
    assert not is_sealed(data)
    crawl.end()
    assert is_sealed(data)
    assert set(json.loads((data / "seal.json").read_text())) == {"sha256", "bytes", "sealed_at"}


def test_writing_breaks_the_seal(data):
    with writing(data):
        pass
    assert is_sealed(data)
    with writing(data):
        assert not is_sealed(data)


def test_one_who_rewrites_is_told_who_writes(data, hold):
    crawl = hold("writing", "crawling demo")
    told = rf"process {crawl.child.pid} is crawling demo: wait until that has ended"
    with pytest.raises(BusyError, match=told), alone(data, "forgetting", wait=0.1):
        pass
    crawl.end()
    with alone(data, "forgetting"):
        assert not is_sealed(data)
    assert is_sealed(data)


def test_a_writer_is_told_who_rewrites(data, hold):
    hold("alone", "restoring")
    with pytest.raises(BusyError, match="is restoring"), writing(data, wait=0.1):
        pass


def test_a_killed_writer_leaves_the_archive_free_and_unsealed(data, hold):
    hold("writing", "crawling demo").kill()
    assert writers(data) == []
    with reading(data, "verifying"):
        pass
    assert not is_sealed(data)
    with writing(data):
        pass
    assert is_sealed(data)


def test_a_number_that_another_process_has_by_now_is_nobody_at_work(data):
    """The parent of this process lives, and does nothing here."""
    (data / "locks").mkdir(exist_ok=True)
    (data / "locks" / "writers.lock").write_text(f"{os.getppid()} crawling demo\n", "utf-8")
    with reading(data, "verifying"):
        assert writers(data) == []


def test_a_reader_seals_for_the_writer_that_ended_before_it(data, hold):
    crawl = hold("writing", "crawling demo")
    with reading(data, "verifying"):
        crawl.end()
        assert not is_sealed(data)
    assert is_sealed(data)


def test_a_reader_alone_changes_nothing(data):
    with reading(data, "verifying"):
        pass
    assert not is_sealed(data)


def test_a_reader_of_the_database_puts_off_the_seal(data):
    with Archive(data / "archive.db", readonly=True) as archive:
        archive.connection.execute("BEGIN")
        archive.connection.value("SELECT count(*) FROM records")
        with writing(data), Archive(data / "archive.db") as other:
            other.start_run("demo")
        assert not is_sealed(data)
