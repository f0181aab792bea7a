"""``newsarchive crawl``: crawl known sites, or any address."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import click

from newsarchive.archive import Archive
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.crawling import (
    Job,
    Options,
    Progress,
    Result,
    choose,
    crawl_sites,
    known_sites,
    settings,
    show_results,
)
from newsarchive.cli.crawling.targets import real
from newsarchive.cli.output import prepare
from newsarchive.crawl import NewsSpider
from newsarchive.crawl.politeness import is_loopback

DUE_AFTER = timedelta(hours=20)
"""How long after a finished crawl a site is due again."""
NOBODY = 'Name a site or an address, or take --all: "newsarchive sites" lists the known sites.'
NO_CONTACT = "Tell the portals who crawls them: set NEWSARCHIVE_CONTACT to a web or mail address of yours."
STOPPED = "The crawl of {site} was stopped: the same command goes on where it ended."


@click.command()
@click.argument("targets", nargs=-1, metavar="[SITE|URL]...")
@click.option("--all", "every", is_flag=True, help="Crawl all declared sites; others must be named.")
@click.option(
    "--due", is_flag=True, help="Of those named (or all), crawl only sites not crawled to the end in the last 20 hours."
)
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only items published on DATE (YYYY-MM-DD) or later.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N records a site.")
@click.option("--full", is_flag=True, help="Walk every list to its end and fetch every item again.")
@click.option("--no-images", "images", flag_value=False, default=True, type=bool, help="Fetch no pictures.")
@click.option("--json", "as_json", is_flag=True, help="Print what became of each crawl as JSON.")
@click.option("-v", "--verbose", count=True, help="Log more: -v what happens, -vv everything.")
@click.pass_obj
def crawl(
    context: Context,
    targets: tuple[str, ...],
    every: bool,
    due: bool,
    since: datetime | None,
    limit: int | None,
    full: bool,
    images: bool,
    as_json: bool,
    verbose: int,
) -> None:
    """Crawl known sites, or any address of a portal.

    Only what is new is fetched: lists are walked until they hold nothing unknown. A crawl that was stopped is taken
    up again by the next one.
    """
    spiders = _spiders(context, targets, every or (due and not targets))
    prepare(context)  # before the first request
    chosen = [spider for spider in spiders if not due or _is_due(context, spider.name)]
    if not chosen:
        click.echo("Nothing is due.", err=True)
        return
    _ask_for_contact(chosen)
    options = Options(full=full, since=since.date() if since else None, limit=limit, images=images, verbose=verbose)
    with Progress() as progress:
        results = crawl_sites([Job(spider) for spider in chosen], settings(context.data), options, tick=progress)
    _print(results, as_json)
    _fail(results)


def _spiders(context: Context, targets: Sequence[str], every: bool) -> list[type[NewsSpider]]:
    known = known_sites(context.data)
    named = choose(targets, known)
    spiders = list(dict.fromkeys([*named, *(real(known) if every else ())]))
    if not spiders:
        raise click.UsageError(NOBODY)
    return spiders


def _is_due(context: Context, site: str) -> bool:
    with Archive(context.path) as archive:
        settled = archive.settled(site)
    return settled is None or datetime.fromisoformat(settled) < datetime.now(UTC) - DUE_AFTER


def _ask_for_contact(spiders: Iterable[type[NewsSpider]]) -> None:
    abroad = any(not is_loopback(urlsplit(spider.home).hostname or "") for spider in spiders)
    if abroad and not os.environ.get("NEWSARCHIVE_CONTACT"):
        click.echo(NO_CONTACT, err=True)


def _print(results: Sequence[Result], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([dataclasses.asdict(result) for result in results], ensure_ascii=False, indent=2))
    else:
        show_results(results)


def _fail(results: Sequence[Result]) -> None:
    """End with exit code 1 and a sentence for each crawl that did not do its work."""
    sentences = [result.problem or STOPPED.format(site=result.site) for result in results if not result.worked]
    if sentences:
        raise Failure("\nnewsarchive: ".join(sentences))
