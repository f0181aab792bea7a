"""Files of any kind and in any state: every whole record, then one sentence."""

import gzip
import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.snapshots import Corrupt, MissingFile, SnapshotError, members, walk
from snapshots.made import HTML, STAMP, exchange, foreign, record, written

TYPES = ["warcinfo"] + ["response", "request"] * 3


def walked(path):
    """Give the records up to where the file breaks, and what was said then."""
    found, said = [], None
    try:
        found.extend(walk(path))
    except SnapshotError as error:
        said = error
    return found, said


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.warc.gz"


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("packing", ["none", "records", "whole", "two wholes"])
def test_files_however_they_are_packed(path, packing, version):
    data = foreign(gzipped=packing == "records", version=version)
    if packing == "whole":
        data = gzip.compress(data)
    elif packing == "two wholes":
        data = gzip.compress(data[:5000]) + gzip.compress(data[5000:])
    path.write_bytes(data)
    found, said = walked(path)
    assert said is None
    assert [member.type for member in found] == TYPES
    assert [member.url for member in found[1::2]] == [f"https://other.example/{number}" for number in range(3)]
    assert {member.body for member in found[1::2]} == {HTML}


@pytest.mark.parametrize("gzipped", [True, False])
def test_places_are_those_of_the_file(path, gzipped):
    path.write_bytes(foreign(gzipped=gzipped))
    data = path.read_bytes()
    for member in walked(path)[0]:
        part = data[member.offset : member.offset + member.length]
        assert member.block in (gzip.decompress(part) if gzipped else part)


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_walk_may_begin_at_any_record(path, gzipped):
    path.write_bytes(foreign(gzipped=gzipped))
    found = walked(path)[0]
    assert [list(walk(path, member.offset)) for member in found] == [found[number:] for number in range(len(found))]


def test_what_wget_writes(path):
    chunks = b"4;x=y\r\nWiki\r\n3\r\npe!\r\n0\r\n\r\n"
    block = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n" + chunks
    path.write_bytes(
        record(block, "WARC-Type: response", "WARC-Target-URI: <https://a.example/x>", f"WARC-Date: {STAMP}")
    )
    ((member,), said) = walked(path)
    assert said is None
    assert (member.url, member.body, member.mime) == ("https://a.example/x", b"Wikipe!", "text/html")
    assert member.exchange().headers[0] == ("Transfer-Encoding", "chunked")


@pytest.mark.parametrize("body", [b"plain text, never cut", b"ffff\r\nshort", b"zz\r\n", b"", b"\r\n"])
def test_chunks_that_are_none(path, body):
    block = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body
    path.write_bytes(record(block, "WARC-Type: response", "WARC-Target-URI: https://a.example/"))
    assert walked(path)[0][0].body in (body, body.partition(b"\r\n")[2])


def test_records_that_are_no_responses(path):
    path.write_bytes(
        record(b"a: b\r\n", "WARC-Type: metadata", "Content-Type: application/warc-fields")
        + record(b"\x89PNG", "WARC-Type: resource", "Content-Type: image/png", "WARC-Target-URI: urn:x:1")
        + record(b"x", "Content-Type: text/plain")
    )
    found, said = walked(path)
    assert said is None
    assert [(member.type, member.mime, member.status, member.body) for member in found] == [
        ("metadata", "application/warc-fields", None, b"a: b\r\n"),
        ("resource", "image/png", None, b"\x89PNG"),
        ("", "text/plain", None, b"x"),
    ]
    assert [member.exchange() for member in found] == [None] * 3


@pytest.mark.parametrize("lacking", ["WARC-Target-URI: https://a.example/", f"WARC-Date: {STAMP}", "status"])
def test_a_response_that_does_not_say_enough_is_no_exchange(path, lacking):
    headers = {"WARC-Type: response", "WARC-Target-URI: https://a.example/", f"WARC-Date: {STAMP}"} - {lacking}
    path.write_bytes(record(b"HTTP/1.1 OK\r\n\r\n" if lacking == "status" else b"HTTP/1.1 200 OK\r\n\r\n", *headers))
    assert walked(path)[0][0].exchange() is None


def test_line_ends_and_folded_headers_of_old_programs(path):
    path.write_bytes(
        b"WARC/0.18\nWARC-Type:  response \nWARC-Target-URI: https://a.example/\nX: a\n b\nContent-Length: 25\n\n"
        b"HTTP/1.0 200 OK\nA: b\n\nxyz\n\n"
    )
    ((member,), said) = walked(path)
    assert (said, member.type, member.header("x"), member.http_headers) == (None, "response", "a b", [("A", "b")])
    assert member.body == b"xyz"


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_record_too_large_to_read_is_passed(path, monkeypatch, gzipped):
    monkeypatch.setattr(members, "LARGEST", 50_000)
    path.write_bytes(foreign(2, body=os.urandom(200_000), gzipped=gzipped))
    found, said = walked(path)
    assert said is None
    assert [member.status for member in found if member.type == "response"] == [200, 200]
    with pytest.raises(SnapshotError, match=r"The record at byte \d+ has 200\d+ bytes, too many"):
        _ = found[1].body
    assert found[2].block.startswith(b"GET /")


@pytest.mark.parametrize("packing", ["none", "records", "whole"])
def test_a_file_cut_off_anywhere(path, packing):
    data = foreign(gzipped=packing == "records")
    data = gzip.compress(data) if packing == "whole" else data
    path.write_bytes(data)
    whole = walked(path)[0]
    ends = [member.offset + member.length for member in whole]
    for size in range(1, len(data), 61):
        path.write_bytes(data[:size])
        found, said = walked(path)
        if packing != "whole":
            assert len(found) >= sum(end <= size for end in ends)
        assert [member.id for member in found] == [member.id for member in whole[: len(found)]]
        if said:
            assert said.cut or size < 16
            assert f"byte {said.offset}" in str(said)
        else:
            assert size in ends or packing == "none"


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 255), st.booleans())
def test_a_changed_byte_never_ends_in_anything_but_a_sentence(tmp_path_factory, at, change, gzipped):
    path = tmp_path_factory.getbasetemp() / "changed.warc.gz"
    data = bytearray(foreign(2, gzipped=gzipped))
    data[at % len(data)] ^= change
    path.write_bytes(data)
    found, said = walked(path)
    for member in found:
        assert member.type is not None
        assert member.mime is None or member.mime
        member.exchange()
    assert said is None or (isinstance(said, Corrupt) and "byte" in str(said))


ARC = (
    b"filedesc://x.arc 0.0.0.0 20260101000000 text/plain 76\n1 0 Other\n"
    b"URL IP-address Archive-date Content-type Archive-length\n\n"
)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty from byte 0 on"),
        (b"<html>not a warc</html>", "cannot be read from byte 0 on (no WARC record)"),
        (b"\r\n\r\n   ", "cannot be read from byte 4 on (no WARC record)"),
        (b"\0" * 100, "no WARC record"),
        (ARC, "is an ARC file: turn it into a WARC file"),
        (gzip.compress(ARC, mtime=0), "cannot be read from byte 0 on (no WARC record)"),
        (b"\x28\xb5\x2f\xfd" + b"\0" * 9, "compressed with zstd"),
        (b"PK\x03\x04rest", "a ZIP or WACZ file"),
        (b"\x1f\x8b", "is cut off within the record that begins at byte 0"),
        (b"\x1f\x8bxxxxxxxxxxxxxxx", "no sound gzip"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nxx", "a record without its length"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\nxx", "a record without its length"),
        (b"WARC/1.0\r\nContent-Length: 1e3\r\n\r\nxx", "a record without its length"),
        ("WARC/1.0\r\nContent-Length: ٣\r\n\r\nxx".encode(), "a record without its length"),
        (b"WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\nxx", "is cut off"),
        (b"WARC/1.0\r\nContent-Length: 9999999999999999999\r\n\r\nxx", "a record without its length"),
        (b"WARC/1.0\r\nX: " + b"x" * (2 << 20), "a head that does not end"),
    ],
)
def test_what_is_no_sound_file_is_told_in_one_sentence(path, data, says):
    path.write_bytes(data)
    found, said = walked(path)
    assert found == []
    assert says in str(said)
    assert "byte" in str(said)
    assert "\n" not in str(said)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(MissingFile, match="is missing"):
        list(walk(tmp_path / "none.warc.gz"))


def test_two_records_in_one_of_many_members(path):
    single = foreign(1, gzipped=True)
    path.write_bytes(single + gzip.compress(record(b"a", "WARC-Type: resource") * 2))
    found, said = walked(path)
    assert len(found) == 3
    assert f"more than one record in the gzip member at byte {len(single)}" in str(said)


def test_garbage_behind_the_last_record(path):
    whole = foreign(1, gzipped=True)
    path.write_bytes(whole + b"\0" * 512)
    found, said = walked(path)
    assert len(found) == 3
    assert said.offset == len(whole)
    assert not said.cut


def test_a_bomb_takes_no_memory(path, monkeypatch):
    monkeypatch.setattr(members, "LARGEST", 1 << 20)
    size = 40 << 20
    head = f"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {size}\r\n\r\n".encode()
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb") as file:
        file.write(head)
        for _ in range(40):
            file.write(bytes(1 << 20))
    path.write_bytes(out.getvalue())
    ((member,), said) = walked(path)
    assert said is None
    assert (member.size, len(member.block)) == (size, 1 << 16)


def test_our_own_files(tmp_path):
    one = exchange(ip="192.0.2.1", request_headers=[("Host", "demo.example")])
    (place,) = written(tmp_path, one)
    response = list(walk(tmp_path / place.file))[1]
    read = response.exchange()
    read.request_headers = one.request_headers
    assert read == one
