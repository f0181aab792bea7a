"""``newsarchive runs``: what the crawls did."""

from __future__ import annotations

import dataclasses

import click

from newsarchive.archive import Run
from newsarchive.cli.context import Context
from newsarchive.cli.output import check_site, note, open_archive, say_json, say_table

HEAD = ("run", "site", "started (UTC)", "took", "outcome", "requests", "new", "changed", "unchanged", "failed")


@click.command()
@click.argument("site", required=False)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most this many runs.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, with all that the crawler counted.")
@click.pass_obj
def runs(context: Context, site: str | None, limit: int, as_json: bool) -> None:
    """Show the last crawls, of SITE or of all, the newest first."""
    with open_archive(context) as archive:
        check_site(archive, site, "SITE")
        found = archive.runs(site, limit=limit)
    if as_json:
        say_json([dataclasses.asdict(run) for run in found])
    elif found:
        say_table(HEAD, map(_row, found))
    else:
        note('No crawl has run yet: start one with "newsarchive crawl SITE".')


def _row(run: Run) -> tuple[object, ...]:
    started = run.started[:16].replace("T", " ")
    counts = (run.requests, run.new, run.changed, run.unchanged, run.failed)
    return (run.id, run.site, started, _took(run), run.outcome or "not finished", *counts)


def _took(run: Run) -> str | None:
    seconds = run.seconds
    return None if seconds is None else f"{seconds // 60}:{seconds % 60:02}"
