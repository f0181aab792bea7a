"""``newsarchive reread``: read stored pages again with today's reader."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime

import click

from newsarchive.archive import ArchiveError, StoredSite
from newsarchive.archive.times import stamp
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.crawling import known_sites
from newsarchive.cli.output import check_site, folded, note, open_archive, say, say_json
from newsarchive.cli.progress import Steps
from newsarchive.crawl import NewsSpider, undeclared
from newsarchive.custody.adding import adding
from newsarchive.custody.forgetting import ForgetError
from newsarchive.custody.locks import BusyError
from newsarchive.items import Site
from newsarchive.reread import Example, Options, Portal, Report, Rereading, WorkerDiedError
from newsarchive.reread.planning import hosts
from newsarchive.snapshots import SnapshotError

STOPPED = "Stopped; what has been read is kept, and the same command goes on from there."
STAYS = "The records stay as they are."


@click.command()
@click.argument("sites", nargs=-1, metavar="[SITE]...")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only pages fetched on DATE (YYYY-MM-DD, UTC) or later.",
)
@click.option("--all", "every", is_flag=True, help="Also records that today's reader has read already.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--cores", type=click.IntRange(min=1), metavar="N", help="Read on N cores; without it on all of them.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_obj
def reread(
    context: Context,
    sites: tuple[str, ...],
    since: datetime | None,
    every: bool,
    dry_run: bool,
    cores: int | None,
    as_json: bool,
) -> None:
    """Read stored pages again with today's reader, and say what changed.

    Nothing is fetched. Records that another version of newsarchive has read, or that were read before the site's
    declaration changed, are read from their stored pages; a text that reads differently becomes a version "reread".
    A run that was stopped is taken up again by the next one.
    """
    options = Options(stamp(since) if since else None, every, dry_run, cores or 0)
    portals = _portals(context, sites)
    lock = nullcontext() if dry_run else adding(context.data, "rereading")
    with _told(), lock, Steps() as steps:
        reports = list(_reports(context, portals, options, steps))
    say_json([report.to_dict() for report in reports]) if as_json else _print(reports, dry=dry_run)
    if any(report.stopped for report in reports):
        raise Failure(STOPPED)


def _portals(context: Context, sites: Sequence[str]) -> list[Portal]:
    """Give the named sites (none named: all) with what is declared of them today."""
    known = known_sites(context.data)
    with open_archive(context) as archive:
        for site in sites:
            check_site(archive, site, "SITE")
        stored = [one for one in archive.sites() if not sites or one.id in sites]
        return [Portal(declared(one, known), frozenset(hosts(archive, one.id))) for one in stored]


def declared(stored: StoredSite, known: dict[str, type[NewsSpider]]) -> Site:
    """Give the declaration of a site that the archive holds, at the home where it was last crawled."""
    spider = known.get(stored.id)
    if spider:
        return spider.declaration(stored.home_url)
    return dataclasses.replace(undeclared(stored.home_url or f"https://{stored.id}/").declaration(), name=stored.id)


def _reports(context: Context, portals: Sequence[Portal], options: Options, steps: Steps) -> Iterator[Report]:
    """Read site after site; one that is stopped ends the work."""
    for portal in portals:
        rereading = Rereading(
            context.data, portal, options, lambda report, total: steps.show(report.site, report.read, total)
        )
        report = rereading.run()
        yield report
        if report.stopped:
            return


@contextmanager
def _told() -> Iterator[None]:
    """Turn what goes wrong into a sentence for people."""
    try:
        yield
    except (ArchiveError, BusyError, ForgetError, SnapshotError, WorkerDiedError) as error:
        raise Failure(str(error)) from error


def _print(reports: Sequence[Report], *, dry: bool) -> None:
    if not any(report.read or report.new for report in reports):
        note('Everything has been read by today\'s reader; "--all" reads it again.')
    for report in reports:
        if report.read or report.new:
            _print_report(report, dry=dry)


def _print_report(report: Report, *, dry: bool) -> None:
    would = "would change" if dry else "changed"
    read = report.read - report.unreadable.total()
    say((f"{report.site}: ", "bold"), f"{read} pages read again, {report.changed} records {would}")
    for name, number in report.fields.most_common():
        say("  ", (f"{name}", "bold"), f" {number}")
        for example in report.examples[name] if name != "evidence" else ():
            _print_example(example)
    _print_list(report.new, "became records" if not dry else "would become records", report.new_examples)
    for reason, number in report.no_items.most_common():
        _print_list(number, f"would be no record today ({reason}). {STAYS}", report.no_item_examples)
    for reason, number in report.unreadable.most_common():
        _print_list(number, f"could not be read ({folded(reason)}). {STAYS}", report.unreadable_examples)


def _print_example(example: Example) -> None:
    say(f"    {_quoted(example.old)} -> {_quoted(example.new)}")
    say(f"      {folded(example.url)}")


def _quoted(text: str | None) -> str:
    return "nothing" if text is None else f"“{folded(text)}”"


def _print_list(number: int, what: str, urls: Sequence[str]) -> None:
    if number:
        say(f"  {number} page{'s' if number > 1 else ''} {what}")
        for url in urls:
            say(f"    {folded(url)}")
