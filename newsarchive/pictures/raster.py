"""Pictures made of pixels, as Pillow knows them: the header is believed before anything is decoded."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from newsarchive.pictures.likeness import dhash
from newsarchive.pictures.picture import MOST_PIXELS, NoPicture, Picture, bare
from newsarchive.pictures.types import JPEG, RASTER, Type

FORMATS = tuple(name for name in RASTER if name != "MPO")  # which Pillow finds by itself in a JPEG
MOST_DECODED = 25_000_000
"""Pixels of the largest picture that is decoded for its likeness, unless it is a JPEG, which can be had smaller.

WebP takes the most memory, 16 bytes a pixel.
"""
SCAN = b"\xff\xda"
MOST_SCANS = 64
"""Passes over a progressive JPEG; cameras and editors make about ten, and each of thousands would cost a whole one."""
MOST_READS = 100_000
"""How often a file is asked for its next bytes; a PNG of 16 MiB in parts of 1 KiB needs two thirds of that."""
MOST_TIMES = 4
"""How often, all in all, each byte is read."""


class FrugalFile(BytesIO):
    """A file in memory that stops a reader which asks too often or for too much.

    A header of a million parts would cost minutes, one part that is named a million times all memory.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.reads = MOST_READS
        self.left = MOST_TIMES * len(data) + 65536

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as always, within the allowance.

        Raises:
            OSError: the allowance is used up.
        """
        data = super().read(size)
        self.reads -= 1
        self.left -= len(data)
        if min(self.reads, self.left) < 0:
            raise OSError("The picture has more parts than are read.")
        return data


def look(data: bytes) -> Picture | None:
    """Give what the header says and the likeness, or None when it is no picture made of pixels.

    Raises:
        NoPicture: it has too many pixels.
    """
    image = _opened(data)
    if image is None or min(image.size) < 1:
        return None
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise NoPicture("too many pixels")
    kind = RASTER[image.format or ""]
    return bare(kind, width, height, dhash(image) if _decodable(data, kind, width * height) else None)


def _opened(data: bytes) -> Image.Image | None:
    try:
        return Image.open(FrugalFile(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NoPicture("too many pixels") from error
    except Exception:  # readers of hostile files raise what they like: ValueError, OverflowError, MemoryError …
        return None


def _decodable(data: bytes, kind: Type, pixels: int) -> bool:
    if kind is JPEG:
        return data.count(SCAN) <= MOST_SCANS
    return kind.hashed and pixels <= MOST_DECODED
