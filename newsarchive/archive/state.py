"""What the crawler must remember between two runs: what is known, what was fetched, what was said where."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from newsarchive.archive.address import address
from newsarchive.archive.connection import Connection
from newsarchive.archive.models import Fetch
from newsarchive.items import Site

KNOWN = """
SELECT asked.value, r.first_seen FROM json_each(?) AS asked JOIN records r ON r.address = asked.value
UNION ALL
SELECT asked.value, r.first_seen FROM json_each(?1) AS asked
JOIN aliases a ON a.address = asked.value JOIN records r ON r.id = a.record
"""
NOTE_FETCH = """
INSERT INTO fetches (url, site, etag, last_modified, last_status, last_fetched, failures, next_due)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (url) DO UPDATE SET site = excluded.site, etag = excluded.etag, last_modified = excluded.last_modified,
    last_status = excluded.last_status, last_fetched = excluded.last_fetched, failures = excluded.failures,
    next_due = excluded.next_due
"""
NOTE_MENTION = """
INSERT INTO mentions (url, list, site, said) VALUES (?, ?, ?, ?)
ON CONFLICT (url, list) DO UPDATE SET said = excluded.said, site = excluded.site WHERE said <> excluded.said
"""
NOTE_GONE = """
UPDATE records SET gone_at = ?1
WHERE gone_at IS NULL
AND id IN (SELECT id FROM records WHERE address = ?2 UNION ALL SELECT record FROM aliases WHERE address = ?2)
"""
NOTE_MISSING = """
UPDATE records SET
    missing_since = coalesce(missing_since, ?1),
    gone_at = CASE WHEN substr(missing_since, 1, 10) < substr(?1, 1, 10) THEN missing_since END
WHERE gone_at IS NULL AND last_seen < ?1
AND id IN (
    SELECT id FROM records WHERE address = ?2
    UNION ALL SELECT r.id FROM snapshots s JOIN records r ON r.snapshot = s.id WHERE s.address = ?2
)
"""
"""A page that was not found before it was last seen has come back since, and that is no news.

Nor is it any that a former address (an alias) leads nowhere: a record is looked for where it was last read, or where it
says it is.
"""
NOTE_SITE = """
INSERT INTO sites (id, name, home_url, language, timezone) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, home_url = excluded.home_url, language = excluded.language,
    timezone = excluded.timezone
WHERE (name, home_url, language, timezone)
    IS NOT (excluded.name, excluded.home_url, excluded.language, excluded.timezone)
"""


def known(connection: Connection, urls: Iterable[str]) -> dict[str, str]:
    """Give, for those addresses that are records, when the record was first seen."""
    normals = {url: address(url) for url in urls}
    asked = json.dumps(sorted(set(normals.values())))
    seen = {row[0]: row[1] for row in connection.rows(KNOWN, (asked,))}
    return {url: seen[normal] for url, normal in normals.items() if normal in seen}


def fetches(connection: Connection, urls: Iterable[str]) -> dict[str, Fetch]:
    """Give the last request for each of the addresses that were ever asked for."""
    rows = connection.rows("SELECT f.* FROM json_each(?) AS asked JOIN fetches f ON f.url = asked.value", _list(urls))
    return {row["url"]: Fetch(**row) for row in rows}


def note_fetch(connection: Connection, fetch: Fetch) -> None:
    """Remember a request, in place of the one before for the same address."""
    with connection.transaction():
        need_site(connection, fetch.site)
        values = (fetch.url, fetch.site, fetch.etag, fetch.last_modified, fetch.last_status)
        connection.execute(NOTE_FETCH, (*values, fetch.last_fetched, fetch.failures, fetch.next_due))


def due(connection: Connection, site: str, now: str) -> Iterator[str]:
    """Give the addresses of a site that are to be asked again by now, the longest overdue first."""
    sql = "SELECT url FROM fetches WHERE site = ? AND next_due <= ? ORDER BY next_due, url"
    yield from [row["url"] for row in connection.rows(sql, (site, now))]


def mentions(connection: Connection, urls: Iterable[str]) -> dict[str, dict[str, str]]:
    """Give what each list last said of each address: ``{address: {list: said}}``."""
    said: dict[str, dict[str, str]] = {}
    sql = "SELECT m.url, m.list, m.said FROM json_each(?) AS asked JOIN mentions m ON m.url = asked.value"
    for url, source, words in connection.rows(sql, _list(urls)):
        said.setdefault(url, {})[source] = words
    return said


def note_mentions(connection: Connection, site: str, source: str, said: Mapping[str, str]) -> None:
    """Remember what a list says of the addresses on it; what it said before of others stays."""
    with connection.transaction():
        need_site(connection, site)
        connection.many(NOTE_MENTION, ((url, source, site, words) for url, words in said.items()))


def need_site(connection: Connection, site: str) -> None:
    """Make sure that a site has a row to point to."""
    connection.execute("INSERT INTO sites (id) VALUES (?) ON CONFLICT DO NOTHING", (site,))


def note_site(connection: Connection, site: Site) -> None:
    """Remember a site as it is declared now."""
    connection.execute(NOTE_SITE, (site.name, site.title, site.home, site.language, site.timezone))


def note_gone(connection: Connection, url: str, now: str) -> None:
    """Remember that a portal has taken a record down; the first time counts."""
    connection.execute(NOTE_GONE, (now, address(url)))


def note_missing(connection: Connection, url: str, now: str) -> None:
    """Remember that a record was not found; found missing again on a later day (UTC), it counts as gone since then."""
    connection.execute(NOTE_MISSING, (now, address(url)))


def _list(urls: Iterable[str]) -> tuple[str]:
    return (json.dumps(list(dict.fromkeys(urls))),)
