"""What a page is before it is read: an item, a list of items, or something that must never become a record."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import unquote

from newsarchive.extract.cards import Range, find_cards, find_heads
from newsarchive.extract.cascade import first
from newsarchive.extract.context import Reading
from newsarchive.extract.folding import headings
from newsarchive.extract.headings import title_block
from newsarchive.extract.kinds import kind_of
from newsarchive.extract.obituaries.titles import titled
from newsarchive.extract.page import Page
from newsarchive.extract.region import is_prose
from newsarchive.extract.template import Template
from newsarchive.extract.text import key
from newsarchive.items import Site

Verdict = Literal["item", "list", "consent", "missing", "empty", "other"]

MISSING = re.compile(
    r"\b404\b|ni\s+(?:bil[ao]?\s+)?(?:mogoče\s+najti|najden[ao]?)|stran\s+ne\s+obstaja|ne\s+obstaja(?:\s+več)?$|strani\s+ni|page\s+not\s+found"
    r"|not\s+found|ni\s+na\s+voljo|seite\s+nicht\s+gefunden|pagina\s+non\s+trovata|stranica\s+nije",
    re.I,
)
"""A title like this heads a page that is not there, whatever its status says."""
CONSENT = re.compile(r"piškotk|\bcookies?\b|sogla[sš]|privolit|consent|zasebnost|datenschutz|privacy", re.I)
"""Words of a page that asks for consent before it shows anything."""
STATIC = re.compile(
    r"/(?:o-nas|o-portalu|kontakti?|impressum|kolofon|(?:splosni-)?pogoji(?:-[\w-]+)?|pravno-obvestilo|(?:politika-)?zasebnosti?(?:-[\w-]+)?"
    r"|piskotki|oglasevanje|marketing|cenik(?:-[\w-]+)?|narocnina|naroci|prijava|registracija|iskanje|isci|search|login|koledar|arhiv-stevilk|avtorji?|about(?:-us)?"
    r"|contact|privacy(?:-policy)?|terms|galerija|podpri(?:te)?-nas|doniraj(?:te)?|vreme|dezurne-lekarne|horoskop|tv-spored)(?:-\d+)?(?:[/.?]|$)"
    r"|^/(?:arhiv|archive)/?$",
    re.I,
)
"""Addresses of pages that are about the portal, not of it."""
FURTHER = re.compile(
    r"[?&](?:start|stran|page|paged|offset|limitstart|od)=\d|/(?:page|stran)/\d+/?(?:[?]|$)|/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$",
    re.I,
)
"""Addresses of the further pages of a list, and of archives by date."""
RUBRIC = re.compile(
    r"^/(?:rubrik[ae]|kategorij[ae]|category|categories|oznak[ae]|znack[ae]|tags?|tem[ae]|topics?|taxonomy)/[^\W\d_]+(?:-[^\W\d_]+){0,2}/?$",
    re.I,
)
"""Addresses of lists by rubric or key word; a longer name may be a title, and a page may say it is an item."""
LIST_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "ProfilePage"))
LEAST_WORDS = 6
"""An item says at least so many words, or is declared to be one."""
ROLL = 3
"""So many linked titles among the text, the first before any of it, make a list of whole items."""
STORY_WORDS = 80
SLUG = re.compile(r"(?:[a-z0-9]+[-_]){3,}[a-z0-9]+|\d{4,}", re.I)
"""An address that spells a title or ends in a number: with this and a long text, an item needs no date."""
SCREEN_WORDS = 120
"""A consent wall or error page has fewer words than this."""


def judge(page: Page, *, site: Site | None = None, template: Template | None = None) -> Verdict:
    """Tell what a page is: ``item``, ``list``, ``consent``, ``missing`` (a soft 404), ``empty`` or ``other``.

    Where the site declares the addresses of its items, they alone decide between item and list. ``template`` is what
    the site's other pages have taught.

    >>> judge(Page("<html><body></body></html>", "http://localhost/novice/a"))
    'empty'
    """
    reading = Reading.of(page, site, template)
    screen = _screen(reading)
    if screen:
        return screen
    if site and site.items:
        return "item" if site.kind_of(reading.path) else _listing(reading)
    if reading.path in ("", "/") or STATIC.search(reading.path) or FURTHER.search(reading.path):
        return _listing(reading)
    if RUBRIC.search(unquote(reading.path)) and not _declared(reading):
        return _listing(reading)
    return "item" if _is_item(reading) else _listing(reading)


def _screen(reading: Reading) -> Verdict | None:
    """Recognize pages that say nothing: empty ones, error pages with status 200, consent walls."""
    words = sum(block.words for block in reading.outline.blocks)
    if words == 0:
        return "empty"
    own = f"{reading.text.lead or ''} {reading.text.body or ''}"
    title = reading.title.value if reading.title else ""
    if own.count(" ") >= SCREEN_WORDS or reading.markup.article:
        return None
    if MISSING.search(title):
        return "missing"
    said = own if _own_words(reading) else " ".join(block.text for block in reading.outline.blocks)
    wall = CONSENT.search(title) or (words < SCREEN_WORDS and len(CONSENT.findall(said)) > 1)
    return "consent" if wall and not _dates(reading) else None


def _is_item(reading: Reading) -> bool:
    """Weigh what speaks for an item: a title of its own, a text of its own, and a date or a declaration."""
    if reading.title is None or _says_list(reading) or _is_roll(reading):
        return False
    words = _own_words(reading)
    if _declared(reading):
        return words > 0 or not _cards(reading) or _mourns(reading)
    few = words < LEAST_WORDS and not _mourns(reading)
    if few or reading.region.title is None or reading.region.stop <= reading.region.title:
        return False  # what stands above the title is not said below it
    return _dates(reading) or _kind(reading) != "article" or (words >= STORY_WORDS and bool(SLUG.search(reading.path)))


def _mourns(reading: Reading) -> bool:
    """Tell whether the page is an obituary that says no more than a name."""
    return reading.title is not None and bool(titled(reading.title.value)) and _kind(reading) == "obituary"


def _declared(reading: Reading) -> bool:
    """Tell whether the page's markup says that it is an article, and of this title."""
    headline = key(reading.markup.words("headline") or "")
    title = key(reading.title.value) if reading.title else ""
    return bool(headline) and (headline.startswith(title) or title.startswith(headline))


def _says_list(reading: Reading) -> bool:
    return bool(reading.markup.types & LIST_TYPES) and not reading.markup.article


def _is_roll(reading: Reading) -> bool:
    """Tell whether the page prints whole items one after the other, each under its linked title."""
    region, blocks = reading.region, reading.outline.blocks
    folds = (n for n in range(region.start, region.stop) for _ in range(headings(reading.outline, blocks[n])))
    heads = sorted([*folds, *(number for number in region.heads if region.start <= number < region.stop)])
    prose = next((n for n in region.own() if is_prose(blocks[n])), region.stop)
    return len(heads) >= ROLL and heads[0] < prose and not reading.markup.article


def _own_words(reading: Reading) -> int:
    text = reading.text
    return sum(len(part.split()) for part in (text.lead, text.body) if part)


def _dates(reading: Reading) -> bool:
    return first(reading, "published") is not None or first(reading, "modified") is not None


def _kind(reading: Reading) -> str:
    section = first(reading, "section")
    title = reading.title.value if reading.title else None
    text = f"{reading.text.lead or ''} {reading.text.body or ''}"
    return kind_of(reading.page.url, site=None, section=section.value if section else None, title=title, text=text)[0]


def _listing(reading: Reading) -> Verdict:
    """Tell a list from the rest: it holds teasers, or links that read like titles."""
    titles = [b for b in reading.page.whole.blocks if b.href and b.linked > 0.9 and b.words > 3]
    return "list" if len(titles) > 2 or len(_cards(reading)) > 1 else "other"


def _cards(reading: Reading) -> list[Range]:
    """Find all cards of a page, in furniture too: a list may print nothing but boxes that are named "related"."""
    outline = reading.page.whole
    title = title_block(outline, reading.title.value if reading.title else None)
    return find_cards(outline, find_heads(outline, title), title)
