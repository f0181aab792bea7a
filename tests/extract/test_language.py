"""Which language a text is in."""

import pytest

from extract.pages import STORY, article, document, p, record
from newsarchive.extract.language import detect
from newsarchive.items import Site

TEXTS = {
    "sl": "Cesta bo zaprta, ker se bo tam gradila nova pot in so dela že v teku.",
    "hr": "Cesta je zatvorena jer se tamo gradi nova, a što će biti nije poznato ni nama koji smo već bili tamo.",
    "en": "The road is closed because it has to be repaired, which will take a week for the workers.",
    "de": "Die Straße ist gesperrt, weil es dort eine neue Brücke gibt und das wird noch dauern, sagt der Chef.",
    "it": "La strada è chiusa per i lavori che sono in corso, il ponte non sarà aperto.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_languages(language, text):
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "2026", "Lorem ipsum dolor", "Ana Primer", "!!!", "a" * 100_000])
def test_too_little_is_none(text):
    assert detect(text) is None


def test_the_text_is_believed_before_the_page():
    found = record(document("<h1>Closed</h1>", p(TEXTS["en"] * 3)))
    assert (found.language, found.evidence["language"]) == ("en", "text")


@pytest.mark.parametrize(
    ("lang", "code"),
    [("sl", "sl"), ("sl-SI", "sl"), ("SL_si", "sl"), ("{{lang}}", None), ("", None), ("slovenski", None), ("1", None)],
)
def test_the_page_tells_where_the_text_does_not(lang, code):
    assert record(f'<html lang="{lang}"><body><h1>Ana Primer</h1></body></html>').language == code


def test_the_site_tells_before_the_page():
    site = Site("primer", "http://primer.test/", language="hr")
    found = record('<html lang="sl"><body><h1>Ana Primer</h1></body></html>', site=site)
    assert (found.language, found.evidence["language"]) == ("hr", "site")


def test_slovene_pages_are_slovene():
    assert record(article(p(*STORY))).language == "sl"
