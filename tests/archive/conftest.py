from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Record

START = datetime(2026, 1, 27, 8, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "archive.db"


@pytest.fixture
def archive(path):
    with Archive(path) as archive:
        yield archive


@pytest.fixture
def rows(archive):
    """Ask the archive in plain SQL; one column comes as a list of values."""

    def ask(sql, *values):
        found = [tuple(row) for row in archive.connection.rows(sql, values)]
        return [row[0] for row in found] if found and len(found[0]) == 1 else found

    return ask


@pytest.fixture
def article():
    def build(name="most", **values):
        base = {
            "kind": "article",
            "site": "demo",
            "url": f"https://demo.example/novice/{name}",
            "title": f"Naslov {name}",
            "body": f"Prvi odstavek o {name}.\n\nDrugi odstavek.",
            "published": "2026-01-27T09:12:00+01:00",
        }
        return Record(**{**base, **values})

    return build


@pytest.fixture
def clock():
    """Moments, each a minute after the one before."""
    moments = (START + timedelta(minutes=number) for number in range(1000))
    return lambda: next(moments)


@pytest.fixture
def sound(archive):
    """Look whether the file keeps all its promises."""

    def check():
        connection = archive.connection
        assert connection.value("PRAGMA integrity_check") == "ok"
        assert list(connection.rows("PRAGMA foreign_key_check")) == []
        connection.execute("INSERT INTO records_fts(records_fts, rank) VALUES ('integrity-check', 1)")

    yield check
    check()
