"""One thing told in several ways: by whom, where, when, and why."""

import pytest

from extract.noticed import DAY, one, times
from newsarchive.extract.notices import read_notices

ISSUERS = {
    "Danes bo v Logu zaprta Vrtna ulica.\n\nČisti Dol, d. o. o., dežurna služba": "Čisti Dol, d. o. o.",
    "Danes bo v Logu brez vode.\n\nUpravljavec: Vodovodna zadruga Log, z. o. o. (telefon 03 555 01 21)": (
        "Vodovodna zadruga Log, z. o. o."
    ),
    "Progovna služba Log – Dol obvešča, da bo prehod v Logu jutri zaprt.": "Progovna služba Log – Dol",
    "Vodovod Suha krajina obvešča, da bo jutri v Logu motena oskrba z vodo.": "Vodovod Suha krajina",
    "Danes bo v Logu zaprta cesta.\n\nDRSI, Sektor za upravljanje cest": "DRSI, Sektor za upravljanje cest",
    "Danes bo zaprt Bazen Log.\nDanes bo zaprta Vrtna ulica.\nZeleni zavod Dol": "Zeleni zavod Dol",
}


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.items())
def test_who_announces(text, issuer):
    assert {notice.issuer for notice in read_notices("", text, DAY, "Europe/Ljubljana")} == {issuer}


PLACES = {
    "Jutri bo na območju TP LOG 2, izvod 4 BRDO (Log, Brdo, del Male Rodne) prekinjena dobava elektrike.": (
        ["TP LOG 2", "Log", "Brdo", "Mala Rodna"]
    ),
    "Jutri bo na področju TP Log, naselji Log in Brdo, izklopljena elektrika.": ["TP Log", "Log", "Brdo"],
    "Jutri bodo brez vode gospodinjstva v delu Negonj in v Ratanski vasi.": ["Negonje", "Ratanska vas"],
    "Jutri bo prekinjena dobava plina stavbam Vrtna ulica 3 ter Osnovni šoli Log in vrtcu Čebelica.": (
        ["Vrtna ulica", "Osnovna šola Log", "vrtec Čebelica"]
    ),
    "Jutri bo zaprta Ulica na Log in Trg treh studencev.": ["Ulica na Log", "Trg treh studencev"],
    "Krajane Dola obveščamo, da bo jutri Stari trg zaprt za promet.": ["Stari trg"],
    "Jutri bo prekinjena dobava vode za naslednje ulice: Vrtna, Gasilska ulica in Pot k Savi.": (
        ["Vrtna ulica", "Gasilska ulica", "Pot k Savi"]
    ),
    "Od jutri bo zaprta Pošta 8292 Log.": ["Pošta 8292 Log"],
    "Jutri bo MOTENA OSKRBA S PITNO VODO V NIZKEM TLAKU v naseljih POLJE OB SOTLI, PRELASKO in LASTNIČ.": (
        ["Polje ob Sotli", "Prelasko", "Lastnič"]
    ),
}


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_where(text, places):
    assert one(text).places == places


TIMES = {
    "Na podlagi odločbe št. 371-12/2026 bo Vrtna ulica od srede, 6. 5., od 8. ure dalje, do petka, 8. 5. 2026,"
    " do 15. ure, zaprta.": [("05-06T08:00", "05-08T15:00")],
    "Vrtna ulica bo zaprta v noči s torka na sredo (5./6. maj) med 21. in 5. uro.": [("05-05T21:00", "05-06T05:00")],
    "Vrtna ulica bo zaprta od 6. do 9. maja, razen v petek, 8. maja.": [("05-06", "05-07"), ("05-09", "05-09")],
    "Odvoz odpadkov v Logu prestavljamo s torka, 5. maja, na četrtek, 7. maja 2026.": [("05-07", "05-07")],
    "V nedeljo, 10. maja, bo tek, start bo ob 9.30.\n\nPopolna zapora bo med 9. in 12. uro veljala na Vrtni ulici.": (
        [("05-10T09:00", "05-10T12:00")]
    ),
    "Danes ob 4.40 je v Logu počila cev, brez vode je Log. Ob 11.15 je bila oskrba vzpostavljena.": (
        [("05-04T04:40", "05-04T11:15")]
    ),
    "V Logu od včeraj ne delujejo telefoni. Napako bodo odpravili predvidoma jutri do 15. ure.": (
        [("05-03", "05-05T15:00")]
    ),
}


@pytest.mark.parametrize(("text", "expected"), TIMES.items())
def test_when(text, expected):
    assert times(one(text)) == expected


def test_labels_in_one_line_and_in_a_table_of_two_columns():
    line = one(
        "Obveščamo vas o prekinitvi dobave vode v Logu. Datum: 6. maj 2026. Trajanje: od 8h do 12h. Vzrok: okvara."
    )
    table = one("Kdaj | 6. maja 2026 od 8. do 12. ure\nKje | Log, Brdo\nIzvaja | Vodovod Dol", "Brez vode")
    assert (line.service, line.action, line.reason, times(line)) == (
        "water",
        "interruption",
        "okvara",
        [("05-06T08:00", "05-06T12:00")],
    )
    assert (table.issuer, table.places, times(table)) == (
        "Vodovod Dol",
        ["Log", "Brdo"],
        [("05-06T08:00", "05-06T12:00")],
    )


def test_what_happens_while_works_go_on():
    notice = one(
        "Toplarna Dol bo 6. maja opravljala redni remont kotlovnice na Stari poti. V tem času stanovalci na Vrtni ulici"
        " in Poti v Log ne bodo imeli tople vode."
    )
    assert (notice.action, notice.places) == ("interruption", ["Vrtna ulica", "Pot v Log"])


def test_an_end_of_measures_and_a_change_of_hours():
    over = one("Občina Dol sporoča, da omejitve rabe vode v Logu ne veljajo več.")
    less = one("Pošta v Logu bo od 6. maja odprta le dopoldne.")
    assert (over.status, less.action) == ("finished", "restriction")
