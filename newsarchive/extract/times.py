"""When an item was published and when it was changed: the page's markup first, then the printed words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from lxml import etree

from newsarchive.dates import parse_date
from newsarchive.extract.context import Found, Reading
from newsarchive.extract.text import fold, plain

PUBLISHED_KEYS = ("datePublished", "dateCreated", "uploadDate")
MODIFIED_KEYS = ("dateModified",)
PUBLISHED_METAS = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publish-date",
    "publishdate",
    "publication_date",
    "pubdate",
    "article.published",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "last_updated_date",
)
MODIFIED_METAS = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod")
EARLIEST = 1900
"""An earlier year (0001 of .NET, 1601 of Windows) stands for no date."""
EPOCH = "1970-01-01"
"""The day on which computers count from stands for no date too."""
LONGEST = 60
"""A printed date line has at most so many characters."""
IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$)")
MODIFIED_WORDS = re.compile(
    r"posodob|spremenj|dopolnj|updated|modified|aktualisiert|aggiornat|ažurirano|izmijenjeno|mis à jour", re.I
)
POST_DATE = "entry-date"
"""What WordPress calls the date of a post, also where its themes add "updated" for the hAtom format."""
_OFFSET = re.compile(r"T\d\d:?\d\d\S*?(?:(Z)|([+-])(\d\d):?(\d\d))$")
"""The offset at the end of a moment in ISO 8601."""
_STAMP = re.compile(r"\W*\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\b\D{1,6}\d{1,2}[.:]\d{2}\b")
_PIECES = re.compile(r"\s*(?:\||•|·|\n|;)\s*")
_HAS_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COMMAS = re.compile(r"\s*,\s*")
_AFTER_WORDS = re.compile(
    r"^.{0,60}?\b(?:on|am|dne|dn[eé]|il|le|objavljeno|published|posted)\b:?\s+(\S.*\d{4}.*)$", re.I
)
_TIME_BEHIND = re.compile(r"^(.*?\d{4}\.?)\s*(?:\||,|-|–|ob|at|um)?\s*(\d{1,2}[:.]\d{2})")


def published(reading: Reading) -> Iterator[Found]:
    """Give what the page tells of its publication, the most trustworthy first."""
    yield from _texts(reading, ((text, "site") for text in reading.selected("published")))
    yield from _declared(reading, PUBLISHED_KEYS, PUBLISHED_METAS, "datePublished")
    yield from _elements(reading, modified=False)
    yield from _texts(reading, ((text, "text") for text in reading.labels.get("published", [])))
    yield from _printed(reading, modified=False)
    for line in _below(reading):
        yield from _from_line(reading, line, modified=False)
    match = IN_ADDRESS.search(reading.page.url)
    if match:
        yield from _texts(reading, [("-".join(part.zfill(2) for part in match.groups()), "url")])


def modified(reading: Reading) -> Iterator[Found]:
    """Give what the page tells of its last change."""
    yield from _texts(reading, ((text, "site") for text in reading.selected("modified")))
    yield from _declared(reading, MODIFIED_KEYS, MODIFIED_METAS, "dateModified")
    yield from _elements(reading, modified=True)
    yield from _texts(reading, ((text, "text") for text in reading.labels.get("modified", [])))
    yield from _printed(reading, modified=True)


def iso(moment: date | datetime, zone: str | None) -> str:
    """Write a day or a moment in ISO 8601, on the clock of the site where its zone is known.

    >>> iso(datetime.fromisoformat("2026-01-27T08:12:00+00:00"), "Europe/Ljubljana")
    '2026-01-27T09:12:00+01:00'
    """
    if isinstance(moment, datetime):
        return (moment.astimezone(ZoneInfo(zone)) if zone else moment).isoformat(timespec="seconds")
    return moment.isoformat()


def _texts(reading: Reading, texts: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> Iterator[Found]:
    for text, place in texts:
        stamp = _stamp(reading, text)
        if stamp is not None:
            yield Found(stamp, place, text)


def _stamp(reading: Reading, text: str) -> str | None:
    """Read one date; None where it is none, or is what programs print for "unknown"."""
    moment = _parsed(reading, text)
    if moment is None or moment.year < EARLIEST or moment.isoformat()[:10] == EPOCH:
        return None
    try:
        return iso(moment, reading.timezone) if reading.knows_clock else iso(_as_printed(moment, text), None)
    except OverflowError:
        return None


def _as_printed(moment: date | datetime, text: str) -> date | datetime:
    """Put a moment back on the clock that the page printed; of a portal that nobody declared no other is known.

    >>> _as_printed(datetime.fromisoformat("2026-01-27T00:12:00+01:00"), "2026-01-26T23:12:00Z").isoformat()
    '2026-01-26T23:12:00+00:00'
    """
    found = _OFFSET.search(text.strip())
    if not found or not isinstance(moment, datetime):
        return moment
    minutes = 0 if found[1] else (int(found[3]) * 60 + int(found[4])) * (-1 if found[2] == "-" else 1)
    return moment.astimezone(timezone(timedelta(minutes=minutes)))


def _parsed(reading: Reading, text: str) -> date | datetime | None:
    """Parse in the page's language, in Slovene alone where nobody knows that language; None beyond the calendar."""
    for languages in (_languages(reading), ("sl",)):
        try:
            return parse_date(text, timezone=reading.timezone, languages=languages)
        except OverflowError:
            return None
        except ValueError:
            continue
    return None


def _languages(reading: Reading) -> tuple[str, ...]:
    named = (reading.site.language if reading.site else None) or (reading.page.tree.get("lang") or "sl")[:2].lower()
    return tuple(dict.fromkeys((named, "sl")))


def _declared(reading: Reading, keys: tuple[str, ...], metas: tuple[str, ...], prop: str) -> Iterator[Found]:
    markup = reading.markup
    yield from _texts(reading, ((text, "json-ld") for key in keys if (text := markup.words(key))))
    yield from _texts(reading, ((text, f"meta:{name}") for name in metas if (text := markup.meta(name))))
    yield from _texts(reading, ((text, "microdata") for text in _microdata(reading, prop)))


def _microdata(reading: Reading, prop: str) -> Iterator[str]:
    for element in reading.page.properties.get(prop, []):
        yield fold(element.get("content") or element.get("datetime") or plain(element))


def _elements(reading: Reading, *, modified: bool) -> Iterator[Found]:
    """Read the ``time`` elements in the head of the item."""
    numbers = {reading.outline.blocks[number].node for number in reading.head}
    spots = {reading.outline.nodes[number].element for number in numbers}
    texts = []
    for element in _stamped(spots):
        stamp = element.get("datetime") or element.get("title") or ""
        if _is_modified(element) == modified:
            texts += [(stamp, "time"), (fold(plain(element)), "text")]
    yield from _texts(reading, texts)


def _stamped(spots: set[etree._Element]) -> list[etree._Element]:
    """Give the elements of the head that carry a date in an attribute."""
    found: dict[etree._Element, None] = {}
    for spot in spots:
        for element in spot.iter("time", "abbr", "span"):
            if element.get("datetime") or (element.get("title") and _HAS_YEAR.search(element.get("title") or "")):
                found[element] = None
    return list(found)


def _is_modified(element: etree._Element) -> bool:
    """Tell whether a stamp is of a change: by the words before it, its property, or its class."""
    parent = element.getparent()
    before = (parent.text or "") if parent is not None else ""
    previous = element.getprevious()
    before += ((previous.tail or "") + plain(previous)) if previous is not None else ""
    names = element.get("class", "")
    named = "" if POST_DATE in names else names
    return bool(MODIFIED_WORDS.search(f"{before} {named} {element.get('itemprop', '')}"))


def _printed(reading: Reading, *, modified: bool) -> Iterator[Found]:
    """Read the short lines of the head, nearest to the title first."""
    for line in reading.head_lines:
        yield from _from_line(reading, line, modified=modified)


def _below(reading: Reading) -> list[str]:
    """Give the moment, to the minute, that stands directly below the text, as old systems print it.

    A day alone, or a weekday, may be that of an event.
    """
    last, marks = reading.text.last, reading.region.marks
    if last is None:
        return []
    below = next((n for n in range(last + 1, len(marks)) if marks[n] not in ("byline", "caption")), last)
    return [line for line in reading.outline.blocks[below].text.split("\n") if marks[below] and _STAMP.match(line)]


def _from_line(reading: Reading, line: str, *, modified: bool) -> Iterator[Found]:
    """Read a date line as a whole, then its parts: "26.2.2025 | 12:00 | author"."""
    if not any(character.isdigit() for character in line) or len(line) > 2 * LONGEST:
        return
    if bool(MODIFIED_WORDS.search(line)) != modified:
        return
    behind = _TIME_BEHIND.match(line)
    after = _AFTER_WORDS.match(line)
    candidates = [*_PIECES.split(line), *([after[1]] if after else []), *_COMMAS.split(line)]
    yield from _texts(reading, [(line, "text")] if len(line) <= LONGEST else [])
    if behind:
        joined = _texts(reading, [(f"{behind[1]} {behind[2]}", "text")])
        yield from (replace(found, raw=behind[0]) for found in joined)
    yield from _texts(reading, [(text, "text") for text in candidates if text and len(text) <= LONGEST])
