"""Numbers spelled out: cardinals in every case, the dual included, and ordinals."""

from __future__ import annotations

_UNITS = {
    1: "en", 2: "dva", 3: "tri", 4: "stiri", 5: "pet", 6: "sest", 7: "sedem", 8: "osem", 9: "devet",
}  # fmt: skip
_TEENS = {
    10: "deset", 11: "enajst", 12: "dvanajst", 13: "trinajst", 14: "stirinajst", 15: "petnajst", 16: "sestnajst",
    17: "sedemnajst", 18: "osemnajst", 19: "devetnajst",
}  # fmt: skip
_TENS = {
    20: "dvajset", 30: "trideset", 40: "stirideset", 50: "petdeset", 60: "sestdeset", 70: "sedemdeset",
    80: "osemdeset", 90: "devetdeset", 100: "sto",
}  # fmt: skip
_JOINED = {
    tens + unit: f"{'ena' if unit == 1 else word}in{name}"
    for tens, name in _TENS.items()
    if tens < 100
    for unit, word in _UNITS.items()
}

_SMALL = {
    1: "en ena eno enega enemu enem enim eni ene enih",
    2: "dva dve dveh dvema",
    3: "tri trije treh trem tremi",
    4: "stiri stirje stirih stirim stirimi",
    7: "sedem sedmih sedmim sedmimi",
    8: "osem osmih osmim osmimi",
}


def _cardinals() -> dict[str, int]:
    forms = {form: value for value, spelled in _SMALL.items() for form in spelled.split()}
    for value, word in (_UNITS | _TEENS | _TENS | _JOINED).items():
        if value not in _SMALL:
            forms |= dict.fromkeys((word, word + "ih", word + "im", word + "imi"), value)
    return forms


_ORDINAL_STEMS = {
    1: "prv", 2: "drug", 3: "tretj", 4: "cetrt", 5: "pet", 6: "sest", 7: "sedm", 8: "osm", 9: "devet",
} | _TEENS | {20: "dvajset", 30: "trideset"} | {
    value: word for value, word in _JOINED.items() if value < 32
}  # fmt: skip
_ORDINAL_ENDINGS = ("i", "a", "o", "e", "ega", "emu", "em", "im", "ih")


def _ordinals() -> dict[str, int]:
    return {stem + ending: value for value, stem in _ORDINAL_STEMS.items() for ending in _ORDINAL_ENDINGS}


CARDINALS = _cardinals()
"""dva, dveh, dvema, petimi, enaindvajset: 2, 2, 2, 5, 21."""

ORDINALS = {form: value for form, value in _ordinals().items() if form not in CARDINALS}
"""prvega, drugo, enaintrideseti: 1, 2, 31; forms that are cardinals too ("petih") are left to those."""

HOURS = {form: value for form, value in CARDINALS.items() if value <= 24 and form.endswith(("ih", "eh"))} | {"enih": 1}
"""The hour in "ob osmih", "do petih"."""

BEFORE = {"eno": 1, "ena": 1} | {
    form: value for form, value in CARDINALS.items() if value <= 12 and not form.endswith(("ih", "im", "imi", "ma"))
}
"""The hour in "četrt na osem", "četrt čez osem"."""
