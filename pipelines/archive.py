"""The last stage: a record is stored, with all its parts, in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.misc import load_object

from newsarchive.archive import Archive, ArchiveError, BadRecordError, ForgottenError, Stored
from newsarchive.items import Record

logger = logging.getLogger(__name__)


class SaveToArchive:
    """Stores records and counts them as ``newsarchive/new``, ``newsarchive/changed`` and ``newsarchive/unchanged``.

    The archive is ``archive.db`` in the folder that the setting ``NEWSARCHIVE_DATA`` names. When it cannot be written
    (a full disk) the crawl ends with the reason ``archive_failed``: fetching what nobody can keep helps no one.

    What the setting ``NEWSARCHIVE_REREADER`` names reads the stored page of a record again before a change is called
    an edit; the spider says which reader (``extractor``) its records come from.
    """

    def __init__(self, crawler: Crawler, path: Path) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.stats = crawler.stats
        self.path = path
        self.archive: Archive | None = None
        self.reread: Callable[[Stored], Record | None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the stage for one crawl."""
        return cls(crawler, Path(crawler.settings.get("NEWSARCHIVE_DATA") or "data") / "archive.db")

    def _open(self) -> Archive:
        """Open the archive, with the first record: before, no lock kept a restore away."""
        archive = Archive(self.path)
        spider, rereader = self.crawler.spider, self.crawler.settings.get("NEWSARCHIVE_REREADER")
        site = getattr(spider, "site", None)
        if rereader and site is not None:
            self.reread = load_object(rereader)(self.path.parent, archive, site())
        return archive

    def close_spider(self) -> None:
        """Let go of the archive."""
        if self.archive:
            self.archive.close()

    def process_item(self, item: Any) -> Any:
        """Store a record; what is no record passes, and so does all when nobody crawls (``scrapy parse``)."""
        if isinstance(item, Record) and getattr(self.crawler.spider, "crawling", True):
            self._save(item)
        return item

    @property
    def extractor(self) -> str | None:
        """The reader that the spider's records come from."""
        return getattr(self.crawler.spider, "extractor", None)

    def _save(self, record: Record) -> None:
        try:
            self.archive = self.archive or self._open()
            saved = self.archive.save(record, extractor=self.extractor, reread=self.reread)
        except ArchiveError as error:
            self._fail(error)
            raise DropItem(f"Could not store {record.url}: {error}") from error
        self.stats.inc_value(f"newsarchive/{saved.outcome}")

    def _fail(self, error: ArchiveError) -> None:
        if isinstance(error, ForgottenError):
            return
        self.stats.inc_value("newsarchive/unsaved")
        if isinstance(error, BadRecordError) or self.stats.get_value("newsarchive/archive_error"):
            return
        self.stats.set_value("newsarchive/archive_error", str(error))
        logger.error("%s", error)
        assert self.crawler.engine is not None
        deferred_from_coro(self.crawler.engine.close_spider_async(reason="archive_failed"))
