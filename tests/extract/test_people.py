"""Who wrote an item: people or bodies, without roles."""

import pytest

from extract.pages import STORY, TITLE, article, cards, div, json_ld, meta, p, record
from newsarchive.extract.people import clean
from newsarchive.items import Site


def ld(author):
    return json_ld({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-01-27", "author": author})


PLACES = {
    "JSON-LD": ({"head": ld({"@type": "Person", "name": "Ana Primer"})}, "json-ld"),
    "JSON-LD, a list": ({"head": ld([{"name": "Ana Primer"}])}, "json-ld"),
    "JSON-LD, a text": ({"head": ld("Ana Primer")}, "json-ld"),
    "a meta element": ({"head": '<meta name="author" content="Ana Primer">'}, "meta:author"),
    "microdata": ({"under": '<p itemprop="author"><span itemprop="name">Ana Primer</span></p>'}, "microdata"),
    "a labelled line": ({"under": "<p>Avtor: Ana Primer</p>"}, "text"),
    "a labelled line below": ({"after": "<p>Piše: Ana Primer</p>"}, "text"),
    "a named line": ({"under": '<p class="byline">Ana Primer</p>'}, "text:byline"),
    "a link to the author's page": ({"under": '<p><a href="/avtor/ana-primer">Ana Primer</a></p>'}, "text:byline"),
    "a bare line": ({"under": "<p>Ana Primer</p>"}, "text"),
    "a line of bars": ({"under": "<p>26.2.2025 | 12:00 | Ana Primer, foto: Bojan Zgled</p>"}, "text"),
}


@pytest.mark.parametrize(("parts", "place"), PLACES.values(), ids=PLACES)
def test_places(parts, place):
    found = record(article(**parts))
    assert (found.authors, found.evidence["authors"]) == (["Ana Primer"], place)


LINES = {
    "Ana Primer": ["Ana Primer"],
    "Ana Primer in Bojan Zgled": ["Ana Primer", "Bojan Zgled"],
    "Ana Primer, Bojan Zgled": ["Ana Primer", "Bojan Zgled"],
    "Ana Primer / STA": ["Ana Primer", "STA"],
    "Ana Primer | 27. 1. 2026": ["Ana Primer"],
    "Piše: Ana Primer": ["Ana Primer"],
    "Besedilo: Ana Primer, foto: Bojan Zgled": ["Ana Primer"],
    "Avtorica Ana Primer": ["Ana Primer"],
    "dr. Ana Primer": ["dr. Ana Primer"],
    "Ana Primer (STA)": ["Ana Primer"],
    "A. P.": ["A. P."],
    "uredništvo": ["uredništvo"],
    "Občina Lipovec": ["Občina Lipovec"],
    "Ana Primer, ana primer, ANA PRIMER": ["Ana Primer"],
    "Danilo Inšek": ["Danilo Inšek"],
    "Ana Primer Redakteurin": ["Ana Primer"],
    "Ana Primer, Novinarka": ["Ana Primer"],
    "Ana Primer (Image: Agencija)": ["Ana Primer"],
    "Glavni Urednik": [],
    "By, Ana Primer": ["Ana Primer"],
    "Ana  Pri\u00admer": ["Ana Primer"],
    "NULL": [],
    "null": [],
    "undefined": [],
    "ana@primer.test": [],
    "https://primer.test/ana": [],
    "Primer": [],
    "27. 1. 2026": [],
    "": [],
    ", ; |": [],
    "beseda " * 200: [],
}


@pytest.mark.parametrize(("line", "people"), LINES.items())
def test_lines(line, people):
    assert clean([line], {"primer"}) == people


NOBODY = {
    "a printed NULL": {"under": "<p>NULL</p>"},
    "the portal": {"under": "<p>Primer</p>", "head": meta("og:site_name", "Primer")},
    "a photographer": {"under": "<p>Foto: Ana Primer</p>"},
    "a person in the text": {"body": p("Ana Primer je povedala, da je zadovoljna.", *STORY)},
    "a name in a card": {"tail": cards(excerpt="Ana Primer")},
    "a mourned person in the tail": {"tail": div("<h3>Zadnje osmrtnice</h3><ul><li>Ana Primer</li></ul>")},
    "the author of a comment": {"after": div("<p>Ana Primer</p><p>Super novica je tole.</p>", cls="comments")},
}


@pytest.mark.parametrize("parts", NOBODY.values(), ids=NOBODY)
def test_nobody(parts):
    parts = dict(parts)
    body = parts.pop("body", None)
    found = record(article(*([body] if body else []), **parts))
    assert (found.authors, "authors" in found.evidence) == ([], False)


def test_the_site_says_where_the_authors_are():
    site = Site("primer", "http://primer.test/", selectors={"authors": ".pisec"})
    page = article(under='<i class="pisec">Ana Primer</i><i class="pisec">Bojan Zgled</i>')
    assert record(page, site=site).authors == ["Ana Primer", "Bojan Zgled"]


def test_the_portal_is_the_author_where_the_page_says_so_and_names_nobody():
    named = meta("og:site_name", "Dnevnik Primer")
    assert record(article(head=named + ld({"@type": "Organization", "name": "Dnevnik Primer"}))).authors == [
        "Dnevnik Primer"
    ]
    both = record(article(head=named + ld({"name": "Dnevnik Primer"}), under='<p class="byline">Ana Primer</p>'))
    assert both.authors == ["Ana Primer"]


def test_links_to_authors_in_the_head_add_whom_the_markup_leaves_out():
    links = (
        '<p>Piše <a rel="author" href="mailto:a@primer.test">Ana Primer</a> <a rel="author" href="/b">Bor Zgled</a></p>'
    )
    assert record(article(head=ld({"name": "Ana Primer"}), under=links)).authors == ["Ana Primer", "Bor Zgled"]


def test_the_publisher_is_the_portal():
    head = ld({"@type": "Organization", "name": "Založba Primer"}) + meta("publisher", "Založba Primer")
    assert record(article(head=head)).authors == ["Založba Primer"]
    assert record(article(head=head, under="<p>Ana Primer</p>")).authors == ["Ana Primer"]


def test_a_part_of_a_line_can_be_named_as_a_byline():
    line = '<div>Promet, <span class="article__author">Ana Primer, Lipovec</span> <span>27. 1. 2026, 9:12</span></div>'
    assert record(article(under=line)).authors == ["Ana Primer"]


def test_a_byline_between_lead_and_text_is_in_the_head():
    page = article(under=p("Po letu dni gradnje so odprli nov most."), lead='<p class="byline">Ana Primer</p>')
    assert record(page).authors == ["Ana Primer"]


def test_a_source_that_prints_more_than_names_adds_nobody():
    line = '<div class="byline"><a href="/avtor/ana">Ana Primer</a></div><div class="byline">Novi naslovi avtorja</div>'
    assert record(article(head=ld({"name": "Ana Primer"}), under=line)).authors == ["Ana Primer"]


def test_who_took_the_picture_wrote_nothing():
    picture = '<div><img src="/a.jpg" alt=""><p>Bojan Zgled</p></div>'
    assert record(article(under=picture)).authors == []


@pytest.mark.parametrize(("said", "people"), [("Ana Primer", ["Ana Primer"]), ("3 minute", [])])
def test_the_label_for_sharing_names_the_author_or_the_minutes_of_reading(said, people):
    labels = '<meta name="twitter:label1" content="Napisala"><meta name="twitter:data1" content="{}">'
    assert record(article(head=labels.format(said))).authors == people
