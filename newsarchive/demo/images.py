"""Pictures in real formats, drawn and written by hand: a landscape whose colours and hills follow its name."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from functools import lru_cache
from random import Random

from newsarchive.demo import gif, jpeg, webp
from newsarchive.demo.dice import dice
from newsarchive.demo.reply import Reply, dated

NAME = re.compile(
    r".*/(?P<stem>[a-z]+-\d{5})(?:-(?P<width>\d{2,4})x(?P<height>\d{2,4}))?\.(?P<format>jpg|png|gif|webp)"
)
FULL = (720, 480)
CELL = 8
"""Pixels on a side of what is drawn as one."""
TYPES = {"jpg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp"}
TINTS = ((150, 180, 195), (190, 150, 60), (20, 80, 30), (90, 70, 50))
"""The darkest sky, sun, far and near hills."""
Cells = list[list[int]]
"""Rows of indexes into a palette, one for each cell of 8 by 8 pixels."""
Palette = list[tuple[int, int, int]]


def picture(path: str) -> Reply | None:
    """Answer with a picture, or give None where the path is none (``…/kultura-12345-300x200.jpg``)."""
    found = NAME.fullmatch(path)
    if not found:
        return None
    size = (int(found["width"]), int(found["height"])) if found["width"] else FULL
    if max(size) > FULL[0]:
        return None
    return dated(
        Reply(200, {"Content-Type": TYPES[found["format"]]}, drawn(found["stem"], found["format"], *size)), None
    )


@lru_cache(maxsize=256)
def drawn(stem: str, kind: str, width: int, height: int) -> bytes:
    r"""Give the bytes of a picture; its drawing follows ``stem``, so that its variants show the same.

    >>> drawn("sport-12345", "png", 40, 24)[:8]
    b'\x89PNG\r\n\x1a\n'
    """
    rng = dice(stem)
    colours = [_colour(rng, *tint) for tint in TINTS]
    columns, rows = -(-width // CELL), -(-height // CELL)
    hills = (rng.uniform(0.35, 0.65), rng.uniform(0.6, 0.9), rng.uniform(0.2, 0.8))
    cells = [[_cell(x / columns, y / rows, hills) for x in range(columns)] for y in range(rows)]
    return WRITERS[kind](cells, colours, width, height)


def _colour(rng: Random, red: int, green: int, blue: int) -> tuple[int, int, int]:
    return rng.randint(red, red + 60), rng.randint(green, green + 60), rng.randint(blue, blue + 60)


def _cell(x: float, y: float, hills: tuple[float, float, float]) -> int:
    far, near, sun = hills
    if y > near - 0.2 * (x - 0.5) ** 2:
        return 3
    if y > far + 0.5 * abs(x - sun):
        return 2
    return 1 if (x - sun) ** 2 + (y - 0.2) ** 2 < 0.012 else 0


def png(cells: Cells, palette: Palette, width: int, height: int) -> bytes:
    """Write a palette PNG."""
    rows = (bytes(index for index in cells[y // CELL] for _ in range(CELL))[:width] for y in range(height))
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    colours = b"".join(bytes(colour) for colour in palette)
    chunks = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


WRITERS: dict[str, Callable[[Cells, Palette, int, int], bytes]] = {
    "jpg": jpeg.write, "png": png, "gif": gif.write, "webp": webp.write,
}  # fmt: skip
