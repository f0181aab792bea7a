"""What a search finds."""

from __future__ import annotations

from newsarchive.archive import Archive
from newsarchive.web.answers import Answer, Page
from newsarchive.web.visit import Visit

PER_PAGE = 20


def results(visit: Visit, archive: Archive) -> Answer:
    """Show the results of a search."""
    query = visit.get("q") or ""
    hits = archive.search(query, site=visit.get("site"), kind=visit.get("kind"), limit=PER_PAGE)
    return Page("results.html", {"query": query, "hits": hits})
