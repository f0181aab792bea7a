"""What the templates share: routes, paging, changing tails, and small pieces of markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from typing import ClassVar, TypeVar

from newsarchive.demo.dice import dice
from newsarchive.demo.lexicon import towns
from newsarchive.demo.reply import Reply, dated
from newsarchive.demo.story import Head, Story
from newsarchive.demo.texts import MONTHS
from newsarchive.demo.world import DAY_ONE, World, slugify
from newsarchive.items import Image, Kind, Record

Key = TypeVar("Key")
DAYS = ("ponedeljek", "torek", "sreda", "četrtek", "petek", "sobota", "nedelja")
SUBJECTS = {
    "kultura": "Kultura", "sport": "Šport", "gospodarstvo": "Gospodarstvo", "kronika": "Črna kronika",
    "notice": "Obvestila", "obituary": "Osmrtnice",
}  # fmt: skip
"""Rubrics by topic, as most portals have them; the other topics go to the general rubric."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request, as a template sees it."""

    base: str
    """Scheme and host, without a slash at the end."""
    path: str
    """Path with its query."""
    number: int
    """How many requests the portal has had; what changes at every visit is drawn from it."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list."""

    heads: Sequence[Head]
    number: int
    last: int


class Template:
    """One look of the portal: its addresses, its pages, and what a page of it tells (:meth:`record`)."""

    key: ClassVar[str]
    site: ClassVar[str]
    """The id of the site in the archive."""
    title: ClassVar[str]
    port: ClassVar[int]
    """The port it is served on by default."""
    everywhere: ClassVar[bool] = False
    """Whether an edit of an old item can be noticed (else edits fall on the newest items only)."""
    rubrics: ClassVar[Mapping[str, str]] = SUBJECTS
    """Rubrics by topic."""
    general: ClassVar[str] = "Novice"
    """The rubric of topics that have none of their own."""
    charset: ClassVar[str | None] = "utf-8"
    encoding: ClassVar[str] = "utf-8"
    routes: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Patterns of path and query, each with the method that answers; named groups become arguments."""
    robots: ClassVar[str] = "User-agent: *\nDisallow:\n"

    def __init__(self, world: World) -> None:
        self.world = world
        self.patterns = [(re.compile(pattern), getattr(self, method)) for pattern, method in self.routes]
        self.article = lru_cache(maxsize=12_000)(self._article)
        self.card = lru_cache(maxsize=40_000)(self._card)

    # what a template must say

    def path(self, head: Head) -> str:
        """Give the canonical path of a story."""
        raise NotImplementedError

    def other_paths(self, head: Head) -> list[str]:
        """Give the further paths under which the same story is served."""
        return []

    def record(self, story: Story, base: str) -> Record:
        """Give what the page of a story tells: the truth for a reader."""
        raise NotImplementedError

    def _article(self, number: int, base: str) -> tuple[str, str]:
        """Render the parts of an item page before and after its changing tail."""
        raise NotImplementedError

    def _card(self, number: int, place: str) -> str:
        """Render what a list or a tail (``place``) says of a story."""
        raise NotImplementedError

    # answers

    def respond(self, visit: Visit) -> Reply | None:
        """Answer a request, or give None for an address the template does not have."""
        if visit.path == "/robots.txt":
            return dated(
                Reply(200, {"Content-Type": "text/plain"}, self.robots.replace("$base", visit.base).encode()), None
            )
        for pattern, method in self.patterns:
            found = pattern.fullmatch(visit.path)
            if found:
                reply: Reply | None = method(visit, **found.groupdict())
                return reply
        return None

    def missing(self, head: Head) -> Reply:
        """Answer for a story that has vanished: some portals say 410, most 404."""
        status = 410 if head.number % 2 else 404
        return self.page("Ni najdeno", f"<p>Vsebina ni več na voljo. ({status})</p>", status=status)

    def page(self, title: str, content: str, *, status: int = 200) -> Reply:
        """Answer with a page that is neither item nor list."""
        raise NotImplementedError

    # what is on the portal

    @cached_property
    def paths(self) -> dict[str, Head]:
        """Every story by its canonical path; what has vanished too."""
        return {self.path(head): head for head in self.world.heads.values()}

    @cached_property
    def visible(self) -> list[Head]:
        """What stands on the portal, newest first."""
        return self.world.visible

    @cached_property
    def changed(self) -> datetime:
        """When anything on the portal last changed."""
        return max(head.modified for head in self.visible)

    @cached_property
    def kinds(self) -> dict[str, list[Head]]:
        """The visible stories by kind, newest first."""
        return grouped(self.visible, lambda head: head.kind)

    @cached_property
    def towns(self) -> dict[int, list[Head]]:
        """The visible stories by municipality, newest first."""
        return grouped(self.visible, lambda head: head.town)

    @cached_property
    def topics(self) -> dict[str, list[Head]]:
        """The visible stories by topic, newest first."""
        return grouped(self.visible, lambda head: head.topic)

    @cached_property
    def sections(self) -> dict[str, list[Head]]:
        """The visible stories by rubric, newest first."""
        return grouped(self.visible, self.section)

    def section(self, head: Head) -> str:
        """Give the rubric that is printed."""
        return self.rubrics.get(head.topic, self.general)

    @property
    def today(self) -> date:
        """The portal's day."""
        return DAY_ONE + timedelta(self.world.day - 1)

    def sample(self, visit: Visit, kind: Kind, count: int, but: int = -1) -> list[Head]:
        """Draw what a tail shows at this visit: some of the newest sixty of a kind, never the story itself."""
        newest = [head for head in self.kinds.get(kind, [])[:60] if head.number != but]
        return dice(visit.number, kind).sample(newest, min(count, len(newest)))


def grouped(heads: Iterable[Head], key: Callable[[Head], Key]) -> dict[Key, list[Head]]:
    """Sort stories into groups, keeping their order."""
    groups: dict[Key, list[Head]] = {}
    for head in heads:
        groups.setdefault(key(head), []).append(head)
    return groups


def town_slugs() -> dict[str, int]:
    """Give the municipalities by the word in their addresses.

    >>> list(town_slugs())[:2]
    ['jelendol', 'podbrezje']
    """
    return {slugify(town.form("nom")): index for index, town in enumerate(towns())}


def town_name(head: Head) -> str:
    """Give the name of a story's municipality."""
    return towns()[head.town].form("nom")


def sliced(heads: Sequence[Head], number: int, size: int) -> Slice:
    """Cut page ``number`` (from 1) out of a list; beyond the last page it holds nothing."""
    return Slice(heads[(number - 1) * size : number * size], number, max(1, -(-len(heads) // size)))


def images(story: Story, base: str, folder: str) -> list[Image]:
    """Give the pictures as records hold them."""
    return [Image(f"{base}{folder}{one.file}", one.caption, one.credit, one.alt) for one in story.pictures]


def long_day(day: date) -> str:
    """Print a day with its weekday.

    >>> long_day(date(2026, 1, 27))
    'torek, 27. januarja 2026'
    """
    return f"{DAYS[day.weekday()]}, {day.day}. {MONTHS[day.month - 1]} {day.year}"
