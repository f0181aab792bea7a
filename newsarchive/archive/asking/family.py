"""Words that are derived from each other: premogovnik, premogovni, premogovništvo; šola, šolski, šolar."""

from __future__ import annotations

from collections.abc import Iterable

from newsarchive.archive.connection import Connection

SUFFIXES = """
a e o je ja i
ski ški čki jski nski ovski evski iški arski
ni en ni ovni evni ovniški niški
ov ev in
stvo štvo ništvo ovstvo arstvo ovništvo
ar er or ovar nikar
nik ovnik ovec evec ec jec ik
nica ica ovka evka ka ovnica arica arna erna ovina
an čan jan jčan anec janec čanka jčanka janka anka
ost nost ota oba
ba itev tev nje anje enje ovanje evanje
ati iti eti niti ovati evati uti ti
ček ek ica ce
ovje evje išče
iran acija ator
ast at av iv ljiv
"""
"""Endings by which Slovene makes words of words, and those of dictionary forms."""
ENDINGS = tuple(sorted(set(SUFFIXES.split()), key=len, reverse=True))
SHORTEST = 3
"""Letters of what two words must share."""
NEAR = "SELECT DISTINCT lemma FROM term_lemma WHERE lemma >= ? AND lemma < ?"
LAST = "\U0010ffff"


def stem(lemma: str) -> str:
    """Give what is left of a word without the endings by which it was derived.

    >>> [stem(word) for word in ("premogovnik", "premogovni", "premogovništvo", "šola", "šolski", "šolar")]
    ['premog', 'premog', 'premog', 'šol', 'šol', 'šol']
    """
    for _ in range(2):
        lemma = next((lemma[: -len(one)] for one in ENDINGS if lemma.endswith(one) and _leaves(lemma, one)), lemma)
    return lemma


def family(connection: Connection, lemmas: Iterable[str]) -> set[str]:
    """Give the dictionary forms in the archive that are derived from the same word as any of these."""
    found: set[str] = set()
    for lemma in lemmas:
        root = stem(lemma)
        near = (row[0] for row in connection.rows(NEAR, (root, root + LAST)))
        found |= {other for other in near if stem(other) == root}
    return found


def _leaves(lemma: str, ending: str) -> bool:
    return len(lemma) - len(ending) >= SHORTEST
