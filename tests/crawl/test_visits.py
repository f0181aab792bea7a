"""What becomes of a response that is no success, and is not passed over in silence."""

from collections import Counter

import pytest
from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import HtmlResponse

from newsarchive.crawl.found import Found
from newsarchive.crawl.outcomes import Dropped
from newsarchive.crawl.revisits import overdue
from newsarchive.crawl.visits import MOST_FAILURES, Visits
from newsarchive.items import Record

HOME = "https://portal.si/"


@pytest.fixture
def counted(journey):
    counted = Counter()
    journey.count = lambda name: counted.update([name])
    return counted


@pytest.fixture
def visits(journey, counted):
    return Visits(journey)


def page(path):
    request = Request(HOME + path, meta={"found": Found("item")})
    return HtmlResponse(request.url, body=b"<html><p>Most.</p></html>", request=request)


@pytest.fixture
def broken(visits, monkeypatch):
    """A reader that breaks down over every page."""

    def read(view):
        raise RecursionError("too deep")
        yield

    monkeypatch.setattr(visits.pages, "read", read)
    return visits


def test_a_page_that_brings_the_reader_down_is_counted_and_tried_again(broken, counted, archive):
    assert list(broken.take(page("a"))) == []
    assert counted == {"failed/reader error": 1}
    assert archive.fetch(HOME + "a").failures == 1


def test_a_reader_that_breaks_down_over_everything_ends_the_crawl(broken):
    for number in range(MOST_FAILURES - 1):
        list(broken.take(page(f"a{number}")))
    with pytest.raises(CloseSpider):
        list(broken.take(page("b")))


@pytest.mark.parametrize("reason", ["robots.txt", "another site"])
def test_a_known_record_that_may_not_be_asked_for_is_not_due_again_at_once(visits, archive, site, reason):
    record = Record("article", "portal", HOME + "a", title="Most", body="Most je odprt.")
    archive.save(record, seen_at=visits.journey.memory.now.replace(year=2020))
    now = visits.journey.memory.now
    assert overdue(archive, "portal", now, 1) == [HOME + "a"]
    visits.lose(Request(HOME + "a", meta={"found": Found("item")}), Dropped(reason))
    assert overdue(archive, "portal", now, 1) == []
    assert archive.fetch(HOME + "a").failures == 0
