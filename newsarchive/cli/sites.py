"""``newsarchive sites``: the known sites, their records and last run."""

from __future__ import annotations

import json
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from newsarchive.archive import Archive, ArchiveError, StoredSite
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.crawling import known_sites

FROM_COPIES = "from copies"
"""What is said of a site whose declaration was never checked against the live portal."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the sites as JSON.")
@click.pass_obj
def sites(context: Context, as_json: bool) -> None:
    """List the known sites, their records and last run.

    "from copies" means that nobody has checked the declaration against the live portal yet.
    """
    rows = site_rows(context)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _print(rows)


def site_rows(context: Context) -> list[dict[str, Any]]:
    """Give the declared sites and those that were crawled by their address, as JSON-able data."""
    stored = _stored(context)
    declared = known_sites(context.data)
    rows = [
        _row(name, spider.home, spider.title, spider.verified, True, stored.get(name))
        for name, spider in declared.items()
    ]
    others = (site for name, site in stored.items() if name not in declared)
    return rows + [_row(site.id, site.home_url, site.name, None, False, site) for site in others]


def _stored(context: Context) -> dict[str, StoredSite]:
    if not context.path.exists():
        return {}
    try:
        with Archive(context.path, readonly=True) as archive:
            return {site.id: site for site in archive.sites()}
    except ArchiveError as error:
        raise Failure(str(error)) from error


def _row(
    name: str, home: str | None, title: str | None, verified: str | None, declared: bool, stored: StoredSite | None
) -> dict[str, Any]:
    run = stored.last_run if stored else None
    return {
        "name": name,
        "home": home,
        "title": title,
        "declared": declared,
        "verified": verified,
        "records": stored.records if stored else 0,
        "last_run": run and {"started": run.started, "outcome": run.outcome, "new": run.new, "changed": run.changed},
    }


def _print(rows: list[dict[str, Any]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("site", "home", "declared", "records", "last run"):
        table.add_column(name, justify="right" if name == "records" else "left", no_wrap=True)
    for row in rows:
        table.add_row(row["name"], row["home"] or "", _origin(row), str(row["records"]), _last(row["last_run"]))
    Console(width=None if Console().is_terminal else 140).print(table)


def _origin(row: dict[str, Any]) -> str:
    if not row["declared"]:
        return "no"
    return f"verified {row['verified']}" if row["verified"] else FROM_COPIES


def _last(run: dict[str, Any] | None) -> str:
    if run is None:
        return "never"
    started = run["started"][:16].replace("T", " ")
    return f"{started} {run['outcome'] or 'running'}, {run['new']} new, {run['changed']} changed"
