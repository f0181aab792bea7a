"""No page takes all time and memory: what is beyond any page of news is cut off."""

import time

import pytest

from extract.pages import STORY, TITLE, article, json_ld, p, record
from newsarchive.extract import Page, read
from newsarchive.extract.page import LONGEST, MOST_TAGS, bounded


def test_a_page_of_news_is_read_to_its_end():
    page = article(p(*STORY), *["<p>Kratka vest iz naših krajev.</p>"] * 10_000, p("Zadnji stavek pove največ."))
    assert bounded(page) == page


@pytest.mark.parametrize("filler", ["a", "č", "<p>", "</p>", "<p>a</p>\n", "<" * 7])
def test_what_is_longer_is_cut_off(filler):
    cut = bounded(filler * 6_000_000)
    assert len(cut) <= LONGEST
    assert cut.count("<") <= MOST_TAGS


def test_the_beginning_of_a_page_without_end_is_read():
    page = article(p(*STORY), "<i>a</i>" * 1_000_000)
    assert record(page).title == TITLE
    assert STORY[0] in record(page).body


def test_files_inside_addresses_do_not_count():
    picture = f'<img src="data:image/png;base64,{"QUJD" * 2_000_000}">'
    assert STORY[2] in record(article(picture, p(*STORY))).body


def test_programs_do_not_count():
    program = f'<script>self.state = "{"<p>" * 1_500_000}"</script>'
    read_whole = record(article(program, p(*STORY), head=json_ld({"@type": "NewsArticle", "headline": TITLE})))
    assert STORY[2] in read_whole.body


def test_a_program_without_end_is_no_danger():
    assert len(bounded("<script>" * 4_000_000)) <= LONGEST


def test_a_cut_within_a_letter_is_no_reason_to_guess_another_character_set():
    page = article(p(*STORY)).encode() + b"a" + "č".encode() * 8_000_000
    assert Page(page, "http://primer.test/a").text.startswith(article(p(*STORY)))


def test_an_obituary_of_dates_is_read_in_time():
    start = time.process_time()
    read(article(p("Umrl je 12. 3. 2026 " * 2000), title="Ana ZGLED"), "http://primer.test/osmrtnice/ana-zgled")
    assert time.process_time() - start < 5


def test_many_named_lines_in_one_element_are_read_in_time():
    lines = "".join(f"<span class=title>ab cd</span> ef{number}<br><br>" for number in range(3000))
    start = time.process_time()
    read(f"<div>{lines}</div>", "http://primer.test/novice/a")
    assert time.process_time() - start < 5
