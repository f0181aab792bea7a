import pytest

from custody.test_repairing import repaired
from custody.test_verifying import sql, texts
from newsarchive.archive import Archive
from newsarchive.custody.copying import BackupError, backup
from newsarchive.custody.locks import alone, writing
from newsarchive.custody.verifying import verify

CHANGED = "When somebody last began to write, archive.db was not what it had been when it was sealed at 20"


@pytest.fixture
def rotten(data):
    """An archive that was changed behind its seal."""
    sql(data, "UPDATE records SET source = 'STA' WHERE id = 1")
    return data


@pytest.mark.parametrize("begin", [writing, lambda data: alone(data, "forgetting")])
def test_a_change_is_not_sealed_over(rotten, begin, caplog):
    for _ in range(2):
        with begin(rotten):
            pass
        assert (rotten / "seal.json").exists()
        (text,) = texts(verify(rotten))
        assert text.startswith(CHANGED)
    assert [entry.message.partition(":")[0] for entry in caplog.records] == [
        "archive.db is not what it was when it was sealed"
    ]


def test_until_somebody_has_looked_into_it(rotten, tmp_path):
    with writing(rotten):
        pass
    with pytest.raises(BackupError, match=CHANGED):
        backup(rotten, tmp_path / "backup")
    assert repaired(rotten) == (["archive.db is sealed as it is now."], [])
    with writing(rotten):
        pass
    assert texts(verify(rotten)) == []


def test_a_seal_that_nobody_can_read_vouches_for_nothing(data):
    (data / "seal.json").write_text("{", "utf-8")
    with writing(data):
        pass
    assert texts(verify(data)) == [
        "seal.json cannot be read: “newsarchive verify --repair” seals the database as it is."
    ]
    assert repaired(data)[1] == []


def test_a_change_while_others_write_is_theirs(data):
    with writing(data), Archive(data / "archive.db") as archive:
        archive.start_run("demo")
        with writing(data, "importing"):
            pass
    assert not (data / "seal.doubted.json").exists()
