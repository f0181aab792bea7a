"""Who wrote an item: people or bodies, one by one, without their roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from newsarchive.extract import furniture
from newsarchive.extract.bylines import COMPANY, INITIALS
from newsarchive.extract.context import Found, Reading
from newsarchive.extract.markup import AUTHOR_METAS, texts_of
from newsarchive.extract.text import fold, key, plain

ROLE_WORDS = (
    r"avtor(?:ica|ja|ji)?|pi[šs]e(?:ta|jo)?|besedilo|tekst|zapisal[aio]?|pripravil[aio]?|novinar(?:ka)?|objavil[aio]?"
    r"|by|written\s+by|posted\s+by|from|von|par|por|di|door|af|av|autor(?:ica)?|text|urednik|urednica"
)
ROLES = re.compile(rf"^\W*(?:{ROLE_WORDS})(?:\s*:\s*|\s+(?=[A-ZČŠŽĆĐ]))", re.I)
ROLE = re.compile(rf"(?:{ROLE_WORDS})", re.I)
"""A word that stands before a name, and is none."""
SPLIT = re.compile(r"\s*(?:[,;/|•·&]|\b(?:in|and|und|et|i|e|y|og|och)\b(?=\s+[A-ZČŠŽĆĐ]))\s*")
NAME = re.compile(
    r"^(?:(?:[dD]r|mag|prof)\.\s+)?[^\W\d_a-zčšž][\w'’.-]*(?:\s+(?:de|van|von|da|di|del|la|el|al|bin))*(?:\s+[^\W\d_a-zčšž][\w'’.-]*){1,3}$"
)
BODIES = frozenset(("uredništvo", "redakcija", "uredništvo portala", "novinarska redakcija", "redaktion", "redazione"))
"""Bodies that sign in place of a person, as keys."""
NO_NAME = re.compile(r"@|https?:|www\.|\d{2,}|\.(?:si|com|net|org)\b")
CREDIT = re.compile(r"[,;]?\s*\(?\b(?:foto(?:grafij[ae])?|photos?|images?|pictures?|bild(?:er)?)\s*:.*$", re.I)
PROFESSION = re.compile(
    r"(?:^\w+)?\s*\b(?:Journalist(?:in)?|Reporter(?:in)?|\w*[Rr]edakteur(?:in)?|Editor|Correspondent|Columnist"
    r"|Novinarka?|Urednica|Urednik|Dopisni[kc]a?)$"
)
"""How a line ends that says what somebody is, not who."""
SIGNED = ("twitter:label1", "twitter:data1")
"""Where WordPress sites say "Written by", and the name."""
READING_TIME = re.compile(r"\d|minut", re.I)
AUTHOR_PAGE = re.compile(r"/(?:avtor|author|autor|novinar|uporabnik|profil)[a-z]*[/=?]", re.I)
_BARS = re.compile(r"\s*[|•·]\s*")
TAIL_ROLE = re.compile(r"\s*(?:\(.*\)|-\s.*|–\s.*)$")
MOST_LETTERS = 60
MOST_NAMES = 200
"""No item has more authors."""
LONGEST_LINE = 500
"""Characters; a longer line is no list of names."""


def authors(reading: Reading) -> Iterator[Found]:
    """Give who wrote the item, from the markup, the byline and the printed lines.

    A later source that names the same people and more is believed: markup often has room for one author only.
    """
    candidates = [(clean(names, reading.site_names), place) for names, place in _candidates(reading)]
    told = [(people, place) for people, place in candidates if people]
    if not told:
        yield from _portal(reading)
    else:
        yield Found(*max(told, key=lambda one: len(one[0]) if _adds_to(told[0][0], one[0]) else 0))


def _adds_to(first: list[str], people: list[str]) -> bool:
    """Tell whether a source names the same people, or these and more whose names read like a person's."""
    known = _keys(first)
    more = [name for name in people if key(name) not in known]
    new = all(NAME.match(name) and not any(one in key(name) for one in known) for name in more)
    return people is first or (known < _keys(people) and new)


def _portal(reading: Reading) -> Iterator[Found]:
    """Give the portal itself where the page declares it as the author, and nobody else is named."""
    for names, place in _declared(reading):
        own = [name for text in names if key(name := fold(text)) in reading.site_names]
        if own:
            yield Found(list(dict.fromkeys(own)), place)


def _keys(people: list[str]) -> set[str]:
    return {key(name) for name in people}


def clean(names: Iterable[str], site_names: set[str]) -> list[str]:
    """Split lines of names, and drop roles, addresses, the portal's own name and what is no name.

    >>> clean(["Piše: Ana Primer in Bojan Zgled", "NULL", "info@example.org"], set())
    ['Ana Primer', 'Bojan Zgled']
    """
    people: dict[str, str] = {}
    for line in names:
        if len(line) > LONGEST_LINE or furniture.ADDRESS.match(line) or key(line) in site_names:
            continue
        for part in SPLIT.split(ROLES.sub("", CREDIT.sub("", fold(line)))):
            name = PROFESSION.sub("", ROLES.sub("", TAIL_ROLE.sub("", part)).strip(" ,.:;|-–")) if part else ""
            name = part.strip() if part and INITIALS.match(part.strip()) else name
            if name and _is_name(name, site_names):
                people.setdefault(key(name), name)
    return list(people.values())


def _is_name(name: str, site_names: set[str]) -> bool:
    other = NO_NAME.search(name) or COMPANY.search(name) or ROLE.fullmatch(name)
    if len(name) > MOST_LETTERS or other or key(name) in site_names:
        return False
    return not furniture.is_junk(name) and any(character.isalpha() for character in name)


def _candidates(reading: Reading) -> Iterator[tuple[list[str], str]]:
    yield list(reading.selected("authors")), "site"
    yield from _declared(reading)
    yield reading.labels.get("authors", []), "text"
    yield list(_author_links(reading)), "text:author"
    yield list(_bylines(reading)), "text:byline"
    yield [reading.text.signature or ""], "text:signature"
    yield list(_bare_lines(reading))[:1], "text"


def _declared(reading: Reading) -> Iterator[tuple[list[str], str]]:
    """Give what the page's markup says of its authors."""
    markup = reading.markup
    yield texts_of(markup.article.get("author")), "json-ld"
    for name in AUTHOR_METAS:
        yield markup.metas(name), f"meta:{name}"
    label, signed = (markup.meta(name) or "" for name in SIGNED)
    yield [signed] if label and not READING_TIME.search(signed) else [], f"meta:{SIGNED[1]}"
    yield _microdata(reading), "microdata"


def _microdata(reading: Reading) -> list[str]:
    found = []
    for element in reading.page.properties.get("author", [])[:MOST_NAMES]:
        name = next((inner for inner in element.iterdescendants() if inner.get("itemprop") == "name"), None)
        found.append(plain(element if name is None else name))
    return [fold(text) for text in found if len(text) <= MOST_LETTERS * 2]


def _bylines(reading: Reading) -> Iterator[str]:
    """Give the texts of elements in the head that are named as a byline, or link to an author's page."""
    outline = reading.outline
    for number in reading.head:
        block = outline.blocks[number]
        if len(block.text) > MOST_LETTERS or reading.region.marks[number] == "caption":
            continue
        named = any(furniture.BYLINE.search(outline.nodes[n].names) for n in list(outline.ancestors(block.node))[:2])
        if named or (block.href and AUTHOR_PAGE.search(block.href)):
            yield from (line for line in block.text.split("\n") if not any(c.isdigit() for c in line))
        else:
            yield from _named_parts(outline.nodes[block.node].element, block.text)


def _named_parts(element: etree._Element, line: str) -> Iterator[str]:
    """Give the names in those parts of a line that are named as a byline."""
    for part in element.iter("span", "a", "b", "strong", "em"):
        names = part.get("class")
        text = fold(plain(part)) if names and furniture.BYLINE.search(names.lower()) else ""
        if text and text in line:
            yield from (name for name in SPLIT.split(ROLES.sub("", text)) if NAME.match(name))


def _author_links(reading: Reading) -> Iterator[str]:
    """Give the names that the head's links with ``rel="author"`` show."""
    numbers = (number for number in reading.head if len(reading.outline.blocks[number].text) <= MOST_LETTERS)
    elements = (reading.outline.nodes[reading.outline.blocks[number].node].element for number in numbers)
    links = (link for element in elements for link in element.iter("a") if "author" in (link.get("rel") or "").split())
    yield from (name for link in links if NAME.match(name := fold(plain(link))))


def _signs(name: str) -> bool:
    """Tell whether a piece of a line is a name, initials or a body."""
    return bool(NAME.match(name) or INITIALS.match(name) or key(name) in BODIES)


def _linked_elsewhere(reading: Reading) -> set[str]:
    """Give the texts of the head's links that lead to no author's page: places and rubrics look like names, too."""
    elements = {reading.outline.nodes[reading.outline.blocks[number].node].element for number in reading.head}
    links = (link for element in elements for link in element.iter("a"))
    return {key(plain(link)) for link in links if not AUTHOR_PAGE.search(link.get("href") or "")}


def _bare_lines(reading: Reading) -> Iterator[str]:
    """Give lines of the head, or parts of them between bars, that are nothing but names."""
    other = {key(text) for text in reading.labels.get("section", [])} | _linked_elsewhere(reading)
    other |= {key(reading.title.value)} if reading.title else set()
    shown = {line for n in reading.head if reading.region.marks[n] == "caption" for line in reading.lines(n)}
    for line in (line for line in reading.head_lines if len(line) <= LONGEST_LINE and line not in shown):
        for part in _BARS.split(line):
            bare = CREDIT.sub("", ROLES.sub("", part)).strip()
            names = [name for name in SPLIT.split(bare) if name]
            if names and key(bare) not in other and all(_signs(name) for name in names):
                yield bare
