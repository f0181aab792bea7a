"""What families, undertakers, parishes, fire brigades and local radios write, each in its own words."""

from datetime import date

import pytest

from newsarchive.extract.obituaries import read_obituaries

SEEN = date(2026, 1, 27)
FUNERAL = "Pogreb bo v petek, 30. januarja 2026, ob 15. uri na pokopališču Podgaj."


def read(title, text):
    return read_obituaries(title, text, SEEN, "Europe/Ljubljana")


CEREMONIES = {
    f"{FUNERAL} Žara bo od 10. ure v poslovilni vežici na istem pokopališču.": [
        ("funeral", "2026-01-30T15:00", "pokopališču Podgaj"),
        ("lying in state", "2026-01-30T10:00", "poslovilni vežici na istem pokopališču"),
    ],
    "Od njega smo se poslovili v soboto, 24. januarja, na pokopališču v Stari Lipi.": [
        ("farewell", "2026-01-24", "pokopališču v Stari Lipi")
    ],
    "Od nje smo se v družinskem krogu poslovili 22. januarja 2026 na Žalah.": [("farewell", "2026-01-22", "Žalah")],
    "V ponedeljek, 26. januarja 2026, smo ga pospremili na zadnji poti na pokopališče v Podgaju.": [
        ("funeral", "2026-01-26", "pokopališče v Podgaju")
    ],
    "Pokopali smo ga v četrtek, 22. januarja, na domačem pokopališču.": [
        ("funeral", "2026-01-22", "domačem pokopališču")
    ],
    "Trideseti dan bo v nedeljo, 22. februarja, ob 8. uri v župnijski cerkvi.": [
        ("mass", "2026-02-22T08:00", "župnijski cerkvi")
    ],
    f"Krsta bo izpostavljena v četrtek od 17. do 20. ure in v petek od 9. ure naprej v mrliški vežici. {FUNERAL}": [
        ("lying in state", "2026-01-29T17:00", "mrliški vežici"),
        ("lying in state", "2026-01-30T09:00", "mrliški vežici"),
        ("funeral", "2026-01-30T15:00", "pokopališču Podgaj"),
    ],
    "Kropljenje bo v četrtek od 15. do 19. ure v vežici v Gaju in v petek od 8. ure do pogreba, ki bo ob 14. uri.": [
        ("lying in state", "2026-01-29T15:00", "vežici v Gaju"),
        ("lying in state", "2026-01-30T08:00", "vežici v Gaju"),
        ("funeral", "2026-01-30T14:00", None),
    ],
    "V petek, 30. januarja, ob 10. uri bo v Domu kulture žalna seja, ob 13. uri pa pogreb na pokopališču v Gaju.": [
        ("farewell", "2026-01-30T10:00", "Domu kulture"),
        ("funeral", "2026-01-30T13:00", "pokopališču v Gaju"),
    ],
    "Pogreb je bil včeraj na pokopališču v Lipi.": [("funeral", "2026-01-26", "pokopališču v Lipi")],
    "K zadnjemu počitku smo jo položili 23. januarja na pokopališču v Lipi.": [
        ("funeral", "2026-01-23", "pokopališču v Lipi")
    ],
    "Sveta maša in pogreb bosta v petek, 30. januarja, ob 15. uri v Lipi.": [
        ("funeral", "2026-01-30T15:00", "Lipi"),
        ("mass", "2026-01-30T15:00", "Lipi"),
    ],
    "Pokojni bo položen v mrliško vežico v Lipi v četrtek ob 12. uri, pogreb bo v petek ob 14. uri.": [
        ("lying in state", "2026-01-29T12:00", "mrliško vežico v Lipi"),
        ("funeral", "2026-01-30T14:00", None),
    ],
    "Sveta maša zadušnica bo v četrtek, 29. 1., ob 19. uri in v nedeljo, 1. 2., ob 10. uri v župnijski cerkvi.": [
        ("mass", "2026-01-29T19:00", "župnijski cerkvi"),
        ("mass", "2026-02-01T10:00", "župnijski cerkvi"),
    ],
    "Pogreb bo v petek po maši, ki bo ob 14. uri v cerkvi sv. Ane.": [
        ("funeral", "2026-01-30", None),
        ("mass", "2026-01-30T14:00", "cerkvi sv. Ane"),
    ],
    "POGREB BO V PETEK, 30. JANUARJA 2026, OB 15. URI NA POKOPALIŠČU LIPA.": [
        ("funeral", "2026-01-30T15:00", "POKOPALIŠČU LIPA")
    ],
    "Pogreb bo v petek, 30. 1. 2026.\nOb 14.00 sveta maša v cerkvi sv. Ane.\nOb 15.00 pogreb na pokopališču v Lipi.": [
        ("mass", "2026-01-30T14:00", "cerkvi sv. Ane"),
        ("funeral", "2026-01-30T15:00", "pokopališču v Lipi"),
    ],
    "Petek, 30. januar 2026\n14.00 – sveta maša v cerkvi sv. Ane\n15.00 – pogreb na pokopališču v Lipi": [
        ("mass", "2026-01-30T14:00", "cerkvi sv. Ane"),
        ("funeral", "2026-01-30T15:00", "pokopališču v Lipi"),
    ],
    "Osmina bo v petek, 6. februarja, ob 18. uri; trideseti dan pa 27. februarja ob 18. uri v farni cerkvi.": [
        ("mass", "2026-02-06T18:00", None),
        ("mass", "2026-02-27T18:00", "farni cerkvi"),
    ],
    "Družina sporoča, da je bil pogreb v družinskem krogu 24. januarja 2026.": [("funeral", "2026-01-24", None)],
    "V soboto, 24. januarja, so se od njega poslovili številni prijatelji na pokopališču v Lipi.": [
        ("farewell", "2026-01-24", "pokopališču v Lipi")
    ],
    f"{FUNERAL} Žara bo dan pred pogrebom od 17. do 20. ure in na dan pogreba od 9. ure v poslovilni vežici.": [
        ("funeral", "2026-01-30T15:00", "pokopališču Podgaj"),
        ("lying in state", "2026-01-29T17:00", "poslovilni vežici"),
        ("lying in state", "2026-01-30T09:00", "poslovilni vežici"),
    ],
    f"{FUNERAL} Slovo ob žari bo od 13. do 15. ure v poslovilni vežici.": [
        ("funeral", "2026-01-30T15:00", "pokopališču Podgaj"),
        ("farewell", "2026-01-30T13:00", "poslovilni vežici"),
    ],
    f"{FUNERAL} Naslednji dan ob 8. uri bo maša zadušnica v Lipi.": [
        ("funeral", "2026-01-30T15:00", "pokopališču Podgaj"),
        ("mass", "2026-01-31T08:00", "Lipi"),
    ],
    "Upepelitev bo v četrtek, 29. januarja, ob 10. uri v krematoriju Lipa, pogreb žare pa v soboto ob 11. uri.": [
        ("funeral", "2026-01-31T11:00", None)
    ],
    "Slovo bo v petek, 30. januarja, ob 17. uri na Trgu svobode.": [("farewell", "2026-01-30T17:00", "Trgu svobode")],
    "Slovo bo v petek, 30. januarja, ob 17. uri v prostorih društva na Lipovi ulici 3.": [
        ("farewell", "2026-01-30T17:00", "prostorih društva na Lipovi ulici 3")
    ],
    "Slovo bo v petek, 30. januarja, ob 17. uri v Centru kulture Lipa.": [
        ("farewell", "2026-01-30T17:00", "Centru kulture Lipa")
    ],
    "Slovo bo v petek, 30. januarja, ob 17. uri na domu pokojnika.": [
        ("farewell", "2026-01-30T17:00", "domu pokojnika")
    ],
    "Slovo bo v petek, 30. januarja, ob 17. uri v Parku spominov.": [
        ("farewell", "2026-01-30T17:00", "Parku spominov")
    ],
    "Slovo bo v petek, 30. januarja, ob 17. uri v cerkvi bl. Antona Martina Zgleda.": [
        ("farewell", "2026-01-30T17:00", "cerkvi bl. Antona Martina Zgleda")
    ],
    "Slovo bo v petek, 30. januarja, ob 17. uri pri spomeniku padlim.": [
        ("farewell", "2026-01-30T17:00", "spomeniku padlim")
    ],
    "Pogreb in sveta maša bosta v petek, 30. januarja, ob 15. uri v Lipi.": [
        ("funeral", "2026-01-30T15:00", "Lipi"),
        ("mass", "2026-01-30T15:00", "Lipi"),
    ],
    "Maša in pogreb bosta v petek; maša ob 14. uri v cerkvi sv. Ane, pogreb ob 15. uri v Gaju.": [
        ("mass", "2026-01-30T14:00", "cerkvi sv. Ane"),
        ("funeral", "2026-01-30T15:00", "Gaju"),
    ],
}


@pytest.mark.parametrize(("text", "told"), CEREMONIES.items())
def test_ceremonies(text, told):
    [found] = read("Ana Zgled", text)
    assert sorted((one.kind, (one.at or "")[:16], one.place) for one in found.ceremonies) == sorted(told)


THANKS = [
    "V soboto, 17. januarja 2026, smo se od nje poslovili na pokopališču v Lipi. Zahvaljujemo se vsem sosedom.",
    "Zahvaljujemo se vsem, ki ste jo v petek, 23. januarja 2026, pospremili na zadnji poti v Podgaju.",
    "Mineva leto dni, odkar smo se 20. januarja 2025 poslovili od nje.",
]


@pytest.mark.parametrize("text", THANKS)
def test_who_thanks_announces_nothing(text):
    [found] = read("Zahvala ob smrti Ane Zgled", text)
    assert found.ceremonies == []


LIVES = {
    "Zapustila nas je v 68 letu starosti.": ("age", 67),
    "Dočakala je častitljivih 97 let.": ("age", 97),
    "Živela je 88 let.": ("age", 88),
    "V društvu je delovala 40 let, od tega 20 let kot tajnica.": ("age", None),
    "Umrla je mesec dni pred 100-letnico.": ("age", 99),
    "Bilo ji je 75 let.": ("age", 75),
    "Čez mesec dni bi praznovala 75 let.": ("age", 74),
    "Društvu je bila zvesta 50 let. Umrla je stara 80.": ("age", 80),
    "Umrla je v 60. letu redovništva in 84. letu starosti.": ("age", 83),
    "Nenadoma nas je zapustila pri 85-ih.": ("age", 85),
    "Umrla je Ana Zgled, prebivalka Dolnje Lipe.": ("residence", "Dolnja Lipa"),
    "ANA ZGLED\n(12. 3. 1945 – 20. 1. 2026)": ("born", "1945-03-12"),
    "Zapustila nas je Ana Zgled (po dekliško Primer).": ("maiden_name", "Primer"),
    "Umrla je Ana Zgled.\n\nZ žalostjo v srcih: vsi njeni": ("mourners", "vsi njeni"),
    "Umrla je Ana Zgled.\n\nV imenu svojcev sin Tone": ("mourners", "sin Tone"),
    "Umrla je Ana Zgled.\nSvojci: mož Janez, hči Eva": ("mourners", "mož Janez, hči Eva"),
}


@pytest.mark.parametrize(("text", "told"), LIVES.items())
def test_lives(text, told):
    field, value = told
    [found] = read("Ana Zgled", text)
    assert getattr(found, field) == value


LISTS = {
    "Umrli so:\nAna Zgled, Lipa 5, 84 let;\nBor Primer, Brdo, 76 let;\nCiril Vzorec, Brdo, 91 let.": [84, 76, 91],
    "• Ana Zgled, 84 let, iz Lipe\n• Bor Primer, 76 let, z Brda": [84, 76],
    "Umrli so: Ana Zgled, 84 let, iz Lipe; Bor Primer, 76 let, z Brda; Ciril Vzorec, 91 let, iz Laz.": [84, 76, 91],
    "Umrla je naša članica Ana Zgled (84). Umrl je tudi naš član Bor Primer (76).": [84, 76],
    "V nesreči sta umrla 62-letni Anton Zgled in njegov 30-letni sin Bor Zgled iz Lipe.": [62, 30],
    "Poslovili smo se od dveh:\n\nAna Zgled, stara 86 let, umrla 24. januarja.\n\nBor Primer iz Lipe, star 70 let, umrl"
    " 26. januarja.": [86, 70],
    "Pokojna Ana Zgled, stara 84 let, Lipa 5. Pogreb bo v sredo, 28. januarja 2026, ob 14. uri v Lipi.\n\nPokojni Bor"
    " Primer, star 76 let, Brdo. Pogreb bo v četrtek, 29. januarja 2026, ob 15. uri na Brdu.": [84, 76],
}


@pytest.mark.parametrize(("text", "ages"), LISTS.items())
def test_lists(text, ages):
    assert [one.age for one in read("Naši pokojni", text)] == ages


def test_the_place_above_a_list_of_funerals_is_that_of_all():
    text = (
        "Na pokopališču v Lipi bosta v tem tednu pogreba:\n\n"
        "- ANA ZGLED, roj. 1934, v petek, 30. 1. 2026, ob 13. uri;\n- BOR PRIMER, v soboto, 31. 1. 2026, ob 11. uri."
    )
    assert [one.ceremonies[0].place for one in read("Obvestilo o pogrebih", text)] == ["pokopališču v Lipi"] * 2


def test_a_sentence_goes_on_below():
    text = "Pogreb bo\nv petek, 30. januarja 2026,\nob 15. uri\nna pokopališču\nv Lipi.\n\niz Lipe"
    [found] = read("Ana Zgled", text)
    assert [(one.at[:16], one.place) for one in found.ceremonies] == [("2026-01-30T15:00", "pokopališču v Lipi")]


OF_OTHERS = (
    "Aprila 2010 je praznoval 80. rojstni dan.",
    "Letos je njegova žena praznovala 60. rojstni dan.",
    "Pred osmim rojstnim dnem vnuka je zbolel.",
    "Bog mu je naklonil 30 let življenja z ženo.",
    "Do 90. rojstnega dne mu ni manjkalo nič.",
    "Od brata smo se poslovili v soboto, 24. januarja.",
    "Starše smo pokopali v soboto, 24. januarja 2020.",
)


@pytest.mark.parametrize("text", OF_OTHERS)
def test_what_is_told_of_others_or_of_long_ago_is_left_out(text):
    [one] = read("Janez Novak", f"Zapustil nas je Janez Novak. {text}")
    assert (one.age, one.ceremonies) == (None, [])


@pytest.mark.parametrize("told", ["maša zadušnica bo v cerkvi sv. Ane", "žara bo v krogu družine"])
def test_a_mass_or_an_urn_without_a_day_has_not_that_of_the_funeral(told):
    [one] = read("Janez Novak", f"Zapustil nas je Janez Novak. {FUNERAL[:-1]}, {told}.")
    assert [ceremony.kind for ceremony in one.ceremonies] == ["funeral"]


def test_full_stops_of_abbreviations_do_not_part_those_who_mourn():
    [one] = read("Janez Novak", "Umrl je Janez Novak.\n\nŽalujoči: žena Ana, sin dipl. inž. Tone, ki so ga imeli radi.")
    assert one.mourners == "žena Ana, sin dipl. inž. Tone, ki so ga imeli radi"


def test_the_day_of_the_death_is_the_one_beside_its_verb():
    text = "V soboto smo pospremili k zadnjemu počitku Ano Zgled, ki je umrla 20. januarja v 101. letu."
    [one] = read("Poslovili smo se od Ane Zgled", text)
    assert (one.died, one.age, [held.at for held in one.ceremonies]) == ("2026-01-20", 100, ["2026-01-24"])


def test_a_farewell_at_the_hour_of_the_funeral_is_the_funeral():
    text = (
        "Gasilsko društvo Gaj je v nedeljo izgubilo člana Mateja Zglednika (24). Od njega se bodo poslovili v petek ob "
        "17. uri; pogreb bo ob 17. uri na pokopališču v Gaju."
    )
    [one] = read("Izguba gasilca", text)
    assert one.name == "Matej Zglednik"
    assert [(held.kind, held.at[:16]) for held in one.ceremonies] == [("funeral", "2026-01-30T17:00")]


def test_a_house_name_before_an_address():
    [one] = read("Alojz Zglednik", "ALOJZ ZGLEDNIK\nod Kotnika, Stara Lipa 22\n* 21. 6. 1940 † 22. 1. 2026")
    assert (one.residence, one.born, one.died) == ("Stara Lipa 22", "1940-06-21", "2026-01-22")


def test_a_list_goes_on_with_one_whose_farewell_has_no_day():
    text = (
        "Franc Zglednik, star 79 let, Gaj – pogreb v petek, 30. januarja, ob 15.00, Gaj.\n\n"
        "Janez Primer, star 65 let, Lipa – slovo v ožjem družinskem krogu."
    )
    assert [one.name for one in read("Osmrtnice", text)] == ["Franc Zglednik", "Janez Primer"]


BESIDE = {
    "Pogreb bo v petek, 30. januarja, ob 13.30 na pokopališču v Gaju z mašo v tamkajšnji cerkvi po pogrebu.": [
        ("funeral", "2026-01-30T13:30", "pokopališču v Gaju"),
        ("mass", "2026-01-30", "tamkajšnji cerkvi"),
    ],
    "Žari bosta položeni v družinski grob v Gaju v petek, 30. januarja, po maši ob 10. uri.": [
        ("funeral", "2026-01-30", "družinski grob v Gaju"),
        ("mass", "2026-01-30T10:00", None),
    ],
}


@pytest.mark.parametrize(("text", "told"), BESIDE.items())
def test_a_mass_beside_the_funeral_is_another_ceremony(text, told):
    [found] = read("Ana Zgled", f"Umrla je Ana Zgled. {text}")
    assert [(held.kind, held.at[:16], held.place) for held in found.ceremonies] == told


def test_who_mourns_stands_behind_all_of_hers():
    [found] = read("Ana Zgled", "Umrla je Ana Zgled.\n\nVsi njeni: hčerke Cilka in Zinka z družinami")
    assert found.mourners == "hčerke Cilka in Zinka z družinami"
