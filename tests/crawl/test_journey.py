"""What a crawl goes on with: failed pages of lists, and items that a list brings back."""

import dataclasses

import pytest

from newsarchive.crawl.found import Found, found_of
from newsarchive.crawl.journey import Journey
from newsarchive.crawl.memory import Wanted
from newsarchive.crawl.trails import MOST_VAIN
from newsarchive.items import Listing, Record

HOME = "https://portal.si/"
SITEMAP = HOME + "sitemap.xml"


@pytest.fixture
def declared(site, memory):
    listings = (
        Listing("/sport", paging="/sport?start={page}", start=10, step=10),
        Listing("/novice/", paging="/novice/page/{page}/"),
    )
    return Journey(dataclasses.replace(site, listings=listings, items={"article": "^/clanek/"}), memory)


@pytest.mark.parametrize(
    ("path", "role", "listing", "page"),
    [
        ("novice/page/7/", "list", 1, 6),
        ("sport?start=30", "list", 0, 3),
        ("novice/page/1/", "page", None, 0),
        ("kultura/page/7/", "page", None, 0),
        ("clanek/most", "item", None, 0),
    ],
)
def test_a_declared_list_goes_on_from_the_page_that_failed(declared, memory, path, role, listing, page):
    memory.failed(HOME + path, 500)
    (found,) = [found_of(one) for one in declared.roots() if one.url == HOME + path]
    assert (found.role, found.listing, found.page) == (role, listing, page)


def test_a_list_that_changes_its_words_for_nothing_is_believed_no_more(journey):
    back = Found("item", source=SITEMAP, said="| 2099-01-01")
    for _ in range(MOST_VAIN):
        assert journey.revise(HOME + "most", back) == HOME + "most"
        journey.trails.brought_back(SITEMAP, same=True)
    assert journey.revise(HOME + "most", back) is None
    assert journey.memory.archive.mentions([HOME + "most"]) == {HOME + "most": {SITEMAP: "| 2099-01-01"}}
    assert journey.revise(HOME + "cesta", Found("item")) == HOME + "cesta", "what is unknown is fetched all the same"


def test_of_two_lists_that_bring_an_item_back_at_once_both_are_heard(journey):
    """The scheduler takes the first request only later, and drops the second."""
    said = Wanted([HOME + "most"], {HOME + "most": "Most | nov"})
    first, second = (journey.items(said, Found("list", trail=trail)) for trail in ("novice", "naslovnica"))
    assert found_of(next(first)).source == "novice"
    next(second)
    assert journey.memory.archive.mentions([HOME + "most"]) == {HOME + "most": {"naslovnica": "Most | nov"}}


def test_what_a_list_says_of_a_record_that_is_only_going_to_be_visited_is_not_taken_as_dealt_with(journey, archive):
    record = Record("article", "portal", HOME + "most", title="Most", body="Most je odprt.")
    archive.save(record, seen_at=journey.memory.now.replace(year=2020))
    journey.has_seen = lambda url: True
    assert HOME + "most" in [request.url for request in journey.roots()]
    list(journey.items(Wanted([HOME + "most"], {HOME + "most": "Most | nov"}), Found("list", trail="novice")))
    assert journey.memory.archive.mentions([HOME + "most"]) == {}


def test_a_list_that_told_true_is_believed_on(journey):
    for same in [False] * 5 + [True] * MOST_VAIN:
        journey.trails.brought_back(SITEMAP, same=same)
    assert not journey.trails.is_vain(SITEMAP)
