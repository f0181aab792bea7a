import json


def test_every_known_site_is_listed_before_anything_was_crawled(run, tmp_path):
    told = run(tmp_path, "sites").stdout
    assert all(name in told for name in ("demo", "velenjcan", "https://zon.si/"))
    assert "from copies" in told
    assert "never" in told
    assert not (tmp_path / "archive.db").exists()


def test_records_and_last_run_are_told(run, data):
    told = run(data, "sites").stdout
    (line,) = [line for line in told.splitlines() if line.startswith("demo ")]
    assert "finished, 2 new" in line


def test_sites_as_json(run, data):
    rows = {row["name"]: row for row in json.loads(run(data, "sites", "--json").stdout)}
    assert rows["velenjcan"] == {
        "name": "velenjcan", "home": "https://velenjcan.si/", "title": None, "declared": True, "verified": None,
        "records": 0, "last_run": None,
    }  # fmt: skip
    assert rows["demo"]["records"] == 2
    assert rows["demo"]["last_run"]["outcome"] == "finished"
    assert rows["drugi"]["declared"] is False


def test_nothing_claims_to_have_been_verified(run, tmp_path):
    assert all(row["verified"] is None for row in json.loads(run(tmp_path, "sites", "--json").stdout))


def test_a_broken_archive_is_told(run, tmp_path):
    (tmp_path / "archive.db").write_text("no database " * 200)
    assert "is no archive" in run(tmp_path, "sites", code=1).stderr
