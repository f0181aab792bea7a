import threading

import pytest
from sqlite_utils import Database

from newsarchive.archive import (
    Archive,
    DamagedError,
    NewerArchiveError,
    NoArchiveError,
    NotAnArchiveError,
    OlderArchiveError,
    connection,
)
from newsarchive.archive.migrations import KNOWN, migrations, upgrade

EXPECTED = """
sites: id, name, home_url, language, timezone
records: id, site, kind, url, title, lead, body, source, section, language, published, published_raw, modified, word_count, digest, first_seen, last_seen, gone_at, extractor, evidence
aliases: url, record
versions: id, record, seen_at, title, lead, body, digest, snapshot, cause
authors: id, name
record_authors: record, author, position
tags: id, name
record_tags: record, tag, position
images: id, sha256, path, mime, width, height, bytes, dhash
record_images: record, image, position, url, caption, credit, alt, status
notices: id, record, position, issuer, service, action, area, places, reason, status
notice_windows: id, notice, starts, ends, edtf
obituaries: id, record, position, name, given_name, family_name, maiden_name, born, died, age, residence, mourners
ceremonies: id, obituary, kind, at, place
snapshots: id, url, fetched_at, status, mime, digest, file, offset, length
fetches: url, site, etag, last_modified, last_status, last_fetched, failures, next_due
mentions: url, list, said
runs: id, site, started, finished, outcome, requests, new, changed, unchanged, failed, stats
records_fts: title, lead, body
term_lemma: term, lemma, folded
templates: site, version, learned_at, pages, reader, body
"""  # noqa: E501
PROMISED = {name: columns.split(", ") for name, columns in (line.split(": ") for line in EXPECTED.strip().splitlines())}


@pytest.fixture
def db(archive):
    return archive.connection.db


@pytest.mark.parametrize("name", PROMISED)
def test_every_promised_column_is_there(db, name):
    assert set(PROMISED[name]) <= set(db[name].columns_dict)


@pytest.mark.parametrize("name", ["articles", "notices_by_day", "obituaries_by_day", "changes"])
def test_every_promised_view_is_there(db, name):
    assert name in db.view_names()


def test_tables_are_strict(db):
    plain = [table.name for table in db.tables if not table.strict]
    assert [name for name in plain if not name.startswith(("records_fts", "sqlite_", "_sqlite"))] == []


def test_every_foreign_key_has_an_index(db):
    for table in db.tables:
        led = {index.columns[0] for index in table.indexes} | set(table.pks[:1])
        assert {key.column for key in table.foreign_keys} <= led, table.name


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 1), ("busy_timeout", 10_000)]
)
def test_the_connection_is_set_up(archive, pragma, value):
    assert archive.connection.value(f"PRAGMA {pragma}") == value


def test_full_text_is_found_by_other_programs(db):
    assert db["records"].detect_fts() == "records_fts"


def test_a_new_archive_has_every_migration(archive):
    applied = {migration.name for migration in migrations.applied(archive.connection.db)}
    assert applied == KNOWN


def test_opening_again_changes_nothing(path):
    Archive(path).close()
    before = path.read_bytes()
    Archive(path).close()
    assert path.read_bytes() == before


def test_two_programs_may_create_it_at_once(path):
    trouble = []

    def create():
        try:
            Archive(path).close()
        except Exception as error:
            trouble.append(error)

    threads = [threading.Thread(target=create) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trouble == []


@pytest.mark.parametrize("before", sorted(KNOWN))
def test_every_older_archive_becomes_todays(path, tmp_path, before):
    path.parent.mkdir()
    old = Database(path)
    migrations.apply(old, stop_before=before)
    is_empty = not migrations.applied(old)
    old.close()
    with pytest.raises(NoArchiveError if is_empty else OlderArchiveError):
        Archive(path, readonly=True)
    with Archive(path) as upgraded, Archive(tmp_path / "new.db") as new:
        assert upgraded.connection.db.schema == new.connection.db.schema


def test_an_archive_of_a_later_version_is_left_alone(path):
    with Archive(path) as archive:
        archive.connection.db["_sqlite_migrations"].insert(
            {"migration_set": "newsarchive", "name": "from_the_future", "applied_at": "2030-01-01"}
        )
    before = path.read_bytes()
    for readonly in (True, False):
        with pytest.raises(NewerArchiveError, match="written by a newer newsarchive: upgrade with"):
            Archive(path, readonly=readonly)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(path):
    path.parent.mkdir()
    other = Database(path)
    other["recipes"].insert({"id": 1})
    other.close()
    before = path.read_bytes()
    for readonly in (True, False):
        with pytest.raises(NotAnArchiveError, match="is no archive of newsarchive: move that file away"):
            Archive(path, readonly=readonly)
    assert path.read_bytes() == before


def test_migrations_of_another_program_beside_ours_are_no_matter(path):
    with Archive(path) as archive:
        archive.connection.db["_sqlite_migrations"].insert(
            {"migration_set": "plugin", "name": "x", "applied_at": "2030-01-01"}
        )
    Archive(path, readonly=True).close()


def test_a_migration_that_fails_leaves_the_archive_as_it_was(path, monkeypatch):
    opened = connection.Connection(path)
    monkeypatch.setattr("newsarchive.archive.migrations._script", lambda name: "CREATE TABLE a (b); nonsense;")
    with pytest.raises(DamagedError, match="nonsense"):
        upgrade(opened)
    opened.close()
    monkeypatch.undo()
    with Archive(path) as archive:
        assert "a" not in archive.connection.db.table_names()
