"""The vocabulary: which words are noted when, and what becomes of them."""

import importlib
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive import Archive, words
from newsarchive.archive.words import fold

LEMMAS = importlib.import_module("newsarchive.archive.words.lemmas")
CODES = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
LETTERS = [letter for letter in map(chr, CODES) if letter not in "Ǡǡẛ"]  # on these three they disagree


@pytest.fixture(params=["with lemmagen3", "without"])
def lemmatizer(request, monkeypatch):
    """Look words up with the extra, where it is installed, and without it."""
    if request.param == "without":
        monkeypatch.setattr(LEMMAS, "_lemmagen", lambda: None)
    elif LEMMAS._lemmagen() is None:
        pytest.skip("lemmagen3 is not installed")
    LEMMAS.lemmas.cache_clear()
    yield
    LEMMAS.lemmas.cache_clear()


@pytest.fixture(scope="module")
def index():
    """The index's own tokenizer."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")

    def tokens(text):
        db.execute("DELETE FROM t")
        db.execute("INSERT INTO t VALUES (?)", (text,))
        return [row[0] for row in db.execute("SELECT term FROM v ORDER BY offset")]

    yield tokens
    db.close()


def test_latin_letters_are_folded_as_the_index_does(index):
    text = " ".join(f"a{letter}b" for letter in LETTERS)
    assert [fold(word) for word in words.words(text)] == index(text)


@given(st.text("abcčšžćđéáöüß ŠŽČ-.,:;!?'\"0123456789\u030c\u0301_@#%&/()", max_size=60))
def test_words_are_those_of_the_index(index, text):
    text = unicodedata.normalize("NFC", text)
    assert [fold(word) for word in words.words(text)] == [token for token in index(text) if fold(token)]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("velenju", "velenje"), ("ceste", "cesta"), ("županom", "župan"), ("psa", "pes"), ("šla", "iti"),
        ("novaka", "novak"), ("trdili", "trditi"), ("redkih", "redek"), ("vode", "voda"), ("prekinjena", "prekinjen"),
        ("fiatu", "fiat"), ("roggeja", "rogge"),
    ],
)  # fmt: skip
def test_a_form_leads_to_its_dictionary_form(lemmatizer, word, lemma):
    assert lemma in words.lemmas(word)


@pytest.mark.parametrize("word", ["2026", "a" * 1000, "ž", "🙂", "", "日本", "g2"])
def test_what_is_no_slovene_word_is_its_own(lemmatizer, word):
    assert word in words.lemmas(word)


@given(st.text(max_size=60))
def test_every_word_has_a_dictionary_form(word):
    assert words.lemmas(word)
    assert all(isinstance(lemma, str) for lemma in words.lemmas(word))


def test_what_is_saved_is_noted(archive, article, rows):
    archive.save(article(title="Župan v Velenju", lead="G2 2026", body="Odprli so most."))
    found = dict(rows("SELECT term, folded FROM term_lemma"))
    assert found == {
        "župan": "zupan", "v": "v", "velenju": "velenju", "g2": "g2", "odprli": "odprli", "so": "so", "most": "most",
    }  # fmt: skip
    assert ("velenju", "velenje") in rows("SELECT term, lemma FROM term_lemma")


def test_an_edit_and_a_rereading_are_noted(archive, article, rows):
    archive.save(article(body="Prvo besedilo."))
    archive.save(article(body="Županova razlaga."))
    archive.reread(1, article(body="Popravljeno branje."))
    terms = set(rows("SELECT DISTINCT term FROM term_lemma"))
    assert {"prvo", "županova", "popravljeno"} <= terms


def test_what_was_rolled_back_is_noted_again(archive, article, rows):
    def fail():
        with archive.transaction():
            archive.save(article(body="Neponovljivo besedilo."))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert rows("SELECT term FROM term_lemma") == []
    archive.save(article(body="Neponovljivo besedilo."))
    assert "neponovljivo" in rows("SELECT term FROM term_lemma")


def test_only_new_words_are_looked_up(archive, article, monkeypatch):
    archive.save(article(body="Ena dva tri."))
    monkeypatch.setattr("newsarchive.archive.words.vocabulary.lemmas", lambda word: 1 / 0)
    archive.save(article("drugi", title="Naslov most", body="Tri dva ena. Prvi odstavek."[:12]))
    with Archive(archive.path) as other, pytest.raises(ZeroDivisionError):
        other.save(article("tretji", body="Nova beseda."))


def test_all_words_are_looked_up_anew_without_any_text(archive, article, rows):
    archive.save(article(body="Veliko besed v Velenju."))
    before = rows("SELECT * FROM term_lemma")
    archive.connection.execute("UPDATE term_lemma SET lemma = lemma || 'x'")
    assert archive.relemmatize() == len({row[0] for row in before})
    assert rows("SELECT * FROM term_lemma") == before


def test_words_that_no_text_holds_are_forgotten(archive, article, rows):
    archive.save(article(body="Ostane."))
    archive.save(article("drugi", body="Izgine Čudežno."))
    archive.connection.execute("DELETE FROM records WHERE id = 2")
    words.forget_unused(archive.connection)
    terms = rows("SELECT DISTINCT term FROM term_lemma")
    assert "ostane" in terms
    assert not {"izgine", "čudežno"} & set(terms)
    archive.save(article("tretji", body="Izgine."))
    assert "izgine" in rows("SELECT term FROM term_lemma")
