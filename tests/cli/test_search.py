import json
import re

import pytest


def test_hits_with_snippets(run, data):
    result = run(data, "search", "zupan")
    assert result.stdout == (
        "1  2026-01-27  article  demo  Most čez Pako\n"
        "    Župan je odprl most. Most je dolg 12 metrov.\n"
        "    https://demo.example/most\n"
    )
    assert result.stderr == "1 found (article 1; demo 1).\n"


def test_json_marks_the_words(run, data):
    found = json.loads(run(data, "search", "metrov", "--json").stdout)
    (hit,) = found["hits"]
    assert (found["total"], found["exact"], found["query"]) == (1, True, "metrov")
    assert found["facets"]["month"] == [["2026-01", 1]]
    assert (hit["id"], hit["site"], hit["kind"], hit["published"]) == (
        1,
        "demo",
        "article",
        "2026-01-27T09:12:00+01:00",
    )
    assert hit["snippet"] == "Župan je odprl most. Most je dolg 12 ⟦metrov⟧."
    assert hit["score"] > 0


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ([], [1, 2]),
        (["--site", "drugi"], [2]),
        (["--kind", "article"], [1]),
        (["--section", "Novice"], [1]),
        (["--since", "2026-01-27"], [1]),
        (["--until", "2026-01-20"], [2]),
        (["--limit", "1"], [1]),
        (["--limit", "1", "--page", "2"], [2]),
        (["--order", "newest"], [1, 2]),
        (["--order", "oldest"], [2, 1]),
        (["--wider"], [1, 2]),
    ],
)
def test_options(run, data, options, numbers):
    hits = json.loads(run(data, "search", "most", "--json", *options).stdout)["hits"]
    assert [hit["id"] for hit in hits] == numbers


def test_a_page_cannot_steer_the_terminal(run, data):
    assert "\x1b" not in run(data, "search", "stopinja").output


def test_several_words_are_one_query(run, data):
    assert run(data, "search", "most", "pak*").stdout.startswith("1  ")
    assert run(data, "search", "most", "savo").stdout == ""


@pytest.mark.parametrize("query", ['"', "*", "", "🙂", "( )", "\x01"])
def test_a_query_without_a_word_is_told(run, data, query):
    result = run(data, "search", query)
    assert result.stdout == ""
    assert (
        result.stderr == "There is no word to search for in that query: type one, as in “newsarchive search zapora”.\n"
    )


@pytest.mark.parametrize(
    "query", ["nikjer", "zupan AND zaprt OR", "a" * 10_000, "NEAR(most", '"most zupan', "title:metrov", "most nikjer*"]
)
def test_nothing_found_is_no_failure(run, data, query):
    result = run(data, "search", "--", query)
    assert result.stdout == ""
    assert result.stderr.startswith("Nothing found for ")
    assert len(result.stderr) < 200


def test_nothing_found_is_an_empty_list_for_programs(run, data):
    found = json.loads(run(data, "search", "nikjer", "--json").stdout)
    assert (found["hits"], found["total"]) == ([], 0)


def test_how_many_there_are_and_how_to_see_more(run, data):
    assert run(data, "search", "most", "--limit", "1").stderr == (
        "1 to 1 of 2 found (article 1, notice 1; demo 1, drugi 1). More: --page 2.\n"
    )
    assert run(data, "search", "most", "--limit", "1", "--page", "2").stderr.startswith("2 to 2 of 2 found (")


def test_filters_alone_find_the_newest(run, data):
    assert run(data, "search", "--kind", "notice").stdout.startswith("2  2026-01-20  notice  drugi  ")
    assert run(data, "search", "kind:notice").stdout.startswith("2  ")


def test_a_query_that_cannot_be_understood_says_how_to_write_it(run, data):
    told = run(data, "search", "most kind:advert", code=2).stderr
    assert '"advert" is no kind of record: write kind:article, kind:notice or kind:obituary.' in told


def test_all_words_are_looked_up_anew(run, data):
    told = run(data, "search", "zupanom", "--rebuild")
    assert re.match(r"The dictionary forms of \d+ words were looked up anew\.\n1 found", told.stderr)
    assert told.stdout.startswith("1  ")


def test_help_teaches_the_language(run, data):
    told = run(data, "search", "--help").stdout
    assert all(f"  {line}" in told for line in ("zapora OR obvoz  ", "zapora -obvoz  ", "title:zapora  ", "vod*  "))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--kind", "advert"], "'advert' is not one of 'article', 'notice', 'obituary'"),
        (["--since", "včeraj"], "'včeraj' is no day; write 2026-01-27, 2026-01 or 2026."),
        (["--until", "2026-02-30"], "'2026-02-30' is no day"),
        (["--limit", "0"], "0 is not in the range x>=1"),
        (["--site", "nikjer"], "The archive holds nothing of 'nikjer'; it knows demo, drugi."),
        (["--color"], "No such option"),
    ],
)
def test_wrong_usage(run, data, options, told):
    assert told in run(data, "search", "most", *options, code=2).stderr


@pytest.mark.parametrize("command", [["search", "a"], ["show", "1"], ["export"], ["runs"], ["serve"]])
def test_no_archive_yet(run, tmp_path, command):
    result = run(tmp_path, *command, code=1)
    assert result.stderr == (
        f"newsarchive: There is no archive at {tmp_path}/archive.db yet: "
        '"newsarchive demo" shows one, "newsarchive crawl SITE" fills one.\n'
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["search", "a"], ["show", "1"], ["export"], ["runs"], ["serve"]])
def test_a_file_that_is_no_archive(run, tmp_path, command):
    (tmp_path / "archive.db").write_text("x" * 5000)
    result = run(tmp_path, *command, code=1)
    assert "is no archive of newsarchive: move that file away" in result.stderr
    assert result.stdout == ""


def test_an_older_archive_is_upgraded_first(run, data, monkeypatch):
    from sqlite_utils import Database, Migrations

    from newsarchive.archive import migrations as module

    later = Migrations("newsarchive")
    for migration in module.migrations.pending(Database(memory=True)):
        later(name=migration.name)(migration.fn)
    later(name="later")(lambda db: db["added"].create({"id": int}))
    monkeypatch.setattr(module, "migrations", later)
    monkeypatch.setattr(module, "KNOWN", module.KNOWN | {"later"})
    assert "Most čez Pako" in run(data, "search", "zupan").stdout
    assert "added" in Database(data / "archive.db").table_names()


def test_on_a_terminal_the_words_stand_out(run, data, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;33mŽupan\x1b[0m je odprl most." in run(data, "search", "zupan").stdout
    assert "[31m" in run(data, "show", "1", "--diff").stdout.replace(";9", "").replace("9;", "")
