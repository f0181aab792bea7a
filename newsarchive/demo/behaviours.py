"""The ways in which the portal can misbehave, each with what a good crawler does about it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache

from newsarchive.demo.reply import Reply, html, redirect
from newsarchive.demo.templates.base import Template, Visit

BIG = 50 * 1024 * 1024
"""Bytes of the huge page."""
BOMB = 200 * 1024 * 1024
"""Bytes of the compression bomb once it is unpacked."""
SITEMAP, FEED, ENDLESS = "/pokvarjen-sitemap.xml", "/pokvarjen-feed.xml", "/brez-konca/"


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One way to misbehave."""

    name: str
    meaning: str
    good: str
    """What a good crawler does."""
    record: bool
    """Whether the archive should end with a record of it."""
    answer: Callable[[Template, Visit, int], Reply | None]
    """Answers the n-th visit (from 1); None: as if nothing were wrong."""


def _normal(template: Template, visit: Visit) -> Reply:
    """Give the answer of a portal with nothing wrong."""
    reply = template.respond(visit)
    assert reply is not None
    return reply


def _status(status: int) -> Callable[[Template, Visit, int], Reply]:
    return lambda template, _visit, _count: template.page("Napaka", f"<p>Napaka {status}.</p>", status=status)


def _busy_seconds(_template: Template, _visit: Visit, count: int) -> Reply | None:
    return Reply(429, {"Retry-After": "1"}) if count == 1 else None


def _busy_date(_template: Template, _visit: Visit, count: int) -> Reply | None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    return Reply(429, {"Retry-After": later}) if count == 1 else None


def _recovering(_template: Template, _visit: Visit, count: int) -> Reply | None:
    return Reply(503) if count < 3 else None


def _slow(template: Template, visit: Visit, _count: int) -> Reply:
    reply = _normal(template, visit)
    reply.manner = "slow"
    return reply


def _mislabelled(template: Template, visit: Visit, _count: int) -> Reply:
    reply = _normal(template, visit)
    label = "utf-8" if template.encoding == "cp1250" else "windows-1250"
    reply.headers["Content-Type"] = f"text/html; charset={label}"
    return reply


def _cut(template: Template, _visit: Visit, _count: int) -> Reply:
    reply = template.page("Odrezana novica", "<p>Stran, ki se konča sredi stav</p>" * 9)
    reply.manner = "cut"
    return reply


def _loop(_template: Template, visit: Visit, _count: int) -> Reply:
    return redirect(visit.base + visit.path, 302)


def _private(target: str) -> Callable[[Template, Visit, int], Reply]:
    return lambda _template, _visit, _count: redirect(target, 302)


def _garbage(_template: Template, _visit: Visit, _count: int) -> Reply:
    return Reply(200, {"Content-Type": "text/html; charset=utf-8"}, bytes(range(128, 256)) * 40 + b"\0\xff\xfe<p")


def _empty(_template: Template, _visit: Visit, _count: int) -> Reply:
    return Reply(200, {"Content-Type": "text/html; charset=utf-8"})


def _soft_missing(template: Template, _visit: Visit, _count: int) -> Reply:
    return template.page(
        "Strani ni mogoče najti", "<p>Napaka 404. Stran, ki jo iščete, ne obstaja več ali je bila premaknjena.</p>"
    )


def _consent(_template: Template, visit: Visit, _count: int) -> Reply:
    return html(
        "<!DOCTYPE html><html lang='sl'><head><title>Preden nadaljujete</title></head><body><form action='/soglasje'>"
        "<h1>Vaša zasebnost nam je pomembna</h1><p>Mi in naših 842 partnerjev uporabljamo piškotke za shranjevanje "
        "podatkov na napravi. S klikom na gumb Sprejmem vse soglašate z obdelavo osebnih podatkov.</p>"
        "<button>Sprejmem vse</button><button>Upravljanje nastavitev</button></form></body></html>"
    )


def _huge(_template: Template, _visit: Visit, _count: int) -> Reply:
    line = b"<p>Ta odstavek se ponavlja, dokler bralec ne obupa.</p>\n"
    return Reply(200, {"Content-Type": "text/html; charset=utf-8"}, b"<html><body>" + line * (BIG // len(line)))


@cache
def _packed_bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    chunk = b" " * (1 << 20)
    return b"".join([*(packer.compress(chunk) for _ in range(BOMB >> 20)), packer.flush()])


def _bomb(_template: Template, _visit: Visit, _count: int) -> Reply:
    return Reply(200, {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"}, _packed_bomb())


def _endless(template: Template, visit: Visit, _count: int = 0) -> Reply:
    return template.page("Arhiv po črkah", '<p><a href="a/">Naprej</a></p>' if visit.path.endswith("/") else "")


def _to_endless(_template: Template, visit: Visit, _count: int) -> Reply:
    return redirect(visit.base + ENDLESS, 302)


def _broken_xml(kind: str, text: str) -> Callable[[Template, Visit], Reply]:
    return lambda _template, _visit: Reply(200, {"Content-Type": kind}, text.encode())


PLACES: dict[str, Callable[[Template, Visit], Reply]] = {
    ENDLESS: _endless,
    SITEMAP: _broken_xml(
        "text/xml", "<?xml version='1.0'?><urlset><url><loc>http://127.0.0.1/</loc></url><url><loc>&nič;<"
    ),
    FEED: _broken_xml(
        "application/rss+xml", "<rss version='2.0'><channel><title>Pokvarjen & nedokončan</title><item><link>"
    ),
}
"""What misbehaves everywhere below a path."""

BEHAVIOURS: tuple[Behaviour, ...] = (
    Behaviour(
        "429-seconds", "429 with Retry-After: 1; well on the second try", "waits and asks again", True, _busy_seconds
    ),
    Behaviour(
        "429-date",
        "429 with Retry-After as an HTTP date; well on the second try",
        "waits and asks again",
        True,
        _busy_date,
    ),
    Behaviour("503-recovers", "503 twice; well on the third try", "asks again, not at once", True, _recovering),
    Behaviour("slow", "the page comes in drops for five seconds", "waits", True, _slow),
    Behaviour(
        "wrong-charset",
        "the header names another character set than the page has",
        "reads the right letters",
        True,
        _mislabelled,
    ),
    Behaviour("403", "always forbidden", "counts a failure", False, _status(403)),
    Behaviour("404", "not found", "counts a failure", False, _status(404)),
    Behaviour("410", "gone", "counts a failure", False, _status(410)),
    Behaviour("500", "always broken", "asks again a few times, counts a failure", False, _status(500)),
    Behaviour(
        "cut-off", "promises more bytes than it sends", "counts a failure; half a page is no record", False, _cut
    ),
    Behaviour("redirect-loop", "redirects to itself", "gives up, counts a failure", False, _loop),
    Behaviour(
        "redirect-private",
        "redirects to http://10.0.0.1/",
        "does not follow, counts it",
        False,
        _private("http://10.0.0.1/"),
    ),
    Behaviour(
        "redirect-metadata",
        "redirects to http://169.254.169.254/",
        "does not follow, counts it",
        False,
        _private("http://169.254.169.254/latest/"),
    ),
    Behaviour("invalid-bytes", "bytes that are no text in the set they claim", "no record", False, _garbage),
    Behaviour("empty", "200 without a byte", "no record", False, _empty),
    Behaviour("soft-404", "200, but the page says that there is none", "no record", False, _soft_missing),
    Behaviour("consent", "200, but only a form that asks for consent", "no record", False, _consent),
    Behaviour("huge", "a page of 50 MB", "drops it at its bound, counts it", False, _huge),
    Behaviour("bomb", "200 KB that unpack to 200 MB", "drops it at its bound, counts it", False, _bomb),
    Behaviour(
        "endless-path",
        "redirects to /brez-konca/, where every page links one level deeper",
        "stops at its bound",
        False,
        _to_endless,
    ),
)
"""Every behaviour; those with a record sit on the newest articles, the others on addresses that look like articles.

Beside them, robots.txt names a malformed sitemap and the front page a malformed feed: both are skipped and counted.
"""
