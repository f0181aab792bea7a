"""Bodies without their encodings: as a browser reads them, and never more than fits."""

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Request, Response
from scrapy.utils.test import get_crawler

from newsarchive.snapshots import SnapshotError, charset, decoded, decoding
from snapshots.made import HTML, exchange


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "DEFLATE": raw_deflate,
    "br": lambda body: brotli.compress(body, quality=1),
    "zstd": decoding.zstd.compress,
}


def packed(body, *encodings):
    return exchange(body=body, headers=[("content-encoding", one) for one in encodings])


@pytest.mark.parametrize("encoding", PACKERS)
@pytest.mark.parametrize("body", [HTML, b"x", bytes(300_000)])
def test_each_encoding(encoding, body):
    assert decoded(packed(PACKERS[encoding](body), encoding)) == body


@pytest.mark.parametrize("encodings", [("gzip, br",), ("gzip", "br"), ("gzip,identity-not",)])
def test_one_in_another(encodings):
    body = brotli.compress(gzip.compress(HTML))
    known = "identity-not" not in encodings[0]
    assert decoded(packed(body, *encodings)) == (HTML if known else body)


@pytest.mark.parametrize("headers", [[], [("Content-Encoding", "")], [("Content-Encoding", "identity")]])
def test_a_body_without_encoding(headers):
    assert decoded(exchange(headers=headers)) == HTML


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_body_that_is_not_what_it_claims_is_left_as_it_is(encoding):
    assert decoded(packed(b"<p>plain</p>", encoding)) == b"<p>plain</p>"
    assert decoded(packed(b"", encoding)) == b""


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_of_a_body_cut_off_what_there_is(encoding):
    body = bytes(range(256)) * 400
    whole = PACKERS[encoding](body)
    read = decoded(packed(whole[: len(whole) // 2], encoding))
    assert read
    assert body.startswith(read)


def test_members_one_behind_the_other():
    assert decoded(packed(gzip.compress(b"a") + gzip.compress(b"b") + b"\0\0", "gzip")) == b"ab"
    assert decoded(packed(gzip.compress(b"a") + b"garbage", "gzip")) == b"a"


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_bomb_is_refused(encoding):
    bomb = packed(PACKERS[encoding](bytes((32 << 20) + 1)), encoding)
    with pytest.raises(SnapshotError, match=r"would be larger than 32 MiB"):
        decoded(bomb)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_the_crawl_reads_the_same(encoding):
    one = packed(PACKERS[encoding](HTML), encoding)
    response = Response(one.url, headers=dict(one.headers), body=one.body)
    assert HttpCompressionMiddleware(crawler=get_crawler()).process_response(
        Request(one.url), response
    ).body == decoded(one)


@given(st.binary(max_size=200), st.sampled_from([*PACKERS, "gzip, br", "br, gzip", "zstd, deflate"]))
def test_any_bytes_are_survived(body, encoding):
    decoded(packed(body, encoding))


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("text/html; charset=UTF-8", "utf-8"),
        ('text/html;charset="windows-1250"', "windows-1250"),
        ("text/html; charset = iso-8859-2; x=y", "iso-8859-2"),
        ("text/html", None),
        ("text/html; charset=", None),
    ],
)
def test_the_charset_of_the_header(header, name):
    assert charset(exchange(headers=[("content-type", header)])) == name


def test_no_type_no_charset():
    assert charset(exchange(headers=[])) is None
