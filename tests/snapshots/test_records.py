"""What stands in the files, as the standard and other programs want it."""

import io
import re

import pytest
from warcio.archiveiterator import ArchiveIterator

from newsarchive import __version__
from newsarchive.snapshots import payload_digest, walk
from snapshots.made import AT, HTML, STAMP, URL, exchange, passes, plain, writer, written


def members(folder, place):
    return list(walk(folder / place.file))


def test_a_file_begins_with_what_it_is(tmp_path):
    (place,) = written(tmp_path, exchange())
    first = members(tmp_path, place)[0]
    told = dict(line.split(": ", 1) for line in first.block.decode().splitlines())
    assert (first.type, first.mime) == ("warcinfo", "application/warc-fields")
    assert first.header("WARC-Filename") == "demo-20261123-001.warc.gz"
    assert told["software"] == f"newsarchive/{__version__}"
    assert told["format"] == "WARC File Format 1.1"
    assert told["robots"]
    for lost in ("case of header names", "Transfer-Encoding", "chunks", "words behind the status"):
        assert lost in told["description"]


def test_a_response_says_where_when_and_what(tmp_path):
    (place,) = written(tmp_path, exchange(ip="192.0.2.7"))
    response = members(tmp_path, place)[1]
    assert (response.type, response.url, response.date) == ("response", URL, STAMP)
    assert (response.status, response.mime, response.digest) == (200, "text/html", payload_digest(HTML))
    assert response.header("WARC-IP-Address") == "192.0.2.7"
    assert response.header("Content-Type") == "application/http; msgtype=response"
    assert re.fullmatch("<urn:uuid:[0-9a-f-]{36}>", response.id)
    assert response.header("WARC-Block-Digest") == payload_digest(response.block)
    assert (response.offset, response.length) == (place.offset, place.length)


def test_the_request_comes_right_after_its_response(tmp_path):
    (place,) = written(
        tmp_path, exchange(method="POST", request_headers=[("Host", "demo.example")], request_body=b"a=1")
    )
    _, response, request = members(tmp_path, place)
    assert (request.type, request.url, request.date) == ("request", URL, STAMP)
    assert request.concurrent_to == response.id
    assert request.offset == place.offset + place.length
    assert request.block == b"POST /novice/zapora?p=17 HTTP/1.1\r\nHost: demo.example\r\n\r\na=1"


def test_a_repeated_payload_is_not_stored_again(tmp_path):
    with writer(tmp_path) as file:
        file.write(exchange())
        again = file.write(exchange("https://demo.example/copy"), original=(URL, STAMP))
    revisit = members(tmp_path, again)[3]
    assert revisit.type == "revisit"
    assert revisit.header("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    assert (revisit.refers_to_url, revisit.refers_to_date) == (URL, STAMP)
    assert revisit.digest == payload_digest(HTML)
    assert revisit.body == b""
    assert plain(tmp_path / again.file).count(HTML) == 1


def test_an_answer_not_modified_says_so(tmp_path):
    with writer(tmp_path) as file:
        first = file.write(exchange())
        file.write(exchange(status=304, body=b"", headers=[("ETag", "a")]), original=(URL, STAMP))
    revisit = members(tmp_path, first)[3]
    assert (revisit.type, revisit.status, revisit.digest) == ("revisit", 304, None)
    assert revisit.header("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


def test_what_was_cut_out_of_is_marked(tmp_path):
    with writer(tmp_path) as file:
        whole = file.write(exchange())
        file.write(exchange(), redacted=True)
    found = [member for member in members(tmp_path, whole) if member.type == "response"]
    assert [member.redacted for member in found] == [None, STAMP]


def test_programs_that_look_for_chunks_find_none(tmp_path):
    body = b"4\r\nWiki\r\n0\r\n\r\n"
    (place,) = written(tmp_path, exchange(body=body, headers=[("Transfer-Encoding", "chunked")]))
    with (tmp_path / place.file).open("rb") as file:
        (read,) = [record.content_stream().read() for record in ArchiveIterator(file) if record.rec_type == "response"]
    assert read == body
    assert members(tmp_path, place)[1].body == body


def test_what_http_2_said_is_told_beside(tmp_path):
    (place,) = written(tmp_path, exchange(protocol="h2"))
    response = members(tmp_path, place)[1]
    assert response.block.startswith(b"HTTP/1.1 200 OK\r\n")
    assert response.header("WARC-Protocol") == "h2"


def test_warcio_finds_nothing_wrong(tmp_path):
    with writer(tmp_path) as file:
        place = file.write(exchange())
        file.write(exchange(), original=(URL, STAMP))
        file.write(exchange(status=304, body=b""), original=(URL, STAMP))
        file.write(exchange("https://demo.example/", b"", 301, [("Location", URL)]))
        file.write(exchange(body=b"\x89PNG\0" * 9, headers=[("Content-Type", "image/png")]), redacted=True)
    assert passes(tmp_path / place.file)


def test_a_wrong_digest_is_seen_by_warcio(tmp_path):
    (place,) = written(tmp_path, exchange())
    broken = plain(tmp_path / place.file).replace(b"Cesta", b"Cestb", 1)
    (tmp_path / "broken.warc").write_bytes(broken)
    assert not passes(tmp_path / "broken.warc")


@pytest.mark.parametrize("site", ["demo", "Čudno ime/..", "..", "a b"])
def test_every_record_is_one_gzip_member(tmp_path, site):
    (place,) = written(tmp_path, exchange(), site=site)
    data = (tmp_path / place.file).read_bytes()
    member = data[place.offset : place.offset + place.length]
    assert member[:8] == b"\x1f\x8b\x08\0\0\0\0\0"
    with io.BytesIO(member) as file:
        assert [record.rec_type for record in ArchiveIterator(file)] == ["response"]
    assert place.file.count("/") == 2
    assert not set(place.file.split("/")) & {".", ".."}
    assert AT.strftime("-%Y%m%d-001.warc.gz") in place.file
