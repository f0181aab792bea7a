"""A page while it is being read: what every field may ask for, worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urlsplit

from cssselect import HTMLTranslator, SelectorError
from lxml import etree

from newsarchive.extract import furniture, labels
from newsarchive.extract.body import Text, compose
from newsarchive.extract.finding import find_region
from newsarchive.extract.headings import title_block
from newsarchive.extract.kinds import kind_of, path_of
from newsarchive.extract.markup import text_of, types
from newsarchive.extract.outline import CONTAINERS, Outline
from newsarchive.extract.page import Page
from newsarchive.extract.region import Region
from newsarchive.extract.template import Laid, Template, headline, lay
from newsarchive.extract.text import fold, key, plain
from newsarchive.extract.titles import find_title
from newsarchive.items import Kind, Site

BEFORE_TITLE = 6
"""How many blocks before the title may belong to the head,"""
AFTER_TITLE = 16
"""and how many after it."""
LISTED = frozenset(("li", "td", "dd"))
BOLD = frozenset(("b", "strong"))
"""Elements that set a label apart from its value in an entry of a list, where no colon does."""
HEAD_LEVELS = 3
"""How many elements around the title still belong to the head of the item."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value of a field and the place it was found at."""

    value: Any
    evidence: str
    raw: str | None = None
    """The printed words, where they differ from the value."""


@lru_cache(maxsize=512)
def _compiled(selector: str) -> etree.XPath | None:
    try:
        return etree.XPath(HTMLTranslator().css_to_xpath(selector))
    except (SelectorError, etree.XPathError):
        return None


class Reading:
    """One page and what has been understood of it so far."""

    def __init__(self, page: Page, site: Site | None, template: Template | None = None, *, whole: bool = False) -> None:
        self.page = page
        self.site = site
        self.template = template
        self.whole = whole or template is not None or (site is not None and bool(site.selectors))
        """Whether the site tells more of its pages than names do: then nothing is folded, as it may point inside."""
        self.markup = page.markup
        self.answers: dict[str, Found | None] = {}
        """Fields that have been read already."""

    @classmethod
    def of(cls, page: Page, site: Site | None, template: Template | None = None) -> Reading:
        """Give the reading of a page, begun once and shared by judging and reading.

        Without a ``template`` it is the one that was begun, with whatever template that was.
        """
        reading = page.reading
        if not isinstance(reading, cls) or reading.site is not site or template not in (None, reading.template):
            reading = page.reading = cls(page, site, template)
        return reading

    @property
    def path(self) -> str:
        """The path and query of the page's address."""
        return path_of(self.page.url)

    def select(self, field: str) -> list[etree._Element]:
        """Give the elements that the site's selector for this field finds; none where it has no (good) one."""
        selector = self.site.selectors.get(field) if self.site else None
        path = _compiled(selector) if selector else None
        found = path(self.page.tree) if path is not None else []
        return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []

    def selected(self, field: str) -> Iterator[str]:
        """Give the texts of what the site's selector for this field finds."""
        for element in self.select(field):
            text = fold(element.get("datetime") or element.get("content") or plain(element))
            if text:
                yield text

    @property
    def outline(self) -> Outline:
        """The page's blocks."""
        return self.page.whole if self.whole else self.page.outline

    @property
    def timezone(self) -> str:
        """The zone of the page's clock times."""
        return self.site.timezone if self.site else "Europe/Ljubljana"

    @property
    def knows_clock(self) -> bool:
        """Whether that zone is known: the site is declared, or the page says that it is Slovene."""
        return self.site is not None or (self.page.tree.get("lang") or "").lower().startswith("sl")

    @cached_property
    def site_names(self) -> set[str]:
        """What the portal calls itself, as keys: these are never a title, an author or a section."""
        host = urlsplit(self.page.url).hostname or ""
        host = host.removeprefix("www.")
        names = [
            host,
            host.rsplit(".", 1)[0],
            max(host.split("."), key=len),
            self.markup.meta("og:site_name", "application-name") or "",
            self.markup.meta("publisher", "dc.publisher") or "",
            text_of(self.markup.article.get("publisher")) or "",
        ]
        names += [text_of(node.get("name")) or "" for node in self.markup.nodes if "WebSite" in types(node)]
        names += [self.site.title or "", self.site.name] if self.site else []
        return {key(name) for name in names if name}

    @cached_property
    def title(self) -> Found | None:
        """The title: what the page gives for it, unless the site's other pages tell that this only names the portal."""
        told = self.told_title
        if self.laid is None or (told and told.evidence == "site"):
            return told
        line = headline(self.outline, self.laid, told.value if told else "")
        return Found(line, "template") if line else told

    @cached_property
    def laid(self) -> Laid | None:
        """What other pages of the site have taught, laid over this one."""
        if self.template is None:
            return None
        told = self.told_title.value if self.told_title else None
        return lay(self.template, self.outline, title_block(self.outline, told))

    @cached_property
    def told_title(self) -> Found | None:
        """What the page by itself gives for its title."""
        own = next(self.selected("title"), None)
        if own:
            return Found(own, "site")
        found = find_title(self.page, self.outline, self.site_names)
        return Found(*found) if found else None

    @cached_property
    def region(self) -> Region:
        """Where the item stands."""
        title = self.title.value if self.title else None
        region = find_region(self.outline, title, self.markup.words("articleBody"), self.laid)
        region.exclude(self._nodes("remove"))
        region.confine(self._nodes("body"))
        return region

    def _nodes(self, field: str) -> list[int]:
        return [n for element in self.select(field) if (n := self.outline.node_of(element)) is not None]

    @cached_property
    def text(self) -> Text:
        """Lead, body and the lines with labels, composed from the region."""
        lead = next(self.selected("lead"), None)
        return compose(self.region, lead, self.markup.descriptions, self.markup.persons, kind=self._kind)

    @property
    def _kind(self) -> Kind:
        """What the item is by its address, its title and all that stands in its region."""
        title = self.title.value if self.title else None
        text = " ".join(self.outline.blocks[number].text for number in self.region.own())
        return kind_of(self.page.url, site=self.site, section=None, title=title, text=text)[0]

    @cached_property
    def head(self) -> list[int]:
        """Numbers of the blocks around the title: from its nearest elements to the first paragraph of the body.

        A byline can stand between lead and text.
        """
        region, title = self.region, self.region.title
        text = self.text
        first = text.first if text.first is not None else region.start
        if title is None:
            return [
                n
                for n in range(max(0, first - HEAD_LEVELS), first)
                if region.marks[n] != "card" and region.outline.blocks[n].text
            ]
        first = text.own[0] if text.own and title < first else first
        start = title
        for node in list(self.outline.ancestors(self.outline.blocks[title].node))[:HEAD_LEVELS]:
            if self.outline.nodes[node].tag not in ("body", "main", "html"):
                start = min(start, self.outline.nodes[node].start)
        start, stop = max(start, title - BEFORE_TITLE), min(max(first, title + 1), title + AFTER_TITLE)
        return [n for n in range(start, stop) if n != title and region.marks[n] != "card" and self._is_line(n)]

    def _is_line(self, number: int) -> bool:
        """Tell whether a block prints a line of its own, and not the way from the front page."""
        block = self.outline.blocks[number]
        return bool(block.text) and not furniture.CRUMBS.search(self.outline.nodes[block.node].names)

    @property
    def above_lead(self) -> list[int]:
        """Numbers of the head's blocks above the lead, or above the text where there is none."""
        first, title = self.text.first, self.region.title
        return [n for n in self.head if first is None or title is None or n < max(first, title + 1)]

    @cached_property
    def head_lines(self) -> list[str]:
        """The printed lines of the head, nearest to the title first, with the parts of composite ones."""
        title = self.region.title or 0
        nearest = sorted(self.head, key=lambda number: (number < title, abs(number - title)))
        return list(dict.fromkeys(line for number in nearest for line in self.lines(number)))

    def lines(self, number: int) -> Iterator[str]:
        """Give the lines of a block, then the texts of the elements that it is made of."""
        block = self.outline.blocks[number]
        yield from block.text.split("\n")
        element = self.outline.nodes[block.node].element
        children = [child for child in element if child.tag not in CONTAINERS]
        if block.tag in LISTED and children and children[0].tag in BOLD and ":" not in block.text:
            yield f"{fold(plain(children[0]))}: {fold(children[0].tail or '')}"
        if len(children) > 1:
            yield from (text for child in children if (text := fold(plain(child))))
            yield from (text for child in children if (text := fold(child.tail or "")))

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """What the item's labelled lines say: ``{"source": ["PU Celje"]}``."""
        found: dict[str, list[str]] = {}
        below = [line for number in [*self.text.labelled, *self.text.tail] for line in self.lines(number)]
        for line in dict.fromkeys([*self.head_lines, *below]):
            for field, value in labels.read_line(line):
                found.setdefault(field, []).append(value)
        return found


def fits(page: Page, template: Template) -> bool:
    """Tell whether a page, which may have been read already, is one of a template's pages."""
    reading = page.reading
    if not isinstance(reading, Reading) or reading.template is not template:
        reading = Reading(page, None, template)
    return reading.region.fitting.fits
