"""Files grow, end, and are gone on with."""

import errno
import os
from datetime import timedelta

import pytest

from newsarchive.snapshots import load, walk
from snapshots.made import AT, exchange, passes, writer, written

FIRST = "warc/demo/demo-20261123-001.warc.gz"
SECOND = "warc/demo/demo-20261123-002.warc.gz"


def responses(folder, file):
    return sum(member.type == "response" for member in walk(folder / file))


def test_nothing_is_opened_before_something_is_written(tmp_path):
    with writer(tmp_path) as file:
        assert file.file is None
    assert not (tmp_path / "warc").exists()


def test_the_days_file_is_gone_on_with(tmp_path):
    places = [*written(tmp_path, exchange()), *written(tmp_path, exchange())]
    assert [place.file for place in places] == [FIRST, FIRST]
    assert [member.type for member in walk(tmp_path / FIRST)].count("warcinfo") == 1
    assert responses(tmp_path, FIRST) == 2


def test_a_file_that_is_large_enough_is_followed_by_the_next(tmp_path):
    places = written(tmp_path, *[exchange()] * 3, largest=600)
    assert [place.file[-10:-8] for place in places] == ["01", "02", "03"]
    assert written(tmp_path, exchange())[0].file.endswith("-003.warc.gz")


def test_a_new_day_has_a_new_file(tmp_path):
    days = iter([AT] * 2 + [AT + timedelta(hours=8)] * 9)
    places = written(tmp_path, exchange(), exchange(), now=lambda: next(days))
    assert [place.file for place in places] == [FIRST, "warc/demo/demo-20261124-001.warc.gz"]


@pytest.mark.parametrize("moved", [True, False])
def test_a_damaged_file_is_left_alone(tmp_path, moved):
    written(tmp_path, exchange())
    path, mark = tmp_path / FIRST, tmp_path / f"{FIRST}.damaged"
    path.rename(mark) if moved else mark.touch()
    assert written(tmp_path, exchange())[0].file == SECOND


def test_every_file_that_is_begun_with_is_told_before_anything_is_written(tmp_path):
    told = []

    def tell(file):
        told.append((file, (tmp_path / file).exists()))

    for _ in range(2):
        with writer(tmp_path, on_new_file=tell) as file:
            file.write(exchange())
            file.write(exchange())
    assert told == [(FIRST, False), (FIRST, True)]


def test_an_empty_file_gets_its_beginning(tmp_path):
    (tmp_path / FIRST).parent.mkdir(parents=True)
    (tmp_path / FIRST).touch()
    written(tmp_path, exchange())
    assert [member.type for member in walk(tmp_path / FIRST)] == ["warcinfo", "response", "request"]


def test_two_sites_never_share_a_file(tmp_path):
    names = ["a/b", "a_b", "a b", "../a", ".", "..", "", "č"]
    files = {written(tmp_path, exchange(), site=name)[0].file for name in names}
    assert len(files) == len(names)
    assert all((tmp_path / file).resolve().is_relative_to(tmp_path / "warc") for file in files)


def full(monkeypatch, room):
    """Let the disk have room for so many bytes."""
    real = os.write
    left = [room]

    def write(number, data):
        if not left[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = real(number, data[: left[0]])
        left[0] -= written
        return written

    monkeypatch.setattr(os, "write", write)


@pytest.mark.parametrize("room", [0, 1, 300, 800])
def test_a_full_disk_costs_only_what_does_not_fit(tmp_path, monkeypatch, room):
    with writer(tmp_path) as file:
        place = file.write(exchange())
        size = (tmp_path / FIRST).stat().st_size
        with monkeypatch.context() as patch:
            full(patch, room)
            with pytest.raises(OSError, match="No space") as raised:
                file.write(exchange(body=os.urandom(5000)))
        assert raised.value.filename == FIRST
        assert (tmp_path / FIRST).stat().st_size == size
        last = file.write(exchange())
    assert load(tmp_path, place) == load(tmp_path, last) == exchange()
    assert passes(tmp_path / FIRST)


def test_a_disk_full_from_the_start_leaves_a_file_to_go_on_with(tmp_path, monkeypatch):
    with monkeypatch.context() as patch, writer(tmp_path) as file:
        full(patch, 100)
        with pytest.raises(OSError, match="No space"):
            file.write(exchange())
    written(tmp_path, exchange())
    assert passes(tmp_path / FIRST)


def test_a_writer_can_be_used_again_after_it_was_closed(tmp_path):
    file = writer(tmp_path)
    file.write(exchange())
    file.close()
    file.close()
    file.write(exchange())
    file.close()
    assert responses(tmp_path, FIRST) == 2
