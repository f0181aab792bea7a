import pytest
from scrapy import Request

from newsarchive.crawl.found import REVISIT, SECOND_RATE, Found, found_of, request_for
from newsarchive.crawl.scheduler import Scheduler

HOME = "https://portal.si/"


@pytest.fixture
def scheduler():
    found = Scheduler()
    found.open(None)
    return found


def drained(scheduler):
    requests = iter(scheduler.next_request, None)
    return [request.url.removeprefix(HOME) for request in requests]


def test_items_go_before_lists_and_the_first_come_first(scheduler):
    for path, role in (
        ("o-nas", "page"),
        ("novice", "list"),
        ("a", "item"),
        ("b", "item"),
        ("", "home"),
        ("sport", "list"),
    ):
        scheduler.enqueue_request(request_for(HOME + path, Found(role)))
    assert drained(scheduler) == ["", "a", "b", "novice", "sport", "o-nas"]
    assert not scheduler.has_pending_requests()


def test_each_address_is_taken_once_in_any_spelling(scheduler):
    assert scheduler.enqueue_request(request_for(HOME + "a", Found("item")))
    assert not scheduler.enqueue_request(request_for("http://www.portal.si/a/", Found("item")))
    assert scheduler.has_seen(HOME + "a/#top")
    assert not scheduler.has_seen(HOME + "b")


def test_retries_and_redirects_are_let_through(scheduler):
    scheduler.enqueue_request(request_for(HOME + "a", Found("item")))
    assert scheduler.enqueue_request(Request(HOME + "a", dont_filter=True))
    assert scheduler.enqueue_request(Request(HOME + "a/", meta={"redirect_times": 1, "redirect_urls": [HOME + "a"]}))
    assert len(drained(scheduler)) == 3


def test_a_request_comes_out_as_it_went_in(scheduler):
    found = Found("item", trail="novice", source="novice", said="Most | ")
    scheduler.enqueue_request(request_for(HOME + "a", found))
    request = scheduler.next_request()
    assert found_of(request) == found
    assert request.priority == 30


def test_headers_are_kept(scheduler):
    scheduler.enqueue_request(request_for(HOME + "feed/", Found("feed"), headers={"If-None-Match": '"a"'}))
    assert scheduler.next_request().headers["If-None-Match"] == b'"a"'


def test_pictures_wait_until_there_is_room_and_hold_up_no_page(scheduler):
    free = []
    scheduler.room = lambda: bool(free)
    for path, role in (("a.jpg", "image"), ("b.jpg", "image"), ("a", "item")):
        scheduler.enqueue_request(request_for(HOME + path, Found(role)))
    assert drained(scheduler) == ["a"]
    assert scheduler.has_pending_requests()
    free.append(True)
    assert drained(scheduler) == ["a.jpg", "b.jpg"]


def test_a_picture_of_a_page_s_name_does_not_hide_the_page(scheduler):
    scheduler.enqueue_request(request_for(HOME + "a", Found("image")))
    assert not scheduler.has_seen(HOME + "a")
    assert scheduler.enqueue_request(request_for(HOME + "a", Found("item")))


def test_known_records_are_visited_again_after_all_that_is_new_and_before_pictures(scheduler):
    scheduler.enqueue_request(request_for(HOME + "known", Found("item"), later=REVISIT))
    for path, role in (("a.jpg", "image"), ("page", "page"), ("list", "list")):
        scheduler.enqueue_request(request_for(HOME + path, Found(role), later=SECOND_RATE if role == "page" else 0))
    assert drained(scheduler) == ["list", "page", "known", "a.jpg"]


def test_what_waits_is_small(scheduler):
    scheduler.enqueue_request(request_for(HOME + "a", Found("item")))
    assert scheduler.queues[30][0] == (HOME + "a", Found("item"))
