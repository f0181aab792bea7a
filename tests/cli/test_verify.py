import gzip
import json
from functools import partial
from pathlib import Path

import pytest
from custody.library import crawl

from newsarchive.archive import Archive
from newsarchive.custody.locks import NAME, held, writing
from newsarchive.custody.seals import seal


@pytest.fixture
def folder(tmp_path):
    return crawl(tmp_path / "data", range(1, 3))


def harm(folder):
    picture = next((folder / "images").glob("*/*"))
    picture.write_bytes(picture.read_bytes()[:-1] + b"x")
    return picture.relative_to(folder)


def test_a_sound_archive(run, folder):
    out = run(folder, "verify").stdout
    assert "snapshots  1 files, 7 responses" in out
    assert "images     2 pictures" in out
    assert out.endswith("Everything is as it should be.\n")


def test_what_is_wrong_is_told_and_ends_with_one(run, folder):
    picture = harm(folder)
    result = run(folder, "verify", code=1)
    assert f"images: The picture {picture} is not what it was: bring it back from a backup; " in result.stdout
    assert result.stderr == (
        "newsarchive: One thing is not as it should be: the sentences above name the next steps, "
        '"newsarchive restore" brings back a backup.\n'
    )


def test_repair(run, folder):
    picture = harm(folder)
    out = run(folder, "verify", "--repair").stdout
    assert out.startswith(f"repaired  {picture} was taken from its snapshot.\n")
    assert "Everything is as it should be." in out


def test_for_programs(run, folder):
    picture = harm(folder)
    told = json.loads(run(folder, "verify", "--json", code=1).stdout)
    assert not told["sound"]
    assert [(finding["part"], finding["repair"]) for finding in told["findings"]] == [("images", "image")]
    assert str(picture) in told["findings"][0]["text"]
    assert told["counts"]["database"]["records"] == 2
    assert len(told["chain"]) == 64


def test_quick(run, folder):
    harm(folder)
    run(folder, "verify", "--quick")


def test_no_archive(run, tmp_path):
    assert "There is no archive at" in run(tmp_path, "verify", code=1).stderr


def test_an_empty_archive(run, tmp_path):
    with writing(tmp_path):
        Archive(tmp_path / "archive.db").close()
    assert run(tmp_path, "verify").stdout.endswith("Everything is as it should be.\n")


def test_repair_tells_who_is_at_work(run, folder):
    from custody.test_locks import Holder

    harm(folder)
    holder = Holder(folder, "writing", "crawling demo")
    try:
        told = run(folder, "verify", "--repair", code=1).stderr
    finally:
        holder.end()
    assert f"process {holder.child.pid} is crawling demo: wait until that has ended" in told


@pytest.mark.parametrize("words", [["search", "most"], ["verify"], ["runs"]])
def test_an_upgrade_is_no_change_behind_the_seal(run, tmp_path, words):
    """Whichever command brings an archive of an older version up to date."""
    age = Path(__file__).parents[1] / "archive" / "ages" / "f610bc3.db.gz"
    (tmp_path / "archive.db").write_bytes(gzip.decompress(age.read_bytes()))
    assert seal(tmp_path)
    run(tmp_path, *words)
    assert run(tmp_path, "verify").stdout.endswith("Everything is as it should be.\n")


def test_an_old_archive_that_somebody_rewrites(run, tmp_path, monkeypatch):
    age = Path(__file__).parents[1] / "archive" / "ages" / "f610bc3.db.gz"
    (tmp_path / "archive.db").write_bytes(gzip.decompress(age.read_bytes()))
    monkeypatch.setattr("newsarchive.custody.locks.writing", partial(writing, wait=0.1))
    with held(tmp_path, NAME, "forgetting", alone=True, wait=1):
        assert "wait until that has ended" in run(tmp_path, "search", "most", code=1).stderr
