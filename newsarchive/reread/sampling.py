"""The pages of which a site's template is learned: some of its records' stored pages, the same ones whoever asks."""

from __future__ import annotations

import hashlib
import logging
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.crawl.found import UNKNOWN
from newsarchive.crawl.offline import OfflineReader, response
from newsarchive.crawl.outcomes import Dropped
from newsarchive.crawl.view import View
from newsarchive.extract import Page
from newsarchive.items import Record
from newsarchive.reread.pages import UnreadableError, stored_page
from newsarchive.reread.reading import answer_of

logger = logging.getLogger(__name__)

SAMPLE = 80
"""So many pages at most."""
PAGES = """
SELECT r.snapshot, r.kind, r.address FROM records r JOIN snapshots s ON s.id = r.snapshot
WHERE r.site = ? AND s.length IS NOT NULL AND s.fetched_at > ?
"""


def sample(archive: Archive, site: str, *, enough: int) -> list[int]:
    """Give the numbers of the snapshots to learn from, of each kind of record as many if there are so many.

    They are those of the crawls that have not yet ended, where these brought ``enough``: what stands beside the items
    differs from night to night. Which are taken depends on nothing but their addresses.
    """
    fresh = _chosen(archive, site, archive.settled(site) or "")
    return fresh if len(fresh) >= enough else _chosen(archive, site, "")


def _chosen(archive: Archive, site: str, since: str) -> list[int]:
    kinds: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for snapshot, kind, address in archive.connection.rows(PAGES, (site, since)):
        kinds[kind].append((hashlib.sha256(address.encode()).hexdigest(), snapshot))
    turns = [(turn, *one) for members in kinds.values() for turn, one in enumerate(sorted(members))]
    return [snapshot for *_, snapshot in sorted(turns)[:SAMPLE]]


def read_sample(
    data: Path, archive: Archive, numbers: list[int], reader: OfflineReader
) -> Iterator[tuple[int, Page, Record]]:
    """Read the pages of a sample one by one; those that cannot be read or are no items are left out."""
    for number in numbers:
        try:
            stored = stored_page(data, archive, number)
            view = View(response(answer_of(stored)), UNKNOWN)
            record = reader.read_view(view, stored.fetched)
        except (UnreadableError, Dropped):
            continue
        except Exception:  # a declaration's last hand is somebody's code: anything can go wrong in it
            logger.warning("The stored page %s of %s cannot be read.", number, reader.site.name, exc_info=True)
            continue
        yield number, view.page, record
