import subprocess
import sys
from unittest.mock import Mock

import pytest
from scrapy.exceptions import DropItem
from scrapy.utils.test import get_crawler

from newsarchive.archive import Archive, DiskFullError
from newsarchive.items import Record
from pipelines.archive import SaveToArchive

CRAWL = """
import sys
from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from newsarchive.items import Record

class Made(Spider):
    name = "made"

    start_urls = ["data:,nothing"]

    def parse(self, response):
        for number in range(5):
            text = "x" * int(self.size)
            yield Record("article", "demo", f"http://localhost/{number}", title=f"Naslov {number}", body=text)
        yield Record("article", "demo", "http://localhost/none")

process = AsyncCrawlerProcess({
    "ITEM_PIPELINES": {"pipelines.validate.Validate": 100, "pipelines.archive.SaveToArchive": 900},
    "NEWSARCHIVE_DATA": sys.argv[1], "TELNETCONSOLE_ENABLED": False, "LOG_LEVEL": "WARNING",
})
crawler = process.create_crawler(Made)
process.crawl(crawler, size=sys.argv[2])
process.start()
found = crawler.stats.get_stats()
print({key: value for key, value in found.items() if key.startswith("newsarchive") or key == "finish_reason"})
"""


@pytest.fixture
def crawler(tmp_path):
    return get_crawler(settings_dict={"NEWSARCHIVE_DATA": str(tmp_path)})


@pytest.fixture
def stage(crawler):
    stage = SaveToArchive.from_crawler(crawler)
    yield stage
    stage.close_spider()


def record(**values):
    return Record(
        **{
            "kind": "article",
            "site": "demo",
            "url": "http://localhost/a",
            "title": "Naslov",
            "body": "Besedilo.",
            **values,
        }
    )


def test_each_outcome_is_counted(stage, crawler):
    for item in (record(), record(), record(body="Drugo."), record(url="http://localhost/b", body="Tretje.")):
        assert stage.process_item(item) is item
    assert crawler.stats.get_stats() == {"newsarchive/new": 2, "newsarchive/changed": 1, "newsarchive/unchanged": 1}


def test_what_was_stored_is_there_for_others_at_once(stage, tmp_path):
    stage.process_item(record())
    with Archive(tmp_path / "archive.db", readonly=True) as archive:
        assert archive.get("http://localhost/a").record == record()


def test_a_record_the_schema_refuses_is_dropped_and_the_crawl_goes_on(stage, crawler):
    with pytest.raises(DropItem, match="Could not store http://localhost/a"):
        stage.process_item(record(kind="advert"))
    stage.process_item(record())
    assert crawler.stats.get_stats() == {"newsarchive/unsaved": 1, "newsarchive/new": 1}


def test_when_nothing_can_be_kept_the_reason_is_told_once(stage, crawler, monkeypatch, caplog):
    def full(*_, **__):
        raise DiskFullError("There is no room.")

    monkeypatch.setattr(Archive, "save", full)
    crawler.engine = engine = Mock()
    for number in range(3):
        with pytest.raises(DropItem):
            stage.process_item(record(url=f"http://localhost/{number}"))
    assert [entry.message for entry in caplog.records if entry.levelname == "ERROR"] == ["There is no room."]
    engine.close_spider_async.assert_called_once_with(reason="archive_failed")
    assert crawler.stats.get_value("newsarchive/unsaved") == 3
    assert crawler.stats.get_value("newsarchive/archive_error") == "There is no room."


def test_nothing_is_stored_while_somebody_only_looks(stage, crawler, tmp_path):
    crawler.spider = Mock(crawling=False)
    assert stage.process_item(record()) == record()
    assert not (tmp_path / "archive.db").exists()


def test_what_is_no_record_passes(stage, tmp_path):
    assert stage.process_item({"price": 3}) == {"price": 3}
    with Archive(tmp_path / "archive.db") as archive:
        assert archive.counts() == {}


def crawl(folder, size, limit=None):
    limits = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n" if limit else ""
    command = [
        sys.executable,
        "-W",
        "error::DeprecationWarning:pipelines",
        "-c",
        limits + CRAWL,
        str(folder),
        str(size),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)


def test_a_crawl_with_both_stages(tmp_path):
    done = crawl(tmp_path, 100)
    assert done.stdout.strip() == str(
        {"newsarchive/new": 5, "newsarchive/refused/no-title": 1, "finish_reason": "finished"}
    )
    assert "Refused http://localhost/none: it has no title." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_ends_the_crawl_with_one_sentence(tmp_path):
    done = crawl(tmp_path, 200_000, limit=1_000_000)
    assert "'finish_reason': 'archive_failed'" in done.stdout
    assert "free some space" in done.stderr
    assert "Traceback" not in done.stderr
