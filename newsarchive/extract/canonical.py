"""The address of an item, and the other addresses it has."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import url_query_cleaner

from newsarchive.extract.page import Page

TRACKING = ("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid", "PHPSESSID", "sid", "jsessionid", "ref")
_UTM = re.compile(r"(?:^|&)utm_[^&=]*=[^&]*")


def addresses(page: Page) -> tuple[str, list[str], str | None]:
    """Give the canonical address of a page, its others, and what named the canonical one (None: nothing did).

    The others are the address it was fetched from, ``og:url`` and the shortlink.

    A canonical address that is another host's or the front page is a mistake of the portal and is not believed.

    >>> page = Page('<link rel="canonical" href="/novice/most/">', "http://localhost/?p=7")
    >>> addresses(page)
    ('http://localhost/novice/most/', ['http://localhost/?p=7'], 'link:canonical')
    """
    own = clean(page.url)
    declared = {"link:canonical": page.markup.link("canonical"), "meta:og:url": page.markup.meta("og:url")}
    named = {place: page.resolve(address) for place, address in declared.items() if address}
    believed = {place: clean(address) for place, address in named.items() if _believable(address, page.url)}
    shortlinks = [page.resolve(address) for address in page.markup.links.get("shortlink", [])]
    place = next(iter(believed), None)
    canonical = believed[place] if place else own
    others = [page.url, own, *believed.values(), *(a for a in shortlinks if _believable(a, page.url))]
    return canonical, [address for address in dict.fromkeys(others) if address != canonical], place


def clean(url: str) -> str:
    """Take tracking parameters and the fragment off an address.

    >>> clean("http://localhost/a?utm_source=x&id=3#top")
    'http://localhost/a?id=3'
    """
    parts = urlsplit(url)
    bare = urlunsplit(parts._replace(query=_UTM.sub("", parts.query).lstrip("&"), fragment=""))
    return url_query_cleaner(bare, TRACKING, remove=True) if parts.query else bare


def _believable(address: str, url: str) -> bool:
    """Tell whether an address can be the page's own: same host (with or without www), and no front page for an item."""
    try:
        there, here = urlsplit(address), urlsplit(url)
    except ValueError:
        return False
    same = _host(there.hostname) == _host(here.hostname) and there.scheme in ("http", "https")
    return same and (not _is_front(address) or _is_front(clean(url)))


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _host(name: str | None) -> str:
    return (name or "").removeprefix("www.").removeprefix("origin.")
