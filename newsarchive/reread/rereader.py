"""What today's reader makes of the page that a record was read from."""

from __future__ import annotations

import logging
from pathlib import Path

from newsarchive.archive import Archive, Stored
from newsarchive.archive.needed import lacking
from newsarchive.crawl.learned import learned
from newsarchive.extract import read_page
from newsarchive.items import Record, Site
from newsarchive.reread.pages import UnreadableError, stored_page

logger = logging.getLogger(__name__)


class Rereader:
    """Reads the stored page of a record again, to tell a portal's edit from a change of our own reading.

    ``data`` is the data folder, ``archive`` the open archive in it, ``site`` what is declared of the portal. Called
    with a stored record it gives what the crawl that stored the page would give today: same address, same character
    set, same moment; None where the page cannot be read, for no page is stored or it is damaged, and where today's
    reader finds no text in it (what was declared for a portal's new pages may not fit its old ones).
    """

    def __init__(self, data: Path, archive: Archive, site: Site | None) -> None:
        self.data, self.archive, self.site = data, archive, site
        self.template = learned(archive, site.name) if site else None

    def __call__(self, stored: Stored) -> Record | None:
        """Give the record, with the number of its snapshot, or None."""
        number = stored.record.snapshot
        try:
            found = stored_page(self.data, self.archive, number)
        except UnreadableError:
            return None
        try:
            record = read_page(found.page(), site=self.site, fetched=found.fetched, template=self.template)
        except Exception:  # a declaration's last hand is somebody's code: anything can go wrong in it
            logger.warning("The stored page of %s cannot be read.", stored.record.url, exc_info=True)
            return None
        record.snapshot = number
        return None if lacking(record) else record
