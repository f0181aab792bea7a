"""What became of every block of a page."""

import pytest

from extract.pages import LEAD, OTHERS, STORY, TITLE, URL, article, cards, json_ld, p
from newsarchive.extract import Page, read_page
from newsarchive.extract.explain import READ, explain

PAGE = article(
    '<figure><img src="/m.jpg"><figcaption>Most. Foto: Ana Primer</figcaption></figure>',
    p(*STORY, "Vir: PU Celje", "Preberite tudi: še eno vest"),
    cards(),
    lead=p(LEAD, cls="uvod"),
    head=json_ld({"@type": "NewsArticle", "headline": TITLE, "author": {"name": "Ana Primer"}}),
)


@pytest.fixture
def told():
    page = Page(PAGE, URL)
    return explain(page, read_page(page))


def fate_of(told, text):
    return next(block.fate for block in told if text in block.text)


def test_every_block_is_told_once_and_in_order(told):
    page = Page(PAGE, URL)
    assert [(block.number, block.text) for block in told] == list(enumerate(b.text for b in page.outline.blocks))


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        (TITLE, "title"),
        (LEAD, "lead"),
        (STORY[0], "body"),
        (STORY[2], "body"),
        ("Vir: PU Celje", "labelled"),
        ("Preberite tudi", "prompt"),
        ("Foto: Ana Primer", "caption"),
        (OTHERS[0], "card"),
    ],
)
def test_fates(told, text, fate):
    assert fate_of(told, text) == fate


def test_what_was_read_is_the_record(told):
    record = read_page(Page(PAGE, URL))
    for fate in READ:
        said = "\n\n".join(block.text for block in told if block.fate == fate)
        assert said == getattr(record, fate)


def test_fields_stand_at_the_blocks_that_print_them(told):
    fields = {block.text: block.fields for block in told if block.fields}
    assert fields["Vir: PU Celje"] == ("source",)
    assert "images" in fields["Most. Foto: Ana Primer"]
    assert not any(block.fields for block in told if block.fate == "card")


def test_parts_of_a_notice_stand_at_their_paragraph():
    words = "Komunala Lipovec obvešča, da bo v petek, 30. 1. 2026, na območju Dobrave motena dobava vode zaradi del."
    page = Page(article(p(words), title="Motena dobava vode"), "http://primer.test/obvestila/a")
    (block,) = [one for one in explain(page, read_page(page)) if one.text == words]
    assert {"issuer", "area"} <= set(block.fields)


def test_an_empty_page_has_nothing_to_tell():
    assert explain(Page("", URL)) == []
