"""The front page, for every morning: what came in, what holds today, what is new in saved searches, who is silent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from newsarchive.archive import Archive, ArchiveError
from newsarchive.archive.models import StoredSite
from newsarchive.web.answers import Answer, Page
from newsarchive.web.following import Followed, followed
from newsarchive.web.queries import front as asking
from newsarchive.web.queries.front import Arrivals, Silence
from newsarchive.web.queries.notices import Choice, count_holding
from newsarchive.web.timeline import ticks
from newsarchive.web.visit import Visit

NEWEST = 6
"""Records of each kind that are shown."""
AHEAD, CEREMONIES = 7, 5
"""Days of coming ceremonies, and how many of them are shown."""


@dataclass(frozen=True, slots=True)
class SiteNews:
    """A site and how fresh it is."""

    site: StoredSite
    came_in: int
    """Records of the last day on which anything came in."""
    silence: Silence | None


def front(visit: Visit, archive: Archive) -> Answer:
    """Show the front page."""
    came = asking.arrivals(archive, NEWEST)
    values: dict[str, Any] = {
        "came": came,
        "today": visit.today.isoformat(),
        "ahead": AHEAD,
        "ceremonies": asking.ceremonies(archive, visit.today, AHEAD, CEREMONIES),
        "in_force": count_holding(archive, Choice(), visit.today),
        "sites": _sites(visit, archive, came),
    }
    values |= _chart(visit, archive)
    return Page("front.html", {**values, "searches": _with_news(visit, archive)})  # they may use up all the time


def _chart(visit: Visit, archive: Archive) -> dict[str, Any]:
    days = asking.days(archive, visit.today)
    tell = visit.language
    columns = [(tell.day(day), numbers, visit.link("/search", since=day, until=day)) for day, numbers in days]
    return {"columns": columns, "ticks": ticks([tell.short(day) for day, _ in days])}


def _with_news(visit: Visit, archive: Archive) -> list[Followed]:
    try:
        return [] if visit.public else [one for one in followed(archive) if one.new]
    except ArchiveError:  # their file cannot be read; their own page says so
        return []


def _sites(visit: Visit, archive: Archive, came: Arrivals | None) -> list[SiteNews]:
    """Give the sites, those that are silent for unusually long first."""
    held = came.sites if came else {}
    found = [
        SiteNews(site, held.get(site.id, 0), asking.silence(archive, site.id, visit.today)) for site in archive.sites()
    ]
    return sorted(found, key=lambda one: (not (one.silence and one.silence.unusual), -one.site.records))
