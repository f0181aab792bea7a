import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newsarchive.pictures import checksum, files, keeping, path_of, remove, store, sweep

BODY = b"\xff\xd8\xff slika"
DIGEST = hashlib.sha256(BODY).hexdigest()


def test_a_picture_is_kept_byte_for_byte_under_its_digest(tmp_path):
    sha256, path = store(tmp_path, BODY, "jpg")
    assert (sha256, path) == (DIGEST, f"images/{DIGEST[:2]}/{DIGEST}.jpg")
    assert (tmp_path / path).read_bytes() == BODY
    assert checksum(tmp_path, path) == sha256
    assert list(files(tmp_path)) == [path]


def test_others_may_read_it_as_the_folder_allows(tmp_path):
    _, path = store(tmp_path, BODY, "jpg")
    (tmp_path / "beside").touch()
    assert stat.S_IMODE((tmp_path / path).stat().st_mode) == stat.S_IMODE((tmp_path / "beside").stat().st_mode)


def test_the_same_picture_is_kept_once_and_left_as_it_is(tmp_path):
    _, path = store(tmp_path, BODY, "jpg")
    os.utime(tmp_path / path, (1, 1))
    assert store(tmp_path, BODY, "jpg") == (DIGEST, path)
    assert (tmp_path / path).stat().st_mtime == 1


@pytest.mark.parametrize("broken", [b"", BODY[:-1], BODY[:-1] + b"?", BODY * 2])
def test_a_broken_file_is_replaced_by_a_whole_one(tmp_path, broken):
    _, path = store(tmp_path, BODY, "jpg")
    (tmp_path / path).write_bytes(broken)
    store(tmp_path, BODY, "jpg")
    assert (tmp_path / path).read_bytes() == BODY


NAMES = [
    "../../../etc/passwd",
    "images/../archive.db",
    "images/ab/../../archive.db",
    f"/images/{DIGEST[:2]}/{DIGEST}.jpg",
    f"images/00/{DIGEST}.jpg",
    f"images/{DIGEST[:2]}/{DIGEST}",
    f"images/{DIGEST[:2]}/{DIGEST}.exe",
    f"images/{DIGEST[:2]}/{DIGEST}.jpg\n",
    f"images/{DIGEST[:2]}/{DIGEST.upper()}.jpg",
    f"images\\{DIGEST[:2]}\\{DIGEST}.jpg",
    "archive.db",
    "",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("use", [remove, checksum])
def test_no_other_file_can_be_named(tmp_path, name, use):
    (tmp_path / "archive.db").touch()
    with pytest.raises(ValueError, match="is not the path of a kept picture"):
        use(tmp_path, name)
    assert (tmp_path / "archive.db").exists()


@pytest.mark.parametrize("extension", ["", "../x", "jpg/../../x", "JPG", "html", "php", "jpg "])
def test_no_other_extension_can_be_given(tmp_path, extension):
    with pytest.raises(ValueError, match="is not the path of a kept picture"):
        store(tmp_path, BODY, extension)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("digest", ["", "..", "ab", "/" * 64, "g" * 64, "a" * 63, "a" * 65])
def test_no_other_digest_can_be_given(digest):
    with pytest.raises(ValueError, match="is not the path of a kept picture"):
        path_of(digest, "jpg")


def test_a_picture_is_removed_once(tmp_path):
    _, path = store(tmp_path, BODY, "jpg")
    assert [remove(tmp_path, path), remove(tmp_path, path)] == [True, False]
    assert list(files(tmp_path)) == []


def test_a_missing_picture_has_no_checksum(tmp_path):
    with pytest.raises(FileNotFoundError):
        checksum(tmp_path, path_of(DIGEST, "jpg"))


def test_a_flipped_byte_shows(tmp_path):
    sha256, path = store(tmp_path, BODY, "jpg")
    (tmp_path / path).write_bytes(BODY[:3] + b"S" + BODY[4:])
    assert checksum(tmp_path, path) != sha256


def test_files_are_listed_in_order_without_strangers(tmp_path):
    paths = sorted(store(tmp_path, bytes([number]), "png")[1] for number in range(20))
    for stranger in ("images/readme.txt", "images/00/notes.txt", f"images/{DIGEST[:2]}/x.part"):
        (tmp_path / stranger).parent.mkdir(exist_ok=True)
        (tmp_path / stranger).touch()
    assert list(files(tmp_path)) == paths


def test_an_empty_folder_has_no_files(tmp_path):
    assert (list(files(tmp_path)), sweep(tmp_path)) == ([], 0)


# Full disks, other programs


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_what_cannot_be_written_leaves_nothing(tmp_path, monkeypatch, step):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="No space left"):
        store(tmp_path, BODY, "jpg")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


LIMITED = """
import resource, sys
from pathlib import Path
from newsarchive.pictures import store
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
store(Path(sys.argv[1]), b"x" * 10_000, "bin")
try:
    store(Path(sys.argv[1]), b"x" * 100_000, "bin")
except OSError as error:
    print(error.strerror)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_file_that_the_system_refuses_leaves_nothing(tmp_path):
    done = subprocess.run([sys.executable, "-c", LIMITED, tmp_path], capture_output=True, text=True, timeout=30)
    assert done.stdout == "File too large\n", done.stderr
    assert [path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()] == [10_000]


def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    (tmp_path / "images").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="images"):
        store(tmp_path, BODY, "jpg")


def test_the_name_comes_after_the_bytes(tmp_path, monkeypatch):
    seen = []
    replace = Path.replace

    def watched(self, target):
        seen.append((self.read_bytes(), Path(target).exists()))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    store(tmp_path, BODY, "jpg")
    assert seen == [(BODY, False)]


def test_what_was_left_half_written_is_swept_away(tmp_path):
    _, path = store(tmp_path, BODY, "jpg")
    for name in ("one.part", "two.part"):
        (tmp_path / path).with_name(name).write_bytes(b"half")
    assert sweep(tmp_path) == 2
    assert sweep(tmp_path) == 0
    assert list(tmp_path.glob("images/*/*")) == [tmp_path / path]


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_what_another_is_writing_now_is_left_to_it(tmp_path, monkeypatch):
    swept = []

    def slow(_):
        swept.append(sweep(tmp_path))

    monkeypatch.setattr(keeping.os, "fsync", slow)
    _, path = store(tmp_path, BODY, "jpg")
    assert swept == [0, 0]  # while its bytes are made safe, and then its name
    assert (tmp_path / path).read_bytes() == BODY


def test_a_sweep_in_the_unlocked_moment_costs_a_second_try(tmp_path, monkeypatch):
    fill, swept = keeping._fill, []

    def swept_away(path, body):
        fill(path, body)
        if not swept:
            swept.append(sweep(tmp_path))

    monkeypatch.setattr(keeping, "_fill", swept_away)
    _, path = store(tmp_path, BODY, "jpg")
    assert swept == [1]
    assert (tmp_path / path).read_bytes() == BODY


MANY = """
import sys
from pathlib import Path
from newsarchive.pictures import store
for number in range(300):
    store(Path(sys.argv[1]), str(number % 100).encode() * 2000, "bin")
"""


def test_several_programs_may_keep_the_same_pictures_at_once(tmp_path):
    command = [sys.executable, "-c", MANY, tmp_path]
    running = [subprocess.Popen(command) for _ in range(3)]
    while any(one.poll() is None for one in running):
        sweep(tmp_path)
    assert [one.returncode for one in running] == [0, 0, 0]
    assert len(list(files(tmp_path))) == 100
    assert all(checksum(tmp_path, path) in path for path in files(tmp_path))
    assert sweep(tmp_path) == 0
