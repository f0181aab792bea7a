"""At the end of a crawl: learning the site's template, and reading by it what was read without.

So a finished crawl equals a rereading, and does not depend on the order in which its pages came.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.crawl.learned import learned
from newsarchive.crawl.offline import OfflineReader
from newsarchive.extract import Template, learn, reader_version, sight
from newsarchive.extract.learning import FEWEST_PAGES, joined
from newsarchive.items import Site
from newsarchive.reread.planning import hosts
from newsarchive.reread.reading import Portal
from newsarchive.reread.report import Report
from newsarchive.reread.running import Options, Rereading
from newsarchive.reread.sampling import SAMPLE, read_sample, sample

ENOUGH = 20
"""So many pages of one crawl are rather learned from than those of all crawls."""
GROWN = 2
"""A template that was learned of few pages is learned anew when there are so many times more."""
HELD = "SELECT count(*) FROM records WHERE site = ? AND snapshot IS NOT NULL"
UNSETTLED = """
SELECT min(id) FROM runs WHERE site = ?1
AND id > (SELECT coalesce(max(id), 0) FROM runs WHERE site = ?1 AND outcome = 'finished')
"""
"""The first of a site's crawls that came after the last one that ended well."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned at the end of a crawl."""

    version: int | None = None
    """The template's version; None: nothing new was learned."""
    pages: int = 0
    """Of how many pages."""
    report: Report | None = None
    """What was read again, and what differed; None: nothing was to be."""

    def counts(self) -> dict[str, int]:
        """Give what is counted of it; nothing where nothing was done.

        >>> Lesson(version=1, pages=40).counts()
        {'version': 1, 'pages': 40}
        """
        learned = {"version": self.version or 0, "pages": self.pages}
        again = {"read again": self.report.read, "changed": self.report.changed} if self.report else {}
        return {name: number for name, number in {**learned, **again}.items() if number}


def teach(data: Path, site: Site, *, fits: int = 0, misfits: int = 0) -> Lesson:
    """Learn the template of a site whose crawl is about to end, if that is wanted, and read again by it.

    ``fits`` and ``misfits`` count the crawl's pages that were, and were not, of the template known so far. The site's
    lock and that of the writers are held by the caller, who has closed the crawl's files.

    Raises:
        ArchiveError: the archive cannot be written.
    """
    version, pages = None, 0
    with Archive(data / "archive.db") as archive:
        old = learned(archive, site.name)
        redesigned = misfits > max(fits, FEWEST_PAGES)
        new = _learn(data, archive, site, old, redesigned) if redesigned or _may_grow(archive, site, old) else None
        if new is not None and (old is None or new.to_json() != old.to_json()):
            reader, pages = reader_version(site), new.pages
            version = archive.note_template(site.name, new.to_json(), pages=pages, reader=reader)
        portal, options = Portal(site, frozenset(hosts(archive, site.name))), _stale(archive, site)
    return Lesson(version, pages, Rereading(data, portal, options).run() if options else None)


def _may_grow(archive: Archive, site: Site, old: Template | None) -> bool:
    """Tell whether there is no template yet, or one of far fewer pages than there are now."""
    pages = old.pages if old else FEWEST_PAGES / GROWN
    return bool(pages * GROWN <= min(SAMPLE, archive.connection.value(HELD, (site.name,))))


def _learn(data: Path, archive: Archive, site: Site, old: Template | None, redesigned: bool) -> Template | None:
    """Learn a template; after a redesign beside the one before."""
    numbers = sample(archive, site.name, enough=FEWEST_PAGES if redesigned else ENOUGH)
    alone = OfflineReader(site, hosts(archive, site.name))
    sights, records = [], {}
    for number, page, record in read_sample(data, archive, numbers, alone):
        sights.append(sight(page, site))
        records[number] = record
    new = learn(sights)
    if new is None:
        return None
    new = joined(new, old) if redesigned else new
    by_it = dataclasses.replace(alone, template=new)
    same = sum(record == records[number] for number, _, record in read_sample(data, archive, list(records), by_it))
    return dataclasses.replace(new, active=same < len(records) or (old is not None and old.active))


def _stale(archive: Archive, site: Site) -> Options | None:
    """Say what is to be read again: what this reader has read without the template, or with a former one."""
    new = learned(archive, site.name)
    if new is None or not new.active:
        return None
    former = [Template.from_json(stored.body) for stored in archive.templates(site.name)[:-1]]
    readers = {reader_version(site, one) for one in (None, *former)} - {reader_version(site, new)}
    run = archive.connection.value(UNSETTLED, (site.name,))
    return Options(others_since=archive.settled(site.name), cores=1, readers=tuple(sorted(readers)), run=run)
