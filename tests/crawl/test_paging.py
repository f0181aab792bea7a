import pytest
from lxml import etree

from newsarchive.crawl.links import Link, further, links
from newsarchive.crawl.paging import chain, is_paging, next_pages, number

HOME = "https://portal.si"


def made(*pairs):
    return [Link(HOME + path, text, "", etree.Element("a")) for path, text in pairs]


@pytest.mark.parametrize(
    ("path", "first", "page"),
    [
        ("/novice/page/3/", "/novice", 3),
        ("/novice/stran/3", "/novice", 3),
        ("/novice?page=3", "/novice", 3),
        ("/novice?stran=3", "/novice", 3),
        ("/novice?vrsta=a&stran=3", "/novice?vrsta=a", 3),
        ("/novice?stran=3&vrsta=a", "/novice?vrsta=a", 3),
        ("/novice?start=20", "/novice", 20),
        ("/novice?limit=9&start=18", "/novice?limit=9", 18),
        ("/lokalno?page=0,0,7", "/lokalno", 7),
        ("/arhiv_3.html", "/arhiv", 3),
        ("/novice", "/novice", None),
        ("/?p=12", "/?p=12", None),
    ],
)
def test_a_page_knows_its_list_and_number(path, first, page):
    assert chain(HOME + path) == chain(HOME + first)
    assert number(HOME + path) == page


@pytest.mark.parametrize(
    ("here", "following", "paths"),
    [
        ("/novice", "/novice/page/2", [("/novice/page/2", "2"), ("/novice/page/3", "3"), ("/novice/page/9", "Zadnja")]),
        ("/novice/page/2", "/novice/page/3", [("/novice", "1"), ("/novice/page/3", "3")]),
        ("/novice?page=4", "/novice?page=5", [("/novice?page=3", "‹ Novejše"), ("/novice?page=5", "Starejše ›")]),
        ("/novice?start=10", "/novice?start=20", [("/novice?start=0", "1"), ("/novice?start=20", "3")]),
        ("/arhiv_1.html", "/arhiv_2.html", [("/arhiv_2.html", "naprej >>")]),
        ("/novice", "/novice/2", [("/novice/2", "2"), ("/novice/3", "3")]),
        ("/novice", "/novice-2.html", [("/novice-2.html", "Naslednja")]),
        ("/novice", "/novice?zvezek=2", [("/novice?zvezek=2", "2"), ("/novice?zvezek=3", "3")]),
        ("/novice?zvezek=2", "/novice?zvezek=3", [("/novice?zvezek=3", "3")]),
        ("/novice;2", "/novice;3", [("/novice;3", "»")]),
    ],
)
def test_the_next_page_is_found(here, following, paths):
    assert next_pages(HOME + here, made(*paths))[0] == HOME + following


def test_the_last_page_has_no_next():
    assert next_pages(HOME + "/novice/page/3", made(("/novice", "1"), ("/novice/page/2", "2"))) == []


def test_next_words_do_not_lead_to_an_article():
    assert next_pages(HOME + "/novice", made(("/novice/nov-most", "Naprej"))) == []


def test_the_head_knows_best():
    page = etree.HTML('<head><link rel="next" href="/novice/page/2/"></head>')
    named = further(page, HOME + "/novice/")
    assert next_pages(HOME + "/novice/", [], named) == [HOME + "/novice/page/2/"]


def test_rel_next_counts_whatever_it_says():
    page = etree.HTML('<a rel="next" href="/novice?stran=2">…</a>')
    assert next_pages(HOME + "/novice", links(page, HOME)) == [HOME + "/novice?stran=2"]


def test_pages_of_the_same_list_are_paging_and_items_are_not():
    one, item = made(("/novice/page/4", "4"), ("/novice/nov-most", "Nov most"))
    assert is_paging(HOME + "/novice", one)
    assert is_paging(HOME + "/novice/page/3", one)
    assert not is_paging(HOME + "/novice", item)
