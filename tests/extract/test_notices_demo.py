"""The made-up portal's notices: every field of every one, as its truth has it."""

from urllib.parse import urlsplit

import pytest

from newsarchive.demo.portal import Portal
from newsarchive.extract import read

FIELDS = ("issuer", "service", "action", "area", "places", "reason", "status", "windows")
PORTALS = {name: Portal(name, records=120, seed=7, day=4) for name in ("wordpress", "modern", "classic")}


def pages(portal):
    """Each notice's record beside what its page is read as."""
    for url, fact in portal.truth().items():
        if fact.record.kind == "notice":
            parts = urlsplit(url)
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            yield fact.record, read(portal.respond(path, {"host": parts.netloc}).body, url)


@pytest.mark.parametrize("name", PORTALS)
def test_every_field_of_every_notice(name):
    found = list(pages(PORTALS[name]))
    assert len(found) > 10
    for expected, record in found:
        for field in FIELDS:
            told = [getattr(notice, field) for notice in record.notices]
            assert told == [getattr(notice, field) for notice in expected.notices], (record.url, field)
