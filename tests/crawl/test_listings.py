import pytest
from lxml import etree

from newsarchive.crawl.links import feeds, links, refresh
from newsarchive.crawl.listings import cards, likely_items

HOME = "https://portal.si/"


def found(html):
    return list(links(etree.HTML(html), HOME))


def test_the_fullest_words_win_and_the_date_of_the_card_goes_with_them():
    html = """<div><div class=c><a href=/a><img alt=""></a><h3><a href=/a>Nov most</a></h3>
    <time datetime=2026-11-23>danes</time></div>
    <div class=c><h3><a href=/b>Stara cesta</a></h3><p>22. november 2026</p><a href=/b>Preberi več</a></div></div>"""
    assert cards(found(html)) == {HOME + "a": "Nov most | 2026-11-23", HOME + "b": "Stara cesta | 22. november 2026"}


def test_a_link_without_words_has_its_label():
    html = """<ul><li><a href=/a aria-label="Nov most"></a><b>Velenje · 3. maj 2026</b></li>
    <li><a href=/b title="Cesta"></a></li></ul>"""
    assert cards(found(html)) == {HOME + "a": "Nov most | 3. maj 2026", HOME + "b": "Cesta | "}


def test_a_card_that_is_one_link_is_called_by_its_heading():
    html = "<a href=/a><span>Kultura</span><h2>Nov most</h2><p>Dolg povzetek, ki se spreminja. 1. 2. 2026</p></a>"
    assert cards(found(html)) == {HOME + "a": "Nov most | 1. 2. 2026"}


def test_a_date_beside_another_card_is_not_taken():
    html = "<p><a href=/a>Nov most</a> <a href=/b>Stara cesta</a> 1. 2. 2026</p>"
    assert set(cards(found(html)).values()) == {"Nov most | ", "Stara cesta | "}


def test_a_relative_time_is_no_word_that_changes():
    assert cards(found("<p><a href=/a>Nov most</a> pred 2 urama</p>")) == {HOME + "a": "Nov most | "}


def test_links_that_ask_not_to_be_followed_are_not():
    assert found('<a rel="nofollow" href=/a>A</a><a href="#x">B</a><a href="javascript:x()">C</a><a>D</a>') == []


def test_titles_and_sisters_look_like_items_and_menus_do_not():
    html = """<nav><a href=/sport>Šport</a><a href=/kultura>Kultura in prireditve v vseh krajih</a></nav>
    <a href=/novice/nov-most>V Velenju odprli nov most čez Pako</a>
    <a href=/osmrtnice/a>Ana P.</a><a href=/osmrtnice/b>Blaž V.</a>
    <a href=/osmrtnice/c>Cilka Z.</a><a href=/osmrtnice/d>Dane N.</a>
    <a href=/o-nas>O nas</a>"""
    likely = likely_items(found(html), lambda url: False)
    assert {url.removeprefix(HOME) for url in likely} == {
        "novice/nov-most",
        *(f"osmrtnice/{letter}" for letter in "abcd"),
    }


def test_what_has_the_shape_of_items_met_before_is_likely():
    assert likely_items(found("<a href=/o-nas>O nas</a>"), lambda url: True) == {HOME + "o-nas"}


def test_feeds_of_comments_are_left_out():
    html = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{path}">'
        for path in ("/feed/", "/comments/feed/", "/feed/")
    )
    assert feeds(etree.HTML(f"<head>{html}</head>"), HOME) == [HOME + "feed/"]


def test_a_page_that_sends_its_reader_on():
    page = etree.HTML('<meta http-equiv="refresh" content="0;url=/nova/">')
    assert refresh(page, HOME) == HOME + "nova/"
    assert refresh(etree.HTML('<meta http-equiv="refresh" content="300">'), HOME) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Nov most pred 3 urami", "Nov most pred 2 dnevoma"),
        ("Nov most pred eno uro", "Nov most pred 5 urami"),
        ("Nov most danes ob 12.30", "Nov most včeraj ob 12.30"),
        ("Nov most 3 minute nazaj", "Nov most 1 uro nazaj"),
        ("Nov most (2)", "Nov most (13)"),
        ("Nov most 3 komentarji", "Nov most 5 komentarjev"),
        ("Nov most 2 hours ago", "Nov most 1 day ago"),
    ],
)
def test_what_changes_at_every_visit_is_no_word_of_a_card(earlier, later):
    assert cards(found(f"<a href=/a>{earlier}</a>")) == cards(found(f"<a href=/a>{later}</a>"))


@pytest.mark.parametrize("title", ["Soočenje pred volitvami", "Pred občino 200 ljudi", "Zbor (FOTO)", "Leto 2026"])
def test_titles_keep_their_words(title):
    assert cards(found(f"<a href=/a>{title}</a>")) == {HOME + "a": f"{title} | "}
