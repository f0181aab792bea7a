"""What is surely furniture is one block, unless the page may say something there."""

import pytest

from extract.pages import OTHERS, STORY, TITLE, URL, article, card, cards, div, document, p
from newsarchive.extract import Page, judge, learn, read, read_page, sight
from newsarchive.extract.explain import explain
from newsarchive.extract.folding import text_of
from newsarchive.items import Site

TEASERS = div(*(card(title) for title in OTHERS), cls="related")
MENU = div("<ul>", *(f"<li><a href='/{n}'>Rubrika {n}</a></li>" for n in range(6)), "</ul>", cls="footer-links")


def folds(html):
    outline = Page(html, URL).outline
    return [text_of(outline, block) for block in outline.blocks if not block.text]


@pytest.mark.parametrize("box", [TEASERS, MENU], ids=["teasers", "a menu"])
def test_furniture_is_one_block(box):
    page = Page(article(tail=box), URL)
    folded, whole = page.outline, page.whole
    assert len(folds(article(tail=box))) == 1
    assert len(folded.blocks) < len(whole.blocks)
    assert len(folded.nodes) < len(whole.nodes)


WALKED = {
    "it holds the title": div(f"<h1>{TITLE}</h1>", p(*STORY[:2]), "<b></b>" * 6, cls="promo"),
    "it is small": article(tail=div("<p>Piše <a href='/a'>Ana Primer</a></p>", cls="social")),
    "it has another name, too": article(tail=div(*(card(title) for title in OTHERS), cls="byline social")),
    "it is named as the text": article(tail=div(*(card(title) for title in OTHERS), cls="article-body promo")),
    "it ends an article": document(
        "<article>", p(*STORY), f"<footer>{'<p>Vir: <b>STA</b></p>' * 4}</footer></article>"
    ),
    "it says as much as an item": article(
        tail=div(p(*(" ".join(STORY) for _ in range(3))), "<b></b>" * 3, cls="promo")
    ),
}


@pytest.mark.parametrize("html", WALKED.values(), ids=WALKED)
def test_what_may_say_something_is_walked_through(html):
    assert folds(html) == []


def test_furniture_with_nearly_all_prose_of_a_page_is_none():
    box = div(f"<h2>{TITLE}</h2>", p(*STORY), *("<i></i>" for _ in range(6)), cls="teaser")
    page = Page(document(box), URL)
    assert page.outline is page.whole
    assert read_page(page).body == "\n\n".join(STORY)


def test_lists_are_told_by_what_stands_inside_furniture():
    boxes = [div(card(f"{title} v Lipovcu", STORY[0]), "<i></i>" * 6, cls="teaser") for title in OTHERS]
    html = document("<h1>Novice</h1>", p(*STORY), *boxes, title="Novice")
    assert folds(html)
    assert judge(Page(html, "http://primer.test/novice/")) == "list"


def test_titles_before_any_text_make_a_list():
    boxes = [div(card(title), "<i></i>" * 6, cls="teaser") for title in OTHERS]
    html = document("<main><h1>Obvestila</h1>", *boxes, p(*STORY * 3), "</main>", title="Obvestila")
    assert judge(Page(html, "http://primer.test/obvestila/")) == "list"


@pytest.mark.parametrize("field", ["body", "remove", "section"])
def test_selectors_of_a_site_find_what_stands_inside_furniture(field):
    box = div("<b></b>" * 6, div(p(*STORY[1:]), cls="jedro"), cls="promo")
    site = Site("primer", "http://primer.test/", selectors={field: ".jedro"})
    page = Page(article(tail=box), URL)
    record = read_page(page, site=site)
    assert all(block.text for block in page.reading.outline.blocks)
    assert field != "body" or record.body == "\n\n".join(STORY[1:])


def test_what_was_folded_is_shown_as_furniture():
    told = explain(Page(article(tail=TEASERS), URL))
    assert ("furniture", " ".join(OTHERS)) in [(one.fate, one.text) for one in told]


def test_pictures_and_tags_inside_are_nobodys():
    teaser = card(OTHERS[0]) + "<img src='/x.jpg'><a rel='tag' href='/t'>Šolstvo</a>"
    record = read(article(tail=div(teaser * 3, cls="related"), under="<a rel='tag' href='/m'>Mostovi</a>"), URL)
    assert (record.images, record.tags) == ([], ["Mostovi"])


def test_the_way_from_the_front_page_is_read_inside_furniture():
    way = "<div class='breadcrumbs'><a href='/'>Domov</a> » <a href='/k'>Kultura</a></div>"
    menu = div("<ul>", "<li><a href='/x'>Rubrika</a></li>" * 6, "</ul>", way, cls="navbar")
    html = document(menu, f"<h1>{TITLE}</h1>", p(*STORY))
    assert folds(html)
    assert read(html, URL).section == "Kultura"


def test_templates_are_learned_from_whole_pages():
    pages = [
        Page(article(p(f"Vest {n}. {STORY[0]}"), title=f"Naslov številka {n}", tail=cards() + TEASERS), f"{URL}-{n}")
        for n in range(10)
    ]
    template = learn(sight(page) for page in pages)
    assert any("related" in place and "h3" in place for place in template.known)
    read_page(pages[0], template=template)
    assert all(block.text for block in pages[0].reading.outline.blocks)
