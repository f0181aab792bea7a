"""Who mourns, as printed."""

from __future__ import annotations

from newsarchive.extract.obituaries.given import GIVEN
from newsarchive.extract.obituaries.relatives import CALLED, FAMILY_LINE, FINITE, MOURNERS, SIGNATURE, SIGNED
from newsarchive.extract.obituaries.sentences import ends


def read_mourners(text: str) -> str | None:
    r"""Give the words after "Žalujoči:", or the signature in their place.

    >>> read_mourners("Umrla je Ana.\n\nŽalujoči: sin Tone z družino."), read_mourners("Hvala.\n\nVsi njeni")
    ('sin Tone z družino', 'Vsi njeni')
    >>> read_mourners("Umrla je Ana.\n\nPogrešamo te: sin Tone"), read_mourners("Hvala.\n\nSosedje iz Podgaja")
    ('sin Tone', 'Sosedje iz Podgaja')
    >>> read_mourners("Umrla je Ana.\n\nVsi njeni: sin Tone"), read_mourners("Vsi, ki smo jo imeli radi: sin Tone")
    ('sin Tone', 'sin Tone')
    >>> read_mourners("Žalostno vest sporočajo žena Ana in sinova"), read_mourners("Družini izrekamo sožalje.")
    ('žena Ana in sinova', None)
    """
    labelled = MOURNERS.search(text)
    if labelled:
        return _without_news(labelled["who"]).strip(" .\n") or None
    signed = next(iter(SIGNED.finditer(text)), None)
    if signed:
        return (signed["named"] or signed["who"] or signed["all"] or signed["last"]).strip(" .")
    return _called(text.rstrip()) or _signature(text.rstrip())


def _without_news(who: str) -> str:
    """Leave away the sentences behind those who mourn: "Žalujoči: sin Tone. Pogreb bo jutri"."""
    stop = next((stop for stop in ends(who) if who[:stop].rstrip(" ").endswith(".")), len(who))
    return who[:stop] if FINITE.search(who, stop) else who


def _called(text: str) -> str | None:
    """Give those whom a phrase of its own introduces at the end of the text."""
    called = CALLED.search(text)
    if called is None or FINITE.search(called["who"]):
        return None
    known = called["first"] is None or called["first"].casefold() in GIVEN
    return called["who"].strip(" .") if known else None


def _signature(text: str) -> str | None:
    """Give the last line, where it names relatives or others who mourn, and nothing else."""
    signed = FAMILY_LINE.search(text) or SIGNATURE.search(text)
    return signed["who"].strip() if signed and not FINITE.search(signed["who"]) else None
