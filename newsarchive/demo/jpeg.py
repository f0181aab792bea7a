"""The smallest JPEG that is one: baseline, every block of one colour."""

from __future__ import annotations

import struct
from collections.abc import Iterator

ZIGZAG_OF_EIGHTS = bytes([8] * 64)
"""A quantization table under which a flat block's coefficient is its value less 128."""
DC_CODES = bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12))
"""Huffman table: twelve sizes, each of four bits."""
AC_CODES = bytes([1] + [0] * 15) + b"\0"
"""Huffman table: the end of a block, one bit."""


def write(cells: list[list[int]], palette: list[tuple[int, int, int]], width: int, height: int) -> bytes:
    """Write an image of cells of 8 by 8 pixels."""
    frame = struct.pack(">BHHB", 8, height, width, 3) + b"".join(bytes([part, 0x11, 0]) for part in (1, 2, 3))
    scan = bytes([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])
    segments = (
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), (0xDB, b"\0" + ZIGZAG_OF_EIGHTS), (0xC0, frame),
        (0xC4, b"\x00" + DC_CODES), (0xC4, b"\x10" + AC_CODES), (0xDA, scan),
    )  # fmt: skip
    head = b"".join(struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body for marker, body in segments)
    return b"\xff\xd8" + head + _packed("".join(_blocks(cells, palette))) + b"\xff\xd9"


def _blocks(cells: list[list[int]], palette: list[tuple[int, int, int]]) -> Iterator[str]:
    parts = [_ycc(colour) for colour in palette]
    before = (0, 0, 0)
    for row in cells:
        for index in row:
            for last, value in zip(before, parts[index], strict=True):
                yield _difference(value - last) + "0"
            before = parts[index]


def _ycc(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    red, green, blue = colour
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    return round(luma) - 128, round(0.564 * (blue - luma)), round(0.713 * (red - luma))


def _difference(value: int) -> str:
    size = abs(value).bit_length()
    bits = value if value >= 0 else value + (1 << size) - 1
    return format(size, "04b") + (format(bits, f"0{size}b") if size else "")


def _packed(bits: str) -> bytes:
    padded = bits + "1" * (-len(bits) % 8)
    return int(padded, 2).to_bytes(len(padded) // 8).replace(b"\xff", b"\xff\x00")
