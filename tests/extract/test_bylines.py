"""Lines that say who wrote an item are no text of it."""

import pytest

from extract.pages import STORY, TITLE, article, div, json_ld, p, record

BODY = "\n\n".join(STORY)


def signed(name, kind="Person"):
    return json_ld({"@type": "NewsArticle", "headline": TITLE, "author": {"@type": kind, "name": name}})


NAMED = {
    "an element named so": '<div class="byline">Ana Primer je pisala iz Lipovca za Primer</div>',
    "a line in one": '<div class="article-author"><span>Ana Primer</span><p>dopisnica iz Lipovca, Primer</p></div>',
    "with a moment": '<p class="author-name">Piše Ana Primer, 27. januarja 2026 ob 9.12 dopoldne</p>',
}


@pytest.mark.parametrize("line", NAMED.values(), ids=NAMED)
def test_elements_named_as_a_byline(line):
    assert record(article(line, p(*STORY))).body == BODY
    assert record(article(p(*STORY), line)).body == BODY


def test_a_text_in_an_element_named_so_is_still_read():
    assert record(article(div(p(*STORY), cls="author"))).body == BODY


@pytest.mark.parametrize("line", ["Ana Primer", "Lipovec, za Primer piše naša sodelavka Ana Primer"])
def test_a_line_at_the_head_that_names_the_declared_author(line):
    assert record(article(p(STORY[0]), p(line), p(*STORY[1:], "Most je odprt."), head=signed("Ana Primer"))).body == (
        f"{BODY}\n\nMost je odprt."
    )


ABOUT = "Ana Primer je novinarka, ki se ukvarja z mostovi in cestami."


def test_a_paragraph_at_the_end_that_tells_of_the_author():
    assert record(article(p(*STORY, ABOUT), head=signed("Ana Primer"))).body == BODY


STAYS = {
    "nobody declares who wrote it": ([*STORY, ABOUT], ""),
    "who wrote it is written about": ([*STORY[:2], "Z nami je šla Ana Primer.", ABOUT], signed("Ana Primer")),
    "a body speaks for itself": (
        [*STORY, "Za razumevanje se vam zahvaljuje Občina Lipovec."],
        signed("Občina Lipovec", "Organization"),
    ),
    "a name of one word": ([*STORY, "Most je pomemben za Lipovec in okolico."], signed("Lipovec")),
    "a short text": ([STORY[0], ABOUT], signed("Ana Primer")),
}


@pytest.mark.parametrize(("texts", "head"), STAYS.values(), ids=STAYS)
def test_what_stays(texts, head):
    assert record(article(p(*texts), head=head)).body == "\n\n".join(texts)
