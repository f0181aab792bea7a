"""How old somebody was: "star 93 let", "v 94. letu", "v enaindevetdesetem letu"."""

from __future__ import annotations

import re

_UNITS = ("prv", "drug", "tretj", "četrt", "pet", "šest", "sedm", "osm", "devet", "deset", "enajst", "dvanajst",
          "trinajst", "štirinajst", "petnajst", "šestnajst", "sedemnajst", "osemnajst", "devetnajst")  # fmt: skip
_ONES = ("ena", "dva", "tri", "štiri", "pet", "šest", "sedem", "osem", "devet")
_TENS = ("dvajset", "trideset", "štirideset", "petdeset", "šestdeset", "sedemdeset", "osemdeset", "devetdeset")


def _ordinals() -> dict[str, int]:
    """Give the ordinal numbers to 119 as they stand in "v … letu"."""
    small = {f"{unit}em": number for number, unit in enumerate(_UNITS, 1)}
    for tens, word in enumerate(_TENS, 2):
        small[f"{word}em"] = 10 * tens
        small |= {f"{one}in{word}em": 10 * tens + number for number, one in enumerate(_ONES, 1)}
    hundreds = {f"sto {word}": 100 + number for word, number in small.items() if number < 20}
    return small | hundreds | {"stotem": 100}


ORDINALS = _ordinals()


def age_of(match: re.Match[str]) -> int | None:
    """Give the completed years that a match of ``AGE`` tells: in the 94th year somebody is 93."""
    if match["year"]:
        return int(match["year"]) - 1
    if match["spelled"]:
        ordinal = ORDINALS.get(" ".join(match["spelled"].casefold().split()))
        return ordinal - 1 if ordinal else None
    return int(match["age"] or match["aged"] or match["young"])
