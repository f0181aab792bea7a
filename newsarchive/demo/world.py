"""The made-up region: from a seed, a size and a day to all that one portal has published."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from random import Random

from newsarchive.demo.articles import TOPICS, ArticleMaker
from newsarchive.demo.dice import dice
from newsarchive.demo.lexicon import towns
from newsarchive.demo.moves import Moves, kind_of
from newsarchive.demo.notices import NoticeMaker
from newsarchive.demo.obituaries import ObituaryMaker
from newsarchive.demo.revise import revise, revised_title
from newsarchive.demo.story import Head, Picture, Story
from newsarchive.demo.tables import tables
from newsarchive.demo.when import at
from newsarchive.items import Kind

DAY_ONE = date(2026, 1, 27)
PER_DAY = 8
"""Records a portal publishes in a day."""
Maker = ArticleMaker | NoticeMaker | ObituaryMaker


@dataclass(frozen=True, slots=True)
class Plan:
    """What is decided of a story before a word is drawn."""

    number: int
    kind: Kind
    nth: int
    """Which of its kind."""


class World:
    """What one portal shows on a day; the same arguments give the same world.

    ``name`` keeps portals apart, ``everywhere`` lets edits fall on old items too (else only on the newest ten).
    """

    def __init__(self, name: str, records: int, seed: int, day: int = 1, *, everywhere: bool = True) -> None:
        self.name = f"{seed}/{name}"
        self.day = day
        self.moves = Moves(self.name, records, everywhere=everywhere)
        self.story = lru_cache(maxsize=3_000)(self._story)

    @cached_property
    def heads(self) -> dict[int, Head]:
        """Everything ever published until the day, by number, oldest first; what has vanished too."""
        used: Counter[str] = Counter()
        return {plan.number: self._head(plan, used) for plan in self.plans.values()}

    @cached_property
    def plans(self) -> dict[int, Plan]:
        """The plan of every story, by number."""
        counts: Counter[str] = Counter()
        plans = {}
        for number in range(self.moves.published(self.day)):
            kind = kind_of(number)
            plans[number] = Plan(number, kind, counts[kind])
            counts[kind] += 1
        return plans

    @cached_property
    def visible(self) -> list[Head]:
        """What stands on the portal on the day, newest first."""
        return [head for head in reversed(self.heads.values()) if head.number not in self.gone]

    @cached_property
    def gone(self) -> dict[int, int]:
        """Stories that have vanished, with the day on which they did."""
        return self.moves.vanished(self.day)

    def published(self, number: int) -> datetime:
        """Give the moment of publication: eight stories a day up to day one, then each day's new ones."""
        rng = dice(self.name, "clock", number)
        if number < self.moves.records:
            back, slot = divmod(self.moves.records - 1 - number, PER_DAY)
            days, minute = -back, 100 * (PER_DAY - 1 - slot)
        else:
            day, slot = self.moves.new_on(number)
            days, minute = day - 1, 60 * slot
        start = at(DAY_ONE + timedelta(days), 7)
        return start + timedelta(minutes=minute + rng.randint(0, 59), seconds=rng.randint(1, 59))

    def _head(self, plan: Plan, used: Counter[str]) -> Head:
        title = self._maker(plan)[0].title()
        slug = slugify(title)
        used[slug] += 1
        slug = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
        published = self.published(plan.number)
        edits = self.moves.edits(plan.number, self.day)
        changed = at(DAY_ONE + timedelta(edits[-1] - 1), 10, plan.number % 60) if edits else published
        head = Head(
            plan.number, plan.kind, self._topic(plan), self._town(plan), title, slug, published, changed, len(edits)
        )
        return replace(head, title=revised_title(head))

    def _topic(self, plan: Plan) -> str:
        if plan.kind != "article":
            return plan.kind
        return "turizem" if recurring(plan) else TOPICS[dice(self.name, "topic", plan.number).randrange(len(TOPICS))]

    @staticmethod
    def _town(plan: Plan) -> int:
        return plan.number % len(towns())

    def _maker(self, plan: Plan) -> tuple[Maker, Random]:
        rng = dice(self.name, plan.number)
        if plan.kind == "article":
            return ArticleMaker(rng, self._topic(plan), self._town(plan), recurring=recurring(plan)), rng
        if plan.kind == "obituary":
            return ObituaryMaker(rng, self._town(plan)), rng
        same = repeated(plan)
        source = dice(self.name, "repeat", same) if same is not None else rng
        return NoticeMaker(source, self._town(plan) if same is None else same % 2, bundle=plan.nth % 18 == 4), rng

    def _story(self, number: int) -> Story:
        maker, rng = self._maker(self.plans[number])
        head = self.heads[number]
        story = Story(head)
        if isinstance(maker, ArticleMaker):
            maker.write(story)
        elif isinstance(maker, NoticeMaker):
            story.notices, story.blocks = maker.write(rng, head.published)
        else:
            story.obituary, story.blocks = maker.write(head.published)
            story.pictures = portrait(story.obituary.name or "", rng)
        return revise(story, self.name)


def recurring(plan: Plan) -> str | None:
    """Give the title that returns every so many articles, or None."""
    titles = tables("articles")["recurring.titles"]
    return titles[plan.nth // 20 % len(titles)] if plan.nth % 20 == 11 else None


def repeated(plan: Plan) -> int | None:
    """Give the number of the notice that is announced twice, with other times, or None."""
    return plan.nth // 20 if plan.nth % 20 in (7, 12) else None


def portrait(name: str, rng: Random) -> list[Picture]:
    """Give the portrait of an obituary; two in five have none."""
    return [Picture(f"portret-{rng.randint(10_000, 99_999)}", "jpg", alt=name)] if rng.random() < 0.6 else []


def slugify(title: str) -> str:
    """Make the last part of an address, at most 80 characters.

    >>> slugify("»Čas je,« pravi Žan (FOTO)")
    'cas-je-pravi-zan-foto'
    """
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return "-".join(words)[:80].rstrip("-")
