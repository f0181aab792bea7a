"""Obituaries: ceremonies of the coming days, those who are mourned by date and by name; quiet, without numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from newsarchive.archive import Archive
from newsarchive.exporting.calendars import MIME, Entry, calendar, first
from newsarchive.items import Ceremony
from newsarchive.web.alphabet import LETTERS, OTHERS
from newsarchive.web.answers import Answer, File, Page
from newsarchive.web.entries import ceremony_entries, ceremony_words
from newsarchive.web.languages import Language
from newsarchive.web.month import MONTH, beside, last_day, month_of
from newsarchive.web.queries import obituaries as asked
from newsarchive.web.queries.obituaries import Person
from newsarchive.web.spans import DAY, at_hour, on_day
from newsarchive.web.visit import Visit

PER_PAGE = 60
AHEAD = timedelta(days=14)
"""How far ceremonies are told."""
PAST, FUTURE = timedelta(days=7), timedelta(days=92)
"""What the feed holds, from today."""
MOST_HELD, MOST_ENTRIES, MOST_CEREMONIES = 100, 1000, 6
YEAR = len("2026")


def obituaries(visit: Visit, archive: Archive) -> Answer:
    """Show the ceremonies of the coming days, and those who are mourned, of a month or a letter."""
    letter = (visit.get("letter") or "").upper()
    page = visit.number("page", 1, 1000)
    if letter not in {*LETTERS, OTHERS}:
        letter = ""
    shown = _of_letter(visit, archive, letter, page) if letter else _of_month(visit, archive, page)
    values = {
        "held": _held(visit, archive),
        "letters": asked.letters(archive),
        "letter": letter,
        "page": page,
        "feed": Visit("/obituaries.ics").link(lang=visit.language.code),
    }
    return Page("obituaries.html", values | shown)


def obituaries_feed(visit: Visit, archive: Archive) -> Answer:
    """Give the ceremonies of the last days and the coming months as a calendar."""
    people = asked.ceremonies(archive, visit.today - PAST, visit.today + FUTURE, limit=MOST_ENTRIES)
    entries = (entry for one in people for entry in _entries(one, visit))
    return File(calendar(entries, visit.language("entry.ceremonies")), MIME, "obituaries.ics")


def _entries(one: Person, visit: Visit) -> Iterator[Entry]:
    url = visit.home(f"/record/{one.number}")
    return ceremony_entries(one.record, one.obituary, one.position, visit.language, url=url, seen=one.seen)


def years(born: str | None, died: str | None) -> str:
    """Give the years of a life, as far as they are known.

    >>> years("1932-08-19", "2026-01-21"), years(None, "2026-01-21"), years("1932", None), years(None, None)
    ('1932–2026', '† 2026', '* 1932', '')
    """
    left, right = (text[:YEAR] if first(text) and text else "" for text in (born, died))
    if left and right:
        return f"{left}–{right}"
    return f"* {left}" if left else f"† {right}" if right else ""


def _of_letter(visit: Visit, archive: Archive, letter: str, page: int) -> dict[str, Any]:
    found, number = asked.of_letter(archive, letter, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    people = [_card(one, visit.language) for one in found]
    return {"groups": [(None, people)] if people else [], "month": None, "last": _last(number, page)}


def _of_month(visit: Visit, archive: Archive, page: int) -> dict[str, Any]:
    """Show a month; where none is asked for, the last one in which anybody was mourned."""
    month = month_of(visit.get("month")) or _last_month(visit, archive)
    end = last_day(month)
    found = asked.of_month(archive, month, end, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    return {
        "groups": _grouped(found, visit.language),
        "month": month.isoformat(),
        "month_before": beside(month, -1),
        "month_after": beside(month, 1) if end < visit.today else None,
        "last": _last(asked.count_of_month(archive, month, end), page),
    }


def _last_month(visit: Visit, archive: Archive) -> date:
    return month_of((asked.last_published(archive, visit.today) or "")[:MONTH]) or visit.today.replace(day=1)


def _last(number: int, page: int) -> int:
    return max(page, -(-number // PER_PAGE))


def _grouped(found: list[Person], language: Language) -> list[tuple[str, list[dict[str, Any]]]]:
    """Put people under the days on which their obituaries were published."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        groups.setdefault((one.record.published or "")[:DAY], []).append(_card(one, language))
    return list(groups.items())


def _held(visit: Visit, archive: Archive) -> list[tuple[str, list[dict[str, Any]]]]:
    """Give the ceremonies of the coming days, day by day, those of one person together."""
    until = visit.today + AHEAD
    people = asked.ceremonies(archive, visit.today, until, limit=MOST_HELD)
    told = [
        (one.at, number, one)
        for number, person in enumerate(people)
        for one in person.obituary.ceremonies[:MOST_CEREMONIES]
        if one.at and visit.today.isoformat() <= one.at < f"{until.isoformat()}U"
    ]
    days: dict[str, dict[int, dict[str, Any]]] = {}
    for at, number, one in sorted(told, key=itemgetter(0, 1)):
        of_day = days.setdefault(at[:DAY], {})
        card = of_day.setdefault(number, _card(people[number], visit.language) | {"ceremonies": []})
        card["ceremonies"].append(_ceremony(one, visit.language))
    return [(day, list(cards.values())) for day, cards in days.items()]


def _card(one: Person, language: Language) -> dict[str, Any]:
    """Give what is shown of somebody."""
    return {
        "href": f"/record/{one.number}",
        "name": one.obituary.name or one.record.title or language("site.untitled"),
        "maiden": one.obituary.maiden_name,
        "years": years(one.obituary.born, one.obituary.died),
        "residence": one.obituary.residence,
        "ceremonies": [_ceremony(held, language) for held in one.obituary.ceremonies[:MOST_CEREMONIES]],
    }


def _ceremony(one: Ceremony, language: Language) -> dict[str, Any]:
    return {
        "kind": ceremony_words(one, language),
        "when": on_day(language, one.at),
        "hour": at_hour(language, one.at),
        "place": one.place,
    }
