"""The types of files that can be kept as pictures, as data."""

from __future__ import annotations

from typing import NamedTuple


class Type(NamedTuple):
    """What follows from the type of a file."""

    mime: str
    """The registered media type."""
    extension: str
    """How the file's name ends, without the dot."""
    shown: bool = True
    """Whether a page may show it inline: browsers draw it, and it cannot carry a program."""
    hashed: bool = True
    """Whether it is decoded for its likeness."""


JPEG = Type("image/jpeg", "jpg")
RASTER = {
    "JPEG": JPEG,
    "MPO": JPEG,  # several JPEGs in one file, as some cameras write it; the first is a JPEG to everyone
    "PNG": Type("image/png", "png"),
    "GIF": Type("image/gif", "gif"),
    "WEBP": Type("image/webp", "webp"),
    "AVIF": Type("image/avif", "avif"),
    "BMP": Type("image/bmp", "bmp"),
    "TIFF": Type("image/tiff", "tif", shown=False),
    "ICO": Type("image/vnd.microsoft.icon", "ico", hashed=False),  # the pictures inside can belie the icon's size
}
"""Pillow's names of the formats that it may open."""
SVG = Type("image/svg+xml", "svg", shown=False, hashed=False)
SVGZ = Type("image/svg+xml", "svgz", shown=False, hashed=False)
UNKNOWN = Type("application/octet-stream", "bin", shown=False, hashed=False)

TYPES = (*RASTER.values(), SVG, SVGZ, UNKNOWN)
EXTENSIONS = frozenset(kind.extension for kind in TYPES)
SHOWN = frozenset(kind.mime for kind in TYPES if kind.shown)
"""The media types of ``images.mime`` that a page may show inline; all others are offered as files only."""
