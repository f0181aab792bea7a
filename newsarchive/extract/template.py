"""What many pages of one site have taught of its template, and how one page is read by it.

A place (see :mod:`~newsarchive.extract.standing`) whose texts recur from page to page holds furniture; one whose texts
always differ holds what the items say. Learning is in :mod:`~newsarchive.extract.learning`.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsarchive.extract import labels
from newsarchive.extract.furniture import is_dateline
from newsarchive.extract.outline import HEADINGS, Block, Outline
from newsarchive.extract.region import Fitting, Region
from newsarchive.extract.standing import standings
from newsarchive.extract.text import is_sentence, key

FORMAT = 4
"""The way in which places and texts are written down; a template of another one is not understood, and learned anew."""
PARTS = ("content", "furniture", "others", "recurring", "titles", "pictures")
KNOWN_SHARE = 0.5
"""The share of a page's places that are known, from which on the page fits the template."""
DIGITS = 16
"""Hexadecimal digits of the mark of a text: 64 bits."""
MARK = "template"
"""The mark of a block that the template knows for furniture."""
HEAD_WORDS = 25
"""The most words of a title that no markup tells,"""
HEAD_REACH = 4
"""and how many blocks before the text it may stand."""
IN_TEXT = frozenset((*HEADINGS, "li", "td", "th", "dt", "dd"))
"""Elements whose short texts may recur within a text: "Kdaj", "Kje"."""


def mark_of(text: str) -> str:
    """Give the mark by which a text is known again: its words count, not how they are printed.

    >>> mark_of("Sledite nam!") == mark_of("SLEDITE NAM"), len(mark_of("Sledite nam"))
    (True, 16)
    """
    return hashlib.sha256(key(text).encode("utf-8", "replace")).hexdigest()[:DIGITS]


def standing_mark(place: str, mark: str) -> str:
    """Give the mark of a text (its own ``mark``) at a place: what a card quotes may be an item's text elsewhere."""
    return hashlib.sha256(f"{place} {mark}".encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True)
class Template:
    """What is known of a site's pages."""

    content: frozenset[str] = frozenset()
    """Places that hold what the items say."""
    furniture: frozenset[str] = frozenset()
    """Places that hold what recurs from page to page."""
    others: frozenset[str] = frozenset()
    """Further places that were met often; they only tell that a page is of this template."""
    recurring: frozenset[str] = frozenset()
    """Marks of texts with the place at which they recur, where items do not say anything."""
    titles: frozenset[str] = frozenset()
    """Marks of what many pages give for their title: it names the portal, or a part of it."""
    pictures: frozenset[str] = frozenset()
    """Addresses of pictures that many pages have as theirs, and are the portal's."""
    pages: int = 0
    """Of how many pages it was learned."""
    active: bool = True
    """Whether pages are read by it. One that changes no reading is only kept to notice a new template by."""

    @cached_property
    def known(self) -> frozenset[str]:
        """All places."""
        return self.content | self.furniture | self.others

    @cached_property
    def digest(self) -> str:
        """A fingerprint of all that decides how a page is read."""
        return hashlib.sha256(json.dumps([FORMAT, self._parts()]).encode()).hexdigest()

    def to_json(self) -> str:
        """Write it down: a few KB of text, the same for the same template.

        >>> Template.from_json(Template(frozenset({"div > p"})).to_json()) == Template(frozenset({"div > p"}))
        True
        """
        told = {"format": FORMAT, "active": self.active, "pages": self.pages, **self._parts()}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    def _parts(self) -> dict[str, list[str]]:
        return {name: sorted(getattr(self, name)) for name in PARTS}

    @classmethod
    def from_json(cls, text: str) -> Template | None:
        """Understand what :meth:`to_json` wrote; None where another version of this program wrote otherwise."""
        told = json.loads(text)
        if told.get("format") != FORMAT:
            return None
        parts = {name: frozenset(told[name]) for name in PARTS}
        return cls(**parts, pages=told["pages"], active=told["active"])


@dataclass(frozen=True, slots=True)
class Laid:
    """A template laid over a page."""

    template: Template
    title: int | None
    """Number of the block that prints what the page itself gives for its title."""
    places: list[str]
    """Where each block stands."""
    fits: bool
    """Whether the page is one of the template's: at least half of its places are known."""

    @property
    def counts(self) -> bool:
        """Whether the page is to be read by it."""
        return self.fits and self.template.active


def lay(template: Template, outline: Outline, title: int | None) -> Laid:
    """Lay a template over a page on which block ``title`` prints what the page itself gives for its title."""
    places = standings(outline, title)
    met = set(places)
    return Laid(template, title, places, bool(met) and len(met & template.known) >= KNOWN_SHARE * len(met))


def fit(region: Region, laid: Laid | None) -> Fitting:
    """Mark what a template knows for furniture, and say which blocks are the item's.

    Nothing is marked on a page that does not fit.
    """
    if laid is None or not laid.counts:
        return Fitting(fits=laid is not None and laid.fits)
    content = [n for n, place in enumerate(laid.places) if place in laid.template.content and n != region.title]
    marked = [n for n in _furniture(region, laid) if not _is_within(region, n, content)]
    for number in marked:
        region.marks[number] = MARK
    return Fitting(fits=True, content=frozenset(content))


def headline(outline: Outline, laid: Laid, title: str) -> str | None:
    """Give the title of a page whose own markup only names the portal: the line with which the content begins.

    It stands at a place of content, or before the first one at a place that the template knows; None where ``title``
    is a title, or there is no such line.
    """
    if not laid.counts or not _is_portal(outline, laid, title):
        return None
    content = [n for n, place in enumerate(laid.places) if place in laid.template.content]
    if not content:
        return None
    if len(content) > 1 and _may_head(outline.blocks[content[0]]):
        return outline.blocks[content[0]].text
    before = range(content[0] - 1, max(-1, content[0] - 1 - HEAD_REACH), -1)
    known = (n for n in before if laid.places[n] in laid.template.others)
    return next((outline.blocks[n].text for n in known if _may_head(outline.blocks[n])), None)


def _is_portal(outline: Outline, laid: Laid, title: str) -> bool:
    """Tell whether a title that many pages give is none: it is not printed, or with the furniture, and no heading."""
    if title and mark_of(title) not in laid.template.titles:
        return False
    at = laid.title
    return at is None or (outline.blocks[at].tag not in HEADINGS and laid.places[at] in laid.template.furniture)


def _may_head(block: Block) -> bool:
    """Tell whether a block can print a title: a line of some words that is no sentence and leads nowhere."""
    line = 1 < block.words <= HEAD_WORDS and "\n" not in block.text and block.linked == 0
    return line and not is_sentence(block.text) and not is_dateline(block.text) and not labels.is_label_line(block.text)


def _furniture(region: Region, laid: Laid) -> list[int]:
    """Give the numbers of the blocks that stand at a place of furniture, or say what recurs on many pages."""
    found, template = [], laid.template
    for number, (block, place) in enumerate(zip(region.outline.blocks, laid.places, strict=True)):
        if number == region.title or region.marks[number] is not None or place in template.content:
            continue
        recurs = place in template.furniture or standing_mark(place, mark_of(block.text)) in template.recurring
        if recurs and not labels.is_label_line(block.text):
            found.append(number)
    return found


def _is_within(region: Region, number: int, content: Sequence[int]) -> bool:
    """Tell whether a block stands among those of the text (``content``, in order), as its subheadings do."""
    outline = region.outline
    block = outline.blocks[number]
    if block.tag not in IN_TEXT and outline.nodes[block.node].names:
        return False
    around = outline.nodes[max(0, outline.nodes[block.node].parent)]
    at = bisect_left(content, number)
    return 0 < at < len(content) and content[at - 1] >= around.start and content[at] < around.stop
