"""What a page is before it is read."""

import pytest

from extract.pages import (
    FOOTER,
    HEADER,
    LEAD,
    OTHERS,
    STORY,
    TITLE,
    URL,
    article,
    card,
    cards,
    div,
    document,
    json_ld,
    meta,
    p,
)
from newsarchive.extract import Page, judge, read_page
from newsarchive.items import Site

HOST = "http://primer.test"
EXCERPT = (
    "Na Dobravi so včeraj odprli novo telovadnico, ki bo učencem na voljo že jeseni. Slavje je trajalo ves dan in ..."
)
DAY = "<p>27. januar 2026</p>"
TITLES = (*OTHERS, "Občina bo obnovila vodovod", "V nedeljo pohod na Lipni vrh", "Zbor krajanov v Zabrdu")
TAIL = (
    cards(excerpt=EXCERPT)
    + div("<h3>OBVESTILA</h3>", *(card(title) for title in TITLES))
    + div("<h3>Zadnje osmrtnice</h3><p>Ana Primer</p><p>Bojan Zgled</p>")
)


def verdict(html, path="/novice/nov-most-v-lipovcu", **more):
    return judge(Page(html, HOST + path), **more)


def listing(title="Novice", *, excerpt=EXCERPT, before="", level="h2"):
    return document(
        HEADER,
        f"<h1>{title}</h1>",
        div(*(card(name, excerpt, before=before, level=level) for name in TITLES)),
        FOOTER,
        title=title,
    )


SHORT = p("V petek bo med 8. in 10. uro na Dobravi motena dobava pitne vode.")
ITEMS = {
    "an article": (article(under=DAY, tail=TAIL), "/novice/nov-most"),
    "an article with a date in its markup": (
        article(head=meta("article:published_time", "2026-01-27")),
        "/novice/nov-most",
    ),
    "an article without a date, with a telling address": (article(p(*STORY * 2)), "/novice/nov-most-v-lipovcu"),
    "an article without a date, with a number": (article(p(*STORY * 2)), "/clanek?id=12345"),
    "a short notice with a big tail": (
        article(SHORT, title="Motena dobava vode", tail=TAIL),
        "/obvestila/motena-dobava-vode",
    ),
    "a short notice with a big sidebar": (
        document(
            HEADER,
            div(div("<h1>Motena dobava vode</h1>", DAY, SHORT), div(TAIL, cls="desno")),
            FOOTER,
            title="Motena dobava vode",
        ),
        "/novice/voda",
    ),
    "an obituary of two sentences": (
        article(
            p("Zapustila nas je naša draga Ana Primer.", "Pogreb bo v petek ob 15. uri v Podgaju."),
            title="Ana Primer",
            tail=TAIL,
        ),
        "/osmrtnice/ana-primer",
    ),
    "an article that only the markup calls one": (
        article(
            p("Most je odprt."),
            head=json_ld({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-01-27"}),
        ),
        "/a",
    ),
    "an article with subheadings": (
        article(DAY, *(f"<h2>{title}</h2>{p(text)}" for title, text in zip(OTHERS, STORY, strict=True))),
        "/novice/a",
    ),
    "an article about cookies": (
        article(under=DAY, title="Piškotki na spletu: kaj so in kako jih peči"),
        "/novice/piskotki-na-spletu",
    ),
    "an article with 404 in its text": (
        article(p("Na cesti 404 je ni bilo mogoče najti.", *STORY), under=DAY),
        "/novice/a",
    ),
}


@pytest.mark.parametrize(("page", "path"), ITEMS.values(), ids=ITEMS)
def test_items(page, path):
    assert verdict(page, path) == "item"


LISTS = {
    "a section with excerpts": (listing(), "/novice"),
    "a section without excerpts": (listing(excerpt=""), "/novice"),
    "a section with dates": (listing(before="<p>27. 1. 2026</p>"), "/novice"),
    "a second page": (listing(), "/novice/page/2"),
    "a tag": (listing("Oznaka: most"), "/oznaka/most-v-lipovcu"),
    "a municipality": (listing("Občina Lipovec"), "/obcina/lipovec"),
    "an author": (listing("Ana Primer"), "/avtor/ana-primer"),
    "a day": (listing("27. januar 2026"), "/2026/01/27"),
    "a search": (listing("Rezultati iskanja"), "/iskanje?q=most"),
    "declared as a collection": (
        listing().replace("</head>", json_ld({"@type": "CollectionPage", "name": "Novice"}) + "</head>"),
        "/novice-iz-lipovca",
    ),
    "the front page": (document(HEADER, div(*(card(title, EXCERPT) for title in TITLES)), FOOTER, title="Primer"), "/"),
    "the front page with a story on top": (
        document(HEADER, div(f"<h1>{TITLE}</h1>", DAY, p(LEAD)), cards(TITLES), FOOTER),
        "/",
    ),
    "links only": (
        document(
            "<h1>Arhiv novic</h1><ul>",
            *(f'<li><a href="/n/{n}">{title} v Lipovcu</a></li>' for n, title in enumerate(TITLES)),
            "</ul>",
        ),
        "/arhiv",
    ),
    "old rows": (
        document(
            "<table>",
            *(f'<tr><td><a href="/n/{n}">{title} v kraju</a><br>{EXCERPT}</td></tr>' for n, title in enumerate(TITLES)),
            "</table>",
        ),
        "/novice.php",
    ),
}


@pytest.mark.parametrize(("page", "path"), LISTS.values(), ids=LISTS)
def test_lists(page, path):
    assert verdict(page, path) == "list"


ABOUT = p(
    "Dnevnik Primer izhaja od leta 1990 in poroča o življenju v Lipovcu in okolici, o ljudeh in dogodkih.",
    "Pišite nam na urednistvo pri Primeru.",
)
CALENDAR = (
    "<table>"
    + "".join(
        f"<tr>{''.join(f'<td><a href=/koledar/{n}>{n}</a></td>' for n in range(week, week + 7))}</tr>"
        for week in (1, 8, 15)
    )
    + "</table>"
)
OTHER = {
    "about us": (document(HEADER, "<h1>O nas</h1>", ABOUT, FOOTER, title="O nas | Primer"), "/o-nas"),
    "contact": (document(HEADER, "<h1>Kontakt</h1>", ABOUT, FOOTER, title="Kontakt"), "/kontakt"),
    "terms": (document(HEADER, "<h1>Pogoji uporabe</h1>", p(*STORY * 5), FOOTER, title="Pogoji"), "/pogoji-uporabe"),
    "a calendar": (document(HEADER, "<h1>Koledar</h1>", CALENDAR, FOOTER, title="Koledar"), "/koledar/2026/01"),
    "a page that says little": (document("<h1>Prijava</h1><form><p>Vpišite ime.</p></form>"), "/uporabnik"),
    "text without a title": (document(p(STORY[0]), title=""), "/x"),
}


@pytest.mark.parametrize(("page", "path"), OTHER.values(), ids=OTHER)
def test_other_pages(page, path):
    assert verdict(page, path) == "other"


MISSING = {
    "Stran ne obstaja": "Strani, ki jo iščete, nismo našli.",
    "404": "Žal nam je.",
    "Napaka 404 – Primer": "Poskusite z iskalnikom, ki je na vrhu strani.",
    "Page not found": "Sorry, but there is nothing here.",
    "Članek ni bil najden": "Morda vas zanima kaj drugega.",
    "Vsebina ni na voljo": "Vrnite se na prvo stran.",
}


@pytest.mark.parametrize(("title", "text"), MISSING.items())
@pytest.mark.parametrize("tail", ["", TAIL], ids=["alone", "with cards"])
def test_pages_that_are_not_there(title, text, tail):
    page = document(HEADER, div(f"<h1>{title}</h1>", p(text)), tail, FOOTER, title=f"{title} | Primer")
    assert verdict(page) == "missing"


WALL = "Spletno mesto uporablja piškotke. Za nadaljevanje potrebujemo vašo privolitev. Več o tem v politiki zasebnosti."
CONSENT = {
    "a wall": document(f"<h1>Soglasje za piškotke</h1>{p(WALL)}<button>Sprejmem</button>", title="Primer"),
    "a wall without a heading": document(p(WALL), title="Primer"),
    "an English wall": document(
        "<h1>We value your privacy</h1>" + p("We use cookies. Please give your consent to cookies.")
    ),
}


@pytest.mark.parametrize("page", CONSENT.values(), ids=CONSENT)
def test_walls_of_consent(page):
    assert verdict(page) == "consent"


def test_a_consent_box_over_an_article_hides_nothing():
    page = article(under=DAY).replace("<body>", "<body>" + div(p(WALL), cls="cookie-consent"))
    assert verdict(page) == "item"


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<html></html>",
        "<html><head><title>Primer</title></head><body></body></html>",
        "<body><div> &nbsp; </div><script>x</script>",
    ],
)
def test_empty_pages(html):
    assert verdict(html) == "empty"


def test_the_site_decides_between_item_and_list():
    site = Site("primer", HOST, items={"article": r"^/n/\d+$"})
    assert verdict(article(), "/n/12", site=site) == "item"
    assert verdict(article(under=DAY), "/novice/nov-most", site=site) != "item"
    assert verdict(listing(), "/novice", site=site) == "list"
    assert verdict("<html></html>", "/n/12", site=site) == "empty"


def test_judging_and_reading_share_their_work():
    page = Page(article(under=DAY), URL)
    judge(page)
    begun = page.reading
    read_page(page)
    assert page.reading is begun


def test_another_site_begins_anew():
    page = Page(article(under=DAY), URL)
    assert read_page(page).site == "primer.test"
    assert read_page(page, site=Site("primer", HOST)).site == "primer"


def test_a_live_line_above_the_heading_of_a_list_makes_no_item_of_it():
    live = div(
        "V živo Trenutno bere 31 ljudi, v Lipovcu je 6 stopinj, Lipnica na vodomeru 113 centimetrov. 27. 1. 2026"
    )
    page = document(f"<header>{live}</header>", "<h1>Šport</h1>", div(*(card(name, EXCERPT) for name in TITLES)))
    assert verdict(page, "/sport") == "list"


@pytest.mark.parametrize("path", ["/rubrika/sport", "/oznake/nov-most", "/category/kultura/"])
def test_a_short_list_of_a_rubric_is_no_item(path):
    page = Page(
        article(DAY, cards(OTHERS[:2]), p("Poslušajte nas na 97,3 MHz, naš studio je na Glavnem trgu.")), HOST + path
    )
    assert judge(page) != "item"
    assert judge(Page(article(DAY, p(*STORY)), f"{HOST}/tema/nov-most-cez-savo-je-odprt")) == "item"


@pytest.mark.parametrize("path", ["/tema/nov-most", "/kategorija/umrl-janez-novak"])
def test_what_says_that_it_is_an_item_is_one_under_the_address_of_a_rubric(path):
    told = json_ld({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-01-27"})
    assert judge(Page(article(DAY, p(*STORY), head=told), HOST + path)) == "item"
    assert judge(Page(article(DAY, cards(OTHERS[:2]), p(STORY[0])), f"{HOST}/oznake/%C4%8Debele")) != "item"
