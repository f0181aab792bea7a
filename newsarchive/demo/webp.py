"""The smallest WebP that is one: lossless, each channel of two values, so that a pixel takes three bits."""

from __future__ import annotations

import struct

CELL = 8


def write(cells: list[list[int]], palette: list[tuple[int, int, int]], width: int, height: int) -> bytes:
    """Write an image of cells of 8 by 8 pixels; of the palette only the first and the third colour are used."""
    light, dark = palette[0], palette[2]
    bits = _number(width - 1, 14) + _number(height - 1, 14) + _number(0, 1 + 3)
    bits += _number(0, 3)  # no transform, no colour cache, no further prefix codes
    order = (1, 0, 2)  # green, red, blue
    bits += "".join(_pair(*sorted((light[part], dark[part]))) for part in order) + _single(255) + _single(0)
    codes = [
        "".join(
            "1" if colour[part] == max(light[part], dark[part]) and light[part] != dark[part] else "0" for part in order
        )
        for colour in (light, light, dark, dark)
    ]
    rows = ("".join(codes[index] * CELL for index in row)[: width * 3] for row in cells for _ in range(CELL))
    bits += "".join(row for row, _ in zip(rows, range(height), strict=False))
    padded = bits + "0" * (-len(bits) % 8)
    data = b"\x2f" + int(padded[::-1], 2).to_bytes(len(padded) // 8, "little")
    data += b"\0" * (len(data) % 2)
    return b"RIFF" + struct.pack("<I", len(data) + 12) + b"WEBPVP8L" + struct.pack("<I", len(data)) + data


def _number(value: int, width: int) -> str:
    return format(value, f"0{width}b")[::-1]


def _single(value: int) -> str:
    return "1" + "0" + "1" + _number(value, 8)


def _pair(low: int, high: int) -> str:
    return "1" + "1" + "1" + _number(low, 8) + _number(high, 8)
