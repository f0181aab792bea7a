"""What one notice is read from, and the page they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsarchive.extract.notices import words
from newsarchive.extract.notices.said import Said

_MEANWHILE = re.compile(words.MEANWHILE, re.I)


@dataclass
class Part:
    """What one notice is read from."""

    statement: Said
    """The sentence that announces."""
    rest: list[Said] = field(default_factory=list)
    """What else is said of it, up to the next notice."""
    fields: dict[str, str] = field(default_factory=dict)
    """What labelled lines or the row of a table say."""
    heading: str | None = None
    """The body under whose name it stands."""
    before: str | None = None
    """The body that announces what stands before it."""
    topic: str = ""
    """The subheading above it."""
    intro: Part | None = None
    """What was said above a list for all its entries."""
    told: str | None = None
    """The body that speaks in the paragraph of several notices."""
    formal: bool = False
    """Whether its issuer stands in the statement."""

    @property
    def complete(self) -> bool:
        """Whether it says both when and where."""
        timed = self.statement.times or "when" in self.fields
        placed = any(one.area and one.action and not one.aside for one in (self.statement, *self.rest))
        return bool(timed and (placed or self.statement.area or "area" in self.fields))

    @property
    def listed(self) -> bool:
        """Whether what is said of it so far ends with a colon, before a list."""
        return (self.rest[-1] if self.rest else self.statement).lists

    @property
    def meanwhile(self) -> Iterator[Said]:
        """The sentences that say what happens while the works go on that it announces."""
        return (one for one in self.rest if not one.aside and _MEANWHILE.search(one.text))

    @property
    def leads(self) -> bool:
        """Whether a list of notices follows: its statement is not complete, or ends with a colon."""
        return self.statement.lists or not (self.complete or (self.statement.whole and not self.formal))


@dataclass
class Page:
    """A page taken apart."""

    title: Said
    parts: list[Part] = field(default_factory=list)
    headings: list[Said] = field(default_factory=list)
    preamble: list[Said] = field(default_factory=list)
    """What is said before the first notice."""
    signature: str | None = None
    """The body that signs at the end."""
    signed: str | None = None
    """The name of another make that does."""

    @property
    def single(self) -> bool:
        """Whether the whole page is one notice."""
        return len(self.parts) == 1


def sentences_of(part: Part, page: Page) -> Iterator[Said]:
    """Give the sentences that speak of a notice, those that say most of it first."""
    yield part.statement
    titled = part.intro is not None and part.intro.statement is page.title
    if part.intro and not titled:
        yield part.intro.statement
    yield from part.rest
    if titled:
        yield page.title
    if page.single:
        yield from page.preamble
        yield page.title
