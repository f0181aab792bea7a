"""Lead and body: what an item says, without the scraps around it."""

import pytest

from extract.pages import LEAD, STORY, article, div, p, paragraphs, record

BODY = "\n\n".join(STORY)

LEADS = {
    "named": p(LEAD, cls="uvod"),
    "named with an element of its own": div(p(LEAD), cls="article-lead"),
    "named by id": f'<div id="perex">{LEAD}</div>',
    "a second heading": f"<h2>{LEAD}</h2>",
    "between title and body": p(LEAD),
}


@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS)
def test_the_lead_is_set_apart_and_not_repeated(lead):
    found = record(article(lead=lead))
    assert (found.lead, found.body) == (LEAD, BODY)
    assert found.evidence["lead"].startswith("text")


@pytest.mark.parametrize("tag", ["strong", "b"])
def test_a_bold_first_paragraph_is_the_lead(tag):
    found = record(article(f"<p><{tag}>{LEAD}</{tag}></p>", p(*STORY)))
    assert (found.lead, found.body) == (LEAD, BODY)


def test_bold_words_in_the_first_paragraph_are_no_lead():
    found = record(article(f"<p><b>LIPOVEC</b> – {STORY[0]}</p>", p(*STORY[1:])))
    assert found.lead is None


def test_where_everything_is_bold_nothing_is_a_lead():
    assert record(article(*(f"<p><b>{text}</b></p>" for text in STORY))).lead is None


@pytest.mark.parametrize("end", ["...", "…", " ....", " […]", "[...]"])
def test_a_lead_that_is_the_beginning_of_the_body_cut_off_is_none(end):
    found = record(article(lead=p(STORY[0][:70] + end, cls="excerpt")))
    assert (found.lead, found.body) == (None, BODY)


def test_a_lead_of_its_own_may_end_in_dots():
    lead = "Kdo bi si mislil, da bo stari most nekoč le še spomin …"
    assert record(article(lead=p(lead, cls="uvod"))).lead == lead


def test_a_lead_of_many_dots_is_quickly_read():
    assert record(article(lead=p("Ena dve tri štiri pet šest " + "." * 50_000 + "a", cls="uvod"))).body == BODY


LINES_UNDER_THE_TITLE = [
    "<p>27. januar 2026 ob 9:12</p>",
    "<p>26.2.2025 | 12:00 | Ana Primer, foto: Bojan Zgled</p>",
    "<p>Objavljeno: 3. 9. 2025</p>",
    "<p>Posodobljeno: 23. maj 2023</p>",
    "<p>Piše: Ana Primer</p>",
    "<p>Ana Primer</p>",
    "<p>NULL</p>",
    "<p>knmedia</p>",
    '<p><a href="/kultura">Kultura</a></p>',
    "<div>KANNsJH.jpg</div>",
    "<p>Foto: Ana Primer</p>",
]


@pytest.mark.parametrize("line", LINES_UNDER_THE_TITLE)
@pytest.mark.parametrize("inside", [False, True], ids=["above the body", "in the body"])
def test_lines_under_the_title_are_no_text(line, inside):
    page = article(line, p(*STORY)) if inside else article(under=line)
    found = record(page)
    assert (found.lead, found.body) == (None, BODY)


LINES_IN_THE_TEXT = [
    "NULL",
    "undefined",
    "KANNsJH.jpg",
    "https://primer.test/slike/KANNsJH.jpg",
    "Preberite tudi: Šola na Dobravi dobi telovadnico",
    'PREBERITE ŠE: <a href="/x">Šola na Dobravi</a>',
    '<a href="/x">Šola na Dobravi dobi telovadnico</a>',
    "Foto: Ana Primer",
    "FOTO: Foto: Ana Primer",
    '<a href="/prijava">Klik TUKAJ</a>',
    "Oglas",
]


@pytest.mark.parametrize("line", LINES_IN_THE_TEXT)
@pytest.mark.parametrize("place", [0, 1, 3], ids=["first", "amid", "last"])
def test_junk_is_no_text(line, place):
    texts = [*STORY[:place], line, *STORY[place:]]
    assert record(article(p(*texts))).body == BODY


LINES_AT_THE_END = [
    "Vir: PU Celje",
    "Vir: Občina Lipovec, foto: Ana Primer",
    "Kategorije: Kultura",
    "Oznake: most, promet",
    "Več iz kraja Lipovec",
    "Ana Primer",
]


@pytest.mark.parametrize("line", LINES_AT_THE_END)
@pytest.mark.parametrize("tag", ["p", "div", "h4"])
def test_lines_after_the_text_are_no_text(line, tag):
    assert record(article(p(*STORY), after=f"<{tag}>{line}</{tag}>")).body == BODY


def test_what_follows_the_credit_line_are_comments():
    comments = p(
        "Super novica, bravo vsi, le tako naprej še kdaj!", "Jaz pa mislim, da je bil stari most lepši od novega."
    )
    found = record(article(p(*STORY, "Vir: Občina Lipovec") + comments))
    assert (found.body, found.source) == (BODY, "Občina Lipovec")


def test_a_credit_line_before_the_text_ends_nothing():
    found = record(article(p("Vir: Občina Lipovec", *STORY)))
    assert (found.body, found.source) == (BODY, "Občina Lipovec")


def test_lists_stand_on_lines_of_their_own():
    page = article(
        p(STORY[0]), "<ul><li>ponedeljek od 8. do 12. ure,</li><li>torek od 9. do 13. ure.</li></ul>", p(STORY[1])
    )
    assert paragraphs(record(page).body) == [
        STORY[0],
        "- ponedeljek od 8. do 12. ure,\n- torek od 9. do 13. ure.",
        STORY[1],
    ]


def test_a_list_may_end_the_text():
    page = article(p(*STORY), "<ul><li>Lipovec</li><li>Zgornja Dobrava</li></ul>")
    assert paragraphs(record(page).body)[-1] == "- Lipovec\n- Zgornja Dobrava"


def test_subheadings_stay_but_not_at_the_end():
    page = article(p(STORY[0]), "<h2>Naprej</h2>", p(*STORY[1:]), "<h2>Galerija</h2>")
    assert paragraphs(record(page).body) == [STORY[0], "Naprej", *STORY[1:]]


def test_quotations_stay():
    quote = "»To je velik dan za Lipovec in okolico,« je dejal župan."
    assert quote in paragraphs(record(article(p(STORY[0]), f"<blockquote>{quote}</blockquote>", p(STORY[1]))).body)


def test_line_breaks_stay_and_empty_paragraphs_go():
    page = article(
        p("Prva vrstica naznanila je tu.<br>Druga vrstica naznanila je tu."), "<p>&nbsp;</p><p></p>", p(STORY[0])
    )
    assert record(page).body == f"Prva vrstica naznanila je tu.\nDruga vrstica naznanila je tu.\n\n{STORY[0]}"


def test_a_page_without_text_has_neither_lead_nor_body():
    found = record("<html><body><h1>Naslov brez besedila</h1></body></html>")
    assert (found.lead, found.body) == (None, None)
    assert not {"lead", "body"} & found.evidence.keys()


def test_captions_are_no_text():
    figure = (
        "<figure><img src='/m.jpg'><figcaption>Novi most v Lipovcu se boči čez reko. Foto: Ana "
        "Primer</figcaption></figure>"
    )
    assert record(article(p(STORY[0]), figure, p(*STORY[1:]))).body == BODY


def test_a_credit_line_below_a_quotation_does_not_end_the_text():
    after = f"<h2>Gradnja</h2>{p(*STORY)}<h2>Odprtje</h2>{p(*STORY[::-1])}"
    found = record(article(p("Most je najlepši v državi.", "Vir: Občina Lipovec") + after))
    assert STORY[-1] in (found.body or "")


def test_a_verse_beside_an_obituary_is_text():
    verse = "Jaz sem vstajenje. (Jn 11,25)"
    life = "V 84. letu nas je zapustil dragi oče Bor Primer iz Lipovca. Pogreb bo v četrtek ob 15. uri v Lipovcu."
    page = article(p(verse, life), title="Bor Primer").replace("/novice/", "/osmrtnice/")
    found = record(page, url="https://portal.si/osmrtnice/bor-primer")
    assert (found.kind, found.body) == ("obituary", f"{verse}\n\n{life}")


@pytest.mark.parametrize("year", ["", " 2026"])
def test_days_above_what_is_on_them_are_text(year):
    hours = ("Od 7.30 do 9.30: Okonina, Juvanje.", "Od 8. do 15. ure: Log.")
    days = (f"Ponedeljek, 22. junij{year}", hours[0], f"Torek, 23. junij{year}", hours[1])
    assert record(article(p(STORY[0], *days, STORY[1]))).body == "\n\n".join([STORY[0], *days, STORY[1]])
