"""What the pages of notices ask the archive: which hold in a period, how many on each day, where and for what.

Days are compared as text, on the clock of the page. Every question goes through the beginnings of windows, no further
back than `LONGEST`; an index over beginning and end answers without a look at the rows.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from sqlite3 import Row
from time import time
from typing import Any, NamedTuple

from newsarchive.archive import Archive
from newsarchive.exporting.calendars import first, last
from newsarchive.items import Notice, Record, Window

LONGEST = timedelta(days=1100)
"""No window is looked for that began earlier."""
UNREVOKED = timedelta(days=180)
"""How long something without an end is held for true; nobody announces that a closure was forgotten."""
NEWEST = 10_000
"""Notices whose places are counted."""
KEPT = 60
"""Seconds for which what was counted need not be counted again."""
OTHER = "other"
WIDEST, LONGEST_LIST = 600, 20_000
"""Characters of a text that are read, and of a list of places."""
HOLDING = """
SELECT w.notice, w.starts AS begins, CASE
    WHEN w.ends IS NULL AND w.edtf LIKE '%/..' THEN date(substr(w.starts, 1, 10), :unrevoked_days)
    WHEN w.ends LIKE '%T00:00:00%' THEN date(substr(w.ends, 1, 10), '-1 day')
    ELSE substr(w.ends, 1, 10) END AS last
FROM notice_windows w
WHERE w.starts > :oldest AND w.starts < :until || 'U' AND (
    w.starts >= :since OR w.ends = :since OR w.ends > :since || 'T00:00:01'
    OR w.ends = substr(:since, 1, 7) OR w.ends = substr(:since, 1, 4)
    OR (w.ends IS NULL AND w.starts > :unrevoked AND w.edtf LIKE '%/..'))
UNION ALL
SELECT w.notice, max(:since, coalesce(p.published, p.first_seen)), substr(w.ends, 1, 10)
FROM notice_windows w JOIN notices m ON m.id = w.notice JOIN records p ON p.id = m.record
WHERE w.starts IS NULL AND (w.ends = :since OR w.ends > :since || 'T00:00:01') AND w.ends < :far
    AND coalesce(p.published, p.first_seen) < :until || 'U'
"""
"""The windows that hold at some time of the days from ``since`` until ``until``.

A window that ends at midnight does not hold on the day that begins there. One without an end holds until revoked where
its page says so, else on its first day; one without a beginning, since it was published.
"""
BEGINNING = """
SELECT w.notice, w.starts AS begins FROM notice_windows w WHERE w.starts >= :since AND w.starts < :until || 'U'
"""
"""The windows that begin on these days."""
CHOSEN = """
FROM ({held}) h JOIN notices n ON n.id = h.notice JOIN records r ON r.id = n.record
WHERE (:service IS NULL OR n.service = :service) AND (:status IS NULL OR n.status = :status)
    AND (:site IS NULL OR r.site = :site) AND (:place IS NULL OR instr(n.places, :place))
"""
LISTED = """
SELECT n.id, n.record, n.position, substr(n.service, 1, 40) AS service, substr(n.action, 1, 40) AS action,
    substr(n.status, 1, 40) AS status, substr(n.issuer, 1, :wide) AS issuer,
    substr(n.area, 1, :wide) AS area, substr(n.reason, 1, :wide) AS reason,
    CASE WHEN length(n.places) < :list THEN n.places ELSE '[]' END AS places,
    substr(r.title, 1, :wide) AS title, r.site, r.url, min(h.begins) AS begins,
    coalesce((SELECT max(seen_at) FROM versions WHERE record = r.id), r.first_seen) AS seen, count(*) OVER () AS number
{chosen} GROUP BY n.id ORDER BY {order}, n.record, n.position LIMIT :limit OFFSET :offset
"""
COUNTED = "SELECT count(DISTINCT n.id) {chosen}"
NEWEST_DAY_FIRST = "substr(begins, 1, 10) DESC, begins"
WINDOWS = """
SELECT w.notice, substr(w.starts, 1, 40), substr(w.ends, 1, 40), substr(w.edtf, 1, 200) FROM json_each(?) AS asked
CROSS JOIN notice_windows w ON w.notice = asked.value ORDER BY w.id
"""
SPANS = """
SELECT first, last, service, count(*) FROM (
    SELECT DISTINCT n.id, substr(n.service, 1, 40) AS service, substr(h.begins, 1, 10) AS first, h.last {chosen})
GROUP BY first, last, service
"""
PLACES = """
SELECT e.value AS place, count(DISTINCT n.record) AS number FROM notices n, json_each(n.places) AS e
WHERE n.id > (SELECT max(id) FROM notices) - ? AND length(n.places) < ? AND e.type = 'text' AND length(e.value) < 100
GROUP BY 1
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which notices somebody wants to see."""

    service: str | None = None
    status: str | None = None
    site: str | None = None
    place: str | None = None

    def values(self) -> dict[str, Any]:
        """Give the values for the questions; a place is looked for as JSON writes it, whole."""
        place = json.dumps(self.place, ensure_ascii=False) if self.place else None
        return {"service": self.service, "status": self.status, "site": self.site, "place": place}


@dataclass(frozen=True, slots=True)
class Announced:
    """A notice with what its record tells of it."""

    number: int
    """Of the record."""
    position: int
    """Of the notice in its record."""
    notice: Notice
    record: Record
    """Site, title and address only."""
    seen: str
    """When the archive last saw it change."""
    begins: str
    """Where the first of its windows begins that was asked for."""


class Listed(NamedTuple):
    """Some notices."""

    found: list[Announced]
    number: int
    """Of all that there are."""


def holding(archive: Archive, choice: Choice, day: date, *, limit: int, offset: int = 0) -> Listed:
    """Give the notices that hold on a day, those that began last first."""
    return _listed(archive, HOLDING, NEWEST_DAY_FIRST, _period(choice, day, day, limit, offset))


def count_holding(archive: Archive, choice: Choice, day: date) -> int:
    """Count the notices that hold on a day."""
    sql = COUNTED.format(chosen=CHOSEN.format(held=HOLDING))
    return int(archive.connection.value(sql, _period(choice, day, day)))


def beginning(archive: Archive, choice: Choice, since: date, until: date, *, limit: int) -> Listed:
    """Give the notices of which a window begins in some days, in the order of these beginnings."""
    return _listed(archive, BEGINNING, "begins", _period(choice, since, until, limit))


def of_period(archive: Archive, choice: Choice, since: date, until: date, *, limit: int) -> Listed:
    """Give the notices that hold at some time of a period, the last ones first."""
    return _listed(archive, HOLDING, "begins DESC", _period(choice, since, until, limit))


def by_day(archive: Archive, choice: Choice, since: date, until: date) -> dict[date, dict[str, int]]:
    """Count the notices of each service that hold on each day of a period; days without any are missing."""
    kept: dict[date, dict[str, int]] = _kept(archive.connection.path, int(time() // KEPT), choice, since, until)
    if not kept:
        kept |= _count_by_day(archive, choice, since, until)
    return kept


def _count_by_day(archive: Archive, choice: Choice, since: date, until: date) -> dict[date, dict[str, int]]:
    counted: dict[date, dict[str, int]] = {}
    sql = SPANS.format(chosen=CHOSEN.format(held=HOLDING))
    for begins, ends, service, number in archive.connection.rows(sql, _period(choice, since, until)):
        for day in _days(begins, ends, since, until):
            here = counted.setdefault(day, {})
            here[service or OTHER] = here.get(service or OTHER, 0) + number
    return counted


def _days(begins: str, ends: str | None, since: date, until: date) -> Iterator[date]:
    """Give the days of a period from the first one to the last; one whose end comes before it has its first only."""
    left, right = first(begins), last(ends)
    if isinstance(left, date):
        stop = min(max(left, right) if isinstance(right, date) else left, until)
        day = max(left, since)
        yield from (day + timedelta(days=number) for number in range((stop - day).days + 1))


def places(archive: Archive) -> dict[str, int]:
    """Count the records that name each place, among the newest notices."""
    kept: dict[str, int] = _kept(archive.connection.path, int(time() // KEPT))
    if not kept:
        kept |= {row["place"]: row["number"] for row in archive.connection.rows(PLACES, (NEWEST, LONGEST_LIST))}
    return kept


@lru_cache(maxsize=64)
def _kept(path: Path, minute: int, *question: Hashable) -> dict[Any, Any]:
    """Keep what was counted in a minute, under the question."""
    return {}


def _period(choice: Choice, since: date, until: date, limit: int = 0, offset: int = 0) -> dict[str, Any]:
    return choice.values() | {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "oldest": (since - LONGEST).isoformat(),
        "unrevoked": (since - UNREVOKED).isoformat(),
        "unrevoked_days": f"+{UNREVOKED.days - 1} days",
        "far": (until + UNREVOKED).isoformat(),
        "limit": limit,
        "offset": offset,
        "wide": WIDEST,
        "list": LONGEST_LIST,
    }


def _listed(archive: Archive, held: str, order: str, values: dict[str, Any]) -> Listed:
    sql = LISTED.format(chosen=CHOSEN.format(held=held), order=order)
    rows = list(archive.connection.rows(sql, values))
    windows: dict[int, list[Window]] = {row["id"]: [] for row in rows}
    for notice, starts, ends, edtf in archive.connection.rows(WINDOWS, (json.dumps(list(windows)),)):
        windows[notice].append(Window(starts, ends, edtf))
    return Listed([_announced(row, windows[row["id"]]) for row in rows], rows[0]["number"] if rows else 0)


def _announced(row: Row, windows: list[Window]) -> Announced:
    told = [str(place) for place in json.loads(row["places"])]
    names = ("issuer", "service", "action", "area", "reason", "status")
    notice = Notice(**{name: row[name] for name in names}, places=told, windows=windows)
    record = Record("notice", row["site"], row["url"], title=row["title"])
    return Announced(row["record"], row["position"], notice, record, row["seen"], row["begins"])
