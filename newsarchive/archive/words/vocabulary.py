"""Table ``term_lemma``: every word of the archive as printed, with its dictionary forms and as the index writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newsarchive.archive.connection import Connection
from newsarchive.archive.words.folding import fold, words
from newsarchive.archive.words.lemmas import LONGEST, lemmas

MOST = 500_000
"""Words that a connection keeps in mind; about 50 MB."""
HELD = "SELECT DISTINCT t.term FROM json_each(?) asked CROSS JOIN term_lemma t ON t.term = asked.value"
ADD = "INSERT OR IGNORE INTO term_lemma (term, lemma, folded) VALUES (?, ?, ?)"
TEXTS = "SELECT title, lead, body FROM records"
INDEX = "CREATE VIRTUAL TABLE temp.index_terms_ USING fts5vocab('main', 'records_fts', 'row')"
UNUSED = "DELETE FROM term_lemma WHERE folded NOT IN (SELECT term FROM temp.index_terms_)"


def note(connection: Connection, *texts: str | None) -> None:
    """Put the words of texts into the vocabulary. The transaction is the caller's."""
    met = {word for text in texts if text for word in words(text)}
    new = {word for word in met - connection.noted if len(word) <= LONGEST and not word.isdigit()}
    if not new:
        return
    if len(connection.noted) > MOST:
        connection.noted.clear()
    held = {row[0] for row in connection.rows(HELD, (json.dumps([*new]),))}
    connection.many(ADD, sorted(_rows(new - held)))
    connection.noted |= new


def fill(connection: Connection) -> None:
    """Put the words of all records into the vocabulary. The transaction is the caller's."""
    for row in connection.rows(TEXTS):
        note(connection, *row)


def relemmatize(connection: Connection) -> int:
    """Look up the dictionary forms of all words anew, and give the number of words; no text is read for it."""
    with connection.transaction():
        terms = [row[0] for row in connection.rows("SELECT DISTINCT term FROM term_lemma")]
        connection.execute("DELETE FROM term_lemma")
        connection.many(ADD, _rows(terms))
    return len(terms)


def forget_unused(connection: Connection) -> None:
    """Delete the words that no text holds any more, going by the full-text index."""
    connection.execute(INDEX)
    connection.execute(UNUSED)
    connection.execute("DROP TABLE temp.index_terms_")
    connection.noted.clear()


def _rows(terms: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    return ((term, lemma, fold(term)) for term in terms for lemma in lemmas(term))
