import hashlib

import pytest

from exporting.conftest import NOTICE, OBITUARY, stored
from newsarchive import __version__
from newsarchive.archive import Archive
from newsarchive.archive.times import stamp
from newsarchive.custody.seals import seal
from newsarchive.exporting.datasheet import Measured, datasheet, updated
from newsarchive.items import Site


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path / "archive.db") as archive:
        archive.note_site(Site("demo", "https://demo.example/", title="Demo"))
        for one in (stored(), stored(4, published="../2026-03-31"), NOTICE, OBITUARY):
            archive.save(one.record)
    with Archive(tmp_path / "archive.db", readonly=True) as archive:
        yield archive


def test_everything_is_counted(archive):
    told = datasheet(archive, {})
    assert told["records"] == {
        "total": 4,
        "kind": {"article": 2, "notice": 1, "obituary": 1},
        "site": {"demo": 4},
        "year": {"2026": 2},
        "undated": 2,
    }
    assert told["period"] == {"first": "2026-01", "last": "2026-01-27T09:12:00+01:00"}
    assert told["readers"] == {__version__: 4}
    assert told["sites"] == {"demo": {"name": "Demo", "home": "https://demo.example/"}}
    assert told["made"] <= stamp()
    assert "belong to their publishers" in told["rights"]


def test_the_question_is_told_as_it_was_understood(archive):
    told = datasheet(archive, {"query": "most", "kind": "article", "site": None, "wider": False, "limit": 1})
    assert told["query"]["asked"] == "most"
    assert told["query"]["understood"]
    assert told["filters"] == {"kind": "article", "limit": 1}
    assert told["records"]["total"] == 1


def test_nothing_found(archive):
    told = datasheet(archive, {"query": "nikjer"})
    assert (told["records"]["total"], told["period"], told["sites"]) == (0, {"first": None, "last": None}, {})
    assert updated(archive, {"query": "nikjer"}) is None


def test_the_archive_is_named_by_its_digests(archive, tmp_path):
    assert datasheet(archive, {})["archive"] == {"manifest": None, "seal": None}
    link = tmp_path / "manifests" / "000001.json"
    link.parent.mkdir()
    link.write_text("{}")
    sealed = seal(tmp_path)
    told = datasheet(archive, {})["archive"]
    assert told["manifest"] == {"number": 1, "sha256": hashlib.sha256(b"{}").hexdigest()}
    assert told["seal"] == ({"sha256": sealed.sha256, "bytes": sealed.bytes, "sealed_at": sealed.sealed_at})


def test_a_broken_seal_is_none(archive, tmp_path):
    (tmp_path / "seal.json").write_text("?")
    assert datasheet(archive, {})["archive"]["seal"] is None


def test_what_passes_is_measured():
    pieces = Measured([b"a", b"b"])
    assert b"".join(pieces) == b"ab"
    assert pieces.told == {"bytes": 2, "sha256": hashlib.sha256(b"ab").hexdigest()}


def test_a_crawl_that_writes_meanwhile_changes_nothing(archive, tmp_path):
    with archive.standing():
        before = sum(1 for _ in archive.records())
        with Archive(tmp_path / "archive.db") as crawl:
            crawl.save(stored(9).record)
        assert datasheet(archive, {})["records"]["total"] == before
    assert datasheet(archive, {})["records"]["total"] == before + 1


def test_one_state_may_be_let_go_of_while_records_are_given(archive):
    with archive.standing():
        records = archive.records()
        next(records)
    assert len(list(archive.records())) == 4
