"""One field told in many wordings: where, why, when, by whom, and what happens."""

from datetime import date

import pytest

from extract.noticed import DAY, one, times
from newsarchive.extract.notices import read_notices

PLACES = {
    "Jutri bo izklop na TP Log 1, TP Log 2 ter TP Brdo žaga.": ["TP Log 1", "TP Log 2", "TP Brdo žaga"],
    "Zaradi del bo prekinjena dobava elektrike:\n\n5. 5. 2026, od 7.30 do 11.30\n\n- TP Loka vas\n- TP Loka žaga": (
        ["TP Loka vas", "TP Loka žaga"]
    ),
    "Jutri bo motena oskrba z vodo v naslednjih ulicah:\n- Vrtna ulica\n- Gasilska ulica od št. 2 do 18\n- Stari trg": (
        ["Vrtna ulica", "Gasilska ulica", "Stari trg"]
    ),
    "Brez vode bodo odjemalci na naslovih:\nVrtna ulica 1, 2 in 3,\nStari trg 7.\n\nPrekinitev bo jutri.": (
        ["Vrtna ulica", "Stari trg"]
    ),
    "Uporabniki vodovodnega sistema Log (naselja Zabrdo in Dolnji Kot) bodo jutri brez vode.": ["Zabrdo", "Dolnji Kot"],
    "Jutri bo voda zaprta na naslednjih območjih: Log, del Spodnjega Dola in Stara vas.": (
        ["Log", "Spodnji Dol", "Stara vas"]
    ),
    "Občinska cesta LC 123451 Log–Brdo–Dol bo jutri zaprta od odcepa za Reber.": ["LC 123451 Log–Brdo–Dol"],
    "Jutri bo zapora ceste R3-644 Log–Brdo, na odseku v Dolu od km 2,3 do km 3,1.": ["R3-644 Log–Brdo", "Dol"],
    "Jutri bo prekinjena dobava elektrike na Vrtni ulici in v Industrijski coni Jug.": (
        ["Vrtna ulica", "Industrijska cona Jug"]
    ),
    "Jutri bo prekinjena dobava toplote za objekte Vrtna ulica 2–8, Osnovna šola Log in Vrtec Mavrica.": (
        ["Vrtna ulica", "Osnovna šola Log", "Vrtec Mavrica"]
    ),
    "Jutri bo motena dobava toplote v KS Log, in sicer za objekte Vrtna ulica 36–47 ter Vrtec Mavrica.": (
        ["KS Log", "Vrtna ulica", "Vrtec Mavrica"]
    ),
    "Jutri bo zaprto parkirišče za občinsko stavbo v Logu.": ["parkirišče za občinsko stavbo v Logu"],
    "Jutri bo prekinjena dobava vode: Log (celo naselje), Brdo (del), Dol.": ["Log", "Brdo", "Dol"],
    "Jutri bo brez interneta širše območje Loga.": ["Log"],
    "Jutri bodo zaprte Vrtna, Gasilska in Šolska ulica.": ["Vrtna ulica", "Gasilska ulica", "Šolska ulica"],
    "Jutri bo motena oskrba z vodo v višje ležečih predelih Loga in Brda.": ["Log", "Brdo"],
    "Zaradi gradnje kanalizacije bo na območju Stare Loke promet oviran do 9. maja.": ["Stara Loka"],
    "Občinska cesta LC 123 451 Log–Brdo bo jutri zaprta.": ["LC 123 451 Log–Brdo"],
    "Območje izklopa: Log, Brdo\nČas: jutri od 8. do 12. ure\nIzklop elektrike": ["Log", "Brdo"],
}


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_places(text, places):
    assert one(text).places == places


AREAS = {
    "Novi termin: sreda, 6. maja. Brez toka bodo odjemalci na izvodu Brdo in odjemalci v Ulici pod goro.": (
        "izvodu Brdo in odjemalci v Ulici pod goro"
    ),
    "Jutri je na celotnem območju občine prepovedano zalivanje.": "celotnem območju občine",
    "Jutri ne bo vode v soseski Log in na Vrtni ulici 2–14.": "soseski Log in na Vrtni ulici 2–14",
    "Zaprta bo cesta od križišča z Vrtno ulico do križišča s Staro cesto, in sicer jutri.": (
        "od križišča z Vrtno ulico do križišča s Staro cesto"
    ),
    "Vsi uporabniki vodovoda Log – Brdo bodo jutri brez vode.": "vodovoda Log – Brdo",
}


@pytest.mark.parametrize(("text", "area"), AREAS.items())
def test_area(text, area):
    assert one(text).area == area


REASONS = {
    "Zaradi dolgotrajne suše župan občane poziva k varčevanju. Od jutri je v Logu prepovedano zalivanje.": (
        "dolgotrajne suše"
    ),
    "Jutri bodo v Logu zaradi nadgradnje opreme možne krajše prekinitve interneta.": "nadgradnje opreme",
    "Zaradi posega na omrežju upravljavec jutri izklaplja elektriko v Logu.": "posega na omrežju",
    "Zaradi močnega vetra žičnica Log danes ne obratuje.": "močnega vetra",
    "Zaradi pranja sten desna cev predora Log jutri ne bo prevozna.": "pranja sten",
    "Od 12. do 16. maja bo redni letni remont kotlovnice Log potekal po načrtu. Takrat na Brdu ne bo tople vode.": (
        "redni letni remont kotlovnice"
    ),
    "Obnova tal v oddelku je končana. Knjižnica Log je od danes odprta.": "Obnova tal v oddelku",
    "Elektrike v Logu jutri ne bo, ker bomo zamenjali drogove.": "zamenjali drogove",
    "Gre za nujno popravilo ventila, zato v Logu danes ne bo vode.": "nujno popravilo ventila",
    "Odvoz odpadkov v Logu bo zaradi dela prostega dne v soboto.": "dela prostega dne",
    "Jutri bo zaprta Vrtna ulica: polaganje kablov.": "polaganje kablov",
    "Toplarna Dol bo jutri v Logu izvajala remont kotlovnice. Stroškov zaradi motene dobave ne bo.": (
        "remont kotlovnice"
    ),
    "Dela na Vrtni ulici so zaključena, cesta je od danes odprta.": None,
}


@pytest.mark.parametrize(("text", "reason"), REASONS.items())
def test_reason(text, reason):
    assert one(text).reason == reason


WINDOWS = {
    "Vrtna ulica bo zaprta vsak torek do 12. maja med 8. in 10. uro.": (
        [("05-05T08:00", "05-05T10:00"), ("05-12T08:00", "05-12T10:00")]
    ),
    "Ob sredah od 8. do 10. ure bo do 13. maja Vrtna ulica zaprta.": (
        [("05-06T08:00", "05-06T10:00"), ("05-13T08:00", "05-13T10:00")]
    ),
    "Vrtna ulica bo zaprta od 9. do 11. maja, z izjemo nedelje, med 7. in 17. uro.": (
        [("05-09T07:00", "05-09T17:00"), ("05-11T07:00", "05-11T17:00")]
    ),
    "Prekinitev dobave vode v Logu bo 6. maja ob 8. uri in bo trajala predvidoma štiri ure.": (
        [("05-06T08:00", "05-06T12:00")]
    ),
    "Začetek: 5. 5. 2026 ob 8.00\nKonec: 5. 5. 2026 ob 12.00\nLokacija: Log\nIzklop elektrike": (
        [("05-05T08:00", "05-05T12:00")]
    ),
}


@pytest.mark.parametrize(("text", "windows"), WINDOWS.items())
def test_windows(text, windows):
    assert times(one(text)) == windows


def test_weekdays_through_several_weeks():
    text = "Vrtna ulica bo zaprta od ponedeljka do petka med 7. in 15. uro, in sicer do 12. maja."
    days = [4, 5, 6, 7, 8, 11, 12]
    assert times(one(text)) == [(f"05-{day:02}T07:00", f"05-{day:02}T15:00") for day in days]


ISSUERS = {
    "Jutri v Logu ne bo vode, so sporočili iz podjetja Vodovod sistema Log, d. o. o.": "Vodovod sistema Log, d. o. o.",
    "Upravljavec vodovoda Brdo, Vodovodna zadruga Log, obvešča, da jutri v Logu ne bo vode.": "Vodovodna zadruga Log",
    "Koncesionar Cestno podjetje Log bo jutri zaprl Vrtno ulico.": "Cestno podjetje Log",
    "Vrtna ulica bo jutri zaprta, je povedal župan Občine Log Janez Novak.": "Občina Log",
}


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.items())
def test_issuer(text, issuer):
    assert one(text).issuer == issuer


ACTIONS = {
    "Zaradi snega cesta Log–Brdo do nadaljnjega ni prevozna.": "closure",
    "Jutri bo dostop do pokopališča v Logu onemogočen.": "closure",
    "Jutri bo zaprt vozni pas na Vrtni ulici.": "partial closure",
    "Od jutri ne bo več mogoče zavijati na Vrtno ulico.": "restriction",
}


@pytest.mark.parametrize(("text", "action"), ACTIONS.items())
def test_action(text, action):
    assert one(text).action == action


def test_where_water_is_handed_out_is_no_notice():
    text = "Jutri je v Logu prekinjena oskrba z vodo.\n\nCisterna s pitno vodo je v Dolu, so sporočili iz Vodovoda Log."
    assert one(text).places == ["Log"]


@pytest.mark.parametrize(
    ("told", "starts", "ends"),
    [
        ("v noči s torka, 5. maja, na sredo, 6. maja 2026, med 23.30 in 4.30", "2026-05-05T23:30", "2026-05-06T04:30"),
        ("v noči na nedeljo, 10. maja 2026, od 22. do 5. ure", "2026-05-09T22:00", "2026-05-10T05:00"),
        (
            "po dovoljenju z dne 3. 2. 2026 od 5. maja od 7. ure do 6. maja 2026 do 17. ure",
            "2026-05-05T07:00",
            "2026-05-06T17:00",
        ),
    ],
)
def test_hours_of_the_only_night_and_the_day_of_a_permit(told, starts, ends):
    day = date(2026, 5, 2)
    (notice,) = read_notices("Zapora", f"Lipova cesta bo {told} zaprta za promet.", day, "Europe/Ljubljana")
    assert [(window.starts, window.ends) for window in notice.windows] == [(f"{starts}:00+02:00", f"{ends}:00+02:00")]


def test_a_word_that_ends_like_a_verb_is_no_issuer():
    assert (
        one("Od 21.40 je brez napajanja celotna Solčava. Naslednje obvestilo ob 12. uri.", "Izpad elektrike").issuer
        is None
    )


def test_a_day_that_is_excepted_with_its_hours_is_a_hole_in_the_closure():
    notice = one("Cesta Log–Brdo bo zaprta od 6. do 15. maja, razen v nedeljo, 10. maja, od 8. do 12. ure.")
    assert times(notice) == [("05-06T00:00", "05-10T08:00"), ("05-10T12:00", "05-16T00:00")]


def test_the_day_of_a_notice_is_no_day_of_a_permit():
    notice = one("Prekinitev dobave električne energije z dne 12. 5. 2026 od 8. do 10. ure v naselju Log.")
    assert times(notice) == [("05-12T08:00", "05-12T10:00")]


@pytest.mark.parametrize("told", ["trajala bo dve uri in pol", "trajala bo največ 2 uri", "vodo prekuhavajte za 3 ure"])
def test_no_end_that_is_not_told(told):
    assert times(one(f"Prekinitev dobave vode v Logu bo 6. maja ob 8. uri, {told}.")) == [("05-06T08:00", "")]


@pytest.mark.parametrize(
    "told", ["Bodite previdni, ker so ceste mokre.", "Zaprite pipe, ker bo voda pritekla nenadoma."]
)
def test_advice_gives_no_reason(told):
    assert one(f"Jutri od 8. do 10. ure v Logu ne bo vode. {told}").reason is None


def test_hours_of_a_list_are_of_the_day_of_the_notice_above_it():
    text = (
        "V soboto, 9. maja, bodo zaradi teka zaprte nekatere ceste v občini Dol.\n\nPostavljene bodo zapore:\n\n"
        "- Vrtna ulica: popolna zapora med 9. in 10. uro\n\n- most v Dolu: popolna zapora med 10. in 11. uro"
    )
    entries = read_notices("Zapore ob teku", text, DAY, "Europe/Ljubljana")[-2:]
    assert [times(entry) for entry in entries] == [
        [("05-09T09:00", "05-09T10:00")],
        [("05-09T10:00", "05-09T11:00")],
    ]


def test_a_title_that_tells_two_things_is_no_status_of_all_and_an_entry_without_a_verb_has_that_of_the_one_before():
    text = (
        "Elektro Dol obvešča, da bo jutri:\n\n- od 8. do 9. ure prekinjena dobava elektrike odjemalcem iz TP Log;\n\n"
        "- od 9. do 10. ure pa odjemalcem iz TP Brdo."
    )
    entries = read_notices("Preklic požarne ogroženosti; jutri brez elektrike", text, DAY, "Europe/Ljubljana")
    assert [(entry.action, entry.status) for entry in entries] == [("interruption", "announced")] * 2
