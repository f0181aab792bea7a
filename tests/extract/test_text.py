"""Small tools for printed text."""

import pytest

from newsarchive.extract.page import parse
from newsarchive.extract.text import fold, is_sentence, key, plain, tidy


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("  Nov \n most\t je ", "Nov most je"),
        ("Nov\u00a0most", "Nov most"),
        ("C\u030cas", "Čas"),
        ("Šo\u00adštanj\u200b", "Šoštanj"),
        ("mo\x00st\x07 \x9f", "most"),
        ("ena\x85dve\x1ctri", "ena dve tri"),
        ("pol \ud83d para", "pol para"),
        ("", ""),
    ],
)
def test_fold(raw, folded):
    assert fold(raw) == folded


def test_tidy_keeps_lines():
    assert tidy("Ena  dve\n tri ") == "Ena dve\ntri"


@pytest.mark.parametrize(
    ("left", "right"), [("»Nov« most – odprt!", "nov most odprt"), ("ČAS_NA", "čas na"), ("ﬁlm", "film")]
)
def test_keys_compare_words_alone(left, right):
    assert key(left) == key(right)


def test_plain_gives_all_text():
    assert plain(parse("<p>Ena <b>dve</b> tri</p>").find(".//p")) == "Ena dve tri"


@pytest.mark.parametrize(
    "text", ["Konec.", "Res?", "Da!", "Rekel je: »Da.«", "In tako naprej …", 'Rekel je "da"', "Takole:"]
)
def test_sentences(text):
    assert is_sentence(text)


@pytest.mark.parametrize("text", ["Zadnje novice", "Ana Primer", "12. 3. 2026 ob 8:00"])
def test_no_sentences(text):
    assert not is_sentence(text)
