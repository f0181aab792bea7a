"""Snapshots by their place, and what is said where there is none."""

from dataclasses import replace

import pytest

from newsarchive.snapshots import Corrupt, MissingFile, Place, SnapshotError, load, walk
from snapshots.made import HTML, STAMP, URL, exchange, foreign, writer, written


@pytest.fixture
def place(tmp_path):
    return written(tmp_path, exchange(), exchange())[0]


def test_a_missing_file(tmp_path):
    with pytest.raises(MissingFile, match=r"warc/a\.warc\.gz is missing .*backup"):
        load(tmp_path, Place("warc/a.warc.gz", 0, 10))


@pytest.mark.parametrize("file", ["../secret", "/etc/passwd", "warc/../../secret"])
def test_a_name_never_leads_out_of_the_folder(tmp_path, file):
    (tmp_path.parent / "secret").write_text("x")
    with pytest.raises(SnapshotError, match="no name of a file"):
        load(tmp_path, Place(file, 0, 1))


@pytest.mark.parametrize("wrong", [{"offset": 1}, {"offset": 0}, {"length": 5}, {"offset": 10**6}, {"length": 900}])
def test_a_wrong_place(tmp_path, place, wrong):
    with pytest.raises(Corrupt, match=r"The snapshot at byte \d+ of warc/demo/.* cannot be read"):
        load(tmp_path, replace(place, **wrong))


@pytest.mark.parametrize("wrong", [{"offset": -1}, {"offset": 1 << 70}])
def test_an_impossible_place(tmp_path, place, wrong):
    with pytest.raises(SnapshotError):
        load(tmp_path, replace(place, **wrong))


def test_a_flipped_bit_anywhere_in_the_packed_bytes(tmp_path, place):
    path = tmp_path / place.file
    whole = path.read_bytes()
    for at in range(place.offset + 10, place.offset + place.length):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(Corrupt):
            load(tmp_path, place)


def test_a_revisit_without_its_original(tmp_path):
    with writer(tmp_path) as file:
        file.write(exchange())
        again = file.write(exchange(), original=(URL, STAMP))
    with pytest.raises(SnapshotError, match="repeats another, which is not known"):
        load(tmp_path, again)


def test_a_revisit_with_a_wrong_original(tmp_path):
    with writer(tmp_path) as file:
        other = file.write(exchange(body=b"other"))
        again = file.write(exchange(), original=(URL, STAMP))
    with pytest.raises(Corrupt, match="not what is repeated"):
        load(tmp_path, again, other)
    with pytest.raises(Corrupt, match="repeats another itself"):
        load(tmp_path, again, again)


def test_a_redacted_original_is_what_is_left(tmp_path):
    with writer(tmp_path) as file:
        left = file.write(exchange(body=b"left"), redacted=True)
        again = file.write(exchange(), original=(URL, STAMP))
    assert load(tmp_path, again, left).body == b"left"


def test_an_answer_not_modified_has_no_body_of_its_own(tmp_path):
    with writer(tmp_path) as file:
        first = file.write(exchange())
        again = file.write(exchange(status=304, body=b""), original=(URL, STAMP))
    assert load(tmp_path, again).body == b""
    assert load(tmp_path, again, first).body == HTML


def test_a_request_cut_off_costs_only_itself(tmp_path, place):
    path = tmp_path / place.file
    path.write_bytes(path.read_bytes()[: place.offset + place.length + 20])
    assert load(tmp_path, place) == exchange()


def test_large_requests_come_back(tmp_path):
    large = exchange(method="POST", request_body=bytes(range(256)) * 20)
    assert load(tmp_path, written(tmp_path, large)[0]) == large


def test_records_of_other_programs(tmp_path):
    (tmp_path / "other.warc.gz").write_bytes(foreign(gzipped=True))
    member = [member for member in walk(tmp_path / "other.warc.gz") if member.type == "response"][1]
    read = load(tmp_path, Place("other.warc.gz", member.offset, member.length))
    assert (read.url, read.body, read.method) == ("https://other.example/1", HTML, "GET")
