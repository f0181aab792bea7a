"""``newsarchive import``: other crawlers' WARC files become records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from newsarchive.archive import ArchiveError
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.crawling import known_sites
from newsarchive.cli.output import folded, note, say, say_json
from newsarchive.cli.progress import Steps
from newsarchive.crawl.lock import SiteIsBusyError
from newsarchive.custody.adding import adding
from newsarchive.custody.forgetting import ForgetError
from newsarchive.custody.locks import BusyError
from newsarchive.importing import Import, Options, Report, Sites
from newsarchive.reread import Rereader
from newsarchive.snapshots import SnapshotError

STOPPED = "Stopped; what has been imported is kept, and the same command goes on from there."
NOTHING = 'No record came out of it: "newsarchive import --json" counts why, "newsarchive look FILE" shows one page.'


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--site", metavar="NAME", help="Pages of hosts that nobody declared belong to this site.")
@click.option("--only", multiple=True, metavar="HOST", help="Only pages of this host; can be given several times.")
@click.option("--dry-run", is_flag=True, help="Only say what would come out of it.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@click.pass_obj
def import_(
    context: Context, files: tuple[Path, ...], site: str | None, only: tuple[str, ...], dry_run: bool, as_json: bool
) -> None:
    """Make records of other crawlers' WARC files (wget, browsertrix, Heritrix).

    Every page is judged and read as a crawl would, in order of date, and copied into the archive's own files: the
    foreign ones are not needed any more. Pages of declared sites' hosts are read by their declaration, others host by
    host. What was imported before adds nothing.
    """
    sites = _sites(context, site, only)
    options = Options(dry_run, lambda archive, of: Rereader(context.data, archive, of))
    lock = nullcontext() if dry_run else adding(context.data, "importing")
    with _told(), lock, Steps() as steps:
        report = Import(context.data, files, sites, options, steps.show).run()
    say_json(report.to_dict()) if as_json else _print(report)
    _fail(report)


def _sites(context: Context, named: str | None, only: Sequence[str]) -> Sites:
    declared = {name: spider.declaration() for name, spider in known_sites(context.data).items()}
    if named is not None and named not in declared:
        raise click.BadParameter(f'No site is called {named!r}: "newsarchive sites" lists them.', param_hint="--site")
    return Sites(declared, declared.get(named or ""), only)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what goes wrong into a sentence for people."""
    try:
        yield
    except (ArchiveError, BusyError, ForgetError, SiteIsBusyError, SnapshotError) as error:
        raise Failure(str(error)) from error


def _print(report: Report) -> None:
    for name, counts in report.sites.items():
        say((f"{name}: ", "bold"), ", ".join(f"{number} {outcome}" for outcome, number in counts.items()))
    told = f"{report.pages} pages looked at, {report.snapshots} responses copied, {report.pictures} pictures kept"
    say(told)
    for reason, number in report.passed.most_common():
        say(f"  {number} passed over: {folded(reason)}")
    if not report.records and not report.broken:
        note(NOTHING)


def _fail(report: Report) -> None:
    """End with exit code 1 where a file broke or somebody stopped the work."""
    sentences = [*report.broken, *([STOPPED] if report.stopped else ())]
    if sentences:
        raise Failure("\nnewsarchive: ".join(sentences))
