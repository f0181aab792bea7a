"""Several persons in one page: whom it mourns, and what is said of which of them."""

import time
from datetime import date

import pytest

from extract.pages import record
from newsarchive.extract import Page, judge
from newsarchive.extract.obituaries import read_obituaries
from newsarchive.items import Ceremony

SEEN = date(2026, 1, 27)
COUPLE = (
    "Sporočamo žalostno vest, da sta v nesreči 22. januarja 2026 umrla Neža Zgled, stara 67 let, in Martin Zgled, "
    "star 70 let, iz Male Lipe.\n\nPogreb bo v četrtek, 29. januarja 2026, ob 14. uri na pokopališču Mala Lipa.\n\n"
    "Žalujoči: hči Barbara z družino"
)
TWO = (
    "Sporočamo žalostno vest, da nas je 23. januarja 2026 v 90. letu zapustil naš dragi Štefan Zgled iz Podgaja.\n\n"
    "Pogreb bo v torek, 27. januarja 2026, ob 15. uri na pokopališču Podgaj.\n\nŽalujoči: vsi njegovi\n\n"
    "Sporočamo žalostno vest, da nas je 24. januarja 2026 zapustila naša draga mama Kristina Vzorec, roj. Primer.\n\n"
    "Pogreb bo v sredo, 28. januarja 2026, ob 16. uri na pokopališču Lipa.\n\nŽalujoči: sin Edvard"
)


def obituaries(title, text):
    return read_obituaries(title, text, SEEN, "Europe/Ljubljana")


@pytest.mark.parametrize("title", ["Osmrtnica", "Neža in Martin Zgled", "Osmrtnici: Neža Zgled in Martin Zgled"])
def test_two_who_died_together(title):
    neža, martin = obituaries(title, COUPLE)
    assert (neža.name, neža.age, martin.name, martin.age) == ("Neža Zgled", 67, "Martin Zgled", 70)
    for one in (neža, martin):
        assert (one.died, one.residence, one.mourners) == ("2026-01-22", "Mala Lipa", "hči Barbara z družino")
        assert one.ceremonies == [Ceremony("funeral", "2026-01-29T14:00:00+01:00", "pokopališču Mala Lipa")]


def test_two_of_whom_a_sentence_speaks_one_by_one():
    told = (
        "V razmiku tedna sta nas zapustila zakonca Neža (81) in Martin Zgled. Neža je zaspala 4. januarja. "
        "Martin ji je sledil 11. januarja v devetdesetem letu."
    )
    neža, martin = obituaries("Skupaj", told)
    assert (neža.name, neža.died, neža.age) == ("Neža Zgled", "2026-01-04", 81)
    assert (martin.name, martin.died, martin.age) == ("Martin Zgled", "2026-01-11", 89)


def test_two_with_their_ages_before_their_names():
    told = "V nesreči sta v nedeljo umrla 19-letni Bor Zgled iz Lipe in 21-letna Ana Primer z Gaja."
    bor, ana = obituaries("Nesreča", told)
    assert (bor.name, bor.age, bor.residence, bor.died) == ("Bor Zgled", 19, "Lipa", "2026-01-25")
    assert (ana.name, ana.age, ana.residence, ana.died) == ("Ana Primer", 21, "Gaj", "2026-01-25")


def test_two_announcements_in_one_page():
    first, second = obituaries("Osmrtnici", TWO)
    assert (first.name, first.died, first.age, first.residence) == ("Štefan Zgled", "2026-01-23", 89, "Podgaj")
    assert (second.name, second.maiden_name, second.died, second.age) == (
        "Kristina Vzorec",
        "Primer",
        "2026-01-24",
        None,
    )
    assert [one.ceremonies[0].place for one in (first, second)] == ["pokopališču Podgaj", "pokopališču Lipa"]
    assert (first.mourners, second.mourners) == ("vsi njegovi", "sin Edvard")


LISTS = {
    "- Ana Zgled\n- Bor Primer": [("Ana Zgled", None, None, None), ("Bor Primer", None, None, None)],
    "- Ana Zgled, 1947–2026\n- Bor Primer, 1955–2026": [
        ("Ana Zgled", "1947", None, None),
        ("Bor Primer", "1955", None, None),
    ],
    "Ana Zgled, 84 let, Podgaj\n\nBor Primer, 76 let, Lipa": [
        ("Ana Zgled", None, 84, "Podgaj"),
        ("Bor Primer", None, 76, "Lipa"),
    ],
    "ANA ZGLED\n* 3. 7. 1936 † 14. 1. 2026\n\nBOR ZGLED\n* 22. 11. 1938 † 17. 1. 2026": [
        ("Ana Zgled", "1936-07-03", None, None),
        ("Bor Zgled", "1938-11-22", None, None),
    ],
}


@pytest.mark.parametrize(("text", "told"), LISTS.items())
def test_lists(text, told):
    assert [(one.name, one.born, one.age, one.residence) for one in obituaries("Umrli so", text)] == told


OTHERS = [
    "Umrl je Bor Zgled. Zapustil je ženo Ano Zgled in sina. Prispevke zbira Ida Vzorec.",
    "Umrl je Bor Zgled. Pogreb bo v petek, 30. 1. 2026, ob 15. uri.\n\nŽalujoči: žena Ana Zgled\nIda Zgled\n\nJan Vid",
    "Nekrolog je napisala Ida Vzorec. V ponedeljek je umrl Bor Zgled, učitelj v Osnovni Šoli Podgaj.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_who_is_only_mentioned_is_not_mourned(text):
    assert [one.name for one in obituaries("Osmrtnica", text)] == ["Bor Zgled"]


def test_a_page_without_a_name_has_an_obituary_without_a_name():
    [one] = obituaries("Osmrtnica", "Pogreb bo v petek, 30. 1. 2026, ob 15. uri.")
    assert (one.name, one.ceremonies[0].kind) == (None, "funeral")


def test_a_page_with_names_only_is_an_item():
    html = "<main><h1>Umrli v januarju</h1><ul><li>Ana Zgled</li><li>Bor Primer</li></ul></main>"
    page = Page(html, "https://primer.test/osmrtnice/januar-2026")
    found = record(html, "https://primer.test/osmrtnice/januar-2026")
    assert judge(page) == "item"
    assert [one.name for one in found.obituaries] == ["Ana Zgled", "Bor Primer"]
    assert found.obituary is found.obituaries[0]
    assert judge(Page("<h1>Ana Zgled</h1>", "https://primer.test/osmrtnice/ana-zgled")) == "item"
    assert judge(Page("<h1>Osmrtnice</h1>", "https://primer.test/osmrtnice")) == "other"


HOSTILE = [
    "Ana Zgled ", "* 1. 2. 1932 ", "v ana ", "umrl ", "Pogreb bo v petek ob 15. uri. ", "iz Ana ", "se je ", "(", "A",
    "Kraj pogreba: A\n", "Pogreb: A\nUra: 9\n", ", roj. ", ", star iz ", "našega ", "v vežici na ", "A (", ", a",
    "Ana in ", "sv. ", "Umrla: 3. 4. 2026\n", "- Ana Zgled\n", "žara, pogreb in ", "na sv. Ana ", "Žalujoči: ", "roj. ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_text_takes_long(unit):
    started = time.process_time()
    obituaries("Osmrtnica", unit * (40_000 // len(unit)))
    assert time.process_time() - started < 5


def test_no_title_takes_long():
    started = time.process_time()
    obituaries("smo poslovili " * 50_000, "Umrl je Bor Zgled.")
    assert time.process_time() - started < 5


def test_a_table_of_several():
    text = (
        "Ime | Starost | Kraj | Pogreb\nAna Zgled | 90 let | Lipa | v sredo, 28. 1. 2026, ob 15.00, pokopališče Gaj\n"
    )
    ana, vid = obituaries("Pogrebi", f"{text}Vid Primer | 80 let | Podlog | v petek, 30. 1. 2026, ob 14.00, Podgaj")
    assert (ana.name, ana.age, ana.residence, ana.ceremonies[0].place) == ("Ana Zgled", 90, "Lipa", "pokopališče Gaj")
    assert (vid.name, vid.age, vid.residence, len(vid.ceremonies)) == ("Vid Primer", 80, "Podlog", 1)


def test_the_name_of_a_house_is_no_person():
    [one] = obituaries("Zahvala ob smrti Ane Zgled", "ANE ZGLED\nMlinarjeve Micke\n3. 7. 1937 - 11. 1. 2026\n\nDomači")
    assert (one.name, one.born, one.died, one.mourners) == ("Ana Zgled", "1937-07-03", "2026-01-11", "Domači")


@pytest.mark.parametrize("bullets", [("- ", "- "), ("+ ", "+ "), ("† ", "† "), ("1. ", "2. ")])
def test_marks_before_the_names_of_a_list(bullets):
    one, other = bullets
    found = obituaries("Umrli", f"{one}Ana Zgled, Brdo 4, 88 let\n{other}Bor Vzorec, Lipa 12, 71 let")
    assert [(each.name, each.age, each.residence) for each in found] == [
        ("Ana Zgled", 88, "Brdo 4"),
        ("Bor Vzorec", 71, "Lipa 12"),
    ]


def test_two_funerals_in_one_sentence():
    text = (
        "Umrla sta Ana Zgled in Bor Vzorec. Pogreb Ane bo v petek, 30. januarja, ob 14. uri v Lipi,"
        " Borov pogreb bo v soboto, 31. januarja, ob 11. uri v Gaju."
    )
    ana, bor = obituaries("Umrla sta Ana Zgled in Bor Vzorec", text)
    assert [(one.at[:10], one.place) for one in ana.ceremonies] == [("2026-01-30", "Lipi")]
    assert [(one.at[:10], one.place) for one in bor.ceremonies] == [("2026-01-31", "Gaju")]


def test_a_house_of_firemen_is_no_home():
    [found] = obituaries("Bor Zgled", "Pogrebni sprevod bo krenil v petek ob 13. uri izpred gasilskega doma na Brdu.")
    assert found.residence is None
