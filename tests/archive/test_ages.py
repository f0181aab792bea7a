"""Archives as they really were written, from the first commit's schema on, become today's with nothing lost."""

import gzip
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from newsarchive.archive import Archive, NewerArchiveError, OlderArchiveError
from newsarchive.archive.migrations import KNOWN, migrations
from tests.archive.ages.make import ARTICLE, NOTICE, OBITUARY

AGES = sorted((Path(__file__).parent / "ages").glob("*.db.gz"))
UNTOLD = {
    "_sqlite_migrations",  # has a row more
    "changes",  # says more of each change
    "sketches",  # are made anew
    "duplicates",  # likewise
    "term_lemma",  # is filled
}


@pytest.fixture(params=AGES, ids=lambda age: age.name.partition(".")[0])
def old(request, path):
    """Put an archive of that age at ``path``, and give what its tables and views held."""
    path.parent.mkdir()
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    db = Database(path)
    held = {name: list(db[name].rows) for name in (*db.table_names(), *db.view_names()) if "_fts_" not in name}
    db.close()
    return held


def test_the_first_commits_schema_is_among_them():
    assert [age.name.partition(".")[0] for age in AGES] == ["48b7b32", "6af9c64", "c18fc76", "f2d77ea", "f610bc3"]


def test_it_is_not_upgraded_by_who_only_reads(old, path):
    applied = {row["name"] for row in old["_sqlite_migrations"]}
    refused = pytest.raises(OlderArchiveError, match="was written by an older newsarchive")
    with nullcontext() if applied == KNOWN else refused:
        Archive(path, readonly=True).close()


def test_nothing_is_lost(old, path):
    with Archive(path) as archive:
        db = archive.connection.db
        for name in old.keys() - UNTOLD:
            new = [
                {column: row[column] for column in before} for row, before in zip(db[name].rows, old[name], strict=True)
            ]
            assert new == old[name], name


def test_it_is_as_if_it_had_been_made_today(old, path, tmp_path):
    with Archive(path) as upgraded, Archive(tmp_path / "new.db") as new:
        shapes = [sorted(archive.connection.db.schema.removesuffix(";").split(";\n")) for archive in (upgraded, new)]
        columns = [
            {name: list(archive.connection.db[name].columns_dict) for name in archive.connection.db.table_names()}
            for archive in (upgraded, new)
        ]
    assert shapes[0] == shapes[1]
    assert columns[0] == columns[1]


def test_it_keeps_all_its_promises(old, path):
    with Archive(path) as archive:
        connection = archive.connection
        assert connection.value("PRAGMA integrity_check") == "ok"
        assert list(connection.rows("PRAGMA foreign_key_check")) == []
        connection.execute("INSERT INTO records_fts(records_fts, rank) VALUES ('integrity-check', 1)")


def test_its_records_are_read_and_found(old, path):
    with Archive(path) as archive:
        assert [stored.record.title for stored in archive.records()] == ["Most je odprt", NOTICE.title, OBITUARY.title]
        assert [hit.id for hit in archive.search('"velenju" odprt')] == [1]
        assert [hit.id for hit in archive.search("jenkova")] == [2]
        assert archive.get("https://demo.example/?p=17").record.authors == ARTICLE.authors
        assert archive.get(2).record.notices == NOTICE.notices
        assert archive.get(OBITUARY.url).record.obituary == OBITUARY.obituary
        assert archive.get(3).gone_at == "2026-01-27T15:00:00.000Z"


def test_what_nobody_knew_then_is_unknown(old, path):
    with Archive(path) as archive:
        stored = archive.get(1)
        assert (stored.snapshot, stored.missing_since) == (None, None)
        assert [(version.cause, version.snapshot) for version in archive.versions(1)] == [
            ("published", None),
            ("edited", None),
        ]
        assert [run.manifest for run in archive.runs()] == [None]
        assert (list(archive.snapshots()), archive.warcs(), archive.twins(1)) == ([], [], [])


def test_what_was_changed_then_is_judged(old, path):
    with Archive(path) as archive:
        changes = list(archive.connection.db["changes"].rows)
    told = [(row["record"], row["cause"], row["weight"], row["alters"]) for row in changes]
    assert told == [(1, "edited", "substantive", "numbers, words"), (2, "reread", None, "words")]


def test_it_goes_on(old, path):
    with Archive(path) as archive:
        archive.note_warc("warc/demo/demo-20260201-001.warc.gz", "demo")
        page = archive.note_snapshot(
            ARTICLE.url,
            site="demo",
            fetched_at=datetime(2026, 2, 1, tzinfo=UTC),
            status=200,
            file="warc/demo/demo-20260201-001.warc.gz",
            offset=0,
            length=10,
        )
        saved = archive.save(ARTICLE, snapshot=page, reread=lambda stored: 1 / 0)
        assert (saved.id, saved.outcome, archive.get(1).snapshot) == (1, "changed", page)
        assert archive.save(NOTICE).outcome == "changed"
        assert archive.save(OBITUARY).outcome == "unchanged"
        assert archive.get(3).gone_at is None


def test_an_archive_of_a_newer_version_is_refused(old, path):
    with Archive(path) as archive:
        row = {"migration_set": migrations.name, "name": "from_the_future", "applied_at": "2030-01-01"}
        archive.connection.db["_sqlite_migrations"].insert(row)
    with pytest.raises(NewerArchiveError, match=r'upgrade with "pip install --upgrade newsarchive"'):
        Archive(path)
