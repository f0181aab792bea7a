import asyncio
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.utils.test import get_crawler

from newsarchive.crawl import bounds
from newsarchive.crawl.bounds import Bounds, is_inside
from newsarchive.crawl.found import Found
from newsarchive.crawl.outcomes import Dropped
from newsarchive.pictures import LARGEST

NAMES = {
    "portal.si": "193.2.1.66",
    "arhiv.portal.si": "193.2.1.67",
    "znotraj.portal.si": "10.0.0.7",
    "drugje.si": "193.2.1.68",
}


@pytest.fixture
def fate(monkeypatch):
    """Why a request of a crawl at ``home`` is dropped; None: it passes."""

    async def resolve(name):
        return NAMES.get(name, name if name[0].isdecimal() else None)

    monkeypatch.setattr(bounds, "_resolve", resolve)

    def fate(url, home="https://portal.si/", role="item", **meta):
        own = home.split("/")[2]
        spider = SimpleNamespace(home=home, owns=lambda url: url.split("/")[2].endswith(own))
        middleware = Bounds(SimpleNamespace(spider=spider))
        try:
            asyncio.run(middleware.process_request(Request(url, meta={"found": Found(role), **meta})))
        except Dropped as dropped:
            return dropped.reason
        return None

    return fate


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.1/",
        "http://192.168.1.1/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:5432/",
        "http://[::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:192.168.0.1]/",
        "http://0.0.0.0/",
        "http://100.64.0.1/",
        "http://znotraj.portal.si/",
    ],
)
def test_private_addresses_are_refused(fate, url):
    assert fate(url) == "private address"


def test_the_site_itself_may_be_private(fate):
    home = "http://127.0.0.1:8017/"
    assert fate("http://127.0.0.1:8017/novice", home) is None
    assert fate("http://127.0.0.1:8018/novice", home) == "private address"
    assert fate("http://10.0.0.1/", home) == "private address"


def test_only_the_site_is_crawled(fate):
    assert fate("https://portal.si/novice") is None
    assert fate("https://www.portal.si/novice") is None
    assert fate("https://arhiv.portal.si/novice") is None
    assert fate("https://drugje.si/novice") == "another site"


def test_a_front_page_may_have_moved(fate):
    assert fate("https://drugje.si/", role="home") is None
    assert fate("http://10.0.0.1/", role="home") == "private address"


def test_the_rules_of_a_host_may_be_asked_for_wherever_they_are(fate):
    assert fate("https://drugje.si/robots.txt", dont_obey_robotstxt=True) is None
    assert fate("http://10.0.0.1/robots.txt", dont_obey_robotstxt=True) == "private address"


def test_endless_paths_and_other_schemes_are_dropped(fate):
    assert fate("https://portal.si/" + "a/" * 20) == "endless path"
    assert fate("https://portal.si/" + "a" * 2000) == "endless path"
    assert fate("ftp://portal.si/a") == "not http"


def test_less_is_spent_on_a_picture_and_a_second_try_comes_before_other_pictures():
    request = Request("http://127.0.0.1/a.jpg", meta={"found": Found("image")}, priority=-10)
    spider = get_crawler()._create_spider("portal", home="http://127.0.0.1/")
    asyncio.run(Bounds(SimpleNamespace(spider=spider)).process_request(request))
    assert request.meta["download_maxsize"] == LARGEST
    again = get_retry_request(request, spider=spider, priority_adjust=request.meta["priority_adjust"])
    assert again.priority > request.priority
    assert get_retry_request(again, spider=spider, max_retry_times=request.meta["max_retry_times"]) is None


@pytest.mark.parametrize(
    ("number", "inside"),
    [("8.8.8.8", False), ("2001:4860:4860::8888", False), ("224.0.0.1", True), ("255.255.255.255", True)],
)
def test_numbers(number, inside):
    assert is_inside(number) is inside
