"""Notices after the formula "issuer obvešča, da bo … na območju … prekinjena dobava …"."""

from __future__ import annotations

from datetime import datetime
from random import Random

from newsarchive.demo.lexicon import streets, towns, villages
from newsarchive.demo.story import Block
from newsarchive.demo.tables import tables
from newsarchive.demo.texts import Teller
from newsarchive.demo.when import when
from newsarchive.items import Notice

SERVICES = (
    "heating",
    "gas",
    "water",
    "water",
    "electricity",
    "electricity",
    "road",
    "road",
    "waste",
    "telecom",
    "facility",
)
BUNDLE = ("electricity", "electricity", "water", "heating", "gas", "road", "telecom", "water")
"""The services of a page that bundles eight notices."""


def listed(names: list[str]) -> str:
    """Join names as print does.

    >>> listed(["Lipova cesta", "Trg svobode", "Šolska ulica"])
    'Lipova cesta, Trg svobode in Šolska ulica'
    """
    return f"{', '.join(names[:-1])} in {names[-1]}" if len(names) > 1 else names[0]


class NoticeMaker:
    """Makes the notices of one page: their facts first, so that a title can be told, their words later."""

    def __init__(self, rng: Random, town: int, *, bundle: bool = False) -> None:
        self.rng = rng
        self.town = towns()[town]
        self.bundle = bundle
        self.services = BUNDLE if bundle else (rng.choice(SERVICES),)
        self.facts = [self._facts(service) for service in self.services]

    def _facts(self, service: str) -> tuple[Notice, dict[str, str]]:
        words = tables("notices")
        teller = Teller(self.rng, self.town)
        places = self.rng.sample(streets() if self.rng.random() < 0.7 else villages(), self.rng.randint(1, 3))
        action, what = self.rng.choice(words[f"what.{service}"]).split("|")
        issuer = teller.tell(self.rng.choice(words[f"issuer.{service}"]))
        reason = teller.words(self.rng.choice(words[f"reason.{service}"]))
        area = listed([place.form("gen") for place in places])
        notice = Notice(issuer, service, action, area, [place.form("nom") for place in places], reason, "announced")
        given = {"issuer": issuer, "what": what, "area": area, "area.short": places[0].form("gen"), "reason": reason}
        return notice, given

    def title(self) -> str:
        """Tell the title of the page."""
        notice, given = self.facts[0]
        table = "bundle.title" if self.bundle else f"title.{notice.service}"
        return Teller(self.rng, self.town, given).tell(self.rng.choice(tables("notices")[table]))

    def write(self, rng: Random, published: datetime) -> tuple[list[Notice], list[Block]]:
        """Tell the whole page; its times are drawn from ``rng``, so that two pages can differ in these alone."""
        blocks = []
        for notice, given in self.facts:
            said, notice.windows = when(rng, published)
            teller = Teller(self.rng, self.town, {**given, "when": said})
            blocks.append(Block(teller.tell(self.rng.choice(tables("notices")["opening"]))))
        closing = tables("notices")["closing"]
        blocks += [Block(Teller(rng, self.town).tell(line)) for line in rng.sample(closing, rng.randint(1, 2))]
        return [notice for notice, _ in self.facts], blocks
