"""Where a notice is in force: the area that its page names, and the places in it."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile

from newsarchive.extract.notices import issuers, telling, words
from newsarchive.extract.notices.areas import Area, find_area, is_street
from newsarchive.extract.notices.parts import Page, Part, sentences_of
from newsarchive.extract.notices.said import Said
from newsarchive.extract.places import housed, places_of, station

_MORE = re.compile(words.MORE_PLACES, re.I)
_PREPOSITION = re.compile(r"^(?:v|na)\s+", re.I)


def area_of(part: Part, page: Page) -> Area | None:
    """Give the area of a notice, as printed."""
    told = part.fields.get("area") or part.fields.get("station")
    if told:
        return _of_field(told)
    if part.statement.action in (None, "other"):
        place = next((one.area for one in part.meanwhile if one.area and one.action not in (None, "other")), None)
        if place and places_of(place.text, place.case):
            return place
    listed = None if part.statement.area or part.fields else _of_list(part)
    if listed:
        return listed
    supplied = part.statement.area and station(part.statement.area.text)
    speaking = (one for one in sentences_of(part, page) if not (supplied and one is page.title))
    areas = [one.area for one in speaking if one.area and (one is part.statement or not one.aside)]
    named = (area for area in areas if places_of(area.text, area.case))
    return next(named, None) or next(iter(areas), None) or find_area(part.statement.text, part.statement.masked)


def places_in(part: Part, area: Area | None) -> list[str]:
    """Give the places of the area; a later sentence may tell all of them, or some more."""
    if area is None:
        return []
    supplying = places_of(part.fields.get("station", ""), "nom")
    named = list(dict.fromkeys([*supplying, *places_of(area.text, area.case)]))
    for one in (other for other in part.rest if other.area and not other.aside):
        told = places_of(one.area.text, one.area.case) if one.area else []
        if _MORE.search(one.text) or (named and set(named) < set(told)):
            named = list(dict.fromkeys([*named, *told]))
    alone = None if named else station(area.text)
    return [alone] if alone else named


def _of_field(text: str) -> Area:
    """Read the area of a labelled line: in the nominative, unless it begins as in a sentence."""
    found = find_area(text, text) if text[:1].islower() else None
    return found or Area(_PREPOSITION.sub("", text).strip(" .,;"), "nom")


def _is_named(text: str) -> bool:
    """Tell whether an entry is a name, or a house with one."""
    return text[:1].isupper() or housed(text, "nom") is not None


def _of_list(part: Part) -> Area | None:
    """Give the places that a list below a statement names; without a colon above it, at least two of them."""
    below = part.rest if part.statement.lists else dropwhile(lambda one: not _is_name(one), part.rest)
    listed = [one for one in takewhile(_is_entry, below) if not one.spans and _is_named(one.text)]
    names = [one.text.strip(" .,;") for one in listed if part.statement.lists or _is_name(one)]
    enough = part.statement.lists or len(names) > 1
    return Area(", ".join(names), "nom") if names and enough else None


def _is_name(one: Said) -> bool:
    """Tell whether a line is an area and nothing else."""
    return bool(one.area and one.area.text == one.text.strip(" .,;"))


def _is_entry(one: Said) -> bool:
    """Tell whether a sentence can be an entry of a list of places: a street is one, whatever body it is named after."""
    if one.reason or telling.is_verbal(one.text) or (one.aside and not one.area):
        return False
    return not issuers.is_body(one.text) or is_street(one.text)
