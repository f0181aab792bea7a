import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from custody.library import START, Crawl, crawl, drawing, page, page_url
from custody.test_locks import Holder
from custody.test_verifying import flip, sql, texts
from newsarchive.archive import Archive, NoArchiveError
from newsarchive.custody.copying import BackupError, backing, backup
from newsarchive.custody.hashing import sha256
from newsarchive.custody.locks import BusyError, writing
from newsarchive.custody.verifying import verify
from newsarchive.pictures import store
from newsarchive.snapshots import Exchange

LATER = START.replace(day=25)
LIMITED = """
import resource, sys
from pathlib import Path
from newsarchive.custody.copying import BackupError, backup
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    backup(Path(sys.argv[1]), Path(sys.argv[2]))
except BackupError as error:
    print(error)
"""
BACKUP = """
import sys
from pathlib import Path
from newsarchive.custody.copying import backup
print("ready", flush=True)
backup(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture
def target(tmp_path):
    return tmp_path / "backup"


def contents(folder):
    """Give the digests of what an archive or a copy consists of."""
    parts = ("warc", "images", "manifests")
    files = (path for part in parts for path in (folder / part).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path) for path in files}


def noise(size):
    return b"<html>" + random.Random(7).randbytes(size)


def test_a_copy_is_whole_and_sound(data, target):
    copied = backup(data, target)
    assert (copied.files, copied.new, copied.replaced, copied.removed, copied.problems) == (9, 9, 0, 0, [])
    assert contents(target) == contents(data)
    assert texts(verify(target)) == []
    assert verify(target).notes == []


def test_what_did_not_change_is_not_copied_again(data, target):
    backup(data, target)
    before = {path: path.stat().st_mtime_ns for path in (target / "images").rglob("*")}
    copied = backup(data, target)
    assert (copied.files, copied.new, copied.replaced, copied.removed) == (9, 0, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in (target / "images").rglob("*")} == before


def test_what_is_new_is_copied(data, target):
    backup(data, target)
    crawl(data, range(6, 8), at=LATER)
    copied = backup(data, target)
    assert (copied.new, copied.replaced, copied.removed) == (4, 0, 0)
    assert contents(target) == contents(data)
    assert texts(verify(target)) == []


def test_a_file_that_grew_is_replaced(data, target):
    backup(data, target)
    crawl(data, range(6, 7), at=START.replace(day=24, hour=20))
    copied = backup(data, target)
    assert (copied.new, copied.replaced) == (2, 1)
    assert texts(verify(target)) == []


def test_what_went_is_removed_and_what_was_rewritten_is_replaced(data, target):
    backup(data, target)
    picture = next((data / "images").glob("*/*"))
    warc = next((data / "warc" / "demo").glob("*20261124*"))
    picture.unlink()
    with warc.open("ab") as file:
        file.write(b"\0" * 10)
    with writing(data), Archive(data / "archive.db") as archive:
        archive.connection.execute("DELETE FROM images WHERE sha256 = ?", (picture.stem,))
        archive.seal_warc(f"warc/demo/{warc.name}", warc.stat().st_size, sha256(warc))
    copied = backup(data, target)
    assert (copied.new, copied.replaced, copied.removed) == (0, 1, 1)
    assert contents(target) == contents(data)


def test_a_crawl_goes_on_meanwhile(data, target):
    holder = Holder(data, "writing", "crawling demo")
    with Archive(data / "archive.db") as archive:
        work = Crawl(data, archive, at=LATER)
        work.save(7)
        last = list(archive.snapshots())[-1]
        work.writer.write(Exchange(page_url(8), work.at, 200, [], page(8)))
        store(data, drawing(77), "png")
        backup(data, target)
        work.writer.close()
    holder.kill()
    assert texts(verify(target)) == []
    with Archive(target / "archive.db") as copy:
        assert copy.get(page_url(7)).snapshot == last.id
        assert copy.warcs()[-1].bytes < (data / last.file).stat().st_size


def test_many_writes_meanwhile_do_not_keep_the_copy_from_ending(data, target):
    code = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from custody.library import Crawl
from newsarchive.archive import Archive
from newsarchive.custody.locks import writing
with writing(Path(sys.argv[1])), Archive(Path(sys.argv[1]) / "archive.db") as archive:
    work = Crawl(sys.argv[1], archive)
    for number in range(100, 100000):
        work.save(number)
        if number == 120: print("ready", flush=True)
"""
    tests = Path(__file__).parents[1]
    with subprocess.Popen([sys.executable, "-c", code, str(data), tests], stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout.readline() == "ready\n"
            for _ in range(3):
                backup(data, target)
                assert texts(verify(target)) == []
        finally:
            child.kill()


@pytest.mark.parametrize(("limit", "begins"), [(100_000, "There is no room in {}"), (700_000, "The copy could not be")])
def test_a_full_disk_leaves_the_backup_before(data, target, limit, begins):
    backup(data, target)
    before = contents(target)
    with writing(data), Archive(data / "archive.db") as archive:
        work = Crawl(data, archive, at=LATER)
        work.fetch(page_url(50), noise(1_000_000))
        work.end()
    told = subprocess.run(
        [sys.executable, "-c", LIMITED, data, target, str(limit)], capture_output=True, text=True, check=True
    ).stdout
    assert told.startswith(begins.format(target))
    assert "the backup before is unharmed" in told
    assert contents(target) == before
    assert texts(verify(target)) == []
    assert backup(data, target).new == 2
    assert texts(verify(target)) == []


def test_a_killed_backup_leaves_the_one_before_or_the_new_one(data, target):
    backup(data, target)
    chance = random.Random(3)
    for day in range(10):
        with writing(data), Archive(data / "archive.db") as archive:
            work = Crawl(data, archive, at=LATER.replace(month=12, day=1 + day))
            work.fetch(page_url(100 + day), noise(300_000))
            work.save(day + 10)
            work.end()
        with subprocess.Popen([sys.executable, "-c", BACKUP, data, target], stdout=subprocess.PIPE) as child:
            assert child.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, 0.1))
            child.send_signal(signal.SIGKILL)
        if not (target / ".commit.json").exists():
            assert texts(verify(target)) == []
    backup(data, target)
    assert texts(verify(target)) == []
    assert contents(target) == contents(data)
    assert not (target / ".new").exists()


def test_a_harmed_copy_is_copied_anew_unless_sizes_are_believed(data, target):
    backup(data, target)
    flip(next((target / "images").glob("*/*")))
    assert backup(data, target, quick=True).replaced == 0
    assert backup(data, target).replaced == 1
    assert texts(verify(target)) == []


@pytest.mark.parametrize("part", ["images", "warc", "manifests"])
def test_a_harmed_file_does_not_replace_its_sound_copy(data, target, part):
    backup(data, target)
    before = contents(target)
    path = next(path for path in sorted((data / part).rglob("*")) if path.is_file())
    flip(path)
    if part != "manifests":
        assert backup(data, target).problems == []  # the copy is still sound, nobody looks at the original
        shutil.rmtree(target)
        before = None
    (told,) = backup(data, target).problems
    assert told.startswith(f"{path.relative_to(data)} could not be copied (it is not what it was)")
    assert before is None or contents(target) == before


def test_a_missing_file_is_told(data, target):
    path = next((data / "images").glob("*/*"))
    path.unlink()
    (told,) = backup(data, target).problems
    assert told.startswith(f"{path.relative_to(data)} could not be copied (it is missing)")


def test_no_name_leads_out_of_the_folders(data, target, tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(b"x")
    name = "warc/../../../secret"
    told = f"UPDATE warcs SET file = '{name}', bytes = 1, sha256 = '{sha256(secret)}' WHERE rowid = 1"
    (data / "seal.json").unlink()
    sql(data, told)
    copied = backup(data, target)
    assert any(f"{name} could not be copied" in text for text in copied.problems)
    assert list(target.rglob("secret")) == []
    assert f"{name!r} is no name of a file in the data folder" in " ".join(texts(verify(data)))


def test_an_unfinished_backup_removes_nothing_elsewhere(data, target, tmp_path):
    backup(data, target)
    secret = tmp_path / "secret"
    secret.touch()
    (target / ".commit.json").write_text(json.dumps({"remove": ["../secret", str(secret)]}), "utf-8")
    backup(data, target)
    assert secret.exists()


def test_a_damaged_database_replaces_no_backup(data, target):
    backup(data, target)
    content = bytearray((data / "archive.db").read_bytes())
    content[8192:12288] = b"\xff" * 4096
    (data / "archive.db").write_bytes(content)
    before = sha256(target / "archive.db")
    with pytest.raises(BackupError, match="is not what it was when it was sealed"):
        backup(data, target)
    (data / "seal.json").unlink()
    with pytest.raises(Exception, match="damaged"):
        backup(data, target)
    assert sha256(target / "archive.db") == before
    assert texts(verify(target)) == []


def test_what_an_interrupted_backup_got_ready_and_was_forgotten_since_is_left_out(data, target):
    leftover = target / ".new" / "images" / "ab" / f"ab{'0' * 62}.png"
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"x")
    backup(data, target)
    assert contents(target) == contents(data)


def test_folders_that_are_refused(data, target, tmp_path):
    for place in (data, data / "backup", data / "warc" / "x", tmp_path):
        with pytest.raises(BackupError, match="lie one in the other"):
            backup(data, place)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").touch()
    (tmp_path / "file").touch()
    for place in (tmp_path / "other", tmp_path / "file"):
        with pytest.raises(BackupError, match="holds other things than a backup"):
            backup(data, place)
    with pytest.raises(NoArchiveError):
        backup(tmp_path / "nothing", target)


def test_the_backup_of_another_archive_is_refused(data, target, tmp_path):
    other = crawl(tmp_path / "drugi", at=LATER)
    backup(data, target)
    with pytest.raises(BackupError, match=r"is the backup of another archive \(run 1 differs\)"):
        backup(other, target)


def test_an_archive_whose_past_was_changed_is_refused(data, target):
    backup(data, target)
    with writing(data):
        sql(data, "UPDATE runs SET manifest = 'x' WHERE id = 1")
    with pytest.raises(BackupError, match="run 1 differs"):
        backup(data, target)


def test_two_at_once(data, target, monkeypatch):
    monkeypatch.setattr(backing, "ALONE", 0.1)
    backup(data, target)
    holder = Holder(target, "alone", "backing up")
    try:
        with pytest.raises(BusyError, match="is backing up"):
            backup(data, target)
    finally:
        holder.end()
