"""The fingerprint of what a record says: the same for the same words, whatever the typography."""

from __future__ import annotations

import hashlib
import re
import unicodedata

TYPOGRAPHY = {
    **dict.fromkeys("„“”‟»«″＂", '"'),
    **dict.fromkeys("‚‘’‛›‹′´`", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...",
}
"""Quotes, dashes and ellipses that editors and systems exchange; soft hyphens and joiners are nothing."""
VARIANT = re.compile(f"[{''.join(TYPOGRAPHY)}]")
WORD = re.compile(r"\w+(?:[-'’.,:]\w+)*")


def normal(text: str | None) -> str:
    r"""Fold white space, quotes, dashes and Unicode forms; no text is empty text.

    >>> normal(" „Zapora  ceste” –\u00a01.\n\nmaja … ")
    '"Zapora ceste" - 1. maja ...'
    """
    if not text:
        return ""
    composed = unicodedata.normalize("NFC", text)
    return " ".join(VARIANT.sub(lambda found: TYPOGRAPHY[found[0]], composed).split())


def digest(title: str | None, lead: str | None, body: str | None) -> str:
    r"""Give the fingerprint of the content region: 32 hexadecimal digits.

    >>> digest("Zapora", None, "Cesta je zaprta.") == digest("Zapora ", "", "Cesta je\nzaprta.")
    True
    >>> digest("Zapora", None, "Cesta je zaprta.") == digest("Zapora", None, "Cesta je odprta.")
    False
    """
    content = "\x1f".join((normal(title), normal(lead), normal(body)))
    return hashlib.blake2b(content.encode("utf-8", "replace"), digest_size=16).hexdigest()


def word_count(*texts: str | None) -> int:
    """Count the words of texts; a number, a date or a compound with a hyphen is one.

    >>> word_count("Zaprto od 7.30 do 12. ure – 24-urno.", None)
    7
    """
    return sum(len(WORD.findall(text)) for text in texts if text)
