import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from custody.library import START, crawl, page_url
from custody.test_backing import contents
from custody.test_locks import Holder
from custody.test_verifying import flip, texts
from newsarchive.archive import Archive
from newsarchive.custody.copying import BackupError, backup, restore, restoring
from newsarchive.custody.copying.beside import SEARCHES
from newsarchive.custody.forgetting import forget, plan
from newsarchive.custody.locks import BusyError, alone, writing
from newsarchive.custody.verifying import verify

LATER = START.replace(day=25)
RESTORE = """
import sys
from pathlib import Path
from newsarchive.custody.copying import restore
print("ready", flush=True)
restore(Path(sys.argv[1]), Path(sys.argv[2]), force=True)
"""


@pytest.fixture
def source(data, tmp_path):
    """A backup of the archive."""
    backup(data, tmp_path / "backup")
    return tmp_path / "backup"


def records(folder):
    with Archive(folder / "archive.db", readonly=True) as archive:
        return [stored.record.to_dict() for stored in archive.records()]


def forget_record(data, number):
    with alone(data, "forgetting"), Archive(data / "archive.db") as archive:
        forget(data, archive, plan(data, archive, number), "The family asked.")


def test_into_an_empty_folder(data, source, tmp_path):
    place = tmp_path / "new" / "data"
    restored = restore(source, place)
    assert (restored.copied.files, restored.forgotten, restored.notes) == (9, 0, [])
    assert contents(place) == contents(data)
    assert records(place) == records(data)
    assert (texts(verify(place)), verify(place).notes) == ([], [])
    assert {path.name for path in place.iterdir()} - {"archive.db-wal", "archive.db-shm"} == {
        "archive.db", "warc", "images", "manifests", "seal.json", "locks"
    }  # fmt: skip


def test_an_archive_is_only_replaced_by_force(data, source):
    crawl(data, range(6, 9), at=LATER)
    with pytest.raises(BackupError, match=r"There is an archive in .* already"):
        restore(source, data)
    assert len(records(data)) == 8
    restore(source, data, force=True)
    assert len(records(data)) == 5
    assert texts(verify(data)) == []


def searches(folder):
    """Give the names of the saved searches in a folder."""
    with closing(sqlite3.connect(folder / SEARCHES)) as saved:
        return [name for (name,) in saved.execute("SELECT name FROM searches")]


def save_search(folder, name):
    with closing(sqlite3.connect(folder / SEARCHES)) as saved, saved:
        saved.execute("CREATE TABLE IF NOT EXISTS searches (name TEXT)")
        saved.execute("INSERT INTO searches VALUES (?)", (name,))


def test_saved_searches_go_with_the_archive(data, tmp_path):
    save_search(data, "Zapore")
    backup(data, tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "new")
    assert searches(tmp_path / "new") == ["Zapore"]
    save_search(data, "Osmrtnice")
    restore(tmp_path / "backup", data, force=True)
    assert searches(data) == ["Zapore"]


def test_saved_searches_that_a_backup_does_not_have_stay(data, source):
    save_search(data, "Zapore")
    restore(source, data, force=True)
    assert searches(data) == ["Zapore"]


def test_searches_that_were_deleted_do_not_come_back(data, tmp_path):
    save_search(data, "Zapore")
    backup(data, tmp_path / "backup")
    (data / SEARCHES).unlink()
    assert backup(data, tmp_path / "backup").removed == 0
    assert not (tmp_path / "backup" / SEARCHES).exists()


def test_damaged_saved_searches_are_told_and_stand_in_nobodys_way(data, tmp_path):
    (data / SEARCHES).write_bytes(b"no database at all" * 100)
    copied = backup(data, tmp_path / "backup")
    assert copied.problems == []
    assert copied.notes == [
        "The saved searches in web.db cannot be read (file is not a database) and were not copied: "
        "the archive is unharmed."
    ]
    (tmp_path / "backup" / SEARCHES).write_bytes(b"no database at all" * 100)
    assert len(restore(tmp_path / "backup", tmp_path / "new").notes) == 1
    assert records(tmp_path / "new") == records(data)


@pytest.mark.parametrize("harm", ["images", "warc", "manifests", "archive.db"])
def test_a_harmed_backup_replaces_nothing(data, source, harm):
    before = contents(data), records(data)
    path = source / harm
    flip(path if path.is_file() else next(one for one in sorted(path.rglob("*")) if one.is_file()))
    with pytest.raises(BackupError, match="nothing was replaced"):
        restore(source, data, force=True)
    assert (contents(data), records(data)) == before
    assert texts(verify(data)) == []


def test_a_damaged_archive_is_replaced(data, source):
    (data / "archive.db").write_bytes(b"x" * 5000)
    shutil.rmtree(data / "images")
    restored = restore(source, data, force=True)
    assert restored.notes[0].startswith("The takedowns of the archive that was replaced could not be read")
    assert texts(verify(data)) == []


def test_takedowns_younger_than_the_backup_are_done_again(data, source):
    forget_record(data, 2)
    restored = restore(source, data, force=True)
    assert restored.forgotten == 1
    assert texts(verify(data)) == []
    with Archive(data / "archive.db") as archive:
        assert archive.get(2) is None
        assert archive.buried([page_url(2)]) == {page_url(2)}
    files = [path for path in data.rglob("*") if path.is_file()]
    assert [path for path in files if page_url(2).encode() in path.read_bytes()] == []


def test_tombstones_of_what_the_backup_never_had_stay(data, source):
    crawl(data, range(6, 7), at=LATER)
    forget_record(data, 6)
    restore(source, data, force=True)
    with Archive(data / "archive.db") as archive:
        assert archive.buried([page_url(6)]) == {page_url(6)}
    assert texts(verify(data)) == []


def test_numbers_that_were_given_are_not_given_again(data, source):
    crawl(data, range(6, 9), at=LATER)
    restore(source, data, force=True)
    crawl(data, range(20, 21), at=LATER)
    with Archive(data / "archive.db") as archive:
        assert archive.get(page_url(20)).id == 9


def test_a_backup_of_before_a_takedown_still_restores_elsewhere(data, source, tmp_path):
    forget_record(data, 2)
    restore(source, tmp_path / "other")
    assert len(records(tmp_path / "other")) == 5
    assert texts(verify(tmp_path / "other")) == []


def test_a_backup_after_a_takedown_holds_nothing_of_it(data, source):
    forget_record(data, 2)
    backup(data, source)
    assert texts(verify(source)) == []
    files = [path for path in source.rglob("*") if path.is_file()]
    assert [path for path in files if page_url(2).encode() in path.read_bytes()] == []


def test_a_killed_restore_is_finished_by_the_next(data, source):
    chance = random.Random(9)
    crawl(data, range(6, 9), at=LATER)
    for _ in range(8):
        with subprocess.Popen([sys.executable, "-c", RESTORE, source, data], stdout=subprocess.PIPE) as child:
            assert child.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, 0.4))
            child.send_signal(signal.SIGKILL)
    restore(source, data, force=True)
    assert len(records(data)) == 5
    assert texts(verify(data)) == []


@pytest.mark.parametrize("left", [".new/x", "warc/demo/x", ".commit.json", "backup.json", "archive.db"])
def test_whatever_an_interrupted_one_left_is_not_in_the_way(data, source, left):
    path = data / ".restored" / left
    path.parent.mkdir(parents=True)
    path.write_text('{"remove": []}', "utf-8")
    restore(source, data, force=True)
    assert texts(verify(data)) == []


@pytest.mark.parametrize("done", range(8))
def test_an_exchange_that_was_interrupted_anywhere_is_finished(data, source, done, monkeypatch):
    moves = iter(range(done))
    original = type(data).replace

    def limited(self, target):
        goes, comes = target.parent.name == ".replaced", self.parent.name == ".restored"
        if goes or (comes and not self.name.startswith(".")):
            next(moves)
        return original(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(type(data), "replace", limited)
        with pytest.raises((StopIteration, RuntimeError)):
            restore(source, data, force=True)
    with pytest.raises(BusyError, match="A restore was interrupted here"), writing(data):
        pass
    restore(source, data, force=True)
    assert len(records(data)) == 5
    assert texts(verify(data)) == []
    assert not (data / ".replaced").exists()


def test_what_is_no_backup(data, tmp_path):
    for place in (data, tmp_path / "nothing"):
        with pytest.raises(BackupError, match="There is no backup in"):
            restore(place, tmp_path / "new")


def test_nobody_works_in_an_archive_that_is_replaced(data, source, monkeypatch):
    monkeypatch.setattr(restoring, "ALONE", 0.1)
    holder = Holder(data, "writing", "crawling demo")
    try:
        with pytest.raises(BusyError, match="is crawling demo"):
            restore(source, data, force=True)
    finally:
        holder.end()


def test_the_mark_says_what_the_backup_is(data, source):
    told = json.loads((source / "backup.json").read_text("utf-8"))
    assert (told["files"], told["software"]) == (9, "newsarchive/0.1.0")
