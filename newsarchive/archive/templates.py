"""What the pages of each site have taught of its template: one row for each time that it was learned."""

from __future__ import annotations

from newsarchive.archive.connection import Connection
from newsarchive.archive.models import StoredTemplate
from newsarchive.archive.state import need_site

ALL = "SELECT site, version, learned_at, pages, reader, body FROM templates WHERE site = ? ORDER BY version"
NOTE = """
INSERT INTO templates (site, version, learned_at, pages, reader, body)
VALUES (:site, (SELECT coalesce(max(version), 0) + 1 FROM templates WHERE site = :site), :now, :pages, :reader, :body)
RETURNING version
"""


def templates(connection: Connection, site: str) -> list[StoredTemplate]:
    """Give all that were learned of a site, the oldest first."""
    return [StoredTemplate(**row) for row in connection.rows(ALL, (site,))]


def note_template(connection: Connection, site: str, body: str, pages: int, reader: str, now: str) -> int:
    """Note what was learned of a site, and give its version."""
    values = {"site": site, "now": now, "pages": pages, "reader": reader, "body": body}
    with connection.transaction():
        need_site(connection, site)
        version: int = connection.value(NOTE, values)
    return version
