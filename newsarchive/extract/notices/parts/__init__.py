"""Which parts of a page announce what: one part for each notice, with what stands above and below it."""

from __future__ import annotations

from newsarchive.extract.notices import signing
from newsarchive.extract.notices.clock import Clock
from newsarchive.extract.notices.parts.page import Page, Part, sentences_of
from newsarchive.extract.notices.parts.reader import Reader
from newsarchive.extract.notices.said import Said
from newsarchive.extract.notices.units import Unit
from newsarchive.extract.places import places_of

__all__ = ["Page", "Part", "parted", "sentences_of"]


def parted(title: str, units: list[Unit], clock: Clock) -> Page:
    """Take a page apart: at least one part."""
    page = Page(Said(title, clock.spans(title)), signature=signing.signature(units), signed=signing.signed(units))
    reader = Reader(page, clock)
    for unit in units:
        reader.take(unit)
    page.headings = reader.headings
    intros = [id(part.intro) for part in page.parts if part.intro]
    page.parts = [part for part in page.parts if id(part) not in intros]
    page.parts = _without_summaries(page.parts)
    if not page.parts:
        page.parts = [_whole([*reader.headings, *page.preamble])]
    return page


def _whole(sentences: list[Said]) -> Part:
    """Make one part of sentences none of which is a notice by its form."""
    best = next((one for one in sentences if one.action), None) or next((one for one in sentences if one.spans), None)
    statement = best or (sentences[0] if sentences else Said(""))
    return Part(statement, [one for one in sentences if one is not statement])


def _without_summaries(parts: list[Part]) -> list[Part]:
    """Drop a part without an issuer that a later, formal one says again, as leads do."""
    return [
        part
        for number, part in enumerate(parts)
        if part.formal or part.fields or not any(_says_again(later, part) for later in parts[number + 1 : number + 2])
    ]


def _named(part: Part) -> set[str]:
    """Give the places that a statement names."""
    area = part.statement.area
    return set(places_of(area.text, area.case)) if area else set()


def _says_again(formal: Part, part: Part) -> bool:
    days = {str(span.start or span.end)[:10] for span in formal.statement.times}
    told = {str(span.start or span.end)[:10] for span in part.statement.times}
    if part.statement.opens and part.statement.actor:
        return False
    if _named(part) and _named(formal) and not _named(part) & _named(formal):
        return False
    return formal.formal and told <= days and formal.statement.action == part.statement.action
