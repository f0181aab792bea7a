import pytest
from scrapy.exceptions import DropItem
from scrapy.utils.test import get_crawler

from newsarchive.items import Obituary, Record
from pipelines.validate import Validate


@pytest.fixture
def crawler():
    return get_crawler()


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


GOOD = {
    "whole": record(),
    "lead only": record(body=None, lead="Uvod."),
    "a name is a text": record(kind="obituary", body=None, obituary=Obituary("Ana Primer")),
    "a name is a title": record(kind="obituary", title=None, body=None, obituary=Obituary("Ana Primer")),
}
BAD = {
    "no-address": [record(url=""), record(url="ftp://localhost/a"), record(url="/a"), record(url="http://[::1/a")],
    "no-site": [record(site="")],
    "unknown-kind": [record(kind="advert")],
    "no-title": [record(title=None), record(title=""), record(title=None, obituary=Obituary())],
    "no-text": [record(body=None), record(body="", lead=""), record(kind="obituary", body=None, obituary=Obituary())],
}


@pytest.mark.parametrize("item", GOOD.values(), ids=GOOD)
def test_a_record_passes_as_it_is(crawler, item):
    assert Validate.from_crawler(crawler).process_item(item) is item
    assert crawler.stats.get_stats() == {}


@pytest.mark.parametrize(("reason", "item"), [(reason, item) for reason, items in BAD.items() for item in items])
def test_what_lacks_the_least_is_refused_and_counted(crawler, reason, item):
    with pytest.raises(DropItem, match=r"^Refused .*: it.* [a-z]+\.$"):
        Validate.from_crawler(crawler).process_item(item)
    assert crawler.stats.get_stats() == {f"newsarchive/refused/{reason}": 1}


def test_what_is_no_record_is_not_ours_to_judge(crawler):
    assert Validate.from_crawler(crawler).process_item({"price": 3}) == {"price": 3}
