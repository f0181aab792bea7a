"""What is found out about a picture, and the one error of looking at one."""

from __future__ import annotations

from dataclasses import dataclass

from newsarchive.pictures.types import Type

MOST_PIXELS = 80_000_000
"""Width times height of the largest picture that is kept."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A file that can be kept as a picture."""

    mime: str
    """Media type of what the file truly is; ``application/octet-stream`` where nobody knows."""
    width: int | None
    """Pixels from left to right, as the file says; a rotation told in EXIF is not applied."""
    height: int | None
    """Pixels from top to bottom."""
    dhash: str | None
    """Difference hash of what is seen, 16 hex digits; ``None`` where it cannot be decoded whole."""
    extension: str
    """How the file's name ends, without the dot."""
    shown: bool
    """Whether a page may show it inline."""


class NoPicture(Exception):  # noqa: N818  # it says what the bytes are, not that something went wrong
    """The bytes are not to be kept as a picture.

    ``reason`` is the status that a record's image gets (``no picture``, ``too large``, ``too many pixels``).

    >>> str(NoPicture("no picture", "HTML")), NoPicture("too large").reason
    ('no picture: HTML', 'too large')
    """

    def __init__(self, reason: str, found: str = "") -> None:
        super().__init__(f"{reason}: {found}" if found else reason)
        self.reason = reason


def bare(kind: Type, width: int | None = None, height: int | None = None, dhash: str | None = None) -> Picture:
    """Build a picture of a type.

    >>> from newsarchive.pictures.types import SVG
    >>> bare(SVG).extension
    'svg'
    """
    return Picture(kind.mime, width, height, dhash, kind.extension, kind.shown)
