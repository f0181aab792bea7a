"""Where a page comes from: a file, the network, or the archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from newsarchive.archive import Archive, ArchiveError
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import open_archive, printable
from newsarchive.extract import Page, Template
from newsarchive.items import Site


@dataclass(frozen=True, slots=True)
class Source:
    """A page to look at."""

    html: bytes
    url: str
    charset: str | None = None
    """What its transport declared."""
    fetched: datetime | None = None
    """When it was fetched; None: nobody knows."""

    def page(self) -> Page:
        """Give it parsed."""
        return Page(self.html, self.url, encoding=self.charset)


def find(target: str | None, context: Context, *, address: str | None = None, snapshot: int | None = None) -> Source:
    """Get the page that a person named: a file, an address, the number of a record, or a snapshot.

    ``address`` is that of a saved file which does not tell its own.

    Raises:
        click.UsageError: it names nothing of these.
        Failure: it cannot be had.
    """
    if (target is None) == (snapshot is None):
        raise click.UsageError("Name one page: an address, a saved file, the number of a record, or --snapshot ID.")
    if snapshot is not None:
        return _from_archive(context, snapshot=snapshot)
    assert target is not None
    if _is_address(target):
        return _from_network(target, context)
    if _is_readable(Path(target)):
        return _from_file(Path(target), address)
    if target.isascii() and target.isdigit() and len(target) < 19:
        return _from_archive(context, record=int(target))
    raise click.UsageError(f'"{printable(target)[:200]}" is neither a file nor an http or https address.')


def site_of(name: str | None, url: str, context: Context) -> Site | None:
    """Give the declaration of the named site, or of the one whose address this is.

    Raises:
        click.BadParameter: no site has that name.
    """
    from newsarchive.cli.crawling.targets import known_sites  # Scrapy takes a second to load
    from newsarchive.crawl.addresses import host

    known = known_sites(context.data)
    if name is not None and name not in known:
        raise click.BadParameter(
            f'No site is called "{name}": "newsarchive sites" lists those that are known.', param_hint="--site"
        )
    if name is not None:
        return known[name].declaration()
    return next((spider.declaration() for spider in known.values() if host(spider.home) == host(url)), None)


def learned(context: Context, site: str) -> Template | None:
    """Give what earlier crawls have learned of a site's template; None where they have not, or there is no archive."""
    from newsarchive.crawl.learned import learned as known  # Scrapy takes a second to load

    try:
        with Archive(context.path, readonly=True) as archive:
            return known(archive, site)
    except ArchiveError:
        return None


def name_of(site: Site | None, url: str) -> str:
    """Give the name under which the archive keeps a page's site.

    >>> name_of(None, "https://www.primer.example/novice/a")
    'primer.example'
    """
    return site.name if site else (urlsplit(url).hostname or "").removeprefix("www.")


def _is_readable(path: Path) -> bool:
    try:
        return path.exists() and not path.is_dir()
    except (OSError, ValueError):  # a name that is too long, a folder that may not be looked into
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
    return Source(response.body, response.url, charset(response), datetime.now(UTC).replace(microsecond=0))


def _from_archive(context: Context, *, record: int | None = None, snapshot: int | None = None) -> Source:
    """Load a stored page: that of a record, or a snapshot by its own number."""
    from newsarchive.reread.pages import UnreadableError, stored_page
    from newsarchive.snapshots import charset

    with open_archive(context) as archive:
        number = _snapshot_of(archive, record) if record is not None else snapshot
        try:
            found = stored_page(context.data, archive, number)
        except UnreadableError as error:
            name = f"record {record}" if record is not None else f"snapshot {snapshot}"
            raise Failure(f'There is no page of {name} ({error}): "newsarchive verify" checks what is kept.') from error
    return Source(found.body, found.snapshot.url, charset(found.exchange), found.fetched)


def _snapshot_of(archive: Archive, record: int) -> int | None:
    stored = archive.get(record)
    if stored is None:
        raise Failure(f'The archive has no record {record}: "newsarchive search" finds its number.')
    return stored.snapshot
