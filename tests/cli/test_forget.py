import json
import shutil
from functools import partial

import pytest
from click.testing import CliRunner
from custody.forgettable import CILKA, HOME, NAME, build, traces

from newsarchive.archive import Archive
from newsarchive.cli import main
from newsarchive.custody.locks import alone, writing
from newsarchive.custody.verifying import verify

REASON = ("--reason", "The family asked for it.")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return build(tmp_path_factory.mktemp("forget") / "data")


@pytest.fixture
def mourned(kept, tmp_path):
    return shutil.copytree(kept, tmp_path / "mourned")


def test_it_asks_and_nothing_happens_without_yes(mourned):
    result = CliRunner().invoke(main, ["--data", str(mourned), "forget", CILKA, *REASON], input="n\n")
    assert result.exit_code == 1
    assert "Remove all this for good?" in result.stderr
    with Archive(mourned / "archive.db") as archive:
        assert archive.get(CILKA)


def test_it_asks_and_does_it(mourned):
    words = ["--data", str(mourned), "forget", CILKA, *REASON, "--person", NAME]
    result = CliRunner().invoke(main, words, input="y\n")
    assert result.exit_code == 0
    assert traces(mourned) == []
    assert "Record 1 is forgotten" in result.stdout
    assert "A backup made before still holds it" in result.stderr


def test_a_dry_run_only_shows(run, mourned):
    out = run(mourned, "forget", "1", "--dry-run").stdout
    assert out.splitlines()[:2] == ["Cilka Zgled Kovač", f"obituary 1 · demo · {CILKA}"]
    assert "  2 versions, 2 addresses\n" in out
    assert "1 other record holds some of its words:" in out
    assert "    4 · demo · Slovo od ravnateljice: left alone\n" in out
    with Archive(mourned / "archive.db") as archive:
        assert archive.get(CILKA)
    assert verify(mourned).findings == []


def test_for_programs(run, mourned):
    planned = json.loads(run(mourned, "forget", CILKA, "--dry-run", "--json").stdout)
    assert (planned["record"], planned["title"], planned["done"]) == (1, "Cilka Zgled Kovač", False)
    done = json.loads(run(mourned, "forget", CILKA, *REASON, "--yes", "--json").stdout)
    assert done == {**{key: value for key, value in planned.items() if key not in ("url", "title")}, "done": True}


def test_it_is_gone_for_every_command(run, mourned):
    run(mourned, "forget", CILKA, *REASON, "--yes")
    assert "is not in the archive" in run(mourned, "show", CILKA, code=1).stderr
    assert verify(mourned).findings == []


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["99", *REASON], 1, "99 is not in the archive, so there is nothing to forget"),
        (["https://demo.example/nikjer", *REASON, "--yes"], 1, "there is nothing to forget"),
        (["../../../etc/passwd", *REASON], 1, "there is nothing to forget"),
        (["\x1b[2J", *REASON], 1, "there is nothing to forget"),
        ([CILKA], 2, "A takedown needs a reason"),
        (REASON, 2, "Name the record by its number or address"),
        (["--bury"], 2, "Name the record by its number or address"),
        ([CILKA, "--reason", " "], 2, "A takedown needs a reason"),
        ([CILKA, "--reason", f"for {NAME}", "--yes"], 1, "The reason holds the name"),
        ([CILKA, *REASON, "--person", "Cilka", "--yes"], 1, "give first and family name"),
        ([CILKA, *REASON, "--json"], 2, "--json cannot ask"),
        ([CILKA, *REASON, "--bury"], 1, "is archived"),
        ([f"{HOME}/", *REASON, "--bury"], 1, "is not the address of one page"),
    ],
)
def test_wrong_usage(run, mourned, words, code, told):
    result = run(mourned, "forget", *words, code=code)
    assert told in result.stderr
    assert "\x1b" not in result.output


def test_buried_in_advance(run, mourned):
    url = "https://demo.example/osmrtnice/prihodnja"
    assert run(mourned, "forget", url, *REASON, "--bury").stdout == f"Buried: {url} will never be archived.\n"
    with Archive(mourned / "archive.db") as archive:
        assert archive.buried([url]) == {url}


def test_what_was_not_looked_through_is_told(run, mourned):
    strange = mourned / "warc" / "demo" / "old.warc.gz.damaged"
    strange.touch()
    told = "warc/demo/old.warc.gz.damaged is not the archive's and was not looked through: delete it"
    assert told in run(mourned, "forget", CILKA, "--dry-run").stderr
    assert told in run(mourned, "forget", CILKA, *REASON, "--yes").stderr


def test_while_somebody_writes(run, mourned, monkeypatch):
    monkeypatch.setattr("newsarchive.cli.forget.alone", partial(alone, wait=0.1))
    with writing(mourned, "crawling demo"):
        told = run(mourned, "forget", CILKA, *REASON, "--yes", code=1).stderr
    assert "wait until that has ended, then run the command again" in told


def test_nothing_to_finish(run, mourned):
    assert "No takedown is open." in run(mourned, "forget").stderr


def test_no_archive(run, tmp_path):
    assert "There is no archive at" in run(tmp_path / "none", "forget", "1", *REASON, "--yes", code=1).stderr
    assert not (tmp_path / "none").exists()
