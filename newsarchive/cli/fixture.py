"""``newsarchive fixture``: a page and the record it must become, kept as a test."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click

from newsarchive.cli.context import CHECKOUT, Context, Failure
from newsarchive.cli.looking import sources
from newsarchive.cli.looking.facts import VERDICTS, empty_fields
from newsarchive.cli.looking.sources import Source
from newsarchive.cli.output import say, say_json
from newsarchive.extract import judge, read_page
from newsarchive.items import Record, Site

FIXTURES = CHECKOUT / "tests" / "sites"
REVIEW = "Today's reader wrote this: compare each field with the page, correct what is wrong, then take this line out."
"""Stands in an expectation until a person has read it; the tests fail as long as it does."""
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")


class FileName(click.ParamType[str]):
    """A name that every file system takes, and the test runner too."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the name as it was written, or fail with what may be written."""
        if not NAME.fullmatch(value):
            self.fail(f"{value!r} is no name for a file: write small letters, digits and hyphens.", param, ctx)
        return str(value)


@click.command()
@click.argument("name", type=FileName())
@click.argument("target", metavar="[URL|FILE|NUMBER]", required=False)
@click.option("--url", "address", metavar="URL", help="The address of a saved FILE, where the page does not tell it.")
@click.option("--site", type=FileName(), help="The folder, and the site as which it is read; default: by its address.")
@click.option("--snapshot", type=click.IntRange(1), metavar="ID", help="A stored page of the archive, by its number.")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the fixtures are; default: tests/sites of the checkout.",
)
@click.option("--force", is_flag=True, help="Replace a fixture of this name, also one that was reviewed.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
@click.pass_obj
def fixture(
    context: Context,
    name: str,
    target: str | None,
    address: str | None,
    site: str | None,
    snapshot: int | None,
    folder: Path | None,
    *,
    force: bool,
    as_json: bool,
) -> None:
    """Save a page with the record it must become, as a test.

    The page comes from an address (fetched as a crawl would, robots.txt is obeyed), a saved file, or the archive (the
    NUMBER of a record). Other people's texts are theirs: keep only pages here that are your own or made up.

    \b
    1  newsarchive fixture two-closures page.html --url https://portal.example/obvestila/zapori --site portal
    2  python -m pytest tests/sites             fails: the expectation has not been reviewed
    3  open tests/sites/portal/two-closures.json beside the page; correct every field that is wrong or empty;
       take out the line "review"
    4  python -m pytest tests/sites             now fails where the reader is wrong, field by field
    5  mend the reader, or say in "wrong" why it cannot be mended yet:
       "wrong": {"notices.0.places": "a street that no rule knows"}

    The reader does not know its own mistakes: an expectation that was not compared with the page is worth nothing.
    """  # noqa: D301 (click wants the character, not its name)
    source = sources.find(target, context, address=address, snapshot=snapshot)
    declared = _declared(site, source, context)
    folder = _folder(folder) / (site or _folder_of(declared, source))
    page = source.page()
    record = read_page(page, site=declared, fetched=source.fetched)
    written = _expectation(source, record)
    _write(folder, name, source.html, written, force=force)
    if as_json:
        say_json({"page": str(folder / f"{name}.html"), **written})
    else:
        _tell(folder / f"{name}.json", record, judge(page, site=declared), declared)


def _declared(name: str | None, source: Source, context: Context) -> Site | None:
    """Give the site's declaration, the one with which the tests read the folder of this name: none may be needed."""
    from newsarchive.cli.crawling.targets import known_sites  # Scrapy takes a second to load

    if name is None:
        return sources.site_of(None, source.url, context)
    known = known_sites(context.data)
    return known[name].declaration() if name in known else None


def _folder(named: Path | None) -> Path:
    if named is None and not FIXTURES.is_dir():
        raise Failure("There is no checkout with a folder tests/sites here: name a folder with --folder.")
    return named or FIXTURES


def _folder_of(declared: Site | None, source: Source) -> str:
    """Give the folder of a page: the name of its site, or the host with hyphens in place of what no name has.

    >>> _folder_of(None, Source(b"", "https://www.primer.example:8080/a"))
    'primer-example'
    """
    return re.sub(r"[^a-z0-9]+", "-", sources.name_of(declared, source.url).lower()).strip("-") or "unnamed"


def _expectation(source: Source, record: Record) -> dict[str, Any]:
    """Give what ``tests/sites`` expects of a page, to be reviewed."""
    told: dict[str, Any] = {"review": REVIEW, "url": source.url}
    if source.fetched:
        told["fetched"] = source.fetched.isoformat()
    if source.charset:
        told["encoding"] = source.charset
    return {**told, "record": record.to_dict()}


def _write(folder: Path, name: str, html: bytes, expectation: dict[str, Any], *, force: bool) -> None:
    """Write both files, each whole or not at all."""
    page, told = folder / f"{name}.html", folder / f"{name}.json"
    if not force and (page.exists() or told.exists()):
        raise Failure(f"{page} is there already: give another name, or replace it with --force.")
    text = json.dumps(expectation, ensure_ascii=False, indent=1) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in ((page, html), (told, text.encode("utf-8", "replace"))):
            part = path.with_name(f"{path.name}.part")
            part.write_bytes(data)
            part.replace(path)
    except OSError as error:
        raise Failure(f"{folder} cannot be written ({error.strerror}): name another folder with --folder.") from error


def _tell(path: Path, record: Record, verdict: str, site: Site | None) -> None:
    """Say what was written and what is to be done with it."""
    say(("Written: ", "bold"), f"{path.with_suffix('.html')} and {path.name}, a record of kind {record.kind}")
    say(("Read as: ", "bold"), f"a page of {site.name}" if site else "a page of a site that nobody declared")
    if verdict != "item":
        say(("Careful: ", "bold yellow"), f"the reader takes it for {VERDICTS[verdict]}; the tests want an item.")
    say(("Empty:   ", "bold"), ", ".join(empty_fields(record)) or "nothing")
    say(("\nToday's reader wrote the expectation; it knows no better than itself.", "bold"))
    say(f"Compare each field of {path} with the page, correct it, take out the line “review”, then run")
    say("  python -m pytest tests/sites")
