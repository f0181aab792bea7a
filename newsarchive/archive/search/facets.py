"""How many of the records that were found are of each site, kind, section, author, year and month."""

from __future__ import annotations

import json
from collections import Counter

from newsarchive.archive.connection import Connection
from newsarchive.archive.models import FACETS
from newsarchive.archive.search.pool import Fits

AUTHORS = """
SELECT a.name, found.number FROM (
    SELECT x.author, count(*) AS number FROM json_each(?) asked CROSS JOIN record_authors x ON x.record = asked.value
    GROUP BY x.author) found
JOIN authors a ON a.id = found.author
"""
IN_ORDER = ("month",)


def facets(connection: Connection, found: list[Fits]) -> dict[str, list[tuple[str, int]]]:
    """Count what was found, for each of :data:`FACETS`."""
    months = Counter((one.published or "")[:7] for one in found)
    counts = {
        "site": Counter(one.site for one in found),
        "kind": Counter(one.kind for one in found),
        "section": Counter(one.section or "" for one in found),
        "author": _authors(connection, found),
        "year": _years(months),
        "month": Counter({month: number for month, number in months.items() if len(month) == 7}),
    }
    return {name: _told(counts[name], in_order=name in IN_ORDER) for name in FACETS}


def _years(months: Counter[str]) -> Counter[str]:
    years: Counter[str] = Counter()
    for month, number in months.items():
        years[month[:4]] += number
    return years


def _authors(connection: Connection, found: list[Fits]) -> Counter[str]:
    rows = connection.rows(AUTHORS, (json.dumps([one.id for one in found]),))
    return Counter({row[0]: row[1] for row in rows})


def _told(counts: Counter[str], *, in_order: bool) -> list[tuple[str, int]]:
    told = [(value, number) for value, number in counts.items() if value]
    return sorted(told) if in_order else sorted(told, key=lambda one: (-one[1], one[0]))
