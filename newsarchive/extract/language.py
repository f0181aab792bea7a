"""Which language a text is in, by its commonest words."""

from __future__ import annotations

from newsarchive.extract.text import count_words

COMMON = {
    "sl": "in je na se so za da bo pri ki tudi ali kot še po iz od do pa ter bila bil bodo bi če kar že ni smo sta ob",
    "hr": "i je na se su za da će pri koji također ili kao još po iz od do pa te bila bio biti bi ako što već nije smo",
    "en": "the and of to in is that for on with was are be this it as by at from have has not which will",
    "de": "der die und das in den von zu mit ist für auf im dem nicht ein eine des sich auch es wird sind",
    "it": "il di che e la per un in non è una del con le della gli sono ha alla dal più si anche",
    "hu": "a az és hogy nem is egy meg volt van ez azt csak mint már még de el kell lesz",
    "fr": "le la les des et de un une est que dans pour qui sur pas au par plus avec sont",
    "es": "el la los las de que y en un una por con para del se es no su al más",
}
"""For each language its commonest short words."""

_SETS = {language: frozenset(words.split()) for language, words in COMMON.items()}
_ALL = frozenset().union(*_SETS.values())
SAMPLE = 1200
"""So many characters are enough."""
LEAST_SHARE = 0.1
LEAST_LEAD = 1.25
"""How much commoner the words of the winner must be than those of the next."""


def detect(text: str) -> str | None:
    """Tell the language of a text; None where its words do not decide.

    >>> detect("Cesta bo zaprta, ker se bo tam gradila nova pot in so dela že v teku.")
    'sl'
    >>> detect("Lorem 2026") is None
    True
    """
    sample = text[:SAMPLE]
    told = [word for word in sample.casefold().split() if word in _ALL]
    counts = sorted(((sum(map(common.__contains__, told)), name) for name, common in _SETS.items()), reverse=True)
    (most, language), (next_most, _) = counts[0], counts[1]
    clear = most >= max(1, LEAST_SHARE * count_words(sample)) and most >= LEAST_LEAD * next_most
    return language if clear else None
