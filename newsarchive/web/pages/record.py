"""One record, whole: as one would like to read it, and with all that the archive knows of it."""

from __future__ import annotations

import json
from typing import Any

from newsarchive.archive import Archive, Stored
from newsarchive.items import Record
from newsarchive.pictures import SHOWN
from newsarchive.web import citing
from newsarchive.web.answers import Answer, File, Missing, Page
from newsarchive.web.queries import record as queries
from newsarchive.web.showing import Block, blocks, cut
from newsarchive.web.visit import Visit

LONGEST_BODY = 120_000
"""Characters of the body that are shown; the JSON has all of it."""
LONGEST_LEAD = 5_000
MOST = 60
"""Notices, persons, tags, addresses, versions and alike that are shown of each sort."""
LONGEST_NUMBER = 18
"""Digits of the highest number that SQLite can count to, less one."""


def record(visit: Visit, archive: Archive) -> Answer:
    """Show a record."""
    stored = find(archive, visit.parts["number"])
    if stored is None:
        return Missing("record.missing")
    return Page("record.html", _values(visit, archive, stored))


def record_json(visit: Visit, archive: Archive) -> Answer:
    """Give a record as ``newsarchive show --json`` prints it."""
    stored = find(archive, visit.parts["number"])
    if stored is None:
        return Missing("record.missing")
    text = json.dumps(stored.record.to_dict(), ensure_ascii=False, indent=1)
    return File(text.encode("utf-8", "replace"), "application/json; charset=utf-8")


def find(archive: Archive, number: str) -> Stored | None:
    """Give the record whose number an address names, whatever it names."""
    told = number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER
    return archive.get(int(number)) if told else None


def _values(visit: Visit, archive: Archive, stored: Stored) -> dict[str, Any]:
    one, site = stored.record, queries.site(archive, stored.record.site)
    versions = archive.versions(stored.id)
    cited = citing.source(stored, site["name"], versions[-1].seen_at if versions else stored.first_seen)
    pictures = queries.pictures(archive, stored.id)
    earlier, later = queries.neighbours(archive, stored)
    return {
        "stored": stored,
        "record": one,
        "site": site,
        "body": body(one.body),
        "body_cut": len(one.body or "") > LONGEST_BODY,
        "longest_lead": LONGEST_LEAD,
        "most": MOST,
        "kept": [picture for picture in pictures if picture["sha256"]],
        "others": [picture for picture in pictures if not picture["sha256"]],
        "shown_types": SHOWN,
        "versions": versions,
        "edits": [one for one in versions if one.cause == "edited"],
        "evidence": evidence(one),
        "twins": archive.twins(stored.id)[:MOST],
        "related": queries.related(archive, stored),
        "earlier": earlier,
        "later": later,
        "apa": citing.apa(cited, visit.language),
        "bibtex": citing.bibtex(cited),
        "database": archive.path.stem,
    }


def body(text: str | None) -> list[Block]:
    """Give a body in blocks, no more of it than a page holds."""
    return blocks(cut(text, LONGEST_BODY))


def evidence(one: Record) -> list[tuple[str, str, str]]:
    """Give for each field that was read where it was found and in which words.

    What has spaces is the words of the page, what has none is a place in it.

    >>> evidence(Record("article", "demo", "http://a", published_raw="27. 1.", evidence={"published": "json-ld"}))
    [('published', 'json-ld', '27. 1.')]
    """
    return [_found(field, told, one) for field, told in list(one.evidence.items())[: 2 * MOST]]


def _found(field: str, told: str, one: Record) -> tuple[str, str, str]:
    told = str(told)
    where, words = ("", told) if " " in told.strip() else (told, "")
    return cut(field), cut(where), cut(words or (one.published_raw if field == "published" else ""))
