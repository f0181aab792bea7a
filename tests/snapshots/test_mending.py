"""A killed process costs the record that it was writing, and nothing else."""

import os

import pytest

from newsarchive.snapshots import Corrupt, MissingFile, mend, walk
from snapshots.made import AT, exchange, passes, plain, writer, written


@pytest.fixture
def places(tmp_path):
    return written(tmp_path, *(exchange(f"https://demo.example/{number}", b"abc" * number) for number in range(4)))


@pytest.fixture
def path(tmp_path, places):
    return tmp_path / places[0].file


def end(place):
    return place.offset + place.length


def test_a_whole_file_stays_as_it_is(tmp_path, places, path):
    before = path.read_bytes()
    mended = mend(tmp_path, places[0].file, end(places[1]))
    assert mended.cut == 0
    assert [member.type for member in mended.members] == ["request", "response", "request", "response", "request"]
    assert path.read_bytes() == before


def test_a_cut_anywhere_loses_only_the_partial_record(tmp_path, places, path):
    whole = path.read_bytes()
    known = {member.offset + member.length for member in walk(path)}
    edges = {at + near for at in known for near in (-1, 0, 1, 9, 19)}
    for size in sorted((edges | set(range(0, len(whole), 41))) & set(range(len(whole)))):
        path.write_bytes(whole[:size])
        mended = mend(tmp_path, places[0].file, 0)
        kept = max((at for at in known if at <= size), default=0)
        assert mended.cut == size - kept
        assert path.read_bytes() == whole[:kept] if kept else passes(path)
        responses = [member.offset for member in mended.members if member.type == "response"]
        assert responses == [place.offset for place in places if end(place) <= size]


def test_only_what_is_not_known_is_read(tmp_path, places, path):
    whole = bytearray(path.read_bytes())
    whole[places[0].offset + 20] ^= 1
    path.write_bytes(whole[: end(places[3]) - 3])
    mended = mend(tmp_path, places[0].file, end(places[2]))
    assert [member.type for member in mended.members] == ["request"]
    assert mended.cut == places[3].length - 3


def test_what_is_found_says_enough_to_be_noted(tmp_path, places):
    found = mend(tmp_path, places[0].file, 0).members[1]
    assert (found.url, found.status, found.mime, found.date) == (
        "https://demo.example/0", 200, "text/html", "2026-11-23T16:14:32.123Z",
    )  # fmt: skip


@pytest.mark.parametrize("garbage", [b"\0" * 4096, b"\x1f\x8b\x08" * 50, os.urandom(300), b"<html>"])
def test_garbage_at_the_end_is_cut_off(tmp_path, places, path, garbage):
    whole = path.read_bytes()
    path.write_bytes(whole + garbage)
    mended = mend(tmp_path, places[0].file, end(places[3]))
    assert mended.cut == len(garbage)
    assert path.read_bytes() == whole


def test_whole_records_behind_a_broken_one_are_never_cut_off(tmp_path, places, path):
    whole = bytearray(path.read_bytes())
    whole[places[2].offset + 50] ^= 1
    path.write_bytes(whole)
    with pytest.raises(Corrupt, match=f"is broken at byte {places[2].offset} and goes on behind it") as raised:
        mend(tmp_path, places[0].file, end(places[0]))
    assert raised.value.offset == places[2].offset
    assert path.read_bytes() == whole


def test_a_file_shorter_than_what_is_known_of_it(tmp_path, places, path):
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(Corrupt, match=f"ends at byte 1000, before byte {end(places[3])}"):
        mend(tmp_path, places[0].file, end(places[3]))


def test_a_missing_file(tmp_path):
    with pytest.raises(MissingFile):
        mend(tmp_path, "warc/demo/none.warc.gz", 0)


def test_a_mended_file_is_gone_on_with(tmp_path, places, path):
    path.write_bytes(path.read_bytes()[:-30])
    mend(tmp_path, places[0].file, end(places[3]))
    with writer(tmp_path) as file:
        file.write(exchange())
    assert passes(path)
    assert plain(path).count(b"WARC-Type: response") == 5
    assert AT.strftime("%Y%m%d") in path.name
