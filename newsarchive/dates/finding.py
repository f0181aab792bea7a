"""Finding the time expressions of a text."""

from __future__ import annotations

import re
from datetime import date, datetime

from newsarchive.dates import printed, words, zones
from newsarchive.dates.span import TimeSpan

_DATE = re.compile(
    rf"\b\d{{1,2}}\.? ?(?:\d{{1,2}}\.|(?:{words.alternatives(words.MONTHS)})) ?\d{{4}}(?:,? ob \d{{1,2}}[.:]\d\d)?"
)


def find_dates(
    text: str, *, published: datetime | date | None, timezone: str = "Europe/Ljubljana"
) -> list[TimeSpan]:
    """Find every span of time that a text speaks of, in order."""
    tz = zones.zone(timezone)
    spans = []
    for match in _DATE.finditer(words.fold(text)):
        value = printed.parse_date(match[0], timezone=tz.key)
        if value:
            day = not isinstance(value, datetime)
            found = text[match.start() : match.end()]
            spans.append(TimeSpan(found, match.start(), value, value if day else None, "day", value.isoformat()))
    return spans
