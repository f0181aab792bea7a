"""What looks like a time and is none."""

from datetime import date

import pytest

from newsarchive.dates import find_dates

TRAPS = {
    "scores": ["33:27", "3 : 2", "zmagali so s 25:20, 25:18", "izid 21:15"],
    "telephones": ["tel. 03 896 1000", "041 615 341", "pokličite 041 12 34 56"],
    "laws": ["Ur. l. RS, št. 62/16", "št. 43/2012, 128/2022", "3. 4. člen", "točka 3. 4.", "12. 5. odstavek"],
    "prices": [
        "7,50 evra",
        "od 7.50 do 9.90 evra",
        "2.000 €",
        "12.30 EUR",
        "od 1.200 do 1.500 evrov",
        "med 8.50 in 9.50 evra",
    ],
    "amounts": ["1.381 otrok", "84,55 odstotka", "5.630 odjemalcev", "3 ure", "dve uri", "sedem dni", "pet minut"],
    "ordinals": [
        "34. Pikinega festivala",
        "1/16 finala",
        "35. koncert",
        "1. SNL",
        "od 9. do 16. mesta",
        "med 8. in 22. členom",
    ],
    "anniversaries": [
        "ob 140-letnici društva",
        "ob 20. obletnici",
        "v 94. letu",
        "stara 93 let",
        "v 59. letu vladanja",
    ],
    "streets": ["Cesta 4. julija 10", "Trg 25. maja", "v Ulici 8. februarja", "OŠ 16. decembra", "Ulica 14. divizije"],
    "roads": ["LC 450061", "G2-112 odsek 1256 km 3,00–4,00", "izvod 3. KOMUNALA"],
    "houses": ["Prešernova cesta 6", "Breznica 12 A", "h. š. 1 in 3", "hišne številke od 1 do 12"],
    "versions": ["različica 2.0.1", "192.168.1.10", "verzija 10.15", "10.0.0.1"],
    "people": ["Maja se dogaja", "Marec Novak", "Julija in Maja Kos", "za Majo", "April Jones"],
    "towns": ["Murska Sobota", "v Murski Soboti", "v Veliki Nedelji"],
    "things": ["ob treh otrocih", "ob petih deklicah", "eno od sedmih čudes", "v 2000 primerih", "od zadaj"],
    "indefinite": ["pred leti", "pred meseci", "prejšnja leta", "pred kratkim", "po petih ali več letih"],
    "seasons of sport": ["sezona 2020/21", "v sezoni 2025/26"],
    "no such day": ["31. 2. 2026", "30. februarja", "32. januarja 2026", "ob 25. uri", "29. 2. 2025"],
    "nothing": ["", " ", ".", "od do", "v", "maj", "leto", "konec", "sredi"],
}


@pytest.mark.parametrize("text", [text for texts in TRAPS.values() for text in texts])
def test_no_time_is_found(meanings, text):
    assert meanings(text) == []


@pytest.mark.parametrize("text", [text for texts in TRAPS.values() for text in texts if len(text) > 10])
def test_nor_inside_a_sentence(meanings, text):
    assert meanings(f"Danes je bilo {text} znova na dnevnem redu.") == ["2026-01-27"]


def test_a_long_enumeration_is_no_list_of_dates():
    assert find_dates("1. 2. 3. " * 50, published=date(2026, 1, 27)) == []


def test_a_list_of_days_without_years_stays_one():
    text = ", ".join(f"{day}. 2." for day in (3, 10, 17, 24))
    assert [span.start.day for span in find_dates(text, published=date(2026, 1, 27))] == [3, 10, 17, 24]
