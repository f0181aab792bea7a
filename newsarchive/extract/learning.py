"""Learning a site's template from some of its item pages: what recurs is furniture, what always differs is content.

The order of the pages does not matter: the same pages teach the same template.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsarchive.extract.context import Reading
from newsarchive.extract.page import Page
from newsarchive.extract.pictures import images
from newsarchive.extract.region import LINKED, is_prose
from newsarchive.extract.standing import standings
from newsarchive.extract.template import Template, mark_of, standing_mark
from newsarchive.extract.text import key
from newsarchive.items import Site

FEWEST_PAGES = 8
"""So many different items are needed; fewer tell nothing of what recurs."""
FEWEST_MET = 4
"""A place that fewer pages have is no place of the template;"""
MET_SHARE = 0.05
"""nor one that a smaller share of them has."""
RARELY_OWN = 0.2
"""A place is furniture if at most this share of the pages that have it print a text there that no other page does,"""
USUALLY_OWN = 0.8
"""and content if at least this share do,"""
PROSE_SHARE = 0.5
"""and at least this share print prose there that nothing else speaks against."""
RECURS_SHARE = 0.25
"""A text recurs if at least this share of the pages print it at the same place."""
COMMON_TITLE = 0.34
"""What so many pages are called is no item's title: their addresses tell them apart."""
FEWEST_UNPRINTED = 3
"""What so many pages are called, none of which prints it, is no title either."""
VERDICTS = ("content", "furniture", "others")
MOST_PLACES = 400
MOST_TEXTS = 200
MOST_PICTURES = 20
"""A template is no larger; the places and texts that most pages have come first."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What one page shows, place by place."""

    url: str
    title: str
    """The item's title, as a key; two pages of one title count once."""
    texts: dict[str, frozenset[str]]
    """For each place the marks of the texts there."""
    prose: frozenset[tuple[str, str]]
    """Place and mark of each text that reads as the item's own."""
    prints_title: bool = True
    """Whether the page prints the title that its markup gives."""
    pictures: frozenset[str] = frozenset()
    """Addresses of the pictures that seem to be the item's, by the page's text or its markup."""


def sight(page: Page, site: Site | None = None) -> Sight:
    """Look at one page of a site, at what stands inside furniture too: a template may find items there."""
    reading = Reading(page, site, whole=True)
    region, told = reading.region, reading.told_title
    texts: dict[str, set[str]] = defaultdict(set)
    prose = set()
    for number, place in enumerate(standings(region.outline, region.title)):
        block = region.outline.blocks[number]
        mark = mark_of(block.text)
        texts[place].add(mark)
        if region.marks[number] is None and block.linked < LINKED and is_prose(block):
            prose.add((place, mark))
    title = key(told.value) if told else ""
    marks_of = {place: frozenset(marks) for place, marks in texts.items()}
    pictures = frozenset(image.url for found in images(reading) for image in found.value)
    return Sight(page.url, title, marks_of, frozenset(prose), region.title is not None, pictures)


def learn(sights: Iterable[Sight]) -> Template | None:
    """Learn a template from what pages of one site show; None where too few different items are among them."""
    sights = list(sights)
    common = _common(sights)
    pages = _different(sights, common)
    if len(pages) < FEWEST_PAGES:
        return None
    verdicts = _verdicts(pages)
    content, furniture, others = (frozenset(p for p in verdicts if verdicts[p] == told) for told in VERDICTS)
    titles = frozenset(mark_of(title) for title in common if title)
    recurring, pictures = _recurring(pages, content), _pictures(pages)
    return Template(content, furniture, others, recurring, titles, pictures, len(sights))


def joined(new: Template, old: Template | None) -> Template:
    """Give a template that knows the pages of a new design, and still those of the one before.

    Where both have a place, the new one's word counts. A template that grows too large is the new one alone.
    """
    if old is None or len(new.known | old.known) > MOST_PLACES:
        return new
    recurring = new.recurring | old.recurring
    return replace(
        new,
        content=new.content | (old.content - new.known),
        furniture=new.furniture | (old.furniture - new.known),
        others=new.others | (old.others - new.known),
        titles=new.titles | old.titles,
        pictures=new.pictures | old.pictures,
        recurring=recurring if len(recurring) <= MOST_TEXTS else new.recurring,
    )


def _pictures(pages: list[Sight]) -> frozenset[str]:
    """Give the pictures that so many pages have that they are no item's: the portal's own, a cross, a candle."""
    told = Counter(address for page in pages for address in page.pictures)
    least = max(FEWEST_MET, RECURS_SHARE * len(pages))
    return frozenset(address for address, count in told.most_common(MOST_PICTURES) if count >= least)


def _common(sights: list[Sight]) -> set[str]:
    """Give the titles that are none: what many pages are called, or some that do not print it; and no title at all."""
    called = Counter(one.title for one in sights)
    unprinted = Counter(one.title for one in sights if not one.prints_title)
    many = {title for title, count in called.items() if count > max(1, COMMON_TITLE * len(sights))}
    return {"", *many, *(title for title, count in unprinted.items() if FEWEST_UNPRINTED <= count == called[title])}


def _different(sights: list[Sight], common: set[str]) -> list[Sight]:
    """Keep one page of each item: a text does not recur because an item has two addresses, or was printed twice."""
    items = {one.url if one.title in common else one.title: one for one in sorted(sights, key=lambda one: one.url)}
    return [items[name] for name in sorted(items)]


def _verdicts(pages: list[Sight]) -> dict[str, str]:
    """Judge every place that enough pages have; the most frequent ones, if they are too many."""
    having: dict[str, list[Sight]] = defaultdict(list)
    for page in pages:
        for place in page.texts:
            having[place].append(page)
    least = max(FEWEST_MET, MET_SHARE * len(pages))
    often = sorted((place for place in having if len(having[place]) >= least), key=lambda p: (-len(having[p]), p))
    return {place: _verdict(place, having[place]) for place in often[:MOST_PLACES]}


def _verdict(place: str, pages: list[Sight]) -> str:
    """Judge a place by the pages that have it."""
    printed = Counter(mark for page in pages for mark in page.texts[place])
    own = [{mark for mark in page.texts[place] if printed[mark] == 1} for page in pages]
    if sum(map(bool, own)) <= RARELY_OWN * len(pages):
        return "furniture"
    prose = sum(any((place, mark) in page.prose for mark in marks) for page, marks in zip(pages, own, strict=True))
    usually = sum(map(bool, own)) >= USUALLY_OWN * len(pages)
    return "content" if usually and prose >= PROSE_SHARE * len(pages) else "others"


def _recurring(pages: list[Sight], content: frozenset[str]) -> frozenset[str]:
    """Give the marks of texts that recur at one place outside of content, and are never said inside it."""
    printed: Counter[tuple[str, str]] = Counter()
    said: set[str] = set()
    for page in pages:
        said.update(*(marks for place, marks in page.texts.items() if place in content))
        printed.update((place, mark) for place, marks in page.texts.items() for mark in marks)
    least = max(FEWEST_MET, RECURS_SHARE * len(pages))
    often = sorted((-count, *at) for at, count in printed.items() if count >= least and at[1] not in said)
    return frozenset(standing_mark(place, mark) for _, place, mark in often[:MOST_TEXTS])
