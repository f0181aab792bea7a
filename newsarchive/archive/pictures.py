"""Pictures: which are still to be had, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsarchive.archive.connection import Connection

KEPT = "kept"
"""The status of a picture that lies in the data folder; every other one says why it does not."""
LISTED = "listed"
"""The status of a picture that nobody has asked for."""
WANTED = """
SELECT x.url FROM record_images x INDEXED BY record_images_missing
CROSS JOIN records r ON r.id = x.record LEFT JOIN fetches f ON f.url = x.url
WHERE x.image IS NULL AND r.site = :site
AND (f.next_due <= :now OR (x.status = 'listed' AND f.next_due IS NULL))
GROUP BY x.url ORDER BY f.next_due IS NOT NULL, max(x.record) DESC, x.position LIMIT :limit
"""
"""Those that nobody has asked for, the newest records' first, then those that are due again after a failure.

Most pictures are held: only those that are missing are looked through.
"""
NOTE_FILE = """
INSERT INTO images (sha256, path, mime, width, height, bytes, dhash)
VALUES (:sha256, :path, :mime, :width, :height, :bytes, :dhash)
ON CONFLICT (sha256) DO UPDATE SET path = excluded.path, mime = excluded.mime, width = excluded.width,
    height = excluded.height, bytes = excluded.bytes, dhash = excluded.dhash
WHERE (path, mime, width, height, bytes, dhash)
    IS NOT (excluded.path, excluded.mime, excluded.width, excluded.height, excluded.bytes, excluded.dhash)
"""
NOTE_KEPT = "UPDATE record_images SET image = (SELECT id FROM images WHERE sha256 = ?), status = ? WHERE url = ?"
SHOWN = "SELECT 1 FROM record_images WHERE url = ? LIMIT 1"
NOTE_FAILED = "UPDATE record_images SET status = ? WHERE url = ? AND image IS NULL"

SHARE = """
UPDATE record_images SET image = kept.image, status = kept.status
FROM (SELECT image, status FROM record_images WHERE url = ?1 AND image IS NOT NULL LIMIT 1) AS kept
WHERE url = ?2 AND record_images.image IS NULL
"""


def wanted_images(connection: Connection, site: str, now: str, limit: int) -> list[str]:
    """Give addresses of pictures of a site's records that are to be asked for now."""
    return [row["url"] for row in connection.rows(WANTED, {"site": site, "now": now, "limit": limit})]


def is_shown(connection: Connection, url: str) -> bool:
    """Tell whether any record shows the picture at an address."""
    return connection.value(SHOWN, (url,)) is not None


def note_image(connection: Connection, url: str, status: str, file: Mapping[str, Any]) -> None:
    """Note, for all records that show the picture at ``url``, its file, or why there is none; a kept one stays kept.

    Of a picture that no record shows (any more) nothing is noted: nobody would ever find it, not even to forget it.
    """
    with connection.transaction():
        if not is_shown(connection, url):
            return
        if status == KEPT:
            connection.execute(NOTE_FILE, file)
            connection.execute(NOTE_KEPT, (file["sha256"], status, url))
        else:
            connection.execute(NOTE_FAILED, (status, url))


def share_image(connection: Connection, url: str, twin: str) -> None:
    """Give all records that name the picture at ``url`` as ``twin`` its file, if it has one."""
    connection.execute(SHARE, (url, twin))
