"""What a notice announces."""

from datetime import date

import pytest

from newsarchive.extract.notices import read_notices

SEEN = date(2026, 1, 27)


def notice(text, title=""):
    [found] = read_notices(title, text, SEEN, "Europe/Ljubljana")
    return found


WATER = (
    "Komunalno podjetje Lipovec obvešča uporabnike, da bo v petek, 30. 1. 2026, od 8. do 10. ure na "
    "območju Lipove ceste in Dobrave "
    "prekinjena dobava pitne vode zaradi popravila cevovoda."
)


def test_a_whole_notice():
    found = notice(WATER)
    assert (found.issuer, found.service, found.action, found.status) == (
        "Komunalno podjetje Lipovec",
        "water",
        "interruption",
        "announced",
    )
    assert (found.area, found.reason) == ("Lipove ceste in Dobrave", "popravila cevovoda")
    [window] = found.windows
    assert (window.starts, window.ends) == ("2026-01-30T08:00:00+01:00", "2026-01-30T10:00:00+01:00")
    assert window.edtf == "2026-01-30T08:00:00+01:00/2026-01-30T10:00:00+01:00"


SERVICES = {
    "Motena bo dobava toplotne energije.": ("heating", "reduction"),
    "Prekinjena bo dobava zemeljskega plina.": ("gas", "interruption"),
    "Motena bo oskrba z vodo iz vodovoda.": ("water", "reduction"),
    "Prekinjena bo dobava električne energije.": ("electricity", "interruption"),
    "Popolna zapora ceste Lipovec–Dobrava.": ("road", "closure"),
    "Delna zapora lokalne ceste LC 450061.": ("road", "partial closure"),
    "Odvoz odpadkov bo v soboto.": ("waste", "other"),
    "Moten bo telefonski promet.": ("telecom", "reduction"),
    "Bazen bo zaprt.": ("facility", "closure"),
    "Potrebno je prekuhavanje pitne vode.": ("water", "boil-water"),
    "Omejitev rabe pitne vode.": ("water", "restriction"),
    "Nekaj povsem drugega.": (None, None),
}


@pytest.mark.parametrize(("text", "told"), SERVICES.items())
def test_service_and_action(text, told):
    found = notice(text)
    assert (found.service, found.action) == told


STATUSES = {
    "PREKLICANO: zapora ceste": "cancelled",
    "Zapora ceste je preklicana.": "cancelled",
    "Zapora ceste je podaljšana.": "changed",
    "Dela so prestavljena na ponedeljek.": "changed",
    "Dela so zaključena.": "finished",
    "Cesta bo zaprta do preklica.": "announced",
    "Cesta bo zaprta.": "announced",
}


@pytest.mark.parametrize(("text", "status"), STATUSES.items())
def test_status(text, status):
    assert notice(text).status == status


def test_the_title_speaks_too():
    found = notice("V petek od 8. ure naprej.", "PREKLICANO: Popolna zapora ceste")
    assert (found.service, found.status) == ("road", "cancelled")


EIGHT = [
    ("Elektro Lipovec", "električne energije", "electricity"),
    ("Komunala Dobrava", "pitne vode", "water"),
    ("Toplarna Lipovec", "toplotne energije", "heating"),
    ("Plinarna Podgaj", "zemeljskega plina", "gas"),
    ("Elektro Podgaj", "električne energije", "electricity"),
    ("Komunala Lipovec", "pitne vode", "water"),
    ("Elektro Dobrava", "električne energije", "electricity"),
    ("Vodovod Zabrdo", "pitne vode", "water"),
]


def test_every_paragraph_with_the_formula_is_a_notice():
    text = "\n\n".join(
        f"{issuer} obvešča uporabnike, da bo {day}. 2. 2026 od {day}. do 12. ure na območju Zabrda "
        f"motena dobava {what}."
        for day, (issuer, what, _) in enumerate(EIGHT, 2)
    )
    found = read_notices("Danes brez elektrike in vode", text, SEEN, "Europe/Ljubljana")
    assert [(one.issuer, one.service) for one in found] == [(issuer, service) for issuer, _, service in EIGHT]
    assert [one.windows[0].starts[:10] for one in found] == [f"2026-02-{day:02}" for day in range(2, 10)]
    assert {one.area for one in found} == {"Zabrda"}


def test_introduction_and_end_are_no_notices():
    text = (
        "Danes je dan za dela na omrežju.\n\n"
        + WATER
        + "\n\n"
        + WATER.replace("Lipovec", "Dobrava")
        + "\n\nHvala za razumevanje."
    )
    assert len(read_notices("Obvestila", text, SEEN, "Europe/Ljubljana")) == 2


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Nekaj.", "na območju", "zaradi", "obvešča", "A" * 10_000, "na območju " * 2000]
)
def test_nothing_is_invented(text):
    found = notice(text)
    assert (found.issuer, found.windows, found.places, found.status) == (None, [], [], "announced")


def test_without_a_day_a_date_without_a_year_stays_open():
    [found] = read_notices("", "Cesta bo zaprta 30. 1. od 8. do 10. ure.", None, "Europe/Ljubljana")
    assert not any((window.starts or "").startswith("20") for window in found.windows)
