"""GIF with four colours, compressed as the format asks (LZW with growing codes)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

CELL = 8
CLEAR, END = 4, 5
LARGEST = 4095
"""The highest code of twelve bits; the table starts anew before it would grow further."""


def write(cells: list[list[int]], palette: list[tuple[int, int, int]], width: int, height: int) -> bytes:
    """Write an image of cells of 8 by 8 pixels."""
    rows = [[index for index in row for _ in range(CELL)][:width] for row in cells]
    pixels = (index for y in range(height) for index in rows[y // CELL])
    data = _packed(_codes(pixels))
    blocks = b"".join(bytes([len(data[at : at + 255])]) + data[at : at + 255] for at in range(0, len(data), 255))
    head = struct.pack("<6sHHBBB", b"GIF89a", width, height, 0b10000001, 0, 0) + b"".join(map(bytes, palette))
    return head + struct.pack("<BHHHHBB", 0x2C, 0, 0, width, height, 0, 2) + blocks + b"\0;"


def _codes(pixels: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give each code with its width in bits."""
    table: dict[tuple[int, int], int] = {}
    yield CLEAR, 3
    known, bits = -1, 3
    for pixel in pixels:
        longer = table.get((known, pixel)) if known >= 0 else pixel
        if longer is not None:
            known = longer
            continue
        yield known, bits
        fresh = len(table) + END + 1
        table[known, pixel] = fresh
        bits = max(3, fresh.bit_length())
        known = pixel
        if fresh == LARGEST:
            yield CLEAR, bits
            table, bits = {}, 3
    yield known, bits
    yield END, max(bits, (len(table) + END + 1).bit_length())


def _packed(codes: Iterable[tuple[int, int]]) -> bytes:
    held, count, out = 0, 0, bytearray()
    for code, bits in codes:
        held |= code << count
        count += bits
        while count >= 8:
            out.append(held & 255)
            held >>= 8
            count -= 8
    return bytes([*out, held])
