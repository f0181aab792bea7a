"""The times that the text of an obituary tells."""

from __future__ import annotations

import re
from datetime import date, datetime

from newsarchive.dates import TimeSpan, find_dates

_WEEKDAY_ONLY = re.compile(
    r"^(?!.*\d\.\s?(?:\d{1,2}\.|[a-z]{3,})).*(?:ponedelj|tor[ek]|sred|četrt|pet[ek]|sobot|nedelj|danes|jutri|včeraj)"
)
_NEAR = 30
_AFTER_WORD = re.compile(r"\w[ ]+$")
_BEFORE_CAPITAL = re.compile(r"[ ]+[A-ZČŠŽĆĐ]")


def spans_in(text: str, published: date | datetime | None, timezone: str) -> list[TimeSpan]:
    """Find the times of a text; where no publication is known, the last whole date fixes the year of the others."""
    found = [span for span in find_dates(text, published=published, timezone=timezone) if not _is_named(text, span)]
    days = [span.start for span in found if span.grain == "day" and type(span.start) is date]
    if published is not None or not days:
        return found
    again = {span.position: span for span in find_dates(text, published=max(days), timezone=timezone)}
    return [
        again.get(span.position, span) if not span.start and not _WEEKDAY_ONLY.search(span.text) else span
        for span in found
    ]


def _is_named(text: str, span: TimeSpan) -> bool:
    """Tell whether a time is a name: "Anton Božič", "Murska Sobota"; feasts and days have a small letter."""
    if not span.text[0].isupper() or any(sign.isdigit() for sign in span.text):
        return False
    stop = span.position + len(span.text)
    return bool(_AFTER_WORD.search(text[: span.position][-_NEAR:]) or _BEFORE_CAPITAL.match(text, stop))
