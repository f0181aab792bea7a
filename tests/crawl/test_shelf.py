"""The thread that keeps the responses, and the loop beside it."""

import asyncio
from datetime import UTC, datetime

import pytest

from newsarchive.archive import Archive
from newsarchive.crawl.shelf import Shelf
from newsarchive.snapshots import Exchange

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def shelf(tmp_path):
    with Archive(tmp_path / "archive.db") as archive:
        yield Shelf(tmp_path, archive, "portal", lambda: None)


def exchange(path="a", body=b"<p>Most"):
    return Exchange(f"https://portal.si/{path}", NOW, 200, [("Content-Type", "text/html")], body)


def test_many_at_once_are_kept_one_after_the_other(shelf):
    async def keep():
        return await asyncio.gather(*(shelf.keep(exchange(str(number), b"%d" % number)) for number in range(20)))

    assert sorted(asyncio.run(keep())) == list(range(1, 21))
    shelf.close()
    (warc,) = shelf.archive.warcs()
    assert warc.sha256
    assert len({one.offset for one in shelf.archive.snapshots()}) == 20


def test_the_thread_never_waits_for_a_loop_that_waits_for_it(shelf):
    async def hasty():
        task = asyncio.ensure_future(shelf.keep(exchange()))
        await asyncio.sleep(0)
        shelf.close()
        return await task

    assert asyncio.run(asyncio.wait_for(hasty(), 20)) == 1


def test_what_breaks_in_the_thread_is_met_by_who_waits(shelf, monkeypatch):
    monkeypatch.setattr("newsarchive.crawl.shelf.payload_digest", lambda body: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        asyncio.run(shelf.keep(exchange()))
    monkeypatch.undo()
    assert asyncio.run(shelf.keep(exchange())) == 1, "and the next one is kept"
    shelf.close()
