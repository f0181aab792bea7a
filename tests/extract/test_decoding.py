"""Bytes become text as a reader of the page would see it, whatever the labels say."""

import pytest

from extract.pages import STORY, TITLE, article, record
from newsarchive.extract.page import Page, decode, parse

TEXT = "<p>Čebelar iz Šoštanja išče žganje, črešnje in še kaj.</p>"


@pytest.mark.parametrize(
    "label", [None, "utf-8", "UTF8", "windows-1250", "iso-8859-1", "iso-8859-2", "utf-16", "no-such"]
)
def test_utf_8_is_recognized_whatever_the_transport_says(label):
    assert decode(TEXT.encode(), label) == TEXT


@pytest.mark.parametrize("label", [None, "windows-1250", "cp1250", "utf-8", "iso-8859-2", "no-such"])
def test_windows_1250_is_read_with_a_right_a_wrong_and_no_label(label):
    assert decode(TEXT.encode("cp1250"), label) == TEXT


@pytest.mark.parametrize("label", [None, "iso-8859-2", "latin2", "utf-8"])
def test_iso_8859_2_is_told_from_windows_1250_by_its_letters(label):
    assert decode(TEXT.encode("iso-8859-2"), label) == TEXT


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="windows-1250">', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">'],
)
def test_the_label_in_the_page_is_read(declaration):
    assert decode((declaration + TEXT).encode("cp1250")) == declaration + TEXT


def test_the_transport_is_believed_before_the_page():
    page = '<meta charset="iso-8859-5">' + TEXT
    assert decode(page.encode("cp1250"), "windows-1250") == page


def test_a_label_of_another_script_is_kept():
    text = "<p>Новый мост открыт</p>"
    assert decode(text.encode("cp1251"), "windows-1251") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides_and_is_no_text(encoding):
    assert decode(TEXT.encode(encoding), "iso-8859-1") == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognized(encoding):
    page = article()
    assert decode(page.encode(encoding)) == page


def test_a_few_broken_bytes_do_not_change_the_character_set():
    broken = TEXT.encode().replace(b"kaj", b"k\xffj")
    assert decode(broken) == TEXT.replace("kaj", "k\ufffdj")


def test_a_page_cut_in_the_middle_of_a_letter_stays_utf_8():
    whole = (TEXT + "č").encode()
    assert decode(whole[:-1]).startswith(TEXT)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\x00" * 500])
def test_no_bytes_are_too_odd(data):
    assert isinstance(decode(data), str)
    assert record(data).body is None


def test_zero_bytes_print_nothing():
    page = article(p_with := "<p>" + STORY[0] + "</p>").replace("most", "mo\0st")
    assert "\0" not in (record(page.encode()).body or "")
    assert record(page.encode()).title == TITLE
    assert p_with[3:-4] == record(page.encode()).body


@pytest.mark.parametrize(
    ("printed", "read"),
    [("Cena &#150; in &#138;ola", "Cena – in Šola"), ("&#268;as &amp; red", "Čas & red"), ("A&#1;B", "AB")],
)
def test_character_references_become_characters(printed, read):
    assert (
        record(article(f"<p>{printed} je tema, o kateri pišemo danes.</p>")).body
        == f"{read} je tema, o kateri pišemo danes."
    )


def test_decomposed_letters_are_composed_and_soft_hyphens_dropped():
    page = article("<p>C\u030cebelarji so Šo\u00adštanju po\u200bdarili nov čebelnjak.</p>")
    assert record(page).body == "Čebelarji so Šoštanju podarili nov čebelnjak."


@pytest.mark.parametrize(
    "text", ["", " ", "<", "<!doctype html>", '<?xml version="1.0" encoding="utf-16"?><p>a</p>', "]]>"]
)
def test_any_text_has_a_tree(text):
    assert parse(text).tag == "html"


def test_text_needs_no_decoding():
    assert Page(TEXT, "http://primer.test/").text == TEXT


@pytest.mark.parametrize(
    ("base", "address", "absolute"),
    [
        ("", "../c", "http://primer.test/c"),
        ('<base href="/arhiv/">', "c", "http://primer.test/arhiv/c"),
        ("", " http://primer.test/x\n", "http://primer.test/x"),
        ("", "http://[slabo", "http://[slabo"),
    ],
)
def test_addresses_are_made_absolute(base, address, absolute):
    page = Page(f"<html><head>{base}</head><body></body></html>", "http://primer.test/a/b")
    assert page.resolve(address) == absolute


@pytest.mark.parametrize(
    "label",
    "utf-7 hz iso-2022-kr idna punycode undefined unicode_escape base64 hex zlib bz2 uu rot13".split(),
)
@pytest.mark.parametrize("place", ["transport", "page"])
def test_what_no_browser_knows_is_no_character_set(label, place):
    page = (f'<meta charset="{label}">' if place == "page" else "") + TEXT
    assert decode(page.encode("cp1250"), label if place == "transport" else None) == page


@pytest.mark.parametrize(("label", "text"), [("gbk", "新桥通车"), ("shift_jis", "新しい橋"), ("koi8-r", "новый мост")])
def test_character_sets_of_other_regions_are_known(label, text):
    page = f'<meta charset="{label}"><p>{text}</p>'
    assert decode(page.encode(label)) == page
