import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive.differing import KINDS, SUBSTANTIVE, alters, compare, difference_words
from newsarchive.archive.differing.tokens import stem
from newsarchive.archive.digest import digest

CASES = {
    "numbers": [
        ("Zaprto do 12. ure.", "Zaprto do 15. ure."),
        ("Dela bodo v četrtek.", "Dela bodo v petek."),
        ("Dela bodo 5. maja.", "Dela bodo 5. junija."),
        ("Poškodovani so trije pešci.", "Poškodovani so štirje pešci."),
        ("Zbrali so petsto vlog.", "Zbrali so šeststo vlog."),
        ("Dolg je milijon evrov.", "Dolg je milijarda evrov."),
        ("Cena je 5 €.", "Cena je 5 %."),
        ("Danes bo odprto.", "Jutri bo odprto."),
        ("Bilo je 5 stopinj.", "Bilo je -5 stopinj."),
        ("Domači 3, gostje 5.", "Domači 5, gostje 3."),
        ("Zaprto.", "Zaprto 5 dni."),
    ],
    "names": [
        ("Vodi jo Ana Novak.", "Vodi jo Ana Kovač."),
        ("Zapora v Velenju.", "Zapora v Celju."),
        ("Zapora na Jenkovi cesti.", "Zapora na Titovi cesti."),
        ("Pride dr. Novak.", "Pride dr. Kovač."),
        ("Pride g. Ana K. Novak.", "Pride g. Ana K. Kovač."),
        ("Prireditev vodi Maja.", "Prireditev vodi Julija."),
        ("Novak odhaja. Tako pravi Novak.", "Kovač odhaja. Tako pravi Kovač."),
        ("Odgovarja PGD Hrib.", "Odgovarja KUD Hrib."),
    ],
    "quotes": [
        ("Dejala je: „To je dobro za mesto.“", "Dejala je: „To je slabo za mesto.“"),
        ("Dejala je: »To je dobro za mesto.«", "Dejala je: »To je slabo za mesto.«"),
        ('Dejala je: "To je dobro. Res je."', 'Dejala je: "To je dobro. Res bo."'),
        ("Dejala je, da je to dobro za mesto.", "Dejala je, »da je to dobro za mesto«."),
    ],
    "negations": [
        ("Svet je načrt potrdil.", "Svet načrta ni potrdil."),
        ("Kopanje je dovoljeno.", "Kopanje je prepovedano."),
        ("Koncert bo na trgu.", "Koncert na trgu je odpovedan."),
        ("Prišli so z njim.", "Prišli so brez njega."),
        ("To vedo vsi.", "Tega ne ve nihče."),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "old", "new"), [(kind, *pair) for kind, pairs in CASES.items() for pair in pairs])
def test_what_a_change_is_first_of_all(kind, old, new):
    assert alters((None, None, old), (None, None, new))[0] == kind
    assert alters((old, None, None), (new, None, None))[0] == kind, "a title counts the same"
    assert kind in alters((None, None, new), (None, None, old)), "taking it back is the same kind of change"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ogled mesta z Novakom.", "Ogled mesta pri Novaku."),
        ("Delo občine Žalec.", "Delo v Žalcu."),
        ("Obisk Marije iz Kopra.", "Obisk pri Mariji, mesto Koper."),
        ("Tonetov dan. Vabi Tone.", "Tonetov dan. Pri Tonetu."),
        ("Stane dva evra.", "Stane samo 2 evra."),
        ("Stalo je 12.000 evrov.", "Stalo bo 12 000 €."),
        ("Dela bodo 27. januarja.", "Dela pridejo 27. 1."),
        ("Ob 07.30 pridejo.", "Ob 7:30 bodo prišli."),
        ("V petek bo dan mesta.", "Ob petkih bo dan mesta."),
        ("Lep dan je bil.", "Bil je zelo lep dan."),
        ("Drugi so odšli.", "Nekateri so odšli."),
        ("Odprta je nova cesta.", "Nova cesta je odprta."),
        ("Ni odprto.", "Ne bo odprto."),
    ],
)
def test_words_only(old, new):
    assert alters((None, None, old), (None, None, new)) == ["words"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Zapora  ceste", "Zapora\nceste"),
        ("Zapora, res", "Zapora – res!"),
        ("„Zapora“", "»Zapora«"),
        ("ZAPORA CESTE", "Zapora ceste"),
        ("Dom »Ljubica« vabi", "Dom Ljubica vabi"),
        ("Občina vabi", "občina vabi"),
        ("Stane 12.000 točk", "Stane 12 000 točk"),
        ("Za\u00adpora", "Zapora"),
        ("Prvi.\nDrugi.", "Prvi. Drugi."),
        ("Zapora 🚧", "Zapora"),
    ],
)
def test_typography_only(old, new):
    assert alters((None, None, old), (None, None, new)) == ["typography"]


def test_nothing_differs():
    assert alters(("A", None, "B"), ("A", None, "B")) == []
    assert alters((None, None, None), (None, None, None)) == []
    assert difference_words((None, None, "A"), (None, None, "A")) == []


def test_no_text_is_empty_text():
    assert alters(("A", None, "B"), ("A", "", "B")) == ["typography"]


def test_a_lead_that_becomes_the_first_paragraph_alters_nothing_but_the_setting():
    assert alters(("A", "Prvi dan.", "Drugi dan."), ("A", None, "Prvi dan.\n\nDrugi dan.")) == ["typography"]


def test_all_kinds_in_order_of_weight():
    old = (None, None, "Novakova pride 5. maja. Rekla je: „Prav.“ Drži.")
    new = (None, None, "K nam pride Ana 6. maja. Rekla je: „Nikakor ne.“ Velja.")
    assert alters(old, new) == ["numbers", "names", "quotes", "negations", "words"]
    assert KINDS[:4] == SUBSTANTIVE


def test_a_sentence_that_moves_alters_no_figure():
    first, second = "Ana Novak je zbrala 5 glasov.", "Odprto bo v petek, 7. maja."
    assert alters((None, None, f"{first}\n\n{second}"), (None, None, f"{second}\n\n{first}")) == ["words"]


def test_a_phrase_that_moves_alters_no_figure():
    old = "V petek 7. maja ob 8. uri se bodo v domu zbrali vsi člani društva."
    new = "Ob 8. uri se bodo v domu zbrali vsi člani društva v petek 7. maja."
    assert alters((None, None, old), (None, None, new)) == ["words"]


def test_a_text_that_appears_alters_all_that_it_holds():
    assert alters((None, None, None), (None, None, "Pride Ana 5. maja.")) == ["numbers", "names", "words"]


def test_a_quotation_may_run_over_sentences():
    old = "„Začeli bomo jutri. Končali bomo pozno,“ pravi župan."
    assert alters((None, None, old), (None, None, old.replace("pozno", "zgodaj"))) == ["quotes"]
    assert alters((None, None, old), (None, None, old.replace("župan", "občan"))) == ["words"]


def test_what_differs_in_words_the_weightiest_first():
    old = ("Naslov", None, "Lepo vreme. Vabi Ana. Začnemo 29. maja.")
    new = ("Naslov", None, "Slabo vreme. Vabi Eva. Začnemo 30. maja.")
    assert difference_words(old, new) == ["29 -> 30", "Ana -> Eva", "Lepo -> Slabo"]
    assert difference_words(old, new, limit=1) == ["29 -> 30"]


def test_one_side_may_be_empty_and_none_is_long():
    assert difference_words((None, None, "Vstop prost."), (None, None, "Vstop je prost.")) == ["-> je"]
    assert difference_words((None, None, "Vstop je prost."), (None, None, "Vstop prost.")) == ["je ->"]
    assert difference_words((None, None, "a"), (None, None, "a b c d e f g h")) == ["-> b c d e f g …"]


@pytest.mark.parametrize(
    "forms",
    [
        "Novak Novaka Novaku Novakom", "Marija Marije Mariji Marijo", "Žalec Žalca Žalcu Žalcem",
        "Koper Kopra Kopru Koprom", "Velenje Velenja Velenju Velenjem", "Kranj Kranja Kranju Kranjem",
        "Tone Toneta Tonetu Tonetom", "Janez Janeza Janezu Janezom", "Breg Brega Bregu Bregom",
        "Ljubljana Ljubljane Ljubljani Ljubljano", "Hafner Hafnerja Hafnerju Hafnerjem", "Jesenice Jesenicah Jesenicam",
        "Krško Krškega Krškem", "Jurij Jurija Juriju", "Ana Ane Ani Ano",
    ],
)  # fmt: skip
def test_the_cases_of_a_name_have_one_stem(forms):
    assert len({stem(form.lower()) for form in forms.split()}) == 1


def test_different_names_have_different_stems():
    names = "novak kovač kovačič horvat marina marija marijan celje velenje koper kranj novakova ana eva".split()
    assert len({stem(name) for name in names}) == len(names)


TEXT = st.none() | st.text() | st.text(alphabet='abAB Č12.,"„“»« \n-:%ne')
RECORD = st.tuples(TEXT, TEXT, TEXT)


@given(RECORD, RECORD)
def test_any_two_texts(old, new):
    found, changes = compare(old, new)
    assert found == [kind for kind in KINDS if kind in found], "in order, each once"
    assert bool(found) == (old != new)
    assert "typography" not in found or found == ["typography"]
    assert set(alters(new, old)) & set(SUBSTANTIVE) == set(found) & set(SUBSTANTIVE) or changes
    if digest(*old) == digest(*new):
        assert found in ([], ["typography"])
    assert all(isinstance(words, str) for words in difference_words(old, new))


@given(RECORD)
def test_nothing_differs_from_itself(text):
    assert alters(text, text) == []


def long(words, seed):
    dice = random.Random(seed)
    return " ".join(
        dice.choice(("beseda", "Ime", "7", "ne", "„rek“")) + str(dice.randrange(900)) + dice.choice((" ", ". "))
        for _ in range(words)
    )


HOSTILE = {
    "one sentence with one change": ("beseda " * 20_000, "beseda " * 10_000 + "drugo " + "beseda " * 9_999),
    "nothing in common": (long(20_000, 1), long(20_000, 2)),
    "one word a megabyte long": ("a" * 1_000_000, "a" * 1_000_001),
    "quotation marks only": ('"' * 100_000, '"' * 100_001),
    "full stops": (". A" * 60_000, ". B" * 60_000),
    "digits": ("1 " * 100_000, "2 " * 100_000),
    "hyphens": ("a-" * 200_000, "a-" * 200_001),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_long_texts_are_compared_in_no_time(name):
    old, new = HOSTILE[name]
    started = time.process_time()
    alters((None, None, old), (None, None, new))
    assert time.process_time() - started < 5


def test_halves_of_characters_and_nothing_characters():
    assert alters(("\ud800 5", None, "\0"), ("\ud800 6", None, "\0")) == ["numbers"]
