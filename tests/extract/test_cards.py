"""Teasers of other items, and names and words of furniture."""

import pytest

from extract.pages import LEAD, OTHERS, STORY, TITLE, article, card, cards, div, document, p, reading, record
from newsarchive.extract.furniture import LIKELY, SURE, is_dateline, is_junk, is_prompt

EXCERPT = "Na Dobravi so včeraj odprli novo telovadnico, ki bo učencem na voljo že jeseni in ..."


def excluded(html):
    """The words of the page's blocks that belong to cards."""
    found = reading(html)
    return [found.outline.blocks[n].text for start, stop in found.region.cards for n in range(start, stop)]


WHOLE = "".join(f'<div class="zadnje"><a href="/x{n}">{title}</a><br>{EXCERPT}</div>' for n, title in enumerate(OTHERS))
FLAT = "".join(f'<h4><a href="/x{n}">{title}</a></h4><p>{EXCERPT}</p>' for n, title in enumerate(OTHERS))
ROWS = "".join(
    f'<tr><td><a href="/x{n}">{title} in še kaj</a></td></tr><tr><td>{EXCERPT}</td></tr>'
    for n, title in enumerate(OTHERS)
)
TAILS = {
    "linked headings in boxes": cards(excerpt=EXCERPT),
    "linked headings side by side": div(FLAT, cls="spodaj"),
    "rows of an old table": f"<table>{ROWS}</table>",
    "whole cards in one block": div(WHOLE, cls="spodaj"),
    "links around everything": "".join(f'<a href="/x"><h3>{title}</h3><p>{EXCERPT}</p></a>' for title in OTHERS),
    "articles": "".join(f'<article><h3><a href="/x">{title}</a></h3><p>{EXCERPT}</p></article>' for title in OTHERS),
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
@pytest.mark.parametrize("inside", [False, True], ids=["below", "inside the item"])
def test_no_word_of_a_card_is_in_the_record(tail, inside):
    page = article(after=tail, tail=" ") if inside else article(tail=tail)
    assert record(page).body == "\n\n".join(STORY)


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_a_short_notice_is_not_lost_among_cards(tail):
    short = "V petek, 30. 1. 2026, bo na Dobravi od 8. do 10. ure motena dobava pitne vode."
    page = article(p(short), title="Motena dobava vode na Dobravi", tail=tail)
    assert record(page).body == short


def test_a_sidebar_richer_than_the_item_is_not_the_item():
    links = "".join(f"<li><a href='/{n}'>Kaj se dogaja v kraju {n}</a></li>" for n in range(12))
    sidebar = div(cards(excerpt=EXCERPT), f"<ul>{links}</ul>", cls="desni-stolpec")
    short = "Knjižnica bo v soboto zaprta zaradi popisa gradiva."
    page = document(
        div(div("<h1>Knjižnica bo zaprta</h1>", p(short), cls="levo"), sidebar), title="Knjižnica bo zaprta"
    )
    assert record(page).body == short


def test_a_card_between_paragraphs_is_left_out():
    page = article(p(*STORY[:2]), div(card(OTHERS[0], EXCERPT), cls="vrinek"), p(STORY[2]))
    assert record(page).body == "\n\n".join(STORY)


def test_a_heading_of_the_item_is_no_card():
    page = article(p(STORY[0]), "<h2>Kako naprej</h2>", p(*STORY[1:]))
    assert record(page).body == "\n\n".join([STORY[0], "Kako naprej", *STORY[1:]])


def test_a_linked_heading_to_nowhere_is_no_card():
    assert (
        excluded(article(p(STORY[0]), '<h2><a href="#naprej">Kako naprej zdaj</a></h2>', p(*STORY[1:]), tail=" ")) == []
    )


def test_the_titles_of_cards_are_found():
    assert set(OTHERS) <= set(excluded(article(tail=cards(excerpt=EXCERPT))))


def test_the_lead_is_no_card():
    assert record(article(lead=p(LEAD, cls="uvod"))).lead == LEAD


@pytest.mark.parametrize(
    "names", ["td_related-posts", "comments", "wp-block-comment", "main_nav", "piskotki", "breadcrumb"]
)
def test_sure_names(names):
    assert SURE.search(names)


@pytest.mark.parametrize("names", ["shadow", "canvas", "vsebina", "navodila", "clanek", "unrelated0"])
def test_no_furniture(names):
    assert not SURE.search(names)
    assert not LIKELY.search(names)


PROMPTS = [
    "Preberite tudi: Nov most",
    "PREBERI VEČ",
    "Več novic",
    "Dodaj odgovor",
    "Zadnje osmrtnice",
    "OBVESTILA",
    "Klik TUKAJ",
    "Več iz kraja Lipovec",
    "Oglasno sporočilo",
    "Delite članek",
    "Povezane novice",
    "▶ Berite tudi: Ena",
    "OGLAS",
    "Advert",
    "Anzeige",
    "Publicité",
    "Reklama",
]


@pytest.mark.parametrize("text", PROMPTS)
def test_prompts(text):
    assert is_prompt(text)


@pytest.mark.parametrize(
    "text", ["Preberite knjigo do konca.", "Obvestila so prejeli vsi.", "Novice prihajajo počasi.", "Reklama je draga."]
)
def test_no_prompts(text):
    assert not is_prompt(text)


def test_a_kicker_before_the_link_changes_nothing_about_a_card():
    heads = [f'<h3>Iz naših krajev:<a href="/x/{title[:5]}">{title}</a></h3>' for title in OTHERS]
    box = div(*(div(head, p("Prebivalci so novico sprejeli z veseljem.")) for head in heads))
    assert record(document(div(f"<h1>{TITLE}</h1>", p(*STORY), box))).body == "\n\n".join(STORY)


DATELINES = [
    "20. 11. 2026",
    "26.2.2025 | 12:00 | Ana Primer, foto: Bojan Zgled",
    "petek, 17 oktobra, 2025",
    "Objavljeno 3. 9. 2025 ob 8:00",
    "Posodobljeno: 23. maj 2023",
    "27. januar 2026 ob 9:12",
    "2026-01-27",
    "27/01/2026 - Ana Primer - Promet",
    "Vnos: 27.01.2026 - 18:24 Sprememba: 27.01.2026 - 18:57",
    "Publié le 27 janv. 2026 à 8h01",
    "Branje traja | Objavljeno v torek, 27. januarja 2026, ob 9.12",
    "3 min branja",
    "Čas branja: 3 minute",
    "Slika 1 od 5",
    "00:00 / 03:15",
]


@pytest.mark.parametrize("text", DATELINES)
def test_datelines(text):
    assert is_dateline(text)


@pytest.mark.parametrize(
    "text",
    ["27. januarja 2026 so v Lipovcu odprli most.", "V petek bo deževalo.", "3. mesto je osvojila ekipa Dobrave."],
)
def test_no_datelines(text):
    assert not is_dateline(text)


@pytest.mark.parametrize(
    "text",
    ["NULL", "null", "undefined", "KANNsJH.jpg", "IMG_2031.JPEG", "https://primer.test/a.png", "www.primer.test"],
)
def test_junk(text):
    assert is_junk(text)


@pytest.mark.parametrize("text", ["Novo", "Konec.", "null točk", "slika.jpg je tu"])
def test_no_junk(text):
    assert not is_junk(text)
