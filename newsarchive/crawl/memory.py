"""What a crawl remembers of the crawls before it: which items are known, what rests, what lists last said.

A crawl that did not run to its end may have seen lists whose items it never fetched. So nothing that was noted of a
list after the last *finished* run is believed; records are, for each is stored whole before anything else is noted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from newsarchive.archive import Archive, Fetch
from newsarchive.archive.digest import digest
from newsarchive.crawl.redacting import Graveyard
from newsarchive.crawl.revisits import overdue
from newsarchive.items import Record, Site

RETRY_HOURS = (0, 1, 6, 24, 72, 168, 720)
"""How long a failed address rests, by the number of failures in a row; the last holds for all further ones."""
GONE = (404, 410)
GONE_HOURS = 20
"""How long an address rests at least that the portal says does not exist: until the next night's crawl."""
REST = {"other": timedelta(days=30), "list": timedelta(days=7)}
"""How long a page rests that is no item, and a list that showed nothing that other lists had not shown."""
MOST_CHANGED = 0.5
FEW = 5
"""If more than this share (and number) of a list's known items read differently, the list changed, not the items."""
PICTURES = "SELECT DISTINCT x.url FROM json_each(?) AS asked CROSS JOIN record_images x ON x.url = asked.value"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be fetched of what a list shows."""

    items: list[str] = field(default_factory=list)
    """Addresses to fetch, in the list's order."""
    changed: dict[str, str] = field(default_factory=dict)
    """Those of them that are known, and what the list says of them now."""
    unsettled: bool = False
    """Whether the list shows anything that was not yet archived when the site was last crawled to its end."""


class Memory:
    """The archive's memory of one site."""

    def __init__(self, archive: Archive, site: Site, *, full: bool = False, now: datetime | None = None) -> None:
        self.archive = archive
        self.site = site.name
        self.full = full
        self.now = now or datetime.now(UTC)
        self.settled = archive.settled(site.name)
        self.graveyard = Graveyard(archive)

    def wanted(self, said: Mapping[str, str], source: str) -> Wanted:
        """Choose what to fetch of the items that the list ``source`` shows (``said``: address to words).

        Unknown ones, and known ones of which the list now says something else; all of them in a full crawl.
        """
        known, past = self.archive.known(said), self.archive.mentions(said)
        resting = self.resting(url for url in said if url not in known)
        before = {url: past.get(url, {}).get(source) for url in known}
        changed = self._believable(
            {url: said[url] for url in known if before[url] not in (None, said[url])}, len(known)
        )
        items = [url for url in said if url in changed or (url not in resting and (self.full or url not in known))]
        self.archive.note_mentions(self.site, source, {url: words for url, words in said.items() if url not in changed})
        unsettled = any(self._is_unsettled(known.get(url)) for url in said if url not in resting)
        return Wanted(items, changed, unsettled or self.full)

    def _believable(self, changed: dict[str, str], known: int) -> dict[str, str]:
        return {} if len(changed) > max(FEW, known * MOST_CHANGED) else changed

    def _is_unsettled(self, first_seen: str | None) -> bool:
        return first_seen is None or self.settled is None or first_seen > self.settled

    def is_same(self, record: Record) -> bool:
        """Tell whether the archive holds the very text of the record."""
        stored = self.archive.get(record.url)
        return stored is not None and stored.digest == digest(record.title, record.lead, record.body)

    def mentioned(self, url: str, source: str, words: str) -> None:
        """Remember what a list said of a known item, now that the item has been fetched for it."""
        self.archive.note_mentions(self.site, source, {url: words})

    def resting(self, urls: Iterable[str]) -> set[str]:
        """Give those of the addresses that were asked for before and are not to be taken for items again.

        Those that failed and may be tried again are not among them.
        """
        if self.full:
            return set()
        rows = self.archive.fetches(urls)
        return {url for url, row in rows.items() if self._trusted(row) and not self._is_due(row)}

    def waiting(self, urls: Iterable[str]) -> set[str]:
        """Give those of the addresses that failed before and are not to be tried again yet."""
        rows = {} if self.full else self.archive.fetches(urls)
        return {url for url, row in rows.items() if row.failures and not self._is_due(row)}

    def no_items(self, urls: Iterable[str]) -> set[str]:
        """Give those of the addresses that were asked for before and became no records, due or not."""
        rows = {url for url, row in self.archive.fetches(urls).items() if self._trusted(row) and not row.failures}
        return rows - set(self.archive.known(rows))

    def _is_due(self, row: Fetch) -> bool:
        return row.next_due is not None and row.next_due <= _text(self.now)

    def sort(self, urls: Iterable[str]) -> tuple[list[str], list[str]]:
        """Sort links of an undeclared portal: those never followed, and the lists that are worth another visit.

        Both leave out records and what rests; the lists come in the order of their last visit, the longest ago first.
        """
        asked = list(dict.fromkeys(urls))
        if self.full:
            return asked, []
        known = self.archive.known(asked)
        rows = {url: row for url, row in self.archive.fetches(asked).items() if self._trusted(row)}
        lists = [
            url
            for url, row in rows.items()
            if url not in known and not row.failures and (row.next_due is None or self._is_due(row))
        ]
        return [url for url in asked if url not in known and url not in rows], sorted(
            lists, key=lambda url: rows[url].last_fetched
        )

    def _trusted(self, row: Fetch) -> bool:
        """Tell whether a note counts: of a list only if its items were fetched as well."""
        return bool(row.failures) or (self.settled is not None and row.last_fetched <= self.settled)

    def unchanged(self, said: Mapping[str, str], source: str) -> set[str]:
        """Give the parts of a sitemap index that are dated as they were when they were last read."""
        past = {} if self.full else self.archive.mentions(said)
        rows = self.archive.fetches(url for url in past if said[url] and past[url].get(source) == said[url])
        return {url for url, row in rows.items() if self._trusted(row) and not row.failures}

    def validators(self, url: str) -> dict[str, str]:
        """Give the headers by which a server can say that a list has not changed since the last finished run."""
        row = None if self.full else self.archive.fetch(url)
        if row is None or row.failures or not self._trusted(row):
            return {}
        headers = {"If-None-Match": row.etag, "If-Modified-Since": row.last_modified}
        return {name: value for name, value in headers.items() if value}

    def pending(self) -> list[str]:
        """Give the addresses of pages that failed in former runs and are to be tried again now."""
        rows = self.archive.fetches(list(self.archive.due(self.site, self.now)))
        failed = [url for url, row in rows.items() if row.failures]
        pictures = {row[0] for row in self.archive.connection.rows(PICTURES, (json.dumps(failed),))}
        return [url for url in failed if url not in pictures]

    def handled(
        self, url: str, status: int | None, etag: str | None, modified: str | None, *, rest: str | None = None
    ) -> None:
        """Note that an address was fetched and is done with; ``rest`` names how long it rests (a key of ``REST``)."""
        due = self.now + REST[rest] if rest else None
        self.archive.note_fetch(url, self.site, status, etag=etag, last_modified=modified, next_due=due)

    def failed(
        self,
        url: str,
        status: int | None,
        retry_at: datetime | None = None,
        *,
        probe: bool = False,
        missing: bool = False,
    ) -> None:
        """Note a failure, and when to try again: by the number of failures in a row, not before ``retry_at``.

        A ``probe`` that found nothing is no failure; the address only rests. A known record that is ``missing`` is
        gone when it is missing on another day as well.
        """
        if probe:
            self.archive.note_fetch(url, self.site, status, next_due=self.now + REST["list"])
            return
        row = self.archive.fetch(url)
        failures = (row.failures if row else 0) + 1
        hours = RETRY_HOURS[min(failures, len(RETRY_HOURS)) - 1]
        wait = timedelta(hours=max(hours, GONE_HOURS) if missing or status in GONE else hours)
        due = max(self.now + wait, retry_at or self.now)
        self.archive.note_fetch(url, self.site, status, failures=failures, next_due=due)
        if missing:
            self.archive.note_missing(url, self.now)

    def wake(self, url: str) -> None:
        """Let a list that was to rest be visited in every crawl, for it has turned out to be useful."""
        row = self.archive.fetch(url)
        if row and row.next_due and not row.failures:
            self.archive.note_fetch(url, self.site, row.last_status, etag=row.etag, last_modified=row.last_modified)

    def is_record(self, url: str) -> bool:
        """Tell whether the archive holds a record at the address."""
        return bool(self.archive.known([url]))

    def forgotten(self, urls: Iterable[str]) -> set[str]:
        """Give those of the addresses that were taken down on purpose, and are never asked for again."""
        return self.graveyard.buried(urls)

    def overdue(self) -> list[str]:
        """Give the addresses of known records that are to be visited again."""
        return [] if self.full else overdue(self.archive, self.site, self.now, self.records())

    def records(self) -> int:
        """Give the number of records that the archive holds of the site."""
        return next((site.records for site in self.archive.sites() if site.id == self.site), 0)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
