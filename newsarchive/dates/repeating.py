"""What repetitions say, with their rule as RFC 5545 has it: "vsak petek", "vsako prvo soboto v mesecu"."""

from __future__ import annotations

from newsarchive.dates.grammar import Parsed, Phrase
from newsarchive.dates.said import Day, Period, Reading
from newsarchive.dates.tokens import CLASSES
from newsarchive.dates.walking import Span, days, hours_of

_RRULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def weekly(parsed: Parsed, phrase: Phrase) -> Reading:
    """Read "vsak torek in četrtek", "ob delavnikih", "vsak dan"."""
    span = phrase.parts["days"]
    weekdays = _weekdays(parsed, span)
    return Reading(
        "repeat",
        [Day(weekday=day) for day in weekdays],
        hours_of(parsed, phrase),
        rule=_weekly_rule(parsed, span, weekdays),
    )


def _weekdays(parsed: Parsed, span: Span) -> list[int]:
    """Give the days that are named; "vsak dan razen nedelje" names the six others."""
    atoms = parsed.inside(*span)
    named = [atom.said.weekday for atom in atoms if isinstance(atom.said, Day) and atom.said.weekday is not None]
    if not any(sign in CLASSES["except"] for sign in parsed.signs[slice(*span)]):
        return named
    return [day for day in range(7) if day not in named]


def _weekly_rule(parsed: Parsed, span: Span, weekdays: list[int]) -> str:
    signs = parsed.signs[slice(*span)]
    if any(sign in CLASSES["workday"] or sign in CLASSES["workdays"] for sign in signs):
        weekdays = [0, 1, 2, 3, 4]
    elif any(sign in CLASSES["weekends"] for sign in signs):
        weekdays = [5, 6]
    elif not weekdays:
        return "FREQ=DAILY"
    step = next(
        (atom.said.day for atom in parsed.inside(*span) if atom.name == "ordword" and isinstance(atom.said, Day)), None
    )
    pace = f";INTERVAL={step}" if step and step > 1 else ""
    return f"FREQ=WEEKLY{pace};BYDAY={','.join(_RRULE_DAYS[day] for day in weekdays)}"


def monthly(parsed: Parsed, phrase: Phrase) -> Reading | None:
    """Read "vsako prvo soboto v mesecu", "vsak 15. v mesecu"."""
    said = [atom.said for atom in parsed.inside(phrase.first, phrase.last) if isinstance(atom.said, Day)]
    if not said:
        return None
    day = said[0]
    by = f"BYMONTHDAY={day.day}" if day.weekday is None else f"BYDAY={day.nth}{_RRULE_DAYS[day.weekday]}"
    return Reading("repeat", [day], hours_of(parsed, phrase), rule=f"FREQ=MONTHLY;{by}")


def yearly(parsed: Parsed, phrase: Phrase) -> Reading | None:
    """Read "vsako leto 8. februarja"."""
    day = days(parsed, (phrase.first, phrase.last))[-1]
    if not any(
        isinstance(atom.said, Period) and atom.said.unit == "year" for atom in parsed.inside(phrase.first, phrase.last)
    ):
        return None
    rule = f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}" if day.month and day.day else "FREQ=YEARLY"
    return Reading("days", [day], rule=rule)


def yearly_weekday(parsed: Parsed, phrase: Phrase) -> Reading | None:
    """Read "vsak zadnji ponedeljek v marcu"."""
    day = days(parsed, (phrase.first, phrase.last))[-1]
    if day.nth is None or day.weekday is None or not day.month:
        return None
    rule = f"FREQ=YEARLY;BYMONTH={day.month};BYDAY={day.nth}{_RRULE_DAYS[day.weekday]}"
    return Reading("days", [day], hours_of(parsed, phrase), rule=rule)
