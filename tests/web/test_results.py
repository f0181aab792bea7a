import re
from html import unescape

import pytest

from newsarchive.archive.errors import QueryError
from newsarchive.items import Record


@pytest.fixture
def filled(archive):
    """Thirty articles on a bridge in five months, and a notice; one section has a hostile name."""
    for number in range(30):
        archive.save(
            Record(
                "article",
                "demo" if number % 3 else "drugi",
                f"https://demo.example/most-{number}",
                title=f"Most {number}",
                body="Župan je odprl most.",
                section="<b>Kronika</b>" if number < 10 else "Novice",
                authors=[f"Avtorica {number % 12}"],
                published=f"2026-0{number % 5 + 1}-10",
            )
        )
    archive.save(Record("notice", "demo", "https://demo.example/zapora", title="Zapora", body="Zaprt bo stari most."))
    return archive


def links(page):
    return [unescape(href) for href in re.findall(r'href="(/search[^"]*)"', page.text)]


def text(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def test_what_was_understood_and_how_many(get, filled):
    page = get("/search?q=most")
    assert page.status_code == 200
    assert "31 records · searched for: most" in text(page)
    assert page.text.count('<article class="hit">') == 20
    assert "<mark>" in page.text


def test_pages_hold_together(get, filled):
    page = get("/search?q=most&page=2")
    assert "page 2 of 2" in text(page)
    assert page.text.count('<article class="hit">') == 11
    assert "/search?q=most&page=1" in links(page)


def test_beyond_the_last_page_is_a_way_back(get, filled):
    page = get("/search?q=most&page=400")
    assert "There are no hits that far." in text(page)
    assert "/search?q=most" in links(page)


@pytest.mark.parametrize(
    ("name", "value"), [("site", "drugi"), ("kind", "notice"), ("section", "Novice"), ("year", "2026")]
)
def test_a_facet_switches_on_and_off(get, filled, name, value):
    on = f"/search?q=most&{name}={value}"
    assert on in links(get("/search?q=most&page=2"))
    narrowed = get(on)
    assert links(narrowed).count("/search?q=most") >= 2, "by its chip and by the facet"
    assert 'aria-current="true"' in narrowed.text


def test_values_of_a_facet_beyond_the_first_are_folded(get, filled):
    page = get("/search?q=most")
    assert "4 more" in text(page)
    assert page.text.count("<bdi>Avtorica") == 12


def test_months_are_columns_that_narrow_down(get, filled):
    page = get("/search?q=most&year=2026")
    assert [link for link in links(page) if "since=" in link][:2] == [
        "/search?q=most&since=2026-01&until=2026-01",
        "/search?q=most&since=2026-02&until=2026-02",
    ]
    assert "January 2026: 6" in text(page)


def test_a_narrowed_time_still_shows_the_whole(get, filled):
    page = get("/search?q=most&since=2026-02&until=2026-03")
    assert "12 records" in text(page)
    assert page.text.count('class="chosen"') == 2
    assert page.text.count("data-span=") == 5
    assert 'name="since" value="2026-02"' in page.text


def test_a_form_narrows_time_without_script(get, filled):
    page = get("/search?q=most&kind=article&order=newest")
    form = page.text[page.text.index('<form class="span"') :]
    form = form[: form.index("</form>")]
    assert re.findall(r'name="(\w+)" value="(\w*)"', form) == [
        ("q", "most"),
        ("kind", "article"),
        ("order", "newest"),
        ("since", ""),
        ("until", ""),
    ]


def test_the_order_is_a_link(get, filled):
    assert "/search?q=most&order=oldest" in links(get("/search?q=most"))
    assert get("/search?q=most&order=oldest").status_code == 200


def test_exports_ask_for_the_same(get, filled):
    page = get("/search?q=most&site=demo&wider=1&page=2&lang=en&order=oldest&beyond=")
    for name in ("csv", "jsonl", "atom"):
        assert f'href="/export.{name}?q=most&amp;site=demo&amp;wider=1&amp;order=oldest"' in page.text


def test_only_what_came_in_since(get, filled):
    page = get("/search?q=most&beyond=29")
    assert "2 records" in text(page)
    assert "New since" in text(page)
    assert "/export.csv" not in page.text, "an export does not know what was seen before"


def test_where_nothing_is_found_the_next_steps_say_what_they_find(get, filled):
    page = get('/search?q="most+župan"&kind=notice')
    assert "Nothing was found." in text(page)
    assert "without quotation marks (30)" in text(page)
    assert "/search?q=most+%C5%BEupan" in links(page)


def test_a_filter_that_leaves_nothing_can_be_left_out(get, filled):
    page = get("/search?q=most&site=nikjer&since=1990")
    assert "without filters (31)" in text(page)


def test_what_cannot_be_understood_is_said_beside_the_form(get, filled, monkeypatch):
    def fail(*_, **__):
        raise QueryError("Close the quotation mark.", "kind", value="most")

    monkeypatch.setattr("newsarchive.archive.Archive.find", fail)
    page = get('/search?q="most')
    assert page.status_code == 400
    assert "“most” is no kind of record" in text(page)
    assert 'aria-describedby="q-problem"' in page.text
    assert 'value="&#34;most"' in page.text


def test_foreign_text_is_text(get, filled):
    page = get("/search?q=most&section=%3Cb%3EKronika%3C/b%3E")
    assert "<b>Kronika" not in page.text
    assert "10 records" in text(page)


@pytest.mark.parametrize(
    "nonsense",
    [
        "since=yesterday&until=2026-99",
        "year=20260&order=random&wider=maybe",
        "page=-1&page=99999999999999999999&beyond=-7",
        "kind=novel&site=%00&section=%F0%9F%99%82&author=%ff",
        "q=%22&q=*&q=AND",
        "q=" + "a" * 5000,
        "q=most&since=0001&until=9999",
        "&".join(f"x{number}=1" for number in range(500)),
    ],
)
def test_nonsense_is_no_failure(get, filled, nonsense):
    assert get(f"/search?{nonsense}").status_code in (200, 400)


def test_extreme_text_is_cut(get, archive):
    archive.save(
        Record("article", "demo", "https://demo.example/dolg", title="most " + "a" * 10**6, body="most " + "b" * 10**6)
    )
    assert len(get("/search?q=most").content) < 50_000


def test_it_speaks_slovene(get, filled):
    assert "31 zapisov · iskano: most" in text(get("/search?q=most", "sl"))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("kraj:", "Za »kraj:« ne stoji nič"),
        ("vrsta:roman", "»roman« ni vrsta zapisa"),
        ("od:nekoč", "»nekoč« ni dan, mesec ali leto"),
    ],
)
def test_it_is_said_in_the_visitors_language(get, filled, query, sentence):
    assert sentence in text(get(f"/search?q={query}", "sl"))
    assert sentence in text(get(f"/export.json?q={query}", "sl"))
    assert sentence not in text(get(f"/search?q={query}"))
