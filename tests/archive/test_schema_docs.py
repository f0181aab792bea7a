import re
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.dictionary import tables
from newsarchive.items import Ceremony, Image, Notice, Obituary, Record, Window

DOC = (Path(__file__).parents[2] / "docs" / "schema.md").read_text("utf-8")
QUERIES = re.findall(r"\n([^\n]+)\n\n```sql\n(.*?)```", DOC, re.DOTALL)
INTERNAL = re.compile(r"records_fts_\w+|sqlite_\w+")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("data") / "archive.db") as archive:
        article = Record(
            "article",
            "demo",
            "https://demo.example/most",
            title="Most",
            lead="Nov.",
            body="V kraju Velenje je nov most.",
            authors=["Ana Primer", "Bor Vzorec"],
            tags=["mostovi", "ceste"],
            published="2026-01-27",
            section="Novice",
            aliases=["https://demo.example/?p=17"],
            evidence={"published": "json-ld"},
            source="Občina",
        )
        place = {"file": "warc/demo/demo-20260127-001.warc.gz", "offset": 0, "length": 10}
        page = archive.note_snapshot(article.url, site="demo", fetched_at="2026-01-27T08:00:00Z", status=200, **place)
        archive.save(article, snapshot=page)
        archive.save(
            snapshot=page,
            record=Record(
                **{**article.to_dict(), "title": "Most je odprt", "body": "V kraju Velenje je odprt nov most."}
            ),
        )
        window = Window("2026-01-29T07:00:00+01:00", "2026-01-29T17:00:00+01:00")
        notice = Notice(
            "Komunala",
            "road",
            "closure",
            "Jenkova cesta",
            ["Jenkova cesta"],
            "dela",
            "announced",
            [window, Window(ends="2026-02-02")],
        )
        archive.save(
            Record(
                "notice",
                "demo",
                "https://demo.example/zapora",
                title="Zapora",
                notices=[notice, Notice("Elektro")],
                published="2026-01-20",
            )
        )
        ceremonies = [Ceremony("funeral", "2026-01-30T15:00:00+01:00", "Podkraj"), Ceremony(place="Cerkev")]
        person = Obituary("Cilka Zgled", died="2026-01-25", age=93, residence="Podkraj", ceremonies=ceremonies)
        archive.save(Record("obituary", "demo", "https://demo.example/cilka", title="Cilka Zgled", obituary=person))
        release = "Komunalno podjetje obvešča, da bo Jenkova cesta zaradi del na vodovodu do konca tedna zaprta."
        for site in ("demo", "other"):
            url = f"https://{site}.example/cesta"
            picture = Image(f"https://{site}.example/1.jpg")
            archive.save(Record("notice", site, url, title="Cesta", body=release, images=[picture]))
        for day in (1, 2):
            archive.note_missing("https://other.example/cesta", f"2100-01-0{day}T08:00:00Z")
        archive.finish_run(archive.start_run("demo"), "finished", {"new": 3}, {})
        yield archive


@pytest.fixture(scope="module")
def held(archive):
    db = archive.connection.db
    names = [name for name in (*db.table_names(), *db.view_names()) if not INTERNAL.fullmatch(name)]
    return {name: list(db[name].columns_dict) for name in names}


@pytest.fixture
def ask(archive):
    return lambda sql: [dict(row) for row in archive.connection.rows(sql)]


def test_every_table_and_column_has_words(held):
    words = {name: list(table.columns) for name, table in tables().items()}
    assert words == held | {"records_fts": ["title", "lead", "body"]}


@pytest.mark.parametrize("name", tables())
def test_every_table_is_told_in_the_docs(name):
    table = tables()[name]
    rows = "\n".join(f"| `{column}` | {words} |" for column, words in table.columns.items())
    expected = f"### `{name}`\n\n{table.about}\n\n| column | what it holds |\n|---|---|\n{rows}\n"
    assert expected in DOC, f"docs/schema.md should say:\n\n{expected}"


def test_the_docs_tell_of_no_other_table():
    assert sorted(re.findall(r"^### `(\w+)`$", DOC, re.MULTILINE)) == sorted(tables())


@pytest.mark.parametrize(
    ("question", "sql"), QUERIES, ids=[sql.split()[1] + str(n) for n, (_, sql) in enumerate(QUERIES)]
)
def test_every_query_of_the_docs_has_an_answer(ask, question, sql):
    assert ask(sql), question


def test_there_are_queries_to_run():
    assert len(QUERIES) == DOC.count("```sql") == 14


def test_articles_reads_well(ask):
    assert ask("SELECT * FROM articles") == [
        {
            "id": 1,
            "site": "demo",
            "published": "2026-01-27",
            "section": "Novice",
            "title": "Most je odprt",
            "lead": "Nov.",
            "body": "V kraju Velenje je odprt nov most.",
            "authors": "Ana Primer, Bor Vzorec",
            "source": "Občina",
            "tags": "mostovi, ceste",
            "word_count": 8,
            "url": "https://demo.example/most",
        }
    ]


def test_notices_have_a_row_for_each_span_of_time(ask):
    found = ask("SELECT day, last_day, service, issuer, title, record FROM notices_by_day ORDER BY day")
    shared = {"title": "Zapora", "record": 2}
    assert found == [
        {"day": "2026-01-20", "last_day": None, "service": None, "issuer": "Elektro", **shared},
        {"day": "2026-01-29", "last_day": "2026-01-29", "service": "road", "issuer": "Komunala", **shared},
        {"day": "2026-02-02", "last_day": "2026-02-02", "service": "road", "issuer": "Komunala", **shared},
    ]


def test_obituaries_tell_their_ceremonies_in_order(ask):
    (found,) = ask("SELECT day, name, age, ceremonies FROM obituaries_by_day")
    assert found == {
        "day": "2026-01-25",
        "name": "Cilka Zgled",
        "age": 93,
        "ceremonies": "funeral 2026-01-30T15:00:00+01:00, Podkraj; ceremony, Cerkev",
    }


def test_changes_leave_out_what_was_only_published(ask):
    found = ask("SELECT number, cause, title, title_before, characters_more FROM changes")
    assert found == [
        {"number": 2, "cause": "edited", "title": "Most je odprt", "title_before": "Most", "characters_more": 6}
    ]
