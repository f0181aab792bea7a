"""The portal's hostile side, for tests: addresses that misbehave, linked from its lists."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from newsarchive.demo.behaviours import BEHAVIOURS, ENDLESS, FEED, PLACES, SITEMAP, Behaviour
from newsarchive.demo.reply import Reply, dated
from newsarchive.demo.templates.base import Template, Visit

EXTRA = {"wordpress": "/druzba/{name}/", "modern": "/novice/{name}", "classic": "/novice/99{at:03}/{name}"}
"""Where the addresses stand that are no items, by template: they look like items."""
FIRST_LIST = {"wordpress": "/novice/", "modern": "/obcina/jelendol/", "classic": "/novice"}
"""The list that links to them."""
PAGING = {
    "wordpress": b'<nav class="nav-links">',
    "modern": b'<div class="css-pg8n1">',
    "classic": b'<DIV class="strani">',
}
"""What follows the list's own rows."""


class Hostile:
    """The misbehaviour of one portal; it counts visits, for some addresses recover."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.visits: Counter[str] = Counter()

    @cached_property
    def paths(self) -> dict[str, Behaviour]:
        """Every address that misbehaves: those with a record to keep are the newest articles, the others are extra."""
        newest = [head for head in self.template.kinds.get("article", []) if head.number % 9 not in (4, 7)]
        kept = [one for one in BEHAVIOURS if one.record]
        extra = [one for one in BEHAVIOURS if not one.record]
        pattern = EXTRA[self.template.key]
        return {
            **{self.template.path(head): one for head, one in zip(newest, kept, strict=False)},
            **{pattern.format(name=one.name, at=at): one for at, one in enumerate(extra)},
        }

    def path(self, name: str) -> str:
        """Give the address of a behaviour by its name."""
        return next(path for path, one in self.paths.items() if one.name == name)

    def respond(self, visit: Visit) -> Reply | None:
        """Answer where something is wrong with the address."""
        for start, answer in PLACES.items():
            if visit.path.startswith(start):
                return answer(self.template, visit)
        behaviour = self.paths.get(visit.path)
        if behaviour is None:
            return None
        self.visits[visit.path] += 1
        return behaviour.answer(self.template, visit, self.visits[visit.path])

    def dressed(self, reply: Reply, visit: Visit) -> Reply:
        """Link the misbehaving addresses from the first list, the broken feed and sitemap from where they are named."""
        if visit.path == "/robots.txt":
            reply.body += f"\nSitemap: {visit.base}{SITEMAP}\n".encode()
        elif visit.path == FIRST_LIST[self.template.key]:
            links = "".join(
                f'<p><a href="{to}">Novica o tem, kako odpove {one.name}</a></p>' for to, one in self._links()
            )
            reply.body = reply.body.replace(PAGING[self.template.key], links.encode() + PAGING[self.template.key], 1)
        elif visit.path == "/":
            link = f'<link rel="alternate" type="application/rss+xml" href="{FEED}"></head>'.encode()
            reply.body = reply.body.replace(b"</head>", link, 1).replace(b"</HEAD>", link, 1)
            reply.body += f'<a href="{ENDLESS}">Arhiv</a>'.encode()
        return dated(reply, None) if "ETag" in reply.headers else reply

    def _links(self) -> list[tuple[str, Behaviour]]:
        return [(path, one) for path, one in self.paths.items() if not one.record]
