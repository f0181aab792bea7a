"""An area, and a place where one is printed."""

from __future__ import annotations

from typing import NamedTuple

from newsarchive.extract.places import Case

Place = tuple[int, int, Case]
"""Where an area begins and ends in a text, and its case."""


class Area(NamedTuple):
    """An area as printed, and the case of its names."""

    text: str
    case: Case
