"""What the archive is made of: records and their parts, and the declaration of a site.

These dataclasses are the data dictionary: the string below an attribute says what the field holds.
Dates are ISO 8601 text as precise as the page was (``2026-01-27T09:12:00+01:00``, ``2026-01-27``,
``2026-01``, ``2022``) or EDTF where ISO has no words for them. Unknown is ``None``, never a guess.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args
from urllib.parse import urljoin

Kind = Literal["article", "notice", "obituary"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(slots=True)
class Image:
    """A picture that belongs to a record."""

    url: str
    """Absolute address of the largest variant that the page offers."""
    caption: str | None = None
    """The words under the picture, without the credit."""
    credit: str | None = None
    """Who took it, without "Foto:"."""
    alt: str | None = None
    """The ``alt`` text, where it is text and no file name."""


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture as it came over the wire, on its way into the archive."""

    url: str
    """The address under which records name it."""
    body: bytes = field(repr=False)
    """The file, byte for byte."""


@dataclass(slots=True)
class Window:
    """One span of time in which a notice is in force; an open or unknown side is ``None``."""

    starts: str | None = None
    """First moment or day, ISO 8601."""
    ends: str | None = None
    """Last moment or (inclusive) day, ISO 8601."""
    edtf: str | None = None
    """The same span in EDTF, which can also say "about" and "open"."""


@dataclass(slots=True)
class Notice:
    """One announcement of an interruption, closure or restriction; a page can hold many."""

    issuer: str | None = None
    """Who announces it: a utility, a municipality."""
    service: str | None = None
    """heating, gas, water, electricity, road, waste, telecom, facility or other."""
    action: str | None = None
    """interruption, reduction, closure, partial closure, boil-water, restriction, cancellation or other."""
    area: str | None = None
    """Where, as printed."""
    places: list[str] = field(default_factory=list)
    """The streets, roads, villages, quarters and named grounds of the area, one by one, in the nominative."""
    reason: str | None = None
    """Why, as printed."""
    status: str | None = None
    """announced, changed, cancelled or finished."""
    windows: list[Window] = field(default_factory=list)
    """When; one entry for each separate span."""


@dataclass(slots=True)
class Ceremony:
    """A funeral, farewell or mass that an obituary announces."""

    kind: str | None = None
    """funeral, farewell, mass or lying in state."""
    at: str | None = None
    """When, ISO 8601."""
    place: str | None = None
    """Where, as printed; ``None`` where the place is not named ("v poslovilni vežici")."""


@dataclass(slots=True)
class Obituary:
    """What an obituary says of the person who died."""

    name: str | None = None
    """The whole name in reading case, without titles such as "gospa"."""
    given_name: str | None = None
    """First name or names."""
    family_name: str | None = None
    """Family name or names."""
    maiden_name: str | None = None
    """Name at birth, where printed ("roj. …")."""
    born: str | None = None
    """Day or year of birth, ISO 8601, where printed."""
    died: str | None = None
    """Day of death, ISO 8601, where printed."""
    age: int | None = None
    """Age in completed years, where printed."""
    residence: str | None = None
    """Where the person lived, in the nominative."""
    ceremonies: list[Ceremony] = field(default_factory=list)
    """What is announced, in the order of the page."""
    mourners: str | None = None
    """The words after "Žalujoči:", as printed."""


@dataclass(slots=True)
class Record:
    """One article, notice or obituary as it was published: what a page says, read and cleaned."""

    kind: Kind
    """article, notice or obituary."""
    site: str
    """The id of the site, such as ``velenjcan``."""
    url: str
    """The canonical address."""
    title: str | None = None
    """What the editor wrote, without the site's name."""
    lead: str | None = None
    """The introductory paragraph, where the page sets one apart; not repeated in the body."""
    body: str | None = None
    """Paragraphs, with a blank line between two."""
    authors: list[str] = field(default_factory=list)
    """People or bodies, without roles."""
    source: str | None = None
    """The credit line, without "Vir:"."""
    section: str | None = None
    """The rubric in which the portal printed it."""
    tags: list[str] = field(default_factory=list)
    """The portal's own key words."""
    language: str | None = None
    """ISO 639-1 code."""
    published: str | None = None
    """When it was first published: ISO 8601, as precise as the page was."""
    modified: str | None = None
    """When the portal says it last changed it."""
    published_raw: str | None = None
    """The words from which ``published`` was read."""
    images: list[Image] = field(default_factory=list)
    """The record's own pictures, in the order of the page."""
    notices: list[Notice] = field(default_factory=list)
    """For a notice: what it announces."""
    obituary: Obituary | None = None
    """For an obituary: whom it mourns; the first of ``obituaries``."""
    obituaries: list[Obituary] = field(default_factory=list)
    """For an obituary: everybody whom the page mourns, in order."""
    aliases: list[str] = field(default_factory=list)
    """Other addresses at which the same record was met, or which the page gives for itself."""
    evidence: dict[str, str] = field(default_factory=dict)
    """For each field that was read, where it was found (``json-ld``, ``meta:…``, ``site``, ``text``)."""
    snapshot: int | None = field(default=None, compare=False)
    """Number of the stored page it was read from, in this archive; no part of what is printed."""

    def __post_init__(self) -> None:
        """Let ``obituary`` be the first of ``obituaries``, whichever of them was given."""
        if self.obituary is not None:
            self.obituaries = [self.obituary, *self.obituaries[1:]]
        elif self.obituaries:
            self.obituary = self.obituaries[0]

    def to_dict(self) -> dict[str, Any]:
        """Give the record as plain JSON-able data.

        >>> Record("article", "demo", "http://localhost/a").to_dict()["published"] is None
        True
        """
        values = dataclasses.asdict(self)
        del values["snapshot"]
        return values

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Record:
        """Build a record from what :meth:`to_dict` gave; keys it does not know are an error (``TypeError``).

        What an earlier version gave, which knew one obituary a page, is read too.

        >>> record = Record("obituary", "demo", "http://localhost/o", obituary=Obituary("Ana Primer"))
        >>> Record.from_dict(record.to_dict()) == record
        True
        """
        values = dict(data)
        values["images"] = [Image(**image) for image in values.get("images") or ()]
        values["notices"] = [_notice(notice) for notice in values.get("notices") or ()]
        first = values.pop("obituary", None)
        persons = values.get("obituaries") or ([first] if first else [])
        values["obituaries"] = [_obituary(person) for person in persons]
        return cls(**values)


def _notice(data: Mapping[str, Any]) -> Notice:
    return Notice(**{**data, "windows": [Window(**window) for window in data.get("windows") or ()]})


def _obituary(data: Mapping[str, Any]) -> Obituary:
    return Obituary(**{**data, "ceremonies": [Ceremony(**one) for one in data.get("ceremonies") or ()]})


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a site that lists items, and how its further pages are addressed."""

    url: str
    """Address of the first page, absolute or relative to the site's home."""
    kind: Kind | None = None
    """What it lists, where it lists one kind only."""
    paging: str | None = None
    """How a further page is addressed, with ``{page}`` for its number (``/novice/page/{page}``, ``?stran={page}``).

    ``None``: follow the page's own links.
    """
    start: int = 2
    """The number of the second page (or its offset)."""
    step: int = 1
    """What is added from page to page (10 for ``?start=10``, ``?start=20``)."""

    def page(self, index: int) -> str | None:
        """Give the address of page ``index`` (0 is the first page), or None where only the page's own links tell.

        >>> Listing("/novice", paging="/novice/page/{page}").page(2)
        '/novice/page/3'
        >>> Listing("/novice", paging="/novice?start={page}", start=10, step=10).page(1)
        '/novice?start=10'
        """
        if index == 0:
            return self.url
        return self.paging and self.paging.format(page=self.start + (index - 1) * self.step)


@dataclass(frozen=True, slots=True)
class Site:
    """A portal as data: where its lists are, which addresses are items, and what is known of its pages.

    Everything but ``name`` and ``home`` may be missing: what is not declared is found out from the pages.
    """

    name: str
    """The id, used in commands, folders and tables."""
    home: str
    """Address of the front page."""
    title: str | None = None
    """The portal's own name, for people."""
    language: str | None = "sl"
    """ISO 639-1 code of its texts; ``None``: detect."""
    timezone: str = "Europe/Ljubljana"
    """IANA zone of its clock times."""
    feeds: tuple[str, ...] = ()
    """RSS or Atom addresses, relative to home."""
    sitemaps: tuple[str, ...] = ()
    """Sitemap or sitemap index addresses, relative to home."""
    listings: tuple[Listing, ...] = ()
    """Pages that list items."""
    items: Mapping[Kind, str] = field(default_factory=dict)
    """For each kind, a regular expression that is searched in the path and query of an item's address."""
    selectors: Mapping[str, str] = field(default_factory=dict)
    """CSS selectors (title, lead, body, authors, published, section, source, tags), and of what to ``remove``."""
    delay: float | None = None
    """Seconds between two requests, where the site needs more than the default."""
    images: bool = True
    """Whether pictures are fetched and kept."""
    verified: str | None = None
    """The day on which ``look`` was last run against the live site; ``None``: never, all of it is from copies."""
    refine: Callable[[Record, Any], Record] | None = None
    """A last hand on a record: ``refine(record, tree)``, for what no declaration can say."""

    def resolve(self, address: str) -> str:
        """Make an address of the declaration absolute.

        >>> Site("demo", "http://localhost:8000/").resolve("/feed/")
        'http://localhost:8000/feed/'
        """
        return urljoin(self.home, address)

    def kind_of(self, path: str) -> Kind | None:
        """Tell which kind of item the path (with its query) is declared to be, or None.

        >>> Site("demo", "http://localhost/", items={"notice": r"^/obvestila/[^/]+/?$"}).kind_of("/obvestila/zapora/")
        'notice'
        """
        return next((kind for kind, pattern in self.items.items() if re.search(pattern, path)), None)
