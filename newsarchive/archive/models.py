"""What the archive gives back. Moments are UTC text, ``2026-11-23T15:14:32.123Z``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

from newsarchive.items import Kind, Record

Outcome = Literal["new", "changed", "unchanged"]
Cause = Literal["published", "edited", "reread"]
Reading = Literal["changed", "fields", "unchanged"]
RunOutcome = Literal["finished", "partial", "interrupted", "empty", "refused", "failed"]
Order = Literal["relevance", "newest", "oldest"]
FACETS = ("site", "kind", "section", "author", "year", "month")
RUN_OUTCOMES: tuple[RunOutcome, ...] = get_args(RunOutcome)


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a record that was saved."""

    id: int
    """Its number in the archive."""
    outcome: Outcome
    """``changed`` only where title, lead or body say something else than before."""
    cause: Cause | None = None
    """Of the version that this made, the last one where it made two; ``None``: it made none."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of a record whose page was read again."""

    outcome: Reading
    """``changed``: the text says something else; ``fields``: only the rest of the record does."""
    fields: tuple[str, ...] = ()
    """The fields of the record that differ, in the record's order."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A record together with what the archive knows about it."""

    id: int
    record: Record
    first_seen: str
    last_seen: str
    gone_at: str | None
    """When the portal was first found to have taken it down; ``None``: it has not."""
    word_count: int
    """Words of lead and body."""
    digest: str
    """Fingerprint of title, lead and body."""
    extractor: str
    """The version of newsarchive that read it."""
    missing_since: str | None = None
    """When it was first not found, since it was last seen; ``None``: it is there."""

    @property
    def snapshot(self) -> int | None:
        """Number of the page from which the record was read as it is now; ``None``: none was kept."""
        return self.record.snapshot


@dataclass(frozen=True, slots=True)
class Version:
    """One text that a record has had."""

    number: int
    """1 is the first."""
    seen_at: str
    cause: Cause
    title: str | None
    lead: str | None
    body: str | None
    digest: str
    snapshot: int | None
    """Number of the raw page it was read from."""
    alters: tuple[str, ...] | None = None
    """What differs from the version before, the weightiest first; ``None``: the first one, or never judged."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One response of a server, kept in a WARC file."""

    id: int
    url: str
    fetched_at: str
    status: int | None
    mime: str | None
    digest: str | None
    """``sha256:`` and the hexadecimal digest of the payload as it was received, still encoded."""
    file: str
    """The WARC file, below the data folder, with forward slashes."""
    offset: int
    """Where in the file its member begins, in bytes."""
    length: int | None
    """Bytes of the compressed member."""
    site: str | None
    run: int | None
    """Number of the crawl that fetched it; ``None``: no crawl did (an import, or an archive of an older version)."""
    address: str | None
    """The normal form of ``url``, by which addresses are compared."""
    original: int | None
    """Number of the snapshot that holds the payload; ``None``: this one does."""
    redacted: str | None
    """When something was cut out of it; ``None``: it is as it came."""


@dataclass(frozen=True, slots=True)
class Warc:
    """One WARC file."""

    file: str
    """Its path below the data folder, with forward slashes."""
    site: str
    bytes: int | None
    """Its size when it was last closed; ``None``: it is being written, or its writer was killed."""
    sha256: str | None
    """The hexadecimal digest of the whole file when it was last closed."""
    sealed_at: str | None


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """What the pages of a site have taught of its template, as the reader wrote it down."""

    site: str
    version: int
    """1 is the first that was learned; the last one counts."""
    learned_at: str
    pages: int
    """Of how many pages it was learned."""
    reader: str
    """The version of the reader that learned it."""
    body: str
    """JSON; see :class:`newsarchive.extract.Template`."""


@dataclass(frozen=True, slots=True)
class Also:
    """A record with the same text on another site."""

    id: int
    site: str
    url: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that a search found."""

    id: int
    url: str
    site: str
    kind: Kind
    title: str | None
    published: str | None
    snippet: str
    """A piece of the text, the found words between :data:`~newsarchive.archive.snippet.OPEN` and ``CLOSE``."""
    score: float
    """How well it fits; only comparable within one search."""
    section: str | None = None
    first_seen: str = ""
    also: tuple[Also, ...] = ()
    """Those that were found too, have the same text on another site, and therefore are no hits of their own."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found: one page of it, and counts of all of it."""

    hits: list[Hit]
    total: int
    """Records that were found, also those that a hit tells with ``also``."""
    exact: bool
    """False: at least so many were found; ``facets`` count those."""
    facets: dict[str, list[tuple[str, int]]]
    """For each of :data:`FACETS` the values and how many records have them, the most first; months in order."""
    query: str
    """What was understood, in the query language."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Records of one kind, site, year and reader, counted."""

    kind: Kind
    site: str
    year: str | None
    """Of publication; ``None``: none is known."""
    extractor: str
    number: int
    first: str | None
    """The earliest ``published`` of them."""
    last: str | None
    """The latest."""
    seen: str
    """When the last of them came into the archive."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """The last request for an address."""

    url: str
    site: str
    etag: str | None
    last_modified: str | None
    last_status: int | None
    last_fetched: str
    failures: int
    """Failed requests since the last one that succeeded."""
    next_due: str | None
    """When to ask again; ``None``: no need."""


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl of one site."""

    id: int
    site: str
    started: str
    finished: str | None
    outcome: RunOutcome | None
    """``None`` while it is running, or when it was killed."""
    requests: int
    new: int
    changed: int
    unchanged: int
    failed: int
    stats: dict[str, Any] = field(default_factory=dict)
    """What the crawler counted."""
    manifest: str | None = None
    """The sha256 of the run's manifest file; ``None``: it has none (yet)."""

    @property
    def seconds(self) -> int | None:
        """How long it took; ``None`` while it is running."""
        if self.finished is None:
            return None
        return round((datetime.fromisoformat(self.finished) - datetime.fromisoformat(self.started)).total_seconds())


@dataclass(frozen=True, slots=True)
class StoredSite:
    """A site as the archive knows it."""

    id: str
    name: str | None
    home_url: str | None
    language: str | None
    timezone: str | None
    records: int
    last_run: Run | None
