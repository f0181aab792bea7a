"""When a known record is visited again without a list saying anything new of it: young ones soon, old ones seldom.

Portals edit and take down in silence. A record rests for half the age that it had at the last visit, at least a day and
at most half a year; a little more or less by its number, so that what came together is not visited together.
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
    SELECT url, (julianday(:now) - visited)
        / (max(:shortest, min(:longest, (visited - begun) / 2)) * (100 + id * 2654435761 % (2 * :jitter + 1) - :jitter)
        / 100.0) AS ripe
    FROM (
        SELECT r.id, r.url,
            julianday(max(r.last_seen, coalesce(f.last_fetched, r.last_seen))) AS visited,
            min(julianday(r.first_seen), coalesce(
                CASE WHEN length(r.published) >= 10 THEN julianday(substr(r.published, 1, 10)) END,
                julianday(r.first_seen))) AS begun
        FROM records r LEFT JOIN fetches f ON f.url = r.url
        WHERE r.site = :site AND r.missing_since IS NULL AND r.gone_at IS NULL AND coalesce(f.failures, 0) = 0
    )
) WHERE ripe >= 1 ORDER BY ripe DESC, url LIMIT :limit
"""
"""The age counts from publication where that is known to the day, else from the first sight.

A visit counts that made no record as well: an address that leads elsewhere now must not be first in the row for ever.
"""


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
