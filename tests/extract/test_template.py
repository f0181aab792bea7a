"""Templates: what many pages of one portal tell of each of them."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.extract import Page, Template, judge, learn, read_page, reader_version, sight
from newsarchive.extract.context import Reading
from newsarchive.extract.learning import FEWEST_PAGES, MOST_PLACES, joined
from newsarchive.extract.template import mark_of
from newsarchive.items import Site
from tests.extract.pages import OTHERS, STORY, article, document, p
from tests.extract.portals import SIDE, notice, page, taught

TABLE = [notice(number)[1] for number in range(12)]
LEARNED = taught(TABLE)
LINE = "Danes od 10. do 13. ure bo na Cesti talcev motena oskrba z vodo."


def body(html, template=None):
    return read_page(page(3, html), template=template).body


def story(number, *more, title=None, side=SIDE):
    """An item in an element without a telling name, beside a column without one."""
    text = [f"{sentence} To je bilo {number}. tega leta." for sentence in STORY]
    main = f'<div class="a"><h1>{title or f"Novica {number}"}</h1><div class="b">{p(*text, *more)}</div></div>'
    return document(main, f'<div class="c">{p(*side)}</div>', title=title or f"Novica {number}")


STORIES = [story(number) for number in range(12)]


# What it is for


def test_a_column_of_prose_beside_a_notice_of_one_line_is_taken_for_its_text_where_the_page_stands_alone():
    assert all(line in body(TABLE[3]) for line in SIDE)


def test_with_what_other_pages_have_taught_the_notice_is_read_right():
    assert [body(html, LEARNED) for html in TABLE] == [
        f"Danes od {n % 5 + 7}. do 13. ure bo na {notice(n)[0][17:]} motena oskrba z vodo." for n in range(12)
    ]


def test_a_notice_that_was_not_among_those_pages_is_read_right_too():
    new = notice(13, text="Danes bo na Aškerčevi cesti motena oskrba.")[1]
    assert body(new, LEARNED) == "Danes bo na Aškerčevi cesti motena oskrba."


def test_what_is_new_at_a_place_of_furniture_is_furniture():
    news = ("Na občini so danes predstavili načrt za novo čistilno napravo ob Lipnici.", *SIDE[:4])
    assert body(notice(3, side=news)[1], LEARNED) == LINE


def test_without_a_text_nothing_else_becomes_the_text():
    assert not body(notice(3, text="<img src=x>")[1], LEARNED)


def test_the_marks_say_why_a_block_was_left_out():
    reading = Reading(page(3, TABLE[3]), None, LEARNED)
    assert reading.region.marks.count("template") == len(SIDE) + 1
    assert reading.region.fitting.fits


def test_a_text_is_kept_where_its_elements_have_names_of_furniture():
    pages = [html.replace('class="b"', 'class="b box"') for html in STORIES]
    template = taught(pages)
    short = pages[0].replace(
        p(*[f"{one} To je bilo 0. tega leta." for one in STORY]), "<p>Danes ni novic iz kraja.</p>"
    )
    assert body(short, template) == "Danes ni novic iz kraja."


def test_verdicts_are_reached_with_the_template_too():
    wall = document(f'<div class="c">{p(*SIDE)}</div>', title="Novica")
    assert judge(page(1, TABLE[1]), template=LEARNED) == "item"
    assert judge(page(1, wall), template=LEARNED) == judge(page(1, wall))


def untitled(number, *, logo="", mark="{}"):
    """A page whose title names the portal; the item's is only printed, as any other line."""
    title, html = notice(number)
    html = html.replace(f"<title>{title}", "<title>Občina Lipovec")
    return title, html.replace(f"<b>{title}</b><br><br>", mark.format(title) + "<br><br>").replace(
        "<table", f"{logo}<table", 1
    )


@pytest.mark.parametrize("logo", ["", "<div>Občina Lipovec</div>", '<a href="/">Občina Lipovec</a><hr>'])
@pytest.mark.parametrize("mark", ["<b>{}</b>", "<p>{}</p>", "<p><font size=4>{}</font></p>"])
def test_a_title_that_no_markup_tells_is_the_line_with_which_the_text_begins(logo, mark):
    pages = [untitled(number, logo=logo, mark=mark) for number in range(12)]
    template = taught([html for _, html in pages])
    for number, (title, html) in enumerate(pages):
        record = read_page(page(number, html), template=template)
        assert (record.title, record.evidence["title"]) == (title, "template")
        assert record.body == f"Danes od {number % 5 + 7}. do 13. ure bo na {title[17:]} motena oskrba z vodo."
        assert read_page(page(number, html)).title == "Občina Lipovec"


@pytest.mark.parametrize("logo", ["", "<div>Občina Lipovec</div>"])
def test_a_page_without_such_a_line_keeps_the_title_that_it_has(logo):
    pages = [untitled(number, logo=logo, mark="")[1] for number in range(12)]
    assert read_page(page(3, pages[3]), template=taught(pages)).title == "Občina Lipovec"


# What it leaves alone


def test_a_heading_that_many_items_share_is_their_title():
    pages = [
        story(number, title="Obvestilo").replace('<div class="b">', '<div class="b"><p>Zapora ceste</p>')
        for number in range(12)
    ]
    assert read_page(page(3, pages[3]), template=taught(pages)).title == "Obvestilo"


@pytest.mark.parametrize("sentence", ["Hvala za razumevanje.", "Komunalno podjetje Lipovec, Oskrba z vodo"])
def test_a_sentence_that_recurs_in_the_text_stays(sentence):
    pages = [story(number, sentence, "Zapisano v Lipovcu.") for number in range(12)]
    assert sentence in body(pages[3], taught(pages))


def test_subheadings_that_recur_within_the_text_stay():
    pages = [
        html.replace("<p>Župan", "<h2>Kaj pravi župan</h2><p>Župan").replace("</div></div>", "</div></div>")
        for html in STORIES
    ]
    assert "Kaj pravi župan" in body(pages[3], taught(pages))


def test_the_credit_line_is_read_though_it_recurs():
    pages = [html.replace("</div></div>", '<p class="vir">Vir: PU Lipovec</p></div></div>') for html in STORIES]
    record = read_page(page(3, pages[3]), template=taught(pages))
    assert (record.source, "PU Lipovec" in record.body) == ("PU Lipovec", False)


def test_a_page_of_another_design_is_read_without_it():
    other = article()
    reading = Reading(Page(other, "http://obcina.test/novice/most"), None, LEARNED)
    assert not reading.region.fitting.fits
    assert body(other, LEARNED) == body(other)


def test_an_inactive_template_only_says_whether_a_page_fits():
    idle = replace(LEARNED, active=False)
    assert body(TABLE[3], idle) == body(TABLE[3])
    assert Reading(page(3, TABLE[3]), None, idle).region.fitting.fits


def test_a_declared_selector_counts_for_more():
    site = Site("obcina", "http://obcina.test/", selectors={"body": ".c"})
    assert read_page(page(3, STORIES[3]), site=site, template=taught(STORIES)).body == "\n\n".join(SIDE)


def test_pages_that_are_read_right_alone_are_read_the_same():
    template = taught(STORIES)
    assert [body(html, template) for html in STORIES] == [
        "\n\n".join(f"{one} To je bilo {number}. tega leta." for one in STORY) for number in range(12)
    ]


# Learning


def test_few_pages_teach_nothing():
    assert taught(TABLE[: FEWEST_PAGES - 1]) is None
    assert taught(TABLE[:FEWEST_PAGES]) is not None


def test_the_order_of_pages_does_not_matter():
    sights = [sight(page(number, html)) for number, html in enumerate(TABLE + STORIES)]
    shuffled = random.Random(1).sample(sights, len(sights))
    assert learn(shuffled).to_json() == learn(sights).to_json()


def test_an_item_that_was_met_twice_counts_once():
    twice = [sight(page(number, TABLE[number % 4])) for number in range(12)]
    assert learn(twice) is None
    reprinted = [*enumerate(STORIES), (100, STORIES[3]), (101, STORIES[3]), (102, STORIES[4])]
    assert replace(learn(sight(page(*one)) for one in reprinted), pages=12) == taught(STORIES)


def test_pages_that_all_have_the_same_title_are_told_apart_by_their_addresses():
    same = [story(number, title="Obvestilo") for number in range(12)]
    assert taught(same).content == taught(STORIES).content


def test_a_column_that_changes_slowly_is_furniture():
    names = [f"{name} iz Lipovca je praznoval visok jubilej v krogu domačih." for name in OTHERS + STORY]
    pages = [story(number, side=tuple(names[number // 4 : number // 4 + 3])) for number in range(12)]
    template = taught(pages)
    assert any(place.endswith("div.c > p") for place in template.furniture)
    assert body(pages[3], template) == body(STORIES[3], taught(STORIES))


def test_what_readers_wrote_is_no_text_of_the_item():
    pages = [
        html.replace(
            "</body>", f'<div class="komentarji">{p(f"Bralec {number} meni, da je to zelo dobra novica.")}</div></body>'
        )
        for number, html in enumerate(STORIES)
    ]
    assert not any("komentarji" in place for place in taught(pages).content)


def test_a_template_is_small_and_says_what_it_holds():
    text = LEARNED.to_json()
    assert len(text) < 2000
    assert '"after 0: body > table > tr > td.2"' in text
    assert SIDE[0] not in text


def test_a_template_of_a_portal_without_order_stays_small():
    def wild(number):
        parts = "".join(
            f'<div class="{"x" * place}">{p(f"Stavek številka {number} na mestu.")}</div>' for place in range(600)
        )
        return f"<html><title>Novica {number}</title><body><h1>Novica {number}</h1>{parts}</body></html>"

    template = taught([wild(number) for number in range(8)])
    assert len(template.known) <= MOST_PLACES


def test_two_designs_are_known_at_once():
    both = joined(taught(STORIES), LEARNED)
    assert body(TABLE[3], both) == LINE
    assert body(STORIES[3], both) == body(STORIES[3], taught(STORIES))
    assert joined(LEARNED, None) is LEARNED


# Writing it down


def test_it_is_understood_again():
    assert Template.from_json(LEARNED.to_json()) == LEARNED


def test_what_another_version_wrote_is_not_guessed_at():
    assert Template.from_json('{"format": 0}') is None


def test_the_version_of_the_reader_names_the_template():
    site = Site("obcina", "http://obcina.test/")
    idle = Template(LEARNED.content, active=False)
    assert reader_version(site, LEARNED) != reader_version(site)
    assert reader_version(site, LEARNED) != reader_version(site, taught(STORIES))
    assert reader_version(site, LEARNED) == reader_version(site, Template.from_json(LEARNED.to_json()))
    assert reader_version(site, idle) == reader_version(site)


@given(st.text())
def test_a_text_is_known_again_however_it_is_printed(text):
    assert mark_of(text) == mark_of(f" {text.upper().lower()}!") or text.upper().lower() != text.lower()


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from(["<td>", "<table>", "<p>Ena dve tri.", "</td>", "<div class='a 1'>", "</div>", "\0", "<h1>"])
    )
)
def test_any_page_can_be_read_with_any_template(parts):
    html = "".join(parts)
    sights = [sight(page(number, html + TABLE[number])) for number in range(8)]
    template = learn(sights)
    assert read_page(page(1, html), template=template)
    assert read_page(page(1, html), template=LEARNED)
