"""A picture's way into the archive: looked into, kept as a file, and noted for every record that shows it."""

from __future__ import annotations

import asyncio
import logging
import warnings
from pathlib import Path
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.utils.asyncio import run_in_thread
from scrapy.utils.defer import deferred_from_coro

from newsarchive.archive import Archive, ArchiveError, BadRecordError
from newsarchive.archive.errors import told
from newsarchive.items import ImageFile
from newsarchive.pictures import NoPicture, Picture, identify, store

logger = logging.getLogger(__name__)

KEPT = "kept"


class KeepImages:
    """Keeps pictures, counts each as ``newsarchive/images/STATUS``, and drops what is no picture.

    Files go below ``images/`` in the folder that the setting ``NEWSARCHIVE_DATA`` names. When they cannot be written
    (a full disk) the crawl ends with the reason ``archive_failed``, as it does for records.
    """

    def __init__(self, crawler: Crawler, data: Path) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.stats = crawler.stats
        self.data = data
        self.archive: Archive | None = None
        self.one_at_a_time = asyncio.Lock()
        """Held while a picture is decoded: one large one in memory is enough."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the stage for one crawl."""
        return cls(crawler, Path(crawler.settings.get("NEWSARCHIVE_DATA") or "data"))

    def open_spider(self) -> None:
        """Let Pillow be silent about what is odd in a picture: its status tells."""
        warnings.filterwarnings("ignore", module=r"PIL\.")
        logging.getLogger("PIL").setLevel(logging.CRITICAL)

    def close_spider(self) -> None:
        """Let go of the archive."""
        if self.archive:
            self.archive.close()

    def process_item(self, item: Any) -> Any:
        """Keep a picture (a coroutine); what is none passes at once, and so does all when nobody crawls."""
        crawling = getattr(self.crawler.spider, "crawling", True)
        return self._keep(item) if isinstance(item, ImageFile) and crawling else item

    async def _keep(self, item: ImageFile) -> ImageFile:
        try:
            self.archive = self.archive or Archive(self.data / "archive.db")  # before, no lock kept a restore away
            self._check(item.url)
            async with self.one_at_a_time:
                picture, sha256, path = await run_in_thread(keep, self.data, item.body)
            self._note(item.url, KEPT, sha256=sha256, path=path, bytes=len(item.body), **_fields(picture))
        except NoPicture as refused:
            self._refuse(item.url, refused)
        except (OSError, ArchiveError) as error:
            self._fail(error)
            raise DropItem(f"Could not keep {item.url}: {error}") from error
        return item

    def _check(self, url: str) -> None:
        """Drop a picture that no record shows any more: its page was edited while it was on its way."""
        assert self.archive is not None
        if not self.archive.shows_image(url):
            self.stats.inc_value("newsarchive/images/shown no more")
            raise DropItem(f"No record shows {url} any more.", log_level="DEBUG")

    def _note(self, url: str, status: str, **file: Any) -> None:
        assert self.archive is not None
        self.archive.note_image(url, status, **file)
        self.stats.inc_value(f"newsarchive/images/{status}")

    def _refuse(self, url: str, refused: NoPicture) -> None:
        self._note(url, refused.reason)
        raise DropItem(f"Refused {url}: {refused}.", log_level="DEBUG") from refused

    def _fail(self, error: OSError | ArchiveError) -> None:
        self.stats.inc_value("newsarchive/unsaved")
        if isinstance(error, BadRecordError) or self.stats.get_value("newsarchive/archive_error"):
            return
        self.stats.set_value("newsarchive/archive_error", told(error))
        logger.error("%s", told(error))
        assert self.crawler.engine is not None
        deferred_from_coro(self.crawler.engine.close_spider_async(reason="archive_failed"))


def keep(data: Path, body: bytes) -> tuple[Picture, str, str]:
    """Look into a picture and store it: what it is, its digest, and its path. The heavy part, for another thread.

    Raises:
        NoPicture: it is none, or more than is kept.
        OSError: it cannot be written.
    """
    picture = identify(body)
    return picture, *store(data, body, picture.extension)


def _fields(picture: Picture) -> dict[str, Any]:
    return {name: getattr(picture, name) for name in ("mime", "width", "height", "dhash")}
