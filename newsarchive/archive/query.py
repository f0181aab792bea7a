"""From what a person types to what the full-text index understands.

The only place that knows the index's query language; searching by lemma will widen the terms here.
"""

from __future__ import annotations

import re

from newsarchive.archive.clean import clean_text

MOST = 64
"""Terms of one query that count; what follows them is left out."""
TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')


def expression(query: str) -> str | None:
    """Turn a query into an FTS5 expression, or None where it holds no word.

    All terms must be found; words in quotes must follow each other; a star at the end of a word stands for any ending.
    Every term is quoted, so that nothing in it is an operator.

    >>> print(expression('zapora "Cesta talcev"'))
    "zapora" "Cesta talcev"
    >>> print(expression("Velenj* AND 24-urna"))
    "Velenj" * "AND" "24-urna"
    >>> expression("* !? 🙂") is None
    True
    """
    found = (_term(*match) for match in TERM.findall(clean_text(query)))
    terms = list(dict.fromkeys(term for term in found if term))[:MOST]
    return " ".join(terms) or None


def _term(phrase: str, word: str) -> str | None:
    text = phrase or word.rstrip("*")
    if not any(character.isalnum() for character in text):
        return None
    return f'"{text}"' + (" *" if word.endswith("*") else "")
