"""A made-up portal: give it a path and headers, it gives the answer that a server would send."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import unquote

from newsarchive.demo.filler import pad
from newsarchive.demo.hostile import Hostile
from newsarchive.demo.images import picture
from newsarchive.demo.reply import Reply, conditional
from newsarchive.demo.templates import TEMPLATES
from newsarchive.demo.templates.base import Template, Visit
from newsarchive.demo.truth import Fact, Truth
from newsarchive.demo.world import World

CONTROL = "/_demo/"
"""Below this path tests talk to the portal itself; no page links there."""


class Portal:
    """One portal on one day.

    ``template`` is wordpress, modern or classic; ``records`` the number of items on day one; ``hostile`` adds a list
    of addresses that misbehave; ``page_bytes`` pads every page to about that size.

    >>> portal = Portal("wordpress", records=20, seed=1)
    >>> portal.respond("/feed/").status, len(portal.truth())
    (200, 20)
    """

    def __init__(
        self, template: str = "wordpress", records: int = 200, seed: int = 1, day: int = 1, *,
        hostile: bool = False, page_bytes: int | None = None,
    ) -> None:  # fmt: skip
        if template not in TEMPLATES:
            raise ValueError(f"There is no template {template!r}; there are {', '.join(TEMPLATES)}.")
        if records < 1 or day < 1:
            raise ValueError("A portal needs at least one record and a day of 1 or later.")
        self.name, self.records, self.seed = template, records, seed
        self.page_bytes = page_bytes
        self.requests: list[str] = []
        self.hostile = hostile
        self.move(day)

    def move(self, day: int) -> None:
        """Let the portal stand on another day; what it was asked so far stays on record."""
        kind = TEMPLATES[self.name]
        self.day = day
        self.template: Template = kind(World(kind.key, self.records, self.seed, day, everywhere=kind.everywhere))
        self.hostility = Hostile(self.template) if self.hostile else None

    @property
    def site(self) -> str:
        """The id under which the archive knows this portal."""
        return self.template.site

    @property
    def port(self) -> int:
        """The port on which it is served by default."""
        return self.template.port

    def truth(self, base: str | None = None) -> Truth:
        """Give what a crawler should find, for a portal served at ``base`` (default: its own port on loopback)."""
        root = (base or f"http://127.0.0.1:{self.port}").rstrip("/")
        world = self.template.world
        facts = {number: self._fact(number, root) for number in world.heads}
        shown = {fact.record.url: fact for number, fact in facts.items() if number not in world.gone}
        return Truth(shown, {fact.record.url: fact for number, fact in facts.items() if number in world.gone})

    def later(self, base: str, days: int = 30) -> set[str]:
        """Give the addresses of items that appear only on the days after this one."""
        world = World(self.template.key, self.records, self.seed, self.day + days, everywhere=self.template.everywhere)
        heads = (head for number, head in world.heads.items() if number not in self.template.world.heads)
        return {base.rstrip("/") + self.template.path(head) for head in heads}

    def warm(self, base: str | None = None) -> None:
        """Prepare what the first visitor would have to wait for; with ``base``, every page as it is served there."""
        self.template.paths  # noqa: B018 (computed once, then kept)
        for head in self.template.visible if base else ():
            self.template.article(head.number, str(base).rstrip("/"))

    def _fact(self, number: int, root: str) -> Fact:
        world, moves = self.template.world, self.template.world.moves
        appeared = 1 if number < moves.records else moves.new_on(number)[0]
        record = self.template.record(world.story(number), root)
        return Fact(record, appeared, tuple(moves.edits(number, world.day)), world.gone.get(number))

    def respond(self, path: str, headers: Mapping[str, str] | None = None) -> Reply:
        """Answer a request for ``path`` (with its query).

        Two things are remembered: how many requests there were, which moves the tails, and which (:attr:`requests`).
        """
        asked = {name.lower(): value for name, value in (headers or {}).items()}
        if path.startswith(CONTROL):
            return self._control(path.removeprefix(CONTROL))
        self.requests.append(path)
        base = f"http://{asked.get('host', f'127.0.0.1:{self.port}')}"
        return conditional(self._answer(Visit(base, unquote(path), len(self.requests))), asked)

    def _answer(self, visit: Visit) -> Reply:
        shown = picture(visit.path)
        if shown is not None:
            return shown
        wrong = self.hostility.respond(visit) if self.hostility else None
        return wrong or self._dressed(self.template.respond(visit) or self._missing(), visit)

    def _dressed(self, reply: Reply, visit: Visit) -> Reply:
        if self.hostility and reply.status == 200:
            reply = self.hostility.dressed(reply, visit)
        if self.page_bytes and reply.body and reply.headers.get("Content-Type", "").startswith("text/html"):
            reply.body = pad(reply.body, self.page_bytes)
        return reply

    def _missing(self) -> Reply:
        return self.template.page("Ni najdeno", "<p>Strani ni mogoče najti.</p>", status=404)

    def _control(self, command: str) -> Reply:
        name, _, value = command.partition("/")
        if name == "day" and value.isdigit():
            self.move(int(value))
        return Reply(
            200, {"Content-Type": "application/json"}, json.dumps({"day": self.day, "requests": self.requests}).encode()
        )
