"""Crawls of the made-up portal by its declarations."""

import pytest

from newsarchive.demo import Portal, move, requests, running

TEMPLATES = {"wordpress": "demo", "modern": "demo-new", "classic": "demo-old"}
PLACES = {"private address", "malformed feed", "malformed sitemap"}


@pytest.fixture
def spider_at(tmp_path):
    """Crawl a known site at another address than its own; gives what the command would print."""
    import json
    import subprocess
    import sys

    program = """
import dataclasses, json, sys
from pathlib import Path
from newsarchive.cli.crawling import Job, crawl_sites, known_sites, settings
data = Path(sys.argv[3])
print(json.dumps(dataclasses.asdict(*crawl_sites([Job(known_sites(data)[sys.argv[1]], sys.argv[2])], settings(data)))))
"""

    def crawl(site, home, data=tmp_path / "data"):
        command = [sys.executable, "-c", program, site, home, str(data)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=True)
        assert done.stderr == ""
        return json.loads(done.stdout)

    return crawl


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_portal_is_archived_whole_kept_and_followed(spider_at, stored, template):
    portal, site = Portal(template, records=80), TEMPLATES[template]
    with running(portal) as home:
        first = spider_at(site, home)
        assert first["outcome"] == "finished"
        assert {one.record.url for one in stored().values()} == set(portal.truth(home))
        before = len(requests(home))
        second = spider_at(site, home)
        assert (second["counts"]["new"], second["counts"]["changed"]) == (0, 0)
        assert len(requests(home)) - before <= 10
        move(home, 2)
        portal.move(2)
        facts = portal.truth(home).values()
        third = spider_at(site, home)
        assert third["counts"]["new"] == sum(fact.appeared == 2 for fact in facts)
        assert third["counts"]["changed"] == sum(2 in fact.changed for fact in facts)
        assert spider_at(site, home)["counts"] | {"requests": 0, "unchanged": 0} == dict.fromkeys(third["counts"], 0)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_hostile_behaviour_is_counted_and_no_good_record_lost(spider_at, stored, template):
    portal = Portal(template, records=60, hostile=True)
    with running(portal) as home:
        result = spider_at(TEMPLATES[template], home)
        assert set(portal.truth(home)) == {one.record.url for one in stored().values()}
    assert result["outcome"] == "finished"
    expected = {
        "http 403",
        "http 404",
        "http 410",
        "http 500",
        "cut off",
        "redirect loop",
        "empty",
        "soft 404",
        "too large",
    }
    assert expected | PLACES <= result["failures"].keys()
    assert result["failures"]["private address"] == 2
    assert result["failures"]["too large"] == 2
