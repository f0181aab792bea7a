import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive.digest import digest, normal, word_count

TEXT = 'Župan je dejal: "Cesta bo - če bo sreča - odprta..." Potem je odšel.'
SAME = {
    "curly quotes": TEXT.replace('"Cesta', "„Cesta").replace('..."', "...“"),
    "guillemets": TEXT.replace('"Cesta', "»Cesta").replace('..."', "...«"),
    "en dash": TEXT.replace(" - ", " – "),
    "em dash": TEXT.replace(" - ", " — "),
    "ellipsis": TEXT.replace("...", "…"),
    "no-break spaces": TEXT.replace(" ", "\u00a0"),
    "line breaks": TEXT.replace(" ", "\n\n"),
    "spaces around": f"  {TEXT}\t",
    "decomposed": unicodedata.normalize("NFD", TEXT),
    "soft hyphens": TEXT.replace("sreča", "sre\u00adča"),
    "zero width": TEXT.replace("Cesta", "\u200bCesta\ufeff"),
}
OTHER = {
    "a word": TEXT.replace("odprta", "zaprta"),
    "a number": TEXT + " 2",
    "case": TEXT.lower(),
    "punctuation": TEXT.replace(".", "!"),
    "diacritics": TEXT.replace("č", "c"),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_typography_is_no_change(text):
    assert digest("Naslov", None, text) == digest("Naslov", None, TEXT)


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_words_are_a_change(text):
    assert digest("Naslov", None, text) != digest("Naslov", None, TEXT)


def test_no_text_is_empty_text():
    assert digest(None, None, "a") == digest("", " ", "a")


def test_it_matters_which_field_says_it():
    assert len({digest("a", None, None), digest(None, "a", None), digest(None, None, "a")}) == 3


@given(st.text())
def test_normal_is_stable(text):
    assert normal(normal(text)) == normal(text)


@given(st.none() | st.text(), st.none() | st.text(), st.none() | st.text())
def test_any_text_has_a_digest(title, lead, body):
    assert len(digest(title, lead, body)) == 32


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (None, 0),
        ("", 0),
        ("– … !", 0),
        ("Zapora", 1),
        ("od 7.30 do 12. ure", 5),
        ("24-urna dežurna", 2),
        ("ena\n\ndve", 2),
    ],
)
def test_word_count(text, number):
    assert word_count(text, None) == number
