"""What the archive knows of pages: where each lies, what became of pictures, what is missing, what was forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from newsarchive.archive import buried, pictures, snapshots, state, templates
from newsarchive.archive.address import address
from newsarchive.archive.models import Snapshot, StoredTemplate, Warc
from newsarchive.archive.opened import Opened
from newsarchive.archive.times import stamp

Moment = datetime | str
"""A moment; as text in ISO 8601."""


class Pages(Opened):
    """What :class:`~newsarchive.archive.Archive` knows of snapshots, WARC files, pictures and missing pages."""

    def note_snapshot(
        self,
        url: str,
        *,
        site: str,
        fetched_at: Moment,
        status: int | None,
        file: str,
        offset: int,
        length: int | None,
        digest: str | None = None,
        mime: str | None = None,
        run: int | None = None,
        original: int | None = None,
        redacted: Moment | None = None,
    ) -> int:
        """Note where a response lies, and give its number; the arguments are the fields of a :class:`Snapshot`."""
        values = {
            "url": url,
            "site": site,
            "fetched_at": stamp(fetched_at),
            "status": status,
            "mime": mime,
            "digest": digest,
            "file": file,
            "offset": offset,
            "length": length,
            "run": run,
            "original": original,
            "redacted": None if redacted is None else stamp(redacted),
        }
        return snapshots.note_snapshot(self.connection, values)

    def snapshot(self, number: int) -> Snapshot | None:
        """Give the snapshot of that number."""
        return snapshots.snapshot(self.connection, number)

    def snapshots(
        self,
        site: str | None = None,
        *,
        file: str | None = None,
        run: int | None = None,
        url: str | None = None,
        since: Moment | None = None,
    ) -> Iterator[Snapshot]:
        """Give snapshots by number: of a site, in a file, of a run, of an address in any form, fetched since then."""
        wanted = {
            "site": site,
            "file": file,
            "run": run,
            "address": None if url is None else address(url),
            "since": None if since is None else stamp(since),
        }
        return snapshots.snapshots(self.connection, wanted)

    def find_payload(self, digest: str, site: str) -> Snapshot | None:
        """Give the first snapshot of the site that holds the payload of this digest itself, with nothing cut out."""
        return snapshots.find_payload(self.connection, digest, site)

    def note_warc(self, file: str, site: str) -> None:
        """Note that a WARC file is being written; one that was sealed is so no more."""
        snapshots.note_warc(self.connection, file, site)

    def seal_warc(self, file: str, bytes: int, sha256: str, *, at: Moment | None = None) -> None:
        """Note the size and the digest (hexadecimal) of a WARC file that was closed."""
        snapshots.seal_warc(self.connection, file, bytes, sha256, stamp(at))

    def warcs(self, site: str | None = None) -> list[Warc]:
        """Give the WARC files by name."""
        return snapshots.warcs(self.connection, site)

    def wanted_images(self, site: str, now: Moment | None = None, limit: int = 1000) -> list[str]:
        """Give addresses of pictures to ask for: those nobody has, the newest records' first, then what is due again.

        When to try again what failed is told by :meth:`note_fetch` for the picture's very address.
        """
        return pictures.wanted_images(self.connection, site, stamp(now), limit)

    def shows_image(self, url: str) -> bool:
        """Tell whether any record shows the picture at an address."""
        return pictures.is_shown(self.connection, url)

    def note_image(
        self,
        url: str,
        status: str,
        *,
        sha256: str | None = None,
        path: str | None = None,
        mime: str | None = None,
        width: int | None = None,
        height: int | None = None,
        bytes: int | None = None,
        dhash: str | None = None,
    ) -> None:
        """Note what became of a picture, for all records that show it, if any does: ``kept`` with its file, or why not.

        ``status`` is ``kept``, ``http 404``, ``too large``, ``no picture``, …; ``path`` is below the data folder.
        """
        file = {
            "sha256": sha256,
            "path": path,
            "mime": mime,
            "width": width,
            "height": height,
            "bytes": bytes,
            "dhash": dhash,
        }
        pictures.note_image(self.connection, url, status, file)

    def share_image(self, url: str, twin: str) -> None:
        """Note that ``twin`` is another spelling of a picture's address: where that is kept, so is this."""
        pictures.share_image(self.connection, url, twin)

    def note_gone(self, url: str, *, at: Moment | None = None) -> None:
        """Remember that the portal has taken a record down; being saved again takes that back."""
        state.note_gone(self.connection, url, stamp(at))

    def note_missing(self, url: str, at: Moment | None = None) -> None:
        """Remember that a record was not found; missing again on a later day (UTC), it is gone since the first time."""
        state.note_missing(self.connection, url, stamp(at))

    def template(self, site: str) -> StoredTemplate | None:
        """Give what was last learned of a site's template."""
        return next(reversed(self.templates(site)), None)

    def templates(self, site: str) -> list[StoredTemplate]:
        """Give all that was ever learned of a site's template, the oldest first."""
        return templates.templates(self.connection, site)

    def note_template(self, site: str, body: str, *, pages: int, reader: str, at: Moment | None = None) -> int:
        """Note what ``pages`` pages have taught ``reader`` of a site's template (JSON), and give its version."""
        return templates.note_template(self.connection, site, body, pages, reader, stamp(at))

    def buried(self, urls: Iterable[str]) -> set[str]:
        """Give those of the addresses that were forgotten on purpose."""
        return buried.buried(self.connection, urls)
