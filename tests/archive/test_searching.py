import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive import Archive
from newsarchive.archive.asking import expression
from newsarchive.archive.asking.parsing import MOST
from newsarchive.archive.filters import Filters
from newsarchive.archive.search.pool import FILTERED, SCORE
from newsarchive.archive.snippet import CLOSE, OPEN
from newsarchive.items import Record

TEXTS = {
    "zapora": ("Zapora Jenkove ceste", "Zaradi vzdrževalnih del bo v četrtek, 29. januarja, zaprta Jenkova cesta."),
    "promet": (
        "Promet",
        "Obvoz bo urejen. Zapora bo trajala do 12. ure; vozniki naj bodo pozorni na spremenjen režim.",
    ),
    "koncert": ("Koncert na Titovem trgu", "V Šmartnem ob Paki bo čez teden dni koncert ŽPZ. Vstop prost."),
    "cafe": ("Café Évora", "Nova kavarna »Évora« vabi."),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("data") / "archive.db") as archive:
        for number, (name, (title, body)) in enumerate(TEXTS.items()):
            archive.save(
                Record(
                    "notice" if number < 2 else "article",
                    "velenjcan" if number % 2 else "demo",
                    f"https://demo.example/{name}",
                    title=title,
                    body=body,
                    section="Kultura" if name == "koncert" else "Novice",
                    published=f"2026-01-{10 + number}" if number < 3 else None,
                )
            )
        yield archive


def found(hits):
    return [hit.url.rpartition("/")[2] for hit in hits]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("zapora", ["zapora", "promet"]),
        ("ZAPORA", ["zapora", "promet"]),
        ("zapora ceste", ["zapora"]),
        ("smartnem", ["koncert"]),
        ("Šmartnem", ["koncert"]),
        ("s\u030cmartnem", ["koncert"]),
        ("evora", ["cafe"]),
        ('"zaprta Jenkova cesta"', ["zapora"]),
        ('"Jenkova zaprta"', []),
        ('"zaprta Jenkova', ["zapora"]),
        ("trg*", ["koncert"]),
        ("Titov* koncert", ["koncert"]),
        ("zapora AND cesta", ["zapora"]),
        ("zapora NOT ceste", ["promet"]),
        ("title:zapora", ["zapora"]),
        ("zapora-ceste", []),
        ("kavarna,", ["cafe"]),
        ("(zapora) {ceste} ^jenkove +", ["zapora"]),
        ("zapora 🙂", ["zapora", "promet"]),
        ("zap\0ora", ["zapora", "promet"]),
    ],
)
def test_what_a_query_finds(archive, query, names):
    assert found(archive.search(query)) == names


@pytest.mark.parametrize("query", ["", "   ", "*", "!?", "🙂", '"', '""', "-", "\0", "'"])
def test_a_query_without_a_word_finds_nothing(archive, query):
    assert expression(query) is None
    assert archive.search(query) == []
    assert list(archive.records(query=query)) == []


@pytest.mark.parametrize(
    "query", ["a" * 10_000, "a " * 5_000, '"' * 10_001, " ".join(map(str, range(3_000))), "AND OR NEAR(" * 500]
)
def test_ten_thousand_characters_are_no_problem(archive, query):
    assert archive.search(query) == []


def test_of_a_long_query_the_first_terms_count():
    assert len(expression(" ".join(map(str, range(1000)))).split(" AND ")) == MOST


def test_a_word_typed_twice_is_one_term():
    assert expression("cesta cesta") == '"cesta"'


@given(st.text())
def test_any_text_is_safe(archive, query):
    assert isinstance(archive.search(query), list)
    assert isinstance(list(archive.records(query=query, limit=1)), list)


@given(st.text(alphabet="ab*\"()^:-+{}[]~\\/. ANDORNEAR\0'🙂"))
def test_any_query_language_is_safe(archive, query):
    assert isinstance(archive.search(query), list)


def test_the_title_weighs_more_than_the_text(archive):
    first, second = archive.search("zapora")
    assert (first.title, second.title) == ("Zapora Jenkove ceste", "Promet")
    assert first.score > second.score > 0


def test_a_hit_tells_all_that_a_list_needs(archive):
    (hit,) = archive.search("obvoz")
    assert (hit.id, hit.url, hit.site, hit.kind, hit.title, hit.published) == (
        2, "https://demo.example/promet", "velenjcan", "notice", "Promet", "2026-01-11",
    )  # fmt: skip
    assert hit.snippet.startswith(f"{OPEN}Obvoz{CLOSE} bo urejen.")


def test_a_snippet_is_one_line_around_the_words(archive, tmp_path):
    with Archive(tmp_path / "archive.db") as other:
        body = "\n\n".join(f"Odstavek številka {number}." for number in range(100))
        other.save(
            Record("article", "demo", "https://demo.example/a", title="Dolg", body=body.replace("57", "57 zapora"))
        )
        (hit,) = other.search("zapora")
    assert f"57 {OPEN}zapora{CLOSE}." in hit.snippet
    assert "\n" not in hit.snippet
    assert len(hit.snippet) < 300


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"site": "demo"}, ["koncert", "zapora"]),
        ({"kind": "notice"}, ["promet", "zapora"]),
        ({"section": "Kultura"}, ["koncert"]),
        ({"since": "2026-01-11"}, ["koncert", "promet"]),
        ({"until": "2026-01-11"}, ["promet", "zapora"]),
        ({"since": "2026-01-11", "until": "2026-01-11"}, ["promet"]),
        ({"site": "demo", "kind": "article"}, ["koncert"]),
        ({"site": "nikjer"}, []),
        ({}, ["koncert", "promet", "zapora"]),
    ],
    ids=str,
)
def test_filters(archive, wanted, names):
    assert sorted(found(archive.search("bo", **wanted))) == names
    assert sorted(found(stored.record for stored in archive.records(query="bo", **wanted))) == names


def test_a_page_of_hits_follows_the_other(archive):
    every = found(archive.search("bo"))
    assert found(archive.search("bo", limit=2)) + found(archive.search("bo", limit=2, offset=2)) == every


def test_undated_records_are_counted(archive):
    assert archive.undated() == 1
    assert archive.undated(query="évora", site="velenjcan") == 1
    assert archive.undated(query="zapora") == 0
    assert archive.undated(query="*") == 0


@pytest.mark.parametrize("section", ["Novic\udcff", "\0"])
def test_a_section_that_no_text_can_hold_finds_nothing(archive, section):
    assert archive.search("zapora", section=section) == []
    assert list(archive.records(section=section)) == []


def test_filters_are_compared_in_the_form_of_the_archive(tmp_path):
    """A keyboard may compose "Š" of two characters."""
    with Archive(tmp_path / "archive.db") as archive:
        archive.save(Record("article", "demo", "https://demo.example/a", title="A", body="B.", section="\u0160port"))
        assert len(list(archive.records(section="S\u030cport"))) == 1


@pytest.mark.parametrize("score", ["", SCORE])
def test_the_index_is_asked_once_and_no_text_is_read(archive, score):
    """Asked again for each record, a star before a long list takes minutes."""
    filters = Filters(site="demo", kind="article", section="Novice", since="2026", until="2026")
    sql = FILTERED.format(score=score, between="", where=filters.where())
    plan = archive.connection.rows(f"EXPLAIN QUERY PLAN {sql}", {**filters.values(), "match": '"z" *', "most": 9})
    first, *others = (row["detail"] for row in plan)
    assert first.startswith("SCAN records_fts VIRTUAL TABLE")
    assert [other.partition(" (")[0] for other in others] == ["SEARCH r USING COVERING INDEX records_facts"]
