"""``newsarchive look``: what a page would become, and by what it is known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import folded, printable, say, say_json
from newsarchive.extract import Page, judge, read_page
from newsarchive.items import Obituary, Record, Site

VERDICTS = {
    "item": "an item: a crawl would archive it",
    "list": "a list of items: a crawl would follow its links and archive nothing of it",
    "consent": "a consent wall: there is nothing to archive behind it without a click",
    "missing": "an error page that pretends to be there: a crawl would leave it",
    "empty": "empty: a crawl would leave it",
    "other": "no item: a crawl would leave it",
}
"""What a verdict means for a crawl."""
PLAIN_FIELDS = (
    "url",
    "kind",
    "title",
    "published",
    "published_raw",
    "modified",
    "authors",
    "source",
    "section",
    "tags",
    "language",
)
"""Fields that are shown on one line, in this order."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page to look at."""

    html: bytes
    url: str
    charset: str | None = None


@click.command()
@click.argument("target", metavar="URL|FILE")
@click.option("--url", "address", metavar="URL", help="The address of a saved FILE, where the page does not tell it.")
@click.option(
    "--site", "name", metavar="NAME", help="Read it as a page of this site; default: the site of its address."
)
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON, as the archive would store it.")
@click.pass_obj
def look(context: Context, target: str, address: str | None, name: str | None, *, as_json: bool) -> None:
    r"""Show what a page would become; write nothing.

    The page is fetched as a crawl would fetch it (robots.txt is obeyed), or read from a file. Beside each field stands
    where it was found.

    \b
    newsarchive look https://www.velenjcan.si/druzba/some-article/
    newsarchive look saved.html --url https://www.velenjcan.si/druzba/some-article/ --json
    """
    source = _from_file(Path(target), address) if _is_file(target) else _from_network(target, context)
    page = Page(source.html, source.url, encoding=source.charset)
    site = _site(name, source.url, context)
    record = read_page(page, site=site)
    if as_json:
        say_json(record.to_dict())
    else:
        _show(record, judge(page, site=site), site)


def _is_file(target: str) -> bool:
    if _is_address(target):
        return False
    if not _is_readable(Path(target)):
        raise click.UsageError(f'"{printable(target)[:200]}" is neither a file nor an http or https address.')
    return True


def _is_readable(path: Path) -> bool:
    try:
        return path.exists() and not path.is_dir()
    except OSError:  # a name that is too long, a folder that may not be looked into
        return False


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _from_file(path: Path, address: str | None) -> Source:
    try:
        html = path.read_bytes()
    except OSError as error:
        raise Failure(f"{path} cannot be read ({error.strerror}): check its permissions.") from error
    url = address or _own_address(html)
    if url is None:
        raise click.UsageError("The page does not tell its address: name it with --url https://….")
    if not _is_address(url):
        raise click.UsageError(f'"{printable(url)[:200]}" is no http or https address: name one with --url https://….')
    return Source(html, url)


def _own_address(html: bytes) -> str | None:
    """Give the address that a saved page tells of itself."""
    markup = Page(html, "").markup
    return next((url for url in (markup.link("canonical"), markup.meta("og:url")) if url and "://" in url), None)


def _from_network(url: str, context: Context) -> Source:
    from newsarchive.cli.crawling.targets import settings  # Scrapy takes a second to load
    from newsarchive.cli.fetching import PageNotFetchedError, charset, fetch

    try:
        response = fetch(url, settings(context.data))
    except PageNotFetchedError as error:
        raise Failure(
            f"{url} could not be had ({error}): check the address in a browser, or save the page and look at the file."
        ) from error
    return Source(response.body, response.url, charset(response))


def _site(name: str | None, url: str, context: Context) -> Site | None:
    """Give the declaration of the named site, or of the one whose address this is."""
    from newsarchive.cli.crawling.targets import known_sites
    from newsarchive.crawl.addresses import host

    known = known_sites(context.data)
    if name is not None and name not in known:
        raise click.BadParameter(
            f'No site is called "{name}": "newsarchive sites" lists those that are known.', param_hint="--site"
        )
    if name is not None:
        return known[name].declaration()
    return next((spider.declaration() for spider in known.values() if host(spider.home) == host(url)), None)


def _show(record: Record, verdict: str, site: Site | None) -> None:
    """Print the record for a person: fields with their evidence, then the text."""
    say(("This page is ", ""), (VERDICTS[verdict], "bold"), f" (site: {site.name if site else 'not declared'}).\n")
    for field in PLAIN_FIELDS:
        _show_field(field, getattr(record, field), record.evidence.get(field))
    for image in record.images:
        _show_field("image", f"{image.url}  {image.caption or ''}  {image.credit or ''}", record.evidence.get("images"))
    _show_parts(record)
    for name in ("lead", "body"):
        if getattr(record, name):
            say((f"\n{name}", "bold"), (f"  ({record.evidence.get(name, '')})", "dim"))
            say(printable(getattr(record, name)))


def _show_field(name: str, value: object, evidence: str | None) -> None:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    shown = folded(text) or "–"
    say((f"{name:14}", "bold"), shown, (f"  ({evidence})" if evidence and text else "", "dim"))


def _show_parts(record: Record) -> None:
    """Print what only notices and obituaries have."""
    for number, notice in enumerate(record.notices, 1):
        _show_facts(
            f"notice {number}", notice.issuer, notice.service, notice.action, notice.area, notice.reason, notice.status
        )
        for window in notice.windows:
            _show_facts("  window", f"{window.starts or '…'} – {window.ends or '…'}")
    if record.obituary:
        _show_obituary(record.obituary)


def _show_obituary(one: Obituary) -> None:
    born, died = one.born and f"* {one.born}", one.died and f"† {one.died}"
    _show_facts("obituary", one.name, born, died, one.age and f"age {one.age}", one.residence)
    for ceremony in one.ceremonies:
        _show_facts("  ceremony", ceremony.kind, ceremony.at, ceremony.place)


def _show_facts(name: str, *facts: object) -> None:
    _show_field(name, " · ".join(str(fact) for fact in facts if fact), None)
