"""Section, tags and credit line: how the portal itself files an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from newsarchive.extract import furniture
from newsarchive.extract.context import Found, Reading
from newsarchive.extract.markup import text_of, texts_of, types
from newsarchive.extract.page import elements
from newsarchive.extract.text import fold, key, plain

HOME_WORDS = frozenset(("domov", "home", "naslovnica", "prva stran", "doma", "start", "naslovna"))
_COMMAS = re.compile(r"\s*[,;|•]\s*")
_RELATED = etree.XPath("//a[@rel]")
_ARROWS = re.compile(r"\s*[»›>→/]\s*")
_NAMED = re.compile(r"categor|kategorij|rubrika|section-name|kicker|eyebrow")
LONGEST = 50


def section(reading: Reading) -> Iterator[Found]:
    """Give the rubric: what the markup says, the last step of the breadcrumb, the printed category."""
    markup = reading.markup
    candidates = [(text, "site") for text in reading.selected("section")]
    candidates += [(text, "json-ld") for text in texts_of(markup.article.get("articleSection"))]
    candidates += [(text, "meta:article:section") for text in markup.metas("article:section")]
    candidates += [(text, "text") for line in reading.labels.get("section", []) for text in _COMMAS.split(line)]
    candidates += [(text, "json-ld:BreadcrumbList") for text in reversed(_declared_crumbs(markup.nodes))]
    candidates += [(text, "breadcrumb") for text in reversed(_printed_crumbs(reading))]
    candidates += [(text, "rel:category") for text in _related(reading, "category")]
    candidates += [(text, "text:category") for text in _head_links(reading)]
    title = key(reading.title.value) if reading.title else ""
    for text, place in candidates:
        word = key(text)
        if word and word != title and word not in HOME_WORDS | reading.site_names and len(text) <= LONGEST:
            yield Found(text, place)


def tags(reading: Reading) -> Iterator[Found]:
    """Give the portal's own key words."""
    keywords = reading.markup.article.get("keywords")
    sources = (
        (list(reading.selected("tags")), "site"),
        (reading.markup.metas("article:tag"), "meta:article:tag"),
        (_words(texts_of(keywords)), "json-ld"),
        (_related(reading, "tag"), "rel:tag"),
        (_words(reading.labels.get("tags", [])), "text"),
    )
    for words, place in sources:
        unique = list({key(word): word.lstrip("#") for word in words if len(word) <= LONGEST and key(word)}.values())
        if unique:
            yield Found(unique, place)


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
    for node in reading.outline.nodes:
        if furniture.CRUMBS.search(node.names):
            steps = [fold(step) for step in _ARROWS.split(plain(node.element)) if step.strip()]
            links = [text for link in node.element.iter("a") if (text := fold(plain(link)))]
            return steps if len(steps) > 1 else links
    lines = ([fold(step) for step in _ARROWS.split(line) if step.strip()] for line in reading.head_lines)
    return next((steps for steps in lines if len(steps) > 1 and key(steps[0]) in HOME_WORDS), [])


def _related(reading: Reading, rel: str) -> list[str]:
    """Give the texts of links of this relation that stand near the item."""
    region = reading.region
    cards = {n for start, stop in region.cards for n in range(start, stop)}
    found = []
    for element in elements(_RELATED, reading.page.tree):
        if rel in (element.get("rel") or "").lower().split():
            number = reading.outline.node_of(element)
            if number is not None and reading.outline.nodes[number].start not in cards:
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
