import json
import shutil

import pytest
from custody.library import START, crawl


@pytest.fixture
def folder(tmp_path):
    return crawl(tmp_path / "data", range(1, 3))


def test_a_backup_and_back(run, folder, tmp_path):
    out = run(folder, "backup", tmp_path / "copy").stdout
    assert out.startswith("copied     4 files, 0.")
    assert "4 new, 0 replaced, 0 removed\n" in out
    assert "snapshots  1 files, 7 responses" in out
    assert out.endswith(f"The copy in {tmp_path / 'copy'} is sound.\n")
    shutil.rmtree(folder)
    out = run(folder, "restore", tmp_path / "copy").stdout
    assert out.startswith("restored   4 files")
    assert out.endswith(f"The archive in {folder} is the backup's, and sound.\n")
    run(folder, "verify")


def test_again_only_what_is_new(run, folder, tmp_path):
    run(folder, "backup", tmp_path / "copy")
    crawl(folder, range(4, 5), at=START.replace(day=25))
    told = json.loads(run(folder, "backup", tmp_path / "copy", "--json", "--quick").stdout)
    assert (told["new"], told["replaced"], told["removed"], told["sound"]) == (3, 0, 0, True)


def test_what_could_not_be_copied_is_told_and_ends_with_one(run, folder, tmp_path):
    picture = next((folder / "images").glob("*/*"))
    picture.unlink()
    result = run(folder, "backup", tmp_path / "copy", code=1)
    assert f"problem: {picture.relative_to(folder)} could not be copied (it is missing)" in result.stdout
    assert result.stderr.startswith("newsarchive: The copy is not complete")


def test_refusals_name_the_next_step(run, folder, tmp_path):
    assert "name a folder elsewhere" in run(folder, "backup", folder / "copy", code=1).stderr
    assert "There is no archive at" in run(tmp_path / "none", "backup", tmp_path / "copy", code=1).stderr
    assert "There is no backup in" in run(folder, "restore", folder, code=1).stderr
    assert "does not exist" in run(folder, "restore", tmp_path / "nowhere", code=2).stderr


def test_an_archive_is_replaced_by_force_only(run, folder, tmp_path):
    run(folder, "backup", tmp_path / "copy")
    assert "replace it with --force" in run(folder, "restore", tmp_path / "copy", code=1).stderr
    told = json.loads(run(folder, "restore", tmp_path / "copy", "--force", "--json").stdout)
    assert (told["copied"]["files"], told["forgotten"], told["notes"]) == (4, 0, [])
