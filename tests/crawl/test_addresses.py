import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.crawl.addresses import clean, host, is_endless, is_page, is_web, key, shape, spellings, target

HOME = "https://portal.si/"


@pytest.mark.parametrize(
    ("link", "absolute"),
    [
        ("/novice/most", "https://portal.si/novice/most"),
        ("most#komentarji", "https://portal.si/most"),
        ("//www.portal.si/a", "https://www.portal.si/a"),
        ("https://portal.si:443/a", "https://portal.si/a"),
        ("http://portal.si:8080/a", "http://portal.si:8080/a"),
        ("/a;jsessionid=0A1B?x=1", "https://portal.si/a?x=1"),
        ("/a?PHPSESSID=ab12&x=1", "https://portal.si/a?x=1"),
        ("/a?utm_source=fb&utm_medium=x", "https://portal.si/a"),
        ("/a?x=1&fbclid=abc", "https://portal.si/a?x=1"),
        ("/šola", "https://portal.si/%C5%A1ola"),
        ("/dve besedi", "https://portal.si/dve%20besedi"),
        ("?stran=2", "https://portal.si/?stran=2"),
        ("http://[::1]:80/a", "http://[::1]/a"),
    ],
)
def test_a_link_becomes_an_address(link, absolute):
    assert clean(link, HOME) == absolute


@pytest.mark.parametrize(
    "link", ["mailto:a@b.si", "javascript:void(0)", "tel:123", "ftp://a/b", "http://", "http://[::1", "http://a:x/"]
)
def test_what_leads_to_no_page_is_no_address(link):
    assert clean(link, HOME) is None


@given(st.text())
def test_no_text_breaks_an_address(text):
    cleaned = clean(text, HOME)
    assert cleaned is None or clean(cleaned) == cleaned
    key(text), target(text), is_page(text), is_endless(text), is_web(text), shape(cleaned or HOME)


@pytest.mark.parametrize(
    "other",
    [
        "https://portal.si/novice/most/",
        "http://portal.si/novice/most",
        "https://www.portal.si/novice/most#top",
        "https://portal.si/novice/most?utm_source=x",
    ],
)
def test_spellings_share_a_key(other):
    assert key(other) == key("https://portal.si/novice/most")


def test_different_pages_have_different_keys():
    assert len({key(f"https://portal.si/{path}") for path in ("", "a", "A", "?p=1", "?p=2", "a?x=1")}) == 6


def test_the_front_page_has_one_spelling():
    assert spellings(HOME) == [HOME]


def test_the_id_of_a_portal_is_its_host():
    assert [host(url) for url in ("https://www.Portal.si/a", "http://portal.si:80/", "http://10.0.0.1:81/")] == [
        "portal.si",
        "portal.si",
        "10.0.0.1:81",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "slike/a.jpg",
        "a.PDF",
        "wp-login.php",
        "wp-json/wp/v2/posts",
        "prijava",
        "iskanje?q=most",
        "?s=most",
        "novice/most?print=1",
        "tiskaj.php?id=3",
        "novice/most/feed/",
        "novice?sort=date",
        "a/b/a/b/a/b",
        "x" * 1200,
        "/".join("abcdefghijklmnop"),
    ],
)
def test_these_are_no_pages_to_read(path):
    assert not is_page(HOME + path)


@pytest.mark.parametrize(
    "path",
    ["", "novice", "clanek.php?id=3", "?p=12", "novice/2026/11/23/most.html", "obvestila/prijava-skode", "a/b/a"],
)
def test_these_are_pages_to_read(path):
    assert is_page(HOME + path)


def test_sisters_share_a_shape():
    sisters = ["novice/nov-most", "novice/2-stara-cesta", "novice/x"]
    assert {shape(HOME + path) for path in sisters} == {"/novice/*"}
    assert shape(HOME + "koledar/2026/11") == shape(HOME + "koledar/2027/1") != shape(HOME + "novice/1")
    assert shape(HOME + "clanek.php?id=3") == shape(HOME + "clanek.php?id=4")


def test_leaving_out_a_parameter_leaves_the_others_as_they_were():
    assert clean("/isci?ime=%9Aola+A&utm_source=rss&x", "https://portal.si/") == "https://portal.si/isci?ime=%9Aola+A&x"
