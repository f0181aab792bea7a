"""What an address says without being fetched: its identity, its shape, and whether it can be a page at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit

from w3lib.url import safe_url_string

from newsarchive.crawl.patterns import (
    FOREIGN_PATH,
    FOREIGN_QUERY,
    LONGEST,
    MEDIA,
    MOST_REPEATS,
    MOST_SEGMENTS,
    PORTS,
    SESSION_PATH,
    TRACKING,
)

PLAIN = re.compile(r"[\w.~:/?#@!$&'()*+,;=%-]*\Z", re.ASCII)
"""An address in which nothing needs to be escaped."""


def clean(address: str, base: str = "") -> str | None:
    """Make a link absolute and drop what only tracks the visit; None where it leads to no web page.

    >>> clean("../b/?utm_source=rss&id=3#top", "https://Portal.si/a/")
    'https://portal.si/b/?id=3'
    >>> clean("/novice/šola", "https://portal.si/")
    'https://portal.si/novice/%C5%A1ola'
    >>> clean("mailto:urednik@portal.si") is None
    True
    """
    try:
        return _normal(urljoin(base, address.strip()))
    except ValueError:
        return None


@lru_cache(8192)
def _normal(url: str) -> str | None:
    parts = urlsplit(url)
    port = parts.port
    if parts.scheme not in PORTS or not parts.hostname:
        return None
    netloc = parts.hostname if ":" not in parts.hostname else f"[{parts.hostname}]"
    if port and port != PORTS[parts.scheme]:
        netloc = f"{netloc}:{port}"
    path = SESSION_PATH.sub("", parts.path) or "/"
    url = SplitResult(parts.scheme, netloc, path, _query(parts.query), "").geturl()
    return url if PLAIN.match(url) else safe_url_string(url)


def _query(query: str) -> str:
    if not query or not TRACKING.search(f"&{query}"):
        return query
    return "&".join(part for part in query.split("&") if not TRACKING.search(f"&{part}"))


@lru_cache(8192)
def key(url: str) -> str:
    """Give what all spellings of one address share: without scheme, ``www.``, fragment, tracking and last slash.

    >>> key("https://www.portal.si/novice/most/") == key("http://portal.si/novice/most")
    True
    """
    parts = urlsplit(clean(url) or url)
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.removeprefix("www.") + parts.path.rstrip("/") + query


def spellings(url: str) -> list[str]:
    """Give the address and its other spelling with or without the last slash.

    >>> spellings("https://portal.si/novice/most")
    ['https://portal.si/novice/most', 'https://portal.si/novice/most/']
    """
    path, mark, query = url.partition("?")
    if path.count("/") <= 3 and path.endswith("/"):
        return [url]
    other = path.rstrip("/") if path.endswith("/") else f"{path}/"
    return [url, other + mark + query]


def target(url: str) -> str:
    """Give path and query, as patterns of items are searched in them.

    >>> target("https://portal.si/novice/most?x=1")
    '/novice/most?x=1'
    """
    parts = urlsplit(url)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


@lru_cache(8192)
def host(url: str) -> str:
    """Give host and unusual port, without ``www.``: the id of a portal that nobody declared.

    >>> host("http://www.portal.si/novice"), host("http://127.0.0.1:8017/")
    ('portal.si', '127.0.0.1:8017')
    """
    return urlsplit(clean(url) or url).netloc.removeprefix("www.")


def is_below(name: str, hosts: Iterable[str]) -> bool:
    """Tell whether a host is one of ``hosts`` or below one of them.

    >>> is_below("sport.portal.si", ["portal.si"]), is_below("drugiportal.si", ["portal.si"])
    (True, False)
    """
    return any(name == own or name.endswith(f".{own}") for own in hosts)


def is_web(url: str) -> bool:
    """Tell whether it is a whole http or https address.

    >>> is_web("https://portal.si"), is_web("ftp://portal.si/a"), is_web("portal")
    (True, False, False)
    """
    return "://" in url and clean(url) is not None


@lru_cache(4096)
def shape(url: str) -> str:
    """Give the form that sister addresses share: numbers become ``0``, the last words of a path ``*``.

    >>> shape("https://portal.si/novice/nov-most/"), shape("https://portal.si/2026/11/23/nov-most")
    ('/novice/*', '/0/0/0/*')
    >>> shape("https://portal.si/?p=12"), shape("https://portal.si/novice?page=3")
    ('/?p', '/*?page')
    """
    parts = urlsplit(url)
    segments = [_segment(segment) for segment in parts.path.split("/") if segment]
    if segments and segments[-1] != "0":
        segments[-1] = "*"
    names = sorted({name for name, _ in parse_qsl(parts.query, True)})
    return "/" + "/".join(segments) + ("?" + "&".join(names) if names else "")


def _segment(segment: str) -> str:
    if segment.isdecimal():
        return "0"
    return "*" if len(segment) > 20 or sum(map(str.isdecimal, segment)) > 2 else segment


def is_endless(url: str) -> bool:
    """Tell whether the address looks as if a trap had made it: too long, too deep, or repeating itself.

    >>> is_endless("https://portal.si/a/b/a/b/a/b/a/b"), is_endless("https://portal.si/novice/novice")
    (True, False)
    """
    if len(url) > LONGEST:
        return True
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    most = max((segments.count(segment) for segment in set(segments)), default=0)
    return len(segments) > MOST_SEGMENTS or most > MOST_REPEATS


@lru_cache(8192)
def is_page(url: str) -> bool:
    """Tell whether the address can be a page to read: no media file, no form, no share link, nothing endless.

    >>> is_page("https://portal.si/novice/most"), is_page("https://portal.si/slike/most.jpg")
    (True, False)
    >>> is_page("https://portal.si/wp-login.php"), is_page("https://portal.si/?s=most")
    (False, False)
    """
    parts = urlsplit(url)
    return not (
        MEDIA.search(parts.path)
        or FOREIGN_PATH.search(parts.path)
        or (parts.query and FOREIGN_QUERY.search(f"&{parts.query}"))
        or is_endless(url)
    )
