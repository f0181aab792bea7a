"""What portals changed after publication, without saying so, and what they took down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from newsarchive.archive import Archive
from newsarchive.archive.diff import Piece
from newsarchive.archive.differing import KINDS
from newsarchive.items import KINDS as RECORD_KINDS
from newsarchive.web import atom, comparing
from newsarchive.web.answers import Answer, File, Page
from newsarchive.web.queries import changes as queries
from newsarchive.web.queries.changes import MOST, Asked, Change
from newsarchive.web.queries.sites import sites
from newsarchive.web.showing import plain
from newsarchive.web.visit import Visit

PER_PAGE = 20
PER_FEED = 50
EDITED, GONE = "edited", "gone"
NEWEST = "newest"
SIGNS = {"same": "{}", "removed": "[−{}−]", "added": "[+{}+]"}
"""How pieces are told where there is no markup."""
BEGINNING = "1970-01-01T00:00:00Z"


class Shown(NamedTuple):
    """A change as the page shows it."""

    change: Change
    gist: list[Piece]
    """The changed sentence."""
    share: int
    """Percent of both texts that are altered."""


def changes(visit: Visit, archive: Archive) -> Answer:
    """Show changes, or with ``show=gone`` what was taken down."""
    asked, is_gone = _asked(visit), visit.get("show") == GONE
    found = queries.gone(archive, asked) if is_gone else queries.edits(archive, asked)
    last = max(-(-len(found) // PER_PAGE), 1)
    page = visit.number("page", 1, last)
    here = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    values: dict[str, Any] = {
        "asked": asked,
        "until": visit.get("until") if asked.until != queries.EVER else "",
        "gone": here if is_gone else [],
        "edited": [] if is_gone else _shown(archive, here, asked),
        "is_gone": is_gone,
        "total": len(found),
        "bounded": len(found) >= MOST,
        "most": MOST,
        "page": page,
        "last": last,
        "sites": sites(archive),
        "kinds": RECORD_KINDS,
        "altering": KINDS,
    }
    return Page("changes.html", values)


def changes_atom(visit: Visit, archive: Archive) -> Answer:
    """Give the same as a feed, the newest first; what was taken down comes with it."""
    asked = _asked(visit, newest=True)
    edits = _shown(archive, queries.edits(archive, asked)[:PER_FEED], asked)
    gone = [] if asked.altering else queries.gone(archive, asked)[:PER_FEED]
    told = [*(_entry(visit, one) for one in edits), *(_gone_entry(visit, row) for row in gone)]
    entries = sorted(told, key=lambda one: one.updated, reverse=True)[:PER_FEED]
    text = atom.feed(
        visit.language("changes.title"),
        id=visit.home(visit.link()),
        link=visit.home(visit.link()),
        home=visit.home(visit.link("/changes")),
        updated=entries[0].updated if entries else BEGINNING,
        entries=entries,
    )
    return File(text.encode("utf-8", "replace"), atom.MIME)


def _asked(visit: Visit, newest: bool = False) -> Asked:
    """Read the filters; what is none of the values there are is not asked for."""
    return Asked(
        site=visit.get("site"),
        kind=_one_of(visit.get("kind"), RECORD_KINDS),
        since=_day(visit.get("since")) or "",
        until=_day(visit.get("until"), 1) or queries.EVER,
        altering=_one_of(visit.get("alters"), KINDS),
        newest=newest or visit.get("order") == NEWEST or visit.get("kind") == "obituary",
    )


def _one_of(told: str | None, values: Sequence[str]) -> str | None:
    return told if told in values else None


def _day(told: str | None, later: int = 0) -> str | None:
    """Give a day, or the one so many days later; None where it is none.

    >>> _day("2026-01-31", 1), _day("jutri")
    ('2026-02-01', None)
    """
    try:
        return (date.fromisoformat(told or "") + timedelta(later)).isoformat()
    except (ValueError, OverflowError):
        return None


def _shown(archive: Archive, found: Sequence[dict[str, Any]], asked: Asked) -> list[Shown]:
    whole = queries.changes(archive, [one["id"] for one in found])
    return [_one(change, asked.altering) for change in whole]


def _one(change: Change, wanted: str | None) -> Shown:
    if change.old is None:
        return Shown(change, [], 0)
    fields = comparing.compare(change.old, change.new, comparing.LONGEST_LISTED)
    return Shown(change, comparing.gist(fields, wanted), max(round(100 * comparing.share(fields)), 1))


def _entry(visit: Visit, one: Shown) -> atom.Entry:
    change = one.change
    path = f"/record/{change.record}/versions/{change.number}"
    sentence = "".join(SIGNS[piece.op].format(piece.text) for piece in one.gist if piece.text)
    kinds = ", ".join(visit.language.told("alters", kind) for kind in change.new.alters or ())
    return atom.Entry(
        id=visit.home(path),
        title=plain(change.title) or visit.language("site.untitled"),
        updated=change.new.seen_at,
        link=visit.home(path),
        summary=" · ".join(filter(None, (plain(change.site), kinds, plain(sentence, 1000)))),
    )


def _gone_entry(visit: Visit, row: dict[str, Any]) -> atom.Entry:
    path = f"/record/{row['id']}"
    title = plain(row["title"]) or visit.language("site.untitled")
    return atom.Entry(
        id=visit.home(f"{path}#gone"),
        title=f"{visit.language('changes.gone')}: {title}",
        updated=row["gone_at"],
        link=visit.home(path),
        summary=plain(row["site"]),
    )
