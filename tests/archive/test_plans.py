"""What a crawl asks at every page must not look through whole tables, whatever their size."""

import re

import pytest

from newsarchive.archive import buried as graves
from newsarchive.archive import children, duplicates, history, pictures, reading, saving, snapshots, state

EVERY_PAGE = {
    "which record is at an address": reading.BY_ADDRESS,
    "the record": reading.BY_ID,
    "its versions": history.TOLD,
    "whether another page told its date": saving.TOLD_ELSEWHERE,
    "what became of its pictures": children.HELD,
    "who shares its marks": duplicates.MEET,
    "its twins": duplicates.TWINS,
    "which addresses are known": state.KNOWN,
    "that it is missing": state.NOTE_MISSING,
    "who holds the payload": snapshots.PAYLOAD,
    "what was forgotten": graves.FOUND,
    "that a picture is kept": pictures.NOTE_KEPT,
    "that a picture failed": pictures.NOTE_FAILED,
}
BOUNDED = ("SCAN asked", "SCAN m ", "SCAN json_each", "SCAN (subquery")
"""What is looked through is the question itself."""


@pytest.fixture
def plan(archive):
    """Tell how SQLite goes about a statement."""

    def ask(sql, values=None):
        values = (None,) * places(sql) if values is None else values
        return [row["detail"] for row in archive.connection.rows(f"EXPLAIN QUERY PLAN {sql}", values)]

    return ask


def places(sql):
    numbers = [int(number or 0) for number in re.findall(r"\?(\d*)", sql)]
    return max(*numbers, numbers.count(0))


@pytest.mark.parametrize("what", EVERY_PAGE)
def test_nothing_is_looked_through_at_every_page(plan, what):
    assert [step for step in plan(EVERY_PAGE[what]) if "SCAN" in step and not step.startswith(BOUNDED)] == []


def test_only_missing_pictures_are_looked_through(plan):
    steps = plan(pictures.WANTED, {"site": "demo", "now": "2026", "limit": 1})
    assert [step for step in steps if "SCAN" in step] == ["SCAN x USING INDEX record_images_missing"]


@pytest.mark.parametrize("used", [("site",), ("site", "since"), ("run",), ("site", "run")])
def test_snapshots_are_walked_through_without_sorting_them(plan, used):
    where = " AND ".join([*(snapshots.CONDITIONS[name] for name in used), "id > :last"])
    steps = plan(f"{snapshots.SELECT} WHERE {where} ORDER BY id LIMIT 9", dict.fromkeys((*used, "last")))
    assert not any("TEMP B-TREE" in step for step in steps), steps
