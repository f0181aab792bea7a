"""The query language: what is understood, and what is said where something is not."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive import Archive, QueryError
from newsarchive.archive.asking.family import stem
from newsarchive.archive.asking.parsing import parse
from newsarchive.items import Ceremony, Notice, Obituary, Record

PIECES = st.sampled_from(
    """zapora Velenje" " ( ) OR AND NOT - -- title: author: place: kind: site: after: before: kind:notice after:2026
    after:x * vod* \0 🙂 „ “ NEAR( ^ {title} : \\ % _ ' 2026-02-30 čšž""".split()
)
HOME = "https://demo.example"


def record(kind, name, body, **values):
    return Record(
        kind, values.pop("site", "demo"), f"{HOME}/{name}", title=values.pop("title", name), body=body, **values
    )


RECORDS = [
    record("article", "seja", "V Velenju so se sestali svetniki. Župan Janez Novak je bil odsoten.",
           authors=["Ana Primer"], published="2026-01-10", title="Seja sveta"),
    record("article", "novak", "Z Janezom Novakom smo govorili o premogovniku in šolah.", authors=["Bor Vzorec"],
           published="2026-02", title="Pogovor"),
    record("notice", "voda", "Motena bo dobava vode.", published="2025-12-31T08:00:00+01:00", title="Obvestilo o vodi",
           notices=[Notice("Komunala", "water", area="Šmartno ob Paki", places=["Jenkova cesta", "Cesta talcev"])]),
    record("obituary", "cilka", "Poslovili smo se.", title="Cilka Zgled", site="drugi",
           obituary=Obituary("Cilka Zgled", residence="Podkraj", ceremonies=[Ceremony(place="Stara Vas")])),
    record("article", "sola", "Premogovni odpadki in šolski avtobus. Plin za novo šolo.", published="2026-03-01"),
]  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("data") / "archive.db") as archive:
        for one in RECORDS:
            archive.save(one)
        yield archive


def names(results):
    return sorted(hit.url.rpartition("/")[2] for hit in results.hits)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("velenje", ["seja"]),
        ("VELENJEM", ["seja"]),
        ("zupan", ["seja"]),
        ("zupanom", ["seja"]),
        ("svetnik", ["seja"]),
        ('"Janez Novak"', ["novak", "seja"]),
        ("„Janeza Novaka“", ["novak", "seja"]),
        ('"Novak Janez"', []),
        ("janez novak", ["novak", "seja"]),
        ("velenje OR voda", ["seja", "voda"]),
        ("novak velenje OR premogovnik", ["novak", "seja"]),
        ("(novak velenje) OR voda", ["seja", "voda"]),
        ("novak -velenje", ["novak"]),
        ('novak -"v velenju"', ["novak"]),
        ("novak NOT (velenje OR premogovnik)", []),
        ("-novak kind:article", ["sola"]),
        ("title:voda", ["voda"]),
        ("naslov:seje", ["seja"]),
        ("title:velenje", []),
        ("author:primer", ["seja"]),
        ('author:"Bora Vzorca"', ["novak"]),
        ("avtor:vzorcem", ["novak"]),
        ("author:vzorec OR author:primer", ["novak", "seja"]),
        ("place:smartno", ["voda"]),
        ("place:Šmartnem", ["voda"]),
        ('place:"Jenkovi cesti"', ["voda"]),
        ('place:"cesta jenkova"', []),
        ("kraj:Podkraju", ["cilka"]),
        ('place:"Stari vasi"', ["cilka"]),
        ("-place:podkraj kind:obituary", []),
        ("site:drugi", ["cilka"]),
        ("-site:demo", ["cilka"]),
        ("kind:obvestila", ["voda"]),
        ("vrsta:osmrtnica OR vrsta:obvestilo", ["cilka", "voda"]),
        ("after:2026", ["novak", "seja", "sola"]),
        ("after:2026-02", ["novak", "sola"]),
        ("after:2026-02-15", ["novak", "sola"]),
        ("before:2026-01-10", ["seja", "voda"]),
        ("do:10.1.2026 od:2026", ["seja"]),
        ('after:"1. 3. 2026"', ["sola"]),
        ("premog*", ["novak", "sola"]),
        ("title: seja", ["seja"]),
        ("velenje AND AND župan", ["seja"]),
        ("OR velenje OR", ["seja"]),
        ("velenje )(", ["seja"]),
        ('velenje "', ["seja"]),
        ("velenje - 🙂 !", ["seja"]),
        ('- OR ( " NOT', []),
    ],
)
def test_what_is_found(archive, query, expected):
    assert names(archive.find(query)) == expected
    assert sorted(one.record.url.rpartition("/")[2] for one in archive.records(query=query)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [("premogovnik", ["novak", "sola"]), ("šola", ["novak", "sola"]), ("solski", ["novak", "sola"])],
)
def test_wider_finds_derived_words(archive, query, expected):
    assert names(archive.find(query, wider=True)) == expected
    assert len(archive.find(query).hits) < 2 or query == "šola"


@pytest.mark.parametrize(
    "family",
    ["premogovnik premogovni premogovništvo", "šola šolski šolar šolstvo", "velenje velenjski velenjčan",
     "občina občinski občan", "gasilec gasilski gasilka", "kultura kulturni kulturnik"],
)  # fmt: skip
def test_a_family_of_words_has_one_stem(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("kind:advert", "no kind of record: write kind:article, kind:notice or kind:obituary"),
        ("after:2026-02-30", "no day, month or year: write after:2026-01-27"),
        ("before:včeraj", "write before:2026-01-27"),
        ("after:1.13.2026", "no day"),
        ("zapora title:", 'Nothing stands behind "title:"'),
        ("author:!!", 'as in author:"Ana Primer"'),
        ("place: (a)", "as in place:Velenje"),
        ("avtor:", 'Nothing stands behind "avtor:"'),
        ('site:""', "as in site:velenjcan"),
    ],
)
def test_what_cannot_be_understood_says_how_to_write_it(archive, query, told):
    with pytest.raises(QueryError) as error:
        archive.find(query)
    sentence = str(error.value)
    assert told in sentence
    assert sentence.endswith(".")
    assert ". " not in sentence.replace("1. ", "")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("  Zapora   CESTE ", "zapora ceste"),
        ("a OR b -c", "a OR b -c"),
        ("NOT (a b)", "-(a b)"),
        ('"Janez Novak" kraj:"Stara Vas"', '"janez novak" place:"Stara Vas"'),
        ("vrsta:obvestila od:1.2.2026", "kind:notice after:2026-02-01"),
        ("24-urna title:most*", '"24 urna" title:most*'),
        ("", ""),
    ],
)
def test_what_was_understood_is_said_in_the_query_language(archive, query, told):
    understood = str(parse(query) or "")
    assert understood == told
    assert str(parse(understood) or "") == understood


def test_find_says_what_was_understood(archive):
    assert archive.find("Vrsta:obvestilo VODA").query == "kind:notice voda"


@given(st.lists(PIECES, max_size=20).map(" ".join) | st.text())
def test_anything_typed_is_safe(archive, query):
    for wider in (False, True):
        with suppress(QueryError):
            assert archive.find(query, wider=wider, limit=2)


@pytest.mark.parametrize(
    "query",
    ["(" * 50_000, "-" * 100_000, "NOT " * 25_000, '"' + "a " * 50_000, "title:" * 16_000 + "a", "a*" * 50_000,
     "(a OR " * 20_000, "č" * 100_000, "v velenju " * 10_000],
)  # fmt: skip
def test_a_hundred_thousand_characters_are_no_problem(archive, query):
    assert archive.find(query).total >= 0


def test_a_long_phrase_is_written_in_its_most_frequent_forms(archive):
    """Each word in each of its forms would be millions of ways."""
    text = "Janezom Novakom smo govorili o premogovniku in šolah"
    assert names(archive.find(f'"{text}"')) == ["novak"]
