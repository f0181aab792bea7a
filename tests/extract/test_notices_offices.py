"""How offices and utilities write: grounds first, what is forbidden, who only said something, roads by their ends."""

import pytest

from extract.noticed import DAY, one, times
from newsarchive.extract.notices import read_notices

ACTIONS = {
    "Zaradi suše je zmanjšana izdatnost virov. Do preklica je prepovedana uporaba vode za vrtove.": "restriction",
    "Vodovod Dol obvešča, da primanjkuje vode. Poraba vode je zato omejena.": "restriction",
    "V vodi so bile bakterije, zato jo klorirajo. Voda je pitna, prekuhavanje ni potrebno.": "other",
    "Zaradi gradnje bo do 9. maja na Vrtni ulici oviran promet.": "restriction",
    "Od 6. maja naprej bomo začeli z vključevanjem ogrevanja v Logu.": "other",
}


@pytest.mark.parametrize(("text", "action"), ACTIONS.items())
def test_action(text, action):
    assert one(text).action == action


SERVICES = {
    "Popolna zapora občinske ceste Log–Brdo bo 6. maja zaradi obnove vodovoda in plina.": "road",
    "Zapora vode na Vrtni cesti bo 6. maja.": "water",
    "Brv čez Loški potok pri Dolu je do nadaljnjega zaprta.": "road",
}


@pytest.mark.parametrize(("text", "service"), SERVICES.items())
def test_service(text, service):
    assert one(text).service == service


def test_supply_that_is_cut_off_in_a_second_sentence_is_that_of_the_first():
    text = (
        "Vodovod Dol obvešča, da bo v sredo, 6. maja, med 8. in 10. uro izpad oskrbe z vodo na Vrtni ulici. Istočasno "
        "bo na območju Starega trga pri tržnici izpad oskrbe med 8. in 9. uro."
    )
    assert [notice.service for notice in read_notices("", text, DAY, "Europe/Ljubljana")] == ["water", "water"]


ISSUERS = {
    "Občina Dol in izvajalec obnove ceste v Logu, podjetje Gradnje Brdo d.o.o., obveščata občane, da bo cesta 6. maja "
    "zaprta.": "Občina Dol",
    "Gradnje – Cestno podjetje Dol obvešča, da bo Vrtna ulica 6. maja zaprta.": "Gradnje – Cestno podjetje Dol",
    "Od 6. maja bo popolnoma zaprta lokalna cesta LC 352 091 Log – Brdo.": None,
    "Odvoz v Logu bo 6. maja. Podjetje Tirna gradnja Dol, d. o. o., bo obvoz označilo.": "Tirna gradnja Dol, d. o. o.",
    "Prehod v Logu bo 6. maja zaprt. Zaporo je odredil Oddelek za promet Občine Dol.": "Oddelek za promet Občine Dol",
    "Loško pokopališče bo 6. maja zaprto.\n\nLep pozdrav, Javne službe Dol": "Javne službe Dol",
    "Uporabnike, priključene na javni vodovod Log, obveščamo, da bo 6. maja motena oskrba z vodo.": None,
    "Od 6. maja bo popolna zapora javne poti JP 581010 (Brdo – Ilijaš).": None,
    "Enosmerni promet bo na Vrtni ulici 6. maja od mosta do križišča Brdo oz. Podgorje.": None,
    "Do preklica je prepovedano zalivanje vrtov. Spoštovanje ukrepa nadzira Redarska služba Medobčinske uprave.": None,
    "Cesta v Logu bo 6. maja zaprta, so sporočili iz Direkcije za infrastrukturo in dodali, da se lahko termin "
    "zaradi dežja tudi spremeni.": "Direkcija za infrastrukturo",
}


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.items())
def test_issuer(text, issuer):
    assert one(text).issuer == issuer


REASONS = {
    "Zaradi visokih temperatur in obdobja brez padavin je do preklica prepovedano zalivanje.": (
        "visokih temperatur in obdobja brez padavin"
    ),
    "Zaradi okvare brez vode Log in Brdo.": "okvare",
    "Cesta v Logu bo zaprta 6. maja. Termin se lahko zaradi slabega vremena spremeni.": None,
    "Okvara na cevovodu. Brez vode bo Vrtna ulica danes do 18. ure.": "Okvara na cevovodu",
    "Zaradi okvare na cevovodu vas obveščamo, da danes v Logu ne bo vode.": "okvare na cevovodu",
    "Zaradi nadgradnje omrežja izpadel signal v Logu, jutri do 6. ure.": "nadgradnje omrežja",
    "Zaradi gradnje mostu čez Loški potok bo 6. maja zaprta cesta v Logu.": "gradnje mostu čez Loški potok",
    "Prehod v Logu bo 6. maja zaprt. Delavci bodo menjali pragove in gumijaste plošče.": (
        "menjali pragove in gumijaste plošče"
    ),
    "Vrtna ulica bo 6. maja delno zaprta. Polagajo optični kabel, promet bo tekel izmenično.": "Polagajo optični kabel",
    "Na kopališču Log je počila cev na napravi, zato bo bazen 6. maja zaprt.": "počila cev na napravi",
    "Zaradi izdatnih padavin je prišlo do motnosti vode v Logu.": "izdatnih padavin",
    "Zaradi okvare cevovoda v Logu pričelo z deli, voda bo jutri zaprta.": "okvare cevovoda",
    "Zaradi obnove vročevoda za ves promet zaprta Vrtna ulica 6. maja.": "obnove vročevoda",
}


@pytest.mark.parametrize(("text", "reason"), REASONS.items())
def test_reason(text, reason):
    assert one(text).reason == reason


PLACES = {
    "Na območju ulic Ul. Ane Brdo, Vrtna ulica bo 6. maja prekinjena dobava vode.": ["Ulica Ane Brdo", "Vrtna ulica"],
    "V sredo bo od Loga do Brda vzpostavljena popolna zapora.": ["Log", "Brdo"],
    "V Logu bo jutri zaprta cesta Log-Brdo, med Dolom in Rebrijo.": ["cesta Log-Brdo"],
    "Jutri bo prekinjena dobava elektrike iz TP LOG na izvodu S. O. HIŠA.": ["TP LOG"],
    "Jutri bo prekinjena dobava elektrike iz TP LOG 2, izvod 3.KOMUNALA, 4. PROTI BRDU.": ["TP LOG 2"],
    "Na območju vodovodnega sistema Log v občinah Dol, Brdo in Reber je prepovedano zalivanje do 9. maja.": [
        "Log", "Dol", "Brdo", "Reber",
    ],
    "Na območju Elektra Dol je danes brez elektrike 3200 odjemalcev.": [],
    "Na območju distribucijske enote Stari Dol je danes brez elektrike 30 odjemalcev.": ["Stari Dol"],
    "Jutri bodo zaprte Vrtna cesta od trga pri gimnaziji do Dolske ulice, Ulica Ane Log in Stari trg.": [
        "Vrtna cesta", "Ulica Ane Log", "Stari trg",
    ],
    "Jutri bo v Logu po Vrtni ulici potekal enosmerni promet.": ["Vrtna ulica"],
    "Jutri bo prepovedano parkiranje na Starem trgu in na parkirišču pod gradom.": [
        "Stari trg", "parkirišče pod gradom",
    ],
    "Brv čez Loški potok pri Dolu je do nadaljnjega zaprta.": ["Brv čez Loški potok pri Dolu"],
    "Od jutri bodo brez interneta naročniki na Brdu in v Dolu.": ["Brdo", "Dol"],
    "Jutri bo v zaselkih Log in Stara vas voda kalna.": ["Log", "Stara vas"],
    "O B V E S T I L O\n\nOd 6. maja je v Logu prepovedano zalivanje.": ["Log"],
    "Loško pokopališče bo 6. maja zaprto.": ["Loško pokopališče"],
    "Del Vrtne ulice, in sicer od trga do šole, bo 6. maja zaprt.": ["Vrtna ulica"],
    "Na odseku Log–Brdo bo v sredo oviran promet.": ["Log", "Brdo"],
    "Odvoz mešanih odpadkov v Logu opravljen 6. maja.": ["Log"],
    "Na območju Loga, severnega Brda in Dola bo jutri motena oskrba s toploto.": ["Log", "Brdo", "Dol"],
    "Jutri bo v Partizanski bolnici Franja prekinjena dobava vode.": ["Partizanska bolnica Franja"],
    "Vodo morajo prekuhavati: Vrtna ulica, Smrečnikova, Grm, Stara vas.": [
        "Vrtna ulica", "Smrečnikova", "Grm", "Stara vas",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_places(text, places):
    assert one(text).places == places


NARRATED = {
    "V nedeljo so na Občini Dol sporočili, da bo Vrtna ulica 6. maja zaprta.": [("05-06", "05-06")],
    "Občina Dol je danes sprejela odločitev, da bo Vrtna ulica zaprta 6. maja.": [("05-06", "05-06")],
    "Vrtna ulica bo 6. maja zaprta, so v nedeljo povedali na Občini Dol.": [("05-06", "05-06")],
    "Voda iz vzorca, ki so ga vzeli 2. maja, ni pitna, zato jo je treba prekuhavati.": [],
    "Odvoz, ki bi moral biti opravljen v petek, 1. maja, bo v Logu opravljen v soboto, 2. maja.": [
        ("05-02", "05-02"),
    ],
    "V vzorcu, odvzetem 2. maja v Logu, so bakterije. Vodo je treba prekuhavati od 3. maja.": [("05-03", "")],
    "Prekuhavanje vode v Logu, ki je veljalo od 2. maja, ni več potrebno.": [("05-02", "")],
    "Cesta v Logu je do nadaljnjega zaprta. Po neurju 2. maja je drevo podrlo ograjo.": [],
    "Zbirni center Log je od 1. maja do 31. oktobra odprt od ponedeljka do petka od 8. do 15. ure.": [
        ("05-01", "10-31"),
    ],
    "Predor Log bo zaprt v noči s srede, 6., na četrtek, 7. maja, in v noči s četrtka na petek, od 21. do 5. ure.": [
        ("05-06", "05-07"),
        ("05-07", "05-08"),
    ],
    "Zaradi praznika v petek, 1. maja, bo odvoz v Logu v soboto, 2. maja.": [("05-02", "05-02")],
    "V noči s petka na soboto, med 22.00 (8. 5.) in 5.00 (9. 5.), bo v Logu prekinjena dobava toplote.": [
        ("05-08", "05-09"),
    ],
    "Laboratorij v Logu v petek, 8. 5., ne bo delal. Nujne primere sprejema dežurna ambulanta od 7. do 19. ure.": [
        ("05-08", "05-08"),
    ],
    "Zapora, ki je začela veljati 2. maja, je na Vrtni ulici.": [("05-02", "05-02")],
    "Od maja se odpadki v Logu ne bodo več odvažali ob sredah, ampak ob torkih.": [("05-01", "")],
}


@pytest.mark.parametrize(("text", "windows"), NARRATED.items())
def test_when_it_was_said_is_no_window(text, windows):
    assert [(start[:5], end[:5]) for start, end in times(one(text))] == windows


def test_legal_grounds_say_nothing_of_the_notice():
    notice = one(
        "Na podlagi 34. člena Odloka o občinskih cestah (Uradni list RS, št. 43/2012), ki določa, da dovoljenje za "
        "delno in popolno zaporo ni potrebno zaradi rednega vzdrževanja, obveščamo, da bo Vrtna ulica 6. maja "
        "zaradi obnove zaprta."
    )
    assert (notice.action, notice.reason, notice.places) == ("closure", "obnove", ["Vrtna ulica"])


SEVERAL = {
    "Vodovod Dol obvešča, da bo 6. maja motena oskrba z vodo: v Logu od 8. do 10. ure, v Brdu od 10. do 12. ure. "
    "Vzrok je pri vseh isti: zamenjava ventila.": [
        ("Log", "08:00", "zamenjava ventila"), ("Brdo", "10:00", "zamenjava ventila"),
    ],
    "Elektro Dol, d. d., OE Log, obvešča o izklopih: 6. 5. 2026, od 8.00 do 11.00, TP Log 2, izvod Vas; od 11.00 do "
    "14.00, TP Brdo.": [("TP Log 2", "08:00", None), ("TP Brdo", "11:00", None)],
}  # fmt: skip


def test_a_reason_below_a_list_is_that_of_all_its_entries():
    text = (
        "Elektro Dol obvešča, da bo v teh dneh prekinjena dobava elektrike:\n\n- 6. 5. 2026, 8.00–10.30, TP Log\n\n"
        "- 7. 5. 2026, 11.00–13.00 (s presledki), Brdo in Reber\n\nVzrok: posek drevja."
    )
    found = read_notices("Brez elektrike", text, DAY, "Europe/Ljubljana")
    assert [(one.places, one.reason) for one in found] == [
        (["TP Log"], "posek drevja"),
        (["Brdo", "Reber"], "posek drevja"),
    ]


@pytest.mark.parametrize(("text", "told"), SEVERAL.items())
def test_several_places_with_their_hours_in_one_sentence(text, told):
    found = read_notices("Motnje", text, DAY, "Europe/Ljubljana")
    assert [(one.places[0], times(one)[0][0][6:], one.reason) for one in found] == told
