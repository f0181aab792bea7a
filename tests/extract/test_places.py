"""Places in the nominative, by the case in which they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.demo.lexicon import streets, towns, villages
from newsarchive.extract.places import nominative, places_of

GENITIVE = {
    "Mestne občine Log ter občin Brdo, Dol in Selo": ["Log", "Brdo", "Dol", "Selo"],
    "transformatorskih postaj Stara vas, Log in Jereka": ["Stara vas", "Log", "Jereka"],
    "Jenkove ceste, Ceste talcev in Prešernove ceste": ["Jenkova cesta", "Cesta talcev", "Prešernova cesta"],
    "Trga 25. maja in Ceste 4. julija": ["Trg 25. maja", "Cesta 4. julija"],
    "Lipove, Jenkove in Prešernove ulice": ["Lipova ulica", "Jenkova ulica", "Prešernova ulica"],
    "Kidričeve ceste 2–18, Tomšičeve ceste 1a": ["Kidričeva cesta", "Tomšičeva cesta"],
    "Šaleške ceste (od krožišča do postaje)": ["Šaleška cesta"],
    "Kidričeve ceste med Titovim trgom in Šaleško cesto": ["Kidričeva cesta"],
    "Starega trga, Glavnega trga in Marijinega trga": ["Stari trg", "Glavni trg", "Marijin trg"],
    "Novega naselja in Kidričevega naselja": ["Novo naselje", "Kidričevo naselje"],
    "Spodnjih Raven, Laz in Zavrha": ["Spodnje Ravne", "Laze", "Zavrh"],
    "Cirkovc in Arnač": ["Cirkovce", "Arnače"],
    "Plešivca, Podgaja in Podgorja": ["Plešivec", "Podgaj", "Podgorje"],
    "Velikih Lašč, Trnovskega in Arje vasi": ["Velike Lašče", "Trnovsko", "Arja vas"],
    "Slovenj Gradca in Slovenskih Konjic": ["Slovenj Gradec", "Slovenske Konjice"],
    "Šempetra v Savinjski dolini in Črne na Koroškem": ["Šempeter v Savinjski dolini", "Črna na Koroškem"],
    "Ulice ob potoku in Poti na Hrib": ["Ulica ob potoku", "Pot na Hrib"],
    "naselij Škale, Hrastovec in Dolenja vas": ["Škale", "Hrastovec", "Dolenja vas"],
    "KS Stara vas in KS Šentilj": ["KS Stara vas", "KS Šentilj"],
    "Tomšičeve ulice in okolice": ["Tomšičeva ulica"],
    "TP KNEŽJA VAS, izvod 3. KOMUNALA": ["TP KNEŽJA VAS"],
    "dela mesta": [],
}
LOCATIVE = {
    "postajališču Log Veriga": ["postajališče Log Veriga"],
    "Starem trgu": ["Stari trg"],
    "Zgornjih Selih": ["Zgornja Sela"],
    "Spodnjih Ravnah": ["Spodnje Ravne"],
    "Dolenji vasi in na Gorenjem Vrhu": ["Dolenja vas", "Gorenji Vrh"],
    "Trgu 25. maja": ["Trg 25. maja"],
    "Krškem, Brežicah in Ljubnem ob Savinji": ["Krško", "Brežice", "Ljubno ob Savinji"],
    "Zabukovju, Logu in Hrastovcu": ["Zabukovje", "Log", "Hrastovec"],
    "Beltincih in Novakih": ["Beltinci", "Novaki"],
    "državni cesti G2-112, odsek 1256 Podgora–Ravne, od km 3,00 do km 4,00": ["G2-112 Podgora–Ravne"],
}
NOMINATIVE = {
    "lokalna cesta LC 267041 Log–Brdo na odseku od odcepa": ["LC 267041 Log–Brdo"],
    "gozdna cesta Log–Brdo": ["cesta Log–Brdo"],
    "R3-687 med Logom in Brdom": ["R3-687"],
    "TP Log vas (del Loga in Vrtna ulica)": ["TP Log vas", "Log", "Vrtna ulica"],
    "TP Log 3 in TP Dolenji Log": ["TP Log 3", "TP Dolenji Log"],
    "zbirnem centru v Logu": ["zbirni center v Logu"],
    "ulica Na Dobravah": ["Na Dobravah"],
    "na odseku Jelendol–Brdo": ["Jelendol", "Brdo"],
    "javna pot JP 765331 Podlog–Brezje": ["JP 765331 Podlog–Brezje"],
    "Podkraj, Zavrh": ["Podkraj", "Zavrh"],
    "Naselje Škale": ["Škale"],
    "Partizanska cesta 12–40": ["Partizanska cesta"],
}


@pytest.mark.parametrize(("area", "places"), GENITIVE.items())
def test_places_in_the_genitive(area, places):
    assert places_of(area) == places


@pytest.mark.parametrize(("area", "places"), LOCATIVE.items())
def test_places_in_the_locative(area, places):
    assert places_of(area, "loc") == places


@pytest.mark.parametrize(("area", "places"), NOMINATIVE.items())
def test_places_in_the_nominative(area, places):
    assert places_of(area, "nom") == places


def test_places_between_which_something_is():
    assert places_of("Podgoro in Kotlino", "ins") == ["Podgora", "Kotlina"]


@pytest.mark.parametrize("word", [*streets(), *villages()], ids=lambda word: word.form("nom"))
def test_every_street_and_village_of_the_made_up_region(word):
    assert places_of(word.form("gen")) == [word.form("nom")]


@pytest.mark.parametrize("town", towns(), ids=lambda town: town.form("nom"))
def test_every_town_of_the_made_up_region(town):
    assert nominative(town.form("gen"), "gen") == town.form("nom")
    assert places_of(town.form("loc"), "loc") == [town.form("nom")]


def test_a_place_is_named_once():
    assert places_of("Loga, Brda in Loga") == ["Log", "Brdo"]


@given(st.text(max_size=300), st.sampled_from(["nom", "gen", "loc", "ins"]))
def test_any_text_is_read(text, case):
    assert all(place == place.strip() != "" for place in places_of(text, case))


@pytest.mark.parametrize(
    "text", ["\n" * 50_000, "A" * 50_000, "A, " * 20_000, "Ceste med A in " * 5_000, "A (" * 20_000]
)
def test_texts_without_end_are_cut_off(text):
    assert len(places_of(text)) <= 60
