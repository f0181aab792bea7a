"""Section, tags and credit line: how the portal itself files an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any

from newsarchive.extract import furniture
from newsarchive.extract.context import Found, Reading
from newsarchive.extract.folding import headings, named
from newsarchive.extract.markup import text_of, texts_of, types
from newsarchive.extract.outline import HEADINGS
from newsarchive.extract.text import fold, key, plain

HOME_WORDS = frozenset(("domov", "home", "naslovnica", "prva stran", "doma", "start", "naslovna"))
_COMMAS = re.compile(r"\s*[,;|•]\s*")
_ARROWS = re.compile(r"\s*[»›>→/]\s*")
_NAMED = re.compile(r"categor|kategorij|rubrika|section-name|kicker|eyebrow")
LONGEST = 50
TAG_HEADS = frozenset(("oznake", "oznaka", "ključne besede", "tags", "tagi", "schlagworte"))
"""Headings, as keys, of the list of key words below a text;"""
TAG_REACH = 6
"""so many blocks below it they stand, at most."""


def section(reading: Reading) -> Iterator[Found]:
    """Give the rubric: what the markup says, the last step of the breadcrumb, the printed category."""
    title = key(reading.title.value) if reading.title else ""
    for text, place in _rubrics(reading):
        word = key(text)
        if (
            word
            and not _is_of_title(word, title)
            and word not in HOME_WORDS | reading.site_names
            and len(text) <= LONGEST
        ):
            yield Found(text, place)


def _is_of_title(word: str, title: str) -> bool:
    """Tell whether a step is the title, or what is left of one in which an arrow's sign is a quotation mark.

    >>> _is_of_title("je vzela 14 evrov", "banka je vzela 14 evrov"), _is_of_title("šport", "šport nedelje")
    (True, False)
    """
    return word == title or (word.count(" ") > 1 and title.endswith(word))


def _rubrics(reading: Reading) -> Iterator[tuple[str, str]]:
    markup = reading.markup
    yield from ((text, "site") for text in reading.selected("section"))
    yield from ((text, "json-ld") for text in texts_of(markup.article.get("articleSection")))
    yield from ((text, "meta:article:section") for text in markup.metas("article:section"))
    yield from ((text, "text") for line in reading.labels.get("section", []) for text in _COMMAS.split(line))
    yield from ((text, "json-ld:BreadcrumbList") for text in reversed(_declared_crumbs(markup.nodes)))
    yield from ((text, "breadcrumb") for text in reversed(_printed_crumbs(reading)))
    yield from ((text, "rel:category") for text in _related(reading, "category"))
    yield from ((text, "text:category") for text in _head_links(reading))


def tags(reading: Reading) -> Iterator[Found]:
    """Give the portal's own key words."""
    for words, place in _key_words(reading):
        unique = list({key(word): word.lstrip("#") for word in words if len(word) <= LONGEST and key(word)}.values())
        if unique:
            yield Found(unique, place)


def _key_words(reading: Reading) -> Iterator[tuple[list[str], str]]:
    yield list(reading.selected("tags")), "site"
    yield reading.markup.metas("article:tag"), "meta:article:tag"
    yield _words(texts_of(reading.markup.article.get("keywords"))), "json-ld"
    yield _related(reading, "tag"), "rel:tag"
    yield _words(reading.labels.get("tags", [])), "text"
    yield _listed(reading), "text:tags"


def _listed(reading: Reading) -> list[str]:
    """Give the links between "Oznake", at the beginning of an element right below the text, and the next heading."""
    outline, last = reading.outline, reading.text.last
    if last is None:
        return []
    for number, block in enumerate(outline.blocks[last + 1 : last + 1 + TAG_REACH], last + 1):
        around = outline.nodes[max(0, outline.nodes[block.node].parent)]
        if key(block.text) in TAG_HEADS and around.start == number:
            inside = around.element.iterdescendants("a", *HEADINGS)
            below = islice(inside, int(block.tag in HEADINGS), None)
            return [fold(plain(link)) for link in takewhile(lambda one: one.tag == "a", below)]
    return []


def source(reading: Reading) -> Iterator[Found]:
    """Give the credit line."""
    yield from (Found(text, "site") for text in reading.selected("source"))
    yield from (Found(text, "text") for text in reading.labels.get("source", []))


def _words(lines: list[str]) -> list[str]:
    return [word for line in lines for word in _COMMAS.split(line) if word]


def _declared_crumbs(nodes: list[dict[str, Any]]) -> list[str]:
    """Give the names of a JSON-LD breadcrumb, from the front page on, without the page itself."""
    for node in nodes:
        if "BreadcrumbList" in types(node) and isinstance(node.get("itemListElement"), list):
            steps = [step for step in node["itemListElement"] if isinstance(step, dict)]
            names = [text_of(step.get("name")) or text_of(step.get("item")) for step in steps]
            return [name for name in names if name and not name.startswith("http")]
    return []


def _printed_crumbs(reading: Reading) -> list[str]:
    """Give the steps of a printed breadcrumb: between its arrows, or its links where it has none."""
    for element in named(reading.outline, furniture.CRUMBS):
        steps = [fold(step) for step in _ARROWS.split(plain(element)) if step.strip()]
        links = [text for link in element.iter("a") if (text := fold(plain(link)))]
        return steps if len(steps) > 1 else links
    lines = ([fold(step) for step in _ARROWS.split(line) if step.strip()] for line in reading.head_lines)
    return next((steps for steps in lines if len(steps) > 1 and key(steps[0]) in HOME_WORDS), [])


def _related(reading: Reading, rel: str) -> list[str]:
    """Give the texts of links of this relation that stand near the item."""
    outline, region = reading.outline, reading.region
    cards = {n for start, stop in region.cards for n in range(start, stop)}
    cards.update(n for n, block in enumerate(outline.blocks) if headings(outline, block))
    found = []
    for element in reading.page.related.get(rel, []):
        number = outline.node_of(element)
        if number is not None and outline.nodes[number].start not in cards:
            found.append(fold(plain(element)))
    return found


def _head_links(reading: Reading) -> list[str]:
    """Give short lines of the head that are one link, or are named as a category."""
    outline = reading.outline
    found = []
    for number in reading.above_lead:
        block = outline.blocks[number]
        names = outline.nodes[block.node].names
        named = block.words <= 4 and _NAMED.search(names)
        one_line = block.words <= 3 and "\n" not in block.text
        linked = block.linked > 0.9 and one_line and not furniture.BYLINE.search(names)
        if named or linked:
            found.append(block.text)
    return [text for text in found if not any(character.isdigit() for character in text)]
