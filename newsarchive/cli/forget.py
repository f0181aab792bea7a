"""``newsarchive forget``: take a record down everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from newsarchive.archive import Archive, ArchiveError
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import folded, note, open_archive, printable, say, say_json
from newsarchive.cli.progress import Steps
from newsarchive.custody.forgetting import ForgetError, Mention, Plan, Removed, bury_ahead, check_reason, finish
from newsarchive.custody.forgetting import forget as take_down
from newsarchive.custody.forgetting import plan as make_plan
from newsarchive.custody.locks import BusyError, alone, reading
from newsarchive.snapshots import SnapshotError

BURIED = "Buried: {url} will never be archived."
NOTHING_NAMED = "Name the record by its number or address; without one nothing else is to be given."
BACKUPS = "A backup made before still holds it: make a new one and delete the old."


@click.command()
@click.argument("key", metavar="ID|URL", required=False)
@click.option(
    "--person",
    "persons",
    multiple=True,
    metavar="NAME",
    help="Also black out this name, in all its cases, in every other record and page. May be given again.",
)
@click.option("--reason", default="", metavar="TEXT", help="Why, for the log; without names. Needed unless --dry-run.")
@click.option("--bury", is_flag=True, help="The address was never archived: see to it that it never will be.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.option("--dry-run", is_flag=True, help="Only show what would go.")
@click.option("--json", "as_json", is_flag=True, help="Print what goes, or went, as JSON; needs --yes or --dry-run.")
@click.pass_obj
def forget(
    context: Context,
    key: str | None,
    persons: tuple[str, ...],
    reason: str,
    bury: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take a record down: show what would go, ask, then remove it everywhere and for good.

    The record, its versions, search terms and pictures go, and so do its pages in the WARC files; the lists, feeds
    and sidebars that show it are cut. What stays is a tombstone that tells nothing: the address is never archived
    again. There is no way back but a backup made before. Without ID or URL, a takedown that was interrupted is
    finished.
    """
    if key is None and (persons or reason or bury or dry_run):
        raise click.UsageError(NOTHING_NAMED)
    _check_usage(reason, key=key, yes=yes, dry_run=dry_run, as_json=as_json)
    with _told():
        if key is None:
            _finish(context)
        elif bury:
            _bury(context, key, reason)
        elif dry_run:
            with open_archive(context) as archive, reading(context.data, "planning a takedown"), Steps() as steps:
                made = make_plan(context.data, archive, key, persons, _shown(steps))
            _print(made, None, as_json=as_json)
        else:
            _take_down(context, key, persons, reason, yes=yes, as_json=as_json)


def _check_usage(reason: str, *, key: str | None, yes: bool, dry_run: bool, as_json: bool) -> None:
    if key and not dry_run and not reason.strip():
        raise click.UsageError('A takedown needs a reason for the log: add one with --reason "…", without names.')
    if as_json and not (yes or dry_run):
        raise click.UsageError("--json cannot ask: add --yes, or --dry-run to only see what would go.")


@contextmanager
def _told() -> Iterator[None]:
    """Turn what goes wrong into a sentence for people."""
    try:
        yield
    except (ArchiveError, BusyError, ForgetError, SnapshotError) as error:
        raise Failure(printable(str(error))) from error


@contextmanager
def _alone(context: Context) -> Iterator[tuple[Archive, int]]:
    """Open the archive for rewriting, while nobody else works in the folder; interrupted takedowns come first.

    Their number is given too.
    """
    with open_archive(context):
        pass
    with alone(context.data, "forgetting"), Archive(context.path) as archive:
        with Steps() as steps:
            done = finish(context.data, archive, _shown(steps))
        for removed in done:
            what = "of pages that had come back" if removed.record is None else f"of record {removed.record}"
            note(f"Finished the interrupted takedown {what}.")
        yield archive, len(done)


def _shown(steps: Steps) -> Any:
    return lambda seen, total: steps.show("looking through the stored pages", seen, total)


def _finish(context: Context) -> None:
    with _alone(context) as (_, finished):
        if not finished:
            note('No takedown is open. To begin one: newsarchive forget ID|URL --reason "…".')


def _bury(context: Context, url: str, reason: str) -> None:
    with _alone(context) as (archive, _):
        bury_ahead(archive, [url], reason)
    say(BURIED.format(url=folded(url)))


def _take_down(context: Context, key: str, persons: tuple[str, ...], reason: str, *, yes: bool, as_json: bool) -> None:
    with _alone(context) as (archive, _):
        with Steps() as steps:
            made = make_plan(context.data, archive, key, persons, _shown(steps))
        check_reason(made, reason)
        if not yes:
            _print(made, None, as_json=False)
            click.confirm("Remove all this for good?", abort=True, err=True)
        removed = take_down(context.data, archive, made, reason)
    _print(made, removed, as_json=as_json) if yes or as_json else say(_done(made, removed))
    for sentence in made.unseen:
        note(sentence)
    note(BACKUPS)


def _print(made: Plan, removed: Removed | None, *, as_json: bool) -> None:
    if as_json:
        say_json(_facts(made, removed))
        return
    record = made.stored.record
    if removed is None:
        say((folded(record.title) or "(no title)", "bold"))
        say((f"{record.kind} {made.stored.id} · {record.site} · {folded(record.url)}", "dim"))
    for line in _lines(made):
        say(line)
    for one in made.mentions:
        say(f"  {_mention(one)}")
    if removed:
        say(_done(made, removed))
        return
    for sentence in made.unseen:
        note(sentence)


def _lines(made: Plan) -> Iterator[str]:
    yield f"  {_many(made.versions, 'version')}, {_many(len(made.addresses), 'address', 'addresses')}"
    goes, cut = made.fates.count("drop"), made.fates.count("redact")
    yield f"  {_many(goes, 'stored response')} {'goes' if goes == 1 else 'go'}, {cut} {'is' if cut == 1 else 'are'} cut"
    yield f"  {_many(len(made.images), 'picture')} that nobody else uses"
    if made.mentions:
        holds = "holds" if len(made.mentions) == 1 else "hold"
        yield f"  {_many(len(made.mentions), 'other record')} {holds} some of its words:"


def _many(count: int, one: str, several: str | None = None) -> str:
    """Write a number with its noun.

    >>> _many(1, "version"), _many(2, "address", "addresses")
    ('1 version', '2 addresses')
    """
    return f"{count} {one if count == 1 else several or one + 's'}"


def _mention(one: Mention) -> str:
    fate = "the name is blacked out" if one.blacked else "left alone"
    address = "; its own address holds the name: forget it too" if one.address_tells else ""
    return f"  {one.record} · {one.site} · {folded(one.title)}: {fate}{address}"


def _done(made: Plan, removed: Removed) -> str:
    return (
        f"Record {made.stored.id} is forgotten: {len(removed.snapshots)} stored responses removed, "
        f"{len(removed.redacted)} cut, {len(removed.images)} pictures deleted, {len(removed.records)} other records "
        f"changed, {removed.addresses} addresses buried."
    )


def _facts(made: Plan, removed: Removed | None) -> dict[str, Any]:
    """Give a plan for programs; of a record that is gone neither words nor addresses."""
    record = made.stored.record
    known = {} if removed else {"url": record.url, "title": record.title}
    return {
        "record": made.stored.id,
        "kind": record.kind,
        "site": record.site,
        **known,
        "versions": made.versions,
        "addresses": len(made.addresses),
        "snapshots": {"removed": made.fates.count("drop"), "cut": made.fates.count("redact")},
        "images": [sha256 for _, sha256, _ in made.images],
        "others": [
            {"record": one.record, "site": one.site, "blacked": one.blacked, "address_tells": one.address_tells}
            for one in made.mentions
        ],
        "unseen": list(made.unseen),
        "done": removed is not None,
    }
