"""From bytes to a picture: each kind of file is looked for in turn."""

from __future__ import annotations

from newsarchive.pictures import markup, raster
from newsarchive.pictures.picture import NoPicture, Picture, bare
from newsarchive.pictures.types import UNKNOWN

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest file that is kept."""


def identify(data: bytes) -> Picture:
    r"""Find out what a file is by looking inside; its name and its headers have no say.

    A file whose header can be read is a picture even when its end is missing. Vector graphics and files of a kind that
    is not known are pictures that are never shown.

    >>> identify(b"GIF87a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02")
    Picture(mime='image/gif', width=1, height=1, dhash=None, extension='gif', shown=True)
    >>> identify(b"<svg xmlns='http://www.w3.org/2000/svg'/>").shown
    False

    Raises:
        NoPicture: it is empty, a page or other text, or larger than is kept. Nothing else is raised for any bytes.
    """
    if not data:
        raise NoPicture("no picture", "empty")
    if len(data) > LARGEST:
        raise NoPicture("too large")
    return raster.look(data) or markup.look(data) or bare(UNKNOWN)
