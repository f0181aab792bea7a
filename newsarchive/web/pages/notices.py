"""Notices: what holds on a day, what comes after it, a month at a glance, by service and place; each as a calendar."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from newsarchive.archive import Archive
from newsarchive.exporting.calendars import MIME, Entry, calendar
from newsarchive.items import Notice
from newsarchive.web.answers import Answer, File, Page
from newsarchive.web.entries import kind_words, notice_entries
from newsarchive.web.languages import Language
from newsarchive.web.month import beside, day_of, last_day, month_of, weeks
from newsarchive.web.queries import notices as asked
from newsarchive.web.queries.notices import Announced, Choice
from newsarchive.web.queries.sites import sites
from newsarchive.web.spans import DAY, told
from newsarchive.web.visit import Visit

SERVICES = ("heating", "gas", "water", "electricity", "road", "waste", "telecom", "facility", "other")
STATUSES = ("announced", "changed", "cancelled", "finished")
PER_PAGE, COMING = 40, 60
"""Notices that are shown of a day, and of those that begin after it."""
AHEAD = timedelta(days=7)
"""How far what comes is told."""
PAST, FUTURE = timedelta(days=31), timedelta(days=366)
"""What a feed holds, from today."""
MOST_ENTRIES, MOST_PLACES, MOST_INDEXED = 1000, 30, 2000
MOST_WINDOWS, MOST_NAMED = 8, 20
"""Windows and places of one notice that are shown."""


def notices(visit: Visit, archive: Archive) -> Answer:
    """Show the notices of a day, of the days after it, and the month around it."""
    day, choice, unknown = _day(visit), *_choice(visit, archive)
    page = visit.number("page", 1, 500)
    listed = asked.holding(archive, choice, day, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    coming = asked.beginning(archive, choice, _after(day, 1), _after(day, AHEAD.days), limit=COMING)
    values = {
        "day": day,
        "listed": [_card(one, visit.language) for one in listed.found],
        "number": listed.number,
        "page": page,
        "last": max(page, -(-listed.number // PER_PAGE)),
        "coming": _grouped(coming.found, visit.language),
        "beyond": coming.number - len(coming.found),
        "before": _after(day, -1),
        "after": _after(day, 1),
        "unknown": unknown,
        "unrevoked": asked.UNREVOKED.days,
    }
    return Page("notices.html", values | _sheet(visit, archive, choice, day) | _narrowing(visit, archive, choice))


def notices_feed(visit: Visit, archive: Archive) -> Answer:
    """Give the chosen notices of the last month and the next year as a calendar."""
    choice, unknown = _choice(visit, archive)
    since, until = visit.today - PAST, visit.today + FUTURE
    found = [] if unknown else asked.of_period(archive, choice, since, until, limit=MOST_ENTRIES).found
    entries = (entry for one in found for entry in _entries(one, visit))
    return File(calendar(entries, _name(choice, visit.language)), MIME, "notices.ics")


def _entries(one: Announced, visit: Visit) -> Iterator[Entry]:
    url = visit.home(f"/record/{one.number}")
    return notice_entries(one.record, one.notice, one.position, visit.language, url=url, seen=one.seen)


def places(visit: Visit, archive: Archive) -> Answer:
    """Show the places that notices name, or those of them with some words."""
    sought = visit.get("find") or ""
    counted = asked.places(archive)
    found = sorted((name for name in counted if folded(sought) in folded(name)), key=folded)
    shown = [(name, counted[name]) for name in found[:MOST_INDEXED]]
    values = {"find": sought, "places": shown, "number": len(found), "newest": asked.NEWEST}
    return Page("places.html", values)


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Give a name without marks and capitals, so that a phone without č, š, ž finds it.

    >>> folded("Čebelarska ULICA")
    'cebelarska ulica'
    """
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).strip()


def _day(visit: Visit) -> date:
    """Give the day that is asked for; of another month than this one, the first."""
    month = month_of(visit.get("month"))
    if month and month != visit.today.replace(day=1):
        return day_of(visit.get("day")) or month
    return day_of(visit.get("day")) or visit.today


def _after(day: date, days: int) -> date:
    return day + timedelta(days=days)


def _choice(visit: Visit, archive: Archive) -> tuple[Choice, str | None]:
    """Give what is asked for, and the place that nothing is known of; what is no service or status is ignored."""
    service, status, place = visit.get("service"), visit.get("status"), (visit.get("place") or "").strip()
    known = _known_place(place, archive) if place else None
    choice = Choice(
        service=service if service in SERVICES else None,
        status=status if status in STATUSES else None,
        site=visit.get("site"),
        place=known or place or None,
    )
    return choice, place if place and not known else None


def _known_place(place: str, archive: Archive) -> str | None:
    """Give a place as notices write it."""
    counted = asked.places(archive)
    if place in counted:
        return place
    return next((name for name in counted if folded(name) == folded(place)), None)


def _name(choice: Choice, language: Language) -> str:
    """Name a calendar by what was chosen."""
    told_service = language.told("service", choice.service) if choice.service else None
    parts = [told_service, choice.place, choice.site, choice.status and language.told("status", choice.status)]
    return ": ".join([language("entry.notices"), *([", ".join(filter(None, parts))] if any(parts) else [])])


def _narrowing(visit: Visit, archive: Archive, choice: Choice) -> dict[str, Any]:
    """Give what one can choose from."""
    counted = asked.places(archive)
    most = sorted(counted, key=lambda name: (-counted[name], folded(name)))[:MOST_PLACES]
    sought = folded(choice.place or "")
    chosen = {
        "lang": visit.language.code,
        "service": choice.service,
        "status": choice.status,
        "site": choice.site,
        "place": choice.place,
    }
    return {
        "choice": choice,
        "services": SERVICES,
        "statuses": STATUSES,
        "sites": sites(archive),
        "places": [(name, counted[name]) for name in sorted(most, key=folded)],
        "similar": [name for name in counted if sought and sought in folded(name)][:MOST_PLACES],
        "feed": Visit("/notices.ics").link(**{name: value for name, value in chosen.items() if value}),
    }


def _sheet(visit: Visit, archive: Archive, choice: Choice, day: date) -> dict[str, Any]:
    """Give the month around a day: for each day of its weeks how many notices of each service hold."""
    month = day.replace(day=1)
    counted = asked.by_day(archive, choice, month, last_day(month))
    return {
        "month": month,
        "weeks": [[one and (one, _in_order(counted.get(one, {}))) for one in week] for week in weeks(month)],
        "month_before": beside(month, -1),
        "month_after": beside(month, 1),
    }


def _in_order(numbers: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(numbers.items(), key=lambda one: SERVICES.index(one[0]) if one[0] in SERVICES else len(SERVICES))


def _grouped(found: list[Announced], language: Language) -> list[tuple[str, list[dict[str, Any]]]]:
    """Put notices under the days on which they begin."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        groups.setdefault(one.begins[:DAY], []).append(_card(one, language))
    return list(groups.items())


def _card(one: Announced, language: Language) -> dict[str, Any]:
    """Give what is shown of a notice."""
    return {
        "href": f"/record/{one.number}",
        "what": kind_words(one.notice.service, one.notice.action, language),
        "windows": [told(language, w.starts, w.ends, w.edtf) for w in one.notice.windows[:MOST_WINDOWS]],
        "more_windows": max(len(one.notice.windows) - MOST_WINDOWS, 0),
        "places": one.notice.places[:MOST_NAMED],
        "more_places": max(len(one.notice.places) - MOST_NAMED, 0),
        "area": _area(one.notice),
        "notice": one.notice,
        "record": one.record,
    }


def _area(notice: Notice) -> str | None:
    """Give the area where it says more than its places."""
    return notice.area if not notice.places or len(notice.area or "") > 2 * len(", ".join(notice.places)) else None
