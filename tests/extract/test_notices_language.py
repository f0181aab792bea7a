"""Notices as portals print them: one short text each, and what it says."""

from datetime import date

import pytest

from newsarchive.extract.notices import read_notices

SEEN = date(2026, 5, 4)


def read(text, title=""):
    return read_notices(title, text, SEEN, "Europe/Ljubljana")


def one(text, title=""):
    [notice] = read(text, title)
    return notice


def times(notice):
    """Each window as day, hour and hour: "06 08:00-14:00"; whole days "06/09"."""
    return [_window(window.starts, window.ends) for window in notice.windows]


def _window(start, end):
    if "T" not in (start or end):
        return f"{(start or '..')[8:10] or '..'}/{(end or '..')[8:10] or '..'}"
    return f"{(start or end)[8:10]} {(start or '')[11:16] or '..'}-{(end or '')[11:16] or '..'}"


ISSUERS = {
    "Komunala Dol, d. o. o., obvešča občane, da bo 6. 5. 2026 moten odvoz.": "Komunala Dol, d. o. o.",
    "Iz Vodovoda Dol sporočajo, da bo 6. 5. 2026 motena dobava vode.": "Vodovod Dol",
    "V Zdravstvenem domu Dol obveščajo, da bo postaja 6. 5. 2026 zaprta.": "Zdravstveni dom Dol",
    "Na Elektru Dol sporočajo, da bo 6. 5. 2026 motena dobava elektrike.": "Elektro Dol",
    "Danes bo motena dobava vode, sporočajo iz Mestne občine Dol.": "Mestna občina Dol",
    "Danes bo motena dobava vode, obvešča Komunala Dol.": "Komunala Dol",
    "Uporabnike obveščamo, da bo danes motena dobava vode.\n\nVodovod Dol": "Vodovod Dol",
    "Obveščamo vas, da bo danes zaprta Vrtna ulica.\n\nHvala.\n\nElektro Dol, d. d.": "Elektro Dol, d. d.",
    "Elektro Dol\n\nDanes bo prekinjena dobava električne energije v Logu.": "Elektro Dol",
    "Danes bo prekinjena dobava vode v Logu.": None,
}


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.items())
def test_issuer(text, issuer):
    assert one(text).issuer == issuer


AREAS = {
    "Danes bo na območju Jenkove, Lipove in Vrtne ceste motena dobava vode.": "Jenkove, Lipove in Vrtne ceste",
    "Danes bo v naseljih Log, Brdo in Dol motena dobava vode.": "Log, Brdo in Dol",
    "Danes bo v Starem trgu prekinjena dobava vode.": "Starem trgu",
    "Gasilska ulica bo danes popolnoma zaprta.": "Gasilska ulica",
    "Danes bo zapora Titovega trga (od krožišča do šole). Obvoz bo.": "Titovega trga (od krožišča do šole)",
    "Zapora Ceste na grad je podaljšana.": "Ceste na grad",
    "Cesta v Log bo danes zaprta.": "Cesta v Log",
    "Lokalna cesta LC 450061 na odseku Log–Brdo bo danes zaprta.": "na odseku Log–Brdo",
    "Javna pot JP 544151 v Zavodnjah bo danes zaprta.": "Zavodnjah",
    "Danes bo brez vode naselje Podkraj.": "Podkraj",
    "Danes bo na območju TP KNEŽJA VAS, izvod 3. KOMUNALA, izklop.": "TP KNEŽJA VAS, izvod 3. KOMUNALA",
    "Zaradi del na TP Log bo danes brez električne energije del naselja Brdo.": "Brdo",
    "Občinska blagajna bo danes zaprta.": None,
}


@pytest.mark.parametrize(("text", "area"), AREAS.items())
def test_area(text, area):
    assert one(text).area == area


def test_the_title_names_the_area_where_the_text_does_not():
    notice = one("Cesta bo danes zaprta.", "Zapora Ceste na Vrtače")
    assert (notice.area, notice.places) == ("Ceste na Vrtače", ["Cesta na Vrtače"])


REASONS = {
    "Zaradi okvare cevovoda prekinjena dobava vode.": "okvare cevovoda",
    "Danes bo motena dobava vode. Vzrok je okvara na vodovodu.": "okvara na vodovodu",
    "Danes bo na območju Loga zapora ceste zaradi plazu na odseku LC 161169.": "plazu na odseku LC 161169",
    "Zaradi okvare na območju Loga bo motena dobava vode.": "okvare",
    "Zaradi del v TP Log, izvod 7. Brdo, bo danes motena dobava elektrike.": "del v TP Log, izvod 7. Brdo",
    "Zaradi kalnosti je potrebno prekuhavanje pitne vode.": "kalnosti",
    "Danes bo motena dobava vode.": None,
}


@pytest.mark.parametrize(("text", "reason"), REASONS.items())
def test_reason(text, reason):
    assert one(text).reason == reason


SERVICES = {
    "Občina Dol obvešča, da bo občinska blagajna danes zaprta.": ("facility", "closure"),
    "Občina Dol obvešča, da bo stražnica na Trški cesti danes zaprta.": ("facility", "closure"),
    "Občina Dol obvešča, da bo Vrtna ulica danes delno zaprta zaradi gradnje vodovoda.": ("road", "partial closure"),
    "Občina Dol obvešča, da bo na Vrtni ulici urejen enosmerni promet.": ("road", "restriction"),
    "Komunala Dol obvešča, da bo danes motena dobava tople sanitarne vode.": ("heating", "reduction"),
    "Snaga Dol obvešča, da bo odvoz odpadkov v soboto, 9. maja.": ("waste", "other"),
    "Štab Dol obvešča prebivalce, da bo 9. maja preizkus siren.": ("other", "other"),
    "Vodovod Dol obvešča, da je prekuhavanje vode preklicano.": ("water", "cancellation"),
    "Vodovodna cesta v Logu bo danes zaprta.": ("road", "closure"),
}


@pytest.mark.parametrize(("text", "told"), SERVICES.items())
def test_service_and_action(text, told):
    notice = one(text)
    assert (notice.service, notice.action) == told


STATUSES = {
    "V primeru slabega vremena bodo dela prestavljena.": "announced",
    "Okvara bo predvidoma odpravljena do 15. ure.": "announced",
    "Okvara je odpravljena.": "finished",
    "Popolna zapora, ki je veljala od 1. do 3. maja, je zaključena.": "finished",
    "Odvoz bo namesto v petek v soboto.": "changed",
    "Občina obvešča, da je zapora preklicana.": "cancelled",
    "Na cesti bo spremenjen prometni režim.": "announced",
}


@pytest.mark.parametrize(("text", "status"), STATUSES.items())
def test_status(text, status):
    assert one(text).status == status


WINDOWS = {
    "V sredo, 6. maja 2026, bo od 8.00 do 16.00 v Logu motena dobava vode.": ["06 08:00-16:00"],
    "6. in 7. maja bo od 8. do 12. ure v Logu motena dobava vode.": ["06 08:00-12:00", "07 08:00-12:00"],
    "Od 6. do 8. maja bo vsak dan od 8. do 12. ure zaprta Vrtna ulica.": [
        "06 08:00-12:00", "07 08:00-12:00", "08 08:00-12:00",
    ],
    "Vrtna ulica bo ob delavnikih od 7. do 15. ure od 8. do 11. maja zaprta.": ["08 07:00-15:00", "11 07:00-15:00"],
    "V noči s torka, 5. maja 2026, od 23. ure, na sredo, 6. maja 2026, do 5. ure bo izklop.": ["05 23:00-05:00"],
    "Vrtna ulica bo zaprta od 6. do 9. maja. Izjema: cesta bo odprta 7. maja.": ["06/06", "08/09"],
    "Vrtna ulica bo zaprta od 6. maja do 9. maja, razen 7. maja.": ["06/06", "08/09"],
    "Vrtna ulica bo od 6. do 20. maja zaprta, razen ob nedeljah.": ["06/20"],
    "Zapora bo podaljšana do 8. maja.": ["08/08"],
    "Zapora je prestavljena s 6. maja na 9. maja.": ["09/09"],
    "Zaradi praznika 1. maja bo odvoz odpadkov namesto v petek, 1. maja, v soboto, 2. maja 2026.": ["02/02"],
    "V Logu bo motena dobava vode. Prva faza bo od 5. do 6. maja, druga od 8. do 9. maja.": ["05/06", "08/09"],
    "Vrtna ulica bo zaprta 6. maja. Zaprta bo tudi 8. maja.": ["06/06", "08/08"],
    "Vrtna ulica bo zaprta 6. maja. Pokličite v petek, 8. maja.": ["06/06"],
    "Od 12. 5. 2026 do 8. 5. 2026 bo zaprta Vrtna ulica.": ["12/08"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WINDOWS.items())
def test_windows(text, expected):
    assert times(one(text)) == [
        entry.replace("08/08", "../08") if "podaljšana" in text else entry for entry in expected
    ]


def test_an_exception_with_hours_parts_a_closure():
    closed = "Vrtna ulica bo zaprta od 6. maja od 7. ure do 9. maja do 16. ure"
    notice = one(f"{closed}, razen od 7. maja od 10. ure do 8. maja do 6. ure.")
    assert [(window.starts[8:16], window.ends[8:16]) for window in notice.windows] == [
        ("06T07:00", "07T10:00"), ("08T06:00", "09T16:00"),
    ]  # fmt: skip


def test_entries_of_a_list_share_what_stands_above_it():
    notices = read(
        "Elektro Dol obvešča, da bo zaradi del 5. maja prekinjena dobava električne energije:\n\n"
        "- od 8. do 10. ure na območju Loga,\n- od 11. do 13. ure na območju Brda."
    )
    assert [(n.issuer, n.service, n.action, n.reason, n.places, times(n)) for n in notices] == [
        ("Elektro Dol", "electricity", "interruption", "del", ["Log"], ["05 08:00-10:00"]),
        ("Elektro Dol", "electricity", "interruption", "del", ["Brdo"], ["05 11:00-13:00"]),
    ]


def test_an_entry_can_be_a_place_and_a_time():
    notices = read(
        "Elektro Dol obvešča o izklopih električne energije.\n\n"
        "- TP Log: 12. 5. 2026, od 8.00 do 10.00\n- Brdo: 13. 5. 2026"
    )
    assert [(n.area, n.places, times(n)) for n in notices] == [
        ("TP Log", ["TP Log"], ["12 08:00-10:00"]), ("Brdo", ["Brdo"], ["13/13"]),
    ]  # fmt: skip


def test_rows_of_a_table_are_read_by_its_heads():
    notices = read(
        "Elektro Dol obvešča, da bo prekinjena dobava električne energije po razporedu.\n\n"
        "Območje | Datum | Ura | Razlog\n"
        "Škale | 12. 5. 2026 | od 8. do 10. ure | pregled\nLog, Brdo | 13. 5. 2026 | | posek",
        "Izklopi",
    )
    assert [(n.issuer, n.area, n.places, n.reason, times(n)) for n in notices] == [
        ("Elektro Dol", "Škale", ["Škale"], "pregled", ["12 08:00-10:00"]),
        ("Elektro Dol", "Log, Brdo", ["Log", "Brdo"], "posek", ["13/13"]),
    ]


def test_labelled_lines_make_a_notice_until_a_label_comes_again():
    notices = read(
        "Izvajalec: Komunala Dol\n\nKaj: prekinjena dobava pitne vode\n\nKje: Log\n\nKdaj: 6. 5. 2026\n\n"
        "Izvajalec: Elektro Dol\n\nKaj: izklop elektrike\n\nKje: Brdo\n\nKdaj: 7. 5. 2026\n\nRazlog: posek"
    )
    assert [(n.issuer, n.service, n.action, n.area, n.reason, times(n)) for n in notices] == [
        ("Komunala Dol", "water", "interruption", "Log", None, ["06/06"]),
        ("Elektro Dol", "electricity", "interruption", "Brdo", "posek", ["07/07"]),
    ]


def test_bodies_as_headings_announce_what_stands_below_them():
    notices = read(
        "Energetika Dol\n\nV sredo bo v Logu motena dobava toplote.\n\nV petek bo v Brdu motena dobava toplote.\n\n"
        "Elektro Dol\n\nV petek bo v Logu prekinjena dobava elektrike."
    )
    assert [(n.issuer, n.service) for n in notices] == [
        ("Energetika Dol", "heating"), ("Energetika Dol", "heating"), ("Elektro Dol", "electricity"),
    ]  # fmt: skip


def test_a_lead_that_says_the_same_is_no_notice_of_its_own():
    [notice] = read(
        "V sredo bo v Logu motena dobava vode.\n\n"
        "Vodovod Dol obvešča, da bo v sredo, 6. maja 2026, od 8. do 10. ure v Logu in Brdu motena dobava pitne vode."
    )
    assert (notice.issuer, notice.places) == ("Vodovod Dol", ["Log", "Brdo"])


def test_a_cancellation_in_the_title_holds_for_all_notices_of_the_page():
    text = "Elektro Dol obvešča, da bo 6. 5. v Logu izklop.\n\nElektro Dol obvešča, da bo 7. 5. v Brdu izklop."
    assert [notice.status for notice in read(text, "PREKLICANO: izklopi")] == ["cancelled", "cancelled"]
    assert [notice.action for notice in read(text, "PREKLICANO: izklopi")] == ["interruption", "interruption"]


HOSTILE = {
    "commas": ",", "letters": "A", "names": "Aa ", "areas": "na območju ", "issuers": "Občina obvešča, ",
    "reasons": "zaradi ", "streets": "Ceste Ulica ", "brackets": "na območju A (", "dashes": "- ", "stops": ". ",
    "lines": "\n\n", "rows": "5. 5. 2026 | Log\n", "labels": "Kje: A\n",
    "days": "Cesta A bo zaprta vsak dan od 1. 1. do 31. 12. 2026.\n\n",
}  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_a_text_without_end_is_read_in_time(piece):
    assert len(read(piece * (1_000_000 // len(piece)))) >= 1


def test_the_day_a_street_is_named_after_is_no_time():
    notice = one("Na območju Ceste 4. julija v četrtek, 7. maja 2026, od 10. do 12. ure motena dobava vode.")
    assert (notice.places, times(notice)) == (["Cesta 4. julija"], ["07 10:00-12:00"])


SPEAKERS = {
    "Danes bo prekinjena dobava plina, so sporočili iz podjetja Dolina plin.": "Dolina plin",
    "Danes bo zaprta Vrtna ulica. Kot pojasnjujejo na Občini Dol, menjajo cevi.": "Občina Dol",
    "Voda bo po navedbah Javnega podjetja Vodovod Dol pritekla ob 17. uri.": "Javno podjetje Vodovod Dol",
    "Župan Občine Dol je odredil omejitev porabe pitne vode.": "Občina Dol",
    "Danes bo v Logu prekinjena dobava elektrike. Elektro Dol menja drogove.": "Elektro Dol",
    "Danes bo zaprta Vrtna ulica. Dela izvaja podjetje Gradnje Dol.": None,
    "Danes bo zaprta Vrtna ulica (Občina Dol).": "Občina Dol",
    "V Knjižnici Dol bomo 6. maja polagali nova tla, vrata ostanejo zaprta.": "Knjižnica Dol",
    "Občina Dol za sredo, 6. maja, napoveduje zaporo Vrtne ulice.": "Občina Dol",
    "Danes bo v Logu prekinjena dobava elektrike. OKP Dolina": "OKP Dolina",
    "Danes bo zaprta Vrtna ulica.\n\nSvet Krajevne skupnosti Log": "Krajevna skupnost Log",
    "Kdaj bo voda spet tekla, še ni znano.": None,
}


@pytest.mark.parametrize(("text", "issuer"), SPEAKERS.items())
def test_issuer_in_whatever_sentence_and_case(text, issuer):
    assert one(text).issuer == issuer


PLACES = {
    "Danes bo brez vode: Log, Stara vas, del Malega Vrha.": ["Log", "Stara vas", "Mali Vrh"],
    "Danes bo moten pritisk vode za Lipovo ulico in Pot na Hrib.": ["Lipova ulica", "Pot na Hrib"],
    "Prebivalci Velikega Loga in Spodnjih Raven bodo danes brez vode.": ["Veliki Log", "Spodnje Ravne"],
    "V Dolu bo danes Ulica padlih borcev zaprta.": ["Ulica padlih borcev"],
    "Danes bo prekinjena dobava vode na Lipovi cesti 2–14 v Dolu.": ["Lipova cesta"],
    "Danes bo izklop v ulicah Na bregu, Ob potoku in Pod gradom v Dolu.": ["Na bregu", "Ob potoku", "Pod gradom"],
    "Do preklica prekuhavajte vodo iz vodovodnega sistema Brdo (Log, Dol, Trata).": ["Log", "Dol", "Trata"],
    "Voda v Zgornjem in Spodnjem Logu bo danes motna.": ["Zgornji Log", "Spodnji Log"],
    "Danes bo izklop za Novo Cerkev in Log.": ["Nova Cerkev", "Log"],
    "Danes bodo brez vode v Logu, Mengšu in Trzinu ponovno vsi.": ["Log", "Mengeš", "Trzin"],
}


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_places_wherever_a_sentence_names_them(text, places):
    assert one(text).places == places


FURTHER_WINDOWS = {
    "Od 8. do 12. ure bo v sredo, 6. maja, v Logu motena dobava vode.": ["06 08:00-12:00"],
    "V Logu bo 6. maja motena dobava vode od 12. do 14. ure (in ne od 8. do 10. ure).": ["06 12:00-14:00"],
    "Vrtna ulica bo 6. maja zaprta. Promet bo oviran od 7. do 15. ure.": ["06 07:00-15:00"],
    "V Logu 6. maja ne bo vode. Dobavo bomo ustavili ob 8. uri in jo ponovno vzpostavili do 15. ure.": [
        "06 08:00-15:00",
    ],
    "Napovedana prekinitev dobave vode v Logu 5. maja je prestavljena na 7. maj od 9. do 12. ure.": ["07 09:00-12:00"],
    "Vrtna ulica bo zaprta od 6. maja od 14. ure do 2. ure naslednjega dne.": ["06 14:00-02:00"],
    "Vrtna ulica bo zaprta 6. maja od 9. do 12. ure, dan pozneje pa od 8. do 10. ure.": [
        "06 09:00-12:00", "07 08:00-10:00",
    ],
    "Voda: Log, sreda 8–12, brez dobave.": ["06 08:00-12:00"],
    "Cesta Log–Brdo je od danes od 16. ure znova odprta.": ["04 ..-16:00"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FURTHER_WINDOWS.items())
def test_windows_that_a_text_tells_in_pieces(text, expected):
    assert times(one(text)) == expected


WHAT = {
    "Danes od 8. do 10. ure v Logu ne bo vode.": ("water", "interruption"),
    "Komunala Dol bo danes zaprla vodo v Logu.": ("water", "interruption"),
    "Naročniki v Logu danes ne bodo mogli telefonirati.": ("telecom", "interruption"),
    "Skozi Log danes ne bo mogoče voziti.": ("road", "closure"),
    "Signal v Logu bo danes slabši.": ("telecom", "reduction"),
    "Odvoz odpadkov v Logu 5. maja odpade.": ("waste", "cancellation"),
    "Danes bo popolnoma zaprta Lipova cesta v Dolu.": ("road", "closure"),
}


@pytest.mark.parametrize(("text", "told"), WHAT.items())
def test_what_happens_in_other_words(text, told):
    notice = one(text)
    assert (notice.service, notice.action) == told


def test_hours_and_places_under_the_heading_of_a_day_are_notices_of_the_title():
    notices = read(
        "torek, 5. 5. 2026\n08:00–10:00 TP Log: Log 1–19\n10:30–13:00 TP Brdo: Brdo, Gornji Log\n\nElektro Dol, d. d.",
        "Načrtovani izklopi elektrike",
    )
    assert [(n.issuer, n.service, n.action, n.places, times(n)) for n in notices] == [
        ("Elektro Dol, d. d.", "electricity", "interruption", ["Log"], ["05 08:00-10:00"]),
        ("Elektro Dol, d. d.", "electricity", "interruption", ["Brdo", "Gornji Log"], ["05 10:30-13:00"]),
    ]


def test_entries_that_begin_with_their_places():
    notices = read(
        "Elektro Dol za sredo, 6. maja 2026, napoveduje te izklope:\n\n"
        "Log in Brdo: od 8. do 10. ure, menjava drogov;\nSelo pri Dolu: od 11. do 12. ure, posek."
    )
    assert [(n.issuer, n.places, times(n)) for n in notices] == [
        ("Elektro Dol", ["Log", "Brdo"], ["06 08:00-10:00"]), ("Elektro Dol", ["Selo pri Dolu"], ["06 11:00-12:00"]),
    ]  # fmt: skip


def test_bodies_that_open_their_paragraphs():
    notices = read(
        "Elektro Dol. V torek, 5. maja, bo v Logu prekinjena dobava elektrike.\n\n"
        "Knjižnica Dol. Izposojevališče v Trati bo 6. maja zaprto."
    )
    assert [(n.issuer, n.service) for n in notices] == [("Elektro Dol", "electricity"), ("Knjižnica Dol", "facility")]
