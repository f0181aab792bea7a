"""What the words around an expression, and the moment of publication, make of it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from newsarchive.dates import find_dates

TZ = ZoneInfo("Europe/Ljubljana")

TENSES = {
    "V ponedeljek je umrl naš dragi.": "2026-01-26",
    "V ponedeljek umrl.": "2026-01-26",
    "V ponedeljek bo žalna seja.": "2026-02-02",
    "V ponedeljek se bodo začela dela.": "2026-02-02",
    "Vabimo vas v ponedeljek na tržnico.": "2026-02-02",
    "Leta so minila, v ponedeljek pa bo koncert.": "2026-02-02",
    "Koncert bo potekal v ponedeljek.": "2026-02-02",
    "V nedeljo so gasilci pogasili požar.": "2026-01-25",
    "Šesti maj je bil lep, 15. oktobra bo otvoritev.": "2026-10-15",
    "Društvo je bilo 15. maja razpuščeno.": "2025-05-15",
    "Dela bodo 15. oktobra končana.": "2026-10-15",
    "Dela so bila 15. oktobra končana.": "2025-10-15",
    "V kraju Domžale pričnejo 15. junija.": "2026-06-15",
    "So sporočili, da je cesta zaprta od danes do 15. junija.": "2026-01-27..2026-06-15",
}


@pytest.mark.parametrize(("text", "meaning"), TENSES.items())
def test_the_verb_says_where_to_look(meanings, text, meaning):
    assert meaning in meanings(text)


def test_the_same_paragraph_can_look_both_ways(meanings):
    text = "V ponedeljek je umrl častni občan. Žalna seja bo v ponedeljek."
    assert meanings(text) == ["2026-01-26", "2026-02-02"]


def test_a_weekday_chooses_the_year(meanings):
    at_new_year = datetime(2025, 12, 30, 12, tzinfo=TZ)
    assert meanings("v petek, 2. januarja", at_new_year) == ["2026-01-02"]
    assert meanings("v ponedeljek, 29. decembra", datetime(2026, 1, 3, 12, tzinfo=TZ)) == ["2025-12-29"]


def test_a_weekday_that_contradicts_is_flagged_and_the_date_kept(tuesday):
    [span] = find_dates("v petek, 29. 1. 2026", published=tuesday)
    assert span.start == date(2026, 1, 29)
    assert span.flags == ("weekday contradicts",)


def test_a_clock_time_belongs_to_the_day_named_before_it(meanings):
    text = "Koncert bo v soboto. Začetek ob 19. uri.\n\nZaprto od 8. ure dalje."
    assert meanings(text) == ["2026-01-31", "2026-01-31T19:00", "2026-01-27T08:00.."]


def test_a_duration_counts_from_the_day_named_before_it(meanings):
    assert meanings("Zapora se začne 2. marca in bo trajala 14 dni.") == ["2026-03-02", "2026-03-02..2026-03-15"]
    assert meanings("Zapora bo trajala 14 dni.") == []


def test_an_end_before_its_start_is_kept_and_flagged(tuesday):
    [span] = find_dates("od 14. do 10. ure", published=tuesday)
    assert span.end < span.start
    assert "reversed" in span.flags
    [span] = find_dates("od 9. 3. 2026 do 2. 3. 2026", published=tuesday)
    assert (span.start, span.end, span.flags) == (date(2026, 3, 9), date(2026, 3, 2), ("reversed",))


FLAGS = {
    "okoli 15. ure": "about",
    "predvidoma do petka": "about",
    "najkasneje do petka": "at the latest",
    "do vključno petka": "including",
    "po 1. marcu 2026": "after",
    "pred 1. marcem 2026": "before",
    "v petek zvečer": "evening",
    "do preklica": "until revoked",
    "v noči na soboto": "night",
    "* 12. 3. 1945": "born",
    "† 21. 1. 2026": "died",
    "od 3. do 7. februarja od 8. do 14. ure": "each day",
    "ob 18. uri": "day of publication",
}


@pytest.mark.parametrize(("text", "flag"), FLAGS.items())
def test_small_words_are_kept_as_flags(tuesday, text, flag):
    [span] = find_dates(text, published=tuesday)
    assert flag in span.flags


EDTF = {
    "27. januarja 2026": "2026-01-27",
    "januarja 2026": "2026-01",
    "leta 2022": "2022",
    "jeseni 2022": "2022-23",
    "v prvem četrtletju 2026": "2026-33",
    "2. polletje 2026": "2026-41",
    "v devetdesetih letih": "199X",
    "v 20. stoletju": "19XX",
    "do konca marca": "../2026-03-31",
    "od 27. januarja 2026": "2026-01-27/..",
    "okoli 30. novembra 2020": "2020-11-30~",
    "konec marca 2026": "2026-03-20~/2026-03-31~",
    "od 3. do 7. februarja": "2026-02-03/2026-02-07",
    "danes ob 18. uri": "2026-01-27T18:00:00+01:00",
    "julija 2025 ": "2025-07",
    "do preklica": "../..",
}


@pytest.mark.parametrize(("text", "edtf"), EDTF.items())
def test_edtf_says_what_iso_8601_cannot(tuesday, text, edtf):
    [span] = find_dates(text, published=tuesday)
    assert span.edtf == edtf


RULES = {
    "vsak petek med 15. in 20. uro": ("2026-01-30T15:00..2026-01-30T20:00", "FREQ=WEEKLY;BYDAY=FR"),
    "ob sobotah in nedeljah": ("2026-01-31", "FREQ=WEEKLY;BYDAY=SA,SU"),
    "vsak torek in četrtek ob 18. uri": ("2026-01-27T18:00", "FREQ=WEEKLY;BYDAY=TU,TH"),
    "vsako drugo sredo": ("2026-01-28", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
    "vsako prvo soboto v mesecu": ("2026-02-07", "FREQ=MONTHLY;BYDAY=1SA"),
    "vsak dan od 8. do 16. ure": ("2026-01-27T08:00..2026-01-27T16:00", "FREQ=DAILY"),
    "ob delavnikih med 7. in 15. uro": ("2026-01-27T07:00..2026-01-27T15:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    "vsak zadnji ponedeljek v marcu": ("2026-03-30", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1MO"),
    "ob delavnikih": ("2026-01-27", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    "vsak 1. v mesecu": ("2026-02-01", "FREQ=MONTHLY;BYMONTHDAY=1"),
    "vsako leto 8. februarja": ("2026-02-08", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=8"),
}


@pytest.mark.parametrize(("text", "expected"), RULES.items())
def test_repetitions_give_their_rule_beside_the_first_span(meanings, tuesday, text, expected):
    [span] = find_dates(text, published=tuesday)
    assert (meanings(text), span.rule) == ([expected[0]], expected[1])


MACHINE = {
    "2026-01-27": "2026-01-27",
    "20260127": "2026-01-27",
    "1769505300": "2026-01-27T10:15",
    "2026-01-27T09:15:00Z": "2026-01-27T10:15",
    "2026-07-01T09:15:00Z": "2026-07-01T11:15",
    "2026-04-19CEST10:04:00": "2026-04-19T10:04",
    "Tue, 27 Jan 2026 09:15:00 GMT": "2026-01-27T10:15",
    "Pet, 01/27/2026 - 10:15": "2026-01-27T10:15",
    "Čet, 02/05/2026 - 08:00": "2026-02-05T08:00",
}


@pytest.mark.parametrize(("text", "meaning"), MACHINE.items())
def test_machine_forms_stand_in_texts_too(meanings, text, meaning):
    assert meanings(text) == [meaning]


def test_switch_days_are_right():
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    [night] = find_dates("od 1. do 4. ure", published=spring)
    assert (night.end - night.start).total_seconds() == 3 * 3600  # wall time; two hours have passed
    assert (night.end.astimezone(ZoneInfo("UTC")) - night.start.astimezone(ZoneInfo("UTC"))).total_seconds() == 2 * 3600
    assert find_dates("ob 2.30", published=spring)[0].flags == ("day of publication", "skipped")
    assert find_dates("ob 2.30", published=autumn)[0].flags == ("day of publication", "ambiguous")
    assert find_dates("ob 2.30", published=autumn)[0].edtf == "2026-10-25T02:30:00+02:00"
    [ago] = find_dates("pred dvema urama", published=datetime(2026, 3, 29, 4, tzinfo=TZ))
    assert ago.edtf == "2026-03-29T01:00:00+01:00"


def test_without_a_publication_only_what_is_whole_is_resolved():
    text = "27. januarja, danes, v petek, ob 18. uri, leta 2019 in 5. maja 2020"
    spans = find_dates(text, published=None)
    assert [span.edtf for span in spans] == ["XXXX-01-27", "2019", "2020-05-05"]
    assert spans[0].flags == ("no year",)


def test_a_day_of_publication_is_enough_but_gives_no_hours_ago():
    assert find_dates("jutri", published=date(2026, 1, 27))[0].start == date(2026, 1, 28)
    assert find_dates("pred dvema urama", published=date(2026, 1, 27)) == []


def test_the_publication_is_seen_from_the_texts_own_timezone():
    late = datetime(2026, 1, 27, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert find_dates("danes", published=late)[0].start == date(2026, 1, 28)
    assert find_dates("danes", published=late, timezone="UTC")[0].start == date(2026, 1, 27)


WRONG = [
    ({"text": b"danes", "published": None}, TypeError, "text"),
    ({"text": "danes", "published": "2026-01-27"}, TypeError, "published"),
    ({"text": "danes", "published": datetime(2026, 1, 27)}, ValueError, "timezone"),  # noqa: DTZ001
    ({"text": "danes", "published": None, "timezone": "Mars/Olympus"}, ValueError, "timezone"),
    ({"text": "danes"}, TypeError, "published"),
]


@pytest.mark.parametrize(("arguments", "error", "word"), WRONG)
def test_wrong_arguments_say_what_is_wrong(arguments, error, word):
    with pytest.raises(error, match=word):
        find_dates(**arguments)


def test_spans_stand_in_order_with_their_places(tuesday):
    text = "V petek, 30. januarja, ob 19. uri in v soboto; vstop od 18. ure dalje."
    spans = find_dates(text, published=tuesday)
    assert [text[span.position : span.position + len(span.text)] for span in spans] == [span.text for span in spans]
    assert [span.position for span in spans] == sorted(span.position for span in spans)
