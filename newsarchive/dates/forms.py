"""The forms in which pages, feeds and headers print one date, as patterns over folded text.

Every pattern names the parts it finds: ``year month day hour minute second zone``.
"""

from __future__ import annotations

import re
from functools import cache

from newsarchive.dates import words

_DAYS = (*words.WEEKDAYS, *words.WEEKDAY_ABBREVIATIONS, *words.WEEKDAYS_NEXT_DOOR)
WEEKDAY = rf"(?:(?:{words.alternatives(_DAYS)})\.?,? ?)?"
MONTH = rf"(?P<word>{words.alternatives(words.MONTHS | words.MONTH_ABBREVIATIONS | words.MONTHS_NEXT_DOOR)})\.?"
ZONE = r"(?:gmt(?=[+-]))?(?P<zone>z|[a-z]{2,4}|[+−-]\d\d(?::?\d\d)?)?(?:\[[a-z/_]+\]?|[a-z]+/[a-z_]+| ?\([a-z ]+\)?)?"
HOURS = r"(?P<hour>[01]?\d|2[0-4])"
CLOCK = rf"{HOURS}(?: ?[:.] ?(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d+)?)?)?"
HALF = r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
"""Which half of the day, where hours are counted to twelve."""
AT = r"(?:,|;| -| –| —| \||\.)? ?(?:ob|at|um|u|alle|t)? ?"
TIME = rf"(?:{AT}{CLOCK}{HALF}(?:\. ?uri|\. ?ure| ?uri| ?ure| ?h| uhr)?(?: ?{ZONE})?)?"

LABEL = (
    r"\A(?:(?:datum|cas|objavljen[oa]?|objava|objavil|posodobljen[oa]?|posodobitev|zadnj[aei]|sprememba|spremenjeno|nazadnje"
    r"|dodano|ustvarjeno|vneseno|napisano|clanek|novica|prispevka|published|updated|posted|modified|last|date|on|dne|od|z|dan|v)"
    r"(?: ?[:|,–—-])? )+"
)
"""What stands before a publication date on a page; read over."""

FORMS: tuple[str, ...] = (
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"
    rf"(?:(?:[t ,]| - )? ?(?:(?P<zone2>[a-z]{{3,4}}) ?)?{CLOCK}{HALF} ?{ZONE})?",
    rf"(?P<year>\d{{4}})(?P<sep>[/.]) ?(?P<month>\d\d?)(?P=sep) ?(?P<day>\d\d?)\.?{TIME}",
    rf"(?P<year>\d{{4}})(?P<month>\d\d)(?P<day>\d\d)(?:t?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)? ?{ZONE})?",
    rf"{WEEKDAY}(?P<day>\d\d?) ?\. ?(?P<month>\d\d?)(?: ?\. ?| )(?P<year>\d{{4}}|[’']?\d\d)\.?{TIME}",
    rf"{WEEKDAY}(?P<day>\d\d?)-(?P<month>\d\d?)-(?P<year>\d{{4}}){TIME}",
    rf"{WEEKDAY}(?P<day>\d\d?)(?:st|nd|rd|th)? ?[. -] ?{MONTH}(?:,| -|-)? ?(?P<year>\d{{4}}|\d\d(?= \d\d:))\.?{TIME}",
    rf"{WEEKDAY}(?P<day>\d\d?)\. ?(?P<word>{words.alternatives(words.ROMAN)})\. ?(?P<year>\d{{4}})\.?{TIME}",
    rf"{WEEKDAY}{MONTH} (?P<day>\d\d?)(?:\.|st|nd|rd|th)?,? (?P<year>\d{{4}}){TIME}",
    rf"{WEEKDAY}{MONTH} (?P<day>\d\d?) {CLOCK} (?:{ZONE} )?(?P<year>\d{{4}})",
    rf"{CLOCK}(?:\. uri|\. ure| ?uri| ?h|,| -| –| \|) ?{WEEKDAY}"
    rf"(?P<day>\d\d?)\. ?(?:(?P<month>\d\d?)\.|{MONTH}) ?(?P<year>\d{{4}})\.?",
    rf"{WEEKDAY}{CLOCK}{HALF} ?{ZONE},? ?{WEEKDAY}{MONTH} (?P<day>\d\d?),? (?P<year>\d{{4}})",
)
"""Tried in this order on the whole text; the first that matches and is a real day wins."""

SLASHED = rf"(?P<weekday>{WEEKDAY})(?P<first>\d\d?)/(?P<second_>\d\d?)/(?P<year>\d{{4}}){TIME}"
"""Day and month between slashes: Drupal's order is month first, everybody else's here is day first."""

FOREIGN_CLOCK = (
    r"(?<=\d)[^\d]{1,12}?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    rf" ?(?:uhr|h|sati|ora|(?P<half>[ap])m)? ?{ZONE}$"
)
"""The clock time that ends another language's date."""

MACHINE_TAIL = (
    r"(?<=\d{4})-\d\d-\d\d(?:(?:[T ]|[A-Z]{3,4})\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?"
    r"(?: ?(?:Z|UTC|GMT|CES?T|[+-]\d\d:?\d\d)\b)?)?(?![\w-])"
    r"|(?<=\d\d)/\d\d/\d{4} - \d\d:\d\d(?!\d)"
    r"|(?<=\d) [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)?(?: (?:[+-]\d{4}|[A-Z]{1,4})\b)?"
    r"|(?<=\d{8})T\d{4}(?:\d\d)?Z?\b"
)
"""What follows the first digits of a machine's date in a text: ISO 8601, Drupal, RFC 2822, basic ISO."""


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a form when it is first asked for: all of them would take as long as the rest of the import."""
    return re.compile(source)
