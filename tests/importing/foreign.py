"""WARC files as other programs write them, made by hand."""

from __future__ import annotations

import base64
import gzip
import hashlib
import uuid

HTML = "text/html; charset=utf-8"
PAGE = """<html lang="sl"><head><title>{title} - Portal</title></head><body><main><article><h1>{title}</h1>
<p class="day">27. januar 2026 ob 9:12</p><figure><img src="/slike/{image}" width="800" height="600"></figure>
<div class="text"><p>{text}</p><p>Most je dolg 12 metrov in stoji ob stari šoli, kjer je stal že prej.</p></div>
</article></main></body></html>"""


def page(title="Nov most", text="Župan je danes odprl nov most čez reko.", image="most.png"):
    return PAGE.format(title=title, text=text, image=image).encode()


def base32(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def name() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"


def record(block: bytes, **fields: str | None) -> bytes:
    """Give one record; names of fields are written with _ for -."""
    fields = {"WARC_Record_ID": name(), **fields, "Content_Length": str(len(block))}
    lines = [f"{key.replace('_', '-')}: {value}" for key, value in fields.items() if value is not None]
    return "\r\n".join(["WARC/1.0", *lines]).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def message(body: bytes, status=200, mime=HTML, **headers: str) -> bytes:
    """Give an HTTP response."""
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Type: {mime}"]
    lines += [f"{key.replace('_', '-')}: {value}" for key, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def asked(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nUser-Agent: somebody\r\nCookie: a=b\r\n\r\n".encode()


def wget(url, block, date="2024-05-01T10:00:00Z"):
    """The request first, the response refers to it; addresses in angle brackets, exact digests."""
    request = name()
    where = {"WARC_Target_URI": f"<{url}>", "WARC_Date": date}
    path = "/" + url.split("/", 3)[3]
    first = record(asked(path), WARC_Type="request", **where | {"WARC_Record_ID": request})
    told = {"WARC_Concurrent_To": request, "WARC_Block_Digest": base32(block)}
    return [first, record(block, WARC_Type="response", **where, **told)]


def browsertrix(url, block, date="2024-05-01T10:00:00.123456Z"):
    """The response first, the request refers to it."""
    response, body = name(), block.partition(b"\r\n\r\n")[2]
    where = {"WARC_Target_URI": url, "WARC_Date": date}
    path = "/" + url.split("/", 3)[3]
    told = {"WARC_Payload_Digest": "sha256:" + hashlib.sha256(body).hexdigest(), "WARC_Record_ID": response}
    first = record(block, WARC_Type="response", **where | told)
    return [first, record(asked(path), WARC_Type="request", WARC_Concurrent_To=response, **where)]


def heritrix(url, block, date="2024-05-01T10:00:00Z"):
    """As browsertrix, and what the crawler thought of it."""
    return [
        *browsertrix(url, block, date),
        record(b"via: x", WARC_Type="metadata", WARC_Target_URI=url, WARC_Date=date),
    ]


STYLES = {"wget": wget, "browsertrix": browsertrix, "heritrix": heritrix}
INFO = record(b"software: somebody's/1.0\r\n", WARC_Type="warcinfo", WARC_Date="2024-05-01T09:00:00Z")


def packed(records, packing="records") -> bytes:
    """Compress record by record, as a whole, or not at all."""
    records = [INFO, *records]
    if packing == "records":
        return b"".join(map(gzip.compress, records))
    return gzip.compress(b"".join(records)) if packing == "whole" else b"".join(records)
