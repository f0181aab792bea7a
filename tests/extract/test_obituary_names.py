"""Names of persons: found in a title or a text, parted, written in reading case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.extract.obituaries.declined import declined
from newsarchive.extract.obituaries.names import is_person, names_in, reading_case, split
from newsarchive.extract.obituaries.titles import titled

PARTS = {
    "Ana Zgled": ("Ana", "Zgled"),
    "Ana Marija Zgled": ("Ana Marija", "Zgled"),
    "Marija Zgled Vzorec": ("Marija", "Zgled Vzorec"),
    "Marija Zgled-Vzorec": ("Marija", "Zgled-Vzorec"),
    "MARIJA ZGLED-VZOREC": ("Marija", "Zgled-Vzorec"),
    "Ljudmila ZGLED": ("Ljudmila", "Zgled"),
    "ZGLED Ljudmila": ("Ljudmila", "Zgled"),
    "Zgledič Marjan": ("Marjan", "Zgledič"),
    "Ana von Zgled": ("Ana", "von Zgled"),
    "Janez K. Zgled": ("Janez K.", "Zgled"),
    "Wilma Zgled": ("Wilma", "Zgled"),
    "Ana": ("Ana", None),
    "Zgled": (None, "Zgled"),
}


@pytest.mark.parametrize(("printed", "parts"), PARTS.items())
def test_first_and_family_names(printed, parts):
    assert split(printed.split()) == parts


TITLES = {
    "Osmrtnica: Ana Zgled": ["Ana Zgled"],
    "V slovo: Ana Zgled": ["Ana Zgled"],
    "ZAHVALA: ANA ZGLED": ["Ana Zgled"],
    "In memoriam: akad. prof. dr. Jože Zgled": ["Jože Zgled"],
    "Umrl je župnik Blaž Zgled": ["Blaž Zgled"],
    "Za vedno nas je zapustila Marta Zgled": ["Marta Zgled"],
    "Poslovila se je najstarejša občanka Ana Zgled": ["Ana Zgled"],
    "Poslovila sta se Jakob Zgled in Ana Zgled": ["Jakob Zgled", "Ana Zgled"],
    "Neža in Martin Zgled": ["Neža Zgled", "Martin Zgled"],
    "Umrli so: Ana Zgled, Bor Primer in Ida Vzorec": ["Ana Zgled", "Bor Primer", "Ida Vzorec"],
    "Ana Zgled (1940–2026), Bor Primer (1950–2026)": ["Ana Zgled", "Bor Primer"],
    "Draga Zgled": ["Draga Zgled"],
    "Franc »Feri« Zgled": ["Franc Zgled"],
    "Zahvala ob izgubi Franca Zgleda": [],
    "Zahvala družine Zgled": [],
    "V slovo Neži Zgled": [],
    "Nekrolog: Ana Zgled": ["Ana Zgled"],
    "Nenadoma odšel Wilmar Zgled": ["Wilmar Zgled"],
    "V spomin častnemu občanu": [],
    "Umrli v juliju": [],
    "Osmrtnici": [],
    "Občina Zgornja Lipa": [],
    "": [],
}


@pytest.mark.parametrize(("title", "names"), TITLES.items())
def test_whom_a_title_names(title, names):
    assert [one.name.whole for one in titled(title)] == names


GENITIVES = {
    "Ob smrti dragega očeta Franca Zglednika iz Podgaja": "Franc Zglednik",
    "Ob boleči izgubi naše MARIJE ZGLED": "Marija Zgled",
    "Ob izgubi Petra Zgleška": "Peter Zglešek",
    "Ob smrti Slavka Zglediča": "Slavko Zgledič",
    "Ob smrti Marka Zglediča": None,  # Mark or Marko
    "Ob smrti Franceta Zglednika": "France Zglednik",
    "Ob smrti Franca Zgleda": "Franc Zgled",
    "Ob smrti Franca Zgledka": None,  # Zgledk, Zgledek or Zgledko
    "Ob smrti Franca Zgledka. Franc Zgledek je bil čebelar.": "Franc Zgledek",
    "Poslavljamo se od Petra Zgledovca": "Peter Zgledovec",
    "S smrtjo Karla Zgleda smo izgubili godca. Karel, hvala!": "Karel Zgled",
    "pogreb pokojne Pavle Zgled": "Pavla Zgled",
    "Ob smrti našega sodelavca": None,
    "Hvala Franca Zglednika": None,
}


@pytest.mark.parametrize(("text", "name"), GENITIVES.items())
def test_a_genitive_is_turned_back_only_where_it_has_one_nominative(text, name):
    found = declined(text)
    assert (found.whole if found else None) == name


def test_bodies_are_no_persons():
    found = [name.whole for name in names_in("Občina Podgaj in Planinsko Društvo Lipa sta obvestili: Ana Zgled.")]
    assert found[-1] == "Ana Zgled"
    assert [name.whole for name in names_in("Občina Podgaj, Ana Zgled") if is_person(name)] == ["Ana Zgled"]


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text):
    for name in names_in(text):
        assert 0 <= name.start < name.stop <= len(text)
    titled(text)
    declined(text)


@given(st.text(max_size=60))
def test_reading_case_changes_capitals_only(text):
    assert reading_case(text).casefold() == text.casefold() or not text.isascii()
