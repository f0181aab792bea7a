"""What the tests of dates share: a moment of publication, and spans written short."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from newsarchive.dates import find_dates

TZ = ZoneInfo("Europe/Ljubljana")
PUBLISHED = datetime(2026, 1, 27, 10, 15, tzinfo=TZ)
"""A Tuesday."""


def short(point):
    """2026-01-30, 2026-01-30T15:00 or an empty string."""
    if point is None:
        return ""
    return point.astimezone(TZ).strftime("%Y-%m-%dT%H:%M") if isinstance(point, datetime) else point.isoformat()


def _meanings(text, published=PUBLISHED, **more):
    """The spans of a text as "start..end"; a single day or moment without the dots."""
    spans = find_dates(text, published=published, **more)
    return [meaning(span) for span in spans]


def meaning(span):
    """One span as "start..end"."""
    start, end = short(span.start), short(span.end)
    single = start == end or (not end and isinstance(span.start, datetime) and not span.edtf.endswith(".."))
    return start if single else f"{start}..{end}"


@pytest.fixture
def meanings():
    """A function from a text to its spans, written short."""
    return _meanings


@pytest.fixture
def tuesday():
    """The moment of publication."""
    return PUBLISHED
