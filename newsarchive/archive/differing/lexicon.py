"""Words that weigh more than others when a text changes: figures spelled out, dates, amounts, negations."""

from __future__ import annotations

from collections.abc import Mapping

from newsarchive.dates.numbers import CARDINALS, ORDINALS
from newsarchive.dates.words import MONTHS, WEEKDAYS, WEEKDAYS_PLURAL, fold


def _spread(table: Mapping[str, str]) -> dict[str, str]:
    return {fold(form): value for value, forms in table.items() for form in forms.split()}


_HUNDREDS = {
    "200": "dvesto dvestotih", "300": "tristo tristotih", "400": "štiristo štiristotih", "500": "petsto petstotih",
    "600": "šeststo šeststotih", "700": "sedemsto sedemstotih", "800": "osemsto osemstotih",
    "900": "devetsto devetstotih", "1000": "tisoč tisoče tisočih", "½": "pol poldrugi poldrugo", "¼": "četrt",
    "10⁶": "milijon milijona milijonov milijone milijoni milijonih mio",
    "10⁹": "milijarda milijarde milijardi milijardo milijard milijardah mrd",
}  # fmt: skip
_AMOUNTS = {
    "€": "evro evra evru evrov evre evri evrom evrih eur",
    "%": "odstotek odstotka odstotku odstotkov odstotke odstotki odstotkom odstotkih procent procenta procentov",
    "$": "dolar dolarja dolarjev dolarje usd",
}
_HOURS = {
    word: word
    for word in (
        "danes jutri včeraj pojutrišnjem predvčerajšnjim nocoj drevi davi zjutraj dopoldne opoldne popoldne zvečer "
        "ponoči opolnoči polnoči letos lani predlani"
    ).split()
}
_ORDINALS = {form: str(value) for form, value in ORDINALS.items() if not form.startswith("drug")}
"""Without drugi, which is "another" more often than "second"."""
_CARDINALS = {form: str(value) for form, value in CARDINALS.items() if value != 1}
"""Without ena, which is "a certain" more often than a number."""

VALUES = {
    **_spread(_HUNDREDS | _AMOUNTS | _HOURS),
    **_ORDINALS,
    **_CARDINALS,
    **{form: str(number) for form, number in MONTHS.items()},
    **{form: f"day {number}" for form, number in {**WEEKDAYS_PLURAL, **WEEKDAYS}.items()},
}
"""Words that are a figure, a date, an hour or a unit of money, folded, each with its value: januarja is 1."""

NEGATIONS = frozenset(
    """ne ni nisem nisi nista niste nisva nismo niso nimam nima nimata nimamo nimajo nimaš nimate nočem noče nočejo
    nočemo nikoli nikdar nikjer nikamor nikogar nikomur nihče nič ničesar ničemur nikakor nikakršen nikakršna
    nikakršno noben nobena nobeno nobenega nobene nobenem nobenemu nobeni nobenih niti brez zoper proti zunaj
    not no never none nobody nothing without isn't wasn't don't doesn't didn't won't can't cannot""".split()
)
"""Words whose coming or going turns a sentence round; English too, for portals that print it."""

NEGATIVE = ("prepoved", "odpoved", "preklic", "prekliča", "zavrn", "zanik", "ukinj", "ukini", "razveljav")
"""How words begin that say no by themselves: prepovedano, odpovedan, zavrnili."""

ENDINGS = tuple(
    sorted(
        "jami jema jega jemu jih jim jem jev jah ja je ji jo ju j oma ema ama ami imi ega emu eta etu etom "
        "om em im am ih ah eh a e i o u".split(),
        key=len,
        reverse=True,
    )
)
"""Endings of names in all cases, the longest first."""

ABBREVIATIONS = "dr mag sv prof ul ga inž dipl univ doc ing tel št str oz npr mr spec akad pok roj al".split()
"""After these and a full stop no new sentence begins."""
