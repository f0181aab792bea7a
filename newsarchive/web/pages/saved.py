"""Saved searches: what is new in each; the only page of the archive by which something is written."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from newsarchive.archive import Archive, ArchiveError
from newsarchive.web.answers import Answer, Missing, Page, Redirect
from newsarchive.web.asking import asked_before
from newsarchive.web.following import followed, last_record
from newsarchive.web.saving import LONGEST, SavedSearch, Searches
from newsarchive.web.visit import Visit, address

PLACE = "/saved"
Deed = Callable[[Visit, Archive, Searches, SavedSearch], Redirect]


def saved(visit: Visit, archive: Archive) -> Answer:
    """Show the saved searches, or do what a form asks."""
    if visit.public:
        return _page("saved.public", HTTPStatus.FORBIDDEN if visit.method == "POST" else HTTPStatus.OK)
    if visit.method != "POST":
        return _list(archive)
    if not visit.trusted:
        return _list(archive, "saved.untrusted", HTTPStatus.FORBIDDEN)
    try:
        return _do(visit, archive)
    except ArchiveError:
        return _list(archive, "saved.readonly", HTTPStatus.SERVICE_UNAVAILABLE)


def _list(archive: Archive, problem: str | None = None, status: int = HTTPStatus.OK) -> Page:
    try:
        return Page("saved.html", {"problem": problem, "longest": LONGEST, "searches": followed(archive)}, status)
    except ArchiveError:
        return _page("saved.unreadable", HTTPStatus.SERVICE_UNAVAILABLE)


def _page(problem: str, status: int) -> Page:
    return Page("saved.html", {"problem": problem, "longest": LONGEST, "searches": []}, status)


def _do(visit: Visit, archive: Archive) -> Answer:
    searches = Searches(archive.path.parent)
    action = visit.form.get("action", "")
    if action == "add":
        return _add(visit, archive, searches)
    number = visit.form.get("id", "")
    one = searches.get(int(number)) if number.isascii() and number.isdigit() and len(number) < LONGEST // 20 else None
    if action not in DEEDS or one is None:
        return Missing("saved.gone")
    return DEEDS[action](visit, archive, searches, one)


def _add(visit: Visit, archive: Archive, searches: Searches) -> Answer:
    asked = asked_before(visit.form.get("arguments", ""))
    if not asked.arguments:
        return _list(archive, "saved.empty", HTTPStatus.BAD_REQUEST)
    name = visit.form.get("name", "").strip() or asked.query or ", ".join(asked.filters.values())
    searches.add(name, asked.text, last_record(archive))
    return Redirect(PLACE)


def _rename(visit: Visit, archive: Archive, searches: Searches, one: SavedSearch) -> Redirect:
    searches.rename(one.id, visit.form.get("name", "").strip() or one.name)
    return Redirect(PLACE)


def _delete(visit: Visit, archive: Archive, searches: Searches, one: SavedSearch) -> Redirect:
    searches.delete(one.id)
    return Redirect(PLACE)


def _open(visit: Visit, archive: Archive, searches: Searches, one: SavedSearch) -> Redirect:
    """Lead to what is new in a search, or to all of it; the next time that is known."""
    asked, last = asked_before(one.arguments), last_record(archive)
    searches.visit(one.id, last)
    news = [("beyond", str(one.seen))] if visit.form.get("new") and one.seen < last else []
    return Redirect(address("/search", [*asked.arguments, *news]))


DEEDS: dict[str, Deed] = {"rename": _rename, "delete": _delete, "open": _open}
