"""Whether a clause speaks of the past or of the future."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from newsarchive.dates.lexicon import WORDS
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


class Tenses:
    """The verbs of a text that tell a tense, found once."""

    def __init__(self, tokens: Tokens) -> None:
        self._pieces = tokens.pieces

    @cached_property
    def _verbs(self) -> list[tuple[int, int]]:
        """Give the index and the tense of every such verb."""
        tenses = enumerate(map(_TENSES.__getitem__, self._pieces))
        return [(index, tense) for index, tense in tenses if tense and not (tense < 0 and self._is_name(index))]

    def _is_name(self, index: int) -> bool:
        """Say whether a capital inside a sentence makes a word a name: "v občini Domžale"."""
        before = self._pieces[index - 2] if index > 1 else "."
        return self._pieces[index].istitle() and before[-1].isalpha() and before.islower()

    @cached_property
    def _ends(self) -> list[int]:
        """Give the indexes at which a sentence ends."""
        marks = (index for index, piece in enumerate(self._pieces) if piece in _ENDS or "\n\n" in piece)
        return [index for index in marks if self._pieces[index] != "." or self._ends_sentence(index)]

    def _ends_sentence(self, index: int) -> bool:
        """Say whether a full stop ends a sentence: after a word, before a space and a capital letter."""
        around = self._pieces[max(0, index - 1) : index + 3]
        return len(around) == 4 and len(around[0]) > 3 and around[0][-1].isalpha() and around[3][0].isupper()

    def around(self, first: int, last: int) -> int:
        """Say where the clause around some tokens looks: -1 back, 1 ahead, 0 nowhere.

        The nearest verb of the sentence decides; a participle beside "bo" looks ahead ("bo potekal").
        """
        if not self._verbs:
            return 0
        low, high = self._sentence(first, last)
        at = bisect_left(self._verbs, (first, -2))
        near = self._verbs[max(0, at - 3) : at + 3]
        marks = sorted((self._distance(index, first, last), tense) for index, tense in near if low <= index < high)
        if not marks:
            return 0
        helped = any(tense > 0 and distance - marks[0][0] < 12 for distance, tense in marks)
        return 1 if helped else marks[0][1]

    def _sentence(self, first: int, last: int) -> tuple[int, int]:
        before = bisect_left(self._ends, first)
        after = bisect_left(self._ends, last)
        low = self._ends[before - 1] if before else 0
        high = self._ends[after] if after < len(self._ends) else len(self._pieces)
        return max(low, first - REACH), min(high, last + REACH)

    def _distance(self, index: int, first: int, last: int) -> int:
        """Give the tokens between a verb and the expression; a comma counts as three more."""
        between = self._pieces[index:first] if index < first else self._pieces[last:index]
        return len(between) + 3 * between.count(",")


class _TensesOfWords(dict[str, int]):
    """Remembers the tense of every word seen; forgets all when it has grown too large."""

    def __missing__(self, piece: str) -> int:
        if len(self) > _FORGET:
            self.clear()
        tense = self[piece] = _tense(fold(piece)) if len(piece) > 1 else 0
        return tense


def _tense(word: str) -> int:
    if word in FUTURE:
        return 1
    return -1 if _PARTICIPLE.fullmatch(word) and word not in _NO_PARTICIPLE and word not in WORDS else 0


_TENSES = _TensesOfWords()
_FORGET = 50_000
_ENDS = frozenset(".!?;")
