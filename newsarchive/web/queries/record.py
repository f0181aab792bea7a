"""What the page of a record asks beside the record itself; every question is bounded, whatever the archive's size."""

from __future__ import annotations

from datetime import date
from typing import Any

from newsarchive.archive import Archive, Stored

Row = dict[str, Any]

SITE = "SELECT id, name, home_url FROM sites WHERE id = ?"
PICTURES = """
SELECT x.url, x.caption, x.credit, x.alt, x.status, i.sha256, i.mime, i.width, i.height
FROM record_images x LEFT JOIN images i ON i.id = x.image WHERE x.record = ? ORDER BY x.position LIMIT ?
"""
_EARLIER = """
SELECT * FROM (SELECT id, title, published FROM records
WHERE site = :site AND kind = '{kind}' AND (published, id) < (:published, :id) ORDER BY published DESC, id DESC LIMIT 1)
"""
_LATER = """
SELECT * FROM (SELECT id, title, published FROM records
WHERE site = :site AND kind = '{kind}' AND (published, id) > (:published, :id) ORDER BY published, id LIMIT 1)
"""
KINDS = ("article", "notice", "obituary")
EARLIER = " UNION ALL ".join(_EARLIER.format(kind=kind) for kind in KINDS) + " ORDER BY published DESC, id DESC LIMIT 1"
LATER = " UNION ALL ".join(_LATER.format(kind=kind) for kind in KINDS) + " ORDER BY published, id LIMIT 1"
"""The nearest of each kind is found in the index, and the nearest of those is the one."""
TIED = """
SELECT n.* FROM (
    SELECT id, site, kind, title, published, section FROM records
    WHERE {near} AND published >= :since AND published < :until AND id <> :id
    ORDER BY published DESC LIMIT :many) n
WHERE {tie} LIMIT :most
"""
ALIKE = "site = :site AND kind = :kind"
TIES = {
    "place": (
        "kind = 'notice'",
        "EXISTS (SELECT 1 FROM notices x, json_each(x.places) place WHERE x.record = n.id AND place.value IN ("
        "SELECT p.value FROM notices own, json_each(own.places) p WHERE own.record = :id))",
        7,
    ),
    "author": (
        ALIKE,
        "EXISTS (SELECT 1 FROM record_authors x JOIN record_authors own ON own.author = x.author "
        "WHERE x.record = n.id AND own.record = :id)",
        7,
    ),
    "section": (ALIKE, "section = :section", 0),
}
"""For each tie between records: where it is looked for, what it is, and how many days before and after."""
MANY = 400
"""Records of those days that are looked through."""
MOST = 6
"""Records that are told of one tie."""
MOST_PICTURES = 60
DAY = len("2026-01-27")


def site(archive: Archive, name: str) -> Row:
    """Give the id, name and home of a site."""
    row = archive.connection.row(SITE, (name,))
    return dict(row) if row else {"id": name, "name": None, "home_url": None}


def pictures(archive: Archive, number: int) -> list[Row]:
    """Give a record's pictures with what became of them."""
    return [dict(row) for row in archive.connection.rows(PICTURES, (number, MOST_PICTURES))]


def neighbours(archive: Archive, stored: Stored) -> tuple[Row | None, Row | None]:
    """Give the record of the same site that was published just before one, and the one just after it."""
    record = stored.record
    if record.published is None:
        return None, None
    values = {"site": record.site, "published": record.published, "id": stored.id}
    earlier, later = ([dict(row) for row in archive.connection.rows(sql, values)] for sql in (EARLIER, LATER))
    return next(iter(earlier), None), next(iter(later), None)


def related(archive: Archive, stored: Stored) -> dict[str, list[Row]]:
    """Give, for each tie, records published around the same day; each of them once; of the dead none."""
    day = _day(stored.record.published)
    if day is None or stored.record.kind == "obituary":
        return {}
    seen: set[int] = set()
    found: dict[str, list[Row]] = {}
    for tie, (near, what, days) in TIES.items():
        sql = TIED.format(near=near, tie=what)
        rows = [dict(row) for row in archive.connection.rows(sql, _values(stored, day, days))]
        found[tie] = [row for row in rows if row["id"] not in seen]
        seen |= {row["id"] for row in rows}
    return {tie: rows for tie, rows in found.items() if rows}


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:DAY])
    except ValueError:
        return None


def _moved(day: date, days: int) -> str:
    """Give the day so many days later; the calendar's own ends are where it stops."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal())).isoformat()


def _values(stored: Stored, day: date, days: int) -> Row:
    record = stored.record
    return {
        "id": stored.id,
        "site": record.site,
        "kind": record.kind,
        "section": record.section,
        "since": _moved(day, -days),
        "until": _moved(day, days + 1),
        "many": MANY,
        "most": MOST,
    }
