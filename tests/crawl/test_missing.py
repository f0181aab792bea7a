"""Records that a portal does not show any more, and those that were forgotten on purpose."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.archive import Archive
from newsarchive.custody.forgetting import bury_ahead


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def back(data):
    """Put what the archive remembers so many days back."""

    def back(days):
        with Archive(data / "archive.db") as archive:
            for table, columns in {
                "records": ("first_seen", "last_seen", "missing_since", "gone_at"),
                "fetches": ("last_fetched", "next_due"),
                "runs": ("started", "finished"),
            }.items():
                for name in columns:
                    moved = f"strftime('%Y-%m-%dT%H:%M:%fZ', {name}, '-{days} days')"
                    archive.connection.execute(f"UPDATE {table} SET {name} = {moved}")

    return back


GONE = {
    "404": (404, {"Content-Type": "text/html"}, b"<h1>404</h1>"),
    "410": (410, {"Content-Type": "text/html"}, b"<h1>410</h1>"),
    "to the front page": (302, {"Location": "/"}, b""),
    "soft": (
        200,
        {"Content-Type": "text/html; charset=utf-8"},
        "<html><title>Strani ni</title><h1>Strani ni mogoče najti</h1>"
        "<p>Napaka 404. Stran, ki jo iščete, ne obstaja več ali je bila premaknjena.</p></html>".encode(),
    ),
}


@pytest.mark.parametrize("kind", GONE)
def test_a_record_is_gone_after_two_visits_on_different_days_and_can_come_back(small, crawl, stored, back, kind):
    small.items = small.items[:5]  # as many as one crawl visits again
    crawl(small.home)
    item = min(small.items, key=lambda item: item.day)
    small.extra[item.path] = GONE[kind]
    back(300)
    (result,) = crawl(small.home)
    one = stored()[item.path]
    assert (bool(one.missing_since), one.gone_at) == (True, None)
    assert result["failures"] == {}
    back(1)
    missing_since = stored()[item.path].missing_since
    crawl(small.home)
    assert stored()[item.path].gone_at == missing_since
    assert stored()[item.path].record.body, "it keeps everything"
    del small.extra[item.path]
    back(3)
    crawl(small.home)
    one = stored()[item.path]
    assert (one.missing_since, one.gone_at) == (None, None)
    assert datetime.fromisoformat(one.last_seen) > datetime.now(UTC) - timedelta(minutes=5)


def everything(data):
    """Give all that lies in the data folder, unpacked."""
    files = (path for path in data.rglob("*") if path.is_file())
    return b"".join(gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in files)


def test_a_forgotten_address_is_not_asked_for_and_its_title_not_kept(small, crawl, stored, data):
    item = small.items[0]
    with Archive(data / "archive.db") as archive:
        bury_ahead(archive, [small.home.rstrip("/") + item.path], "the family asked")
    (result,) = crawl(small.home)
    assert result["outcome"] == "finished"
    assert item.path not in small.requests
    assert item.path not in stored()
    assert len(stored()) == len(small.items) - 1
    assert item.path.encode() not in everything(data)
    assert item.title.encode() not in everything(data)


def test_a_forgotten_record_under_another_address_leaves_nothing_behind(small, crawl, stored, data):
    item = small.items[0]
    status, headers, body = small.page(item.path)
    forgotten = small.home.rstrip("/") + "/umaknjeno/17"
    body = body.replace(b"<head>", f'<head><link rel="canonical" href="{forgotten}">'.encode())
    small.extra[item.path] = (status, headers, body)
    with Archive(data / "archive.db") as archive:
        bury_ahead(archive, [forgotten], "the family asked")
    (result,) = crawl(small.home)
    assert result["outcome"] == "finished"
    assert item.path not in stored()
    assert item.body[3].encode() not in everything(data)
    small.requests.clear()
    crawl("--full", small.home)
    assert item.path not in small.requests
