"""An item's own pictures, with caption and credit apart."""

import pytest
from lxml import html

from extract.pages import STORY, TITLE, article, card, div, document, meta, p, record
from newsarchive.extract.pictures import largest, split_caption

HOST = "http://primer.test"


def pictures(page):
    return [(image.url.removeprefix(HOST), image.caption, image.credit, image.alt) for image in record(page).images]


def within(picture):
    return article(p(STORY[0]), picture, p(*STORY[1:]))


FIGURES = {
    "alone": ('<img src="/m.jpg">', (None, None, None)),
    "alt": ('<img src="/m.jpg" alt="Novi most">', (None, None, "Novi most")),
    "alt is a file name": ('<img src="/m.jpg" alt="KANNsJH.jpg">', (None, None, None)),
    "alt is nothing": ('<img src="/m.jpg" alt="NULL">', (None, None, None)),
    "figure": ('<figure><img src="/m.jpg"><figcaption>Novi most</figcaption></figure>', ("Novi most", None, None)),
    "figure with credit": (
        '<figure><img src="/m.jpg"><figcaption>Novi most (Foto: Ana Primer)</figcaption></figure>',
        ("Novi most", "Ana Primer", None),
    ),
    "credit alone": (
        '<figure><img src="/m.jpg"><figcaption>FOTO: Foto: Ana Primer</figcaption></figure>',
        (None, "Ana Primer", None),
    ),
    "two captions": (
        '<figure><img src="/m.jpg"><figcaption>Novi most</figcaption><figcaption>Foto: Ana '
        "Primer</figcaption></figure>",
        ("Novi most", "Ana Primer", None),
    ),
    "named caption": (
        '<div class="slika"><img src="/m.jpg"><p class="wp-caption-text">Novi most, foto: A. P.</p></div>',
        None,
    ),
    "caption is a file name": (
        '<figure><img src="/m.jpg"><figcaption>KANNsJH.jpg</figcaption></figure>',
        (None, None, None),
    ),
}


@pytest.mark.parametrize(
    ("figure", "words"), [v for v in FIGURES.values() if v[1]], ids=[k for k, v in FIGURES.items() if v[1]]
)
@pytest.mark.parametrize("place", ["in the text", "under the title"])
def test_figures(figure, words, place):
    page = within(figure) if place == "in the text" else article(under=figure)
    assert pictures(page) == [("/m.jpg", *words)]


def test_the_credit_on_a_line_of_its_own_is_the_first_pictures():
    page = article('<img src="/a.jpg">', p(STORY[0]), '<img src="/b.jpg">', p(*STORY[1:], "Foto: Ana Primer"))
    assert [(url, credit) for url, _, credit, _ in pictures(page)] == [("/a.jpg", "Ana Primer"), ("/b.jpg", None)]


SOURCES = {
    '<img src="/m.jpg">': "/m.jpg",
    '<img src="/mala.jpg" data-src="/m.jpg">': "/m.jpg",
    '<img src="data:image/gif;base64,R0lG" data-lazy-src="/m.jpg">': "/m.jpg",
    '<img src="/mala.jpg" srcset="/s.jpg 300w, /m.jpg 1200w, /t.jpg 600w">': "/m.jpg",
    '<img src="/mala.jpg" srcset="/m.jpg 2x, /s.jpg 1x">': "/m.jpg",
    '<img src="/mala.jpg" data-srcset="/s.jpg 300w, /m.jpg 1200w">': "/m.jpg",
    '<img src="/m.jpg" srcset="">': "/m.jpg",
    '<img src="/m.jpg" srcset="/x.jpg ²w, /y.jpg 999999999999w">': "/m.jpg",
    '<img srcset="/m.jpg 300.5w">': "/m.jpg",
    '<img src="data:image/gif;base64,R0lG">': None,
    "<img>": None,
}


@pytest.mark.parametrize(("tag", "address"), SOURCES.items())
def test_the_largest_variant(tag, address):
    assert largest(html.fromstring(tag)) == address


ICONS = [
    "/logo.png",
    "/ikona-fb.png",
    "/avatar/ana.jpg",
    "/pixel.gif",
    "/spacer.gif",
    "/placeholder.png",
    "/emoji/1.png",
    "/img/kriz.gif",
    "/slike/sveca.png",
]


@pytest.mark.parametrize("address", ICONS)
def test_icons_are_no_pictures(address):
    assert pictures(within(f'<img src="{address}">')) == []


@pytest.mark.parametrize("size", ['width="16"', 'height="1"', 'width="40px"', 'width="0"'])
def test_small_ones_are_icons(size):
    assert pictures(within(f'<img src="/m.jpg" {size}>')) == []


@pytest.mark.parametrize(
    "size", ['width="600"', 'width="100%"', 'width="auto"', 'width=""', 'width="²"', f'width="{"9" * 5000}"']
)
def test_odd_sizes_hinder_nobody(size):
    assert len(pictures(within(f'<img src="/m.jpg" {size}>'))) == 1


OTHERS = {
    "in a card": article(tail=card("Gasilci so praznovali", before='<img src="/g.jpg">') * 3),
    "in a card between paragraphs": within(
        div(card("Gasilci so praznovali sto let", "Bilo je veselo ...", before='<img src="/g.jpg">'))
    ),
    "in a list of related items": within(div('<a href="/x"><img src="/g.jpg"></a>', cls="related")),
    "in the header": document('<header><img src="/g.jpg"></header>', div("<h1>Nov most</h1>", p(*STORY))),
    "in the footer": article(tail='<footer><img src="/g.jpg"></footer>'),
    "in a banner": within(div('<a href="/x"><img src="/g.jpg"></a>', cls="oglas")),
    "in the comments": article(after=div('<img src="/g.jpg">', p("Super novica, bravo!"), cls="comments")),
}


@pytest.mark.parametrize("page", OTHERS.values(), ids=OTHERS)
def test_pictures_of_something_else(page):
    assert pictures(page) == []


def test_a_picture_above_the_title_is_the_items():
    above = '<figure><img src="/a.jpg"><figcaption>Novi most</figcaption></figure><div>Promet</div>'
    assert pictures(document(div(above, f"<h1>{TITLE}</h1>", p(*STORY)))) == [("/a.jpg", "Novi most", None, None)]


def test_the_portrait_of_the_author_is_no_picture_of_the_item():
    assert pictures(article(under='<div class="byline"><img src="/ana.jpg"> Ana Primer, Lipovec</div>')) == []


def test_the_declared_picture_is_taken_where_none_is_printed():
    found = record(article(head=meta("og:image", "/m.jpg"), under="<p>Foto: Ana Primer</p>"))
    assert [(image.url, image.credit) for image in found.images] == [(f"{HOST}/m.jpg", "Ana Primer")]
    assert found.evidence["images"] == "meta:og:image"


def test_the_portals_emblem_is_no_declared_picture():
    assert pictures(article(head=meta("og:image", "/logo-og.png"))) == []


def test_a_picture_printed_twice_is_one():
    assert len(pictures(article('<img src="/m.jpg">', p(*STORY), '<img src="/m.jpg">', p(STORY[0])))) == 1


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("Novi most", ("Novi most", None)),
        ("Novi most. Foto: Ana Primer", ("Novi most.", "Ana Primer")),
        ("Novi most | FOTO: Foto: Ana Primer", ("Novi most", "Ana Primer")),
        ("Novi most (Foto: arhiv)", ("Novi most", "arhiv")),
        ("Foto: Ana Primer", (None, "Ana Primer")),
        ("Novi most / Vir: Občina", ("Novi most", "Občina")),
        ("", (None, None)),
        ("Fotografija: Ana Primer/Dnevnik", (None, "Ana Primer/Dnevnik")),
    ],
)
def test_captions_and_credits(printed, parts):
    assert split_caption(printed) == parts


def test_a_caption_as_long_as_an_article_is_none():
    assert (
        pictures(within(f'<figure><img src="/m.jpg"><figcaption>{"beseda " * 400}</figcaption></figure>'))[0][1] is None
    )


def test_thousands_of_pictures_are_quickly_read():
    many = "".join(f'<div><img src="/{n}.jpg"></div><p>{STORY[0]}</p>' for n in range(3000))
    assert len(record(article(many)).images) == 3000


def test_a_credit_on_a_line_below_its_figure_is_that_pictures():
    shown = '<figure><img src="/a.jpg"><figcaption>Prvi</figcaption></figure><p>Foto: Ana Primer</p>'
    plain = '<figure><img src="/b.jpg"><figcaption>Drugi</figcaption></figure>'
    images = record(article(p(STORY[0]), plain, p(STORY[1]), shown)).images
    assert [(image.caption, image.credit) for image in images] == [("Drugi", None), ("Prvi", "Ana Primer")]


def test_a_folder_that_holds_all_files_of_a_portal_says_nothing_of_a_picture():
    assert [url for url, *_ in pictures(within('<img src="/sites/default/files/most.jpg">'))] == [
        "/sites/default/files/most.jpg"
    ]
    assert pictures(within('<img src="/slike/default.jpg">')) == []
