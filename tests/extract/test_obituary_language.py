"""The language of obituaries: sentences in which portals announce a death, and what they tell."""

from datetime import date

import pytest

from newsarchive.extract.obituaries import read_obituaries
from newsarchive.extract.obituaries.ages import ORDINALS
from newsarchive.extract.obituaries.sentences import sentences
from newsarchive.extract.obituaries.tails import read_tail

SEEN = date(2026, 1, 27)


def obituary(title="Osmrtnica", text=""):
    [found] = read_obituaries(title, text, SEEN, "Europe/Ljubljana")
    return found


DEATHS = [
    "Prenehalo je biti plemenito srce naše drage mame ANE ZGLED.",
    "V petek, 23. januarja, smo izgubili mamo ANO ZGLED iz Lipe.",
    "Gospod je k sebi poklical našo sestro Ano Zgled.",
    "Ana Zgled, 84 let, Podgaj 4, pogreb 30. 1. ob 14. uri, Lipa",
    "Svojo življenjsko pot je v 88. letu sklenila naša draga Ana Zgled.",
    "Sporočamo žalostno vest, da se je od nas za vedno poslovila draga Ana Zgled.",
    "V nedeljo, 25. januarja 2026, se je v 101. letu od nas poslovila najstarejša občanka gospa Ana Zgled.",
    "Dotrpela je naša mama ANA ZGLED.",
    "Tiho, kot je živela, je zaspala naša mama in tašča Ana Zgled.",
    "Globoko pretreseni sporočamo, da je tragično preminila naša Ana Zgled.",
    "Za vedno je odšla naša draga teta Ana Zgled, stara 93 let.",
    "V Splošni bolnišnici Velenje je umrla Ana Zgled, dolgoletna učiteljica.",
    "Zapustila nas je naša draga\n\nANA ZGLED\n\n18. 4. 1961 – 22. 1. 2026",
    "Mineva leto dni, odkar nas je zapustila naša draga mama\n\nANA ZGLED\n* 3. 5. 1950 † 27. 1. 2025",
    "Ob boleči izgubi drage mame ANE ZGLED se iskreno zahvaljujemo vsem. Hvala župniku Petru Vzorcu.",
]


@pytest.mark.parametrize("text", DEATHS)
def test_who_died(text):
    assert obituary(text=text).name == "Ana Zgled"


DAYS = {
    "V ponedeljek je umrl Bor Zgled.": (None, "2026-01-26"),
    "Bor Zgled je umrl 24. januarja.": (None, "2026-01-24"),
    "Bor Zgled je umrl 31. decembra.": (None, "2025-12-31"),
    "Umrl je Bor Zgled (1941–2026), predsednik društva.": ("1941", "2026"),
    "Umrl je Bor Zgled (11. 9. 1962).": ("1962-09-11", None),
    "Umrl je Bor Zgled, rojen 30. julija 1944, umrl 5. januarja 2026.": ("1944-07-30", "2026-01-05"),
    "Umrl je Bor Zgled. Rojen je bil 3. maja 1938 v Podgaju. Umrl je 24. januarja 2026.": ("1938-05-03", "2026-01-24"),
    "Bor Zgled\n1948 - 2026": ("1948", "2026"),
    "Bor Zgled\n\n* 1. 2. 1932, † 3. 1. 2026\n\nZ žalostjo sporočamo.": ("1932-02-01", "2026-01-03"),
    "Bor Zgled (1941–2026) je umrl v soboto, 24. januarja 2026.": ("1941", "2026-01-24"),
    "7. februarja bosta minili dve leti, odkar nas je zapustil Bor Zgled (1949–2024).": ("1949", "2024"),
    "Minevajo tri leta, odkar nas je zapustil Bor Zgled.": (None, None),
    "Mineva leto, odkar nas je 12. februarja 2025 zapustil Bor Zgled.": (None, "2025-02-12"),
    "Umrl je Bor Zgled, predsednik od leta 1990.": (None, None),
    "Umrl je Bor Zgled (2026–1941).": (None, None),
}


@pytest.mark.parametrize(("text", "days"), DAYS.items())
def test_birth_and_death(text, days):
    found = obituary("Bor Zgled", text)
    assert (found.born, found.died) == days


AGES = {
    "v 94. letu": 93,
    "v 78-em letu": 77,
    "v stotem letu": 99,
    "v sto prvem letu": 100,
    "v enaindevetdesetem letu": 90,
    "komaj 56-letni": 56,
    "v 81. letu življenja in 55. letu mašništva": 80,
    "v 55. letu mašništva": None,
    "pri sedemintridesetih": 37,
    "v visoki starosti 101 leta": 101,
    "tri dni pred 104. rojstnim dnem": 103,
    "po 79 letih življenja": 79,
    "po 60 letih skupnega življenja": None,
}


AGE_SENTENCES = {
    "Dočakala je 91 let.": 91,
    "Bog ji je naklonil 90 let življenja.": 90,
    "Bila je stara 90.": 90,
    "Do 80. rojstnega dne ji je manjkal le mesec dni.": 79,
    "Prejšnji mesec je praznovala 95. rojstni dan.": 95,
    "Letos je dopolnila 104 leta.": 104,
    "Aprila bi praznovala stoti rojstni dan.": 99,
    "Septembra bi dopolnila 60 let.": 59,
    "Umrla je tik pred svojim devetdesetim rojstnim dnem.": 89,
    "Umrla je v častitljivi starosti devetdesetih let.": 90,
    "Umrla je pri častitljivih 96 letih.": 96,
    "Ni dočakala 70. rojstnega dne.": None,
    "Pred dvajsetimi leti je praznovala 50. rojstni dan.": None,
    "Društvo je praznovalo 50. rojstni dan.": None,
}


@pytest.mark.parametrize(("sentence", "age"), AGE_SENTENCES.items())
def test_ages_in_sentences_of_their_own(sentence, age):
    assert obituary("Ana Zgled", f"Zapustila nas je Ana Zgled. {sentence}").age == age


@pytest.mark.parametrize(("words", "age"), AGES.items())
def test_ages(words, age):
    assert obituary(text=f"Umrl je {words} Bor Zgled.").age == age


def test_years_of_marriage_are_no_age():
    assert obituary("Ana Zgled", "Umrla je Ana Zgled. S soprogom je preživela 58 let zakona.").age is None
    assert obituary("Ana Zgled", "Umrla je Ana Zgled. Stara je bila 78 let.").age == 78


def test_ordinal_numbers():
    assert (ORDINALS["prvem"], ORDINALS["triinosemdesetem"], ORDINALS["sto desetem"]) == (1, 83, 110)
    assert set(ORDINALS.values()) == set(range(1, 120))


RESIDENCES = {
    "upokojena učiteljica z Lipe": "Lipa",
    "Lipa 21, Podgaj": "Lipa 21, Podgaj",
    "stanujoča Cesta na Brdo 14, 3000 Podgaj": "Cesta na Brdo 14, 3000 Podgaj",
    "nazadnje stanujoča v Domu za varstvo starejših Lipa": "Dom za varstvo starejših Lipa",
    "iz Lipe, Cesta 4. julija 40": "Lipa, Cesta 4. julija 40",
    "Gozdarjeva Anka iz Podgaja": "Podgaj",
    "iz Starega trga 12": "Stari trg 12",
    "iz Črne vasi": "Črna vas",
    "s Tomšičeve ceste 14 v Jelendolu": "Tomšičeva cesta 14 v Jelendolu",
    "z Velike Gore": "Velika Gora",
    "iz Loke pri Lipi": "Loka pri Lipi",
    "iz Šmartna na Pohorju 8a": "Šmartno na Pohorju 8a",
    "stanujoča v Domu starejših Podgaj": "Dom starejših Podgaj",
    "p. d. Kovačeva Ana, iz Podgaja": "Podgaj",
    "roj. Vzorec, stara 93 let, iz Podgaja": "Podgaj",
}


@pytest.mark.parametrize(("words", "place"), RESIDENCES.items())
def test_residence(words, place):
    assert obituary("Ana Zgled", f"Zapustila nas je Ana Zgled, {words}.\n\nPogreb bo jutri.").residence == place


def test_labelled_lines():
    lines = ("Ime in priimek: Ana Zgled", "Dekliški priimek: Vzorec", "Rojena: 8. 9. 1935", "Umrla: 13. 1. 2026",
             "Bivališče: Brdo 7")  # fmt: skip
    one = obituary("Ana Zgled", "\n\n".join(lines))
    assert (one.maiden_name, one.born, one.died, one.residence) == ("Vzorec", "1935-09-08", "2026-01-13", "Brdo 7")


FUNERAL = "Pogreb bo v petek, 30. januarja 2026, ob 15. uri na pokopališču Podgaj."
CEREMONIES = {
    f"{FUNERAL} Žara bo na dan pogreba od 10. ure v poslovilni vežici.": [
        ("funeral", "2026-01-30T15:00", "pokopališču Podgaj"),
        ("lying in state", "2026-01-30T10:00", "poslovilni vežici"),
    ],
    f"Žara bo od 13. ure v vežici Podgaj. {FUNERAL}": [
        ("lying in state", "2026-01-30T13:00", "vežici Podgaj"),
        ("funeral", "2026-01-30T15:00", "pokopališču Podgaj"),
    ],
    f"{FUNERAL} Sveta maša zadušnica bo po pogrebu v cerkvi sv. Martina.": [
        ("funeral", "2026-01-30T15:00", "pokopališču Podgaj"),
        ("mass", "2026-01-30", "cerkvi sv. Martina"),
    ],
    "Pogrebna sveta maša bo v petek, 30. 1. 2026, ob 10. uri v farni cerkvi v Gaju, nato pogreb na pokopališču Gaj.": [
        ("mass", "2026-01-30T10:00", "farni cerkvi v Gaju"),
        ("funeral", "2026-01-30", "pokopališču Gaj"),
    ],
    "Žara bo v sredo, 28. 1., od 9. ure v mrliški vežici Gaj, pogreb pa isti dan ob 17. uri na tem pokopališču.": [
        ("lying in state", "2026-01-28T09:00", "mrliški vežici Gaj"),
        ("funeral", "2026-01-28T17:00", "tem pokopališču"),
    ],
    "Žalna slovesnost s pogrebom bo v petek, 30. januarja, ob 13. uri na pokopališču Žale v Gaju.": [
        ("funeral", "2026-01-30T13:00", "pokopališču Žale v Gaju"),
    ],
    "Od nje se bomo poslovili v petek, 30. januarja, ob 14. uri na pokopališču Gaj.": [
        ("farewell", "2026-01-30T14:00", "pokopališču Gaj"),
    ],
    "Od nje se bomo poslovili v petek, 30. januarja, ob 14. uri v dvorani Gaj. Pogreb bo v soboto v krogu domačih.": [
        ("farewell", "2026-01-30T14:00", "dvorani Gaj"),
        ("funeral", "2026-01-31", None),
    ],
    "Pogreb: sreda, 28. 1. 2026, ob 11.00, pokopališče Gaj": [("funeral", "2026-01-28T11:00", "pokopališče Gaj")],
    "Pogreb bo v sredo, 28. 1. 2026 ob 13.00 uri na Žalah.": [("funeral", "2026-01-28T13:00", "Žalah")],
    "Hvala vsem, ki ste se od nje poslovili 20. januarja 2026 na pokopališču Gaj.": [],
    "Pogreb je bil 20. januarja 2026 na pokopališču Gaj.": [("funeral", "2026-01-20", "pokopališču Gaj")],
    "Hvala pogrebni službi za slovo, 20. 1. 2026.": [],
    "Pogreb bo v ožjem krogu.": [("funeral", "", None)],
    "Datum pogreba bo objavljen naknadno.": [],
    "Na željo pokojne pogreba ne bo.": [],
    f"{FUNERAL} Uro pred pogrebom bo maša v cerkvi sv. Ane.": [
        ("funeral", "2026-01-30T15:00", "pokopališču Podgaj"),
        ("mass", "2026-01-30T14:00", "cerkvi sv. Ane"),
    ],
    "Pogrebna slovesnost se bo začela ob 15. uri, in sicer v petek, 30. januarja, na gajskem pokopališču.": [
        ("funeral", "2026-01-30T15:00", "gajskem pokopališču"),
    ],
    "Gasilci se zberemo v petek, 30. januarja, ob 14. uri pred domom; pogreb bo ob 15. uri v Podgaju.": [
        ("funeral", "2026-01-30T15:00", "Podgaju"),
    ],
    "K večnemu počitku ga bomo položili v petek, 30. januarja, ob 15. uri v muslimanskem delu pokopališča Gaj.": [
        ("funeral", "2026-01-30T15:00", "muslimanskem delu pokopališča Gaj"),
    ],
    "Slovo od Ane bo v petek, 30. januarja, ob štirih popoldne na pokopališču Gaj. Žara bo v vežici od 10. ure.": [
        ("farewell", "2026-01-30T16:00", "pokopališču Gaj"),
        ("lying in state", "2026-01-30T10:00", "vežici"),
    ],
    "Datum pogreba: 30. 1. 2026\nUra: 15.00\nKraj pogreba: pokopališče Gaj": [
        ("funeral", "2026-01-30T15:00", "pokopališče Gaj"),
    ],
    "Pogreb: 30. 1. 2026 / 15.00 / Sv. Ana\nVežica: 30. 1. 2026 / od 12.00": [
        ("funeral", "2026-01-30T15:00", "Sv. Ana"),
        ("lying in state", "2026-01-30T12:00", None),
    ],
    "Žalna seja bo v petek, 30. januarja, ob 12. uri v Kulturnem domu Lipa, pogreb dan pozneje ob 14. uri v Gaju.": [
        ("farewell", "2026-01-30T12:00", "Kulturnem domu Lipa"),
        ("funeral", "2026-01-31T14:00", "Gaju"),
    ],
    "Ana je dala slovo temu svetu v petek.": [],
    "Od nje smo se poslovili v soboto, 24. januarja, na pokopališču v Gaju.": [
        ("farewell", "2026-01-24", "pokopališču v Gaju"),
    ],
    "Na zadnji poti smo jo pospremili v petek, 23. januarja, na vaškem pokopališču na Brdu.": [
        ("funeral", "2026-01-23", "vaškem pokopališču na Brdu"),
    ],
    "V soboto, 24. januarja, so se na gajskem pokopališču od nje poslovili gasilci.": [
        ("farewell", "2026-01-24", "gajskem pokopališču"),
    ],
    "Težko smo se poslovili od nje.": [],
    "Pred letom dni, 9. januarja 2025, smo se poslovili od nje.": [],
    "Minilo je leto, odkar smo se 9. januarja 2025 poslovili od nje.": [],
    "Zahvaljujemo se vsem, ki ste jo v soboto, 24. januarja, pospremili na zadnji poti.": [],
    "Pogreb je bil včeraj ob 15. uri na pokopališču v Gaju.": [("funeral", "2026-01-26T15:00", "pokopališču v Gaju")],
    "Žara bo v vežici na Brdu od 9. ure dalje na dan pogreba, ki bo v petek, 30. januarja, ob 15. uri v Gaju.": [
        ("lying in state", "2026-01-30T09:00", "vežici na Brdu"),
        ("funeral", "2026-01-30T15:00", "Gaju"),
    ],
    "Žara bo v vežici Gaj od 11. ure, kjer bo ob 16. uri tudi pogreb. Pogreb bo v petek, 30. januarja.": [
        ("lying in state", "2026-01-30T11:00", "vežici Gaj"),
        ("funeral", "2026-01-30T16:00", None),
    ],
    "Maša bo v petek, 30. januarja, ob 15. uri v farni cerkvi, pogreb na farnem pokopališču.": [
        ("mass", "2026-01-30T15:00", "farni cerkvi"),
        ("funeral", "2026-01-30", "farnem pokopališču"),
    ],
    "Poslovitev bo v petek, 30. januarja, ob 17. uri v vežici v Gaju, pokop pa bo v krogu družine.": [
        ("farewell", "2026-01-30T17:00", "vežici v Gaju"),
        ("funeral", "", None),
    ],
    "Molitev bo v četrtek ob 19. uri v mrliški vežici v Gaju. Pogreb bo v petek ob 15. uri.": [
        ("funeral", "2026-01-30T15:00", None),
    ],
    "Pogreb bo v petek, 30. januarja, ob 15. uri. Pokopališče: Lipa.": [("funeral", "2026-01-30T15:00", "Lipa")],
}


@pytest.mark.parametrize(("text", "told"), CEREMONIES.items())
def test_ceremonies(text, told):
    assert [(one.kind, (one.at or "")[:16], one.place) for one in obituary("Ana Zgled", text).ceremonies] == told


MOURNERS = {
    "Mož Tone, sin Vid z družino": "Mož Tone, sin Vid z družino",
    "Sestra je umrla lani": None,
    "V globoki žalosti se bomo poslovili jutri.": None,
    "Ožalošćeni: supruga Fatima": "supruga Fatima",
    "Žalujoči: sin Tone z družino.": "sin Tone z družino",
    "Žalujoči: sin Tone, hči Ana. Pogreb bo jutri ob 15. uri.": "sin Tone, hči Ana",
    "Pogrešali jo bomo:\nmož Bor,\nhči Ana": "mož Bor,\nhči Ana",
    "V imenu domačih: hči Neža": "hči Neža",
    "Žalujoči\nsin Tone\nhči Ana": "sin Tone\nhči Ana",
    "Za njo žalujejo: mož in otroci": "mož in otroci",
    "Vsi njeni": "Vsi njeni",
    "Tvoji: hči Ana in vnuka": "hči Ana in vnuka",
    "Hvala vsem njenim prijateljem.": None,
}


@pytest.mark.parametrize(("text", "who"), MOURNERS.items())
def test_mourners(text, who):
    assert obituary("Ana Zgled", f"Umrla je Ana Zgled.\n\n{text}").mourners == who


def test_what_stands_behind_a_name():
    facts, stop = read_tail("(1932–2026), p. d. Kovač, star 93 let, iz Podgaja. Pogreb", 0)
    assert facts == {"born": "1932", "died": "2026", "age": 93, "residence": "Podgaj"}
    assert stop == 49
    assert read_tail("je umrl 3. 1. 2026", 0) == ({}, 0)


def test_full_stops_of_abbreviations_end_no_sentence():
    text = "Ana Zgled, roj. Kos, p. d. Bor, in dr. Vid iz ul. Lip 3. Pogreb bo ob 12.00. Hvala!"
    assert [one.text for one in sentences(text, [])] == [text[:56], "Pogreb bo ob 12.00.", "Hvala!"]
