"""The words: declension, sentences, and how varied they are."""

from collections import Counter
from random import Random

import pytest

from newsarchive.demo import lexicon
from newsarchive.demo.articles import TOPICS
from newsarchive.demo.dice import dice
from newsarchive.demo.inflect import Pair, adjective, decline, name
from newsarchive.demo.tables import tables
from newsarchive.demo.texts import VALUES, Teller, number, parts
from newsarchive.demo.world import World

TABLES = ("articles", "notices", "obituaries")
GIVEN = {
    "issuer", "what", "area", "area.short", "reason", "when", "name", "died", "born", "age", "residence", "weekday",
    "day", "hour", "cemetery", "saint", "m1", "m2", "f1", "f2", "f3",
}  # fmt: skip


def teller(seed=1, **given):
    return Teller(dice(seed), lexicon.towns()[2], given)


@pytest.mark.parametrize(
    ("kind", "noun", "stem", "forms"),
    [
        ("m", "projekt", None, "projekt projekta projektu projekt projektu projektom"),
        ("m", "vrtec", "vrtc", "vrtec vrtca vrtcu vrtec vrtcu vrtcem"),
        ("m", "muzej", None, "muzej muzeja muzeju muzej muzeju muzejem"),
        ("f", "cesta", None, "cesta ceste cesti cesto cesti cesto"),
        ("i", "slovesnost", None, "slovesnost slovesnosti slovesnosti slovesnost slovesnosti slovesnostjo"),
        ("n", "društvo", None, "društvo društva društvu društvo društvu društvom"),
        ("n", "igrišče", None, "igrišče igrišča igrišču igrišče igrišču igriščem"),
    ],
)
def test_nouns_are_declined(kind, noun, stem, forms):
    word = decline(kind, noun, stem)
    assert [word.form(case) for case in ("nom", "gen", "dat", "acc", "loc", "ins")] == forms.split()


@pytest.mark.parametrize(
    ("given", "family", "case", "expected"),
    [
        ("Peter", "Brezovec", "gen", "Petra Brezovca"),
        ("Marko", "Hrastšnik", "ins", "Markom Hrastšnikom"),
        ("Gašper", "Javorikar", "dat", "Gašperju Javorikarju"),
        ("Žiga", "Leskulj", "acc", "Žigo Leskulja"),
        ("Mitja", "Vetretič", "ins", "Mitjo Vetretičem"),
    ],
)
def test_men_are_declined(given, family, case, expected):
    assert Pair(name(given, "m"), name(family, "m", family=True)).form(case) == expected


def test_women_keep_their_family_name():
    assert Pair(name("Živa", "f"), name("Brezovec", "f", family=True)).form("dat") == "Živi Brezovec"


def test_prepositions_follow_the_first_sound():
    assert decline("f", "knjiga").form("with") == "s knjigo"
    assert Pair(adjective("nov", "f"), decline("f", "knjiga")).form("with") == "z novo knjigo"


def test_numbers_take_the_genitive_plural():
    rng = Random(3)
    assert all(number(rng, "5-480") % 100 not in (1, 2, 3, 4) for _ in range(500))


def test_a_person_stays_the_same_and_verbs_agree():
    text = teller().tell("{p1} je {p1?rekel|rekla}. {p1.last}")
    person = text.split(" je ")[0]
    assert text.endswith(person)
    assert ("rekla" in text) == (person.split()[0][-1] == "a" and person.split()[0] not in tables("people")["men"])


@pytest.mark.parametrize(("gender", "word"), [("m", "ga"), ("f", "jo"), ("n", "to")])
def test_relative_words_agree_with_the_last_phrase(gender, word):
    assert teller().tell(f"{{thing_{gender}.acc}}, {{~ga|jo|to}}").endswith(f", {word}")


def test_given_words_win_even_when_empty():
    assert teller(name="ANA", age="").tell("{name}{age}.") == "ANA."


def test_an_unknown_slot_is_an_error():
    with pytest.raises(KeyError):
        teller().tell("{nothing}")


@pytest.mark.parametrize("table", TABLES)
def test_every_slot_of_every_sentence_can_be_filled(table):
    for key, lines in tables(table).items():
        for line in lines:
            given = {slot.raw: "x" for slot in parts(line)[1::2] if slot.raw in GIVEN}
            text = teller(**given).tell(line.split("|")[-1] if key.startswith("what.") else line)
            assert "{" not in text
            assert "  " not in text


def test_every_topic_has_its_tables():
    words = tables("articles")
    assert all(f"{topic}.{part}" in words for topic in TOPICS for part in ("titles", "leads", "sentences"))


def test_slots_of_values_need_no_declension():
    assert all(draw(Random(1), "5-9") for draw in VALUES.values())


def test_no_two_records_share_a_paragraph():
    world = World("demo", 2_000, 1)
    seen = Counter(block.text for number in world.heads for block in world.story(number).blocks)
    assert [text for text, count in seen.items() if count > 1] == []


def test_texts_are_rich_in_words():
    world = World("demo", 1_000, 1)
    words = {word for number in world.heads for word in world.story(number).body.lower().split()}
    assert len(words) > 12_000
    assert {"č", "š", "ž", "»", "„"} <= set("".join(words))


def test_slovene_print_needs_nothing_beyond_windows_1250():
    world = World("demo-old", 300, 1)
    assert all(world.story(number).body.encode("cp1250") for number in world.heads)
