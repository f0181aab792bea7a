"""Made-up exchanges and files for the tests of snapshots."""

import contextlib
import gzip
import io
from datetime import UTC, datetime

import pytest
from warcio.cli import main as warcio
from warcio.warcwriter import WARCWriter

from newsarchive.snapshots import Exchange, Writer, walk

AT = datetime(2026, 11, 23, 16, 14, 32, 123000, tzinfo=UTC)
STAMP = "2026-11-23T16:14:32.123Z"
URL = "https://demo.example/novice/zapora?p=17"
HTML = b"<!doctype html><title>Zapora</title><p>Cesta bo zaprta.</p>" * 20


def exchange(url=URL, body=HTML, status=200, headers=(("Content-Type", "text/html; charset=utf-8"),), **more):
    """Give a page as it came."""
    return Exchange(url, more.pop("fetched_at", AT), status, list(headers), body, **more)


def writer(folder, site="demo", **more):
    """Give a writer whose clock stands still."""
    return Writer(folder, site, now=more.pop("now", lambda: AT), **more)


def written(folder, *exchanges, **more):
    """Write exchanges into one file and give their places."""
    with writer(folder, **more) as file:
        return [file.write(one) for one in exchanges]


def foreign(count=3, body=HTML, *, gzipped=False, version="1.0"):
    """Give a WARC file as another program writes it: a warcinfo, then responses and requests."""
    out = io.BytesIO()
    made = WARCWriter(out, gzip=gzipped, warc_version=version)
    made.write_record(made.create_warcinfo_record("x.warc", {"software": "Other/1.0"}))
    for number in range(count):
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        url = f"https://other.example/{number}"
        made.write_record(made.create_warc_record(url, "response", payload=io.BytesIO(block), length=len(block)))
        asked = b"GET / HTTP/1.1\r\nHost: other.example\r\n\r\n"
        made.write_record(made.create_warc_record(url, "request", payload=io.BytesIO(asked), length=len(asked)))
    return out.getvalue()


def record(block, *headers, version="WARC/1.0"):
    """Give an uncompressed record with these headers, and the length."""
    lines = [version, *headers, f"Content-Length: {len(block)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def passes(path):
    """Tell whether ``warcio check`` and ``warcio index`` find nothing to complain about, and see every record.

    Broken gzip they take for the end of the file.
    """
    told = io.StringIO()
    with contextlib.redirect_stdout(told), pytest.raises(SystemExit) as end:
        warcio(["check", str(path)])
    with contextlib.redirect_stdout(told):
        warcio(["index", str(path)])
    return end.value.code == 0 and told.getvalue().count('{"offset"') == sum(1 for _ in walk(path))


def plain(path):
    """Give the bytes of a file unpacked, as any program unpacks it."""
    return gzip.decompress(path.read_bytes())
