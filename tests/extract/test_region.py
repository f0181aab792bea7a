"""Which blocks of a page are the item's own."""

import pytest

from extract.pages import FOOTER, HEADER, OTHERS, STORY, TITLE, URL, article, div, document, p, reading, record
from newsarchive.extract import Page, read_page
from newsarchive.extract.marks import naming
from newsarchive.extract.region import is_prose
from newsarchive.items import Site

BODY = "\n\n".join(STORY)

LAYOUTS = {
    "main and article": document(HEADER, f"<main><article><h1>{TITLE}</h1>{p(*STORY)}</article></main>", FOOTER),
    "bare paragraphs": document(f"<h1>{TITLE}</h1>", p(*STORY)),
    "title outside the body's element": document(div(f"<h1>{TITLE}</h1>"), div(p(*STORY))),
    "title in the header": document(f"<header><h1>{TITLE}</h1></header>", div(p(*STORY))),
    "named body": document(
        HEADER,
        f"<h1>{TITLE}</h1>",
        div(p(*STORY), cls="entry-content"),
        div(p("Oglas za vse, ki radi berejo knjige."), cls="oglas"),
    ),
    "paragraphs by line breaks": document(f"<h1>{TITLE}</h1>", f"<div>{'<br><br>'.join(STORY)}</div>"),
    "an old table": document(
        f"<table><tr><td><a href='/'>Domov</a></td></tr><tr><td><h1>{TITLE}</h1>{p(*STORY)}</td><td><a "
        f"href='/x'>Vreme</a></td></tr></table>"
    ),
    "divs for paragraphs": document(f"<h1>{TITLE}</h1>", div(*(f"<div>{text}</div>" for text in STORY))),
    "an article named as a list": document(f"<h1>{TITLE}</h1>", div(p(*STORY), cls="info card-list")),
    "paragraphs in boxes of their own": document(
        f"<h1>{TITLE}</h1>", div(*(div(p(text), cls="odsek") for text in STORY))
    ),
}


@pytest.mark.parametrize("page", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(page):
    assert record(page).body == BODY


AROUND = {
    "comments": div(
        p("Super novica, bravo vsi skupaj, res lepo."), p("Tudi jaz sem bil tam in je bilo lepo."), cls="comments"
    ),
    "consent": div(p("Ta stran uporablja piškotke za boljšo izkušnjo vseh obiskovalcev."), cls="cookie-notice"),
    "newsletter": div(p("Vpišite svoj naslov in prejmite novice vsak dan."), cls="newsletter"),
    "a footer": "<footer><p>Dnevnik izdaja zavod Primer, ki ima sedež v Lipovcu.</p></footer>",
    "navigation": "<nav><a href='/a'>Novice</a> <a href='/b'>Šport</a></nav>",
    "a form": "<form><p>Za komentiranje se morate prijaviti s svojim imenom.</p><input></form>",
    "a menu of links": "<ul>" + "".join(f"<li><a href='/{n}'>Rubrika {n}</a></li>" for n in range(30)) + "</ul>",
    "sharing": div("<a href='#'>Deli</a> <a href='#'>Tvitni</a>", cls="share-buttons"),
    "names of the dead": div(
        "<h3>Zadnje osmrtnice</h3>", "<ul><li>Ana Primer</li><li>Bojan Zgled</li></ul>", cls="pokojni"
    ),
    "weather": div("<p>Danes bo sončno, jutri pa se bo pooblačilo in deževalo.</p>", cls="vreme widget"),
}


@pytest.mark.parametrize("part", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize("place", ["above", "inside", "below"])
def test_what_stands_around_is_left_out(part, place):
    pages = {
        "above": document(part, HEADER, f"<h1>{TITLE}</h1>", div(p(*STORY)), FOOTER),
        "inside": article(p(*STORY), part),
        "below": article(tail=part),
    }
    assert record(pages[place]).body == BODY


def test_a_page_whose_every_element_is_named_as_furniture_is_still_read():
    assert record(document(div(f"<h1>{TITLE}</h1>", p(*STORY), cls="widget sidebar"))).body == BODY


def test_the_title_printed_again_ends_the_body():
    page = document(
        f"<h1>{TITLE}</h1>", div(p(*STORY), f"<p>{TITLE}</p>", p("Ostalo besedilo, ki ne spada več sem noter."))
    )
    assert record(page).body == BODY


def test_the_declared_text_helps_to_find_the_body():
    other = div(p(*[f"{text} {text} {text}" for text in STORY[::-1]]))
    declared = (
        f"<script "
        f'type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2026-01-27","articleBody":"{BODY[:200]}"}}</script>'
    )
    page = document(div(f"<h1>{TITLE}</h1>"), other, div(p(*STORY)), head=declared)
    assert STORY[0] in (record(page).body or "")


def test_the_site_says_where_the_body_is_and_what_is_not():
    page = Page(article(p(STORY[0]), div(p(STORY[1]), cls="posebno"), p(STORY[2])), URL)
    site = Site("primer", "http://primer.test/", selectors={"body": ".vsebina", "remove": ".posebno"})
    assert read_page(page, site=site).body == f"{STORY[0]}\n\n{STORY[2]}"


def test_selectors_that_find_nothing_change_nothing():
    site = Site("primer", "http://primer.test/", selectors={"body": ".ni", "remove": ":::", "title": "#ni"})
    assert read_page(Page(article(), URL), site=site).body == BODY


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("entry-content", "body"),
        ("td-related", "sure"),
        ("wp-caption", "caption"),
        ("sidebar", "likely"),
        ("article-author", "byline"),
        ("intro hidden", "likely"),
        ("entry-content hidden md:block", "body"),
        ("vsebina", None),
        ("uvod", None),
    ],
)
def test_names(names, kind):
    assert naming(names) == kind


def test_prose():
    blocks = reading(
        document(p("Cesta je spet odprta.", "Zadnje novice", "<a href='/x'>Cesta je spet odprta za vse.</a>"))
    ).outline.blocks
    assert [is_prose(block) for block in blocks] == [True, False, False]


def test_an_empty_page_has_an_empty_region():
    region = reading("<html></html>").region
    assert list(region.own()) == []
    assert (region.title, region.start, region.stop) == (None, 0, 0)


def test_an_item_printed_twice_is_read_once():
    hidden = div(f"<h2>{TITLE}</h2>", f"<div>{' '.join(STORY)}</div>")
    assert record(document(div(f"<h1>{TITLE}</h1>", p(*STORY), hidden))).body == "\n\n".join(STORY)


def test_another_article_element_is_another_item():
    own = f"<article><h1>{TITLE}</h1>{p(*STORY, *STORY[::-1])}</article>"
    other = (
        f"<article><h1>{OTHERS[0]}</h1>{div(p(*(f'{text} Tudi tu.' for text in STORY)), cls='article-body')}</article>"
    )
    assert "Tudi tu" not in (record(document("<main>", own, other, "</main>")).body or "")


def test_short_cells_do_not_speak_against_the_text_around_their_table():
    rows = "".join(f"<tr><td>{number}</td><td>Ana</td></tr>" for number in range(300))
    own = div(p(*STORY[:2]), f"<table>{rows}</table>", p(STORY[2], *STORY[:2]), cls="article-body")
    beside = p(*(f"{text} V stolpcu." for text in STORY[:2]))
    body = record(document(f"<h1>{TITLE}</h1>", own, f'<aside class="sidebar">{beside}</aside>')).body or ""
    assert STORY[0] in body
    assert "V stolpcu" not in body


def around(title, excerpt):
    """A card as script frameworks print it: the link holds picture, rubric and title, not the excerpt."""
    link = f'<a href="/x/{title[:5]}"><img src="/s.png" alt=""><span>Novice</span><h3>{title}</h3></a>'
    return f'<div class="css-1a">{link}<p>{excerpt}</p><span>pred 3 dnevi</span></div>'


EXCERPT = "Sveče so dali v trgovini pri cerkvi, kjer so jih kupili že lani in predlani,…"
COMMENT = "<div><strong>Romana</strong> <span>21. 11. 2026, 15:17</span><p>Lepo, da pišete o tem.</p></div>"
BOXES = {
    "cards in links, under a heading": div("<h4>Več iz rubrike</h4>", *(around(title, EXCERPT) for title in OTHERS)),
    "cards in links": div(*(around(title, EXCERPT) for title in OTHERS)),
    "comments under a heading": f"<section><h4>Komentarji (2)</h4>{COMMENT * 2}</section>",
    "an invitation": div(
        "<h4>Ostanite na tekočem</h4>", p("Vsako jutro vam pošljemo pet novic."), "<form><input></form>"
    ),
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_boxes_without_telling_names_are_left_out(box):
    text = div(p(*STORY))
    assert record(document(f"<main><article><h1>{TITLE}</h1>{text}{box}</article></main>")).body == BODY
    inside = div(p(STORY[0]), box, p(*STORY[1:]))
    assert record(document(f"<main><article><h1>{TITLE}</h1>{inside}</article></main>")).body == BODY


LINES = [
    "Ana Primer, Bor Zgled10. november 2026 ob 11.42",
    "Zbralo se je veliko domačinov z Gore<br>Foto: osebni arhiv",
]


@pytest.mark.parametrize("line", LINES)
def test_bylines_and_captions_without_telling_names_are_left_out(line):
    assert record(article(f"<div>{line}</div>", p(*STORY))).body == BODY


def test_paragraphs_can_be_boxes_of_one_class():
    links = '<div><a href="/x">Tiskaj</a></div>' * 40
    boxes = [f'<div class="odst">{text}</div>' for text in STORY]
    assert record(document(f"<h1>{TITLE}</h1>", div(boxes[0], links, *boxes[1:]))).body == BODY


def test_what_holds_the_text_is_no_furniture_though_it_is_named_like_it():
    first = div(div(p(*STORY), cls="article-body"), cls="grid grid-items-2")
    more = [f"Tudi tam {text} In še malo več o tem, kar se je dogajalo tisti dan." for text in STORY * 2]
    second = div(div(p(*more), cls="article-body"), cls="grid grid-items-2")
    body = record(document(f"<article><h1>{TITLE}</h1>{first}{second}</article>")).body or ""
    assert body.startswith(BODY)
    assert more[-1] in body


def test_an_element_named_as_the_text_that_holds_the_title_is_the_item():
    rows = "".join(f"<tr><td>{number}</td><td>Ana Primer</td></tr>" for number in range(40))
    own = div(f"<h1>{TITLE}</h1>", p(STORY[2]), f"<table>{rows}</table>", cls="article-body")
    beside = f'<aside class="sidebar">{p(*(f"{text} V stolpcu." for text in STORY[:2]))}</aside>'
    assert "V stolpcu" not in (record(document(div(own, beside))).body or "")


BESIDE = {
    "a box that is hidden": div("<h4>Za naročnike</h4>", p(STORY[0]), cls="intro hidden"),
    "a line in a figure": f"<figure><p>{OTHERS[0]} in še kaj</p></figure>",
    "what a picture shows, and who took it": '<div><img src="/a.jpg"><p>Most zvečer</p><p>BOJAN ZGLED</p></div>',
    "a question whether to show what comes from elsewhere": p(
        "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden."
    ),
    "a call to order a newsletter": p("Vsako jutro pet novic: naročite se na naš novičnik in bodite obveščeni."),
    "an advertisement's label": p("Publicité"),
}


@pytest.mark.parametrize("box", BESIDE.values(), ids=BESIDE)
def test_what_stands_between_paragraphs_is_left_out(box):
    assert record(article(p(STORY[0]), box, p(*STORY[1:]))).body == BODY


ENDS = {
    "a line that announces something": p("Dogajanje lahko spremljate tudi v neposrednem prenosu:"),
    "a list whose every entry leads elsewhere": "<h3>Še to</h3><ul>"
    + "".join(f'<li>Zanimivo je tudi, kako je bilo drugod: <a href="/x">{title}</a></li>' for title in OTHERS)
    + "</ul>",
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_what_stands_below_the_text_is_left_out(end):
    assert record(article(p(*STORY), end)).body == BODY


CONTACTS = "<ul>" + "<li>Za vprašanja: <a href='mailto:a@primer.test'>a@primer.test</a></li>" * 3 + "</ul>"
LINKS = "".join(f'<li>Na voljo je tudi razpis, ki ga najdete tukaj: <a href="/x">{title}</a></li>' for title in OTHERS)


def test_a_closing_list_of_addresses_to_write_to_stays():
    assert (record(article(p(*STORY), CONTACTS)).body or "").count("a@primer.test") == 3


def test_a_list_that_is_the_whole_text_stays():
    assert (record(article(f"<ul>{LINKS}</ul>")).body or "").count("razpis") == len(OTHERS)


SAYING = {
    "a sentence that is mostly a link": p('O tem so <a href="/x">pisali že lani, ko so začeli graditi</a>.'),
    "an address to write to": p('Kontakt: <a href="mailto:info@primer.test">info@primer.test</a>'),
    "a subheading with a name of its own": '<h3 class="widget-title">Kaj zdaj</h3>',
    "a quotation in a figure": "<figure><blockquote>»To je naš most.«</blockquote></figure>",
}


@pytest.mark.parametrize("line", SAYING.values(), ids=SAYING)
def test_what_says_something_between_paragraphs_stays(line):
    assert len(record(article(p(STORY[0]), line, p(*STORY[1:]))).body.split("\n\n")) == len(STORY) + 1


def test_a_last_paragraph_of_many_links_stays():
    last = f'Že lani je <a href="/x">{STORY[0]}</a> veljala posebna zapora ceste v obe smeri.'
    assert "posebna zapora" in (record(article(p(*STORY, last))).body or "")
