import json

import pytest

from cli.archived import CILKA, MOST, ZAPORA


@pytest.mark.parametrize(
    "key", ["1", "https://demo.example/most", "http://www.demo.example/most/", "https://demo.example/?p=17"]
)
def test_json_is_the_record(run, data, key):
    assert json.loads(run(data, "show", key, "--json").stdout) == MOST.to_dict()


def test_an_article(run, data):
    lines = run(data, "show", "1").stdout.splitlines()
    assert lines[:3] == [
        "Most čez Pako",
        "article · demo · Novice · 2026-01-27T09:12:00+01:00 · Ana Primer, Bor Vzorec · Občina",
        "https://demo.example/most",
    ]
    assert lines[4:9] == ["Nov most.", "", "Župan je odprl most.", "", "Most je dolg 12 metrov."]
    assert "  Most · Ana Primer · https://demo.example/1.jpg" in lines
    assert "  mostovi, ceste" in lines
    assert [line for line in lines if line.startswith("  version 2: edited, 20")]


def test_a_notice(run, data):
    out = run(data, "show", "2").stdout
    assert "  road closure · announced · Jenkova cesta · 2026-01-29/2026-01-30 · dela · Komunala\n" in out
    assert "  ../2026-02-01, 2026-02-03/.. · Elektro\n" in out
    assert "\x1b" not in out


def test_an_obituary(run, data):
    out = run(data, "show", "3").stdout
    told = [
        "Cilka Zgled",
        "maiden name: Vzorec",
        "died: 2026-01-25",
        "age: 93",
        "funeral · 2026-01-30 · Podkraj",
        "vsi njeni",
    ]
    assert "".join(f"  {line}\n" for line in told) in out
    assert "no date" in out


def test_an_earlier_version(run, data):
    assert "Most je dolg 10 metrov." in run(data, "show", "1", "--version", "1").stdout
    old = json.loads(run(data, "show", "1", "--version", "1", "--json").stdout)
    assert (old["title"], old["url"]) == ("Most", MOST.url)


def test_what_changed(run, data):
    out = run(data, "show", "1", "--diff").stdout
    assert out.startswith("Version 2, edited, first seen 20")
    assert out.endswith("title\nMost{+ čez Pako+}\n\nbody\nŽupan je odprl most.\n\nMost je dolg [-10-]{+12+} metrov.\n")


def test_what_changed_for_programs(run, data):
    told = json.loads(run(data, "show", "1", "--diff", "--json").stdout)
    assert (told["id"], told["version"], told["cause"]) == (1, 2, "edited")
    assert told["changes"]["title"] == [{"op": "same", "text": "Most"}, {"op": "added", "text": " čez Pako"}]


@pytest.mark.parametrize("words", [["2", "--diff"], ["1", "--diff", "--version", "1"]])
def test_the_first_version_changed_nothing(run, data, words):
    result = run(data, "show", *words)
    assert result.stdout == ""
    assert "is the first: there is nothing before it to compare." in result.stderr


def test_the_first_version_for_programs(run, data):
    assert json.loads(run(data, "show", "2", "--diff", "--json").stdout)["changes"] == {}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["99"], 1, 'There is no record 99 in the archive: "newsarchive search" finds the numbers.'),
        (["http://demo.example/nikjer"], 1, '"newsarchive crawl http://demo.example/nikjer" fetches it.'),
        (["most"], 1, "'most' is neither a number nor an address: \"newsarchive search\" finds both."),
        (["http://demo.example/\udcff"], 1, "is not in the archive"),
        (["1", "--version", "3"], 2, "The record has 2 of them."),
        (["1", "--version", "0"], 2, "0 is not in the range"),
        ([], 2, "Missing argument"),
    ],
)
def test_wrong_usage(run, data, words, code, told):
    assert told in run(data, "show", *words, code=code).stderr


def test_records_are_the_ones_of_the_fixture(run, data):
    for number, record in enumerate((MOST, ZAPORA, CILKA), 1):
        assert json.loads(run(data, "show", number, "--json").stdout) == record.to_dict()
