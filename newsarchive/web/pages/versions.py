"""A text that a record had, beside the one before it or any other."""

from __future__ import annotations

from newsarchive.archive import Archive, Version
from newsarchive.web import comparing
from newsarchive.web.answers import Answer, Missing, Page
from newsarchive.web.pages.record import LONGEST_LEAD, MOST, body, find
from newsarchive.web.visit import Visit


def version(visit: Visit, archive: Archive) -> Answer:
    """Show a version; ``against`` names the one it is compared with, ``whole`` asks for its text alone."""
    stored = find(archive, visit.parts["number"])
    versions = archive.versions(stored.id) if stored else []
    chosen = _numbered(versions, visit.parts["version"])
    if stored is None or chosen is None:
        return Missing("record.no_version")
    other = _numbered(versions, visit.get("against") or "") or _numbered(versions, str(chosen.number - 1))
    old, new = sorted((other or chosen, chosen), key=lambda one: one.number)
    alone = old is new or visit.get("whole") is not None
    fields = {} if alone else comparing.compare(old, new)
    values = {
        "stored": stored,
        "record": stored.record,
        "versions": versions,
        "near": versions[max(chosen.number - MOST // 2, 0) :][:MOST],
        "chosen": chosen,
        "old": old,
        "new": new,
        "alone": alone,
        "fields": comparing.beside(fields),
        "too_long": not alone and comparing.too_long(old, new),
        "share": comparing.share(fields),
        "body": body(chosen.body) if alone else [],
        "longest_lead": LONGEST_LEAD,
    }
    return Page("version.html", values)


def _numbered(versions: list[Version], number: str) -> Version | None:
    return next((one for one in versions if str(one.number) == number), None)
