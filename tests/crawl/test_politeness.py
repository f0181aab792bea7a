from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawl.portal import SmallPortal, serving
from newsarchive.crawl.politeness import MOST_WISHED, SLOWEST, is_loopback, pace, pause, retry_after

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "localhost", "portal.localhost", "[::1]", "::1"])
def test_this_machine_needs_no_pause(host):
    assert is_loopback(host)
    assert pause(host, 1.0, declared=5, robots=10) == 0


@pytest.mark.parametrize(
    ("declared", "robots", "seconds"),
    [(None, None, 1.0), (5, None, 5), (0.01, None, 1.0), (None, 10, 10), (3, 2, 3), (None, 86400, SLOWEST)],
)
def test_the_slowest_wish_counts(declared, robots, seconds):
    assert pause("portal.si", 1.0, declared, robots) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (b"90", 90),
        ("Mon, 23 Nov 2026 12:02:00 GMT", 120),
        ("Mon, 23 Nov 2026 13:02:00 +0100", 120),
        ("Mon, 23 Nov 2026 11:00:00 GMT", 0),
        ("soon", None),
        ("", None),
        (None, None),
        ("-5", None),
        ("5\x1f", 5.0),
        ("9" * 400, MOST_WISHED),
        ("Fri, 31 Dec 9999 23:59:59 GMT", MOST_WISHED),
    ],
)
def test_retry_after_is_read(value, seconds):
    assert retry_after(value, NOW) == seconds


@given(st.text())
def test_no_retry_after_breaks_the_crawl(text):
    retry_after(text, NOW)


@given(st.floats(min_value=1.0, max_value=SLOWEST), st.floats(min_value=-1.0, max_value=1.0))
def test_chance_makes_no_pause_shorter_than_it_must_be(seconds, chance):
    settings = pace(seconds)
    drawn = settings["delay"] * (1 + chance * settings["jitter"])
    assert seconds * 0.999999 <= drawn <= seconds * 1.300001


def test_a_host_that_sends_the_crawl_away_is_asked_little_more(crawl):
    class Busy(SmallPortal):
        def page(self, path):
            if len(self.requests) > 12 and path != "/robots.txt":
                return 429, {"Retry-After": "86400"}, b"Preve\xc4\x8d zahtev."
            return super().page(path)

    with serving(Busy()) as portal:
        (result,) = crawl(portal.home, code=1)
        assert len(portal.requests) < 40
    assert result["outcome"] == "failed"
    assert "429" in result["problem"]
