import asyncio
import dataclasses
import logging
import subprocess
import sys
from io import BytesIO
from unittest.mock import Mock

import pytest
from PIL import Image
from scrapy.exceptions import DropItem
from scrapy.utils.test import get_crawler

from newsarchive import items
from newsarchive.archive import Archive, DiskFullError
from newsarchive.custody.sweeping import sweep
from newsarchive.items import ImageFile, Record
from pipelines.images import KeepImages, keep

URL = "http://localhost/slika.jpg"
STREAM_OF_PILLOW = "STREAM"


def drawn(kind="JPEG", size=(64, 48)):
    out = BytesIO()
    Image.linear_gradient("L").resize(size).save(out, kind)
    return out.getvalue()


def record(url="http://localhost/a", picture=URL):
    return Record("article", "demo", url, title="Naslov", body="Besedilo.", images=[items.Image(picture)])


@pytest.fixture
def crawler(tmp_path):
    return get_crawler(settings_dict={"NEWSARCHIVE_DATA": str(tmp_path)})


@pytest.fixture
def stage(crawler, tmp_path):
    stage = KeepImages.from_crawler(crawler)
    stage.open_spider()
    stage.archive = Archive(tmp_path / "archive.db")
    stage.archive.save(record())
    yield stage
    stage.close_spider()


@pytest.fixture(autouse=True)
def pillow_speaks_afterwards():
    yield
    logging.getLogger("PIL").setLevel(logging.NOTSET)


def process(stage, body, url=URL):
    return asyncio.run(stage.process_item(ImageFile(url, body)))


def rows(stage):
    sql = "SELECT x.url, x.status, i.* FROM record_images x LEFT JOIN images i ON i.id = x.image ORDER BY x.record"
    return [dict(row) for row in stage.archive.connection.rows(sql)]


def test_a_picture_is_kept_and_noted(stage, crawler, tmp_path):
    body = drawn()
    assert process(stage, body) == ImageFile(URL, body)
    (row,) = rows(stage)
    assert (tmp_path / row["path"]).read_bytes() == body
    assert row["path"] == f"images/{row['sha256'][:2]}/{row['sha256']}.jpg"
    assert (row["status"], row["mime"], row["width"], row["height"]) == ("kept", "image/jpeg", 64, 48)
    assert row["bytes"] == len(body)
    assert len(row["dhash"]) == 16
    assert crawler.stats.get_stats() == {"newsarchive/images/kept": 1}


def test_every_record_that_shows_it_is_told_and_it_is_kept_once(stage, tmp_path):
    stage.archive.save(record("http://localhost/b"))
    stage.archive.save(record("http://localhost/c", "http://localhost/ista.png"))
    process(stage, drawn())
    process(stage, drawn(), "http://localhost/ista.png")
    assert [row["status"] for row in rows(stage)] == ["kept"] * 3
    assert len({row["path"] for row in rows(stage)}) == 1
    assert len(list(tmp_path.glob("images/*/*"))) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", "no picture"),
        (b"<!DOCTYPE html><title>404</title>", "no picture"),
        (drawn("GIF")[:6] + b"\xff\xff\xff\xff" + drawn("GIF")[10:], "too many pixels"),
        (b"\0" * (16 * 1024 * 1024 + 1), "too large"),
    ],
)
def test_what_is_not_kept_is_a_status_and_no_lost_record(stage, crawler, tmp_path, body, status, caplog):
    with pytest.raises(DropItem, match=f"^Refused {URL}: {status}") as refused:
        process(stage, body)
    assert refused.value.log_level == "DEBUG"
    assert [(row["status"], row["path"]) for row in rows(stage)] == [(status, None)]
    assert stage.archive.get("http://localhost/a").record == record()
    assert not (tmp_path / "images").exists()
    assert crawler.stats.get_stats() == {f"newsarchive/images/{status}": 1}
    assert "ERROR" not in caplog.text


def test_an_unknown_file_is_kept_under_a_name_of_our_own(stage):
    process(stage, b"\0\1\2\3 neznano")
    assert [(row["path"][-4:], row["mime"], row["dhash"]) for row in rows(stage)] == [
        (".bin", "application/octet-stream", None)
    ]


@pytest.mark.parametrize(
    ("method", "error", "sentence"),
    [
        (
            "pipelines.images.store",
            OSError(28, "No space left on device"),
            "A file of the archive cannot be written (No space",
        ),
        ("pipelines.images.store", PermissionError(13, "Permission denied", "x"), "x cannot be written (Permission"),
        ("newsarchive.archive.Archive.note_image", DiskFullError("There is no room."), "There is no room."),
    ],
)
def test_when_nothing_can_be_kept_the_crawl_ends_and_says_why_once(
    stage, crawler, monkeypatch, caplog, method, error, sentence
):
    monkeypatch.setattr(method, Mock(side_effect=error))
    crawler.engine = engine = Mock()
    for _ in range(3):
        with pytest.raises(DropItem, match=f"^Could not keep {URL}"):
            process(stage, drawn())
    (told,) = [entry.message for entry in caplog.records if entry.levelname == "ERROR"]
    assert told.startswith(sentence)
    engine.close_spider_async.assert_called_once_with(reason="archive_failed")
    assert crawler.stats.get_stats() == {"newsarchive/unsaved": 3, "newsarchive/archive_error": told}


def test_one_picture_is_looked_into_at_a_time(stage, monkeypatch):
    busy = []

    def keep(*_):
        busy.append(True)
        assert len(busy) == 1
        busy.clear()
        raise OSError("enough")

    async def many():
        tasks = [stage.process_item(ImageFile(URL, drawn())) for _ in range(8)]
        return await asyncio.gather(*tasks, return_exceptions=True)

    monkeypatch.setattr("pipelines.images.keep", keep)
    stage.crawler.engine = Mock()
    assert {str(error) for error in asyncio.run(many())} == {f"Could not keep {URL}: enough"}


def test_another_site_of_this_process_that_sweeps_takes_no_picture_that_is_not_noted_yet(stage, monkeypatch, tmp_path):
    def kept_and_swept(data, body):
        kept = keep(data, body)
        with Archive(data / "archive.db", readonly=True) as archive:
            sweep(data, archive)
        return kept

    monkeypatch.setattr("pipelines.images.keep", kept_and_swept)
    process(stage, drawn())
    assert [(tmp_path / row["path"]).read_bytes() for row in rows(stage)] == [drawn()]


def test_a_picture_that_no_record_shows_any_more_is_not_kept(stage, crawler, tmp_path):
    stage.archive.save(record(picture="http://localhost/druga.jpg"))
    with pytest.raises(DropItem, match="No record shows"):
        process(stage, drawn())
    assert not (tmp_path / "images").exists()
    assert crawler.stats.get_stats() == {"newsarchive/images/shown no more": 1}


def test_what_is_no_picture_passes_at_once(stage):
    item = record()
    assert stage.process_item(item) is item


def test_a_picture_does_not_print_its_bytes():
    shown = [one.name for one in dataclasses.fields(ImageFile) if one.repr]
    assert shown == ["url"]


CRAWL = """
import sys
from io import BytesIO
from PIL import Image
from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from newsarchive.archive import Archive
from newsarchive.items import Image as Shown, ImageFile, Record

out = BytesIO()
Image.effect_noise((900, 700), 90).save(out, "PNG")
BODIES = [out.getvalue(), b"<html>", b"", out.getvalue()[:5000]]

class Made(Spider):
    name = "made"
    start_urls = ["data:,nothing"]

    def parse(self, response):
        for number, body in enumerate(BODIES):
            url = f"http://localhost/{number}"
            yield Record("article", "demo", url, title="Naslov", body=f"Beseda {number}", images=[Shown(url + ".jpg")])
            yield ImageFile(url + ".jpg", body)

process = AsyncCrawlerProcess({
    "ADDONS": {"newsarchive.crawl.NewsArchive": 100}, "SCHEDULER": "scrapy.core.scheduler.Scheduler",
    "ITEM_PIPELINES": {"pipelines.images.KeepImages": 500, "pipelines.archive.SaveToArchive": 900},
    "DOWNLOAD_HANDLERS": {"data": "scrapy.core.downloader.handlers.datauri.DataURIDownloadHandler"},
    "NEWSARCHIVE_DATA": sys.argv[1], "LOG_LEVEL": "DEBUG",
}, install_root_handler=True)
crawler = process.create_crawler(Made)
process.crawl(crawler)
process.start()
stats = crawler.stats.get_stats()
print({key: value for key, value in sorted(stats.items()) if key.startswith("newsarchive/i") or key == "finish_reason"})
with Archive(sys.argv[1] + "/archive.db", readonly=True) as archive:
    print([row["status"] for row in archive.connection.rows("SELECT status FROM record_images ORDER BY record")])
"""


def crawl(folder, limit=None):
    limits = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n" if limit else ""
    command = [sys.executable, "-W", "error::DeprecationWarning:pipelines", "-c", limits + CRAWL, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)


def test_a_crawl_keeps_pictures_and_stays_quiet(tmp_path):
    done = crawl(tmp_path)
    assert done.stdout.splitlines() == [
        "{'finish_reason': 'finished', 'newsarchive/images/kept': 2, 'newsarchive/images/no picture': 2}",
        "['kept', 'no picture', 'no picture', 'kept']",
    ]
    assert "Traceback" not in done.stderr
    assert STREAM_OF_PILLOW not in done.stderr
    assert max(map(len, done.stderr.splitlines())) < 2000


def test_a_full_disk_ends_the_crawl_with_one_sentence_and_half_of_no_picture(tmp_path):
    with Archive(tmp_path / "archive.db"):
        pass
    done = crawl(tmp_path, limit=400_000)
    assert "'finish_reason': 'archive_failed'" in done.stdout
    assert done.stderr.count("free some space") == 1
    assert "Traceback" not in done.stderr
    assert [path for path in tmp_path.glob("images/*/*") if path.stat().st_size > 5000] == []
    assert list(tmp_path.glob("images/*/*.part")) == []
