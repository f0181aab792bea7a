import os
from datetime import timedelta

import pytest

from custody.library import START, Crawl, crawl, drawing, page, page_url
from newsarchive.archive import Archive
from newsarchive.custody.hashing import sha256
from newsarchive.custody.mending import mend
from newsarchive.custody.sweeping import STARTED
from newsarchive.custody.verifying import verify
from newsarchive.pictures import store
from newsarchive.snapshots import Corrupt, Exchange, Place, load, payload_digest

LATER = START.replace(day=25)


@pytest.fixture
def killed(data):
    """A crawl that got two pages and was killed; ``data`` is what it left, the archive is closed."""
    with Archive(data / "archive.db") as archive:
        work = Crawl(data, archive, at=LATER)
        work.save(7)
        work.save(8)
        yield work
        work.writer.close()


def write_unnoted(work, body, original=None):
    work.at += timedelta(seconds=1)
    return work.writer.write(
        Exchange(page_url(9), work.at, 200, [("Content-Type", "text/html")], body), original=original
    )


def unsealed(archive):
    return [warc.file for warc in archive.warcs() if warc.sha256 is None]


def test_a_killed_run_is_closed_sealed_and_listed(killed, data, archive):
    mend(data, archive, "demo")
    run = archive.runs()[0]
    assert (run.id, run.outcome, run.new, run.stats) == (killed.run, "interrupted", 2, {"reason": "killed"})
    assert run.manifest == sha256(data / "manifests" / "000003.json")
    assert unsealed(archive) == []
    for warc in archive.warcs():
        assert (warc.bytes, warc.sha256) == ((data / warc.file).stat().st_size, sha256(data / warc.file))


def test_whole_responses_without_rows_are_noted(killed, data, archive):
    place = write_unnoted(killed, page(9))
    mend(data, archive, "demo")
    last = list(archive.snapshots())[-1]
    assert (last.url, last.status, last.mime, last.run) == (page_url(9), 200, "text/html", killed.run)
    assert last.digest == payload_digest(page(9))
    assert Place(last.file, last.offset, last.length) == place
    assert load(data, place).body == page(9)


def test_a_repetition_finds_its_original(killed, data, archive):
    first = next(iter(archive.snapshots(url=page_url(7))))
    write_unnoted(killed, page(7), (first.url, first.fetched_at))
    mend(data, archive, "demo")
    last = list(archive.snapshots())[-1]
    assert (last.url, last.original, last.digest) == (page_url(9), first.id, first.digest)


def test_half_a_response_is_cut_off(killed, data, archive):
    path = data / killed.writer.file
    whole = path.stat().st_size
    write_unnoted(killed, page(9))
    os.truncate(path, whole + 100)
    mend(data, archive, "demo")
    assert path.stat().st_size == whole
    assert unsealed(archive) == []


def test_a_file_that_was_only_announced_is_forgotten(data, archive):
    archive.note_warc("warc/demo/demo-20261201-001.warc.gz", "demo")
    mend(data, archive, "demo")
    assert unsealed(archive) == []


def test_pictures_that_nobody_noted_are_removed_but_those_just_stored(killed, data, archive):
    _, path = store(data, drawing(99), "png")
    half = data / "images" / "ab" / "x.part"
    half.parent.mkdir(exist_ok=True)
    half.touch()
    os.utime(data / path, (STARTED - 60, STARTED - 60))
    _, young = store(data, drawing(98), "png")
    mend(data, archive, "demo")
    assert not half.exists()
    assert not (data / path).exists()
    assert (data / young).exists()


def test_a_broken_file_is_left_as_it_is(killed, data, archive):
    path = data / killed.writer.file
    whole = path.stat().st_size
    place = write_unnoted(killed, page(9))
    write_unnoted(killed, page(10))
    with path.open("r+b") as file:
        file.seek(whole + place.length // 2)
        file.write(b"\0\0\0\0")
    before = path.read_bytes()
    with pytest.raises(Corrupt, match="backup"):
        mend(data, archive, "demo")
    assert path.read_bytes() == before


def test_other_sites_are_left_alone(killed, data, archive):
    mend(data, archive, "drugi")
    assert archive.runs()[0].outcome is None
    assert len(unsealed(archive)) == 1


def test_nothing_is_written_where_nothing_is_wrong(data, archive):
    before = archive.connection.db.conn.total_changes
    mend(data, archive, "demo")
    assert archive.connection.db.conn.total_changes == before


def test_the_next_crawl_goes_on_behind_what_was_mended(killed, data, archive):
    write_unnoted(killed, page(9))
    mend(data, archive, "demo")
    crawl(data, range(9, 11), at=LATER)
    for one in archive.snapshots():
        first = archive.snapshot(one.original) if one.original else None
        original = Place(first.file, first.offset, first.length) if first else None
        assert payload_digest(load(data, Place(one.file, one.offset, one.length), original).body) == one.digest


def test_a_database_that_is_older_than_its_files(data, archive):
    """A loss of power took the last rows, and with them the word that a file is being written to."""
    before = {warc.file: warc for warc in archive.warcs()}
    with Archive(data / "archive.db") as other:
        work = Crawl(data, other, at=LATER.replace(day=24))
        work.writer.on_new_file = None
        place = write_unnoted(work, page(9))
        write_unnoted(work, page(10))
        work.writer.close()
        other.finish_run(work.run, "finished", {}, {})
    os.truncate(data / place.file, place.offset + place.length + 300)
    assert before[place.file].sha256
    (finding,) = [one for one in verify(data).findings if one.part == "snapshots"]
    assert (finding.text.partition(" by ")[0], finding.repair) == (f"{place.file} was left open", "file")
    mend(data, archive, "demo")
    assert [one.url for one in archive.snapshots()][-1] == page_url(9)
    assert [one.text for one in verify(data).findings if one.part == "snapshots"] == []
