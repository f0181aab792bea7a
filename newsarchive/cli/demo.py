"""``newsarchive demo``: serve the made-up portal, crawl it, show what came out."""

from __future__ import annotations

import dataclasses
import shlex
from collections.abc import Iterable, Sequence
from typing import Any

import click

from newsarchive.archive import Archive, ArchiveError
from newsarchive.cli.context import Context, Failure, default_data, program
from newsarchive.cli.crawling import (
    Job,
    Options,
    Progress,
    Result,
    crawl_sites,
    known_sites,
    settings,
    show_results,
)
from newsarchive.cli.output import folded, note, open_archive, prepare, say, say_json, say_table
from newsarchive.demo import Portal, PortInUseError, Score, running_all, score
from newsarchive.demo.score import GOOD_BODY
from newsarchive.demo.templates import TEMPLATES
from newsarchive.items import KINDS, Record

QUERIES = ("zapora ceste", "knjižnica", "gasilci pozar")
"""Searches that are shown, the last without its diacritics."""
SHOWN = 5
"""So many mistakes of a site are shown."""
TAKEN = "Port {port} is in use: choose others, as in “newsarchive demo --port {other}”."
OTHER_DEMO = "The archive also holds a demo of another size or seed: give this one a folder of its own with --data."


@click.command()
@click.option("--records", type=click.IntRange(min=1), default=200, show_default=True, help="Items of each portal.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed gives other news.")
@click.option(
    "--day", type=click.IntRange(min=1), default=1, show_default=True, help="The portals' day; 2 is the next."
)
@click.option("--port", type=click.IntRange(0, 65533), default=8017, show_default=True, help="Of the first portal.")
@click.option("--serve", "only_serve", is_flag=True, help="Serve the portals until Ctrl-C, and crawl nothing.")
@click.option("--no-images", "images", flag_value=False, default=True, type=bool, help="Fetch no pictures.")
@click.option("--json", "as_json", is_flag=True, help="Print crawls, scores and every mistake as JSON.")
@click.pass_obj
def demo(
    context: Context, records: int, seed: int, day: int, port: int, only_serve: bool, images: bool, as_json: bool
) -> None:
    """Serve the made-up portal, crawl it, show what came out.

    Three portals of a made-up region are served on this machine and crawled into the archive; what it then holds is
    compared with what they published. With --day 2, they have moved on: some news are new, some edited, some gone.
    """
    portals = [Portal(name, records, seed, day) for name in TEMPLATES]
    if only_serve:
        _serve(portals, port)
        return
    results, bases = _crawl(context, portals, port, Options(images=images))
    scores = _scores(context, portals, bases)
    if as_json:
        say_json({"crawls": [dataclasses.asdict(one) for one in results], "scores": _plain(scores)})
    else:
        _tell(context, results, scores, day)
    _fail(results, scores)


def _serve(portals: Sequence[Portal], port: int) -> None:
    from newsarchive.demo.server import serve  # brings Twisted's reactor, which a crawl must choose for itself

    ports = (port + at if port else 0 for at in range(len(portals)))
    try:
        serve(zip(portals, ports, strict=True), _ready)
    except PortInUseError as error:
        raise _taken(error) from error


def _ready(bases: Sequence[str]) -> None:
    for template, base in zip(TEMPLATES.values(), bases, strict=True):
        click.echo(f"{template.title}: {base}")
    note("Ctrl-C ends it.")


def _taken(error: PortInUseError) -> Failure:
    return Failure(TAKEN.format(port=error.port, other=error.port + 1000 if error.port < 64000 else 8117))


def _crawl(context: Context, portals: Sequence[Portal], port: int, options: Options) -> tuple[list[Result], list[str]]:
    try:
        prepare(context)
        with running_all(portals, port) as bases, Progress() as progress:
            note(f"Crawling three made-up portals at {', '.join(bases)}.")
            known = known_sites(context.data)
            jobs = [Job(known[portal.site], home=base) for portal, base in zip(portals, bases, strict=True)]
            return crawl_sites(jobs, settings(context.data), options, tick=progress), bases
    except PortInUseError as error:
        raise _taken(error) from error
    except ArchiveError as error:
        raise Failure(str(error)) from error


def _scores(context: Context, portals: Sequence[Portal], bases: Sequence[str]) -> dict[str, Score]:
    with open_archive(context) as archive:
        return {
            portal.site: score(_served(archive, portal.site, base), portal.truth(base), also=portal.later(base))
            for portal, base in zip(portals, bases, strict=True)
        }


def _served(archive: Archive, site: str, base: str) -> Iterable[Record]:
    """Give a site's records, without those of a demo that was served on another port."""
    stored = (one.record for one in archive.records(site=site))
    return (one for one in stored if one.url.startswith(base) or not one.url.startswith("http://127.0.0.1:"))


# what is shown


def _tell(context: Context, results: Sequence[Result], scores: dict[str, Score], day: int) -> None:
    show_results(results)
    say("\nWhat the archive holds, beside what was published:")
    lists = ("expected", "found", "missing", "stray", "twice", "foreign")
    say_table(("site", *lists), [(site, *_counted(one)) for site, one in scores.items()])
    say("\nIn what share of the records each part is right, in percent:")
    names = ("kind", "title", "published", "section", "authors", "body precision", "body recall")
    say_table(("site", *names), [(site, *_shares(one)) for site, one in scores.items()])
    with open_archive(context) as archive:
        _tell_archive(archive)
    _tell_next(context, day)


def _counted(one: Score) -> tuple[int, ...]:
    return (one.expected, one.found, *map(len, (one.missing, one.stray, one.duplicates, one.foreign)))


def _shares(one: Score) -> tuple[str, ...]:
    names = ("kind", "title", "published", "section", "authors")
    return tuple(f"{100 * share:.1f}" for share in (*(one.right[name] for name in names), one.precision, one.recall))


def _tell_archive(archive: Archive) -> None:
    counts = archive.counts().values()
    told = (f"{sum(site.get(kind, 0) for site in counts)} {kind}s" for kind in KINDS)
    say(f"\nIn the archive: {', '.join(told).replace('obituarys', 'obituaries')}. Some of them:")
    for kind in KINDS:
        for one in archive.records(kind=kind, limit=1):
            say(
                f"  {one.id:>4}  {(one.record.published or one.record.modified or '')[:10]}  ",
                (folded(one.record.title), "bold"),
            )
    say("\nSome searches:")
    for query in QUERIES:
        hits = archive.search(query, limit=1)
        say(f"  {query}: ", (folded(hits[0].title) if hits else "nothing", "bold"))


def _tell_next(context: Context, day: int) -> None:
    elsewhere = "" if context.data == default_data() else f" --data {shlex.quote(str(context.data))}"
    say("\nGo on with:")
    for command, words in (
        (f"search {QUERIES[0]}", "search the archive"),
        ("show 1", "one record, whole"),
        ("serve", "the archive in the browser"),
        (f"demo --day {day + 1}", "the next day: only what is new or edited is fetched"),
        ("crawl https://…", "a real portal"),
    ):
        say(f"  {program()}{elsewhere} {command:<22}", (f"  {words}", "dim"))


def _plain(scores: dict[str, Score]) -> dict[str, Any]:
    return {site: {**dataclasses.asdict(one), "perfect": one.perfect} for site, one in scores.items()}


def _fail(results: Sequence[Result], scores: dict[str, Score]) -> None:
    """End with exit code 1 where a crawl failed or is not perfect, and say what is wrong."""
    broken = [one.problem or f"The crawl of {one.site} ended as {one.outcome}." for one in results if not one.worked]
    wrong = [site for site, one in scores.items() if not one.perfect]
    for site in wrong:
        for sentence in _mistakes(scores[site])[:SHOWN]:
            note(f"{site}: {sentence}")
    if any(one.stray for one in scores.values()):
        note(OTHER_DEMO)
    if broken or wrong:
        told = f"The crawl of {' and '.join(wrong)} is not perfect: “newsarchive demo --json” tells every mistake."
        raise Failure("\nnewsarchive: ".join([*broken, *([told] if wrong else [])]))


def _mistakes(one: Score) -> list[str]:
    lists = (
        ("missing", one.missing),
        ("stray", one.stray),
        ("stored twice", one.duplicates),
        ("words of another item", one.foreign),
    )
    told = [f"{name}: {url}" for name, urls in lists for url in urls]
    told += [f"{name} is {got!r}, not {want!r}: {url}" for url, name, want, got in one.mistakes]
    if min(one.precision, one.recall) < GOOD_BODY:
        told.append(f"the text is right to {one.precision:.4f} and whole to {one.recall:.4f}")
    return told
