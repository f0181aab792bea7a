"""Pictures in foreign files, for the records that show them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.pictures import NoPicture, identify, store

WANTED = (
    "SELECT r.site FROM record_images x JOIN records r ON r.id = x.record WHERE x.url = ? AND x.image IS NULL LIMIT 1"
)
KEPT = "kept"
FIELDS = ("mime", "width", "height", "dhash")


def wanted(archive: Archive, url: str) -> str | None:
    """Give the site of a record that shows the picture at an address and has no file of it; None: nobody wants it."""
    site: str | None = archive.connection.value(WANTED, (url,))
    return site


def keep(data: Path, archive: Archive, url: str, body: bytes) -> str:
    """Keep a picture for all records that show it; give ``kept``, or why it is none: those records then wait for it.

    Raises:
        OSError: it cannot be written.
    """
    try:
        picture = identify(body)
    except NoPicture as error:
        return error.reason
    sha256, path = store(data, body, picture.extension)
    told = {name: value for name, value in dataclasses.asdict(picture).items() if name in FIELDS}
    archive.note_image(url, KEPT, sha256=sha256, path=path, bytes=len(body), **told)
    return KEPT
