"""robots.txt: what it says counts everywhere, and where nobody knows what it says nothing is asked for."""

import pytest

from crawl.portal import SmallPortal, serving
from newsarchive.crawl.robots import LARGEST, usable


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_portal_whose_rules_cannot_be_had_is_left_alone(crawl, small, status):
    small.extra["/robots.txt"] = (status, {"Content-Type": "text/html"}, b"<h1>Napaka</h1>")
    (result,) = crawl(small.home, code=1)
    assert set(small.requests) == {"/robots.txt"}
    assert result["outcome"] == "failed"
    assert "robots.txt" in result["problem"]


def test_feeds_and_sitemaps_are_asked_for_only_if_allowed(crawl):
    with serving(SmallPortal(feed=True, robots="User-agent: *\nDisallow: /novo.rss\nDisallow: /karta\n")) as portal:
        portal.robots += f"Sitemap: {portal.home}karta.xml\n"
        crawl(portal.home)
        assert not {"/novo.rss", "/karta.xml"} & set(portal.requests)


@pytest.mark.parametrize("status", [301, 401, 403, 404, 410])
def test_a_page_in_place_of_the_rules_is_no_rule(status):
    assert usable(status, b"User-agent: *\nDisallow: /") == b""


def test_of_endless_rules_the_first_are_read():
    body = b"User-agent: *\n" + b"Disallow: /a\n" * 100_000
    read = usable(200, body)
    assert LARGEST - 20 < len(read) <= LARGEST
    assert read.endswith(b"\nDisallow: /a")
