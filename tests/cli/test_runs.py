import json

from newsarchive.archive import Archive


def test_a_table(run, data):
    head, newest, oldest = (line.split() for line in run(data, "runs").stdout.splitlines())
    assert head == [
        "run",
        "site",
        "started",
        "(UTC)",
        "took",
        "outcome",
        "requests",
        "new",
        "changed",
        "unchanged",
        "failed",
    ]
    assert newest[:2] == ["2", "drugi"]
    assert newest[4:] == ["not", "finished", "0", "0", "0", "0", "0"]
    assert oldest[:2] == ["1", "demo"]
    assert oldest[4:] == ["0:00", "finished", "12", "2", "0", "0", "0"]


def test_the_table_is_aligned(run, data):
    lines = run(data, "runs").stdout.splitlines()
    assert len({line.rindex("0") for line in lines[1:]}) == 1


def test_one_site_for_programs(run, data):
    (found,) = json.loads(run(data, "runs", "demo", "--json").stdout)
    assert (found["site"], found["outcome"], found["requests"], found["stats"]) == (
        "demo",
        "finished",
        12,
        {"finish_reason": "finished"},
    )
    assert len(json.loads(run(data, "runs", "--json", "--limit", "1").stdout)) == 1


def test_an_unknown_site(run, data):
    told = "Invalid value for SITE: The archive holds nothing of 'nikjer'; it knows demo, drugi."
    assert told in run(data, "runs", "nikjer", code=2).stderr


def test_no_run_yet(run, tmp_path):
    Archive(tmp_path / "archive.db").close()
    result = run(tmp_path, "runs")
    assert (result.stdout, result.stderr) == ("", 'No crawl has run yet: start one with "newsarchive crawl SITE".\n')
    assert json.loads(run(tmp_path, "runs", "--json").stdout) == []
