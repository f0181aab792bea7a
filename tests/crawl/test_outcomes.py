import pytest
from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest
from twisted.internet.error import ConnectionLost
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed

from newsarchive.crawl.outcomes import Dropped, reason_of


def caused(error, cause):
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (exceptions.CannotResolveHostError("x"), "unknown host"),
        (exceptions.DownloadConnectionRefusedError("x"), "connection refused"),
        (exceptions.DownloadTimeoutError("x"), "timeout"),
        (exceptions.DownloadCancelledError("Expected to receive 52428800 bytes"), "too large"),
        (exceptions.ResponseDataLossError("x"), "cut off"),
        (IgnoreRequest("max redirections reached"), "redirect loop"),
        (IgnoreRequest("Ignored response exceeded DOWNLOAD_MAXSIZE (33554432 B) during decompression."), "too large"),
        (IgnoreRequest("Forbidden by robots.txt"), "robots.txt"),
        (Dropped("private address"), "private address"),
        (caused(exceptions.DownloadFailedError("x"), ResponseFailed([Failure(ConnectionLost())])), "cut off"),
        (exceptions.DownloadFailedError("[<Failure OpenSSL.SSL.Error: certificate verify failed>]"), "tls"),
        (ValueError("x"), "error"),
    ],
)
def test_every_failure_has_its_words(error, words):
    assert reason_of(error) == words
