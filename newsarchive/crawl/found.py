"""How an address was met: what travels with a request, and nothing bigger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from scrapy import Request
from scrapy.http import Response

Role = Literal["home", "feed", "sitemap", "probe", "list", "item", "page", "image"]
PRIORITY: dict[Role, int] = {
    "home": 60, "sitemap": 50, "probe": 50, "feed": 40, "item": 30, "list": 20, "page": 10, "image": -10
}  # fmt: skip
"""Items go before further lists, so that what waits stays small; roots go first, so that all of them are heard.

Pictures go last: a record without them is a record, the other way round it is none.
"""
SECOND_RATE = 10
"""How much later a list comes that probably repeats others (key words, authors, days),"""
REVISIT = 35
"""and a known item that nothing new is said of: after all that is new, before pictures."""


@dataclass(frozen=True, slots=True)
class Found:
    """Why an address is asked for."""

    role: Role
    """home: the front page; probe: a sitemap that may not be there; list: shows items; page: unknown what it is.

    image: a picture that a stored record names.
    """
    trail: str | None = None
    """For a list: what its pages have in common."""
    listing: int | None = None
    """For a declared listing: its position in the declaration."""
    page: int = 0
    """For a page of a list: how many come before it."""
    barren: int = 0
    """How many pages in a row, up to here, showed nothing new."""
    source: str | None = None
    """For a known item that is fetched again: the list which says something new of it,"""
    said: str | None = None
    """and what it says."""
    named: str | None = None
    """For a picture: the address under which records name it, where the one asked for is written otherwise."""


UNKNOWN = Found("page")
PICTURE = Found("image")


def request_for(url: str, found: Found, *, later: int = 0, headers: dict[str, str] | None = None) -> Request:
    """Build a request that remembers how its address was met; it comes so much ``later`` than others of its role.

    >>> request_for("https://portal.si/most", Found("item")).priority
    30
    """
    return Request(url, meta={"found": found}, priority=PRIORITY[found.role] - later, headers=headers)


def found_of(request: Request | Response) -> Found:
    """Give how a request's address was met; a request from elsewhere (``scrapy parse``) is for an unknown page.

    >>> found_of(Request("https://portal.si/")).role
    'page'
    """
    meta: dict[str, Any] = request.meta
    found = meta.get("found", UNKNOWN)
    assert isinstance(found, Found)
    return found
