import json
import random
import shutil
import sqlite3

import pytest

from custody.library import START, Crawl, crawl, drawing, page, page_url
from newsarchive.archive import Archive, NoArchiveError
from newsarchive.custody.hashing import sha256
from newsarchive.custody.locks import writing
from newsarchive.custody.verifying import verify
from newsarchive.pictures import store
from newsarchive.snapshots import Exchange

CHANCE = random.Random(5)


def flip(path, place=None):
    """Turn one bit of a file over, and give the byte's place."""
    content = bytearray(path.read_bytes())
    place = CHANCE.randrange(len(content)) if place is None else place
    content[place] ^= 1 << CHANCE.randrange(8)
    path.write_bytes(content)
    return place


def texts(report):
    return [finding.text for finding in report.findings]


def parts(report):
    return {finding.part for finding in report.findings}


def sql(data, *statements):
    """Change the database as a person with another program would."""
    with sqlite3.connect(data / "archive.db") as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_a_sound_archive_is_sound(data):
    report = verify(data)
    assert texts(report) == []
    assert report.notes == []
    assert report.counts["database"]["records"] == 5
    assert report.counts["snapshots"]["responses"] == 18
    assert report.counts["snapshots"]["files"] == 2
    assert report.counts["images"]["pictures"] == 5
    assert report.counts["manifests"]["manifests"] == 2


def test_verifying_changes_nothing(data):
    def state():
        files = {path.relative_to(data).as_posix(): path for path in data.rglob("*") if path.is_file()}
        beside = ("locks", "archive.db-")
        return {name: sha256(path) for name, path in files.items() if not name.startswith(beside)}

    before = state()
    verify(data)
    assert state() == before


@pytest.mark.parametrize("name", ["archive.db", "warc", "images", "manifests"])
def test_one_flipped_byte_is_found_wherever_it_lies(data, made, name):
    files = sorted(path for path in data.rglob("*") if path.is_file() and name in path.relative_to(data).parts)
    for _ in range(15):
        path = CHANCE.choice(files)
        place = flip(path)
        assert not verify(data).sound, (path, place)
        shutil.copyfile(made / path.relative_to(data), path)
    assert verify(data).sound


def test_two_processes_find_what_one_finds(data):
    flip(next(iter(sorted((data / "images").glob("*/*")))))
    flip(next(iter(sorted((data / "warc").glob("*/*")))), 2000)
    ticks = []
    assert texts(verify(data, workers=2, tick=lambda done, total: ticks.append((done, total)))) == texts(verify(data))
    assert ticks[-1][0] == ticks[-1][1]


def test_a_change_by_another_program_shows_in_the_seal_only(data):
    sql(data, "UPDATE records SET source = 'STA' WHERE id = 1")
    (text,) = texts(verify(data))
    assert text.startswith("archive.db is not what it was when it was sealed at 20")


def test_a_changed_text_shows_without_a_seal(data):
    (data / "seal.json").unlink()
    sql(data, "UPDATE records SET title = 'Drugo' WHERE id = 2")
    report = verify(data)
    assert texts(report) == [
        "The text of record 2 is not what its digest says: bring back a backup with “newsarchive restore PATH”."
    ]
    assert report.notes == [
        "archive.db has no seal (a process that wrote was killed): it was checked by what it holds."
    ]


def test_a_text_changed_with_its_digest_shows_in_the_manifest(data):
    (data / "seal.json").unlink()
    sql(data, "UPDATE records SET digest = 'x' WHERE id = 2", "UPDATE versions SET digest = 'x' WHERE record = 2")
    assert "Record 2 was captured by run 1 and is no more what it was" in " ".join(texts(verify(data)))


def test_the_search_index_is_compared_with_the_texts(data):
    sql(data, "INSERT INTO records_fts(records_fts) VALUES ('delete-all')")
    assert "index" in [finding.repair for finding in verify(data).findings]


def test_pointers_that_lead_nowhere(data):
    sql(
        data,
        "PRAGMA foreign_keys = OFF",
        "UPDATE records SET snapshot = 999 WHERE id = 1",
        "UPDATE record_images SET image = NULL WHERE record = 1",
        "UPDATE snapshots SET original = (SELECT id FROM snapshots WHERE original IS NOT NULL) WHERE id = 12",
        "UPDATE snapshots SET file = 'warc/demo/x.warc.gz' WHERE id = 3",
        "DELETE FROM versions WHERE record = 4",
    )
    found = " ".join(texts(verify(data)))
    for text in (
        "row 1 of records leads to nothing in snapshots",
        "The picture https://demo.example/slike/1.png is said to be kept and has no file",
        "Snapshot 12 repeats one that does not hold its payload",
        "warc/demo/x.warc.gz holds snapshots and is not in the table of files",
        "The response at byte",
        "Record 4 has no version",
    ):
        assert text in found


def test_a_place_that_is_not_the_responses(data):
    sql(data, "UPDATE snapshots SET offset = offset + 1 WHERE id = 4", "UPDATE snapshots SET url = 'x' WHERE id = 5")
    found = " ".join(texts(verify(data)))
    assert "Snapshot 4 is not where it should be" in found
    assert "Snapshot 5 at byte" in found
    assert "is not what the archive knows (its address)" in found


def test_missing_files(data):
    (data / "manifests" / "000001.json").unlink()
    warc = next((data / "warc" / "demo").glob("*20261123*"))
    warc.unlink()
    picture = next((data / "images").glob("*/*"))
    picture.unlink()
    found = " ".join(texts(verify(data)))
    assert f"{warc.relative_to(data)} is missing, and with it 9 snapshots" in found
    assert f"The picture {picture.relative_to(data)} is missing" in found
    assert "manifests/000001.json is missing from the chain" in found
    assert "The manifest of run 1 is missing" in found


def test_files_that_belong_to_nothing(data):
    _, path = store(data, drawing(99), "png")
    shutil.copyfile(next((data / "warc" / "demo").glob("*")), data / "warc" / "demo" / "tuj.warc.gz")
    found = " ".join(texts(verify(data)))
    assert f"The picture {path} belongs to nothing" in found
    assert "warc/demo/tuj.warc.gz is not in the table of files" in found


def test_quick_reads_no_file_whole_and_sees_sizes(data):
    picture = next((data / "images").glob("*/*"))
    flip(picture)
    assert verify(data, quick=True).sound
    with picture.open("ab") as file:
        file.write(b"x")
    assert parts(verify(data, quick=True)) == {"images"}


def test_a_killed_crawl_is_told_with_what_mends_it(data):
    with Archive(data / "archive.db") as archive:
        work = Crawl(data, archive, at=START.replace(day=25))
        work.save(7)
        work.writer.write(Exchange(page_url(8), work.at, 200, [], page(8)))
    (data / "seal.json").unlink()
    (finding,) = verify(data).findings
    assert "was left open by a process that was killed" in finding.text
    assert finding.repair == "file"


def test_a_crawl_that_goes_on_meanwhile_is_no_fault(data):
    from custody.test_locks import Holder

    holder = Holder(data, "writing", "crawling demo")
    try:
        with Archive(data / "archive.db") as archive:
            work = Crawl(data, archive, at=START.replace(day=25))
            work.save(7)
            work.writer.write(Exchange(page_url(8), work.at, 200, [], page(8)))
            store(data, drawing(98), "png")
            report = verify(data)
    finally:
        holder.end()
    assert texts(report) == []
    assert report.notes == [
        "archive.db has no seal (somebody is writing): it was checked by what it holds.",
        "The search index was not compared with the texts: somebody is writing.",
    ]


def test_a_takedown_accounts_for_what_is_gone(data):
    with writing(data), Archive(data / "archive.db") as archive:
        row = archive.snapshot(2)
        removed = {"state": "done", "redacted": {"2": [row.digest, "sha256:00"]}}
        archive.connection.execute(
            "INSERT INTO forgets (at, reason, removed) VALUES ('2026-11-25T00:00:00.000Z', 'x', ?)",
            (json.dumps(removed),),
        )
        archive.connection.execute("UPDATE snapshots SET digest = 'sha256:00', redacted = 'x' WHERE id = 2")
    assert "manifests" not in parts(verify(data))
    sql(data, "DELETE FROM forgets")
    assert "Snapshot 2 was captured by run 1" in " ".join(texts(verify(data)))


def test_an_interrupted_takedown_is_told(data):
    sql(data, """INSERT INTO forgets (at, reason, removed) VALUES ('2026-11-25', 'x', '{"state": "begun"}')""")
    assert "The takedown of 2026-11-25 was interrupted: “newsarchive forget” or the next crawl finishes it." in texts(
        verify(data)
    )


def test_a_broken_database_is_a_finding(data):
    content = (data / "archive.db").read_bytes()
    for broken in (b"", content[:1000], b"x" * 100 + content[100:], content[: len(content) // 2]):
        (data / "archive.db").write_bytes(broken)
        if broken:
            assert parts(verify(data)) >= {"database"}
        else:
            with pytest.raises(NoArchiveError):
                verify(data)


def test_an_archive_from_before_snapshots_is_sound(tmp_path):
    crawl(tmp_path, pictures=False)
    shutil.rmtree(tmp_path / "manifests")
    sql(tmp_path, "UPDATE runs SET manifest = NULL", "UPDATE snapshots SET run = NULL")
    (tmp_path / "seal.json").unlink()
    assert texts(verify(tmp_path)) == []
