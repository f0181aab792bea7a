import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive.address import address, is_home, slug

SAME = [
    [
        "http://demo.si/novice/a",
        "https://demo.si/novice/a/",
        "https://www.demo.si/novice/a",
        "HTTPS://WWW.DEMO.SI/novice/a",
    ],
    [
        "http://origin.demo.si/a",
        "http://demo.si/a",
        "http://demo.si:80/a",
        "https://demo.si:443/a//",
        "http://u:p@demo.si/a",
    ],
    ["http://demo.si/?p=17", "https://www.demo.si?p=17", "https://demo.si/?p=17#komentarji", "http://demo.si/?p=17&"],
    ["http://demo.si/a?utm_source=fb&id=3&fbclid=x", "http://demo.si/a?id=3", "http://demo.si/a?id=3&UTM_medium=y"],
    ["http://demo.si/ko%c4%8devje", "http://demo.si/kočevje", "http://demo.si/ko%C4%8Devje"],
    ["http://demo.si", "http://demo.si/", "https://www.demo.si/#vrh", " https://demo.si/ "],
]
DIFFERENT = [
    ("http://demo.si/a", "http://demo.si/A"),
    ("http://demo.si/a", "http://demo.si/a?page=2"),
    ("http://demo.si/?p=17", "http://demo.si/?p=18"),
    ("http://demo.si:8017/a", "http://demo.si:8018/a"),
    ("http://demo.si/a", "http://en.demo.si/a"),
    ("http://www.si/a", "http://si/a"),
    ("http://demo.si/a?a=1&b=2", "http://demo.si/a?b=2&a=1"),
    ("http://demo.si/a?page=", "http://demo.si/a?p="),
]


@pytest.mark.parametrize("urls", SAME)
def test_one_address_in_many_spellings(urls):
    assert len({address(url) for url in urls}) == 1


@pytest.mark.parametrize("pair", DIFFERENT)
def test_two_addresses(pair):
    assert address(pair[0]) != address(pair[1])


@pytest.mark.parametrize("url", ["", "novice/a", "http://[::1/a", "mailto:a@demo.si", "http://demo.si:port/a"])
def test_what_is_no_address_is_kept(url):
    assert address(url) == url


@given(st.text())
def test_any_text_has_a_normal_form(url):
    assert isinstance(address(url), str)


@given(
    st.from_regex(
        r"https?://(www\.)?[a-z]{1,5}\.si(:8017)?(/[\w%.-]{0,5}){0,3}/?(\?[a-z]=\w?(&utm_x=1)?)?(#x)?", fullmatch=True
    )
)
def test_the_normal_form_of_a_normal_form_is_itself(url):
    normal = address(url)
    assert address(f"http://{normal}") == normal


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://demo.si/novice/zapora-ceste-3/", "zapora-ceste-3"),
        ("https://demo.si/zapora?foto=1", "zapora"),
        ("https://demo.si/", ""),
        ("https://demo.si/?p=17", ""),
    ],
)
def test_slug(url, name):
    assert slug(url) == name


def test_half_a_surrogate_pair_is_compared_as_it_is_stored():
    """A shell hands over bytes that are no UTF-8 as such halves."""
    assert address("http://demo.si/\udcff") == address("http://demo.si/\ufffd") == "demo.si/%EF%BF%BD"


def test_a_front_page_has_nothing_after_the_host():
    assert is_home(address("https://www.demo.si/"))
    assert is_home(address("http://demo.si:8017"))
    assert not is_home(address("http://demo.si/?p=1"))
    assert not is_home(address("http://demo.si/a"))
