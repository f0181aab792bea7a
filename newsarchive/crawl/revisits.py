"""When a known record is visited again without a list saying anything new of it: young ones soon, old ones seldom.

Portals edit and take down in silence. A record rests for half the age that it had when it was last seen, at least a day
and at most half a year; a little more or less by its number, so that what came together is not visited together.
"""

from __future__ import annotations

from datetime import datetime

from newsarchive.archive import Archive
from newsarchive.archive.times import stamp

SHARE = 0.02
"""Of a site's records so many are visited again in a crawl,"""
FEWEST = 5
"""but at least so many; those that are most overdue come first."""
SHORTEST, LONGEST = 1.0, 180.0
"""Days between two visits."""
JITTER = 15
"""Percent by which an interval may be shorter or longer."""

DUE = """
SELECT url FROM (
    SELECT r.url, (julianday(:now) - julianday(r.last_seen))
        / (max(:shortest, min(:longest, (julianday(r.last_seen) - min(julianday(r.first_seen), coalesce(
            CASE WHEN length(r.published) >= 10 THEN julianday(substr(r.published, 1, 10)) END,
            julianday(r.first_seen)))) / 2)) * (100 + r.id * 2654435761 % (2 * :jitter + 1) - :jitter) / 100.0) AS ripe
    FROM records r
    WHERE r.site = :site AND r.missing_since IS NULL AND r.gone_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM fetches f WHERE f.url = r.url AND f.failures > 0)
) WHERE ripe >= 1 ORDER BY ripe DESC, url LIMIT :limit
"""
"""The age counts from publication where that is known to the day, else from the first sight."""


def overdue(archive: Archive, site: str, now: datetime, records: int) -> list[str]:
    """Give the addresses of the records to visit again now; ``records`` is how many there are of the site."""
    values = {
        "site": site,
        "now": stamp(now),
        "shortest": SHORTEST,
        "longest": LONGEST,
        "jitter": JITTER,
        "limit": max(FEWEST, round(records * SHARE)),
    }
    return [row[0] for row in archive.connection.rows(DUE, values)]
