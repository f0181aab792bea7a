"""The address of an item, and its other addresses."""

import pytest

from extract.pages import article, meta, record
from newsarchive.extract.canonical import clean

HOST = "http://primer.test"
FETCHED = f"{HOST}/?p=7"


def canonical(address):
    return f'<link rel="canonical" href="{address}">'


BELIEVED = {
    f"{HOST}/novice/nov-most/": f"{HOST}/novice/nov-most/",
    "/novice/nov-most": f"{HOST}/novice/nov-most",
    "novice/nov-most": f"{HOST}/novice/nov-most",
    "https://primer.test/novice/nov-most": "https://primer.test/novice/nov-most",
    "http://www.primer.test/novice/nov-most": "http://www.primer.test/novice/nov-most",
    "//primer.test/novice/nov-most": f"{HOST}/novice/nov-most",
    " /novice/nov-most\n": f"{HOST}/novice/nov-most",
    "/novice/nov-most?utm_source=fb&fbclid=1#vrh": f"{HOST}/novice/nov-most",
}


@pytest.mark.parametrize(("declared", "address"), BELIEVED.items())
@pytest.mark.parametrize("how", ["link", "og:url"])
def test_the_declared_address_is_the_records(declared, address, how):
    found = record(article(head=canonical(declared) if how == "link" else meta("og:url", declared)), FETCHED)
    assert (found.url, found.aliases) == (address, [FETCHED])


MISTAKES = [
    "/",
    HOST,
    f"{HOST}/",
    "http://drugi.test/novice/nov-most",
    "javascript:void(0)",
    "http://[slabo",
    "mailto:a@primer.test",
    "",
    "ftp://primer.test/a",
]


@pytest.mark.parametrize("declared", MISTAKES)
@pytest.mark.parametrize("how", ["link", "og:url"])
def test_mistakes_are_not_believed(declared, how):
    url = f"{HOST}/novice/nov-most"
    found = record(article(head=canonical(declared) if how == "link" else meta("og:url", declared)), url)
    assert (found.url, found.aliases) == (url, [])


def test_a_front_page_may_be_a_front_page():
    assert record(article(head=canonical("/")), f"{HOST}/").url == f"{HOST}/"


def test_the_mistaken_link_gives_way_to_open_graph():
    assert record(article(head=canonical("/") + meta("og:url", "/novice/a")), FETCHED).url == f"{HOST}/novice/a"


def test_other_addresses_are_aliases():
    head = (
        canonical("/novice/nov-most")
        + meta("og:url", f"{HOST}/arhiv/nov-most")
        + f'<link rel="shortlink" href="{HOST}/?p=8">'
    )
    found = record(article(head=head), f"{FETCHED}&utm_source=fb")
    assert found.url == f"{HOST}/novice/nov-most"
    assert found.aliases == [f"{FETCHED}&utm_source=fb", FETCHED, f"{HOST}/arhiv/nov-most", f"{HOST}/?p=8"]


def test_another_hosts_short_address_is_no_alias():
    assert record(article(head='<link rel="shortlink" href="http://kratko.test/8">'), FETCHED).aliases == []


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        (f"{HOST}/a", f"{HOST}/a"),
        (f"{HOST}/a/", f"{HOST}/a/"),
        (f"{HOST}/a#vrh", f"{HOST}/a"),
        (f"{HOST}/?p=7", f"{HOST}/?p=7"),
        (f"{HOST}/a?utm_source=x&utm_medium=y", f"{HOST}/a"),
        (f"{HOST}/a?id=3&utm_source=x", f"{HOST}/a?id=3"),
        (f"{HOST}/a?fbclid=x&id=3", f"{HOST}/a?id=3"),
        (f"{HOST}/a?PHPSESSID=0a&stran=2", f"{HOST}/a?stran=2"),
        (f"{HOST}/č?q=š", f"{HOST}/č?q=š"),
    ],
)
def test_what_only_tracks_is_taken_off(url, bare):
    assert clean(url) == bare
