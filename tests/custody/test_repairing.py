import pytest

from custody.library import START, Crawl, page, page_url
from custody.test_verifying import flip, sql, texts
from newsarchive.archive import Archive
from newsarchive.custody.repairing import repair
from newsarchive.custody.verifying import verify
from newsarchive.pictures import store
from newsarchive.snapshots import Exchange


def repaired(data):
    """Repair what a verification finds, and give what was said and what is left."""
    told = repair(data, verify(data).findings)
    return told, texts(verify(data))


def test_nothing_is_done_where_nothing_is_wrong(data):
    assert repaired(data) == ([], [])


def test_the_search_index_is_built_anew(data):
    sql(data, "INSERT INTO records_fts(records_fts) VALUES ('delete-all')")
    assert repaired(data) == (["The search index was built anew.", "archive.db is sealed as it is now."], [])


def test_a_foreign_but_sound_change_is_sealed(data):
    sql(data, "UPDATE records SET source = 'STA' WHERE id = 1")
    assert repaired(data) == (["archive.db is sealed as it is now."], [])


def test_a_broken_seal_is_renewed(data):
    (data / "seal.json").write_text("{", "utf-8")
    assert repaired(data)[1] == []


@pytest.mark.parametrize("harm", [flip, lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_a_picture_is_taken_from_its_snapshot(data, harm):
    path = next((data / "images").glob("*/*"))
    before = path.read_bytes()
    harm(path)
    assert repaired(data) == ([f"{path.relative_to(data)} was taken from its snapshot."], [])
    assert path.read_bytes() == before


def test_a_picture_that_is_lost_is_asked_for_again(data):
    path = data / next((data / "images").glob("*/*"))
    digest = f"sha256:{path.stem}"
    with Archive(data / "archive.db") as archive:
        url = archive.connection.value("SELECT url FROM snapshots WHERE digest = ?", (digest,))
        archive.connection.execute("UPDATE snapshots SET redacted = 'x' WHERE digest = ?", (digest,))
    path.unlink()
    told, left = repaired(data)
    assert f"{path.relative_to(data)} is lost: the next crawl asks for the picture again." in told
    assert left == []
    with Archive(data / "archive.db") as archive:
        assert url in archive.wanted_images("demo")


def test_leftovers_of_a_killed_crawl(data):
    with Archive(data / "archive.db") as archive:
        work = Crawl(data, archive, at=START.replace(day=25))
        work.save(7)
        place = work.writer.write(Exchange(page_url(8), work.at, 200, [], page(8)))
        store(data, b"GIF89a", "gif")
    with (data / place.file).open("ab") as file:
        file.write(b"\x1f\x8b\x08half")
    (data / "seal.json").unlink()
    told, left = repaired(data)
    assert left == []
    assert f"{place.file} holds its whole responses only, and is closed." in told
    with Archive(data / "archive.db") as archive:
        assert list(archive.snapshots())[-1].url == page_url(8)
        assert archive.runs()[0].outcome == "interrupted"


def test_the_copy_of_an_interrupted_restore(data):
    (data / ".restored" / ".new").mkdir(parents=True)
    (text,) = texts(verify(data))
    assert text.startswith("A restore was interrupted before it replaced anything")
    told, left = repaired(data)
    assert (told, left) == ([".restored was removed: it held the copy of a restore that was interrupted."], [])
    assert not (data / ".restored").exists()


def test_responses_without_rows_are_noted(data):
    with Archive(data / "archive.db") as archive:
        before = archive.snapshot(4)
    sql(data, "PRAGMA foreign_keys = OFF", "DELETE FROM snapshots WHERE id = 4")
    told, left = repaired(data)
    assert f"The response at byte {before.offset} of {before.file} is in the archive again." in told
    assert [text for text in left if "captured" not in text and "leads to nothing" not in text] == []


def test_a_missing_manifest_of_the_last_run_is_written(data):
    sql(data, "UPDATE runs SET manifest = NULL WHERE id = 2")
    (data / "manifests" / "000002.json").unlink()
    told, left = repaired(data)
    assert "Run 2 has its manifest." in told
    assert left == []


def test_what_cannot_be_repaired_stays_a_finding(data):
    flip(next((data / "warc" / "demo").glob("*")), 3000)
    told, left = repaired(data)
    assert told == []
    assert all("backup" in text for text in left)
    assert left != []
