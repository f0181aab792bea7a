"""Who mourns, as printed."""

from __future__ import annotations

from newsarchive.extract.obituaries.words import FAMILY_LINE, FINITE, MOURNERS, SIGNED


def read_mourners(text: str) -> str | None:
    r"""Give the words after "Žalujoči:", or the signature in their place.

    >>> read_mourners("Umrla je Ana.\n\nŽalujoči: sin Tone z družino."), read_mourners("Hvala.\n\nVsi njeni")
    ('sin Tone z družino', 'Vsi njeni')
    """
    labelled = MOURNERS.search(text)
    if labelled:
        return labelled["who"].strip(" .\n") or None
    signed = next(iter(SIGNED.finditer(text)), None)
    if signed:
        return (signed["who"] or signed["all"] or signed["last"]).strip(" .")
    family = FAMILY_LINE.search(text.rstrip())
    return family["who"].strip() if family and not FINITE.search(family["who"]) else None
