import os
import subprocess
import sys
import tempfile
from collections import deque
from pathlib import Path

import pytest

from newsarchive.archive import (
    Archive,
    ArchiveError,
    DamagedError,
    DiskFullError,
    LockedError,
    NoAccessError,
    NoArchiveError,
    NotAnArchiveError,
    OldSQLiteError,
    QueryError,
)
from newsarchive.archive.errors import SENTENCES

NOBODY = 65534


def subclasses(kind):
    return {kind, *(deeper for one in kind.__subclasses__() for deeper in subclasses(one))}


def test_every_error_has_one_sentence_that_names_the_next_step():
    assert set(SENTENCES) == subclasses(ArchiveError) - {ArchiveError, QueryError}
    for sentence in SENTENCES.values():
        assert sentence.endswith(".")
        assert ": " in sentence
        assert ". " not in sentence


@pytest.fixture
def powerless():
    """Give up the rights of root for a while; folders of others can then be read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


@pytest.fixture
def folder():
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
        Path(name).chmod(0o755)


@pytest.fixture
def locked_folder(folder, article):
    """A folder with an archive, both for reading only."""
    with Archive(folder / "archive.db") as archive:
        archive.save(article())
    (folder / "archive.db").chmod(0o444)
    folder.chmod(0o555)
    return folder


def test_nothing_there_yet(tmp_path):
    with pytest.raises(NoArchiveError, match='"newsarchive demo" shows one, "newsarchive crawl SITE" fills one'):
        Archive(tmp_path / "archive.db", readonly=True)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_nothing_yet(tmp_path):
    (tmp_path / "archive.db").touch()
    with pytest.raises(NoArchiveError):
        Archive(tmp_path / "archive.db", readonly=True)
    Archive(tmp_path / "archive.db").close()


@pytest.mark.parametrize("readonly", [True, False])
def test_a_file_that_is_no_database_is_left_alone(tmp_path, readonly):
    path = tmp_path / "archive.db"
    path.write_text("Dragi dnevnik, " * 1000)
    with pytest.raises(NotAnArchiveError, match="move that file away, or name another folder with --data"):
        Archive(path, readonly=readonly)
    assert path.read_text() == "Dragi dnevnik, " * 1000
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("readonly", [True, False])
def test_a_folder_in_place_of_the_file(tmp_path, readonly):
    (tmp_path / "archive.db").mkdir()
    with pytest.raises(NoAccessError, match="check the permissions"):
        Archive(tmp_path / "archive.db", readonly=readonly)


def test_a_file_in_place_of_the_folder(tmp_path):
    (tmp_path / "data").touch()
    with pytest.raises(NoAccessError):
        Archive(tmp_path / "data" / "archive.db")


def test_a_read_only_folder_cannot_get_an_archive(folder, powerless):
    with pytest.raises(NoAccessError, match="check the permissions of the file and its folder"):
        Archive(folder / "archive.db")


def test_a_read_only_archive_can_be_read(locked_folder, powerless, article):
    with Archive(locked_folder / "archive.db", readonly=True) as archive:
        assert archive.get(1).record == article()


def test_a_read_only_archive_cannot_be_written(locked_folder, powerless, article):
    with pytest.raises(NoAccessError), Archive(locked_folder / "archive.db") as archive:
        archive.save(article("other"))


def test_an_archive_opened_for_reading_cannot_be_written(path, article):
    Archive(path).close()
    with Archive(path, readonly=True) as archive, pytest.raises(NoAccessError):
        archive.save(article())


def test_an_unreadable_file(folder, powerless):
    path = folder / "archive.db"
    os.seteuid(0) if os.getuid() == 0 else None
    path.write_text("x")
    path.chmod(0)
    os.seteuid(NOBODY) if os.getuid() == 0 else None
    with pytest.raises(NoAccessError):
        Archive(path, readonly=True)


def test_a_locked_archive_is_waited_for_and_then_told(archive, path, article):
    with Archive(path, timeout=0.05) as other, archive.transaction():
        with pytest.raises(LockedError, match="wait until that has ended, then run the command again"):
            other.save(article())
        assert other.counts() == {}
    with Archive(path, timeout=0.05) as other:
        assert other.save(article()).outcome == "new"


def test_readers_never_wait(archive, path, article):
    archive.save(article("a"))
    with Archive(path, readonly=True, timeout=0) as reader, archive.transaction():
        archive.save(article("b"))
        assert reader.counts() == {"demo": {"article": 1}}


def test_a_full_disk_harms_nothing(archive, article, sound):
    for number in range(20):
        archive.save(article(f"before-{number}", body="beseda " * 500))
    archive.connection.execute(f"PRAGMA max_page_count = {archive.connection.value('PRAGMA page_count') + 20}")
    more = (article(f"after-{number}", body="beseda " * 500) for number in range(100))
    with pytest.raises(DiskFullError, match="free some space and run the command again; nothing stored is harmed"):
        deque(map(archive.save, more), maxlen=0)
    sound()
    held = sum(archive.counts()["demo"].values())
    assert 20 <= held < 120
    archive.connection.execute("PRAGMA max_page_count = 1000000")
    archive.save(article(f"after-{held - 20}", body="beseda " * 500))
    assert archive.counts()["demo"]["article"] == held + 1


FILL = """
import resource, sys
from newsarchive.archive import Archive, DiskFullError
from newsarchive.items import Record
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
saved = 0
try:
    with Archive(sys.argv[1]) as archive:
        for number in range(1000):
            url = f"http://demo.example/{number}"
            archive.save(Record("article", "demo", url, title=f"Naslov {number}", body="beseda " * 300))
            saved += 1
except DiskFullError as error:
    print(saved, error)
"""


def test_a_disk_that_refuses_a_write_harms_nothing(path):
    done = subprocess.run([sys.executable, "-c", FILL, str(path)], capture_output=True, text=True, timeout=60)
    saved, _, sentence = done.stdout.partition(" ")
    assert "free some space" in sentence
    assert done.stderr == ""
    with Archive(path) as archive:
        assert archive.connection.value("PRAGMA integrity_check") == "ok"
        assert archive.counts() == {"demo": {"article": int(saved)}}


def test_a_damaged_file_is_told(path, article):
    with Archive(path) as archive:
        for number in range(50):
            archive.save(article(str(number), body="beseda " * 500))
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 60)
    with pytest.raises(DamagedError, match="bring back a backup"), Archive(path, readonly=True) as archive:
        list(archive.records())


def test_too_old_an_sqlite(path, monkeypatch):
    monkeypatch.setattr("newsarchive.archive.connection.OLDEST", (99, 0, 0))
    with pytest.raises(OldSQLiteError, match="use a newer Python"):
        Archive(path)
