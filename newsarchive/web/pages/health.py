"""Health: what the last crawls did, what each night brought, what failed, and which fields pages no longer tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from newsarchive.archive import Archive, Run
from newsarchive.archive.models import StoredSite
from newsarchive.web.answers import Answer, Page
from newsarchive.web.visit import Visit

RUNS = 30
"""Runs that the table shows."""
NIGHTS = 30
"""Runs of one site that its chart shows."""
LATEST = 300
"""Records of a site, the last that came in, whose fields are counted."""
MUCH_MISSING = 0.2
"""A field that so large a share of a site's last records lacks is told with emphasis."""
REASONS = 5
FIELDS = ("published", "authors", "section", "lead", "body", "source", "images", "language")
"""What is counted, in this order."""
MISSING = """
SELECT count(*) AS records, sum(published IS NULL) AS published, sum(section IS NULL) AS section,
    sum(lead IS NULL) AS lead, sum(body IS NULL) AS body, sum(source IS NULL) AS source,
    sum(language IS NULL) AS language,
    sum(NOT EXISTS (SELECT 1 FROM record_authors x WHERE x.record = records.id)) AS authors,
    sum(NOT EXISTS (SELECT 1 FROM record_images x WHERE x.record = records.id)) AS images
FROM records WHERE id IN (SELECT id FROM records WHERE site = ?1 AND id > ?2 ORDER BY id DESC LIMIT ?3)
"""
REACH = 20
"""Among so many times as many last records of the whole archive those of one site are looked for."""


@dataclass(frozen=True, slots=True)
class Checkup:
    """One site's state."""

    site: StoredSite
    nights: list[tuple[str, dict[str, int], None]]
    """For each of the last runs its day and what it brought."""
    failures: list[tuple[str, int]]
    """Why requests failed in those runs, the most frequent first."""
    missing: list[tuple[str, int, bool]]
    """Fields, how many of the last records lack each, and whether that is much."""
    counted: int
    """Records whose fields were counted."""


def health(visit: Visit, archive: Archive) -> Answer:
    """Show how the archive and its crawls are."""
    chosen = visit.get("site")
    sites = [site for site in archive.sites() if chosen in (None, site.id)]
    values = {
        "runs": archive.runs(chosen, limit=RUNS),
        "checkups": [_checkup(visit, archive, site) for site in sites],
        "chosen": chosen,
    }
    return Page("health.html", values)


def _checkup(visit: Visit, archive: Archive, site: StoredSite) -> Checkup:
    runs = archive.runs(site.id, limit=NIGHTS)
    newest = archive.connection.value("SELECT max(id) FROM records") or 0
    row = archive.connection.row(MISSING, (site.id, newest - REACH * LATEST, LATEST))
    assert row is not None
    counted = row["records"]
    missing = [(name, row[name], row[name] > MUCH_MISSING * counted) for name in FIELDS if row[name]]
    return Checkup(site, [_night(visit, run) for run in reversed(runs)], _failures(runs), missing, counted)


def _night(visit: Visit, run: Run) -> tuple[str, dict[str, int], None]:
    brought = {"new": run.new, "changed": run.changed, "failed": run.failed}
    return visit.language.day(run.started[:10]), brought, None


def _failures(runs: list[Run]) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for run in runs:
        failed: dict[str, Any] = run.stats.get("failed") or {}
        counts.update({reason: number for reason, number in failed.items() if isinstance(number, int)})
    return counts.most_common(REASONS)
