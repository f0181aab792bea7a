"""The introductory paragraph, where the page itself or its neighbours tell which it is."""

import pytest

from extract.pages import LEAD, STORY, TITLE, article, div, document, json_ld, meta, p, record

BODY = "\n\n".join(STORY)
BARE = LEAD.rstrip(".")
TOLD = {
    "OpenGraph": meta("og:description", BARE),
    "a meta element": f'<meta name="description" content="{BARE}">',
    "Twitter": f'<meta name="twitter:description" content="{BARE}">',
    "JSON-LD": json_ld({"@type": "NewsArticle", "headline": TITLE, "author": "A. P.", "description": BARE}),
    "cut off": meta("og:description", BARE[:60] + "..."),
}


@pytest.mark.parametrize("head", TOLD.values(), ids=TOLD)
@pytest.mark.parametrize("cls", ["css-1x", "teaser", "info-card"])
def test_the_declared_description_is_the_lead_where_it_is_printed_under_the_title(head, cls):
    found = record(article(head=head, under=div(p(BARE), cls=cls), lead="<p>27. 1. 2026</p>"))
    assert (found.lead, found.body) == (BARE, BODY)


def test_a_line_that_nobody_declares_is_no_lead():
    assert record(article(under=div(p(BARE)))).lead is None


def test_a_description_that_is_the_first_paragraph_leaves_it_in_the_body():
    found = record(article(head=meta("og:description", STORY[0])))
    assert (found.lead, found.body) == (None, BODY)


def test_a_lead_of_several_paragraphs_is_taken_whole():
    found = record(article(lead=div(p(LEAD, "Odprtja se je udeležilo več sto ljudi."), cls="preamble")))
    assert (found.lead, found.body) == (f"{LEAD}\n\nOdprtja se je udeležilo več sto ljudi.", BODY)


def test_a_lead_that_is_printed_again_is_no_second_paragraph():
    page = document(div(f"<h1>{TITLE}</h1>", p(LEAD, cls="uvod"), p("27. 1. 2026")), div(p(LEAD), p(*STORY)))
    assert (record(page).lead, record(page).body) == (LEAD, BODY)


@pytest.mark.parametrize("again", [TITLE, f"Iz občine: {TITLE}", f"<span>Iz občine</span>{TITLE}"])
def test_the_title_printed_again_is_no_lead(again):
    page = document(div(f"<h1>{TITLE}</h1>"), div(f"<h2>{again}</h2>"), div(p(*STORY)))
    assert (record(page).lead, record(page).body) == (None, BODY)
