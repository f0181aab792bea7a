"""Pictures, from the archive and from nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.pictures import SHOWN
from newsarchive.web.answers import FOREVER, Answer, File, Missing
from newsarchive.web.visit import Visit

SHA256 = re.compile(r"[0-9a-f]{64}")
KEPT = re.compile(r"images/[0-9a-f]{2}/([0-9a-f]{64})\.([a-z]+)")
"""Where a kept picture lies below the data folder; what is written otherwise is not opened."""
OF_DIGEST = "SELECT path, mime FROM images WHERE sha256 = ?"
ALONE = "sandbox; default-src 'none'"
"""The policy of a picture: whatever it holds, it does nothing."""


def image(visit: Visit, archive: Archive) -> Answer:
    """Give a picture: what browsers draw is shown, everything else (SVG may hold a program) can be stored only."""
    digest = visit.parts["sha256"]
    row = archive.connection.row(OF_DIGEST, (digest,)) if SHA256.fullmatch(digest) else None
    body = None if row is None else _bytes(archive.path.parent, digest, row["path"])
    if row is None or body is None:
        return Missing("record.no_image")
    headers = {"cache-control": FOREVER, "content-security-policy": ALONE}
    if row["mime"] in SHOWN:
        return File(body, row["mime"], headers=headers)
    return File(body, "application/octet-stream", Path(row["path"]).name, headers)


def _bytes(data: Path, digest: str, path: str) -> bytes | None:
    """Read a kept picture; None where there is none inside the folder of pictures."""
    told = KEPT.fullmatch(path)
    file = (data / path).resolve()
    if told is None or told[1] != digest or not file.is_relative_to((data / "images").resolve()):
        return None
    try:
        return file.read_bytes()
    except OSError:
        return None
