"""What is written comes back as it was, whatever it was."""

import gzip
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.snapshots import Exchange, load, payload_digest
from snapshots.made import AT, HTML, STAMP, URL, exchange, passes, writer, written

BODIES = st.one_of(
    st.binary(max_size=4000),
    st.binary(max_size=500).map(lambda body: gzip.compress(body, mtime=0)),
    st.sampled_from([b"", b"\0" * 100, b"\r\n\r\n", b"0\r\n\r\n", b"4\r\nWiki\r\n0\r\n\r\n", b"WARC/1.1\r\n"]),
)
NAMES = st.one_of(
    st.sampled_from(["Content-Type", "Set-Cookie", "Transfer-Encoding", "Content-Length", "ETag", "X-\xc4\x8c"]),
    st.from_regex(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,20}", fullmatch=True),
)  # fmt: skip
VALUES = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=80).map(
    lambda text: text.strip(" \t")
)
HEADERS = st.lists(st.tuples(NAMES, VALUES), max_size=6)
MOMENTS = st.datetimes(datetime(1995, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001 - given its zone below
    lambda moment: moment.replace(tzinfo=UTC, microsecond=moment.microsecond // 1000 * 1000)
)
URLS = st.from_regex(r"https?://[a-z]{1,9}\.example/[!-~]{0,40}", fullmatch=True)
EXCHANGES = st.builds(
    Exchange,
    URLS,
    MOMENTS,
    st.integers(100, 599),
    HEADERS,
    BODIES,
    reason=st.from_regex(r"[A-Za-z][A-Za-z ]{0,10}[a-z]", fullmatch=True),
    protocol=st.sampled_from(["HTTP/1.0", "HTTP/1.1", "HTTP/2", "h2"]),
    method=st.sampled_from(["GET", "POST", "HEAD"]),
    request_headers=HEADERS,
    request_body=BODIES,
    ip=st.sampled_from([None, "192.0.2.1", "2001:db8::1"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(EXCHANGES, min_size=1, max_size=4))
def test_everything_comes_back(exchanges):
    with tempfile.TemporaryDirectory() as folder:
        places = written(Path(folder), *exchanges)
        assert [load(Path(folder), place) for place in places] == exchanges


@settings(max_examples=15, deadline=None)
@given(st.lists(EXCHANGES, min_size=1, max_size=4))
def test_any_file_is_sound_to_others(exchanges):
    with tempfile.TemporaryDirectory() as folder:
        places = written(Path(folder), *exchanges)
        assert passes(Path(folder) / places[0].file)


@settings(max_examples=15, deadline=None)
@given(EXCHANGES)
def test_a_revisit_comes_back_with_the_body_it_repeats(one):
    with tempfile.TemporaryDirectory() as folder, writer(Path(folder)) as file:
        first = file.write(one)
        again = file.write(one, original=(one.url, STAMP))
        assert load(Path(folder), again, first) == one
        assert again.length < first.length + 200


def test_line_breaks_in_headers_and_addresses_forge_nothing(tmp_path):
    forged = exchange(
        url="https://demo.example/a\r\nWARC-Type: request\r\n b",
        headers=[("X", "a\r\nSet-Cookie: b\r\n\r\n<p>"), ("Y\nZ", "c")],
        protocol="h2\r\nX: y",
        reason="OK\r\nX: y",
    )
    (place,) = written(tmp_path, forged)
    back = load(tmp_path, place)
    assert back.url == "https://demo.example/a%0D%0AWARC-Type:%20request%0D%0A%20b"
    assert back.headers == [("X", "a Set-Cookie: b <p>"), ("Y Z", "c")]
    assert (back.body, back.reason, back.protocol) == (HTML, "OK X: y", "h2 X: y")


def test_headers_outside_latin_1_are_utf_8(tmp_path):
    (place,) = written(tmp_path, exchange(headers=[("X", "č")]))
    assert load(tmp_path, place).headers == [("X", "č".encode().decode("latin-1"))]


def test_moments_of_any_zone_are_the_same_moment(tmp_path):
    local = AT.astimezone(tz=None) + timedelta(microseconds=456)
    (place,) = written(tmp_path, exchange(fetched_at=local))
    assert load(tmp_path, place).fetched_at == AT


@pytest.mark.parametrize(("status", "words"), [(200, "OK"), (404, "Not Found"), (599, "Unknown")])
def test_a_status_without_words_gets_the_standards(status, words):
    assert exchange(status=status).reason == words


def test_the_digest_is_of_the_body_as_received():
    packed = gzip.compress(HTML)
    assert payload_digest(packed) != payload_digest(HTML)


def test_a_header_is_found_whatever_its_case():
    assert exchange(headers=[("etag", "a"), ("ETag", "b")]).header("ETAG") == "b"
    assert exchange(headers=[]).header("ETag") is None
    assert exchange().url == URL
