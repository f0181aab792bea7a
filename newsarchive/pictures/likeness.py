"""The likeness of a picture: 64 bits that stay nearly the same when it is scaled, recompressed or tinted."""

from __future__ import annotations

from typing import Any

from PIL import Image
from PIL.ExifTags import Base

COLUMNS, ROWS = 9, 8
SAMPLED = 1024
"""Pixels on the longer side of what is averaged; larger pictures are sampled first, which bounds time and memory."""
ORIENTATION = int(Base.Orientation)
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""For each orientation of EXIF but the upright one, what makes it upright."""


def dhash(image: Image.Image) -> str | None:
    """Give the difference hash of a picture's first frame as it is seen, or None when it cannot be decoded whole.

    Each bit, row by row from the top left, says whether a cell of a 9 by 8 grid is darker than its right neighbour;
    what is transparent counts as white.

    >>> dhash(Image.linear_gradient("L").rotate(90)), dhash(Image.new("RGB", (64, 64)))
    ('ffffffffffffffff', '0000000000000000')
    """
    try:
        image.draft("L", (SAMPLED, SAMPLED))
        image.load()
        return _hash(_grid(image))
    except Exception:  # decoders of hostile files raise what they like: OSError, SyntaxError, struct.error …
        return None


def distance(one: str, other: str) -> int:
    """Count the bits in which two difference hashes differ: 0 to 64.

    Up to about 8 is one motif at another size, cut or compression; pictures of different things differ in about 32.

    >>> distance("00000000000000ff", "00000000000000fe")
    1
    """
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _grid(image: Image.Image) -> Image.Image:
    orientation = _orientation(image)
    small = _gray(_sampled(image))
    if orientation in TURNS:
        small = small.transpose(TURNS[orientation])
    return small.resize((COLUMNS, ROWS), Image.Resampling.LANCZOS)


def _orientation(image: Image.Image) -> int | None:
    try:
        return image.getexif().get(ORIENTATION)
    except Exception:  # what cannot be read says nothing
        return None


def _sampled(image: Image.Image) -> Image.Image:
    scale = SAMPLED / max(image.size)
    if scale >= 1:
        return image
    width, height = (max(1, round(side * scale)) for side in image.size)
    return image.resize((width, height), Image.Resampling.NEAREST)


def _gray(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("L")
    return image.convert("F" if image.mode[0] in "IF" else "L")  # more than 8 bits would be cut off at white


def _hash(grid: Image.Image) -> str:
    cells: Any = grid.load()  # numbers, as the grid has one band
    bits = ("01"[cells[x, y] < cells[x + 1, y]] for y in range(ROWS) for x in range(COLUMNS - 1))
    return f"{int(''.join(bits), 2):016x}"
