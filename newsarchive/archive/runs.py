"""The diary of the crawls, and what the archive holds of each site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from sqlite3 import Row
from typing import Any

from newsarchive.archive.connection import Connection
from newsarchive.archive.models import RUN_OUTCOMES, Run, RunOutcome, StoredSite
from newsarchive.archive.state import need_site

COUNTED = ("requests", "new", "changed", "unchanged", "failed")
FINISH = (
    "UPDATE runs SET finished = ?, outcome = ?, requests = ?, new = ?, changed = ?, unchanged = ?, failed = ?, "
    "stats = ? WHERE id = ?"
)


def start_run(connection: Connection, site: str, started: str) -> int:
    """Open a run and give its number."""
    with connection.transaction():
        need_site(connection, site)
        number = connection.execute("INSERT INTO runs (site, started) VALUES (?, ?)", (site, started)).lastrowid
    assert number is not None
    return number


def finish_run(
    connection: Connection, number: int, outcome: RunOutcome, counts: Mapping[str, int], stats: str, finished: str
) -> None:
    """Close a run; counts that are not given are 0."""
    if outcome not in RUN_OUTCOMES:
        raise ValueError(f"A run ends as one of {', '.join(RUN_OUTCOMES)}, not as {outcome!r}.")
    connection.execute(FINISH, (finished, outcome, *(counts.get(name, 0) for name in COUNTED), stats, number))


def settled(connection: Connection, site: str) -> str | None:
    """Give the moment at which the last complete run of a site ended."""
    sql = "SELECT max(finished) FROM runs WHERE site = ? AND outcome = 'finished'"
    moment: str | None = connection.value(sql, (site,))
    return moment


def runs(connection: Connection, site: str | None, limit: int) -> list[Run]:
    """Give the last runs, of one site or of all, the newest first."""
    where, values = ("", ()) if site is None else ("WHERE site = ?", (site,))  # an OR would use no index
    sql = f"SELECT * FROM runs {where} ORDER BY started DESC, id DESC LIMIT ?"  # noqa: S608 (no text of a person)
    return [_run(row) for row in connection.rows(sql, (*values, limit))]


def counts(connection: Connection) -> dict[str, dict[str, int]]:
    """Give the number of records for each site and kind."""
    found: dict[str, dict[str, int]] = {}
    sql = "SELECT site, kind, count(*) FROM records GROUP BY site, kind ORDER BY site, kind"
    for site, kind, number in connection.rows(sql):
        found.setdefault(site, {})[kind] = number
    return found


def sites(connection: Connection) -> list[StoredSite]:
    """Give every site that the archive has met, by id."""
    held = counts(connection)
    return [
        StoredSite(**row, records=sum(held.get(row["id"], {}).values()), last_run=_last(connection, row["id"]))
        for row in list(connection.rows("SELECT id, name, home_url, language, timezone FROM sites ORDER BY id"))
    ]


def _last(connection: Connection, site: str) -> Run | None:
    return next(iter(runs(connection, site, 1)), None)


def _run(row: Row) -> Run:
    values: dict[str, Any] = dict(row)
    return Run(**{**values, "stats": json.loads(row["stats"])})
