"""Whom an obituary mourns."""

from datetime import date

import pytest

from newsarchive.extract.obituaries import read_obituaries, reading_case
from newsarchive.items import Ceremony

SEEN = date(2026, 1, 27)
TEXT = (
    "Sporočamo žalostno vest, da nas je v 94. letu 24. januarja 2026 zapustila naša draga mama "
    "Marija Zgled, roj. Primer, iz Zgornje Lipe.\n\n"
    "Pogreb bo v četrtek, 29. januarja 2026, ob 15. uri na pokopališču Podgaj.\n\nŽalujoči: sin "
    "Tone z družino in drugo sorodstvo."
)


def obituary(title="", text="", seen=SEEN):
    [found] = read_obituaries(title, text, seen, "Europe/Ljubljana")
    return found


def test_a_whole_obituary():
    found = obituary("Marija ZGLED", TEXT)
    assert (found.name, found.given_name, found.family_name, found.maiden_name) == (
        "Marija Zgled",
        "Marija",
        "Zgled",
        "Primer",
    )
    assert (found.died, found.born, found.age, found.residence) == ("2026-01-24", None, 93, "Zgornja Lipa")
    assert found.ceremonies == [Ceremony("funeral", "2026-01-29T15:00:00+01:00", "pokopališču Podgaj")]
    assert found.mourners == "sin Tone z družino in drugo sorodstvo"


TITLES = {
    "Marija Zgled": "Marija Zgled",
    "MARIJA ZGLED": "Marija Zgled",
    "Osmrtnica: Marija Zgled": "Marija Zgled",
    "V spomin – Marija Zgled": "Marija Zgled",
    "Umrla je Marija Zgled": "Marija Zgled",
    "dr. Marija Zgled": "Marija Zgled",
    "Marija Zgled (1932–2026)": "Marija Zgled",
    "Marija Zgled, upokojena učiteljica": "Marija Zgled",
    "Marija Zgled, roj. Primer": "Marija Zgled",
    "Marija ZGLED-VZOREC": "Marija Zgled-Vzorec",
    "Osmrtnica": None,
    "": None,
}


@pytest.mark.parametrize(("title", "name"), TITLES.items())
def test_the_name(title, name):
    assert obituary(title).name == name


@pytest.mark.parametrize(
    "printed", ["Marija Zgled, roj. Primer", "Marija Zgled (roj. PRIMER)", "Marija Zgled rojena Primer"]
)
def test_the_maiden_name(printed):
    assert (obituary(printed).name, obituary(printed).maiden_name) == ("Marija Zgled", "Primer")
    assert obituary("Marija Zgled", f"Zapustila nas je {printed}.").maiden_name == "Primer"


AGES = {
    "v 94. letu": 93,
    "V 94. letu starosti": 93,
    "stara 93 let": 93,
    "star 60 let": 60,
    "v starosti 88 let": 88,
    "65 let poroke": None,
    "leta 1932": None,
}


@pytest.mark.parametrize(("text", "age"), AGES.items())
def test_the_age(text, age):
    assert obituary(text=f"Zapustila nas je {text} naša draga.").age == age


def test_a_name_alone_is_a_name_alone():
    found = obituary("Marija Zgled", "")
    assert (found.name, found.died, found.born, found.age, found.residence, found.ceremonies, found.mourners) == (
        "Marija Zgled",
        None,
        None,
        None,
        None,
        [],
        None,
    )


CEREMONIES = {
    "Pogreb bo v petek, 30. 1. 2026, ob 15. uri na pokopališču Podgaj.": (
        "funeral",
        "2026-01-30T15:00:00+01:00",
        "pokopališču Podgaj",
    ),
    "Od nje se bomo poslovili v petek, 30. 1. 2026, ob 14. uri.": ("farewell", "2026-01-30T14:00:00+01:00", None),
    "Maša zadušnica bo v soboto, 31. 1. 2026, ob 8. uri v cerkvi sv. Lenarta.": (
        "mass",
        "2026-01-31T08:00:00+01:00",
        "cerkvi sv. Lenarta",
    ),
    "Žara bo pripeljana v petek, 30. 1. 2026, ob 11. uri v vežico v Podgaju.": (
        "lying in state",
        "2026-01-30T11:00:00+01:00",
        None,
    ),
    "Pogreb bo v ožjem krogu.": ("funeral", None, None),
    "Kdaj bo pogreb, bomo sporočili naknadno.": None,
}


@pytest.mark.parametrize(("sentence", "told"), CEREMONIES.items())
def test_ceremonies(sentence, told):
    found = [(one.kind, one.at) for one in obituary("Marija Zgled", sentence).ceremonies]
    assert found == ([told[:2]] if told else [])


@pytest.mark.parametrize(
    ("printed", "read"),
    [("ANA PRIMER", "Ana Primer"), ("Ana Primer", "Ana Primer"), ("ŽIVA D'ČRT", "Živa D'Črt"), ("", "")],
)
def test_reading_case(printed, read):
    assert reading_case(printed) == read


@pytest.mark.parametrize(
    "text", ["", "Žalujoči", "v 999. letu", "Pogreb bo 99. 99. 2026 ob 99. uri.", "(" * 5000, "roj. " * 3000]
)
def test_no_text_is_too_odd(text):
    assert [one for one in obituary(text, text).ceremonies if one.at or one.place] == []


def test_a_comma_parts_birth_from_death():
    told = obituary(
        "Silva Zgled", "Rodila se je leta 1933, umrla pa je 5. maja 2024.\n\nPogreb bo v torek na pokopališču Gaj."
    )
    assert (told.born, told.died) == ("1933", "2024-05-05")
