"""What is not worth a line in the log for every page."""

from __future__ import annotations

from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure


class QuietLog(LogFormatter):
    """Leaves out the lines that only say that a page was fetched and a record stored: runs and progress tell that."""

    def crawled(self, request: Request, response: Response, spider: Spider) -> LogFormatterResult:
        """Say nothing."""
        return None  # type: ignore[return-value]  # Scrapy takes None for "no line", its hints do not say so

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """Say nothing."""
        return None  # type: ignore[return-value]  # as above
