"""What became of every block of a page: what was read from it, or why it was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsarchive.extract import labels
from newsarchive.extract.context import Reading
from newsarchive.extract.folding import text_of
from newsarchive.extract.page import Page
from newsarchive.extract.text import key
from newsarchive.items import Record, Site

Fate = str
"""``title``, ``lead``, ``body``; ``head`` (beside the title), ``labelled`` (a line such as "Vir: PU Celje"), ``scrap``
(too short at either end of the text), ``outside`` (in no part of the item); or the reason of a
:data:`~newsarchive.extract.region.Mark`, such as ``card`` or ``caption``."""
READ: tuple[Fate, ...] = ("title", "lead", "body")
"""What is the item's text; everything else was left out of it."""
STRANGE = frozenset(("card", "furniture", "prompt", "consent", "junk", "site", "template"))
"""Fates of what is not the item's, whatever words it prints."""
HEAD_FIELDS = ("published_raw", "authors", "source", "section", "tags")
"""Fields that are printed beside the text,"""
TEXT_PARTS = ("issuer", "area", "reason", "residence", "mourners")
"""and parts of notices and obituaries that are printed in it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One block of a page."""

    number: int
    """Its place in reading order, from 0."""
    text: str
    """As printed, white space folded; line breaks as ``\\n``."""
    tag: str
    """The element that holds it."""
    fate: Fate
    fields: tuple[str, ...] = ()
    """The fields of the record whose words stand in it."""


def explain(page: Page, record: Record | None = None, *, site: Site | None = None) -> list[Told]:
    """Tell of every block of a page what became of it, in reading order; with ``record``, which fields it prints.

    What nobody reads (menus in ``nav``, scripts) has no block, and an element that is surely furniture has one.
    ``site`` is to be the one with which the page is read: then nothing is worked out twice.

    >>> page = Page("<h1>Nov most</h1><p>Most čez reko so danes odprli za promet.</p><p>Preberite tudi:</p>", "http://a/")
    >>> [(block.fate, block.text) for block in explain(page)]
    [('title', 'Nov most'), ('body', 'Most čez reko so danes odprli za promet.'), ('prompt', 'Preberite tudi:')]
    """
    reading = Reading.of(page, site)
    fates = _fates(reading)
    blocks = reading.outline.blocks
    return [
        Told(number, text_of(reading.outline, block), block.tag, fate, tuple(_fields(block.text, fate, record)))
        for number, (block, fate) in enumerate(zip(blocks, fates, strict=True))
    ]


def _fates(reading: Reading) -> list[Fate]:
    """Give each block's fate; the surest answer is written last."""
    region, text = reading.region, reading.text
    fates = [mark or "outside" for mark in region.marks]
    layers = (
        ("scrap", [n for n in region.own() if n not in set(text.own)]),
        ("head", [n for n in reading.head if region.marks[n] is None]),
        ("labelled", [n for n in (*text.labelled, *text.tail, *reading.head) if _is_labelled(reading, n)]),
        ("body", text.own),
        ("lead", _lead(reading)),
        ("title", [] if region.title is None else [region.title]),
    )
    for fate, numbers in layers:
        for number in numbers:
            fates[number] = fate
    return fates


def _is_labelled(reading: Reading, number: int) -> bool:
    return labels.is_label_line(reading.outline.blocks[number].text)


def _lead(reading: Reading) -> list[int]:
    """Find the blocks that print the lead."""
    text, blocks = reading.text, reading.outline.blocks
    parts = {key(part) for part in (text.lead or "").split("\n\n")} - {""}
    printed = (n for n, block in enumerate(blocks) if block.words > 1 and key(block.text) in parts)
    return [n for n in printed if n not in text.own and reading.region.marks[n] is None][: len(parts)]


def _fields(text: str, fate: Fate, record: Record | None) -> Iterator[str]:
    """Give the fields whose words stand in a block; what belongs to others or to the portal prints none."""
    if record is None or fate in STRANGE:
        return
    if fate == "labelled":
        yield from dict.fromkeys("images" if name == "credit" else name for name, _ in labels.read_line(text))
        return
    words = f" {key(text)} "
    for field, values in _printed(record, fate).items():
        if any((wanted := key(value)) and f" {wanted} " in words for value in values):
            yield field


def _printed(record: Record, fate: Fate) -> dict[str, list[str]]:
    """Give the words that a block of this fate can print of the record: ``{field: [words, …]}``."""
    if fate in ("body", "lead"):
        parts: list[Any] = [*record.notices, *record.obituaries]
        found = {name: [getattr(part, name, None) for part in parts] for name in TEXT_PARTS}
    else:
        found = {name: _listed(getattr(record, name)) for name in HEAD_FIELDS}
        found["images"] = [words for image in record.images for words in (image.caption, image.credit)]
    return {name: [value for value in values if value] for name, values in found.items()}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
