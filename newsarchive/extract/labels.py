"""Printed lines that name what they hold: "Vir: PU Celje", "Foto: Ana Primer", "Kategorije: Kultura"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.extract.furniture import VOID

LABELS = {
    "source": r"vir(?:i)?|sources?|izvor(?:i)?|quellen?|fuente|fonte|kilde|källa|zdroj|źródło|kaynak",
    "credit": r"(?:glavna\s+|naslovna\s+)?foto(?:grafij[ae])?|fotograf(?:inja)?|slike|photo(?:\s+by|graph)?|bild",
    "authors": r"avtor(?:ica|ja|ji)?|pi[šs]e(?:ta|jo)?|besedilo|tekst|pripravil(?:[aio]|/-a)?|zapisal[aio]?"
    r"|novinar(?:ka)?|author|written\s+by|autor(?:ica|in)?(?:/-?(?:autor|in))?|von",
    "section": r"kategorij[ae]|rubrika|category|categories",
    "tags": r"oznak[ae]|ključne\s+besede|tags?|značke",
    "published": r"objavljeno|datum(?:\s+objave)?|published|objava",
    "modified": r"(?:zadnjič\s+)?(?:posodobljeno|spremenjeno|dopolnjeno)|updated|last\s+modified",
}
"""For each field, the words before the colon."""

MOST_WORDS = 25
"""A longer line is a sentence …"""
MOST_LETTERS = 400
"""… or no words at all."""
BOTH = re.compile(r"^(?:besedilo|tekst|vir|avtor)\s+(?:in|&|/)\s+foto(?:grafije)?\s*:\s*(.+)$", re.I)
"""One label for two fields."""

_LINE = {field: re.compile(rf"^\W*(?:{words})\s*:\s*(.*)$", re.I | re.S) for field, words in LABELS.items()}
_INNER = re.compile(r"^\W*(?:foto(?:grafija)?)\s*:?\s+", re.I)
_BEHIND = re.compile(r"[^\W:][^:]*[,;]\s*foto(?:grafij[ae])?\s*:\s*(.+)$", re.I)
_PARTS = re.compile(r"\s*(?:\||•|·|\n)\s*")


def read_line(text: str) -> Iterator[tuple[str, str]]:
    """Give the fields that a printed line holds; nothing where it is no labelled line.

    >>> list(read_line("FOTO: Foto: Ana Primer"))
    [('credit', 'Ana Primer')]
    >>> list(read_line("Vir: PU Celje | Foto: arhiv"))
    [('source', 'PU Celje'), ('credit', 'arhiv')]
    """
    if not _may_be_labelled(text):
        return
    for part in _PARTS.split(text):
        yield from _read_part(part.strip())
        behind = _BEHIND.search(part)
        if behind:
            yield "credit", behind[1].strip()


def _may_be_labelled(text: str) -> bool:
    return ":" in text and text.count(" ") < MOST_WORDS and len(text) <= MOST_LETTERS


def _read_part(part: str) -> Iterator[tuple[str, str]]:
    both = BOTH.match(part)
    if both:
        yield from (("authors", both[1].strip()), ("credit", both[1].strip()))
        return
    for field, pattern in _LINE.items():
        match = pattern.match(part)
        if match:
            value = _INNER.sub("", match[1]).strip()
            if value and value.casefold() not in VOID:
                yield field, value
            return


def is_label_line(text: str) -> bool:
    """Tell whether every part of a line is a labelled one, so that it is no text of the item.

    >>> is_label_line("Foto: NULL"), is_label_line("Foto razstava: odprtje je bilo včeraj.")
    (True, False)
    """
    if not _may_be_labelled(text):
        return False
    return all(BOTH.match(part) or any(p.match(part) for p in _LINE.values()) for part in _PARTS.split(text) if part)


def is_source(text: str) -> bool:
    """Tell whether a line is a credit line.

    >>> is_source("Vir: PU Celje"), is_source("Foto: PU Celje")
    (True, False)
    """
    return any(field == "source" for field, _ in read_line(text))
