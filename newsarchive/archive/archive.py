"""The archive as the rest of the program sees it: one object, one file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from newsarchive import __version__
from newsarchive.archive import duplicates, reading, runs, saving, search, state, words
from newsarchive.archive.duplicates import Twin
from newsarchive.archive.filters import Filters
from newsarchive.archive.models import (
    FACETS,
    Cause,
    Counted,
    Fetch,
    Hit,
    Order,
    Reread,
    Results,
    Run,
    RunOutcome,
    Saved,
    Stored,
    StoredSite,
    Version,
)
from newsarchive.archive.pages import Pages
from newsarchive.archive.search import Wanted
from newsarchive.archive.times import stamp
from newsarchive.items import Record, Site

Day = str | date


class Archive(Pages):
    """An open archive. Everything it raises is an :class:`~newsarchive.archive.errors.ArchiveError`.

    ``path`` is the SQLite file, created (with its folder) or upgraded unless ``readonly``; ``timeout`` is how many
    seconds to wait for another writer. Readers never wait. Moments default to now; naive ones are taken as UTC.
    ``shared``: threads may use it one after another, never two at once; else it belongs to the thread that opened it.
    """

    # Records

    def save(
        self,
        record: Record,
        *,
        snapshot: int | None = None,
        seen_at: datetime | None = None,
        cause: Cause = "edited",
        reread: saving.Reader | None = None,
        extractor: str | None = None,
    ) -> Saved:
        """Store a record as it was seen at ``seen_at``, read from the page ``snapshot`` (default: its own).

        A new title, lead or body makes a version. Its ``cause`` is an edit unless ``reread``, which reads the stored
        page of what is known, shows that only the reader (``extractor``, default: this version's name) is a better one.
        A sight older than the last one leaves the present text alone: it becomes part of the record's past. A record
        any of whose addresses was forgotten raises :class:`~newsarchive.archive.errors.ForgottenError`.
        """
        return saving.save(
            self.connection,
            record,
            now=None if seen_at is None else stamp(seen_at),
            snapshot=record.snapshot if snapshot is None else snapshot,
            cause=cause,
            extractor=extractor or __version__,
            reader=reread,
        )

    def reread(self, number: int, record: Record, *, extractor: str | None = None, run: int | None = None) -> Reread:
        """Replace what was read from a record's page by what today's reader makes of it; it is not seen again by that.

        A new text makes a version ``reread``, unless the last one came with crawl ``run`` or a later one, of which none
        has ended: it is replaced. A date that the page does not tell stays where another page told it.
        """
        return saving.reread(self.connection, number, record, extractor or __version__, run)

    def get(self, key: int | str) -> Stored | None:
        """Give the record with this number or any of whose addresses this is."""
        return reading.get(self.connection, key)

    def versions(self, number: int) -> list[Version]:
        """Give the texts that a record has had, the oldest first."""
        return reading.versions(self.connection, number)

    def twins(self, number: int) -> list[Twin]:
        """Give the records that resemble one, the most alike first."""
        return duplicates.twins(self.connection, number)

    def find(
        self,
        query: str = "",
        *,
        site: str | None = None,
        kind: str | None = None,
        section: str | None = None,
        author: str | None = None,
        year: str | int | None = None,
        since: Day | None = None,
        until: Day | None = None,
        beyond: int | None = None,
        wider: bool = False,
        order: Order = "relevance",
        limit: int = 20,
        offset: int = 0,
        counts: Iterable[str] = FACETS,
    ) -> Results:
        """Give a page of the records that fit a query and all filters, and how many there are of each sort.

        ``wider`` also finds words that are derived from those of the query; ``beyond``, the number of a record, only
        what came into the archive after it. Filters alone find the newest. ``counts`` are the sorts that are counted;
        the fewer, the quicker, and with a ``limit`` of 0 no record is looked at.

        Raises:
            QueryError: the query cannot be understood.
        """
        filters = Filters(None, site, kind, section, author, year, since, until, beyond)
        wanted = Wanted(query, filters, wider=wider, order=order, limit=limit, offset=offset, counts=frozenset(counts))
        return search.find(self.connection, wanted)

    def search(
        self,
        query: str,
        *,
        site: str | None = None,
        kind: str | None = None,
        section: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        wider: bool = False,
        order: Order = "relevance",
        limit: int = 20,
        offset: int = 0,
    ) -> list[Hit]:
        """Give the hits of :meth:`find`."""
        filters = Filters(site=site, kind=kind, section=section, since=since, until=until)
        wanted = Wanted(query, filters, wider=wider, order=order, limit=limit, offset=offset, counts=frozenset())
        return search.find(self.connection, wanted).hits

    def relemmatize(self) -> int:
        """Look up the dictionary forms of all words of the archive anew, and give the number of words.

        For when another lemmatizer is installed; it takes seconds, and neither texts nor the index are touched.
        """
        return words.relemmatize(self.connection)

    def records(
        self,
        *,
        query: str | None = None,
        site: str | None = None,
        kind: str | None = None,
        section: str | None = None,
        author: str | None = None,
        year: str | int | None = None,
        since: Day | None = None,
        until: Day | None = None,
        beyond: int | None = None,
        wider: bool = False,
        limit: int | None = None,
    ) -> Iterator[Stored]:
        """Give whole records one by one, by number; memory does not grow with their count."""
        filters = Filters(None, site, kind, section, author, year, since, until, beyond)
        return search.records(self.connection, query, filters, limit, wider=wider)

    def tally(
        self,
        *,
        query: str | None = None,
        site: str | None = None,
        kind: str | None = None,
        section: str | None = None,
        author: str | None = None,
        year: str | int | None = None,
        since: Day | None = None,
        until: Day | None = None,
        beyond: int | None = None,
        wider: bool = False,
        limit: int | None = None,
    ) -> Iterator[Counted]:
        """Count the records that :meth:`records` gives, by kind, site, year and reader."""
        filters = Filters(None, site, kind, section, author, year, since, until, beyond)
        return search.tally(self.connection, query, filters, limit, wider=wider)

    def undated(
        self,
        *,
        query: str | None = None,
        site: str | None = None,
        kind: str | None = None,
        section: str | None = None,
        author: str | None = None,
        wider: bool = False,
    ) -> int:
        """Count the records without a date of publication, which no ``since``, ``until`` or ``year`` ever finds."""
        filters = Filters(site=site, kind=kind, section=section, author=author)
        return search.undated(self.connection, query, filters, wider=wider)

    # Sites and runs

    def sites(self) -> list[StoredSite]:
        """Give every site the archive has met, with its records and last run."""
        return runs.sites(self.connection)

    def note_site(self, site: Site) -> None:
        """Remember the name, home, language and zone of a site."""
        state.note_site(self.connection, site)

    def counts(self) -> dict[str, dict[str, int]]:
        """Give the number of records: ``{site: {kind: number}}``."""
        return runs.counts(self.connection)

    def runs(self, site: str | None = None, *, limit: int = 20) -> list[Run]:
        """Give the last runs, the newest first."""
        return runs.runs(self.connection, site, limit)

    def start_run(self, site: str, started: datetime | None = None) -> int:
        """Open a run and give its number."""
        return runs.start_run(self.connection, site, stamp(started))

    def finish_run(
        self,
        number: int,
        outcome: RunOutcome,
        counts: Mapping[str, int],
        stats: Mapping[str, Any],
        *,
        finished: datetime | None = None,
    ) -> None:
        """Close a run: ``counts`` of requests, new, changed, unchanged, failed; ``stats`` is kept as JSON."""
        text = json.dumps(dict(stats), default=str, ensure_ascii=False)
        runs.finish_run(self.connection, number, outcome, counts, text, stamp(finished))

    def settled(self, site: str) -> str | None:
        """Give the moment at which the site's last complete run ended; records first seen later are not settled."""
        return runs.settled(self.connection, site)

    # What a crawl remembers

    def known(self, urls: Iterable[str]) -> dict[str, str]:
        """Give, for those addresses that are records, when the record was first seen."""
        return state.known(self.connection, urls)

    def fetch(self, url: str) -> Fetch | None:
        """Give the last request for an address."""
        return self.fetches([url]).get(url)

    def fetches(self, urls: Iterable[str]) -> dict[str, Fetch]:
        """Give the last request for each of the addresses that were ever asked for."""
        return state.fetches(self.connection, urls)

    def note_fetch(
        self,
        url: str,
        site: str,
        status: int | None,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        failures: int = 0,
        next_due: datetime | None = None,
        at: datetime | None = None,
    ) -> None:
        """Remember a request (``status`` None: no answer), in place of the one before for the same address."""
        due = None if next_due is None else stamp(next_due)
        fetch = Fetch(url, site, etag, last_modified, status, stamp(at), failures, due)
        state.note_fetch(self.connection, fetch)

    def due(self, site: str, now: datetime | None = None) -> Iterator[str]:
        """Give the addresses that are to be asked again by now, the longest overdue first."""
        return state.due(self.connection, site, stamp(now))

    def mentions(self, urls: Iterable[str]) -> dict[str, dict[str, str]]:
        """Give what each list last said of each address: ``{address: {list: said}}``."""
        return state.mentions(self.connection, urls)

    def note_mentions(self, site: str, source: str, said: Mapping[str, str]) -> None:
        """Remember what a list (its address) says of the addresses on it: ``{address: said}``."""
        state.note_mentions(self.connection, site, source, said)
