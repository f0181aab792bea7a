"""Why a page could not be had, in one word or two; the words are counted, stored and shown."""

from __future__ import annotations

from collections.abc import Iterator

from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest

REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (exceptions.CannotResolveHostError, "unknown host"),
    (exceptions.DownloadConnectionRefusedError, "connection refused"),
    (exceptions.DownloadTimeoutError, "timeout"),
    (exceptions.DownloadCancelledError, "too large"),
    (exceptions.ResponseDataLossError, "cut off"),
    (exceptions.UnsupportedURLSchemeError, "not http"),
    (exceptions.NotSupported, "not http"),
)
"""Exceptions of the downloader and the words for them."""
TEXTS = (
    ("robots.txt", "robots.txt"),
    ("max redirections", "redirect loop"),
    ("DOWNLOAD_MAXSIZE", "too large"),
    ("SSL", "tls"),
    ("certificate", "tls"),
    ("ConnectionLost", "cut off"),
    ("ConnectionDone", "cut off"),
    ("ResponseNeverReceived", "cut off"),
)
"""What an exception's text holds, and the words for it."""
UNEXPLAINED = "error"
HARMLESS = frozenset(("robots.txt", "another site", "stopped", "end of list", "no sitemap", "forgotten"))
"""Reasons that are no failure: the page was not to be had, or not wanted."""
SENT_HOME = "sent to the front page"
MISSING = frozenset(("http 404", "http 410", "soft 404", SENT_HOME))
"""Reasons that mean of a known record: the portal does not show it any more."""
REFUSALS = frozenset(("robots.txt", "http 401", "http 403", "http 429", "http 451", "consent"))
"""Reasons that mean: the portal does not want to be crawled."""


class Dropped(IgnoreRequest):
    """A request that is not made, or whose response is not used; ``reason`` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def reason_of(error: BaseException) -> str:
    """Give the words for what went wrong.

    >>> reason_of(exceptions.DownloadTimeoutError("took longer than 30 seconds"))
    'timeout'
    >>> reason_of(IgnoreRequest("Forbidden by robots.txt"))
    'robots.txt'
    """
    if isinstance(error, Dropped):
        return error.reason
    for kind, words in REASONS:
        if isinstance(error, kind):
            return words
    told = " ".join(f"{type(one).__name__} {one}" for one in _chain(error))
    return next((words for text, words in TEXTS if text in told), UNEXPLAINED)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give the error, what caused it, and what Twisted packs into lists of reasons."""
    yield error
    for failure in getattr(error, "reasons", None) or ():
        yield from _chain(failure.value)
    if error.__cause__ is not None:
        yield from _chain(error.__cause__)
