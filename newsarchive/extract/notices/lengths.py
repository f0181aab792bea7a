"""How long something lasts that has only a beginning: "ob 8. uri, trajala bo predvidoma tri ure"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices import words

_LENGTH = re.compile(words.LENGTH, re.I)


def lasting(spans: list[TimeSpan], text: str) -> list[TimeSpan]:
    """Give the only moment of a beginning with the end that its length tells.

    >>> from datetime import date
    >>> from newsarchive.dates import find_dates
    >>> told = "6. maja 2026 ob 8. uri, trajala bo predvidoma tri ure"
    >>> found = find_dates(told, published=date(2026, 5, 4), timezone="Europe/Ljubljana")
    >>> str(lasting(found, told)[0].end)
    '2026-05-06 11:00:00+02:00'
    """
    match = _LENGTH.search(text) if len(spans) == 1 else None
    start = spans[0].start if match else None
    if match is None or not isinstance(start, datetime) or spans[0].end not in (None, start):
        return spans
    count = match["count"].lower() if match["count"] else "eno"
    end = start + timedelta(hours=int(count) if count.isdigit() else words.NUMBERS[count])
    return [replace(spans[0], end=end, edtf=f"{start.isoformat()}/{end.isoformat()}")]
