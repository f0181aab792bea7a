"""The title: what the editor wrote, without the portal's name."""

from __future__ import annotations

import re
from itertools import pairwise

from newsarchive.extract import furniture
from newsarchive.extract.headings import is_crumb
from newsarchive.extract.outline import CONTAINERS, Block, Outline, names_of
from newsarchive.extract.page import Page
from newsarchive.extract.text import fold, key, plain

SEPARATOR = re.compile(r"\s+[|–—»«·•:-]+\s+|\s*[|»·•]\s*")
KICKER_END = re.compile(r"\s*:\s+|\s+[|–—-]\s+")
LABELS = ("span", "font", "b", "strong")
LEVELS = ("h1", "h2", "h3")
FEWEST_WORDS = 2
"""A kicker, and a headline behind one, have more words than one: what is shorter is a tag ("FOTO:")."""
LONGEST = 400
"""Characters; a longer heading is no title."""
PLACES = ("json-ld", "meta:og:title", "meta:twitter:title", "title")
"""Where a page declares its title, the most trusted first."""
SHARED = "meta:og:title"
"""The title that the portal gives for sharing."""
Answer = tuple[str, str]
"""A title and the place it was found at."""
Label = tuple[int, str]
"""Number of the node that holds a line, and the line."""


def find_title(page: Page, outline: Outline, site_names: set[str]) -> Answer | None:
    """Find the title: the heading that the page's own markup agrees with, else what the markup says."""
    declared = _declared(page)
    site_names = site_names | _linked_names(outline.blocks, declared)
    crumbs, lines = _parted(outline, site_names)
    headings = [block for block in lines if block.tag == "h1"]
    own = [(bare, place) for text, place in declared if (bare := without_site(text, site_names))]
    found = (
        _agreed(headings, declared)
        or _printed(lines, own)
        or _agreed(crumbs, declared)
        or _ending(lines, own)
        or _part(outline, own)
        or (_led(outline, lines) if _names_the_portal(own) and not headings else None)
        or (own[0] if own else None)
        or _lone(headings or crumbs)
        or _named(outline)
    )
    return _filed(found, own) if found else None


def _parted(outline: Outline, site_names: set[str]) -> tuple[list[Block], list[Block]]:
    """Part the headings that can print a title: those named as the way from the front page, and all others."""
    lines = [b for b in outline.blocks if b.tag in LEVELS and _may_head(b) and key(b.text) not in site_names]
    crumbs = [block for block in lines if block.tag == "h1" and is_crumb(outline, block)]
    return crumbs, [block for block in lines if block not in crumbs]


def _linked_names(blocks: list[Block], declared: list[Answer]) -> set[str]:
    """Give the parts of declared titles that are links beside a heading with another part: names of the portal."""
    headings = {key(b.text) for b in blocks if b.tag == "h1" and b.linked == 0}
    parts = [{key(part) for part in SEPARATOR.split(text)} for text, _ in declared]
    wanted = {part for one in parts if one & headings for part in one - headings}
    return (
        {key(b.text) for b in blocks if b.linked == 1 and b.tag != "h1" and key(b.text) in wanted} if wanted else set()
    )


def _agreed(headings: list[Block], declared: list[Answer]) -> Answer | None:
    """Give the first heading that a declared title begins with, unless all of them say more with one voice."""
    for heading in headings:
        whole = next((answer for answer in declared if _letters(answer[0]) == _letters(heading.text)), None)
        if whole and key(whole[0]) != key(heading.text):
            return whole  # the heading's parts are set apart by its style only
    agreed = next((b for b in headings if any(agrees(b.text, text) for text, _ in declared)), None)
    if agreed is None:
        return None
    fuller = len(declared) == len(PLACES) and len({key(text) for text, _ in declared}) == 1
    return declared[0] if fuller and key(declared[0][0]) != key(agreed.text) else _spelt(agreed, declared)


def _spelt(line: Block, declared: list[Answer]) -> Answer:
    """Give a printed title, as it is declared where in print only the style sets its kicker apart."""
    same = (answer for answer in declared if key(answer[0]) == key(line.text))
    marked = next((answer for answer in same if _marks(answer[0]) > _marks(line.text)), None)
    return marked or (fold(line.text), f"text:{line.tag}")


def _marks(text: str) -> int:
    return len(KICKER_END.findall(text))


def _filed(found: Answer, own: list[Answer]) -> Answer:
    """Give the title under which the portal files the item, where the printed line may be less or more than the title.

    A heading may print a kicker before it; a line that is only a part of the declared title may lack its beginning.
    """
    shared = next((text for text, place in own if place == SHARED), None)
    if shared is None or key(found[0]) == key(shared):
        return found
    behind = _letters(found[0]).endswith(_letters(shared)) and len(shared.split()) > 1
    return (shared, SHARED) if behind or found[1] == "text:title" else found


def _letters(text: str) -> str:
    return key(text).replace(" ", "")


def agrees(printed: str, declared: str) -> bool:
    """Tell whether a printed heading is the declared title or begins it.

    >>> agrees("Zapora ceste", "Zapora ceste | Primer.si"), agrees("Novice", "Zapora ceste | Primer.si")
    (True, False)
    """
    left, right = key(printed), key(declared)
    return bool(left) and (right == left or right.startswith(left + " "))


def without_site(text: str, site_names: set[str]) -> str | None:
    """Take the portal's name off either end of a title; None where nothing is left.

    >>> without_site("Zapora ceste | Primer.si", {"primer si"})
    'Zapora ceste'
    """
    parts = [part for part in SEPARATOR.split(text) if part]
    kept = [part for part in parts if key(part) not in site_names]
    if len(kept) == len(parts):
        return text
    if not kept:
        return None
    start = text.index(kept[0])
    return text[start : text.rindex(kept[-1]) + len(kept[-1])].strip()


def _declared(page: Page) -> list[Answer]:
    markup = page.markup
    texts = (
        markup.words("headline", "name"),
        markup.meta("og:title"),
        markup.meta("twitter:title"),
        fold(page.tree.findtext("head/title") or page.tree.findtext(".//title") or ""),
    )
    return [(text, place) for text, place in zip(texts, PLACES, strict=True) if text and len(text) <= LONGEST]


def _may_head(block: Block) -> bool:
    return block.linked < 1 and len(block.text) <= LONGEST


def _printed(lines: list[Block], declared: list[Answer]) -> Answer | None:
    """Find the first declared title that is also printed as a heading."""
    printed = {key(block.text): block for block in reversed(lines)}
    found = next((printed[key(text)] for text, _ in declared if key(text) in printed), None)
    return _spelt(found, declared) if found is not None else None


def _ending(lines: list[Block], declared: list[Answer]) -> Answer | None:
    """Find the headline with which both a heading and a declared title end that begin with different kickers."""
    ends = [(text, at, place, _letters(text[at:])) for text, place in declared for at in _beginnings(text)]
    for line in lines:
        letters = _letters(line.text)
        for text, at, place, end in ends:
            if letters != end and letters.endswith(end) and _differ_before(text, at, line.text):
                return text[at:], place
    return None


def _differ_before(text: str, at: int, other: str) -> bool:
    """Tell whether the kicker of a title, which ends at ``at``, shares no word with that of another title."""
    before = key(other).removesuffix(key(text[at:]))
    return not set(before.split()) & set(key(text[:at]).split())


def _beginnings(text: str) -> list[int]:
    """Say where in a title the headline may begin: at once, or behind a kicker of some words.

    >>> _beginnings("Novo v občini: most je odprt"), _beginnings("FOTO: most je odprt")
    ([0, 15], [0])
    """
    behind = [match.end() for match in KICKER_END.finditer(text)]
    places = [0, *(at for at in behind if text[:at].count(" ") >= FEWEST_WORDS)]
    return [at for at in places if text[at:].count(" ") >= FEWEST_WORDS]


def _part(outline: Outline, declared: list[Answer]) -> Answer | None:
    """Find the line with which the page's ``<title>`` begins or ends ("Portal - Nov most")."""
    whole = next((key(text) for text, place in declared if place == "title"), "")
    lines = [
        b for b in outline.blocks if b.linked == 0 and b.words > 1 and len(b.text) <= LONGEST and _is_part(b, whole)
    ]
    named = [block for block in lines if furniture.TITLE.search(outline.nodes[block.node].names)]
    longest = max(named or lines, key=lambda block: len(block.text), default=None)
    if longest is None or not (named or 2 * len(longest.text) >= len(whole) or _is_whole_part(longest, declared)):
        return None
    return fold(longest.text), "text:title"


def _is_whole_part(block: Block, declared: list[Answer]) -> bool:
    """Tell whether a line is all that stands between two marks of a declared title, or before or after one."""
    return any(key(block.text) in map(key, SEPARATOR.split(text)[1:]) for text, _ in declared)


def _is_part(block: Block, whole: str) -> bool:
    line = key(block.text)
    goes_on = block.text[0] in ":;,.|–-"
    return bool(line) and not goes_on and (whole.startswith(line + " ") or whole.endswith(" " + line))


def _names_the_portal(own: list[Answer]) -> bool:
    """Tell whether all that a page declares is a ``<title>``, which may be that of all its pages."""
    return bool(own) and all(place == "title" for _, place in own)


def _led(outline: Outline, lines: list[Block]) -> Answer | None:
    """Give the heading, or the line named as one, right below the way to the page."""
    below = (one for above, one in pairwise(outline.blocks) if is_crumb(outline, above) and one.text not in above.text)
    labels = _labels(outline)
    return next((_spelt(one, []) for one in below if one in lines or _is_named(outline, one, labels)), None)


def _lone(headings: list[Block]) -> Answer | None:
    return (fold(headings[0].text), "text:h1") if headings else None


def _named(outline: Outline) -> Answer | None:
    """Give the first line that is named as a title, on pages without headings."""
    labels = _labels(outline)
    return next(((fold(one.text), "text:named") for one in outline.blocks if _is_named(outline, one, labels)), None)


def _is_named(outline: Outline, block: Block, labels: set[Label]) -> bool:
    line = block.words > 1 and block.linked == 0 and _may_head(block)
    named = furniture.TITLE.search(outline.nodes[block.node].names) or (block.node, block.text) in labels
    return line and named


def _labels(outline: Outline) -> set[Label]:
    """Give the lines that are one inline element named as a title, as a label of ASP.NET is."""
    holders = {block.node for block in outline.blocks if block.text}
    parts = ((n, part) for n in holders for part in outline.nodes[n].element.iterchildren(*LABELS))
    named = ((n, part) for n, part in parts if furniture.TITLE.search(names_of(part)))
    return {(n, fold(plain(part))) for n, part in named if next(part.iterdescendants(*CONTAINERS), None) is None}
