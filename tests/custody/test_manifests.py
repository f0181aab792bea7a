import json
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from custody.library import START, Crawl
from newsarchive.archive import Archive
from newsarchive.custody import manifests
from newsarchive.custody.hashing import sha256


def manifest(data, number):
    return json.loads((data / "manifests" / f"{number:06}.json").read_text("utf-8"))


def test_a_manifest_lists_what_the_run_captured(data, archive):
    told = manifest(data, 1)
    captured = [[one.id, one.digest] for one in archive.snapshots(run=1)]
    assert len(captured) == 9
    assert told["snapshots"] == captured
    assert told["records"] == [[number, archive.get(number).digest] for number in (1, 2, 3)]
    assert {sha for (sha,) in told["images"]} == {path.stem for path in (data / "images").glob("*/*")} & {
        digest.removeprefix("sha256:") for _, digest in captured
    }


def test_a_manifest_says_which_run_it_is_of(data, archive):
    told = manifest(data, 2)
    first = {name: told[name] for name in list(told) if name not in ("snapshots", "images", "records")}
    assert first == {
        "manifest": 2,
        "previous": sha256(data / "manifests" / "000001.json"),
        "run": 2,
        "site": "demo",
        "started": "2026-11-24T04:00:00.000Z",
        "finished": archive.runs()[0].finished,
        "outcome": "finished",
        "software": "newsarchive/0.1.0",
        "readers": [archive.get(1).extractor],
    }


def test_the_chain_begins_with_nothing_and_runs_know_their_manifest(data, archive):
    assert manifest(data, 1)["previous"] is None
    digests = [sha256(path) for path in manifests.chain(data)]
    assert [run.manifest for run in reversed(archive.runs())] == digests


def test_a_manifest_tells_nothing_that_a_takedown_would_remove(data):
    text = (data / "manifests" / "000001.json").read_text("utf-8")
    assert "demo.example" not in text
    assert "Naslov" not in text


def test_head_and_entries_are_read_back_line_by_line(data):
    path = data / "manifests" / "000002.json"
    told = manifest(data, 2)
    head = manifests.head(path)
    assert (head.run, head.previous, head.readers) == (2, told["previous"], told["readers"])
    assert list(manifests.entries(path)) == [
        (part, entry) for part in ("snapshots", "images", "records") for entry in told[part]
    ]


def test_a_run_that_got_nothing_has_an_empty_manifest(data, archive):
    run = archive.start_run("drugi", START)
    archive.finish_run(run, "failed", {}, {})
    manifests.write(data, archive, run)
    told = manifest(data, 3)
    assert (told["snapshots"], told["images"], told["records"]) == ([], [], [])


def test_a_run_keeps_its_manifest(data, archive):
    assert manifests.write(data, archive, 1) == archive.runs()[-1].manifest
    assert len(manifests.chain(data)) == 2


def test_a_manifest_whose_writer_was_killed_before_it_could_say_so_is_taken_up(data, archive):
    known = archive.runs()[0].manifest
    archive.connection.execute("UPDATE runs SET manifest = NULL WHERE id = 2")
    assert manifests.write(data, archive, 2) == known
    assert len(manifests.chain(data)) == 2


def test_runs_that_end_at_once_make_one_chain(tmp_path):
    path = tmp_path / "archive.db"

    def end(site):
        with Archive(path) as archive:
            work = Crawl(tmp_path, archive, site=site)
            work.fetch(f"https://{site}.example/", site.encode())
            work.end()

    Archive(path).close()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(end, [f"portal{number}" for number in range(8)]))
    files = manifests.chain(tmp_path)
    assert [path.name for path in files] == [f"{number:06}.json" for number in range(1, 9)]
    assert [manifests.head(path).previous for path in files] == [None, *map(sha256, files[:-1])]


def test_what_is_no_manifest_is_refused(data):
    path = data / "manifests" / "000002.json"
    for text in ("", "[]", '{"manifest": 2}\n', '{"run": \xff'):
        path.write_text(text, "utf-8")
        with pytest.raises(manifests.BadManifestError, match=r"000002\.json"):
            manifests.head(path)


def test_a_run_is_on_the_disk_before_its_manifest(data, archive, tmp_path):
    """What a loss of power leaves of the database is at least the file without its log."""
    run = archive.start_run("demo")
    archive.finish_run(run, "finished", {}, {})
    manifests.write(data, archive, run)
    shutil.copyfile(data / "archive.db", tmp_path / "left.db")
    with Archive(tmp_path / "left.db") as left:
        assert left.runs(limit=1)[0].outcome == "finished"
