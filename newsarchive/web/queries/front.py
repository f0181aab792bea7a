"""What the front page asks the archive: what came in last, what each day had, which site is silent for how long."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from sqlite3 import Row

from newsarchive.archive import Archive
from newsarchive.archive.times import stamp

KINDS = ("article", "notice", "obituary")
COUNTED = 1_000
"""Records, the last that came in, of which those of a day are counted."""
DAYS = 30
"""Days of the chart."""
PAUSES = 30
"""Days on which a site published, the last ones, whose pauses say what is usual."""
ENOUGH = 5
"""Pauses without which nothing is usual."""
DAY = len("2026-01-27")
ARRIVED = "SELECT id, kind, site, published, first_seen FROM records ORDER BY id DESC LIMIT ?"
HEADS = """
SELECT r.id, r.site, r.kind, substr(r.title, 1, 400) AS title, r.published
FROM json_each(?) asked JOIN records r ON r.id = asked.value
"""
LAST_DAY = "SELECT substr(max(published), 1, 10) FROM records WHERE kind = ? AND published < ?"
BY_DAY = """
SELECT substr(published, 1, 10), count(*) FROM records WHERE kind = ? AND published >= ? AND published < ? GROUP BY 1
"""
PUBLISHED = """
WITH RECURSIVE days(day, n) AS (
    SELECT :end, 0
    UNION ALL
    SELECT (SELECT substr(max(published), 1, 10) FROM records WHERE site = :site AND kind = :kind AND published < day),
        n + 1
    FROM days WHERE day IS NOT NULL AND n < :most)
SELECT day FROM days WHERE n AND length(day) = 10
"""
"""The last days on which a site published something of a kind: a step in the index for each."""
CEREMONIES = """
SELECT c.at, c.kind, substr(c.place, 1, 200) AS place, substr(o.name, 1, 200) AS name, o.record
FROM ceremonies c JOIN obituaries o ON o.id = c.obituary
WHERE c.at >= ?1 AND c.at < ?2 ORDER BY c.at LIMIT ?3
"""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What came in on the last day on which anything did."""

    day: date
    numbers: dict[str, int]
    """By kind."""
    sites: dict[str, int]
    exact: bool
    """False: at least so many."""
    newest: dict[str, list[Row]]
    """By kind the first that are shown, those published last first."""
    before: int
    """The number of the last record that came in earlier."""


@dataclass(frozen=True, slots=True)
class Silence:
    """For how long a site has published nothing."""

    last: date
    """The last day on which it did."""
    days: int
    usual: int | None
    """The longest pause of its last days; ``None``: too few are known."""

    @property
    def unusual(self) -> bool:
        """Tell whether it is silent for longer than it ever was lately."""
        return self.usual is not None and self.days > max(self.usual, 1)


def arrivals(archive: Archive, shown: int) -> Arrivals | None:
    """Give what came in on the last day on which anything did; ``None``: the archive is empty."""
    last = list(archive.connection.rows(ARRIVED, (COUNTED,)))
    if not last:
        return None
    day = datetime.fromisoformat(max(row["first_seen"] for row in last)).astimezone().date()
    morning = stamp(datetime.combine(day, time()).astimezone())
    rows = [row for row in last if row["first_seen"] >= morning]
    return Arrivals(
        day=day,
        numbers=Counter(row["kind"] for row in rows),
        sites=Counter(row["site"] for row in rows),
        exact=len(rows) < COUNTED,
        newest={kind: _heads(archive, [row for row in rows if row["kind"] == kind], shown) for kind in KINDS},
        before=min(row["id"] for row in rows) - 1,
    )


def _heads(archive: Archive, rows: list[Row], shown: int) -> list[Row]:
    best = sorted(rows, key=lambda row: (row["published"] or "", row["id"]), reverse=True)[:shown]
    return list(archive.connection.rows(HEADS, (json.dumps([row["id"] for row in best]),)))


def days(archive: Archive, today: date) -> list[tuple[str, dict[str, int]]]:
    """Count the records of each of the last days, by kind; they end with the last that has any."""
    end = (today + timedelta(days=1)).isoformat()
    lasts = [str(archive.connection.value(LAST_DAY, (kind, end)) or "") for kind in KINDS]
    last = max((_day(day) for day in lasts if len(day) == DAY), default=None, key=lambda day: day or date.min)
    if last is None:
        return []
    span = [last - timedelta(days=before) for before in reversed(range(DAYS))]
    counted: dict[str, dict[str, int]] = {day.isoformat(): {} for day in span}
    for kind in KINDS:
        for day, number in archive.connection.rows(BY_DAY, (kind, span[0].isoformat(), end)):
            if day in counted:
                counted[day][kind] = number
    return list(counted.items())


def silence(archive: Archive, site: str, today: date) -> Silence | None:
    """Tell for how long a site has published nothing; ``None``: it never published anything with a date."""
    last = max(_published(archive, site, today, 1), default=None)
    if last is None:
        return None
    kept = _kept(archive.path, today)
    if site not in kept:
        kept[site] = _usual(_published(archive, site, today, PAUSES))
    return Silence(last, (today - last).days, kept[site])


def _published(archive: Archive, site: str, today: date, most: int) -> list[date]:
    """Give the last days on which a site published something, in order."""
    asked = {"site": site, "end": (today + timedelta(days=1)).isoformat(), "most": most}
    found = {row[0] for kind in KINDS for row in archive.connection.rows(PUBLISHED, {**asked, "kind": kind})}
    return sorted(day for day in map(_day, found) if day)[-most:]


def _usual(days: list[date]) -> int | None:
    pauses = [(later - earlier).days for earlier, later in pairwise(days)]
    return max(pauses) if len(pauses) >= ENOUGH else None


@lru_cache(4)
def _kept(path: Path, today: date) -> dict[str, int | None]:
    """Keep what is usual for each site, for a day: it is asked in many steps and seldom changes."""
    return {}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def ceremonies(archive: Archive, today: date, ahead: int, most: int) -> list[Row]:
    """Give the ceremonies of today and the days after it, the first ones first."""
    until = (today + timedelta(days=ahead)).isoformat()
    return list(archive.connection.rows(CEREMONIES, (today.isoformat(), until, most)))
