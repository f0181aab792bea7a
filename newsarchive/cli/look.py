"""``newsarchive look``: what a page would become, by what it is known, and what was left out."""

from __future__ import annotations

from pathlib import Path

import click

from newsarchive.cli.context import Context, Failure
from newsarchive.cli.looking import sources
from newsarchive.cli.looking.paper import paper
from newsarchive.cli.looking.terminal import show
from newsarchive.cli.output import note, say_json
from newsarchive.extract import judge, read_page
from newsarchive.extract.explain import explain


@click.command()
@click.argument("target", metavar="[URL|FILE|NUMBER]", required=False)
@click.option("--url", "address", metavar="URL", help="The address of a saved FILE, where the page does not tell it.")
@click.option(
    "--site", "name", metavar="NAME", help="Read it as a page of this site; default: the site of its address."
)
@click.option("--snapshot", type=click.IntRange(1), metavar="ID", help="A stored page of the archive, by its number.")
@click.option(
    "--html",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the page with its regions in colour into this file, for the browser.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON, as the archive would store it.")
@click.pass_obj
def look(
    context: Context,
    target: str | None,
    address: str | None,
    name: str | None,
    snapshot: int | None,
    file: Path | None,
    *,
    as_json: bool,
) -> None:
    """Show what a page would become; archive nothing.

    The page is fetched as a crawl would fetch it (robots.txt is obeyed), or read from a file, or it is the stored page
    of the record with that NUMBER. Beside each field stands where it was found; then comes what was left out, and why.
    What earlier crawls learned of the site's template is used, as in a crawl.

    \b
    newsarchive look https://www.velenjcan.si/druzba/some-article/
    newsarchive look saved.html --url https://www.velenjcan.si/druzba/some-article/ --json
    newsarchive look 17 --html page.html        open page.html in a browser
    """  # noqa: D301 (click wants the character, not its name)
    source = sources.find(target, context, address=address, snapshot=snapshot)
    site = sources.site_of(name, source.url, context)
    template = sources.learned(context, sources.name_of(site, source.url))
    page = source.page()
    record = read_page(page, site=site, fetched=source.fetched, template=template)
    verdict, told = judge(page, site=site, template=template), explain(page, record, site=site)
    if file is not None:
        _write(file, paper(record, verdict, site, told))
    if as_json:
        say_json(record.to_dict())
    elif file is None:
        show(record, verdict, site, told)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise Failure(f"{file} cannot be written ({error.strerror}): name another file with --html.") from error
    note(f"{file} is written: open it in a browser.")
