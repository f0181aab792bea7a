"""The title: what the editor wrote, without the portal's name."""

import pytest

from extract.pages import STORY, TITLE, article, card, div, document, json_ld, meta, p, record
from newsarchive.extract import read
from newsarchive.extract.titles import agrees, without_site
from newsarchive.items import Site

NAMED = meta("og:site_name", "Primer")


@pytest.mark.parametrize(
    "printed",
    [
        f"{TITLE} | Primer",
        f"{TITLE} - Primer",
        f"{TITLE} – primer.test",
        f"Primer | {TITLE}",
        f"PRIMER » {TITLE}",
        TITLE,
    ],
)
@pytest.mark.parametrize("heading", ["", f"<h1>{TITLE}</h1>", f"<h2>{TITLE}</h2>"], ids=["no heading", "h1", "h2"])
def test_the_portals_name_is_no_part_of_the_title(printed, heading):
    assert record(document(heading, p(*STORY), head=NAMED, title=printed)).title == TITLE


HEADINGS = {
    "the portal's name in an h1": f"<h1>Primer</h1><h1>{TITLE}</h1>",
    "the portal's linked name in an h1": f'<h1><a href="/">Dnevnik Primer</a></h1><h2>{TITLE}</h2>',
    "the section in an h1": f"<h1>Novice</h1><h1>{TITLE}</h1>",
    "another item's title below": f"<h1>{TITLE}</h1>{p(*STORY)}<h1>Gasilci so praznovali</h1>",
    "words in spans": f"<h1><span>{TITLE[:10]}</span>{TITLE[10:]}</h1>",
    "hidden behind a line break": f"<h1>\n   {TITLE}\n</h1>",
}


@pytest.mark.parametrize("headings", HEADINGS.values(), ids=HEADINGS)
def test_among_headings(headings):
    assert record(document(headings, p(*STORY), head=NAMED)).title == TITLE


SOURCES = {
    "JSON-LD": json_ld({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-01-27"}),
    "OpenGraph": meta("og:title", f"{TITLE} - Primer"),
    "Twitter": f'<meta name="twitter:title" content="{TITLE}">',
}


@pytest.mark.parametrize("head", SOURCES.values(), ids=SOURCES)
def test_a_title_that_only_the_markup_tells(head):
    assert record(document(div(p(*STORY)), head=head + NAMED, title="Primer")).title == TITLE


def test_the_printed_title_wins_over_a_shortened_one():
    assert record(article(head=meta("og:title", f"{TITLE[:15]}"))).title == TITLE


@pytest.mark.parametrize("tag", ["(FOTO) ", "(FOTO in VIDEO) ", "VIDEO: ", "#kolumna ", "Obvestilo: ", "PREKLICANO – "])
def test_what_the_editor_put_before_the_title_stays(tag):
    assert record(article(title=tag + TITLE)).title == tag + TITLE


@pytest.mark.parametrize("title", ["Lipovec – Dobrava 3:1", "Kdo? Jaz | ti | oni", "27. januar: dan spomina"])
def test_separators_of_the_title_stay(title):
    assert record(article(title=title, head=NAMED)).title == title


def test_entities_are_resolved_once():
    assert record(article(title="Nakit &amp; kamni »Lipa«")).title == "Nakit & kamni »Lipa«"


def test_no_title_is_none():
    found = read(f"<html><body>{p(*STORY)}</body></html>", "http://primer.test/a")
    assert (found.title, "title" in found.evidence) == (None, False)


def test_a_card_is_not_the_title():
    assert record(document(p(*STORY), card("Šola na Dobravi", level="h1"), title="Primer")).title != "Šola na Dobravi"


def test_a_heading_of_a_whole_page_is_no_title():
    assert record(document(f"<h1>{STORY[0] * 10}</h1>", p(*STORY), title=TITLE)).title == TITLE


def test_the_site_says_where_the_title_is():
    site = Site("primer", "http://primer.test/", selectors={"title": ".pravi"})
    assert record(article(under='<div class="pravi">Pravi naslov</div>'), site=site).title == "Pravi naslov"


@pytest.mark.parametrize(
    ("printed", "declared", "same"),
    [
        ("Nov most", "Nov most | Primer", True),
        ("Nov most", "nov MOST", True),
        ("Novice", "Nov most", False),
        ("", "Nov most", False),
        ("Nov", "Novice dneva", False),
    ],
)
def test_agreement(printed, declared, same):
    assert agrees(printed, declared) is same


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Ena | Primer", "Ena"),
        ("Primer – Ena – dve", "Ena – dve"),
        ("Primer", None),
        ("Ena – dve", "Ena – dve"),
        ("", ""),
    ],
)
def test_without_site(text, bare):
    assert without_site(text, {"primer"}) == bare


KICKERS = {
    "glued to it": f"<h2>Iz občine{TITLE}</h2>",
    "before it": f"<h1>Iz občine {TITLE}</h1>",
    "and a colon": f"<h2>Iz občine: {TITLE}</h2>",
}


@pytest.mark.parametrize("heading", KICKERS.values(), ids=KICKERS)
def test_a_kicker_in_the_heading_is_no_part_of_the_title_under_which_the_portal_files_it(heading):
    page = document(heading, p(*STORY), head=meta("og:title", TITLE), title=f"Iz občine: {TITLE}")
    assert record(page).title == TITLE


def test_a_heading_whose_parts_only_style_sets_apart_is_spelt_as_it_is_declared():
    page = document(f"<h1><b>Iz občine</b>{TITLE}</h1>", p(*STORY), head=meta("og:title", f"Iz občine / {TITLE}"))
    assert record(page).title == f"Iz občine / {TITLE}"


def test_the_printed_heading_is_believed_against_a_title_for_sharing():
    page = document(f"<h1>{TITLE}</h1>", p(*STORY), head=meta("og:title", "Ne boste verjeli, kaj so odprli"))
    assert record(page).title == TITLE


def test_two_kickers_that_differ_are_both_no_part_of_the_title():
    page = document(
        f"<h1>Promet v dolini - {TITLE}</h1>", p(*STORY), head=meta("og:title", f"Gradnja ob reki: {TITLE}")
    )
    assert record(page).title == TITLE


@pytest.mark.parametrize(
    ("printed", "declared"),
    [
        (f"Promet: {TITLE}", f"PREKLICANO: {TITLE}"),
        (f"Lipovška občina slavi: {TITLE}", f"Občina Lipovec slavi: {TITLE}"),
    ],
    ids=["a tag is no kicker", "a clause said otherwise is no kicker"],
)
def test_what_stands_before_a_colon_may_be_the_title(printed, declared):
    page = document(f"<h1>{printed}</h1>", p(*STORY), head=meta("og:title", declared), title=declared)
    assert record(page).title == declared


@pytest.mark.parametrize("level", ["h1", "h2"])
def test_a_kicker_that_only_style_sets_apart_is_spelt_as_it_is_declared(level):
    heading = f"<{level}><span>Iz občine</span> <span>{TITLE}</span></{level}>"
    for declared in (f"Iz občine: {TITLE}", f"Iz občine – {TITLE}"):
        assert record(document(heading, p(*STORY), head=meta("og:title", declared))).title == declared


def test_a_step_of_the_way_from_the_front_page_is_no_title_though_it_is_a_heading():
    way = '<ul><li>Domov</li><li><h1 class="breadcrumb_last">Most čez reko</h1></li></ul>'
    head = meta("og:title", TITLE) + json_ld({"@type": "NewsArticle", "headline": "Most čez reko", "author": "A. P."})
    page = document(way, f"<h2>{TITLE}</h2>", p(*STORY), head=head, title="Most čez reko | Primer")
    found = record(page)
    assert (found.title, found.lead) == (TITLE, None)


def test_a_heading_named_so_is_the_title_where_there_is_no_other():
    page = document(f'<h1 class="breadcrumb-title">{TITLE}</h1>', p(*STORY), head=NAMED)
    assert record(page).title == TITLE


def test_soft_hyphens_are_no_part_of_the_title():
    assert record(article(title="Ve\u00adlika pro\u00admetna zapora", head=NAMED)).title == "Velika prometna zapora"


def test_a_label_named_as_the_title_is_it_where_all_pages_declare_the_portal():
    way = '<div class="pot"><a href="/">Domov</a> &raquo; <a href="/rubrika?id=2">Kultura</a></div>'
    label = '<span id="ctl00_Content_lblNaslov" class="naslov">Most čez Savo je odprt</span><br>'
    date = '<div><span id="ctl00_Content_lblDatum">četrtek, 20. 2. 2025</span></div>'
    page = f"<title>Naša dolina - portal</title><body>{way}<div>{label}{date}{p(*STORY)}</div></body>"
    assert read(page, "http://primer.test/Novica.aspx?id=7").title == "Most čez Savo je odprt"
