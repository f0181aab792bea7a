"""Section, tags and credit line."""

import pytest

from extract.pages import LEAD, OTHERS, STORY, TITLE, article, cards, div, json_ld, meta, p, record
from newsarchive.items import Site

CRUMBS = (
    '<div class="breadcrumbs"><a href="/">Domov</a> › <a href="/novice">Novice</a> › <a '
    'href="/kultura">Kultura</a></div>'
)
SECTIONS = {
    "JSON-LD": ({"head": json_ld({"@type": "NewsArticle", "headline": TITLE, "articleSection": "Kultura"})}, "json-ld"),
    "meta": ({"head": meta("article:section", "Kultura")}, "meta:article:section"),
    "a labelled line": ({"after": "<p>Kategorije: Kultura</p>"}, "text"),
    "declared crumbs": (
        {
            "head": json_ld(
                {
                    "@type": "BreadcrumbList",
                    "itemListElement": [{"name": "Domov"}, {"item": {"name": "Kultura"}}, {"name": TITLE}],
                }
            )
        },
        "json-ld:BreadcrumbList",
    ),
    "printed crumbs": ({"under": CRUMBS}, "breadcrumb"),
    "a related link": ({"under": '<p>V rubriki <a rel="category tag" href="/k">Kultura</a></p>'}, "rel:category"),
    "a linked line": ({"under": '<p><a href="/kultura">Kultura</a></p>'}, "text:category"),
    "a named line": ({"under": '<span class="kategorija">Kultura</span><p>.</p>'}, None),
}


@pytest.mark.parametrize(
    ("parts", "place"), [v for v in SECTIONS.values() if v[1]], ids=[k for k, v in SECTIONS.items() if v[1]]
)
def test_sections(parts, place):
    found = record(article(**parts))
    assert (found.section, found.evidence["section"]) == ("Kultura", place)


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"under": '<p><a href="/">Domov</a></p>'},
        {"head": meta("article:section", "a" * 80)},
        {"head": meta("article:section", TITLE)},
        {"lead": p(LEAD) + '<p><a href="/galerija">Odpri galerijo</a></p>'},
    ],
    ids=["nothing", "home", "too long", "the title", "a link below the lead"],
)
def test_no_section(parts):
    assert record(article(**parts)).section is None


TAGS = {
    "meta": ({"head": meta("article:tag", "most") + meta("article:tag", "promet")}, "meta:article:tag"),
    "JSON-LD, a text": (
        {"head": json_ld({"@type": "NewsArticle", "headline": TITLE, "keywords": "most, promet"})},
        "json-ld",
    ),
    "JSON-LD, a list": (
        {"head": json_ld({"@type": "NewsArticle", "headline": TITLE, "keywords": ["most", "promet"]})},
        "json-ld",
    ),
    "related links": (
        {"after": '<p><a rel="tag" href="/o/most">#most</a> <a rel="tag" href="/o/promet">promet</a></p>'},
        "rel:tag",
    ),
    "a labelled line": ({"after": "<p>Oznake: most, promet</p>"}, "text"),
    "said twice": ({"after": "<p>Oznake: most, promet, Most, #most</p>"}, "text"),
}


@pytest.mark.parametrize(("parts", "place"), TAGS.values(), ids=TAGS)
def test_tags(parts, place):
    found = record(article(**parts))
    assert ([tag.lower() for tag in found.tags], found.evidence["tags"]) == (["most", "promet"], place)


def test_the_tags_of_cards_are_not_the_items():
    other = div('<h3><a href="/x">Gasilci so praznovali sto let</a></h3><a rel="tag" href="/o/gasilci">gasilci</a>')
    assert record(article(tail=other * 3)).tags == []


@pytest.mark.parametrize("line", ["Vir: PU Celje", "VIR: PU Celje", "Vir: PU Celje | Foto: arhiv", "Viri: PU Celje"])
@pytest.mark.parametrize("inside", [False, True])
def test_the_credit_line(line, inside):
    page = article(p(*STORY, line)) if inside else article(after=f"<p>{line}</p>")
    found = record(page)
    assert (found.source, found.evidence["source"]) == ("PU Celje", "text")


@pytest.mark.parametrize("line", ["Vir: NULL", "Vir:", "Virov ni bilo.", "Izvor reke je v hribih."])
def test_no_credit_line(line):
    assert record(article(p(*STORY, line))).source is None


def test_the_credit_line_of_a_card_is_not_the_items():
    assert record(article(tail=cards(excerpt="Vir: PU Celje"))).source is None


def test_the_site_says_where_they_are():
    selectors = {"section": ".r", "tags": ".o a", "source": ".v"}
    site = Site("primer", "http://primer.test/", selectors=selectors)
    page = article(after='<i class="r">Kultura</i><i class="o"><a>most</a><a>promet</a></i><i class="v">PU Celje</i>')
    found = record(page, site=site)
    assert (found.section, found.tags, found.source) == ("Kultura", ["most", "promet"], "PU Celje")


def test_key_words_are_the_links_under_their_heading_below_the_text():
    listed = '<div><h3>Oznake</h3><ul><li><a href="/o/most">most</a></li><li><a href="/o/sava">Sava</a></li></ul></div>'
    assert record(article(p(*STORY), after=listed)).tags == ["most", "Sava"]
    assert record(article(p(*STORY), after=cards(OTHERS * 2) + listed)).tags == []


def test_key_words_end_at_the_next_heading():
    words = "<h4>Oznake</h4><a>most</a> <a>reka</a><h4>Preberite tudi</h4><ul><li><a>Nova šola v Logu</a></li></ul>"
    assert record(article(p(*STORY), after=f"<div>{words}</div>")).tags == ["most", "reka"]
