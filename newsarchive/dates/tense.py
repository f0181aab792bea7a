"""Whether a clause speaks of the past or of the future."""

from __future__ import annotations

import re

from newsarchive.dates.tokens import Tokens
from newsarchive.dates.words import fold

REACH = 40
"""Tokens to look at on either side, spaces included."""

FUTURE = frozenset(
    "bo bodo bosta bom bos bomo boste bova vabimo vabi vabijo vabljeni vabljene nacrtujejo nacrtuje napovedujejo"
    " napoveduje pricakujejo pricakuje predvidoma predvideno predvidena predviden prihaja sledi caka pripravljajo"
    " predvideva predvidevajo".split()
)
"""Words that look forward."""

_PARTICIPLE = re.compile(r"[a-z]{2,}(?:[aeiou]|[^aeioul])l[aoie]?|sel|sla|sli|slo|slej|bil[aoie]?")
_NO_PARTICIPLE = frozenset(
    "ali vel cel cela celo celi cele del dela delo dele deli pol debel zelo malo velo april julij hotel hitel posel"
    " kapela sola solo soli sole skala reka hvala nedelja temelj mila val sal gol zal kol zadel cilj vol stol tel"
    " nacelo nacela celovel stevilo stevila stevili vozila vozilo vozili ogledalo gledalo gledali mesila sila sile sili"
    " volilo merila merilo pravilo pravila kolo kole tla okoli dovolj mogli nikoli koli kjerkoli kakorkoli kdorkoli"
    " skoli okolo vasi teli teles vala motel model hotela hotelu festival karneval material potencial potenciala"
    " festivala karnevala kanal kanala finale finala polfinale vrtal portal portala signal total lokal lokala oddal"
    " obala obali obalo tabela tabele tabeli zalo zala cila cigani naslov telo telesa tele zile zila vila vile pisala"
    " jedli igle igla skladisca steklo stekla metla zemlja nedelji zavetnik topla toplo topli bela belo beli bele mala"
    " mali male mila milo debela debelo ostali ostale ostalo ostala vesel vesela veselo zrel zrela okrogla okroglo"
    " svetel svetla svetlo kisel kisla trhel gnil".split()
)


def direction(tokens: Tokens, first: int, last: int) -> int:
    """Say where the clause around some tokens looks: -1 back, 1 ahead, 0 nowhere.

    The nearest verb in the sentence decides; a participle beside "bo" looks ahead ("bo potekal").
    """
    before = _marks(tokens, range(first - 1, max(-1, first - REACH), -1))
    after = _marks(tokens, range(last, min(len(tokens.pieces), last + REACH)))
    marks = sorted(before + after)
    if not marks:
        return 0
    nearest = marks[0]
    helped = any(tense > 0 and abs(distance - nearest[0]) < 12 for distance, tense in marks)
    return 1 if helped else nearest[1]


def _marks(tokens: Tokens, indexes: range) -> list[tuple[int, int]]:
    """Give the verbs that tell a tense, with their distance, up to the end of the sentence; a comma counts as three."""
    marks: list[tuple[int, int]] = []
    commas = 0
    for distance, index in enumerate(indexes):
        piece = tokens.pieces[index]
        if piece in "!?;" or piece.count("\n") > 1 or _ends_sentence(tokens, index):
            break
        commas += piece == ","
        tense = _tense(fold(piece)) if len(piece) > 1 else 0
        if tense:
            marks.append((distance + 3 * commas, tense))
    return marks


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    """Say whether a full stop ends a sentence: after a word, before a space and a capital letter."""
    if tokens.pieces[index] != "." or index < 1 or index + 2 >= len(tokens.pieces):
        return False
    return tokens.pieces[index - 1][-1:].isalpha() and len(tokens.pieces[index - 1]) > 3 and tokens.pieces[index + 2][:1].isupper()


def _tense(word: str) -> int:
    if word in FUTURE:
        return 1
    return -1 if _PARTICIPLE.fullmatch(word) and word not in _NO_PARTICIPLE else 0
