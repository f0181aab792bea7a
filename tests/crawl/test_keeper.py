"""What a crawl holds while it runs, and lets go of however it ends."""

from unittest.mock import Mock

import pytest
from scrapy.exceptions import CloseSpider
from scrapy.utils.test import get_crawler

from newsarchive.crawl import NewsSpider, keeper
from newsarchive.crawl.keeper import REASON, Keeper
from newsarchive.crawl.lock import SiteLock
from newsarchive.custody.locks import alone
from newsarchive.snapshots import SnapshotError


class Portal(NewsSpider):
    name = "portal"
    home = "https://portal.si/"


@pytest.fixture
def crawler(tmp_path):
    crawler = get_crawler(Portal, settings_dict={"NEWSARCHIVE_DATA": str(tmp_path)})
    crawler.crawling = True
    return crawler


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (SnapshotError("The file is broken: bring back a backup."), "The file is broken: bring back a backup."),
        (OSError(28, "No space left on device", "data/a"), "data/a cannot be written (No space left on device): free"),
    ],
)
def test_a_crawl_that_cannot_begin_says_why_and_holds_nothing(crawler, tmp_path, monkeypatch, error, told):
    monkeypatch.setattr(keeper, "mend", Mock(side_effect=error))
    with pytest.raises(CloseSpider):
        Keeper(crawler).open(Portal.from_crawler(crawler))
    assert crawler.stats.get_value(REASON).startswith(told)
    SiteLock(tmp_path, "portal").take()
    with alone(tmp_path, "forgetting", wait=0):
        pass
