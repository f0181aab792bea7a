import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from cli.archived import CILKA, MOST, ZAPORA
from newsarchive.archive import Archive
from newsarchive.exporting import FORMATS
from newsarchive.exporting.spreadsheets import COLUMNS, cell
from newsarchive.items import Record


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_lines_hold_everything(run, data):
    assert lines(run(data, "export")) == [record.to_dict() for record in (MOST, ZAPORA, CILKA)]
    assert [Record.from_dict(line) for line in lines(run(data, "export", "--format", "jsonl"))] == [MOST, ZAPORA, CILKA]


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (["--query", "most"], [MOST.title, ZAPORA.title]),
        (["--site", "demo"], [MOST.title, CILKA.title]),
        (["--kind", "obituary"], [CILKA.title]),
        (["--section", "Novice"], [MOST.title]),
        (["--limit", "2"], [MOST.title, ZAPORA.title]),
        (["--query", "nikjer"], []),
        (["--query", "*"], []),
    ],
)
def test_options(run, data, options, titles):
    result = run(data, "export", *options)
    assert [line["title"] for line in lines(result)] == titles
    assert result.stderr == ""


def test_records_without_a_date_are_not_left_out_silently(run, data):
    result = run(data, "export", "--since", "2026-01-21")
    assert [line["title"] for line in lines(result)] == [MOST.title]
    assert result.stderr == "1 more without a date of publication left out: no --since or --until can find them.\n"


def test_csv_is_a_row_a_record(run, data):
    table = list(csv.DictReader(io.StringIO(run(data, "export", "--format", "csv").stdout)))
    assert tuple(table[0]) == COLUMNS
    assert [row["id"] for row in table] == ["1", "2", "3"]
    first = table[0]
    assert first["body"] == MOST.body
    assert (first["authors"], first["tags"], first["word_count"]) == (
        "Ana Primer | Bor Vzorec",
        "mostovi | ceste",
        "11",
    )
    assert json.loads(first["images"])[0]["credit"] == "Ana Primer"
    assert json.loads(table[1]["notices"])[0]["issuer"] == "Komunala"
    assert json.loads(table[2]["obituary"])["age"] == 93
    assert (first["obituary"], first["notices"], first["gone_at"]) == ("", "", "")


def test_a_spreadsheet_runs_nothing(run, data):
    row = list(csv.DictReader(io.StringIO(run(data, "export", "--format", "csv").stdout)))[1]
    assert row["title"] == "'=HYPERLINK(zapora)"
    assert row["body"].startswith("'-1 stopinja")


@pytest.mark.parametrize("text", ["=1+1", "+386 3 123", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_what_begins_like_a_formula_is_marked(text):
    assert cell(text) == f"'{text}"
    assert cell([text, "b"]) == f"'{text} | b"


def test_files_are_for_spreadsheets_too(run, data, tmp_path):
    target = tmp_path / "corpus.csv"
    result = run(data, "export", "--format", "csv", "--output", target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfid,site,kind")
    assert (result.stdout, result.stderr) == ("", f"3 records written to {target}.\n")
    assert not run(data, "export", "--format", "csv").stdout.startswith("\ufeff")


def test_a_file_of_json_lines_has_no_mark(run, data, tmp_path):
    target = tmp_path / "corpus.jsonl"
    assert "1 record written" in run(data, "export", "-o", target, "--limit", "1").stderr
    assert json.loads(target.read_text("utf-8")) == MOST.to_dict()
    assert [file.name for file in tmp_path.iterdir()] == ["data", "corpus.jsonl"] or len(list(tmp_path.iterdir())) == 2


def test_a_file_that_cannot_be_written(run, data, tmp_path):
    result = run(data, "export", "-o", tmp_path / "nikjer" / "corpus.jsonl", code=1)
    assert "cannot be written (No such file or directory): name another file with --output." in result.stderr


@pytest.mark.parametrize("name", ["corpus.jsonl/corpus.jsonl", "a" * 254, "a" * 300])
def test_a_name_that_can_be_no_file(run, data, tmp_path, name):
    (tmp_path / "corpus.jsonl").touch()
    assert "name another file with --output." in run(data, "export", "-o", tmp_path / name, code=1).stderr


def test_a_pipe_is_written_to_and_not_replaced(run, data, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_text, "utf-8")
        run(data, "export", "-o", pipe, "--limit", "1")
        assert json.loads(read.result(20)) == MOST.to_dict()
    assert pipe.is_fifo()


def test_a_failed_export_leaves_the_old_file(run, data, tmp_path, monkeypatch):
    target = tmp_path / "corpus.jsonl"
    target.write_text("prej")

    def full(records, file):
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(__import__("newsarchive.cli.export", fromlist=["LINES"]).LINES, "jsonl", full)
    assert "No space left on device" in run(data, "export", "-o", target, code=1).stderr
    assert target.read_text() == "prej"
    assert len(list(tmp_path.iterdir())) == 2


def test_the_question_may_stand_alone(run, data):
    assert [line["title"] for line in lines(run(data, "export", "most", "--kind", "notice"))] == [ZAPORA.title]
    assert [line["title"] for line in lines(run(data, "export", "--author", "Ana Primer"))] == [MOST.title]
    assert [line["title"] for line in lines(run(data, "export", "--year", "2026", "--limit", "1"))] == [MOST.title]


@pytest.mark.parametrize("form", ["parquet", "ics", "atom"])
def test_the_other_formats_of_records(run, data, tmp_path, form):
    pytest.importorskip({"parquet": "pyarrow", "ics": "icalendar"}.get(form, "json"))
    target = tmp_path / f"a.{form}"
    assert run(data, "export", "--format", form, "-o", target).stderr == f"3 records written to {target}.\n"
    again = tmp_path / "again"
    run(data, "export", "--format", form, "-o", again)
    assert target.read_bytes() == again.read_bytes()
    assert target.read_bytes().startswith({"parquet": b"PAR1", "ics": b"BEGIN:VCALENDAR", "atom": b"<?xml"}[form])


@pytest.mark.parametrize(("form", "name"), [("parquet", "pyarrow"), ("ics", "icalendar")])
def test_an_extra_that_is_not_there_is_told(run, data, monkeypatch, form, name):
    monkeypatch.setitem(sys.modules, name, None)
    assert f'"pip install newsarchive[{form}]"' in run(data, "export", "--format", form, code=1).stderr


def test_a_datasheet_says_what_was_exported(run, data, tmp_path):
    target, sheet = tmp_path / "a.csv", tmp_path / "a.json"
    run(data, "export", "most", "--format", "csv", "-o", target, "--datasheet", sheet)
    told = json.loads(sheet.read_text("utf-8"))
    assert (told["format"], told["query"]["asked"], told["records"]["total"]) == ("csv", "most", 2)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    assert told["file"] == {"name": "a.csv", "bytes": target.stat().st_size, "sha256": digest}


def test_a_datasheet_of_raw_pages(run, data, tmp_path):
    target, sheet = tmp_path / "a.warc.gz", tmp_path / "a.json"
    run(data, "export", "--format", "warc", "-o", target, "--datasheet", sheet)
    assert json.loads(sheet.read_text("utf-8"))["file"]["bytes"] == target.stat().st_size


@pytest.mark.parametrize(
    "options", [["--format", "xls"], ["--since", "x"], ["--limit", "0"], ["--output", "."], ["--site", "nikjer"]]
)
def test_wrong_usage(run, data, options):
    run(data, "export", *options, code=2)


@pytest.mark.parametrize(
    "command", ["export --format jsonl", "export --format csv", "search beseda --limit 500", "show 1"]
)
def test_a_reader_that_goes_away_is_no_trouble(tmp_path, command):
    with Archive(tmp_path / "archive.db") as archive, archive.transaction():
        for number in range(300):
            archive.save(
                Record(
                    "article",
                    "demo",
                    f"http://demo.example/{number}",
                    title="Naslov",
                    body="beseda " * 300 * (1 + 100 * (number == 0)),
                )
            )
    line = f"{sys.executable} -c 'from newsarchive.cli import main; main()' --data {tmp_path} {command} | head -c 10"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, timeout=60)
    assert len(done.stdout) == 10
    assert done.stderr == ""


def test_help_tells_each_format_on_a_line(run, data):
    told = run(data, "export", "--help").stdout.splitlines()
    assert all(any(line.startswith(f"  {form} ") for line in told) for form in FORMATS)
