"""The front page: the search box, what came in last, how many records each day has, how fresh each site is."""

from __future__ import annotations

from newsarchive.archive import Archive
from newsarchive.web.answers import Answer, Page
from newsarchive.web.visit import Visit

NEWEST = 10
"""Records that are shown."""
DAYS = 30
"""Days that the chart shows."""
BY_DAY = """
WITH days AS (
    SELECT DISTINCT substr(published, 1, 10) AS day FROM records INDEXED BY records_kind
    WHERE kind = ?2 AND published <= ?3 ORDER BY published DESC LIMIT ?1)
SELECT day, (SELECT count(*) FROM records WHERE kind = ?2 AND published >= day AND published < day || 'U') FROM days
"""
LAST = """
SELECT id, url, site, kind, title, published, NULL AS snippet, substr(coalesce(lead, body), 1, 200) AS beginning
FROM records ORDER BY id DESC LIMIT ?
"""
KINDS = ("article", "notice", "obituary")


def front(visit: Visit, archive: Archive) -> Answer:
    """Show the front page."""
    sites = archive.sites()
    columns = [
        (visit.language.day(day), numbers, visit.link("/search", q=f"after:{day} before:{day}"))
        for day, numbers in _by_day(visit, archive)
    ]
    values = {
        "total": sum(site.records for site in sites),
        "sites": sorted(sites, key=lambda site: -site.records),
        "columns": columns,
        "newest": [{**dict(row), "also": ()} for row in archive.connection.rows(LAST, (NEWEST,))],
    }
    return Page("front.html", values)


def _by_day(visit: Visit, archive: Archive) -> list[tuple[str, dict[str, int]]]:
    """Count the records of each of the last days that have any, by kind."""
    found: dict[str, dict[str, int]] = {}
    for kind in KINDS:
        for day, number in archive.connection.rows(BY_DAY, (DAYS, kind, f"{visit.today.isoformat()}U")):
            if len(day) == len("2026-01-27"):
                found.setdefault(day, {})[kind] = number
    return sorted(found.items())[-DAYS:]
