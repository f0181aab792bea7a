"""What was published, before any template prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from newsarchive.items import Kind, Notice, Obituary

Tag = Literal["p", "h", "li", "quote"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, subheading, list entry or quotation of the text."""

    text: str
    tag: Tag = "p"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a story."""

    stem: str
    """File name without its ending."""
    format: str
    """jpg, png, gif or webp."""
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None

    @property
    def file(self) -> str:
        """File name of the largest variant."""
        return f"{self.stem}.{self.format}"


@dataclass(frozen=True, slots=True)
class Head:
    """What a list says of a story; light, so that a portal can hold all of them."""

    number: int
    """Position in the order of publication, from 0."""
    kind: Kind
    topic: str
    """Name of the tables its words come from."""
    town: int
    """Index of the municipality."""
    title: str
    slug: str
    published: datetime
    modified: datetime
    """Equal to ``published`` until the first edit."""
    revision: int
    """How often it was edited until the portal's day."""


@dataclass(slots=True)
class Story:
    """A whole article, notice or obituary."""

    head: Head
    lead: str | None = None
    blocks: list[Block] = field(default_factory=list)
    author: str | None = None
    source: str | None = None
    tags: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    obituary: Obituary | None = None
    asides: dict[int, str] = field(default_factory=dict)
    """Junk that a careless editor left in the text: index of the block before which it stands, and the line."""
    comments: list[str] = field(default_factory=list)
    """What readers wrote below; no part of the record."""

    @property
    def body(self) -> str:
        """The text as a record holds it: a blank line between two paragraphs, and each entry of a list on its line."""
        parts: list[str] = []
        before = None
        for block in self.blocks:
            parts += ["\n" if block.tag == before == "li" else "\n\n", "- " * (block.tag == "li"), block.text]
            before = block.tag
        return "".join(parts[1:])

    @property
    def excerpt(self) -> str:
        """The first words, as cards print them (at most 200 characters)."""
        return cut(self.lead or self.blocks[0].text, 200)


def cut(text: str, length: int) -> str:
    """Shorten a text to whole words.

    >>> cut("ena dve tri", 8)
    'ena dve'
    """
    return text if len(text) <= length else text[: length + 1].rsplit(" ", 1)[0]
