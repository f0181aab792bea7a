"""Turns of phrase of portals, utilities, parishes and obituaries, read on Tuesday, 27 January 2026, at 10:15."""

import pytest

from newsarchive.dates import parse_date

SPANS = {
    # bylines
    "10:45 | 26. 1. 2026": "2026-01-26T10:45",
    "14:32, 26. januar 2026": "2026-01-26T14:32",
    "28. I. 2026": "2026-01-28",
    "28.XII.2025": "2025-12-28",
    "January 23, 2026": "2026-01-23",
    "26-Jan-2026": "2026-01-26",
    # a weekday behind its date
    "31. decembra v sredo ob 22. uri": "2025-12-31T22:00",
    "31. januarja, v soboto, ob 19. uri": "2026-01-31T19:00",
    "29. 1. 2026 (četrtek) ob 12.15": "2026-01-29T12:15",
    "28. 1. 2026 v sredo": "2026-01-28",
    # weeks
    "v torek prejšnji teden": "2026-01-20",
    "v soboto naslednji teden": "2026-02-07",
    "prihodnji teden v petek": "2026-02-06",
    "v četrtek tega tedna": "2026-01-29",
    "danes teden": "2026-02-03",
    "jutri teden": "2026-02-04",
    "prvi vikend v februarju": "2026-02-07..2026-02-08",
    "drugi konec tedna v marcu": "2026-03-14..2026-03-15",
    "zadnji vikend avgusta 2025": "2025-08-30..2025-08-31",
    "prvi teden februarja": "2026-02-02..2026-02-08",
    # hours
    "jutri točno opoldne": "2026-01-28T12:00",
    "31. januarja točno ob 18. uri": "2026-01-31T18:00",
    "v soboto, 31. januarja, s pričetkom ob 18. uri": "2026-01-31T18:00",
    "v soboto, 31. januarja, z začetkom ob 18.30": "2026-01-31T18:30",
    "ob eni uri popoldne": "2026-01-27T13:00",
    "ob 7ih zjutraj": "2026-01-27T07:00",
    "ob 17 uri in 30 minut": "2026-01-27T17:30",
    "30. 1. 2026 ob 18 : 30": "2026-01-30T18:30",
    "31. 1. 18.00": "2026-01-31T18:00",
    "med šesto in osmo uro zvečer": "2026-01-27T18:00..2026-01-27T20:00",
    "danes nekaj po polnoči": "2026-01-27T00:00",
    "začetek: 19.00": "2026-01-27T19:00",
    "5. 2. 2026 (8.00–12.00)": "2026-02-05T08:00..2026-02-05T12:00",
    "sob: 8.00–12.00": "2026-01-31T08:00..2026-01-31T12:00",
    "pon.–pet.: 8.00–16.00": "2026-02-02T08:00..2026-02-06T16:00",
    "od 7. ure pa vse do 15. ure": "2026-01-27T07:00..2026-01-27T15:00",
    "v sredo, 28. 1. 2026, od 8,00 do 12,30 ure": "2026-01-28T08:00..2026-01-28T12:30",
    "med 8,30 in 12,00 uro": "2026-01-27T08:30..2026-01-27T12:00",
    # from one day to another, as offices write it
    "od dne, 2. 2. 2026, pa do predvidoma dne, 13. 2. 2026": "2026-02-02..2026-02-13",
    "od 2. februarja pa vse tja do 13. februarja": "2026-02-02..2026-02-13",
    "od 2. 2. 2026 pa do 13. 2. 2026": "2026-02-02..2026-02-13",
    # weekdays, each with its number and a preposition
    "v torek, 3., v sredo, 4., in v četrtek, 5. februarja": "2026-02-03..2026-02-05",
    # distances and periods
    "pred pol leta": "2025-07-27",
    "pred nekaj več kot dvema tednoma": "2026-01-13",
    "pred letom 1990": "1990-01-01..1990-12-31",
    "v šolskem letu 2025/26": "2025-09-01..2026-08-31",
    "v študijskem letu 2025/2026": "2025-10-01..2026-09-30",
    "II. polletje 2025": "2025-07-01..2025-12-31",
    "I. kvartal 2026": "2026-01-01..2026-03-31",
    "med božičem in novim letom": "2025-12-25..2026-01-01",
    "roj. 1938": "1938-01-01..1938-12-31",
    # already read, and to stay so
    "sobota in nedelja, 31. 1. in 1. 2.": "2026-01-31..2026-02-01",
    "v noči s 3. na 4. februar": "2026-02-03..2026-02-04",
    "od 2. 2. 2026 ob 7.00 do 6. 2. 2026 do 17.00": "2026-02-02T07:00..2026-02-06T17:00",
}
RULES = {
    "vsak dan razen nedelje": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA",
    "vsak dan, razen ob ponedeljkih in torkih, od 8. do 12. ure": "FREQ=WEEKLY;BYDAY=WE,TH,FR,SA,SU",
}
TRAPS = [
    "igralec Marjan Petek",
    "farna cerkev v kraju Mala Nedelja",
    "po 3 ure na teden",
    "3. 4. 5. razred",
    "1. 2. 3. mesto",
    "po čl. 10. 5. zakona",
    "cena od 10.50 do 12.30",
    "do 60. leta starosti",
    "po 60. letu",
    "traja 2 uri in 30 minut",
    "naslednji dan ob 8. uri",
    "prejšnjega dne ob 8. uri",
    "Janez XXIII. 2020 vernikov",
]
PLACED = {
    "Celje, 31. 1. 2026": "2026-01-31",
    "V Kranju, dne 15. 12. 2025": "2025-12-15",
    "Murska Sobota, 31. 1. 2026 ob 7.29": "2026-01-31T07:29:00+01:00",
    "28. I. 2026": "2026-01-28",
    "January 23, 2026": "2026-01-23",
}


@pytest.mark.parametrize(("text", "meaning"), SPANS.items())
def test_one_expression_means_one_span(meanings, text, meaning):
    found = meanings(text)
    assert found == [meaning] or found == meaning.split("..")


@pytest.mark.parametrize(("text", "rule"), RULES.items())
def test_exceptions_are_taken_from_the_rule(text, rule, tuesday):
    from newsarchive.dates import find_dates

    assert [span.rule for span in find_dates(text, published=tuesday)] == [rule]


@pytest.mark.parametrize("text", TRAPS)
def test_no_time_is_found(meanings, text):
    assert meanings(text) == []


def test_another_weekday_behind_a_date_is_another_day(meanings):
    assert meanings("31. januarja in v torek") == ["2026-01-31", "2026-01-27"]


@pytest.mark.parametrize(("text", "value"), PLACED.items())
def test_a_place_before_a_date_is_read_over(text, value):
    found = parse_date(text)
    assert found
    assert found.isoformat() == value


@pytest.mark.parametrize("text", ["na tekmi, 3. 9. 2025", "Zmaga, ki šteje, 3. 9. 2025", "Celje, Cesta 3. 9. 2025"])
def test_other_words_before_a_date_are_not(text):
    assert parse_date(text) is None
