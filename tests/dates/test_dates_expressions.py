"""What expressions mean that a portal printed on Tuesday, 27 January 2026, at 10:15; one table for each class."""

import pytest

NUMERIC = {
    "8. 2. 2026": "2026-02-08",
    "8.2.2026": "2026-02-08",
    "08. 02. 2026": "2026-02-08",
    "8.2. 2026": "2026-02-08",
    "8. 2. ’26": "2026-02-08",
    "8.2.26": "2026-02-08",
    "8/2/2026": "2026-02-08",
    "08-02-2026": "2026-02-08",
    "dne 8. 2. 2026": "2026-02-08",
    "8. 2. 1991": "1991-02-08",
    "8. 2.": "2026-02-08",
    "28.1.": "2026-01-28",
    "30. 11.": "2025-11-30",
    "2026/02/08": "2026-02-08",
    "Februar 8, 2026": "2026-02-08",
}
MONTHS = {
    "8. februar 2026": "2026-02-08",
    "8. februarja 2026": "2026-02-08",
    "8.februarja 2026": "2026-02-08",
    "8 februarja 2026": "2026-02-08",
    "z 8. februarjem 2026": "2026-02-08",
    "po 8. februarju 2026": "2026-02-08",
    "8. feb. 2026": "2026-02-08",
    "8. sept. 2025": "2025-09-08",
    "8. FEBRUARJA 2026": "2026-02-08",
    "5. maja leta 2020": "2020-05-05",
    "7. februarja letos": "2026-02-07",
    "7. novembra lani": "2025-11-07",
    "prvega maja": "2026-05-01",
    "dvajsetega januarja": "2026-01-20",
    "enaindvajsetega februarja 2026": "2026-02-21",
    "15. t. m.": "2026-01-15",
    "28. tega meseca": "2026-01-28",
    "3. prihodnjega meseca": "2026-02-03",
    "februar 2026": "2026-02-01..2026-02-28",
    "februarja 2024": "2024-02-01..2024-02-29",
    "v mesecu marcu": "2026-03-01..2026-03-31",
    "v oktobru 2025": "2025-10-01..2025-10-31",
    "marca": "2026-03-01..2026-03-31",
    "lanskega oktobra": "2025-10-01..2025-10-31",
    "decembra lani": "2025-12-01..2025-12-31",
    "lani decembra": "2025-12-01..2025-12-31",
    "aprila prihodnje leto": "2027-04-01..2027-04-30",
    "prejšnji april": "2025-04-01..2025-04-30",
}
WEEKDAYS = {
    "v sredo, 28. januarja": "2026-01-28",
    "sreda, 28. 1. 2026": "2026-01-28",
    "sre., 28. jan. 2026": "2026-01-28",
    "v sredo (28. 1.)": "2026-01-28",
    "28. 1. 2026 (sreda)": "2026-01-28",
    "28. 1. 2026, sreda": "2026-01-28",
    "v petek": "2026-01-30",
    "v petek zvečer": "2026-01-30",
    "ta petek": "2026-01-30",
    "prejšnji petek": "2026-01-23",
    "minulo soboto": "2026-01-24",
    "preteklo nedeljo": "2026-01-25",
    "prihodnjo sredo": "2026-02-04",
    "naslednji četrtek": "2026-02-05",
    "v sobotni večer": "2026-01-31",
    "prvi torek v februarju": "2026-02-03",
    "zadnjo soboto v mesecu": "2026-01-31",
    "drugo nedeljo v maju": "2026-05-10",
    "v petek, 2. januarja": "2026-01-02",
}
CLOCKS = {
    "ob 18. uri": "2026-01-27T18:00",
    "ob 18.30": "2026-01-27T18:30",
    "ob 18:30 uri": "2026-01-27T18:30",
    "19.30": "2026-01-27T19:30",
    "ob 18h": "2026-01-27T18:00",
    "ob 18.30h": "2026-01-27T18:30",
    "ob 18 h": "2026-01-27T18:00",
    "ob 18. 30": "2026-01-27T18:30",
    "ob 8 uri zjutraj": "2026-01-27T08:00",
    "ob osmih zvečer": "2026-01-27T20:00",
    "ob pol devetih": "2026-01-27T08:30",
    "pol devetih zvečer": "2026-01-27T20:30",
    "ob pol 9. uri": "2026-01-27T08:30",
    "ob četrt na osem": "2026-01-27T07:15",
    "ob tri četrt na osem": "2026-01-27T07:45",
    "ob tričetrt na osem": "2026-01-27T07:45",
    "ob četrt čez osem": "2026-01-27T08:15",
    "ob petih popoldne": "2026-01-27T17:00",
    "opoldne": "2026-01-27T12:00",
    "ob polnoči": "2026-01-28T00:00",
    "okoli osme ure zvečer": "2026-01-27T20:00",
    "malo pred 12. uro": "2026-01-27T12:00",
    "po 21. uri": "2026-01-27T21:00",
    "ob 17. uri in 30 minut": "2026-01-27T17:30",
    "ob 18-ih": "2026-01-27T18:00",
    "ob 18,30 uri": "2026-01-27T18:30",
    "27. januar 2026 / 10:15": "2026-01-27T10:15",
    "sre 28.1. ob 18h": "2026-01-28T18:00",
    "sinoči ob 23.40": "2026-01-26T23:40",
    "v petek ob 15. uri": "2026-01-30T15:00",
    "ob 15. uri v petek, 30. januarja": "2026-01-30T15:00",
    "5. 2. ob 17.00": "2026-02-05T17:00",
    "jutri (sreda, 28. 1.) ob 18. uri": "2026-01-28T18:00",
}
HOURS = {
    "od 8. do 15. ure": "2026-01-27T08:00..2026-01-27T15:00",
    "med 8.30 in 15. uro": "2026-01-27T08:30..2026-01-27T15:00",
    "8.–10. ure": "2026-01-27T08:00..2026-01-27T10:00",
    "8-12 h": "2026-01-27T08:00..2026-01-27T12:00",
    "8.00 - 10.00": "2026-01-27T08:00..2026-01-27T10:00",
    "od 8 do 12 ure": "2026-01-27T08:00..2026-01-27T12:00",
    "od osmih do dvanajstih": "2026-01-27T08:00..2026-01-27T12:00",
    "od sedmih do devetih zvečer": "2026-01-27T19:00..2026-01-27T21:00",
    "od osme do dvanajste ure": "2026-01-27T08:00..2026-01-27T12:00",
    "predvidoma med 8. in 12. uro": "2026-01-27T08:00..2026-01-27T12:00",
    "od 0. do 6. ure": "2026-01-27T00:00..2026-01-27T06:00",
    "od 22. do 5. ure": "2026-01-27T22:00..2026-01-28T05:00",
    "od 7. ure do 7. ure naslednjega dne": "2026-01-27T07:00..2026-01-28T07:00",
    "od 9. ure dalje": "2026-01-27T09:00..",
    "do 8:30 ure": "..2026-01-27T08:30",
    "od polnoči": "2026-01-27T00:00..",
    "v torek (3. 2.) med 8. in 14. uro": "2026-02-03T08:00..2026-02-03T14:00",
    "petek: 8.00–16.00": "2026-01-30T08:00..2026-01-30T16:00",
    "2026-02-03 od 8.00 do 12.00": "2026-02-03T08:00..2026-02-03T12:00",
    "3. 2. 2026 v času od 8. do 12. ure": "2026-02-03T08:00..2026-02-03T12:00",
    "3. 2. 2026 ob 8.00 do 12.00": "2026-02-03T08:00..2026-02-03T12:00",
    "3.2.2026 od 9h naprej": "2026-02-03T09:00..",
}
DAYS_TO_DAYS = {
    "od 3. do 7. februarja": "2026-02-03..2026-02-07",
    "od tretjega do sedmega februarja": "2026-02-03..2026-02-07",
    "od 3 do 7. februarja": "2026-02-03..2026-02-07",
    "3.–7. februar 2026": "2026-02-03..2026-02-07",
    "3. do 7. 2. 2026": "2026-02-03..2026-02-07",
    "med 3. februarjem in 8. marcem": "2026-02-03..2026-03-08",
    "31. 8. do 2. 9. 2023": "2023-08-31..2023-09-02",
    "od 27. decembra do 2. januarja 2026": "2025-12-27..2026-01-02",
    "med 27. 12. in 2. 1.": "2025-12-27..2026-01-02",
    "od petka do nedelje": "2026-01-30..2026-02-01",
    "od torka 3. do petka 6. februarja": "2026-02-03..2026-02-06",
    "od petka, 30. januarja, do nedelje, 1. februarja": "2026-01-30..2026-02-01",
    "od ponedeljka do petka": "2026-02-02..2026-02-06",
    "od jutri do petka": "2026-01-28..2026-01-30",
    "od sobote od 16. ure do ponedeljka do 7. ure": "2026-01-31T16:00..2026-02-02T07:00",
    "med soboto od 16. ure in ponedeljkom do 7. ure": "2026-01-31T16:00..2026-02-02T07:00",
    "od 2. 2. 2026 7:00 do 6. 2. 2026 17:00": "2026-02-02T07:00..2026-02-06T17:00",
    "od 3.2. (7.00) do 5.2.2026 (15.00)": "2026-02-03T07:00..2026-02-05T15:00",
    "od 3. do 7. februarja od 8. do 14. ure": "2026-02-03T08:00..2026-02-07T14:00",
    "v noči s petka na soboto": "2026-01-30..2026-01-31",
    "v noči na danes": "2026-01-26..2026-01-27",
    "minulo noč": "2026-01-26..2026-01-27",
    "v noči s 3. na 4. februar": "2026-02-03..2026-02-04",
    "od 2. marca za 14 dni": "2026-03-02..2026-03-15",
}
OPEN = {
    "do petka": "..2026-01-30",
    "do vključno sobote": "..2026-01-31",
    "do konca marca": "..2026-03-31",
    "do srede, 4. 2.": "..2026-02-04",
    "do sredine marca": "..2026-03-20",
    "najkasneje do 28. februarja 2026 do 12. ure": "..2026-02-28T12:00",
    "od 1. marca naprej": "2026-03-01..",
    "od danes do preklica": "2026-01-27..",
    "od leta 2019": "2019-01-01..",
    "do konca prihodnjega leta": "..2027-12-31",
}
RELATIVE = {
    "pred dvema urama": "2026-01-27T08:15",
    "pred uro in pol": "2026-01-27T08:45",
    "pred pol ure": "2026-01-27T09:45",
    "20 minut nazaj": "2026-01-27T09:55",
    "čez tri ure": "2026-01-27T13:15",
    "pred tremi dnevi": "2026-01-24",
    "čez dva dni": "2026-01-29",
    "čez teden dni": "2026-02-03",
    "pred tednom dni": "2026-01-20",
    "pred dvema mesecema": "2025-11-27",
    "predvčerajšnjim": "2026-01-25",
    "pojutrišnjem": "2026-01-29",
    "včerajšnji dan": "2026-01-26",
    "v zadnjih treh dneh": "2026-01-24..2026-01-27",
    "v naslednjih 14 dneh": "2026-01-27..2026-02-10",
    "v zadnjih 24 urah": "2026-01-26T10:15..2026-01-27T10:15",
}
PERIODS = {
    "ta teden": "2026-01-26..2026-02-01",
    "prejšnji konec tedna": "2026-01-24..2026-01-25",
    "čez vikend": "2026-01-31..2026-02-01",
    "konec prihodnjega meseca": "2026-02-20..2026-02-28",
    "v začetku prihodnjega tedna": "2026-02-02..2026-02-03",
    "sredi leta 2024": "2024-05-01..2024-08-31",
    "v prvih dneh marca": "2026-03-01..2026-03-10",
    "v prvi polovici marca": "2026-03-01..2026-03-15",
    "v drugi polovici leta 2022": "2022-07-01..2022-12-31",
    "v tretjem četrtletju 2025": "2025-07-01..2025-09-30",
    "1. polletje 2026": "2026-01-01..2026-06-30",
    "jeseni 2022": "2022-09-01..2022-11-30",
    "lani jeseni": "2025-09-01..2025-11-30",
    "letošnjo pomlad": "2026-03-01..2026-05-31",
    "to zimo": "2025-12-01..2026-02-28",
    "pozimi 2024/25": "2024-12-01..2025-02-28",
    "v devetdesetih letih": "1990-01-01..1999-12-31",
    "v 60. letih prejšnjega stoletja": "1960-01-01..1969-12-31",
    "v 18., 19. in 20. stoletju": "1701-01-01..2000-12-31",
    "v 60. in 70. letih": "1960-01-01..1979-12-31",
    "Q1 2026": "2026-01-01..2026-03-31",
    "v 19. stoletju": "1801-01-01..1900-12-31",
    "od januarja do marca 2026": "2026-01-01..2026-03-31",
    "od oktobra do marca": "2025-10-01..2026-03-31",
    "v letih 2019–2022": "2019-01-01..2022-12-31",
    "med letoma 1990 in 1995": "1990-01-01..1995-12-31",
    "1948–2026": "1948-01-01..2026-12-31",
    "lansko leto": "2025-01-01..2025-12-31",
}
HOLIDAYS = {
    "na božič": "2025-12-25",
    "na silvestrovo": "2025-12-31",
    "za veliko noč": "2026-04-05",
    "na veliki petek 2025": "2025-04-18",
    "na pustno soboto": "2026-02-14",
    "ob kulturnem prazniku": "2026-02-08",
    "na praznik dela": "2026-05-01",
    "dan samostojnosti in enotnosti": "2025-12-26",
    "na dan reformacije": "2025-10-31",
}
ALL = NUMERIC | MONTHS | WEEKDAYS | CLOCKS | HOURS | DAYS_TO_DAYS | OPEN | RELATIVE | PERIODS | HOLIDAYS


@pytest.mark.parametrize(("text", "meaning"), ALL.items())
def test_one_expression_means_one_span(meanings, text, meaning):
    assert meanings(text) == [meaning]


@pytest.mark.parametrize(("text", "meaning"), ALL.items())
def test_words_around_it_change_nothing(meanings, text, meaning):
    if text == "19.30":
        pytest.skip("a bare number is a time only where a line begins")
    assert meanings(f"Obveščamo vas: {text}, piše na oglasni deski.") == [meaning]


@pytest.mark.parametrize("text", ALL)
def test_words_without_carons_mean_the_same(meanings, text):
    plain = text.translate(str.maketrans("čšžČŠŽ", "cszCSZ"))
    assert meanings(plain) == meanings(text)


@pytest.mark.parametrize("text", [text for text in ALL if not text.startswith(("maja", "julija"))])
def test_capitals_mean_the_same(meanings, text):
    if " h" not in text and "h" not in text.split()[-1][-1:]:
        assert meanings(text.upper()) == meanings(text)


LISTS = {
    "31. 10. in 1. 11. 2020, med 6. in 20. uro": [
        "2020-10-31T06:00..2020-10-31T20:00",
        "2020-11-01T06:00..2020-11-01T20:00",
    ],
    "v torek in četrtek ob 18. uri": ["2026-01-27T18:00", "2026-01-29T18:00"],
    "v soboto, 31. januarja, ob 10. in 17. uri": ["2026-01-31T10:00", "2026-01-31T17:00"],
    "23. in 31. 8. 2024": ["2024-08-23", "2024-08-31"],
    "14., 15. in 16. februarja": ["2026-02-14..2026-02-16"],
    "30. in 31. januarja": ["2026-01-30..2026-01-31"],
    "v petek in soboto, 30. in 31. januarja": ["2026-01-30..2026-01-31"],
    "v petek, 30., in soboto, 31. januarja, ob 19. uri": ["2026-01-30T19:00", "2026-01-31T19:00"],
    "od 8. do 12. in od 13. do 17. ure": ["2026-01-27T08:00..2026-01-27T12:00", "2026-01-27T13:00..2026-01-27T17:00"],
    "v ponedeljek in sredo": ["2026-02-02", "2026-02-04"],
    "leta 1975 in leta 2012": ["1975-01-01..1975-12-31", "2012-01-01..2012-12-31"],
    "* 12. 3. 1945 † 21. 1. 2026": ["1945-03-12", "2026-01-21"],
    "v petek, 30. 1. ob 19.00, in v soboto, 31. 1. ob 17.00": ["2026-01-30T19:00", "2026-01-31T17:00"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS.items())
def test_lists_of_days_and_hours(meanings, text, expected):
    assert meanings(text) == expected
