"""Rereading what was crawled: the archive is then that of a crawl with today's reader; edits stay edits."""

import sqlite3
import sys
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.crawl.addresses import target
from newsarchive.demo import Portal
from newsarchive.reread import Options, Rereading
from newsarchive.reread import Portal as Declared
from reread.portals import crawl, serving
from spiders.demo import Demo

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from kill import ROWS, rows

CHANGED = {"lead": ".entry-lead, .entry-content p:first-child", "title": "h1", "remove": "figure"}
"""Another reader: it takes the lead from another place, and lets the pictures go."""
LAST = """
SELECT r.url, v.title, v.lead, v.body, v.digest FROM records r
JOIN versions v ON v.id = (SELECT max(id) FROM versions WHERE record = r.id)
"""


def reread(data, home, *, selectors=None, refine=None, cores=1):
    site = replace(Demo.declaration(home), selectors=selectors or {}, refine=refine)
    return Rereading(data, Declared(site), Options(cores=cores)).run()


def last_versions(data):
    with closing(sqlite3.connect(data / "archive.db")) as db:
        return sorted(map(repr, db.execute(LAST)))


def causes(data):
    with closing(sqlite3.connect(data / "archive.db")) as db:
        return Counter(cause for (cause,) in db.execute("SELECT cause FROM versions"))


def tails(data):
    """Count the records' pages that came with other bytes the second time."""
    sql = "SELECT count(DISTINCT s.digest) FROM snapshots s JOIN records r USING (address) GROUP BY s.address"
    with closing(sqlite3.connect(data / "archive.db")) as db:
        return sum(number > 1 for (number,) in db.execute(sql))


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """Two archives of one portal: crawled by today's reader and read again by another, and crawled by the other."""
    again, fresh = tmp_path_factory.mktemp("again"), tmp_path_factory.mktemp("fresh")
    with serving(Portal("wordpress", records=60)) as home:
        crawl(home, again)
        crawl(home, fresh, CHANGED)
    return again, fresh, reread(again, home, selectors=CHANGED, cores=2)


def test_every_page_was_read_and_many_changed(crawled):
    assert crawled[2].read == 60
    assert crawled[2].changed > 20
    assert crawled[2].fields["lead"]
    assert not crawled[2].unreadable
    assert not crawled[2].no_items


@pytest.mark.parametrize("table", [name for name in ROWS if name != "versions"])
def test_the_archive_equals_a_fresh_crawl(crawled, table):
    again, fresh, _ = crawled
    assert rows(again)[table] == rows(fresh)[table]


def test_the_last_texts_equal_those_of_a_fresh_crawl(crawled):
    again, fresh, _ = crawled
    assert last_versions(again) == last_versions(fresh)
    assert causes(again)["edited"] == 0
    assert 0 < causes(again)["reread"] <= crawled[2].changed


class Moved:
    """A portal's second day: five edits as the portal makes them, all tails, three pages with other white space."""

    def __init__(self, portal):
        self.spaced = [target(url) for url in list(portal.truth())[:3]]
        self.on = False

    def __call__(self, path, body):
        if self.on and path in self.spaced:
            return body.replace(b"</p>", b"  </p>\n\n").replace(b"<p>", b"<p>\n \xc2\xa0 ")
        return body


def test_edits_tails_spaces_and_a_reader_are_told_apart(tmp_path):
    portal = Portal("wordpress", records=200)
    moved = Moved(portal)
    with serving(portal, moved) as home:
        crawl(home, tmp_path)
        with Archive(tmp_path / "archive.db", readonly=True) as archive:
            assert archive.counts()["demo"]
        portal.move(2)
        moved.on = True
        crawl(home, tmp_path)
        assert len(portal.template.world.moves.on(2).edited) == 5
        assert tails(tmp_path) > 50
        assert causes(tmp_path)["edited"] == 5
        assert causes(tmp_path)["reread"] == 0

        only = next(url for url in portal.truth(home) if "/osmrtnice/" in url)

        def refine(record, tree):
            if record.url == only and record.title:
                record.title = f"† {record.title}"
            return record

        report = reread(tmp_path, home, refine=refine)
    assert (report.changed, report.fields["title"]) == (1, 1)
    assert causes(tmp_path)["edited"] == 5
    assert causes(tmp_path)["reread"] == 1
